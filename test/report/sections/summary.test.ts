import { describe, expect, it } from "vitest";
import { communeOf, type Figure, HAMLET, historyOf, POLICE, reportOf, VHXH, VHXH_FIGURES } from "../communes.ts";

function summaryOf(figures: readonly Figure[], history: readonly Figure[] = []): readonly string[] {
  const commune = communeOf([VHXH, POLICE, HAMLET], figures, { history: historyOf(history) });
  return reportOf(commune).tom_tat;
}

const LED = "cơ quan, đơn vị, tổ chức chính trị - xã hội có nữ tham gia lãnh đạo, quản lý";

describe("the summary of the targets", () => {
  it("counts and names the met, the near, the unmet and the unknown, in this order", () => {
    expect(summaryOf(VHXH_FIGURES)).toEqual([
      "Kế hoạch có 6 chỉ tiêu đặt mức cụ thể; đến thời điểm lập báo cáo, có 2 chỉ tiêu đạt, 1 chỉ tiêu gần đạt và 3 chỉ tiêu chưa đạt, gồm:",
      "- Đạt: nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp; nữ cán bộ, công chức, viên chức trong quy hoạch được đào tạo, bồi dưỡng ít nhất một lớp.",
      "- Gần đạt (từ 90% mức mục tiêu trở lên): nữ trong diện quy hoạch các chức danh lãnh đạo, quản lý cấp xã và đơn vị trực thuộc.",
      `- Chưa đạt: ${LED}; nữ lãnh đạo, quản lý cấp xã được tập huấn công nghệ thông tin, chuyển đổi số; hoạt động tuyên truyền, sinh hoạt chuyên đề, hội nghị phổ biến pháp luật về bình đẳng giới.`,
      "Các tỷ lệ phấn đấu tăng dần: nữ trong tổ hòa giải chưa có số liệu; nữ trong tổ công nghệ số cộng đồng chưa có số liệu; nữ trong mô hình tự quản chưa có số liệu.",
    ]);
  });

  it("says first that none is met", () => {
    const lines = summaryOf([["VHXH", "LD", 3, 0]]);
    expect(lines[0]).toBe(
      "Kế hoạch có 6 chỉ tiêu đặt mức cụ thể; đến thời điểm lập báo cáo, chưa có chỉ tiêu nào đạt, có 2 chỉ tiêu chưa đạt và 4 chỉ tiêu chưa có số liệu, gồm:",
    );
    expect(lines.filter((line) => line.startsWith("- Đạt"))).toEqual([]);
  });

  it("tells of each rate that is to rise what became of it", () => {
    const figures = [
      ["AP1", "THG", 7, 4],
      ["AP1", "CNS", 9, 2],
      ["AP1", "MTQ", 4, 1],
    ] as const;
    const before = [
      ["AP1", "THG", 7, 3],
      ["AP1", "CNS", 9, 3],
    ] as const;
    expect(summaryOf(figures, before).slice(-1)).toEqual([
      "Các tỷ lệ phấn đấu tăng dần: nữ trong tổ hòa giải tăng so với năm trước; nữ trong tổ công nghệ số cộng đồng giảm so với năm trước; nữ trong mô hình tự quản lấy năm nay làm năm gốc.",
    ]);
  });

  it("does not repeat the plan where all targets are judged alike", () => {
    const unmet = reportOf(
      communeOf(
        [VHXH],
        [
          ["VHXH", "LD", 3, 0],
          ["VHXH", "CUX", 20, 0],
          ["VHXH", "QH", 40, 0],
          ["VHXH", "QHC", undefined, 5],
          ["VHXH", "DTN", undefined, 0],
          ["VHXH", "LDX", undefined, 5],
          ["VHXH", "THS", undefined, 0],
        ],
      ),
    );
    expect(unmet.tom_tat.slice(0, 2)).toEqual([
      "Kế hoạch có 6 chỉ tiêu đặt mức cụ thể; tất cả đều chưa đạt.",
      expect.stringMatching(/^Các tỷ lệ phấn đấu tăng dần/),
    ]);
  });
});
