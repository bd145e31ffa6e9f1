/** Imported values → cells of the forms and of the hamlets' grid; those of earlier years → rows of the tab `Lịch sử`. */
import { elementOf } from "../../core/plan/plan.ts";
import { type DataValue, isCount, type Typed, validFigures } from "../../core/value.ts";
import type { ImportedHistory, ImportedValue } from "../folder/values.ts";
import { asLiteral, type Cell } from "../grid.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { FIRST_DATA_ROW, HAMLET_GRID_ELEMENTS, HAMLETS_TAB, type HamletGridElement, HISTORY_TAB } from "../schema.ts";
import { numberCell, type PlaceOf, type Placing, placeInForm, splitColumns, textCell } from "./lines.ts";

type FigurePair = { readonly total: Typed; readonly women: Typed };

/** Returns a function that places one value; what is there stays where the file says nothing. */
export function valuePlacer(placeOf: PlaceOf, { commune, layout }: WorkbookRecords): (value: ImportedValue) => Placing {
  const typed = new Map(commune.values.map((value) => [keyOf(value), value]));
  return (value) => {
    const current = typed.get(keyOf(value));
    const figures = { total: value.total ?? current?.total, women: value.women ?? current?.women };
    const unruly = validFigures(elementOf(commune.plan, value.element), figures.total, figures.women) === undefined;
    const place = placeOf(value.unit);
    const element = HAMLET_GRID_ELEMENTS.find((known) => known === value.element);
    if (place?.hamletRow !== undefined && element) {
      const at = { tab: HAMLETS_TAB.title, row: place.hamletRow, unruly };
      return { lines: splitColumns(at, hamletCells(element, value, current, layout.hamletColumns)) };
    }
    const cells = [
      numberCell(value.total, current?.total),
      numberCell(value.women, current?.women),
      textCell(value.note, current?.note),
    ];
    return placeInForm(place, `SL.${value.element}`, "first", cells, unruly);
  };
}

function hamletCells(
  element: HamletGridElement,
  value: ImportedValue,
  current: DataValue | undefined,
  columns: WorkbookRecords["layout"]["hamletColumns"],
): ReadonlyMap<number, Cell> {
  return new Map([
    [columns.get(`${element}.total`) ?? 0, numberCell(value.total, current?.total)],
    [columns.get(`${element}.women`) ?? 0, numberCell(value.women, current?.women)],
    [columns.get(`${element}.note`) ?? 0, textCell(value.note, current?.note)],
  ]);
}

function keyOf({ unit, element }: { readonly unit: string; readonly element: string }): string {
  return `${unit}\n${element}`;
}

/** Returns a function that places a value of an earlier year: over its row where there is one, else below all others. */
export function historyPlacer({ commune, layout }: WorkbookRecords): (value: ImportedHistory) => Placing {
  const rows = new Map<string, { readonly row: number; readonly figures: FigurePair }>();
  const yearKey = (value: { readonly year: number; readonly unit: string; readonly element: string }) =>
    `${value.year}\n${keyOf(value)}`;
  commune.history.forEach((value, index) => {
    const row = layout.historyRows[index];
    if (row !== undefined && !rows.has(yearKey(value))) rows.set(yearKey(value), { row, figures: value });
  });
  const columns = layout.historyColumns;
  let next = (layout.historyEnd ?? FIRST_DATA_ROW - 1) + 1;
  return (value) => {
    const existing = rows.get(yearKey(value));
    const cells = new Map<number, Cell>([
      [columns.get("year") ?? 0, value.year],
      [columns.get("unit") ?? 0, asLiteral(value.unit)],
      [columns.get("element") ?? 0, value.element],
      [columns.get("total") ?? 0, numberCell(value.total, existing?.figures.total)],
      [columns.get("women") ?? 0, numberCell(value.women, existing?.figures.women)],
    ]);
    const at = { tab: HISTORY_TAB.title, row: existing?.row ?? next++, unruly: false };
    return { lines: splitColumns(at, cells) };
  };
}

/** Tells whether a cell's validation for counts would refuse an amount. */
export function isUnrulyCount(typed: Typed): boolean {
  return typed !== undefined && !isCount(typed);
}
