/** Reading, scoring and importing at 240 units: how often each row is looked at, which no clock need measure. */
import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { readFolderFigures } from "../../src/workbook/folder/figures.ts";
import { planImport } from "../../src/workbook/placement/plan.ts";
import { readWorkbook, type WorkbookRecords } from "../../src/workbook/read/workbook.ts";
import { ACTIVITIES, table, VALUES } from "./folder/tables.ts";
import { newWorkbook, unit } from "./workbook.ts";

const UNITS = Array.from({ length: 240 }, (_, index) =>
  index < 40 ? unit(`U${index}`, "ct_xh", { listed: ["LD", "BCHX", "THG"] }) : unit(`AP${index}`, "ap"),
);
const ROWS = UNITS.flatMap(({ code, type }) =>
  (type === "ap" ? ["CUA", "BCHA", "THG", "CNS", "MTQ"] : ["LD", "BCHX", "THG"]).map((element) => [
    code,
    element,
    "7",
    "3",
    "x",
  ]),
);
const FOLDER = [
  table("values.csv", VALUES, ...ROWS),
  table("activities.csv", ACTIVITIES, ...UNITS.map(({ code }) => [code, "2026-03-08", "Chủ đề", "", "", "5", "4", ""])),
];

/** Watches an array: how often one of its rows is taken out. */
function watched<Row>(rows: readonly Row[], seen: { count: number }): readonly Row[] {
  return new Proxy(rows, {
    get(target, key, receiver) {
      if (typeof key === "string" && /^\d+$/.test(key)) seen.count++;
      return Reflect.get(target, key, receiver);
    },
  });
}

const book = newWorkbook(UNITS, { custodian: "U0" });
const before = book.records();
const plan = planImport(readFolderFigures(FOLDER, before.commune), before);
book.write(plan.writes);

describe("240 units", () => {
  it("are all placed and scored", () => {
    expect(plan).toMatchObject({ placed: ROWS.length + UNITS.length, refusals: [] });
    expect(computeScorecard(book.records().commune).units).toEqual({ registered: 240, complete: 239 });
  });

  it("are imported by looking at each value and activity of the workbook a few times", () => {
    const records = book.records();
    const seen = { count: 0 };
    const { commune } = records;
    const values = watched(commune.values, seen);
    const activities = watched(commune.activities, seen);
    const slow: WorkbookRecords = { ...records, commune: { ...commune, values, activities } };
    planImport(readFolderFigures(FOLDER, commune), slow);
    expect(seen.count).toBeGreaterThanOrEqual(commune.values.length);
    expect(seen.count).toBeLessThan(4 * (commune.values.length + commune.activities.length));
  });

  it("are read and scored by looking at each row of the tidy tab and of the grid a few times", () => {
    const grids = book.grids();
    const seen = { count: 0 };
    const data = watched(grids.data, seen);
    const hamlets = watched(grids.hamlets, seen);
    computeScorecard(readWorkbook({ ...grids, data, hamlets }).commune);
    expect(seen.count).toBeGreaterThanOrEqual(grids.data.length);
    expect(seen.count).toBeLessThan(10 * (grids.data.length + grids.hamlets.length));
  });

  it("cost one block for each column of the hamlets' grid, not one for each hamlet", () => {
    expect(plan.writes.filter(({ tab }) => tab === "Các ấp")).toHaveLength(5);
  });
});
