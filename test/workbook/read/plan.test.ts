import { describe, expect, it } from "vitest";
import { WorkbookFault } from "../../../src/workbook/grid.ts";
import { readTargets, readTasks } from "../../../src/workbook/read/plan.ts";
import { newWorkbook } from "../workbook.ts";

/** The grid of the tab with one cell typed over; `address` as in the tab. */
const targets = (address: string, cell: string | number) =>
  readTargets(newWorkbook().type("Chỉ tiêu", address, cell).grids().targets);

describe("readTargets", () => {
  it("reads a threshold, a milestone and the national figures of the commune's own", () => {
    const book = newWorkbook().type("Chỉ tiêu", "C5", "75").type("Chỉ tiêu", "H5", 60).type("Chỉ tiêu", "M8", "");
    const [ct1, , , ct3] = readTargets(book.grids().targets);
    expect(ct1).toMatchObject({ threshold: 75, dueYear: 2030 });
    expect(ct3).toMatchObject({ national2025: 40, national2030: null });
    expect([...(ct1?.milestones ?? [])]).toEqual([[2027, 60]]);
  });

  it("reads the scope of CT2 and the units that are told apart", () => {
    expect(targets("F6", "cux| CUA trừ LHPN|PN trừ X")[1]).toMatchObject({
      elements: ["CUX", "CUA"],
      excludedUnits: ["LHPN", "PN", "X"],
    });
    expect(targets("F6", "CUX")[1]).toMatchObject({ elements: ["CUX"], excludedUnits: [] });
  });

  it("takes no national figure for CT1, as workbooks had it: QG1 has it", () => {
    const all = targets("M5", 75);
    expect(all[0]?.national2030).toBeNull();
    expect(all.at(-1)).toMatchObject({ code: "QG1", threshold: null, national2025: 60, national2030: 75 });
    expect(targets("M12", 80).at(-1)?.national2030).toBe(80);
  });

  it("has QG1 as the plan has it in a workbook from before its row", () => {
    expect(targets("A12", "").at(-1)).toMatchObject({ code: "QG1", national2030: 75 });
  });

  it("takes the first of two rows", () => {
    expect(targets("A13", "CT1").find(({ code }) => code === "CT1")?.threshold).toBe(70);
  });

  // Rows: 5 CT1, 6 CT2, 7 CT2B, 8 CT3, 9 CT4, 10 CT5, 11 CT6.
  it.each([
    ["C5", 70.5, "dòng 5 (CT1), cột “Ngưỡng”: cần số nguyên từ 0 đến 100; thấy “70,5”"],
    ["C6", 0.4, "dòng 6 (CT2), cột “Ngưỡng”: cần số nguyên từ 0 đến 100; thấy “0,4”"],
    ["C8", 101, "dòng 8 (CT3), cột “Ngưỡng”: cần số nguyên từ 0 đến 100; thấy “101”"],
    ["C9", -1, "dòng 9 (CT4), cột “Ngưỡng”: cần số nguyên từ 0 đến 100; thấy “-1”"],
    ["C10", "100%", "dòng 10 (CT5), cột “Ngưỡng”: cần số nguyên từ 0 đến 100; thấy “100%”"],
    ["C10", "", "dòng 10 (CT5), cột “Ngưỡng”: cần số nguyên từ 0 đến 100; thấy ô trống"],
    ["C11", 2.5, "dòng 11 (CT6), cột “Ngưỡng”: cần số nguyên từ 0 đến 1000; thấy “2,5”"],
    ["C11", "hai", "dòng 11 (CT6), cột “Ngưỡng”: cần số nguyên từ 0 đến 1000; thấy “hai”"],
    ["G5", 33.3, "dòng 5 (CT1), cột “Mốc 2026”: cần số nguyên từ 0 đến 100; thấy “33,3”"],
    ["K9", 120, "dòng 9 (CT4), cột “Mốc 2030”: cần số nguyên từ 0 đến 100; thấy “120”"],
    ["L8", 40.5, "dòng 8 (CT3), cột “Quốc gia 2025”: cần số nguyên từ 0 đến 100; thấy “40,5”"],
    ["M8", "năm mươi", "dòng 8 (CT3), cột “Quốc gia 2030”: cần số nguyên từ 0 đến 100; thấy “năm mươi”"],
    ["E5", 30, "dòng 5 (CT1), cột “Đến năm”: cần số nguyên từ 2020 đến 2100; thấy “30”"],
    [
      "F6",
      "CUX|XXX",
      "dòng 6 (CT2), cột “Phạm vi”: cần mã số liệu có tổng số, cách nhau bằng dấu |, ví dụ CUX|CUA|BCHX|BCHA trừ Hội LHPN; thấy “XXX”",
    ],
    [
      "F6",
      "QHT",
      "dòng 6 (CT2), cột “Phạm vi”: cần mã số liệu có tổng số, cách nhau bằng dấu |, ví dụ CUX|CUA|BCHX|BCHA trừ Hội LHPN; thấy “QHT”",
    ],
  ])("refuses %s = %j and says where it stands", (address, cell, message) => {
    expect(() => targets(address, cell)).toThrow(WorkbookFault);
    expect(() => targets(address, cell)).toThrow(`Tab Chỉ tiêu, ${message}. Hãy sửa ô này.`);
  });

  it("takes CT6's number of events, though it is more than a hundred, and no threshold for CT2B", () => {
    expect(targets("C11", 120)[6]?.threshold).toBe(120);
    expect(targets("C7", 30)[2]?.threshold).toBeNull();
  });

  it("finds columns that were moved, and misses one that was renamed", () => {
    const { targets: grid } = newWorkbook().type("Chỉ tiêu", "C5", 71).grids();
    expect(readTargets(grid.map((row) => [...row].reverse()))[0]?.threshold).toBe(71);
    const renamed = newWorkbook().type("Chỉ tiêu", "C4", "Chỉ tiêu giao").grids().targets;
    expect(() => readTargets(renamed)).toThrow("Tab Chỉ tiêu, dòng 4: cần cột “Ngưỡng”; không thấy.");
  });

  it("misses a target whose row was deleted", () => {
    expect(() => targets("A8", "")).toThrow("Tab Chỉ tiêu: cần một dòng có mã CT3; không thấy.");
  });
});

describe("readTasks", () => {
  it("reads code, group, text and assignees; the first of two rows counts", () => {
    const book = newWorkbook().type("Nhiệm vụ", "A19", "V9", "3", "Việc mới", "dang| TYT ", "");
    book.type("Nhiệm vụ", "A20", "V9", "1", "Việc khác", "");
    expect(readTasks(book.grids().tasks).slice(14)).toEqual([
      { code: "V9", group: "3", text: "Việc mới", assignees: ["dang", "TYT"] },
    ]);
  });
});
