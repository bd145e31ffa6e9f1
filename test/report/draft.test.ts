/** Why a report is a draft, and what section I says of reports that came in. */
import { describe, expect, it } from "vitest";
import type { Filing } from "../../src/core/workflow/filing.ts";
import { communeOf, filingsOf, POLICE, reportOf, VHXH, VHXH_FIGURES, WOMENS_UNION } from "./communes.ts";

const NOT_SUBMITTED: Partial<Filing> = { state: "filling", submittedAt: undefined, decidedAt: undefined };
const WAITING: Partial<Filing> = { state: "submitted", decidedAt: undefined };
const RETURNED: Partial<Filing> = { state: "returned" };

const COMPLETE = communeOf(
  [VHXH, POLICE, WOMENS_UNION],
  [...VHXH_FIGURES, ["CAX", "LD", 4, 0], ["LHPN", "LD", 2, 2], ["LHPN", "BCHX", 15, 15]],
);

function report(given: Readonly<Record<string, Partial<Filing>>>, commune = COMPLETE) {
  const { du_thao, ly_do_du_thao, chi_dao } = reportOf(commune, { filings: filingsOf(commune, given) });
  return { du_thao, reasons: ly_do_du_thao, last: chi_dao[chi_dao.length - 1] };
}

describe("a report", () => {
  it("is no draft once all units are complete and approved", () => {
    expect(report({})).toMatchObject({ du_thao: false, reasons: [] });
  });

  it.each<readonly [name: string, given: Readonly<Record<string, Partial<Filing>>>, reason: string]>([
    ["one has not submitted", { CAX: NOT_SUBMITTED }, "1/3 đơn vị chưa được duyệt (1 chưa nộp)"],
    [
      "each stands otherwise",
      { CAX: NOT_SUBMITTED, LHPN: WAITING, VHXH: RETURNED },
      "3/3 đơn vị chưa được duyệt (1 chưa nộp, 1 chờ duyệt và 1 bị trả lại)",
    ],
    [
      "figures changed after their approval",
      { LHPN: { changedCells: 1 } },
      "1/3 đơn vị chưa được duyệt (1 đã duyệt nhưng số liệu có sửa sau khi duyệt)",
    ],
  ])("is a draft while %s, and says how many", (_, given, reason) => {
    expect(report(given)).toMatchObject({ du_thao: true, reasons: [reason] });
  });

  it("is a draft while figures are missing, though all that came in was approved", () => {
    const commune = communeOf([VHXH, POLICE], VHXH_FIGURES);
    expect(report({}, commune)).toMatchObject({
      du_thao: true,
      reasons: ["1/2 đơn vị chưa báo cáo đủ số liệu hợp lệ"],
    });
  });

  it("of no unit is a draft", () => {
    expect(report({}, communeOf([], []))).toMatchObject({
      du_thao: true,
      reasons: ["chưa có đơn vị nào trong danh sách báo cáo"],
    });
  });
});

describe("section I on the reports that came in", () => {
  const LATE = { late: true };

  it.each<readonly [name: string, given: Readonly<Record<string, Partial<Filing>>>, sentence: string]>([
    [
      "none",
      { VHXH: NOT_SUBMITTED, CAX: NOT_SUBMITTED, LHPN: NOT_SUBMITTED },
      "Chưa có đơn vị nào nộp báo cáo để duyệt; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
    ],
    [
      "one",
      { VHXH: WAITING, CAX: NOT_SUBMITTED, LHPN: NOT_SUBMITTED },
      "Có 1/3 đơn vị đã nộp báo cáo đúng hạn; chưa có báo cáo nào được duyệt; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
    ],
    [
      "some, one of them late",
      { VHXH: LATE, CAX: WAITING, LHPN: NOT_SUBMITTED },
      "Có 2/3 đơn vị đã nộp báo cáo, trong đó 1 đơn vị đúng hạn, 1 đơn vị trễ hạn; 1 báo cáo đã được duyệt; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
    ],
    ["all in time and approved", {}, "Có 3/3 đơn vị đã nộp báo cáo đúng hạn và đã được duyệt."],
    [
      "all approved, one late",
      { CAX: LATE },
      "Có 3/3 đơn vị đã nộp báo cáo, trong đó 2 đơn vị đúng hạn, 1 đơn vị trễ hạn; tất cả đã được duyệt.",
    ],
    ["all late", { VHXH: LATE, CAX: LATE, LHPN: LATE }, "Có 3/3 đơn vị đã nộp báo cáo trễ hạn và đã được duyệt."],
  ])("tells of %s", (_, given, sentence) => {
    expect(report(given).last).toBe(sentence);
  });

  it("has words of its own for a commune of one unit", () => {
    const one = communeOf([POLICE], [["CAX", "LD", 4, 0]]);
    expect(report({}, one).last).toBe("Đơn vị đã nộp báo cáo đúng hạn và đã được duyệt.");
    expect(report({ CAX: WAITING }, one).last).toBe(
      "Đơn vị đã nộp báo cáo đúng hạn; chưa có báo cáo nào được duyệt; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
    );
  });

  it("does not say twice that figures are provisional", () => {
    const commune = communeOf([VHXH, POLICE], VHXH_FIGURES);
    const { chi_dao } = reportOf(commune, { filings: new Map() });
    expect(chi_dao.join("\n").match(/tạm tính/g)).toHaveLength(1);
    expect(chi_dao[chi_dao.length - 1]).toBe("Chưa có đơn vị nào nộp báo cáo để duyệt.");
  });
});
