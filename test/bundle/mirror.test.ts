/** The whole workbook read as one range says what its tabs say when they are read one by one, whatever people did to them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { type CellModel, type OpenWorkbook, openWorkbook, type SheetModel, type WorkbookModel } from "gas-offline";
import { readCsvFolder } from "so2282-cli";
import { describe, expect, inject, it } from "vitest";
import { type Accident, accidents, actionOf } from "./accidents/accidents.ts";
import { makeBook } from "./accidents/book.ts";
import { communeOf, type Files, SAMPLE, writeFolder } from "./folders.ts";
import { bundle, openEmpty, sumOf } from "./opened.ts";

const MIRROR = /^=VSTACK\("Cấu hình\|/;
const BROKEN = fileURLToPath(new URL("../../examples/broken", import.meta.url));
const FINAL = fileURLToPath(new URL("../../examples/tong-ket-2030", import.meta.url));

/** What a workbook says: its scorecard, its issues with their cells, its desk; a fault by its words. */
function tell(open: OpenWorkbook): { readonly said: readonly string[]; readonly calls: readonly number[] } {
  const calls: number[] = [];
  const said = (["getScorecard", "getIssues", "getDesk"] as const).map((name) => {
    open.takeCalls();
    let told: string;
    try {
      told = JSON.stringify(open.run(name));
    } catch (thrown) {
      told = String(thrown);
    }
    calls.push(sumOf(open.takeCalls()));
    return told;
  });
  return { said, calls };
}

function mirrorCells({ sheets }: WorkbookModel): readonly CellModel[] {
  return sheets.flatMap(({ cells }) =>
    cells.flatMap((line) => (line ?? []).flatMap((cell) => (cell && MIRROR.test(cell.formula ?? "") ? [cell] : []))),
  );
}

/** The same workbook with a word typed over its mirror, which so gives nothing: its tabs are read one by one. */
function readApart(workbook: WorkbookModel): OpenWorkbook {
  const copy = structuredClone(workbook);
  for (const cell of mirrorCells(copy)) {
    delete cell.formula;
    delete cell.spill;
    cell.value = "gõ đè";
  }
  return openWorkbook(copy, bundle);
}

async function openFolder(folder: string, year?: number): Promise<OpenWorkbook> {
  const open = openEmpty();
  open.run("createWorkbook", [(await readCsvFolder(folder)).tables, year ?? null]);
  return open;
}

async function openFiles(files: Files): Promise<OpenWorkbook> {
  const parent = await mkdtemp(join(tmpdir(), "so2282-"));
  try {
    return await openFolder(await writeFolder(parent, "xa", files));
  } finally {
    await rm(parent, { recursive: true });
  }
}

/** Lets accidents happen to a copy of a workbook; Google's rules may refuse them. */
function runSequence(workbook: WorkbookModel, sequence: readonly Accident[]): OpenWorkbook {
  const open = openWorkbook(structuredClone(workbook), bundle);
  for (const accident of sequence) {
    try {
      open.act(actionOf(open.workbook, accident));
    } catch {
      // What the rules refuse did not happen.
    }
  }
  return open;
}

/** The calls of a scorecard that is read as one range. */
const ONE_RANGE = 5;

const MIRROR_COLUMN = 11;

function dataSheet({ workbook }: OpenWorkbook): SheetModel {
  const found = workbook.sheets.find(({ name }) => name === "Dữ liệu");
  if (!found) throw new Error("no tab Dữ liệu");
  return found;
}

function sheetNamed({ workbook }: OpenWorkbook, title: string): SheetModel {
  const found = workbook.sheets.find(({ name }) => name === title);
  if (!found) throw new Error(`no tab ${title}`);
  return found;
}

/** What people, or an earlier version, can leave of the mirror: each makes reading slower, none makes it wrong. */
const DAMAGES: readonly (readonly [string, (open: OpenWorkbook) => void])[] = [
  [
    "made by an earlier version, without its columns",
    (open) => {
      const sheet = dataSheet(open);
      open.act({ kind: "deleteColumns", sheet: sheet.id, at: MIRROR_COLUMN, count: sheet.columns - MIRROR_COLUMN + 1 });
    },
  ],
  ["whose formula was typed over", (open) => open.typeInto(dataSheet(open), 5, MIRROR_COLUMN, "gõ đè")],
  ["whose formula was deleted", (open) => open.typeInto(dataSheet(open), 5, MIRROR_COLUMN, "")],
  ["whose formula is blocked", (open) => open.typeInto(dataSheet(open), 40, MIRROR_COLUMN + 2, "chắn")],
  [
    "that lost its last columns",
    (open) => open.act({ kind: "deleteColumns", sheet: dataSheet(open).id, at: MIRROR_COLUMN + 4, count: 7 }),
  ],
];

describe("a workbook read as one range", () => {
  it("says of every example what its tabs say, in five calls instead of many", async () => {
    for (const [folder, year] of [[SAMPLE], [BROKEN], [FINAL, 2030]] as const) {
      const open = await openFolder(folder, year);
      const [whole, apart] = [tell(open), tell(readApart(open.workbook))];
      expect(whole.said).toEqual(apart.said);
      expect(whole.calls[0]).toBe(ONE_RANGE);
      expect(apart.calls[0]).toBeGreaterThan(ONE_RANGE * 3);
    }
  });

  it("says the same after accidents of every kind, and mostly still in five calls", { timeout: 300_000 }, () => {
    const base = makeBook();
    let fast = 0;
    const runs = inject("soak") ? 60 : 20;
    const check = fc.property(accidents, (sequence) => {
      const open = runSequence(base, sequence);
      const apart = readApart(open.workbook);
      const [whole, other] = [tell(open), tell(apart)];
      if (whole.calls[0] === ONE_RANGE) fast++;
      expect(whole.said).toEqual(other.said);
    });
    fc.assert(check, { seed: 2282, numRuns: runs });
    expect(fast).toBeGreaterThan(runs / 2);
  });

  it.each(DAMAGES)("says the same of one %s, until a set-up or a repair mends it, and nothing else", (_, damage) => {
    const base = makeBook();
    const before = tell(openWorkbook(structuredClone(base), bundle)).said;
    for (const mending of ["setUpWorkbook", "repairWorkbook"]) {
      const open = openWorkbook(structuredClone(base), bundle);
      damage(open);
      const broken = tell(open);
      expect(broken.said).toEqual(before);
      expect(broken.calls[0]).toBeGreaterThan(ONE_RANGE);
      open.run(mending);
      const mended = tell(open);
      expect([mended.said, mended.calls[0]]).toEqual([before, ONE_RANGE]);
      const { columns, hiddenColumns } = dataSheet(open);
      expect(columns).toBe(dataSheet(openWorkbook(structuredClone(base), bundle)).columns);
      expect([...hiddenColumns].sort((one, other) => one - other)).toContain(MIRROR_COLUMN);
      const again = structuredClone(open.workbook);
      open.run(mending);
      expect(open.workbook).toEqual(again);
    }
  });

  it("comes back after each of the tabs that it mirrors was deleted and made again", { timeout: 120_000 }, () => {
    const base = makeBook();
    for (const title of ["Chỉ tiêu", "Nhiệm vụ", "Các ấp", "Lịch sử", "Nhật ký"]) {
      const open = openWorkbook(structuredClone(base), bundle);
      open.act({ kind: "deleteSheet", sheet: sheetNamed(open, title).id });
      expect(tell(open).calls[0]).toBeGreaterThan(ONE_RANGE);
      open.run("repairWorkbook");
      const { said, calls } = tell(open);
      expect([calls[0], said]).toEqual([ONE_RANGE, tell(readApart(open.workbook)).said]);
    }
  });

  it("does not decide by values that were pasted in place of the formula", () => {
    const workbook = makeBook();
    for (const line of dataSheet(openWorkbook(workbook, bundle)).cells) {
      for (const cell of line ?? []) if (cell?.spilledFrom?.[1] === MIRROR_COLUMN) delete cell.spilledFrom;
    }
    for (const cell of mirrorCells(workbook)) {
      delete cell.formula;
      delete cell.spill;
    }
    const open = openWorkbook(workbook, bundle);
    const settings = sheetNamed(open, "Cấu hình");
    const deadline = settings.cells.findIndex((line) => line?.[1]?.value === "deadline");
    open.typeInto(settings, deadline, 3, "20/10/2026");
    expect(tell(open).said[2]).toContain("19/10/2026");
    open.run("setUpWorkbook");
    const { said, calls } = tell(open);
    expect(calls[0]).toBe(ONE_RANGE);
    expect(said[2]).toContain("19/10/2026");
    expect(sheetNamed(open, "Lưu trữ").cells[5]?.[1]?.value).toBeUndefined();
  });

  it("takes days for days where somebody gave a cell of the settings, or of earlier years, a day's format", () => {
    const open = openWorkbook(makeBook(), bundle);
    const formatted = (title: string, row: number, column: number, value: unknown): void => {
      const sheet = sheetNamed(open, title);
      const area = { row, column, rows: 1, columns: 1 };
      open.act({ kind: "setFormat", sheet: sheet.id, area, format: { numberFormat: "dd/mm/yyyy" } });
      open.typeInto(sheet, row, column, value);
    };
    const settings = sheetNamed(open, "Cấu hình");
    const deadline = settings.cells.findIndex((line) => line?.[1]?.value === "deadline");
    formatted("Cấu hình", deadline, 3, "20/10/2026");
    formatted("Lịch sử", 5, 4, "03/05/2025");
    expect(typeof settings.cells[deadline]?.[3]?.value).toBe("number");
    const [whole, apart] = [tell(open), tell(readApart(open.workbook))];
    expect(whole.said).toEqual(apart.said);
    expect(whole.said[2]).toContain("19/10/2026");
    expect(whole.said[1]).toContain("03/05/2025");
  });

  it("sees what a script has just written", () => {
    const open = openWorkbook(makeBook(), bundle);
    const files = [{ file: "history.csv", header: ["year", "unit", "element", "total", "women"] }];
    const rows = [{ line: 2, cells: ["2025", "VH", "CUX", "20", "5"] }];
    open.run("importFolder", [files.map((file) => ({ ...file, rows }))]);
    const { said, calls } = tell(open);
    expect(calls[0]).toBe(ONE_RANGE);
    expect(JSON.parse(said[0] ?? "").indicators).toContainEqual(
      expect.objectContaining({ code: "CT2.CUX", previous: 25 }),
    );
  });

  it("says the same of communes of every size", async () => {
    for (const units of [1, 2, 13, 40]) {
      const open = await openFiles(communeOf(units));
      const [whole, apart] = [tell(open), tell(readApart(open.workbook))];
      expect(whole.said).toEqual(apart.said);
      expect(whole.calls[0]).toBe(ONE_RANGE);
    }
  });
});
