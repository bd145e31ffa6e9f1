import { describe, expect, it } from "vitest";
import { readPlanTabs } from "../../../src/workbook/read/plan.ts";
import { readTasks } from "../../../src/workbook/read/tasks.ts";
import { PLAN } from "../../plan.ts";
import { newWorkbook, type TestWorkbook } from "../workbook.ts";

/** Reads the plan of a workbook, and lists its faults as users read them. */
function read(book: TestWorkbook, isBase = true) {
  const faults: string[] = [];
  const plan = readPlanTabs(book.grids(), isBase, ({ tab, cell, subject, expected, found, typed }) => {
    faults.push(`${tab} ${cell} ${subject}: cần ${expected}; thấy ${found ?? typed}`);
  });
  const targetOf = (code: string) => plan.targets.find((target) => target.code === code);
  const measureOf = (code: string) => plan.indicators.find((indicator) => indicator.code === code)?.measure;
  return { plan, faults, targetOf, measureOf };
}

/** The plan with one cell of `Chỉ tiêu` typed over. */
const typed = (address: string, cell: string | number) => read(newWorkbook().type("Chỉ tiêu", address, cell));

/** The tab as workbooks had it before its columns of measuring. */
function oldTargets(change: (book: TestWorkbook) => TestWorkbook = (book) => book) {
  const { targets } = change(newWorkbook()).grids();
  return { targets: targets.slice(0, 9).map((row) => row.slice(0, 14)), elements: [], milestones: [] };
}

describe("readPlanTabs", () => {
  it("reads back what set-up writes", () => {
    expect(read(newWorkbook())).toMatchObject({ plan: PLAN, faults: [] });
  });

  it("goes by KH 131 in a workbook from before the definitions' tabs and columns", () => {
    expect(readPlanTabs(oldTargets())).toEqual(PLAN);
    const { targets } = oldTargets();
    const plan = readPlanTabs({ targets: targets.slice(0, 8), elements: [], milestones: [] });
    expect(plan.targets.at(-1)).toMatchObject({ code: "QG1", national2030: 75 });
  });

  it("reads a threshold, a milestone and the national figures of the commune's own", () => {
    const book = newWorkbook().type("Chỉ tiêu", "C5", "75").type("Chỉ tiêu", "H5", 60).type("Chỉ tiêu", "M8", "");
    const { targetOf } = read(book.type("Mốc", "A5", "CT1", 2031, 72));
    expect(targetOf("CT1")).toMatchObject({ threshold: 75, dueYear: 2030 });
    expect(targetOf("CT3")).toMatchObject({ national2025: 40, national2030: null });
    expect([...(targetOf("CT1")?.milestones ?? [])]).toEqual([
      [2031, 72],
      [2027, 60],
    ]);
  });

  it("takes CT6's number of events, though it is more than a hundred, and no threshold for CT2B", () => {
    expect(typed("C11", 120).targetOf("CT6")?.threshold).toBe(120);
    expect(typed("C7", 30).targetOf("CT2B")?.threshold).toBeNull();
  });

  it.each(["new", "old"])("reads the scope of CT2 and the units that are told apart, in a %s workbook", (age) => {
    const plan = (scope: string) => {
      const change = (book: TestWorkbook) => book.type("Chỉ tiêu", "F6", scope);
      return readPlanTabs(age === "old" ? oldTargets(change) : change(newWorkbook()).grids());
    };
    const measures = (scope: string) =>
      ["CT2", "CT2.NOLHPN"].map((code) => plan(scope).indicators.find((one) => one.code === code)?.measure);
    const elements = ["CUX", "CUA"];
    expect(measures("cux| CUA trừ LHPN|PN trừ X")).toEqual([
      { kind: "share", elements },
      { kind: "share", elements, without: ["LHPN", "PN", "X"] },
    ]);
    expect(measures("CUX")[1]).toEqual({ kind: "share", elements: ["CUX"], without: [] });
  });

  it("takes no national figure for CT1, as workbooks had it: QG1 has it", () => {
    expect(typed("M5", 75).targetOf("CT1")?.national2030).toBeNull();
    expect(typed("M12", 80).targetOf("QG1")).toMatchObject({ threshold: null, national2025: 60, national2030: 80 });
  });

  it("takes the first of two rows, and tells of the other", () => {
    const { targetOf, faults } = typed("A21", "CT1");
    expect(targetOf("CT1")?.threshold).toBe(70);
    expect(faults).toEqual(["Chỉ tiêu A21 Mã: cần mỗi mã một dòng; thấy CT1"]);
  });

  it("reads targets and parts of the commune's own, in words as the tab has them", () => {
    const book = newWorkbook()
      .type("Chỉ tiêu", "A21", "X1", "Nữ đảng viên mới", 30, "%", 2029)
      .type("Chỉ tiêu", "F21", "DV")
      .type("Chỉ tiêu", "O21", "tỷ lệ nữ", "", "", "", "", 25)
      .type("Chỉ tiêu", "A22", "X1.AP", "– Ở ấp", "", "", "", "DV trừ CAX")
      .type("Chỉ tiêu", "O22", "tỷ lệ nữ, trừ đơn vị", "", "", "", "", "", "X1")
      .type("Danh mục số liệu", "A21", "DV", "Đảng viên mới", "Kết nạp trong năm", "Có", "Ấp|dang");
    const { plan, faults, targetOf, measureOf } = read(book);
    expect(faults).toEqual([]);
    expect(targetOf("X1")).toMatchObject({ threshold: 30, dueYear: 2029, near: 25 });
    expect(measureOf("X1")).toEqual({ kind: "share", elements: ["DV"] });
    expect(measureOf("X1.AP")).toEqual({ kind: "share", elements: ["DV"], without: ["CAX"] });
    expect(plan.indicators.slice(-2).map(({ code }) => code)).toEqual(["X1", "X1.AP"]);
    expect(plan.elements.get("DV")).toMatchObject({ name: "Đảng viên mới", hasTotal: true, types: ["ap", "dang"] });
  });

  it("finds columns that were moved, and misses one that was renamed", () => {
    const { targets, ...others } = newWorkbook().type("Chỉ tiêu", "C5", 71).grids();
    expect(readPlanTabs({ targets: targets.map((row) => [...row].reverse()), ...others }).targets[0]?.threshold).toBe(
      71,
    );
    expect(() => typed("C4", "Chỉ tiêu giao")).toThrow("Tab Chỉ tiêu, dòng 4: cần cột “Ngưỡng”; không thấy.");
  });
});

describe("a definition that cannot be used", () => {
  // Rows: 5 CT1, 6 CT2, 7 CT2B, 8 CT3, 9 CT4, 10 CT5, 11 CT6, 12 QG1, 13 CT2.CUX.
  const SUMMED = "mã số liệu có tổng số, cách nhau bằng dấu |, ví dụ CUX|CUA|BCHX|BCHA";
  const KINDS =
    "đơn vị có nữ lãnh đạo, tỷ lệ nữ, tỷ lệ nữ, trừ đơn vị, tỷ lệ nữ, so với năm trước, số này trên số kia, số hoạt động";
  it.each([
    ["C5", 70.5, "CT1", "C5 Ngưỡng: cần số nguyên từ 0 đến 100; thấy 70.5"],
    ["C6", 0.4, "CT2", "C6 Ngưỡng: cần số nguyên từ 0 đến 100; thấy 0.4"],
    ["C8", 101, "CT3", "C8 Ngưỡng: cần số nguyên từ 0 đến 100; thấy 101"],
    ["C9", -1, "CT4", "C9 Ngưỡng: cần số nguyên từ 0 đến 100; thấy -1"],
    ["C10", "100%", "CT5", "C10 Ngưỡng: cần số nguyên từ 0 đến 100; thấy 100%"],
    ["C10", "", "CT5", "C10 Ngưỡng: cần số nguyên từ 0 đến 100; thấy "],
    ["C11", 2.5, "CT6", "C11 Ngưỡng: cần số nguyên từ 0 đến 1000; thấy 2.5"],
    ["L8", 40.5, "CT3", "L8 Quốc gia 2025: cần số nguyên từ 0 đến 100; thấy 40.5"],
    ["M8", "năm mươi", "CT3", "M8 Quốc gia 2030: cần số nguyên từ 0 đến 100; thấy năm mươi"],
    ["E5", 30, "CT1", "E5 Đến năm: cần số nguyên từ 2020 đến 2100; thấy 30"],
    ["T5", "chín", "CT1", "T5 Gần đạt từ: cần số nguyên từ 0 đến 100; thấy chín"],
    ["F6", "CUX|XXX", "CT2", `F6 Phạm vi: cần ${SUMMED}; thấy XXX`],
    ["F6", "QHT", "CT2", `F6 Phạm vi: cần ${SUMMED}; thấy QHT`],
    ["O8", "đếm", "CT3", `O8 Cách đo: cần ${KINDS}; thấy đếm`],
    ["P8", "QHX", "CT3", "P8 Mẫu số: cần mã một số liệu, ví dụ LD; thấy QHX"],
    [
      "R12",
      "Hội đồng già làng",
      "QG1",
      "R12 Tính đơn vị nào: cần vai trò: Hội LHPN, Phòng VH-XH, Đơn vị nhập số liệu quy hoạch, HĐND, UBND, Văn phòng HĐND và UBND, Công an; thấy Hội đồng già làng",
    ],
    ["U13", "CT9", "CT2.CUX", "U13 Thuộc chỉ tiêu: cần mã một chỉ tiêu dùng được; thấy CT9"],
  ])("%s = %j is told of at its cell, and leaves %s out alone", (address, cell, lost, message) => {
    const { plan, faults } = typed(address, cell);
    expect(faults.at(0)).toBe(`Chỉ tiêu ${message}`);
    const isLost = (code: string) =>
      code === lost || (code.startsWith(`${lost}.`) && !plan.indicators.some((one) => one.code === code));
    expect(plan.indicators.map(({ code }) => code)).toEqual(
      PLAN.indicators.map(({ code }) => code).filter((code) => !isLost(code)),
    );
  });

  it.each([
    ["G5", 33.3, "G5 Mốc 2026: cần số nguyên từ 0 đến 1000; thấy 33.3"],
    ["K9", "nhiều", "K9 Mốc 2030: cần số nguyên từ 0 đến 1000; thấy nhiều"],
  ])("%s = %j is a milestone without a number: its target stands", (address, cell, message) => {
    const { plan, faults } = typed(address, cell);
    expect(faults).toEqual([`Chỉ tiêu ${message}`]);
    expect(plan).toEqual(PLAN);
  });

  it("is a row of KH 131 that was deleted, unless the definitions are the commune's own", () => {
    const book = newWorkbook().type("Chỉ tiêu", "A8", "");
    const { faults, targetOf } = read(book);
    expect(faults).toEqual(expect.arrayContaining(["Chỉ tiêu A4 Mã: cần một dòng có mã CT3; thấy không thấy"]));
    expect(targetOf("CT3")).toBeUndefined();
    expect(targetOf("CT4")).toBeDefined();
    const row = Array.from({ length: 22 }, () => "");
    expect(read(newWorkbook().type("Chỉ tiêu", "A8", ...row), false).faults).toEqual([]);
  });

  it.each([
    ["D5", "đôi khi", "D5 Có tổng số: cần Có, Không; thấy đôi khi"],
    [
      "E5",
      "xóm",
      "E5 Loại đơn vị báo cáo: cần Cơ quan Đảng, Cơ quan, phòng ban, Đơn vị sự nghiệp, Công an, quân sự, MTTQ, tổ chức CT-XH, Ấp, cách nhau bằng dấu |; thấy xóm",
    ],
    ["A6", "LD", "A6 Mã: cần mỗi mã một dòng; LD đã có ở dòng trên; thấy LD"],
    ["A6", "C U", "A6 Mã: cần mã gồm chữ và số, không có dấu cách, ví dụ CT1; thấy C U"],
    ["I14", "ZZ", "I14 Không quá: cần mã một số liệu khác; thấy ZZ"],
  ])("in the list of data elements %s = %j is told of at its cell", (address, cell, message) => {
    const { faults, plan } = read(newWorkbook().type("Danh mục số liệu", address, cell));
    expect(faults[0]).toBe(`Danh mục số liệu ${message}`);
    expect(plan.elements.has("BCHX")).toBe(true);
  });

  it.each([
    [["CT9", 2027, 60], "A5 Chỉ tiêu: cần mã một chỉ tiêu; thấy CT9"],
    [["CT1", "sau", 60], "B5 Năm: cần số nguyên từ 2020 đến 2100; thấy sau"],
    [["CT1", 2027, "nửa"], "C5 Mốc: cần số nguyên từ 0 đến 1000; thấy nửa"],
  ] as const)("among milestones %j is told of at its cell", (cells, message) => {
    const { faults, plan } = read(newWorkbook().type("Mốc", "A5", ...cells));
    expect(faults).toEqual([`Mốc ${message}`]);
    expect(plan).toEqual(PLAN);
  });

  it("says so of a second milestone for one year", () => {
    const book = newWorkbook().type("Mốc", "A5", "CT1", 2027, 60).type("Chỉ tiêu", "H5", 55);
    const { faults, targetOf } = read(book);
    expect(targetOf("CT1")?.milestones.get(2027)).toBe(60);
    expect(faults).toEqual(["Chỉ tiêu H5 Mốc 2027: cần mỗi chỉ tiêu một mốc cho năm 2027; thấy 55"]);
  });
});

describe("readTasks", () => {
  it("reads code, group, text and assignees; the first of two rows counts", () => {
    const book = newWorkbook().type("Nhiệm vụ", "A19", "V9", "3", "Việc mới", "dang| TYT ", "");
    book.type("Nhiệm vụ", "A21", "V9", "1", "Việc khác", "");
    expect(readTasks(book.grids().tasks).slice(14)).toEqual([
      { code: "V9", group: "3", text: "Việc mới", assignees: ["dang", "TYT"] },
    ]);
  });
});
