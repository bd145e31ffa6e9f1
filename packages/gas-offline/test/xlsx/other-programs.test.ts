import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Cell, openXlsx, type RoundtripWorkbook, saveXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { cellAt, ensureCell, newSheet, type SheetModel, type WorkbookModel } from "../../src/model.ts";
import { decodeWorkbook, encodeWorkbook, loadWorkbook, saveWorkbook } from "../../src/xlsx/file.ts";
import { richWorkbook } from "./rich-workbook.ts";

/** Saves a workbook, changes the file as another program would, and opens it again. */
async function changedElsewhere(
  workbook: WorkbookModel,
  change: (file: RoundtripWorkbook) => void,
): Promise<WorkbookModel> {
  const file = await openXlsx(await encodeWorkbook(workbook), { readStyles: true });
  change(file);
  return await decodeWorkbook(await saveXlsx(file), "sổ.xlsx");
}

/** Types into a cell of the file, over whatever it holds; null empties it. */
function type(
  file: RoundtripWorkbook,
  sheet: number,
  row: number,
  column: number,
  value: string | number | null,
): void {
  const target = file.sheets[sheet];
  if (!target) throw new Error(`no sheet ${sheet}`);
  while (target.rows.length < row) target.rows.push([]);
  const line = target.rows[row - 1] ?? [];
  while (line.length < column) line.push(null);
  line[column - 1] = value;
  target.cells?.delete(`${row - 1},${column - 1}`);
}

/** Puts a cell into the file as it is: with a formula, a style. */
function put(file: RoundtripWorkbook, sheet: number, key: string, cell: Cell): void {
  const target = file.sheets[sheet];
  if (!target) throw new Error(`no sheet ${sheet}`);
  target.cells ??= new Map();
  target.cells.set(key, cell);
}

function twoSheets(): WorkbookModel {
  const input = newSheet(1, "Nhập", 20, 5);
  ensureCell(input, 2, 1).value = "Xã A";
  ensureCell(input, 2, 2).value = 5;
  ensureCell(input, 3, 2).value = 7;
  const total = newSheet(2, "Tổng", 20, 5);
  Object.assign(ensureCell(total, 1, 1), { formula: "=SUM('Nhập'!B2:B3;0)", value: 12 });
  Object.assign(ensureCell(total, 2, 1), { formula: "=MY_LOC('Nhập'!A2:B3)", value: "Xã A" });
  const anchor = ensureCell(total, 2, 1);
  anchor.spill = { rows: 2, columns: 2 };
  Object.assign(ensureCell(total, 2, 2), { value: 5, spilledFrom: [2, 1] });
  Object.assign(ensureCell(total, 3, 1), { value: "", spilledFrom: [2, 1] });
  Object.assign(ensureCell(total, 3, 2), { value: 7, spilledFrom: [2, 1] });
  total.conditionalFormats.push({
    areas: [{ row: 1, column: 1, rows: 1, columns: 1 }],
    formula: "=Nhập!B2>3",
    bold: true,
  });
  return { ...richWorkbook(), sheets: [input, total], lastId: 2 };
}

const sheet = (workbook: WorkbookModel, index: number): SheetModel => {
  const found = workbook.sheets[index];
  if (!found) throw new Error(`no sheet ${index}`);
  return found;
};

describe("a workbook changed in another program", () => {
  it("has what was typed there", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      type(file, 0, 2, 2, 50);
      type(file, 0, 9, 4, "mới");
      type(file, 0, 25, 1, "dưới lưới");
    });
    expect(cellAt(sheet(back, 0), 2, 2)?.value).toBe(50);
    expect(cellAt(sheet(back, 0), 9, 4)?.value).toBe("mới");
    expect(cellAt(sheet(back, 0), 25, 1)?.value).toBe("dưới lưới");
    expect(sheet(back, 0).rows).toBe(25);
  });

  it("has no value where one was deleted", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => type(file, 0, 3, 2, null));
    expect(cellAt(sheet(back, 0), 3, 2)).toBeUndefined();
  });

  it("keeps its formulas and what they fill", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => type(file, 0, 2, 2, 50));
    expect(sheet(back, 1).cells).toEqual(sheet(twoSheets(), 1).cells);
  });

  it("keeps what was typed over a formula, as Google Sheets does", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      type(file, 1, 1, 1, 99);
      type(file, 1, 2, 1, "gõ đè");
    });
    expect(cellAt(sheet(back, 1), 1, 1)).toEqual({ value: 99 });
    expect(cellAt(sheet(back, 1), 2, 1)).toEqual({ value: "gõ đè" });
  });

  it("keeps what was typed where a formula spills, and the formula", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => type(file, 1, 3, 2, "gõ đè"));
    expect(cellAt(sheet(back, 1), 3, 2)).toEqual({ value: "gõ đè" });
    expect(cellAt(sheet(back, 1), 2, 1)?.formula).toBe("=MY_LOC('Nhập'!A2:B3)");
    expect(cellAt(sheet(back, 1), 2, 2)?.spilledFrom).toEqual([2, 1]);
  });

  it("has a formula again that was emptied", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => type(file, 1, 2, 1, null));
    expect(cellAt(sheet(back, 1), 2, 1)).toEqual(cellAt(sheet(twoSheets(), 1), 2, 1));
  });

  it("takes a new formula over in its own dialect", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      put(file, 1, "0,0", { value: 3, type: "formula", formula: 'IF(B2>1,"a,b",3)', formulaResult: 3 });
      put(file, 0, "5,0", { value: 3, type: "formula", formula: "_xlfn.IFS(B2>1,3)", formulaResult: 3 });
    });
    expect(cellAt(sheet(back, 1), 1, 1)).toEqual({ value: 3, formula: '=IF(B2>1;"a,b";3)' });
    expect(cellAt(sheet(back, 0), 6, 1)).toEqual({ value: 3, formula: "=IFS(B2>1;3)" });
  });

  it("reads formulas that Excel shares between cells", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      const shared = {
        value: 1,
        type: "formula",
        formulaResult: 1,
        formulaType: "shared",
        formulaSharedIndex: 0,
      } as const;
      put(file, 0, "1,2", { ...shared, formula: "B2*2", formulaRef: "C2:C3" });
      put(file, 0, "2,2", { ...shared, formula: "" });
    });
    expect(cellAt(sheet(back, 0), 3, 3)?.formula).toBe("=B3*2");
  });

  it("knows a sheet that was renamed, and what refers to it", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      if (file.sheets[0]) file.sheets[0].name = "Số liệu 2026";
      const total = file.sheets[1]?.cells?.get("0,0");
      if (total) total.formula = "SUM('Số liệu 2026'!B2:B3,0)";
    });
    expect(back.sheets.map(({ id, name }) => [id, name])).toEqual([
      [1, "Số liệu 2026"],
      [2, "Tổng"],
    ]);
    expect(cellAt(sheet(back, 1), 1, 1)?.formula).toBe("=SUM('Số liệu 2026'!B2:B3;0)");
    expect(cellAt(sheet(back, 1), 2, 1)?.formula).toBe("=MY_LOC('Số liệu 2026'!A2:B3)");
    expect(sheet(back, 1).conditionalFormats[0]?.formula).toBe("='Số liệu 2026'!B2>3");
  });

  it("has a sheet that was added, under a new id, and not one that was removed", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      file.sheets.splice(1, 1);
      file.sheets.unshift({ name: "Thêm", rows: [["a", null, 2]] });
    });
    expect(back.sheets.map(({ id, name }) => [id, name])).toEqual([
      [3, "Thêm"],
      [1, "Nhập"],
    ]);
    expect(cellAt(sheet(back, 0), 1, 3)?.value).toBe(2);
    expect(back.lastId).toBe(3);
  });

  it("keeps the order that the sheets were given", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      file.sheets.reverse();
    });
    expect(back.sheets.map(({ id }) => id)).toEqual([2, 1]);
  });

  it("shows the look that a cell was given there", async () => {
    const back = await changedElsewhere(twoSheets(), (file) => {
      const style = { font: { name: "Arial", size: 10, bold: true }, numFmt: "dd/mm/yyyy" };
      put(file, 0, "1,1", { value: 46089, type: "number", style });
    });
    expect(cellAt(sheet(back, 0), 2, 2)).toEqual({ value: 46089, format: { bold: true, numberFormat: "dd/mm/yyyy" } });
  });
});

describe.skipIf(!existsSync("/usr/bin/soffice"))("a workbook saved again by LibreOffice", () => {
  it("has lost nothing that was entered", { timeout: 120_000 }, async () => {
    const folder = await mkdtemp(join(tmpdir(), "gas-offline-"));
    try {
      const workbook = richWorkbook();
      await saveWorkbook(workbook, join(folder, "sổ.xlsx"), { overwrite: false });
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      const out = join(folder, "lo");
      const args = [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, join(folder, "sổ.xlsx")];
      execFileSync("/usr/bin/soffice", args, { stdio: "ignore" });
      const back = await loadWorkbook(join(out, "sổ.xlsx"));
      expect({ ...back, sheets: back.sheets.map(withoutCells) }).toEqual({
        ...workbook,
        sheets: workbook.sheets.map(withoutCells),
      });
      workbook.sheets.forEach((before, index) => {
        before.cells.forEach((line, row) => {
          line?.forEach((cell, column) => {
            if (!cell) return;
            const after = cellAt(sheet(back, index), row, column) ?? {};
            const place = `${before.name} ${row}:${column}`;
            expect({ ...after, value: undefined }, place).toEqual({ ...cell, value: undefined });
            // LibreOffice keeps 15 digits, drops empty texts, and computes what it can.
            if (typeof cell.value === "number") expect(after.value, place).toBeCloseTo(cell.value, 12);
            else if (cell.value !== "" && cell.formula === undefined) expect(after.value, place).toEqual(cell.value);
          });
        });
      });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function withoutCells({ cells: _, ...rest }: SheetModel): Omit<SheetModel, "cells"> {
  return rest;
}
