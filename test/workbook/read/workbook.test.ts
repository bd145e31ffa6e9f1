import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../../src/core/scorecard.ts";
import { splitKey } from "../../../src/workbook/read/block.ts";
import { readWorkbook } from "../../../src/workbook/read/workbook.ts";
import { newWorkbook, SMALL_COMMUNE, unit } from "../workbook.ts";

describe("readWorkbook", () => {
  it("reads every row of a form", () => {
    const { commune } = newWorkbook()
      .type("CAX", "D6", 3, "1", "đủ")
      .type("CAX", "F31", "đang làm", "Đã lập kế hoạch", "", "https://x.example")
      .type(
        "CAX",
        "C39",
        "Chủ đề",
        50,
        20,
        "Hội nghị",
        new Date(Date.UTC(2026, 2, 7, 17)),
        "LHPN| VHXH",
        "https://y.example",
      )
      .type("CAX", "D43", 5_000_000, 4_000_000)
      .type("CAX", "D45", "Tốt")
      .type("CAX", "D48", "Kiến nghị\nhai dòng")
      .records();
    expect(commune).toMatchObject({
      values: [{ unit: "CAX", element: "LD", total: 3, women: 1, note: "đủ" }],
      tasks: [
        {
          unit: "CAX",
          task: "V4.1",
          status: "dang",
          statusTyped: "đang làm",
          result: "Đã lập kế hoạch",
          link: "https://x.example",
        },
      ],
      activities: [
        {
          unit: "CAX",
          slot: 1,
          day: "2026-03-08",
          dateTyped: "08/03/2026",
          theme: "Chủ đề",
          kind: "Hội nghị",
          coOrganisers: ["LHPN", "VHXH"],
          participants: 50,
          women: 20,
          link: "https://y.example",
        },
      ],
      funds: [{ unit: "CAX", source: "khac", planned: 5_000_000, spent: 4_000_000 }],
      assessments: [{ unit: "CAX", results: "Tốt", difficulties: "", causes: "", proposals: "Kiến nghị\nhai dòng" }],
    });
  });

  it("reads the hamlets' grid and their blocks", () => {
    const { commune } = newWorkbook()
      .type("Các ấp", "I6", 7, 3, "một tổ")
      .type("Hoạt động ấp", "C16", "Họp ấp")
      .records();
    expect(commune.values).toEqual([{ unit: "AP2", element: "THG", total: 7, women: 3, note: "một tổ" }]);
    expect(commune.activities).toMatchObject([{ unit: "AP2", slot: 0, theme: "Họp ấp", day: undefined }]);
  });

  it("reads earlier years, also in small letters, and where the next row is free", () => {
    const { commune, layout } = newWorkbook()
      .type("Lịch sử", "A5", "2025", "CAX", "ld", 3, "1")
      .type("Lịch sử", "A8", "??", "CAX", "LD", 3, 1)
      .records();
    expect(commune.history).toEqual([{ year: 2025, unit: "CAX", element: "LD", total: 3, women: 1 }]);
    expect(layout).toMatchObject({ historyRows: [5], historyEnd: 8 });
  });

  it("resolves the custodian and what each unit reports", () => {
    const { commune } = newWorkbook().records();
    expect(commune.units.map(({ code, elements }) => [code, elements.length])).toEqual([
      ["VHXH", 10],
      ["CAX", 1],
      ["LHPN", 2],
      ["AP1", 5],
      ["AP2", 2],
    ]);
  });

  it("refuses a tidy tab whose formula has failed, rather than call everything missing", () => {
    const grids = newWorkbook().grids();
    for (const error of ["#REF!", "#N/A", "#ERROR!", "#NAME?", "#VALUE!"]) {
      const data = [grids.data[0] ?? [], [error]];
      expect(() => readWorkbook({ ...grids, data })).toThrow(
        `Tab Dữ liệu, ô A5: cần các dòng của mọi biểu; thấy lỗi ${error}`,
      );
    }
  });

  it("scores what was typed", () => {
    const book = newWorkbook(SMALL_COMMUNE).type("CAX", "D6", 3, 1).type("LHPN", "D6", 2, 0).type("Các ấp", "C5", 5, 2);
    const scorecard = computeScorecard(book.records().commune);
    expect(scorecard.units).toEqual({ registered: 5, complete: 1 });
    expect(scorecard.indicators.slice(0, 2)).toMatchObject([
      { code: "CT1", numerator: 1, denominator: 3 },
      { code: "CT2", numerator: 2, denominator: 5 },
    ]);
  });
});

describe("a unit whose code looks like an error", () => {
  it("is a unit", () => {
    const { commune } = newWorkbook([unit("#TYT", "su_nghiep")])
      .type("#TYT", "D6", 3, 1)
      .records();
    expect(commune.values).toHaveLength(1);
  });
});

describe("splitKey", () => {
  it("splits at the first dot", () => {
    expect([splitKey("NV.V1.1"), splitKey("x"), splitKey("")]).toEqual([
      ["NV", "V1.1"],
      ["x", ""],
      ["", ""],
    ]);
  });
});
