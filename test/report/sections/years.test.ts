import { describe, expect, it } from "vitest";
import type { HistoryValue } from "../../../src/core/value.ts";
import { element as elementCode } from "../../plan.ts";
import { communeOf, type Figure, reportOf, SETTINGS, VHXH } from "../communes.ts";

type Past = readonly [year: number, element: string, total: number | undefined, women: number];

/** The mid-term report of 2028 over one unit. */
function midterm(now: readonly Figure[], past: readonly Past[]) {
  const history = past.map(
    ([year, element, total, women]): HistoryValue => ({
      year,
      unit: "VHXH",
      element: elementCode(element),
      total,
      women,
    }),
  );
  const commune = communeOf([VHXH], now, { year: 2028, settings: { ...SETTINGS, year: 2028 }, history });
  return reportOf(commune, { kind: "midterm" });
}

/** What the review says of a target, after its name. */
function lineOf(target: RegExp, now: readonly Figure[], past: readonly Past[]): string {
  const lines = midterm(now, past).muc_tieu.slice(-1)[0]?.doan ?? [];
  return (
    lines
      .find((line) => target.test(line))
      ?.replace(/^- .*?: /, "")
      .replace(/[;.]$/, "") ?? ""
  );
}

/** Something of another target, so that there is a year to look back to. */
const OTHERS: readonly Past[] = [[2027, "CUX", 20, 8]];

const PLANNED = /^- Nữ trong diện quy hoạch/;

describe("the years of a review, in words", () => {
  it.each<readonly [name: string, now: readonly Figure[], past: readonly Past[], line: string]>([
    ["no year", [], OTHERS, "chưa có số liệu của năm nào"],
    ["this year only", [["VHXH", "QH", 40, 18]], OTHERS, "mới có số liệu năm 2028 (45%), chưa so sánh được"],
    ["an earlier year only", [], [[2026, "QH", 40, 18]], "mới có số liệu năm 2026 (45%), chưa so sánh được"],
    [
      "a rise",
      [["VHXH", "QH", 40, 18]],
      [[2027, "QH", 40, 16]],
      "40% (năm 2027), 45% (năm 2028); tăng so với năm 2027",
    ],
    [
      "a rise from year to year",
      [["VHXH", "QH", 40, 18]],
      [
        [2026, "QH", 40, 14],
        [2027, "QH", 40, 16],
      ],
      "35% (năm 2026), 40% (năm 2027), 45% (năm 2028); tăng qua từng năm",
    ],
    [
      "a rise with a year between that is not known",
      [["VHXH", "QH", 40, 18]],
      [
        [2025, "QH", 40, 14],
        [2027, "QH", 40, 16],
      ],
      "35% (năm 2025), 40% (năm 2027), 45% (năm 2028); tăng qua các năm có số liệu",
    ],
    [
      "a fall from year to year",
      [["VHXH", "QH", 40, 14]],
      [
        [2026, "QH", 40, 18],
        [2027, "QH", 40, 16],
      ],
      "45% (năm 2026), 40% (năm 2027), 35% (năm 2028); giảm qua từng năm",
    ],
    [
      "up and down, the same in the end",
      [["VHXH", "QH", 40, 16]],
      [
        [2026, "QH", 20, 8],
        [2027, "QH", 40, 18],
      ],
      "40% (năm 2026), 45% (năm 2027), 40% (năm 2028); bằng năm 2026",
    ],
    ["a gap", [["VHXH", "QH", 40, 16]], [[2025, "QH", 40, 18]], "45% (năm 2025), 40% (năm 2028); giảm so với năm 2025"],
    [
      "two years that must not look the same",
      [["VHXH", "QH", 10_000, 3996]],
      [[2027, "QH", 10_000, 3997]],
      "39,97% (năm 2027), 39,96% (năm 2028); giảm so với năm 2027",
    ],
  ])("tell of %s", (_, now, past, line) => {
    expect(lineOf(PLANNED, now, past)).toBe(line);
  });

  it.each<readonly [name: string, trained: readonly [number, number, number], end: string]>([
    ["every year", [8, 9, 10], "mục tiêu hằng năm đạt ở 3/3 năm (2026, 2027 và 2028)"],
    ["no year", [5, 6, 7], "mục tiêu hằng năm chưa đạt ở 3/3 năm (2026, 2027 và 2028)"],
    ["some years", [8, 7, 9], "mục tiêu hằng năm đạt ở 2/3 năm (2026 và 2028), chưa đạt ở 1/3 năm (2027)"],
  ])("judge a yearly target year by year: %s", (_, [first, second, third], end) => {
    const line = lineOf(
      /^- Nữ cán bộ, công chức/,
      [
        ["VHXH", "QHC", undefined, 10],
        ["VHXH", "DTN", undefined, third],
      ],
      [
        [2026, "QHC", undefined, 10],
        [2026, "DTN", undefined, first],
        [2027, "QHC", undefined, 10],
        [2027, "DTN", undefined, second],
      ],
    );
    expect(line.split("; ").slice(-1)).toEqual([end]);
  });

  it("say that events of earlier years are not kept", () => {
    expect(lineOf(/^- Hoạt động/, [], OTHERS)).toBe(
      "năm 2028 chưa có hoạt động nào được báo cáo; số hoạt động của các năm trước không có trong số liệu đã lưu; mục tiêu hằng năm chưa đạt ở 1/3 năm (2028), chưa có số liệu của 2/3 năm (2026 và 2027)",
    );
  });

  it("name the years of which the workbook has nothing", () => {
    const review = midterm([], [[2026, "QH", 40, 18]]).muc_tieu.slice(-1)[0];
    expect(review?.so).toBe("8");
    expect(review?.ten).toBe("So sánh kết quả qua các năm 2026–2028");
    expect(review?.doan[0]).toBe("Không có số liệu đã lưu của năm 2025 và 2027 nên không nêu trong phần so sánh.");
  });
});

describe("a review before its time", () => {
  const review = (kind: "midterm" | "final", year: number, past: readonly number[]) => {
    const history = past.map(
      (of): HistoryValue => ({ year: of, unit: "VHXH", element: elementCode("QH"), total: 40, women: 16 }),
    );
    const settings = { ...SETTINGS, year };
    const model = reportOf(communeOf([VHXH], [["VHXH", "QH", 40, 18]], { year, settings, history }), { kind });
    return { passage: model.muc_tieu[model.muc_tieu.length - 1], years: Object.values(model.cot_nam[0] ?? {}) };
  };

  it("has columns for the years that have figures alone, and says that the others are to come", () => {
    const { passage, years } = review("midterm", 2027, [2025, 2026]);
    expect(years).toEqual(["2025", "2026", "2027", "", "", ""]);
    expect(passage?.ten).toBe("So sánh kết quả qua các năm 2025–2027");
    expect(passage?.doan[0]).toBe(
      "Báo cáo sơ kết này lập khi giai đoạn 2026–2030 mới thực hiện được 2 năm; số liệu các năm sau năm 2027 chưa có.",
    );
    expect(passage?.doan.join()).not.toContain("2024");
  });

  it("of the first year with no earlier figures compares nothing, and says so once", () => {
    const { passage, years } = review("final", 2026, []);
    expect(years).toEqual([]);
    expect(passage).toMatchObject({
      ten: "So sánh kết quả qua các năm",
      doan: [
        "Báo cáo tổng kết này lập khi giai đoạn 2026–2030 mới thực hiện được 1 năm; số liệu các năm sau năm 2026 chưa có.",
        "Chưa có số liệu của năm nào trước năm 2026 nên chưa so sánh được kết quả giữa các năm.",
      ],
    });
  });

  it("says nothing of it once its time has come", () => {
    expect(review("midterm", 2028, [2025, 2026, 2027]).passage?.doan[0]).toMatch(/^- /);
    expect(review("final", 2030, [2025, 2026, 2027, 2028, 2029]).passage?.doan[0]).toMatch(/^- /);
  });
});

describe("the years of a review, side by side", () => {
  it("stand under their names, what is unknown as a dash", () => {
    const model = midterm([["VHXH", "QH", 40, 18]], [[2026, "QH", 40, 16], ...OTHERS]);
    expect([model.so_ket, model.tong_ket]).toEqual([true, false]);
    expect(model.cot_nam).toEqual([{ nam_1: "2026", nam_2: "2027", nam_3: "2028", nam_4: "", nam_5: "", nam_6: "" }]);
    expect([model.bang_2_nam, model.bang_3_nam, model.bang_4_nam]).toEqual([false, true, false]);
    expect(model.bang_cac_nam.find(({ ten }) => ten.startsWith("Nữ trong diện"))).toMatchObject({
      muc_tieu: "≥ 45%",
      nam_1: "40%",
      nam_2: "–",
      nam_3: "45%",
    });
  });

  it("are six for a final review, and none for a yearly report", () => {
    const history = [2024, 2025, 2026, 2027, 2028, 2029].map(
      (year): HistoryValue => ({ year, unit: "VHXH", element: elementCode("QH"), total: 40, women: 16 }),
    );
    const commune = communeOf([VHXH], [], { year: 2030, settings: { ...SETTINGS, year: 2030 }, history });
    const final = reportOf(commune, { kind: "final" });
    expect(Object.values(final.cot_nam[0] ?? {})).toEqual(["2025", "2026", "2027", "2028", "2029", "2030"]);
    const yearly = reportOf(commune);
    expect([yearly.cot_nam, yearly.bang_cac_nam]).toEqual([[], []]);
    expect(yearly.muc_tieu).toHaveLength(7);
    expect(final.muc_tieu).toHaveLength(8);
  });

  it("come with a word on what is of this year only", () => {
    const commune = communeOf([VHXH], []);
    expect(reportOf(commune, { kind: "final" }).chi_dao.slice(-1)).toEqual([
      "Tỷ lệ các năm trước lấy từ số liệu đã lưu hằng năm; kết quả nhiệm vụ, hoạt động, kinh phí và đánh giá trong báo cáo này là của năm 2026.",
    ]);
  });
});
