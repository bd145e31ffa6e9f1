/** Rows and columns that somebody moved: nothing is written, locked or shown by where it once stood. */
import fc from "fast-check";
import type { WorkbookModel } from "gas-offline";
import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { held, rowOf, sheetOf } from "./desk.ts";
import { callAs, deskOf, HAMLET, makeOffice, STATION, submitAs } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

const BASE = makeOffice();

function openOffice(workbook: WorkbookModel = structuredClone(BASE)): OpenWorkbook {
  return openWorkbook(workbook, bundle);
}

function insertRows(open: OpenWorkbook, tab: string, at: number, count = 1): void {
  open.act({ kind: "insertRows", sheet: sheetOf(open, tab).id, at, count });
}

const FILES: Readonly<Record<string, readonly string[]>> = {
  "values.csv": ["unit,element,total,women,note", "TYT,LD,8,2,"],
  "activities.csv": ["unit,date,theme,kind,co_organisers,participants,women,link", "TYT,2026-03-08,Ngày hội,,,40,30,"],
  "funds.csv": ["unit,source,planned,spent", "TYT,ns,5000000,4000000"],
  "assessments.csv": ["unit,results,difficulties,causes,proposals", "TYT,Đã làm xong,,,", "AP1,Ấp làm xong,,,"],
};

/** Imports the lines of these files. */
function importFiles(open: OpenWorkbook, names: readonly string[] = Object.keys(FILES)): unknown {
  const tables = names.map((file) => {
    const [header = "", ...lines] = FILES[file] ?? [];
    const rows = lines.map((text, index) => ({ line: index + 2, cells: text.split(",") }));
    return { file, header: header.split(","), rows };
  });
  return open.run("importFolder", [tables]);
}

const REPAIR = expect.stringContaining("Kiểm tra và sửa sổ");

describe("an import into a form whose rows have moved", () => {
  it.each([
    ["above the form", 1],
    ["above its header", 5],
    ["below its header", 6],
  ])("writes beside the keys when a row came in %s", (_, at) => {
    const open = openOffice();
    insertRows(open, "TYT", at);
    expect(importFiles(open)).toEqual({ placed: 5, refusals: [] });
    expect(held(open, "TYT", rowOf(open, "TYT", "SL.LD"), 4, 2)).toEqual([8, 2]);
    expect(held(open, "TYT", rowOf(open, "TYT", "HD.1"), 3, 3)).toEqual(["Ngày hội", 40, 30]);
    expect(held(open, "TYT", rowOf(open, "TYT", "KP.ns"), 4, 2)).toEqual([5_000_000, 4_000_000]);
    expect(held(open, "TYT", rowOf(open, "TYT", "DG.results"), 4, 1)).toEqual(["Đã làm xong"]);
  });

  it("writes beside the keys of a hamlet's block", () => {
    const open = openOffice();
    insertRows(open, "Hoạt động ấp", 5, 2);
    expect(importFiles(open, ["assessments.csv"])).toMatchObject({ placed: 2, refusals: [] });
    expect(held(open, "Hoạt động ấp", rowOf(open, "Hoạt động ấp", "DG.results", "AP1"), 4, 1)).toEqual(["Ấp làm xong"]);
  });

  it("writes beside the keys when a column came in on the left", () => {
    const open = openOffice();
    open.act({ kind: "insertColumns", sheet: sheetOf(open, "TYT").id, at: 1, count: 1 });
    expect(importFiles(open, ["values.csv"])).toMatchObject({ placed: 1, refusals: [] });
    expect(held(open, "TYT", 6, 3, 4)).toEqual(["SL.LD", expect.any(String), 8, 2]);
  });

  it("refuses a row that was deleted, and names it; the others are placed", () => {
    const open = openOffice();
    open.act({ kind: "deleteRows", sheet: sheetOf(open, "TYT").id, at: rowOf(open, "TYT", "SL.LD"), count: 1 });
    const before = structuredClone(sheetOf(open, "TYT").cells[6]);
    expect(importFiles(open, ["values.csv", "funds.csv"])).toEqual({
      placed: 1,
      refusals: [{ file: "values.csv", line: 2, message: REPAIR }],
    });
    expect(sheetOf(open, "TYT").cells[6]).toEqual(before);
  });

  it("refuses rows that were sorted away from their keys", () => {
    const open = openOffice();
    const area = { row: 6, column: 3, rows: 6, columns: 3 };
    open.act({ kind: "sortRange", sheet: sheetOf(open, "TYT").id, area, column: 3, ascending: true });
    const sorted = structuredClone(sheetOf(open, "TYT").cells);
    expect(importFiles(open, ["values.csv"])).toEqual({
      placed: 0,
      refusals: [{ file: "values.csv", line: 2, message: REPAIR }],
    });
    expect(sheetOf(open, "TYT").cells).toEqual(sorted);
  });

  it("writes no figure beside another key, wherever rows and columns were put in, taken out or moved", {
    timeout: 300_000,
  }, () => {
    const change = fc.record({
      kind: fc.constantFrom("insertRows", "insertColumns", "deleteRows", "moveRows", "moveColumns"),
      at: fc.integer({ min: 1, max: 12 }),
      count: fc.integer({ min: 1, max: 2 }),
      before: fc.integer({ min: 1, max: 14 }),
    });
    const check = fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
      const open = openOffice();
      const { id } = sheetOf(open, "TYT");
      for (const { kind, at, count, before } of changes) {
        try {
          if (kind === "moveRows" || kind === "moveColumns") open.act({ kind, sheet: id, at, count, before });
          else open.act({ kind, sheet: id, at, count });
        } catch {
          // What the rules refuse did not happen.
        }
      }
      const before = structuredClone(sheetOf(open, "TYT").cells);
      // What cannot be read at all is refused as a whole.
      let outcome: unknown = { placed: 0 };
      try {
        outcome = importFiles(open, ["values.csv"]);
      } catch (thrown) {
        expect(String(thrown)).toContain("Sổ 2282 →");
      }
      const { cells } = sheetOf(open, "TYT");
      const written = cells.flatMap((line, row) =>
        (line ?? []).flatMap((cell, column) =>
          // Column J is the form's own remark on the figure, which follows from it.
          cell?.formula === undefined && cell?.value !== before[row]?.[column]?.value ? [{ row, column }] : [],
        ),
      );
      for (const { row } of written) expect(cells[row]?.some((cell) => cell?.value === "SL.LD")).toBe(true);
      expect(outcome).toMatchObject({ placed: written.length === 0 ? 0 : 1 });
    });
    fc.assert(check, { seed: 2282, numRuns: 8 });
  });
});

describe("a submission of a form whose rows have moved", () => {
  it("is written into its row, by the unit itself", () => {
    const owner = openOffice();
    insertRows(owner, "TYT", 5, 2);
    for (let row = 8; row < 30; row++) owner.typeInto(sheetOf(owner, "TYT"), row, 5, row === 8 ? 1 : "");
    submitAs(openWorkbook(owner.workbook, bundle, STATION), "TYT");
    expect(held(owner, "TYT", rowOf(owner, "TYT", "XN.nop"), 4, 1)).toEqual(["Trưởng đơn vị"]);
  });

  it("says where it cannot be written, and blames nobody's rights", () => {
    const owner = openOffice();
    const hamlet = openWorkbook(owner.workbook, bundle, HAMLET);
    const { digest } = callAs(hamlet, "getChecklist", { unit: "AP1" }).unit;
    const { id } = sheetOf(owner, "Hoạt động ấp");
    const row = rowOf(owner, "Hoạt động ấp", "XN.nop", "AP1");
    owner.act({ kind: "insertRows", sheet: id, at: row + 1, count: 1 });
    for (const [column, value] of [
      [1, "AP1"],
      [2, "XN.nop"],
    ] as const)
      owner.typeInto(sheetOf(owner, "Hoạt động ấp"), row + 1, column, value);
    const words = messageOf(() => callAs(hamlet, "submit", { unit: "AP1", digest, role: "Trưởng ấp", zeros: [] }));
    expect(words).toContain("Kiểm tra và sửa sổ");
    expect(words).not.toContain("không có quyền");
  });
});

function submitHamlet(owner: OpenWorkbook): void {
  insertRows(owner, "Hoạt động ấp", 5, 3);
  submitAs(openWorkbook(owner.workbook, bundle, HAMLET), "AP1");
  expect(held(owner, "Hoạt động ấp", rowOf(owner, "Hoạt động ấp", "XN.nop", "AP1"), 4, 1)).toEqual(["Trưởng đơn vị"]);
}

describe("an approval of a hamlet whose block has moved", () => {
  it("locks its own rows and leaves its neighbour's open", () => {
    const owner = openOffice();
    submitHamlet(owner);
    const { digest } = deskOf(owner).units.find(({ unit }) => unit === "AP1") ?? { digest: "" };
    expect(callAs(owner, "approve", { units: [{ unit: "AP1", digest }] })).toMatchObject({
      done: ["AP1"],
      refused: [],
    });
    const labels = sheetOf(owner, "Hoạt động ấp").protections.filter(({ kind }) => kind === "range");
    const locked = labels.filter(({ description }) => description.includes("đã duyệt"));
    expect(locked).toHaveLength(1);
    expect(locked[0]?.area?.row).toBe(rowOf(owner, "Hoạt động ấp", "HD.1", "AP1") - 1);
  });
});

describe("an approval in bulk with a form that fell apart", () => {
  it("refuses that unit alone, before anything is noted, and approves the others", () => {
    const owner = openOffice();
    for (const [mailbox, unit] of [
      [HAMLET, "AP1"],
      [STATION, "TYT"],
    ] as const)
      submitAs(openWorkbook(owner.workbook, bundle, mailbox), unit);
    const wanted = deskOf(owner)
      .units.filter(({ state }) => state === "submitted")
      .map(({ unit, digest }) => ({ unit, digest }));
    expect(wanted.map(({ unit }) => unit).sort()).toEqual(["AP1", "TYT"]);
    // A row of another hamlet comes between the rows of this one.
    const row = rowOf(owner, "Hoạt động ấp", "HD.2", "AP1");
    insertRows(owner, "Hoạt động ấp", row);
    owner.typeInto(sheetOf(owner, "Hoạt động ấp"), row, 1, "AP2");
    const outcome = callAs(owner, "approve", { units: wanted });
    expect(outcome.done).toEqual(["TYT"]);
    expect(outcome.refused).toEqual([{ unit: "AP1", reason: REPAIR }]);
    expect(owner.workbook.documentProperties.has("workflow.locking")).toBe(false);
    // Nothing is left that would stop the next act.
    expect(callAs(owner, "reopen", { unit: "TYT", digest: "", reason: "Sửa lại số liệu" }).done).toEqual(["TYT"]);
  });
});

describe("“Đến ô” of a sidebar that was opened before rows moved", () => {
  it("leads to the row as it stands now, and says so where it is gone", () => {
    const open = openOffice();
    const link = callAs(open, "getChecklist", { unit: "TYT" }).items[0]?.link;
    if (!link) throw new Error("a checklist without items");
    insertRows(open, "TYT", 5, 2);
    open.run("activateCell", [link]);
    expect(open.context.chosen?.area).toMatchObject({ row: rowOf(open, "TYT", link.beside?.[1] ?? "") });
    open.act({
      kind: "deleteRows",
      sheet: sheetOf(open, "TYT").id,
      at: rowOf(open, "TYT", link.beside?.[1] ?? ""),
      count: 1,
    });
    expect(messageOf(() => open.run("activateCell", [link]))).toContain("Kiểm tra và sửa sổ");
  });
});

type Issue = { readonly code: string; readonly tab: string; readonly cell: string; readonly unit: string };

function issuesOf(open: OpenWorkbook): readonly Issue[] {
  return open.run("getIssues") as readonly Issue[];
}

/** The rows of the tab “Kiểm tra” of one unit: the tab and the cell that each names. */
function listed(open: OpenWorkbook, unit: string): readonly string[] {
  const { cells } = sheetOf(open, "Kiểm tra");
  return cells.flatMap((line) => (line?.[2]?.value === unit ? [`${line[3]?.value} ${line[4]?.value}`] : []));
}

/** The cell of a key, so many columns to its right. */
function beside(open: OpenWorkbook, tab: string, key: string, right: number, unit?: string): string {
  const line = sheetOf(open, tab).cells.findIndex(
    (cells) => cells?.some((cell) => cell?.value === key) && (!unit || cells.some((cell) => cell?.value === unit)),
  );
  const column = sheetOf(open, tab).cells[line]?.findIndex((cell) => cell?.value === key) ?? -1;
  return `${tab} ${String.fromCharCode(64 + column + right)}${line}`;
}

const NAMED = "Gặp bà Trần Thị Mận";

describe("the cells that the tab “Kiểm tra” and “check --json” name", () => {
  it.each([
    ["a row came in above a form", "insertRows", 1],
    ["a row came in below its header", "insertRows", 6],
    ["a row came in among the tasks", "insertRows", 20],
    ["a row above its header was deleted", "deleteRows", 3],
    ["a column came in on the left", "insertColumns", 1],
  ] as const)("are those beside the keys when %s", (_, kind, at) => {
    const open = openOffice();
    const { id } = sheetOf(open, "TYT");
    // A name, which nothing here may hold, in an activity and in the assessment.
    open.typeInto(sheetOf(open, "TYT"), rowOf(open, "TYT", "HD.1"), 3, NAMED);
    open.typeInto(sheetOf(open, "TYT"), rowOf(open, "TYT", "DG.results"), 4, NAMED);
    open.act({ kind, sheet: id, at, count: 1 });
    const keys = { "HD.1": 1, "DG.results": 2 };
    const expected = Object.entries(keys).map(([key, right]) => beside(open, "TYT", key, right));
    const cells = issuesOf(open).flatMap(({ unit, tab, cell }) => (unit === "TYT" ? [`${tab} ${cell}`] : []));
    expect(cells).toEqual(expect.arrayContaining(expected));
    expect(listed(open, "TYT")).toEqual(cells);
    open.run("repairWorkbook");
    const repaired = issuesOf(open).flatMap(({ unit, tab, cell }) => (unit === "TYT" ? [`${tab} ${cell}`] : []));
    expect(repaired).toEqual(expect.arrayContaining([beside(open, "TYT", "DG.results", 2)]));
  });

  it("follow a hamlet's block, and rows that were moved", () => {
    const open = openOffice();
    const tab = "Hoạt động ấp";
    open.typeInto(sheetOf(open, tab), rowOf(open, tab, "DG.results", "AP1"), 4, NAMED);
    insertRows(open, tab, 5, 2);
    const from = rowOf(open, tab, "DG.results", "AP1");
    open.act({ kind: "moveRows", sheet: sheetOf(open, tab).id, at: from, count: 1, before: from + 2 });
    const cell = beside(open, tab, "DG.results", 2, "AP1");
    expect(issuesOf(open).map((issue) => `${issue.tab} ${issue.cell}`)).toContain(cell);
    expect(listed(open, "AP1")).toContain(cell);
  });

  it("name the register where a row was deleted, never another row of the form", () => {
    const open = openOffice();
    open.act({ kind: "deleteRows", sheet: sheetOf(open, "TYT").id, at: rowOf(open, "TYT", "SL.LD"), count: 1 });
    const missing = issuesOf(open).find(({ unit, code }) => unit === "TYT" && code === "missing");
    expect(missing?.tab).toBe("Đơn vị");
  });

  it("are counted off in a workbook of an earlier version, which says so, until it is repaired", () => {
    const open = openOffice();
    const before = issuesOf(open);
    const data = sheetOf(open, "Dữ liệu");
    const formula = String(data.cells[5]?.[1]?.formula);
    open.act({ kind: "deleteColumns", sheet: data.id, at: 10, count: 1 });
    open.typeInto(data, 5, 1, formula.replace(/HSTACK\(([^;]+);SEQUENCE.*?;1000\)\)/g, "$1"));
    const counted = issuesOf(open);
    expect(counted.filter(({ code }) => code !== "cells-counted")).toEqual(before);
    expect(counted).toHaveLength(before.length + 1);
    expect(listed(open, "TYT")).toEqual(
      issuesOf(open).flatMap(({ unit, tab, cell }) => (unit === "TYT" ? [`${tab} ${cell}`] : [])),
    );
    insertRows(open, "TYT", 6);
    open.run("repairWorkbook");
    expect(issuesOf(open)).toEqual(before);
    expect(sheetOf(open, "Dữ liệu").cells[5]?.[1]?.formula).toBe(formula);
    expect(sheetOf(open, "Dữ liệu").hiddenColumns).toContain(10);
    expect(sheetOf(open, "Lưu trữ").cells[5]?.[1]?.value).toBeUndefined();
  });
});

describe("a line of the log whose columns have moved", () => {
  it("is written under its headers", () => {
    const owner = openOffice();
    owner.act({ kind: "insertColumns", sheet: sheetOf(owner, "Nhật ký").id, at: 1, count: 1 });
    submitHamlet(owner);
    const { digest } = deskOf(owner).units.find(({ unit }) => unit === "AP1") ?? { digest: "" };
    expect(callAs(owner, "approve", { units: [{ unit: "AP1", digest }] })).toMatchObject({ done: ["AP1"] });
    expect(deskOf(owner).units.find(({ unit }) => unit === "AP1")?.state).toBe("approved");
  });
});
