import { describe, expect, it } from "vitest";
import type { Settings } from "../../src/core/commune.ts";
import type { Activity } from "../../src/core/event.ts";
import type { Assessment, Fund, Task, TaskReport } from "../../src/core/task.ts";
import { localName } from "../../src/report/facts.ts";
import { UNIT_FIGURE_ELEMENTS } from "../../src/report/sections/unit-figures.ts";
import { PLAN, withTargets } from "../plan.ts";
import {
  communeOf,
  type Figure,
  HAMLET,
  historyOf,
  POLICE,
  type Row,
  reportOf,
  SETTINGS,
  VHXH,
  VHXH_FIGURES,
  WOMENS_UNION,
} from "./communes.ts";

function passagesOf(commune: ReturnType<typeof communeOf>, number: number): readonly string[] {
  return reportOf(commune).muc_tieu.find(({ so }) => so === String(number))?.doan ?? [];
}

describe("the heading", () => {
  it("names the commune, the plan and the year", () => {
    const model = reportOf(communeOf([VHXH], VHXH_FIGURES));
    expect(model.ten_cap_hoa).toBe("XÃ VĨNH PHONG");
    expect(model.trich_yeu).toBe(
      "Kết quả triển khai thực hiện Quyết định số 2282/QĐ-TTg ngày 31 tháng 12 năm 2020 của Thủ tướng Chính phủ trên địa bàn xã Vĩnh Phong năm\u00a02026",
    );
    expect(model.mo_dau).toMatch(
      /^Thực hiện Kế hoạch số 131\/KH-UBND ngày 22 tháng 5 năm 2026 của Ủy ban nhân dân xã Vĩnh Phong về việc/,
    );
    expect(model.mo_dau).toMatch(
      /Thủ tướng Chính phủ phê duyệt Chương trình “Tăng cường sự tham gia bình đẳng [^”]*”, /,
    );
    expect(model.ket_thuc).toBe(
      "Trên đây là báo cáo kết quả thực hiện Kế hoạch năm 2026 của Ủy ban nhân dân xã Vĩnh Phong./.",
    );
  });

  it("leaves date and number blank unless they are given", () => {
    const commune = communeOf([VHXH], VHXH_FIGURES);
    expect(reportOf(commune).ngay_thang).toMatch(/^ngày\s+tháng\s+năm\s2026$/);
    expect(reportOf(commune).so_van_ban.trim()).toBe("");
    expect(reportOf(commune, { kind: "year", number: "12" }).so_van_ban.trim()).toBe("12");
    expect(reportOf(commune, { kind: "year", date: "2026-11-05" }).ngay_thang).toBe(
      "ngày 05 tháng 11 năm 2026".replace(/ /g, "\u00a0"),
    );
  });

  it("leaves room for the commune's name where none is given", () => {
    const model = reportOf(communeOf([VHXH], [], { settings: { ...SETTINGS, name: "" } }));
    expect(model).toMatchObject({ co_quan: "Ủy ban nhân dân xã ……", ten_cap_hoa: "XÃ ……", dia_danh: "……" });
    expect(model.ket_thuc).toMatch(/ của Ủy ban nhân dân xã ……\.\/\.$/);
  });

  it("writes a date's place without the commune's kind, but for one that is named in full", () => {
    const placeOf = (settings: Partial<Settings>) =>
      reportOf(communeOf([VHXH], [], { settings: { ...SETTINGS, ...settings } }));
    expect(placeOf({})).toMatchObject({ dia_danh: "Vĩnh Phong", ten_cap_hoa: "XÃ VĨNH PHONG" });
    expect(placeOf({ kind: "phường", name: "Điện Biên Phủ", isNamedInFull: true })).toMatchObject({
      dia_danh: "Phường Điện Biên Phủ",
      ten_cap_hoa: "PHƯỜNG ĐIỆN BIÊN\u00a0PHỦ",
    });
  });

  it("puts one addressee on the line, several in a list, and none nowhere", () => {
    const withAddressees = (...addressees: string[]) =>
      reportOf(communeOf([VHXH], [], { settings: { ...SETTINGS, addressees } }));
    expect(withAddressees("Sở Nội vụ").kinh_gui_mot).toEqual(["Sở Nội vụ"]);
    expect(withAddressees("Sở Nội vụ").co_nhieu_noi_gui).toBe(false);
    expect(withAddressees("UBND tỉnh", "Sở Nội vụ").kinh_gui_nhieu).toEqual(["- UBND tỉnh;", "- Sở Nội vụ."]);
    expect(withAddressees().noi_nhan).toEqual(["- TT. Đảng ủy xã;", "- Lưu: VT."]);
    expect(withAddressees("Sở Nội vụ").noi_nhan).toEqual(["- Như trên;", "- TT. Đảng ủy xã;", "- Lưu: VT."]);
  });

  it("takes addressees and recipients without the marks that users end them with", () => {
    const settings = {
      ...SETTINGS,
      addressees: ["UBND tỉnh;", "- Sở Nội vụ.", "UBND tỉnh"],
      recipients: ["Như trên", "TT. Đảng ủy xã;", "Lưu: VT, VHXH.", "Các ấp."],
    };
    const model = reportOf(communeOf([VHXH], [], { settings }));
    expect(model.kinh_gui_nhieu).toEqual(["- UBND tỉnh;", "- Sở Nội vụ."]);
    expect(model.noi_nhan).toEqual(["- Như trên;", "- TT. Đảng ủy xã;", "- Các ấp;", "- Lưu: VT, VHXH."]);
  });

  it("breaks the signer's title at its slash", () => {
    const titled = (signerTitle: string) =>
      reportOf(communeOf([VHXH], [], { settings: { ...SETTINGS, signerTitle } })).chuc_vu_ky;
    expect(titled("KT. CHỦ TỊCH / PHÓ CHỦ TỊCH")).toEqual(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]);
    expect(titled("TM. Ủy ban nhân dân / Chủ tịch")).toEqual(["CHỦ TỊCH"]);
    expect(titled("Q. CHỦ TỊCH")).toEqual(["Q. CHỦ TỊCH"]);
    expect(titled("")).toEqual(["CHỦ TỊCH"]);
  });

  it.each([
    ["CHỦ TỊCH", true],
    ["KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", true],
    ["Q. CHỦ TỊCH", true],
    ["TL. Chủ tịch / Chánh Văn phòng", false],
    ["TUQ. CHỦ TỊCH/TRƯỞNG PHÒNG", false],
  ])("is signed on behalf of the committee, or not, as the title %s says", (signerTitle, onBehalf) => {
    const settings = { ...SETTINGS, signerTitle };
    expect(reportOf(communeOf([VHXH], [], { settings })).ky_thay_mat).toBe(onBehalf);
  });

  it("has titles of their own for the reviews", () => {
    const commune = communeOf([VHXH], VHXH_FIGURES);
    expect(reportOf(commune, { kind: "midterm" }).trich_yeu).toMatch(
      /^Sơ kết giữa giai đoạn 2026–2030 việc triển khai/,
    );
    const final = reportOf(commune, { kind: "final" });
    expect(final.trich_yeu).toMatch(/^Tổng kết việc triển khai .* trên địa bàn xã Vĩnh Phong giai đoạn 2026–2030$/);
    expect(final.ket_thuc).toBe(
      "Trên đây là báo cáo tổng kết việc thực hiện Kế hoạch giai đoạn 2026–2030 của Ủy ban nhân dân xã Vĩnh Phong./.",
    );
  });

  it("does without a plan's number and day", () => {
    const settings = { ...SETTINGS, planNo: "", planDate: undefined };
    expect(reportOf(communeOf([VHXH], [], { settings })).mo_dau).toMatch(
      /^Thực hiện Kế hoạch của Ủy ban nhân dân xã Vĩnh Phong về việc/,
    );
  });
});

describe("section I", () => {
  it("says that everyone has reported", () => {
    const model = reportOf(communeOf([VHXH, POLICE], [...VHXH_FIGURES, ["CAX", "LD", 4, 0]]));
    expect(model.chi_dao).toEqual([
      "Có 2 đơn vị thuộc diện báo cáo kết quả thực hiện Kế hoạch, gồm: 1 cơ quan, phòng ban; 1 đơn vị công an, quân sự. Thời hạn báo cáo là trước ngày 15 tháng 11 năm 2026.",
      "Đến thời điểm lập báo cáo, 2/2 đơn vị đã báo cáo đầy đủ số liệu.",
      "Có 2/2 đơn vị đã nộp báo cáo đúng hạn và đã được duyệt.",
    ]);
    expect(model.du_thao).toBe(false);
  });

  it("names who has not, and who has not completely, and is a draft then", () => {
    const model = reportOf(
      communeOf(
        [VHXH, POLICE, WOMENS_UNION, HAMLET],
        [...VHXH_FIGURES, ["LHPN", "LD", 2, 2], ["LHPN", "BCHX", 15, 16]],
      ),
    );
    expect(model.chi_dao.slice(1)).toEqual([
      "Đến thời điểm lập báo cáo, mới có 1/4 đơn vị báo cáo đầy đủ số liệu; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
      "- 2 đơn vị chưa báo cáo: Công an xã và ấp 1.",
      "- 1 đơn vị báo cáo chưa đầy đủ hoặc có số liệu chưa hợp lệ: Hội LHPN xã.",
      "Có 4/4 đơn vị đã nộp báo cáo đúng hạn và đã được duyệt.",
    ]);
    expect(model.du_thao).toBe(true);
  });

  it("speaks of no unit at all, and of none that has reported", () => {
    expect(reportOf(communeOf([], [])).chi_dao).toEqual([
      "Chưa có đơn vị nào trong danh sách báo cáo kết quả thực hiện Kế hoạch.",
    ]);
    expect(reportOf(communeOf([VHXH, POLICE], [])).chi_dao.slice(1, 2)).toEqual([
      "Đến thời điểm lập báo cáo, chưa có đơn vị nào báo cáo số liệu.",
    ]);
    expect(reportOf(communeOf([VHXH, POLICE], [["VHXH", "LD", 3, 1]])).chi_dao.slice(1, 4)).toEqual([
      "Đến thời điểm lập báo cáo, chưa có đơn vị nào báo cáo đầy đủ số liệu; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
      "- 1 đơn vị chưa báo cáo: Công an xã.",
      "- 1 đơn vị báo cáo chưa đầy đủ hoặc có số liệu chưa hợp lệ: Phòng Văn hóa – Xã hội.",
    ]);
  });

  it("names the only unit, and does not count it among others", () => {
    const saying = (...figures: Parameters<typeof communeOf>[1]) =>
      reportOf(communeOf([VHXH], figures)).chi_dao.slice(0, 2);
    expect(saying(["VHXH", "LD", 3, 1])).toEqual([
      "Có 1 đơn vị thuộc diện báo cáo kết quả thực hiện Kế hoạch là Phòng Văn hóa – Xã hội. Thời hạn báo cáo là trước ngày 15 tháng 11 năm 2026.",
      "Đến thời điểm lập báo cáo, đơn vị báo cáo chưa đầy đủ hoặc có số liệu chưa hợp lệ; do đó các số liệu tổng hợp dưới đây là số liệu tạm tính.",
    ]);
    expect(saying()[1]).toBe("Đến thời điểm lập báo cáo, đơn vị chưa báo cáo số liệu.");
  });

  it("sends a long list of names to the annex", () => {
    const hamlets = Array.from({ length: 16 }, (_, index) => [`AP${index}`, `Ấp ${index}`, "ap"] as const);
    expect(reportOf(communeOf([VHXH, ...hamlets], VHXH_FIGURES)).chi_dao[2]).toBe("- 16 đơn vị chưa báo cáo.");
  });
});

describe("section II", () => {
  it("counts the units led by women, and those that have not reported", () => {
    const commune = communeOf([VHXH, POLICE, WOMENS_UNION], [...VHXH_FIGURES, ["CAX", "LD", 4, 0]]);
    expect(passagesOf(commune, 1)).toEqual([
      "Có 1/3 cơ quan, đơn vị, tổ chức có nữ tham gia lãnh đạo, quản lý, tỷ lệ 33,3%; chưa đạt mục tiêu từ 70% trở lên đến năm 2030. Còn 1 đơn vị chưa có số liệu hợp lệ, vẫn được tính trong tổng số; khi đủ số liệu, tỷ lệ nằm trong khoảng từ 33,3% đến 66,7%.",
    ]);
  });

  it("has words for zero", () => {
    const none = communeOf([POLICE], [["CAX", "LD", 4, 0]]);
    expect(passagesOf(none, 1)).toEqual([
      "Trong 1 cơ quan, đơn vị, tổ chức, chưa ghi nhận nơi nào có nữ tham gia lãnh đạo, quản lý, tỷ lệ 0%; chưa đạt mục tiêu từ 70% trở lên đến năm 2030.",
    ]);
    expect(passagesOf(none, 7)).toEqual([
      "Năm 2026 chưa có hoạt động tuyên truyền nào được báo cáo; chưa đạt mục tiêu từ 2 hoạt động trở lên hằng năm.",
    ]);
    expect(passagesOf(communeOf([VHXH], VHXH_FIGURES), 6)).toEqual([
      "Trong 12 nữ lãnh đạo, quản lý đương nhiệm, chưa có người nào được tập huấn công nghệ thông tin, chuyển đổi số từ năm 2026, tỷ lệ 0%; chưa đạt mục tiêu 100% đến năm 2030.",
    ]);
  });

  it("tells missing from invalid from nothing to count", () => {
    const missing = communeOf([VHXH], []);
    expect(passagesOf(missing, 4)).toEqual(["Chỉ tiêu này chưa được báo cáo số liệu, chưa đánh giá được."]);
    const invalid = communeOf(
      [VHXH],
      [
        ["VHXH", "QHC", undefined, 5],
        ["VHXH", "DTN", undefined, 6],
      ],
    );
    expect(passagesOf(invalid, 5)).toEqual(["Chỉ tiêu này có số liệu chưa hợp lệ, chưa đánh giá được."]);
    const nobody = communeOf([VHXH, WOMENS_UNION], [["VHXH", "CUX", 0, 0]]);
    expect(passagesOf(nobody, 2)[0]).toBe("Chỉ tiêu này chưa có số liệu để đánh giá.");
    const empty = communeOf([VHXH], [["VHXH", "QH", 0, 0]]);
    expect(passagesOf(empty, 4)).toEqual(["Chỉ tiêu này chưa có số liệu để đánh giá."]);
    expect(reportOf(invalid).bang_muc_tieu.map(({ thuc_hien }) => thuc_hien)).toEqual([
      "chưa báo cáo",
      "chưa báo cáo",
      "chưa có số liệu",
      "chưa có số liệu",
      "chưa có số liệu",
      "chưa báo cáo",
      "chưa hợp lệ",
      "chưa báo cáo",
      "0",
    ]);
  });

  it("adds the women in quy hoạch who are young, qualified, IT-capable", () => {
    expect(passagesOf(communeOf([VHXH], VHXH_FIGURES), 4)).toEqual([
      "Có 17 nữ trong tổng số 40 người thuộc diện quy hoạch, tỷ lệ 42,5%; gần đạt mục tiêu từ 45% trở lên đến năm 2030 (mục tiêu quốc gia đến năm 2030: 50%).",
      "Trong đó: 5 nữ trẻ; 12 nữ đạt trình độ chuyên môn của chức danh; chưa có nữ có khả năng ứng dụng công nghệ thông tin.",
    ]);
  });

  it("does not tell of more women of a kind in quy hoạch than there are, nor of kinds of none", () => {
    const planned = (women: number) =>
      passagesOf(
        communeOf([VHXH], [["VHXH", "QH", 40, women], ...VHXH_FIGURES.filter(([, code]) => code !== "QH")]),
        4,
      );
    expect(planned(10)[1]).toBe("Trong đó: 5 nữ trẻ; chưa có nữ có khả năng ứng dụng công nghệ thông tin.");
    expect(planned(0)).toEqual([expect.stringMatching(/^Chưa có nữ trong tổng số 40 người thuộc diện quy hoạch/)]);
  });

  it("shows the sub-rates, this year's step and last year", () => {
    const commune = communeOf(
      [VHXH, WOMENS_UNION, HAMLET],
      [
        ["VHXH", "CUX", 20, 8],
        ["LHPN", "BCHX", 10, 10],
        ["AP1", "CUA", 3, 1],
        ["AP1", "BCHA", 12, 0],
      ],
      {
        history: historyOf([["VHXH", "CUX", 20, 9]]),
        plan: withTargets((target) =>
          target.code === "CT2" ? { ...target, milestones: new Map([[2026, 45]]) } : target,
        ),
      },
    );
    expect(passagesOf(commune, 2)).toEqual([
      "Có 19 nữ trong tổng số 45 ủy viên cấp ủy, Ban Chấp hành, tỷ lệ 42,2%; đạt mục tiêu từ 40% trở lên đến năm 2030, chưa đạt mức của năm nay (từ 45% trở lên); giảm so với năm 2025 (45%).",
      "- Cấp ủy xã: 8 nữ/20 ủy viên, tỷ lệ 40%, giảm so với năm 2025 (45%);",
      "- Chi ủy ấp: 1 nữ/3 ủy viên, tỷ lệ 33,3%;",
      "- Ban Chấp hành tổ chức cấp xã: 10 nữ/10 ủy viên, tỷ lệ 100%;",
      "- Ban Chấp hành chi hội, chi đoàn ấp: chưa có nữ trong tổng số 12 ủy viên, tỷ lệ 0%;",
      "- Không tính Hội LHPN xã: 9 nữ/35 ủy viên, tỷ lệ 25,7%, giảm so với năm 2025 (45%).",
    ]);
  });

  it("says when missing seats cannot be estimated, and between which bounds they can", () => {
    const figures = [["VHXH", "CUX", 20, 8]] as const;
    const unknown = communeOf([VHXH, WOMENS_UNION], figures);
    expect(passagesOf(unknown, 2)[0]).toBe(
      "Có 8 nữ trong tổng số 20 ủy viên cấp ủy, Ban Chấp hành, tỷ lệ 40%; đạt mục tiêu từ 40% trở lên đến năm 2030. Còn 1 đơn vị chưa có số liệu hợp lệ, không có số liệu năm trước để ước tính nên tỷ lệ trên mới tính theo số đã báo cáo.",
    );
    const bounded = communeOf([VHXH, WOMENS_UNION], figures, { history: historyOf([["LHPN", "BCHX", 10, 10]]) });
    expect(passagesOf(bounded, 2)[0]).toMatch(
      /Còn 1 đơn vị chưa có số liệu hợp lệ; nếu lấy tổng số năm trước của các đơn vị này, tỷ lệ nằm trong khoảng từ 26,7% đến 60%\.$/,
    );
    expect(passagesOf(bounded, 2)[3]).toBe("- Ban Chấp hành tổ chức cấp xã: chưa báo cáo;");
    expect(passagesOf(bounded, 2)[5]).toBe("- Không tính Hội LHPN xã: 8 nữ/20 ủy viên, tỷ lệ 40%.");
  });

  it("never shows a rate that looks like the threshold it misses", () => {
    const commune = communeOf([VHXH], [["VHXH", "CUX", 10000, 3996]]);
    expect(passagesOf(commune, 2)[0]).toMatch(/tỷ lệ 39,96%; gần đạt mục tiêu từ 40% trở lên/);
  });

  it("compares the groups of CT2B with last year, or makes this year the first", () => {
    const figures = [
      ["AP1", "THG", 7, 2],
      ["AP1", "CNS", 9, 3],
      ["AP1", "MTQ", 4, 4],
    ] as const;
    const commune = communeOf([HAMLET], figures, {
      history: historyOf([
        ["AP1", "THG", 7, 3],
        ["AP1", "MTQ", 3, 3],
      ]),
    });
    expect(passagesOf(commune, 3)).toEqual([
      "- Nữ trong tổ hòa giải: 2 nữ/7 thành viên, tỷ lệ 28,6%, giảm so với năm 2025 (42,9%);",
      "- Nữ trong tổ công nghệ số cộng đồng: 3 nữ/9 thành viên, tỷ lệ 33,3%, lấy làm số liệu gốc để so sánh các năm sau;",
      "- Nữ trong mô hình tự quản: 4 nữ/4 thành viên, tỷ lệ 100%, giữ nguyên so với năm 2025 (100%).",
    ]);
  });

  it("counts a joint event and its participants once", () => {
    const row = (unit: string, coOrganisers: string[], participants: number): Activity => ({
      unit,
      slot: 0,
      day: "2026-03-08",
      dateTyped: "08/03/2026",
      theme: "Tọa đàm",
      kind: "",
      coOrganisers,
      participants,
      women: 60,
      link: "",
    });
    const activities = [row("VHXH", ["LHPN"], 100), row("LHPN", [], 120)];
    expect(passagesOf(communeOf([VHXH, WOMENS_UNION], [], { activities }), 7)).toEqual([
      "Năm 2026 đã tổ chức 1 hoạt động tuyên truyền; chưa đạt mục tiêu từ 2 hoạt động trở lên hằng năm. Hoạt động này thu hút 100 lượt người tham dự, trong đó có 60 lượt nữ.",
    ]);
  });

  it("tabulates target, result, last year, verdict, need and the national figure", () => {
    const commune = communeOf([VHXH, POLICE], [...VHXH_FIGURES, ["CAX", "LD", 4, 0]], {
      history: historyOf([["VHXH", "LD", 3, 1]]),
    });
    expect(reportOf(commune).bang_muc_tieu[0]).toEqual({
      stt: "1",
      ten: "Cơ quan, đơn vị, tổ chức chính trị - xã hội có nữ tham gia lãnh đạo, quản lý",
      muc_tieu: "≥ 70%",
      thuc_hien: "1/2",
      ty_le: "50%",
      nam_truoc: "100%",
      so_sanh: "Giảm",
      danh_gia: "Chưa đạt",
      con_thieu: "1 đơn vị",
      quoc_gia: "–",
    });
  });
});

const TASKS: readonly Task[] = [
  { code: "A", group: "1", text: "Tuyên truyền", assignees: ["VHXH"] },
  { code: "B", group: "1", text: "Lập kế hoạch", assignees: ["CAX", "ct_xh"] },
  { code: "C", group: "2", text: "Cử đi học", assignees: ["KHONG_CO"] },
];

function taskReport(unit: string, task: string, status: TaskReport["status"], result = ""): TaskReport {
  return { unit, task, status, statusTyped: status ?? "", result, link: "" };
}

describe("the national programme", () => {
  const council: Row = ["HDND", "Thường trực HĐND xã", "co_quan"];
  const committee: Row = ["UBND", "UBND xã", "co_quan"];
  const passages = (...units: Row[]) =>
    reportOf(
      communeOf(
        [VHXH, ...units],
        [...VHXH_FIGURES, ...units.map(([code]): Figure => [code, "LD", 3, code === "UBND" ? 0 : 1])],
      ),
    ).muc_tieu;

  it("stands beside HĐND and UBND, in the last passage of section II, and not beside CT1", () => {
    const all = passages(council, committee);
    expect(all.at(-1)).toEqual({
      so: "8",
      ten: "Cơ quan quản lý nhà nước, chính quyền địa phương có nữ lãnh đạo chủ chốt (HĐND, UBND)",
      doan: ["Có 1/2 cơ quan (HĐND, UBND) có nữ lãnh đạo chủ chốt, tỷ lệ 50%; mục tiêu quốc gia đến năm 2030: 75%."],
    });
    expect(all[0]?.doan.join(" ")).not.toContain("quốc gia");
  });

  it("is told of CT4 with a word that it counts more women", () => {
    const ct4 = passages().find(({ ten }) => ten.includes("ít nhất một lớp"));
    expect(ct4?.doan[0]).toContain(
      "(mục tiêu quốc gia đến năm 2030: 90%, tính cho nữ trong quy hoạch hoặc đang lãnh đạo, quản lý; tỷ lệ trên chỉ tính cán bộ, công chức, viên chức, trong một năm)",
    );
  });

  it("is not told of bodies that the register does not have", () => {
    expect(JSON.stringify(passages())).not.toContain("HĐND");
  });
});

describe("section III", () => {
  it("says how far each task is and what the units say came of it", () => {
    const tasks = [taskReport("VHXH", "A", "xong", "Đã mở 2 lớp"), taskReport("CAX", "B", "dang", "Đã lập.\nĐã gửi")];
    const model = reportOf(communeOf([VHXH, POLICE, WOMENS_UNION], [], { tasks, taskList: TASKS }));
    expect(model.nhiem_vu.map(({ doan }) => doan)).toEqual([
      [
        "Nhóm này có 2 nhiệm vụ; 1 nhiệm vụ đã được tất cả các đơn vị được giao báo cáo hoàn thành.",
        "- Tuyên truyền: Phòng Văn hóa – Xã hội đã hoàn thành. Kết quả: Đã mở 2 lớp.",
        "- Lập kế hoạch: 2 đơn vị được giao, 1 đơn vị đang thực hiện và 1 đơn vị chưa báo cáo.",
        "+ Công an xã: Đã lập. Đã gửi.",
      ],
      [
        "Nhóm này có 1 nhiệm vụ; chưa có nhiệm vụ nào được tất cả các đơn vị được giao báo cáo hoàn thành.",
        "- Cử đi học: chưa giao đơn vị thực hiện.",
      ],
      ["Không có nhiệm vụ nào thuộc nhóm này."],
    ]);
  });

  it("says once that all do the same, and nothing that the status has said", () => {
    const tasks = [
      taskReport("VHXH", "A", "xong", "đã hoàn thành nhiệm vụ."),
      taskReport("CAX", "B", "xong", "Đã hoàn thành"),
      taskReport("LHPN", "B", "xong", "mở 1 lớp"),
    ];
    const model = reportOf(communeOf([VHXH, POLICE, WOMENS_UNION], [], { tasks, taskList: TASKS.slice(0, 2) }));
    expect(model.nhiem_vu[0]?.doan).toEqual([
      "Nhóm này có 2 nhiệm vụ; tất cả đã hoàn thành.",
      "- Tuyên truyền: Phòng Văn hóa – Xã hội đã hoàn thành.",
      "- Lập kế hoạch: 2 đơn vị được giao đều đã hoàn thành.",
      "+ Hội LHPN xã: Mở 1 lớp.",
    ]);
    const [single] = reportOf(communeOf([VHXH], [], { tasks, taskList: TASKS.slice(0, 1) })).nhiem_vu;
    expect(single?.doan[0]).toBe("Nhóm này có 1 nhiệm vụ; nhiệm vụ này đã hoàn thành.");
  });

  it("puts several lines of one unit behind its result", () => {
    const tasks = [taskReport("VHXH", "A", "dang", "- đang rà soát\n- đã mở 01 lớp")];
    const model = reportOf(communeOf([VHXH], [], { tasks, taskList: TASKS.slice(0, 1) }));
    expect(model.nhiem_vu[0]?.doan[1]).toBe(
      "- Tuyên truyền: Phòng Văn hóa – Xã hội đang thực hiện. Kết quả: Đang rà soát. Đã mở 01 lớp.",
    );
  });

  it("does not take an unreadable status for a report", () => {
    const tasks = [{ ...taskReport("VHXH", "A", undefined), statusTyped: "gần xong" }];
    const model = reportOf(communeOf([VHXH], [], { tasks, taskList: TASKS.slice(0, 1) }));
    expect(model.nhiem_vu[0]?.doan[1]).toBe("- Tuyên truyền: Phòng Văn hóa – Xã hội ghi tình trạng chưa hợp lệ.");
  });
});

describe("section IV", () => {
  const fund = (unit: string, source: Fund["source"], planned: Fund["planned"], spent: Fund["spent"]): Fund => ({
    unit,
    source,
    planned,
    spent,
  });

  it("adds up by source, with the rate spent and its share", () => {
    const funds = [fund("VHXH", "ns", 10_000_000, 9_995_000), fund("CAX", "xhh", 5_000_000, 5_000)];
    const model = reportOf(communeOf([VHXH, POLICE], [], { funds }));
    expect(model.kinh_phi).toEqual([
      "Có 2/2 đơn vị báo cáo số liệu kinh phí thực hiện Kế hoạch; tổng dự toán 15.000.000 đồng, đã chi 10.000.000 đồng, bằng 66,7% dự toán. Cụ thể:",
    ]);
    expect(model.bang_kinh_phi).toEqual([
      { nguon: "Ngân sách nhà nước", du_toan: "10.000.000", da_chi: "9.995.000", ty_le: "99,95%", co_cau: "99,95%" },
      { nguon: "Xã hội hóa", du_toan: "5.000.000", da_chi: "5.000", ty_le: "0,1%", co_cau: "0,1%" },
      { nguon: "Nguồn hợp pháp khác", du_toan: "chưa báo cáo", da_chi: "chưa báo cáo", ty_le: "–", co_cau: "–" },
      { nguon: "Tổng cộng", du_toan: "15.000.000", da_chi: "10.000.000", ty_le: "66,7%", co_cau: "100%" },
    ]);
  });

  it("prints no invalid amount", () => {
    const model = reportOf(communeOf([VHXH], [], { funds: [fund("VHXH", "ns", -5, "năm triệu")] }));
    expect(model.kinh_phi).toEqual([
      "Chưa có đơn vị nào báo cáo số liệu kinh phí hợp lệ.",
      "Có 2 số liệu kinh phí chưa hợp lệ, không được tính vào báo cáo.",
    ]);
    expect(model.co_bang_kinh_phi).toBe(false);
  });

  it("says that nobody reported any", () => {
    expect(reportOf(communeOf([VHXH], [])).kinh_phi).toEqual(["Chưa có đơn vị nào báo cáo số liệu kinh phí."]);
  });
});

describe("sections V and VII", () => {
  const said = (unit: string, difficulties: string, proposals = ""): Assessment => ({
    unit,
    results: "",
    difficulties,
    causes: "",
    proposals,
  });

  it("merges what several units say alike, and attributes it", () => {
    const assessments = [
      said("CAX", "Thiếu  nguồn"),
      said("VHXH", "thiếu nguồn"),
      said("LHPN", "Kinh phí ít.", "Mở lớp"),
    ];
    const model = reportOf(communeOf([VHXH, POLICE, WOMENS_UNION], [], { assessments }));
    expect(model.kho_khan).toEqual([
      "- Phòng Văn hóa – Xã hội và Công an xã: Thiếu nguồn.",
      "- Hội LHPN xã: Kinh phí ít.",
    ]);
    expect(model.de_xuat).toEqual(["- Hội LHPN xã: Mở lớp."]);
    expect(model.nguyen_nhan).toEqual(["Chưa có đơn vị nào nêu nguyên nhân."]);
  });
});

describe("section VI", () => {
  it("says what each unmet target needs", () => {
    const lines = reportOf(communeOf([VHXH, POLICE], [...VHXH_FIGURES, ["CAX", "LD", 4, 0]])).phuong_huong;
    expect(lines).toEqual([
      "- Cơ quan, đơn vị, tổ chức chính trị - xã hội có nữ tham gia lãnh đạo, quản lý: cần thêm ít nhất 1 cơ quan, đơn vị, tổ chức có nữ tham gia lãnh đạo, quản lý để đạt mục tiêu từ 70% trở lên đến năm 2030.",
      "- Nữ trong diện quy hoạch các chức danh lãnh đạo, quản lý cấp xã và đơn vị trực thuộc: cần thêm ít nhất 1 nữ nếu giữ nguyên 40 người trong quy hoạch, hoặc ít nhất 2 nữ nếu chỉ bổ sung thêm nữ, để đạt mục tiêu từ 45% trở lên đến năm 2030.",
      "- Nữ lãnh đạo, quản lý cấp xã được tập huấn công nghệ thông tin, chuyển đổi số: cần thêm ít nhất 12 nữ được tập huấn để đạt mục tiêu 100% đến năm 2030.",
      "- Hoạt động tuyên truyền, sinh hoạt chuyên đề, hội nghị phổ biến pháp luật về bình đẳng giới: cần tổ chức thêm ít nhất 2 hoạt động để đạt mục tiêu từ 2 hoạt động trở lên hằng năm.",
      "- Khẩn trương thu thập, rà soát số liệu để có cơ sở đánh giá 3 nội dung: nữ trong tổ hòa giải; nữ trong tổ công nghệ số cộng đồng; nữ trong mô hình tự quản.",
      "- Tiếp tục duy trì 2 chỉ tiêu đã đạt: nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp; nữ cán bộ, công chức, viên chức trong quy hoạch được đào tạo, bồi dưỡng ít nhất một lớp.",
      "- Tiếp tục tuyên truyền, quán triệt các mục tiêu về bình đẳng giới và công tác cán bộ nữ; kiểm tra, đôn đốc các đơn vị thực hiện Kế hoạch theo chức năng, nhiệm vụ được giao.",
    ]);
  });
});

describe("section VI in its other cases", () => {
  const outlook = (...of: Parameters<typeof communeOf>) => reportOf(communeOf(...of)).phuong_huong;

  it("sets no goal for a year that is over", () => {
    const lines = (year: number) =>
      outlook([VHXH], VHXH_FIGURES, { year, settings: { ...SETTINGS, year } }).filter((line) =>
        /quy hoạch các/.test(line),
      );
    expect(lines(2029)).toEqual([expect.stringMatching(/để đạt mục tiêu từ 45% trở lên đến năm 2030\.$/)]);
    expect(lines(2030)).toEqual([expect.stringMatching(/để đạt mục tiêu từ 45% trở lên\.$/)]);
  });

  it("calls no task unfinished of which nobody has told, and names no unit as left over where all are", () => {
    const lines = outlook([VHXH, POLICE], [], { taskList: TASKS });
    expect(lines).toContain("- Tiếp tục chỉ đạo thực hiện 3 nhiệm vụ của Kế hoạch chưa được báo cáo hoàn thành.");
    expect(lines).toContain("- Đôn đốc 2 đơn vị chưa đủ số liệu hoàn thành báo cáo để tổng hợp chính thức.");
  });

  it("asks for the figures of a single indicator under its name", () => {
    const figures = [
      ["AP1", "CUA", 5, 3],
      ["AP1", "BCHA", 9, 5],
      ["AP1", "THG", 7, 3],
      ["AP1", "CNS", 9, 3],
    ] as const;
    expect(outlook([VHXH, HAMLET], [...VHXH_FIGURES, ...figures])).toContain(
      "- Nữ trong mô hình tự quản: khẩn trương thu thập, rà soát số liệu để có cơ sở đánh giá.",
    );
  });
});

describe("the annexes", () => {
  it("list every indicator, the sub-rates without a number", () => {
    const council: Row = ["HDND", "Thường trực HĐND xã", "co_quan"];
    const rows = reportOf(communeOf([VHXH, WOMENS_UNION, council], VHXH_FIGURES)).phu_luc_1;
    expect(rows.map(({ stt }) => stt)).toEqual(["1", "2", "", "", "", "", "", "3", "4", "5", "6", "7", "8", "9", "10"]);
    expect(rows).toHaveLength(PLAN.indicators.length);
  });

  it("say nothing of an indicator whose units nobody can name", () => {
    const rows = reportOf(communeOf([VHXH], VHXH_FIGURES)).phu_luc_1;
    expect(rows).toHaveLength(PLAN.indicators.length - 2);
    expect(JSON.stringify(rows)).not.toMatch(/Không tính|HĐND/);
  });

  it("show bounds only where something is missing", () => {
    const rows = reportOf(communeOf([VHXH, POLICE], VHXH_FIGURES)).phu_luc_1;
    expect(rows[0]?.khoang).toBe("50% – 100%");
    expect(rows[1]?.khoang).toBe("–");
  });

  it("show a unit's figures, missing and invalid ones by name", () => {
    const model = reportOf(
      communeOf(
        [POLICE, WOMENS_UNION, HAMLET],
        [
          ["CAX", "LD", 4, 0],
          ["LHPN", "LD", 2, 3],
          ["AP1", "CUA", 1000, 400],
          ["AP1", "THG", "ba", 1],
        ],
      ),
    );
    expect(
      model.phu_luc_2.map(({ don_vi, ld, bchx, cua, thg, tinh_trang }) => [don_vi, ld, bchx, cua, thg, tinh_trang]),
    ).toEqual([
      ["Công an xã", "4/0", "–", "–", "–", "Đủ"],
      ["Hội LHPN xã", "chưa hợp lệ", "chưa báo cáo", "–", "–", "Chưa đủ"],
      ["Ấp 1", "–", "–", "1.000/400", "chưa hợp lệ", "Chưa đủ"],
    ]);
    expect(model.phu_luc_2_cong[0]).toMatchObject({ ld: "4/0", cua: "1.000/400", thg: "–" });
  });

  it("show every element of a unit but those of the quy hoạch", () => {
    expect(UNIT_FIGURE_ELEMENTS).toEqual(
      [...PLAN.elements.values()].filter(({ communeOnly }) => !communeOnly).map(({ code }) => code),
    );
    const rows = JSON.stringify(reportOf(communeOf([VHXH], [["VHXH", "QH", 7777, 3333]])).phu_luc_2);
    expect(rows).not.toMatch(/7\.777|3\.333/);
  });

  it("ignore a figure that the register does not ask for", () => {
    expect(reportOf(communeOf([POLICE], [["CAX", "CUX", 5, 1]])).phu_luc_2_cong[0]?.cux).toBe("–");
  });
});

describe("a phường or a đặc khu", () => {
  it("reads in its own words", () => {
    const settings = { ...SETTINGS, kind: "phường" as const, name: "Rạch Giá" };
    const model = reportOf(communeOf([VHXH, HAMLET], [["VHXH", "CUX", 20, 8]], { settings }));
    expect(model.co_quan).toBe("Ủy ban nhân dân phường Rạch Giá");
    expect(model.ten_cap_hoa).toBe("PHƯỜNG RẠCH GIÁ");
    expect(model.muc_tieu[1]?.doan[1]).toBe("- Cấp ủy phường: 8 nữ/20 ủy viên, tỷ lệ 40%;");
    expect(model.chi_dao[0]).toContain("1 khu dân cư");
  });

  it("puts the built-in names that speak of xã or ấp into its words, but for the level “cấp xã”", () => {
    const names = [...PLAN.indicators, ...PLAN.elements.values()].map(({ name }) => localName(name, "xã"));
    const changed = names.filter((name) => localName(name, "phường") !== name);
    expect(changed.map((name) => localName(name, "phường"))).toEqual([
      "Cấp ủy phường",
      "Chi ủy khu dân cư",
      "BCH chi hội, chi đoàn khu dân cư",
      "Không tính Hội LHPN phường",
      "Cấp ủy phường",
      "Chi ủy khu dân cư",
      "Ban Chấp hành chi hội, chi đoàn khu dân cư",
    ]);
    expect(localName("– BCH tổ chức cấp xã", "đặc khu")).toBe("BCH tổ chức cấp xã");
  });
});
