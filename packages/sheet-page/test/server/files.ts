/** Workbooks on disk for the tests of the page: a unit's form, a total, and the files around them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCell, newSheet, newWorkbook, type SheetModel, saveWorkbook, type WorkbookModel } from "gas-offline";
import { afterEach, beforeEach } from "vitest";

export const OWNER = "nguoi-tong-hop@xa.example";
export const STATION = "tram-yte@xa.example";

/** Ids of the two sheets. */
export const FORM = 1;
export const TOTALS = 2;

/**
 * `Biểu`: A1 is the station's figure, a whole number from 0, green from 10 on; B1 is the coordinator's.
 * `Tổng`: A1 doubles the figure.
 */
export function smallBook(): WorkbookModel {
  const form = newSheet(FORM, "Biểu", 20, 5);
  Object.assign(ensureCell(form, 1, 1), {
    value: 3,
    format: { numberFormat: "0", background: "#fffbe6" },
    validation: { kind: "formula", formula: "=AND(ISNUMBER(A1);A1>=0)", strict: true, help: "Nhập số từ 0." },
  });
  form.conditionalFormats.push({
    areas: [{ row: 1, column: 1, rows: 1, columns: 1 }],
    formula: "=A1>=10",
    background: "#d5f0dd",
  });
  protect(form);
  const totals = newSheet(TOTALS, "Tổng", 20, 5);
  ensureCell(totals, 1, 1).formula = "=2*'Biểu'!A1";
  return { ...newWorkbook("so"), owner: OWNER, editors: [STATION], sheets: [form, totals], lastId: 9 };
}

function protect(form: SheetModel): void {
  const cell = { row: 1, column: 1, rows: 1, columns: 1 };
  const common = { domainEdit: false, warningOnly: false };
  form.protections.push(
    { id: 3, kind: "sheet", description: "", editors: [OWNER], unprotected: [cell], ...common },
    {
      id: 4,
      kind: "range",
      area: cell,
      description: "Trạm Y tế",
      editors: [OWNER, STATION],
      unprotected: [],
      ...common,
    },
  );
}

/** A folder for each test, gone afterwards. */
export function folderOfTest(): { readonly path: (name: string) => string } {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "sheet-page-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return { path: (name) => join(folder, name) };
}

/** Puts the small book, or another, on the disk. */
export async function writeBook(path: string, book = smallBook()): Promise<string> {
  await saveWorkbook(book, path, { overwrite: false });
  return path;
}
