/** Actions and looks as JSON, from a window or the journal: their schemas, and readers that trust nothing. */

import type { CellFormat, FormatChange } from "gas-offline";
import * as v from "valibot";
import type { PageAction } from "../protocol.ts";

/** A whole number from 1: a row, a column, how many of them, a sheet's number. */
const COUNT = v.pipe(v.number(), v.integer(), v.minValue(1));
const FROZEN = v.pipe(v.number(), v.finite(), v.minValue(0), v.transform(Math.floor));
const COLOUR = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i));
const AREA = v.object({ row: COUNT, column: COUNT, rows: COUNT, columns: COUNT });
const CELL = v.object({ sheet: COUNT, row: COUNT, column: COUNT });

const LOOK = {
  numberFormat: v.string(),
  fontFamily: v.string(),
  fontSize: v.pipe(v.number(), v.minValue(1), v.maxValue(400)),
  bold: v.boolean(),
  italic: v.boolean(),
  fontColor: COLOUR,
  background: COLOUR,
  wrap: v.boolean(),
  horizontal: v.picklist(["left", "center", "right"]),
  vertical: v.picklist(["top", "middle", "bottom"]),
  border: COLOUR,
} satisfies { readonly [Key in keyof CellFormat]-?: v.GenericSchema<unknown, CellFormat[Key]> };

/** What of a look is to change. What is unknown or not as it should be is left out; null takes something off. */
const FORMAT = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform(
    (given): FormatChange =>
      Object.fromEntries(
        Object.entries(LOOK).flatMap(([key, schema]) => {
          const read = v.safeParse(v.nullable<v.GenericSchema>(schema), given[key]);
          return read.success ? [[key, read.output]] : [];
        }),
      ),
  ),
);

function action<const Kinds extends readonly string[], const Entries extends v.ObjectEntries>(
  kinds: Kinds,
  entries: Entries,
) {
  return v.object({ sheet: COUNT, kind: v.picklist(kinds), ...entries });
}

const LINES = { at: COUNT, count: COUNT };

const ACTION = v.variant("kind", [
  action(["clearContent", "clearAll", "merge", "unmerge"], { area: AREA }),
  action(["cutPaste"], { area: AREA, to: CELL }),
  action(["setFormat"], { area: AREA, format: FORMAT }),
  action(["sortRange"], { area: AREA, column: COUNT, ascending: v.fallback(v.boolean(), false) }),
  action(["insertRows", "insertColumns", "deleteRows", "deleteColumns"], LINES),
  action(["hideRows", "showRows", "hideColumns", "showColumns"], LINES),
  action(["moveRows", "moveColumns"], { ...LINES, before: COUNT }),
  action(["resizeRows", "resizeColumns"], { ...LINES, pixels: v.pipe(COUNT, v.maxValue(2000)) }),
  action(["freeze"], { rows: FROZEN, columns: FROZEN }),
  action(["renameSheet", "addSheet"], { name: v.fallback(v.string(), "") }),
  action(["duplicateSheet", "deleteSheet", "hideSheet", "showSheet"], {}),
  action(["moveSheet"], { position: COUNT }),
  action(["colourSheet"], { colour: v.nullable(COLOUR) }),
]);

/** Reads an action; undefined if it is not one, or not whole. */
export function readAction(given: unknown): PageAction | undefined {
  const read = v.safeParse(ACTION, given);
  return read.success ? read.output : undefined;
}

/** Reads a cell's look; undefined if it is not an object. */
export function readLook(given: unknown): CellFormat | undefined {
  const read = v.safeParse(FORMAT, given);
  // `null` takes something off, of which a look that is whole has nothing.
  return read.success
    ? Object.fromEntries(Object.entries(read.output).filter(([, value]) => value !== null))
    : undefined;
}
