/** The cell that an issue speaks of. */
import type { Subject } from "../core/check.ts";
import { blockColumn } from "./form.ts";
import type { FoundPlace } from "./form-locations.ts";
import { address } from "./grid.ts";
import type { WorkbookRecords } from "./read/workbook.ts";
import {
  type BlockKey,
  FIRST_DATA_ROW,
  HAMLET_GRID_ELEMENTS,
  HAMLETS_TAB,
  HISTORY_TAB,
  NARRATIVE_TAB,
  SETTINGS_TAB,
  UNITS_TAB,
} from "./schema.ts";

/** A cell: its tab's title and its address; in `beside` what in its row tells that row from all others. */
export type CellPlace = { readonly tab: string; readonly cell: string; readonly beside?: readonly string[] };

const ACTIVITY_FIELDS = {
  day: "when",
  theme: "text",
  kind: "word",
  participants: "first",
  women: "second",
  coOrganisers: "more",
  link: "link",
} as const satisfies Record<Extract<Subject, { kind: "activity" }>["field"], BlockKey>;

const VALUE_FIELDS = { total: "first", women: "second", note: "word" } as const;

const TASK_FIELDS = { status: "word", result: "when", link: "link" } as const;

/** Finds the cell that an issue speaks of; the unit's row of the register where it has no form, or none with such a row. */
export function locate(
  unit: string,
  subject: Subject,
  places: ReadonlyMap<string, FoundPlace>,
  { layout, register }: WorkbookRecords,
): CellPlace {
  if (subject.kind === "role") {
    const { roleCells } = layout;
    return { tab: SETTINGS_TAB.title, cell: roleCells.get(subject.role) ?? roleCells.get("custodian") ?? "" };
  }
  if (subject.kind === "narrative") {
    const { textRows, column } = layout.narrative;
    return { tab: NARRATIVE_TAB.title, cell: address(textRows[subject.text] ?? FIRST_DATA_ROW, column) };
  }
  if (subject.kind === "history") {
    const row = layout.historyRows[subject.row] ?? FIRST_DATA_ROW;
    return { tab: HISTORY_TAB.title, cell: address(row, layout.historyColumns.get("total") ?? 1) };
  }
  if (subject.kind !== "unit") {
    const place = places.get(unit);
    const inForm = place && locateInForm(unit, subject, place, layout.hamletColumns);
    if (inForm) return inForm;
  }
  const registered = register.find(({ code }) => code === unit);
  const cell = subject.kind === "unit" ? registered?.mailboxCell : registered?.cell;
  return { tab: UNITS_TAB.title, cell: cell ?? "", beside: [unit] };
}

type FormSubject = Exclude<Subject, { kind: "role" | "history" | "narrative" | "unit" }>;

function locateInForm(
  unit: string,
  subject: FormSubject,
  place: FoundPlace,
  columns: WorkbookRecords["layout"]["hamletColumns"],
): CellPlace | undefined {
  const inBlock = (key: string, field: BlockKey): CellPlace | undefined => {
    const row = place.rows.get(key);
    return row === undefined
      ? undefined
      : { tab: place.tab, cell: address(row, blockColumn(field) + place.shift), beside: [unit, key] };
  };
  switch (subject.kind) {
    case "value": {
      const element = HAMLET_GRID_ELEMENTS.find((candidate) => candidate === subject.element);
      const column = element && columns.get(`${element}.${subject.field}`);
      if (place.hamletRow !== undefined && column !== undefined) {
        return { tab: HAMLETS_TAB.title, cell: address(place.hamletRow, column), beside: [unit] };
      }
      return inBlock(`SL.${subject.element}`, VALUE_FIELDS[subject.field]);
    }
    case "activity":
      return inBlock(`HD.${subject.slot + 1}`, ACTIVITY_FIELDS[subject.field]);
    case "fund":
      return inBlock(`KP.${subject.source}`, subject.field === "planned" ? "first" : "second");
    case "task":
      return inBlock(`NV.${subject.task}`, TASK_FIELDS[subject.field]);
    case "assessment":
      return inBlock(`DG.${subject.part}`, "first");
  }
}
