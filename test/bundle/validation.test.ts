/** What the cells of a made workbook take and refuse while somebody types, with the words that they refuse in. */

import { openWorkbook } from "gas-offline";
import { newWorkbook } from "so2282-cli";
import { describe, expect, it } from "vitest";
import { bundle, messageOf } from "./opened.ts";

const HEADER = ["code", "name", "type", "email", "ct1", "elements"];
const UNITS = [
  ["TYT", "Trạm Y tế", "su_nghiep", "", "", ""],
  ["AP1", "Ấp Một", "ap", "", "", ""],
  ["AP2", "Ấp Hai", "ap", "", "", ""],
];

const workbook = newWorkbook("Sổ thử");
const open = openWorkbook(workbook, bundle);
const rows = UNITS.map((cells, index) => ({ line: index + 2, cells }));
open.run("createWorkbook", [[{ file: "units.csv", header: HEADER, rows }], 2026]);

function sheet(name: string) {
  const found = workbook.sheets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no tab ${name}`);
  return found;
}

/** Finds the row of a key, of the second unit of its kind where there are two. */
function rowOf(tab: string, unit: string, key: string): number {
  return sheet(tab).cells.findIndex((line) => line?.[1]?.value === unit && line[2]?.value === key);
}

const DAY = 45_600; // 04/11/2024
const IN_YEAR = 46_100; // 19/03/2026

describe.each([
  ["TYT", "TYT"],
  ["Hoạt động ấp", "AP1"],
  ["Hoạt động ấp", "AP2"],
])("in the tab %s, the rows of %s", (tab, unit) => {
  const type = (key: string, column: number, value: unknown) =>
    open.typeInto(sheet(tab), rowOf(tab, unit, key), column, value);
  const refusal = (key: string, column: number, value: unknown) => messageOf(() => type(key, column, value));

  it("take counts of participants, and no more women than participants", () => {
    type("HD.1", 4, 50);
    type("HD.1", 5, 30);
    expect(refusal("HD.1", 5, 51)).toMatch(/violates the data validation rules.*số/);
    expect(refusal("HD.1", 4, "năm mươi")).toContain("Nhập số nguyên từ 0 trở lên");
    expect(refusal("HD.1", 4, -1)).toContain("Nhập số nguyên từ 0 trở lên");
    expect(refusal("HD.1", 4, 2.5)).toContain("Nhập số nguyên từ 0 trở lên");
    expect(sheet(tab).cells[rowOf(tab, unit, "HD.1")]?.[5]?.value).toBe(30);
  });

  it("take days of the year, and of the years beside it, which count there", () => {
    type("HD.2", 7, IN_YEAR);
    expect(refusal("HD.2", 7, DAY)).toContain("08/03/2026");
    expect(refusal("HD.2", 7, "tháng ba")).toContain("08/03/2026");
  });

  it("take more money spent than planned: that is for the checks to ask about", () => {
    type("KP.ns", 4, 1_000_000);
    type("KP.ns", 5, 2_000_000);
    expect(refusal("KP.ns", 5, "hai triệu")).toContain("Nhập số nguyên từ 0 trở lên");
  });

  it("take words where words belong", () => {
    type("DG.results", 4, "Đã tổ chức 02 buổi tọa đàm.");
    type("HD.1", 3, "Tọa đàm về bình đẳng giới");
    type("HD.1", 6, "Tọa đàm");
    expect(sheet(tab).cells[rowOf(tab, unit, "DG.results")]?.[4]?.value).toBe("Đã tổ chức 02 buổi tọa đàm.");
  });
});

describe("in the hamlets' grid", () => {
  it("a row takes counts, and no more women than members", () => {
    open.typeInto(sheet("Các ấp"), 5, 3, 5);
    open.typeInto(sheet("Các ấp"), 5, 4, 2);
    expect(messageOf(() => open.typeInto(sheet("Các ấp"), 5, 4, 6))).toContain("không quá tổng số");
    expect(messageOf(() => open.typeInto(sheet("Các ấp"), 6, 3, "5 người"))).toContain("Nhập số nguyên từ 0");
    expect(sheet("Các ấp").cells[6]?.[3]?.value).toBeUndefined();
  });
});
