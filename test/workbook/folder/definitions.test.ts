import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../../src/core/scorecard.ts";
import { DEFAULT_TASKS } from "../../../src/core/task.ts";
import { refuseDefinitions } from "../../../src/workbook/folder/definitions.ts";
import { readFolderRegister } from "../../../src/workbook/folder/register.ts";
import { planWorkbook } from "../../../src/workbook/setup/index.ts";
import { PLAN } from "../../plan.ts";
import { TestWorkbook } from "../workbook.ts";
import { table } from "./tables.ts";

const COMMUNE = table("commune.csv", "key,value", ["name", "Mẫu"], ["year", "2026"], ["custodian", "VP"]);
const UNITS = table("units.csv", "code,name,type", ["VP", "Văn phòng", "co_quan"], ["A1", "Ấp 1", "ap"]);
const ELEMENTS = table(
  "elements.csv",
  "code,name,types",
  ["LD", "Lãnh đạo", "co_quan"],
  ["DV", "Đảng viên", "ap|co_quan"],
);
const TARGETS = table("targets.csv", "code,name,threshold,due_year,near", ["M1", "Nữ đảng viên", "30", "2028", "20"]);
const INDICATORS = table("indicators.csv", "code,target,name,kind,numerator", ["M1", "M1", "Nữ", "share", "DV"]);
const MILESTONES = table("milestones.csv", "code,year,value", ["M1", "2027", "25"], ["M1", "2033", "29"]);

describe("a folder's definitions", () => {
  it("are KH 131 where the folder has none", () => {
    expect(readFolderRegister([COMMUNE, UNITS])).toMatchObject({ plan: PLAN, refusals: [] });
  });

  it("make a workbook with another plan, which reads back as that plan and nothing else", () => {
    const folder = readFolderRegister([COMMUNE, UNITS, ELEMENTS, TARGETS, INDICATORS, MILESTONES]);
    expect(folder.refusals).toEqual([]);
    const book = new TestWorkbook(planWorkbook({ ...folder, tasks: DEFAULT_TASKS }));
    const { commune } = book.records();
    expect(commune.plan).toEqual(folder.plan);
    expect(computeScorecard(commune).indicators).toMatchObject([
      { code: "M1", name: "Nữ", target: 30, status: "no-data" },
    ]);
    expect(commune.units.map(({ elements }) => elements)).toEqual([["LD", "DV"], ["DV"]]);
    expect(book.issues().filter(({ code }) => code === "definition" || code === "target-row")).toEqual([]);
  });

  it("keep KH 131's list of data elements, and of its indicators those of the targets that the folder names", () => {
    const own = table("targets.csv", "code,name,threshold", ["CT2", "Nữ trong cấp ủy", "35"]);
    const { plan, refusals } = readFolderRegister([COMMUNE, UNITS, own]);
    expect(refusals).toEqual([]);
    expect(plan.elements).toEqual(PLAN.elements);
    expect(plan.indicators).toEqual(PLAN.indicators.filter(({ target }) => target === "CT2"));
  });

  it.each([
    [
      ["M1", "Tên", "ba mươi"],
      "cột threshold: cần số nguyên từ 0 đến 100; thấy “ba mươi”. Sửa ô này; dòng này chưa được dùng.",
    ],
    [
      ["M 1", "Tên", "30"],
      "cột code: cần mã gồm chữ và số, không có dấu cách, ví dụ CT1; thấy “M 1”. Sửa lại mã; dòng này chưa được dùng.",
    ],
  ])("%j are refused with file, line and reason, and the rest goes on", (row, message) => {
    const own = table("targets.csv", "code,name,threshold", row, ["M2", "Khác", "10"]);
    const measures = table("indicators.csv", "code,target,name,kind,numerator", ["M2", "M2", "Khác", "share", "CUX"]);
    const { plan, refusals } = readFolderRegister([COMMUNE, UNITS, own, measures]);
    expect(refusals).toEqual([{ file: "targets.csv", line: 2, message }]);
    expect(plan.targets.map(({ code }) => code)).toEqual(["M2"]);
  });

  it("are refused by a workbook that is there, with the tab in which to change them", () => {
    expect(refuseDefinitions([COMMUNE, TARGETS])).toEqual([
      {
        file: "targets.csv",
        line: 0,
        message: "cần một sổ mới (lệnh new); thấy sổ đã có. Tệp này chưa được dùng: hãy sửa ở tab Chỉ tiêu.",
      },
    ]);
  });
});
