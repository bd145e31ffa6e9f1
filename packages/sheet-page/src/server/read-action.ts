/** Actions and looks as JSON, from a window or the journal, read without trusting them. */

import type { Area, CellFormat, FormatChange } from "gas-offline";
import { isJson, type Json, numberOf, textOf } from "gas-offline/internals";
import type { PageAction } from "../protocol.ts";

const COLOUR = /^#[0-9a-f]{6}$/i;

/** Reads an action; undefined if it is none, or not whole. */
export function readAction(given: unknown): PageAction | undefined {
  if (!isJson(given)) return undefined;
  const sheet = countOf(given["sheet"]);
  if (sheet === undefined) return undefined;
  const kind = textOf(given["kind"]);
  switch (kind) {
    case "clearContent":
    case "clearAll":
    case "merge":
    case "unmerge": {
      const area = areaOf(given["area"]);
      return area && { sheet, kind, area };
    }
    case "cutPaste": {
      const [area, to] = [areaOf(given["area"]), cellOf(given["to"])];
      return area && to && { sheet, kind, area, to };
    }
    case "setFormat": {
      const [area, format] = [areaOf(given["area"]), readFormat(given["format"])];
      return area && format && { sheet, kind, area, format };
    }
    case "sortRange": {
      const [area, column] = [areaOf(given["area"]), countOf(given["column"])];
      return area && column !== undefined
        ? { sheet, kind, area, column, ascending: given["ascending"] === true }
        : undefined;
    }
    case "insertRows":
    case "insertColumns":
    case "deleteRows":
    case "deleteColumns":
    case "hideRows":
    case "showRows":
    case "hideColumns":
    case "showColumns": {
      const lines = linesOf(given);
      return lines && { sheet, kind, ...lines };
    }
    case "moveRows":
    case "moveColumns": {
      const [lines, before] = [linesOf(given), countOf(given["before"])];
      return lines && before !== undefined ? { sheet, kind, ...lines, before } : undefined;
    }
    case "resizeRows":
    case "resizeColumns": {
      const [lines, pixels] = [linesOf(given), countOf(given["pixels"])];
      return lines && pixels !== undefined && pixels <= 2000 ? { sheet, kind, ...lines, pixels } : undefined;
    }
    case "freeze": {
      const [rows, columns] = [numberOf(given["rows"]), numberOf(given["columns"])];
      if (rows === null || columns === null || rows < 0 || columns < 0) return undefined;
      return { sheet, kind, rows: Math.floor(rows), columns: Math.floor(columns) };
    }
    case "renameSheet":
    case "addSheet":
      return { sheet, kind, name: textOf(given["name"]) };
    case "duplicateSheet":
    case "deleteSheet":
    case "hideSheet":
    case "showSheet":
      return { sheet, kind };
    case "moveSheet": {
      const position = countOf(given["position"]);
      return position === undefined ? undefined : { sheet, kind, position };
    }
    case "colourSheet": {
      const colour = given["colour"];
      if (colour === null) return { sheet, kind, colour };
      return typeof colour === "string" && COLOUR.test(colour) ? { sheet, kind, colour } : undefined;
    }
    default:
      return undefined;
  }
}

/** A whole number from 1. */
function countOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 ? value : undefined;
}

function areaOf(value: unknown): Area | undefined {
  if (!isJson(value)) return undefined;
  const [row, column] = [countOf(value["row"]), countOf(value["column"])];
  const [rows, columns] = [countOf(value["rows"]), countOf(value["columns"])];
  if (row === undefined || column === undefined || rows === undefined || columns === undefined) return undefined;
  return { row, column, rows, columns };
}

/** A cell of a sheet. */
function cellOf(value: unknown): { readonly sheet: number; readonly row: number; readonly column: number } | undefined {
  if (!isJson(value)) return undefined;
  const [sheet, row, column] = [countOf(value["sheet"]), countOf(value["row"]), countOf(value["column"])];
  return sheet === undefined || row === undefined || column === undefined ? undefined : { sheet, row, column };
}

function linesOf(given: Json): { readonly at: number; readonly count: number } | undefined {
  const [at, count] = [countOf(given["at"]), countOf(given["count"])];
  return at === undefined || count === undefined ? undefined : { at, count };
}

type Reader<Key extends keyof CellFormat> = (value: unknown) => CellFormat[Key] | undefined;

const text = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const flag = (value: unknown): boolean | undefined => (typeof value === "boolean" ? value : undefined);
const colour = (value: unknown): string | undefined =>
  typeof value === "string" && COLOUR.test(value) ? value : undefined;
const one =
  <Word extends string>(...words: readonly Word[]) =>
  (value: unknown): Word | undefined =>
    words.find((word) => word === value);

const READERS: { readonly [Key in keyof CellFormat]-?: Reader<Key> } = {
  numberFormat: text,
  fontFamily: text,
  fontSize: (value) => (typeof value === "number" && value >= 1 && value <= 400 ? value : undefined),
  bold: flag,
  italic: flag,
  fontColor: colour,
  background: colour,
  wrap: flag,
  horizontal: one("left", "center", "right"),
  vertical: one("top", "middle", "bottom"),
  border: colour,
};

/** Reads a look, or what of one is to change; what it does not know is left out. */
export function readFormat(given: unknown): FormatChange | undefined {
  if (!isJson(given)) return undefined;
  return Object.fromEntries(
    Object.entries(READERS).flatMap(([key, read]) => {
      const value = given[key] === null ? null : read(given[key]);
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** Reads a cell's look. */
export function readLook(given: unknown): CellFormat | undefined {
  const change = readFormat(given);
  // `null` takes something off, of which a look that is whole has nothing.
  return change && Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
}
