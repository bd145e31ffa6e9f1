/** What people do to a workbook in a hurry, drawn at random: told in fractions, so that each fits whatever is there. */
import fc from "fast-check";
import type { Action, Area, SheetModel, WorkbookModel } from "gas-offline";

const KINDS = [
  "type",
  "pasteText",
  "copyPaste",
  "cutPaste",
  "clearContent",
  "clearAll",
  "insertRows",
  "insertColumns",
  "deleteRows",
  "deleteColumns",
  "moveRows",
  "moveColumns",
  "sortRange",
  "renameSheet",
  "duplicateSheet",
  "deleteSheet",
  "moveSheet",
  "hideSheet",
  "colourSheet",
  "clearValidation",
  "setFormat",
  "merge",
  "unmerge",
  "hideRows",
] as const;

/** An accident before it meets a workbook: numbers from 0 to 999 say where, of what there is. */
export type Accident = {
  readonly kind: (typeof KINDS)[number];
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly toSheet: number;
  readonly toRow: number;
  readonly toColumn: number;
  readonly text: string;
};

const part = fc.integer({ min: 0, max: 999 });

export const accidents: fc.Arbitrary<readonly Accident[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KINDS),
    sheet: part,
    row: part,
    column: part,
    rows: fc.integer({ min: 1, max: 5 }),
    columns: fc.integer({ min: 1, max: 4 }),
    toSheet: part,
    toRow: part,
    toColumn: part,
    text: fc.constantFrom("xyz", "=1+1", "9000001", "#REF!", "12 người", "Nguyên văn", "0", "-5", "15/11/2026"),
  }),
  { minLength: 1, maxLength: 4 },
);

function pick(part: number, count: number): number {
  return Math.floor((part * count) / 1000);
}

/** Tells which sheets an accident may hit: those of the workbook, hidden ones seldom. */
function sheetAt(workbook: WorkbookModel, at: number): SheetModel {
  const sheet = workbook.sheets[pick(at, workbook.sheets.length)];
  if (!sheet) throw new Error("a workbook without a sheet");
  return sheet;
}

function areaIn(sheet: SheetModel, accident: Accident): Area {
  const row = 1 + pick(accident.row, Math.min(sheet.rows, 70));
  const column = 1 + pick(accident.column, sheet.columns);
  return {
    row,
    column,
    rows: Math.min(accident.rows, sheet.rows - row + 1),
    columns: Math.min(accident.columns, sheet.columns - column + 1),
  };
}

/** Makes an accident into what a person does in this workbook. */
export function actionOf(workbook: WorkbookModel, accident: Accident): Action {
  const model = sheetAt(workbook, accident.sheet);
  const sheet = model.id;
  const area = areaIn(model, accident);
  const { row, column } = area;
  const { kind } = accident;
  const lines = kind.endsWith("Rows") ? { at: row, count: area.rows } : { at: column, count: area.columns };
  switch (kind) {
    case "type":
      return { kind, sheet, row, column, value: accident.text };
    case "pasteText": {
      const texts = Array.from({ length: accident.rows }, () =>
        Array.from({ length: accident.columns }, () => accident.text),
      );
      return { kind, sheet, row, column, texts };
    }
    case "copyPaste":
    case "cutPaste": {
      const target = sheetAt(workbook, kind === "cutPaste" ? accident.sheet : accident.toSheet);
      const to = areaIn(target, { ...accident, row: accident.toRow, column: accident.toColumn });
      return { kind, sheet, area, to: { sheet: target.id, row: to.row, column: to.column } };
    }
    case "clearContent":
    case "clearAll":
    case "clearValidation":
    case "merge":
    case "unmerge":
      return { kind, sheet, area };
    case "insertRows":
    case "insertColumns":
    case "deleteRows":
    case "deleteColumns":
    case "hideRows":
      return { kind, sheet, ...lines };
    case "moveRows":
    case "moveColumns": {
      const most = kind === "moveRows" ? Math.min(model.rows, 70) : model.columns;
      return { kind, sheet, ...lines, before: 1 + pick(accident.toRow, most) };
    }
    case "sortRange":
      return { kind, sheet, area, column, ascending: accident.toRow < 500 };
    case "setFormat":
      return { kind, sheet, area, format: { numberFormat: "0.00", background: "#ffffff" } };
    case "renameSheet":
      return { kind, sheet, name: `Tên mới ${accident.toRow}` };
    case "moveSheet":
      return { kind, sheet, position: 1 + pick(accident.toRow, workbook.sheets.length) };
    case "colourSheet":
      return { kind, sheet, colour: "#ff0000" };
    default:
      return { kind, sheet };
  }
}
