import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { lookUpScore, scorecardRows } from "../../src/workbook/scoreboard.ts";
import { newWorkbook, unit } from "./workbook.ts";

const book = newWorkbook([unit("VHXH", "co_quan"), unit("CAX", "vu_trang")])
  .type("VHXH", "D6", 3, 1)
  .type("VHXH", "D14", 40, 18)
  .type("Chỉ tiêu", "G5", 60);
const rows = scorecardRows(computeScorecard(book.records().commune));

describe("scorecardRows", () => {
  it("give a row to each indicator, blank where there is no value, and one to completeness", () => {
    expect(rows.map((row) => row[0])).toEqual([
      "CT1",
      "CT2",
      "CT2.CUX",
      "CT2.CUA",
      "CT2.BCHX",
      "CT2.BCHA",
      "CT2.NOLHPN",
      "CT2B.THG",
      "CT2B.CNS",
      "CT2B.MTQ",
      "CT3",
      "CT4",
      "CT5",
      "CT6",
      "QG1",
      "HT",
    ]);
    expect(rows[0]).toEqual([
      "CT1",
      "Cơ quan, đơn vị, tổ chức có nữ lãnh đạo",
      1,
      2,
      50,
      70,
      60,
      "Chưa đạt",
      1,
      2,
      50,
      100,
      "",
      "",
    ]);
    expect(rows[10]?.slice(2, 8)).toEqual([18, 40, 45, 45, "", "Đạt"]);
    expect(rows[13]?.slice(2, 9)).toEqual([0, "", "", 2, "", "Chưa đạt", 2]);
    // Nobody holds the roles of QG1; the national figure stands beside it all the same.
    expect(rows[14]?.slice(2)).toEqual([0, 0, "", "", "", "Chưa có số liệu", "", "", "", "", "", 75]);
    expect(rows[15]).toEqual([
      "HT",
      "Đơn vị đã báo cáo đủ số liệu",
      0,
      2,
      0,
      "",
      "",
      "Còn thiếu",
      2,
      "",
      "",
      "",
      "",
      "",
    ]);
  });

  it("call a commune without units complete, without a rate", () => {
    const empty = scorecardRows(computeScorecard(newWorkbook([], { custodian: "" }).records().commune));
    expect(empty[15]?.slice(2, 9)).toEqual([0, 0, "", "", "", "Đủ", 0]);
  });
});

describe("lookUp", () => {
  it.each([
    ["CT3", "", 45],
    ["ct3", "Đánh giá", "Đạt"],
    ["CT1", "TỶ LỆ (%)".normalize("NFD"), 50],
    ["CT1", "neededAdded", 2],
  ])("finds %s, %j", (code, field, value) => {
    expect(lookUpScore(code, rows, field)).toBe(value);
  });

  it("says that there is no value where the cell is blank", () => {
    expect(() => lookUpScore("CT6", rows, "Tỷ lệ (%)")).toThrow("Chưa có số liệu");
  });

  it("lists what there is where it finds nothing", () => {
    expect(() => lookUpScore("CT9", rows, "")).toThrow("Cần mã một chỉ tiêu (CT1, CT2, CT2.CUX");
    expect(() => lookUpScore("CT1", rows, "Tỉ lệ")).toThrow("Cần tên một cột của Bảng điểm (Mã, Chỉ tiêu, Thực hiện");
  });
});
