/** The whole workbook read as one range says what its tabs say when they are read one by one, whatever people did to them. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvFolder } from "../../src/host/csv-folder.ts";
import type { CellModel, WorkbookModel } from "../../src/host/model.ts";
import { type OpenWorkbook, openWorkbook } from "../../src/host/open.ts";
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
function suffer(workbook: WorkbookModel, sequence: readonly Accident[]): OpenWorkbook {
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
const ONE_RANGE = 3;

describe("a workbook read as one range", () => {
  it("says of every example what its tabs say, in three calls instead of many", async () => {
    for (const [folder, year] of [[SAMPLE], [BROKEN], [FINAL, 2030]] as const) {
      const open = await openFolder(folder, year);
      const [whole, apart] = [tell(open), tell(readApart(open.workbook))];
      expect(whole.said).toEqual(apart.said);
      expect(whole.calls[0]).toBe(ONE_RANGE);
      expect(apart.calls[0]).toBeGreaterThan(ONE_RANGE * 5);
    }
  });

  it("says the same after accidents of every kind, and mostly still in three calls", { timeout: 300_000 }, () => {
    const base = makeBook();
    let fast = 0;
    const runs = 60;
    const check = fc.property(accidents, (sequence) => {
      const open = suffer(base, sequence);
      const apart = readApart(open.workbook);
      const [whole, other] = [tell(open), tell(apart)];
      if (whole.calls[0] === ONE_RANGE) fast++;
      expect(whole.said).toEqual(other.said);
    });
    fc.assert(check, { seed: 2282, numRuns: runs });
    expect(fast).toBeGreaterThan(runs / 2);
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
