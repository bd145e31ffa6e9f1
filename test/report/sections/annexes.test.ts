import { describe, expect, it } from "vitest";
import type { Activity } from "../../../src/core/event.ts";
import type { Fund, Task } from "../../../src/core/task.ts";
import type { Filing } from "../../../src/core/workflow/filing.ts";
import { communeOf, filingsOf, HAMLET, POLICE, reportOf, VHXH, VHXH_FIGURES, WOMENS_UNION } from "../communes.ts";

function activity(unit: string, day: string | undefined, changes: Partial<Activity> = {}): Activity {
  const blank = {
    slot: 0,
    dateTyped: "",
    kind: "",
    coOrganisers: [],
    participants: undefined,
    women: undefined,
    link: "",
  };
  return { ...blank, unit, day, theme: "Tọa đàm", ...changes };
}

describe("Annex III", () => {
  const tabulated = (...activities: readonly Activity[]) =>
    reportOf(communeOf([VHXH, WOMENS_UNION, HAMLET], [], { activities }));

  it("lists each event once, by day, with all who held it", () => {
    const model = tabulated(
      activity("AP1", "2026-10-20", { theme: "Sinh hoạt" }),
      activity("VHXH", "2026-03-08", {
        coOrganisers: ["LHPN", "DOAN_X"],
        participants: 1200,
        women: 700,
        kind: "Hội nghị",
      }),
      activity("LHPN", "2026-03-08", { theme: "tọa  đàm", participants: 1250 }),
    );
    expect(model.phu_luc_3).toEqual([
      {
        stt: "1",
        ngay: "08/03/2026",
        noi_dung: "Tọa đàm",
        hinh_thuc: "Hội nghị",
        don_vi: "Phòng Văn hóa – Xã hội, Hội LHPN xã và DOAN_X",
        nguoi_du: "1.200",
        nu: "700",
      },
      {
        stt: "2",
        ngay: "20/10/2026",
        noi_dung: "Sinh hoạt",
        hinh_thuc: "–",
        don_vi: "Ấp 1",
        nguoi_du: "–",
        nu: "–",
      },
    ]);
    expect(model.phu_luc_3_ghi_chu).toEqual([]);
  });

  it("begins with a capital where a hamlet comes first, and has none where it follows", () => {
    const [row, alone] = tabulated(
      activity("VHXH", "2026-03-08", { coOrganisers: ["AP1"] }),
      activity("AP1", "2026-10-20"),
    ).phu_luc_3;
    expect([row?.don_vi, alone?.don_vi]).toEqual(["Phòng Văn hóa – Xã hội và ấp 1", "Ấp 1"]);
  });

  it.each<readonly [name: string, activities: readonly Activity[], sentence: string]>([
    ["nobody", [activity("VHXH", "2026-03-08", { participants: 0, women: 0 })], ""],
    [
      "one event, without women",
      [activity("VHXH", "2026-03-08", { participants: 5, women: 0 })],
      " Hoạt động này thu hút 5 lượt người tham dự, trong đó không có nữ.",
    ],
    [
      "all events",
      [
        activity("VHXH", "2026-03-08", { participants: 5, women: 2 }),
        activity("VHXH", "2026-03-09", { participants: 5 }),
      ],
      " Các hoạt động này thu hút 10 lượt người tham dự.",
    ],
    [
      "some of them",
      [activity("VHXH", "2026-03-08", { participants: 5, women: 2 }), activity("VHXH", "2026-03-09")],
      " Có 1 hoạt động báo cáo số người dự, thu hút 5 lượt người tham dự, trong đó có 2 lượt nữ.",
    ],
  ])("says in section II whom the events reached: %s", (_, activities, sentence) => {
    const [line = ""] = tabulated(...activities).muc_tieu.slice(-1)[0]?.doan ?? [];
    expect(line.replace(/^.*? hằng năm\./, "")).toBe(sentence);
  });

  it("shows no attendance that contradicts itself", () => {
    const [row] = tabulated(activity("VHXH", "2026-03-08", { participants: 10, women: 11 })).phu_luc_3;
    expect([row?.nguoi_du, row?.nu]).toEqual(["–", "–"]);
  });

  it("lists no activity that is still to come, and says so", () => {
    const activities = [activity("VHXH", "2026-03-08"), activity("VHXH", "2026-12-20", { theme: "Phát động" })];
    const commune = communeOf([VHXH, WOMENS_UNION, HAMLET], [], { activities });
    const model = reportOf({ ...commune, today: "2026-11-30" });
    expect(model.phu_luc_3.map(({ ngay }) => ngay)).toEqual(["08/03/2026"]);
    expect(model.phu_luc_3_ghi_chu).toEqual(["Không tính: 1 hoạt động dự kiến sau ngày 30/11/2026."]);
  });

  it("says how many rows do not count, and why", () => {
    const model = tabulated(
      activity("VHXH", "2025-03-08"),
      activity("VHXH", undefined),
      activity("VHXH", undefined),
      activity("VHXH", "2026-03-08", { theme: " " }),
    );
    expect(model.phu_luc_3).toEqual([]);
    expect(model.phu_luc_3_ghi_chu).toEqual([
      "Không tính: 1 hoạt động có ngày ngoài năm 2026, 2 hoạt động không có ngày hợp lệ và 1 hoạt động không có nội dung.",
    ]);
  });
});

describe("Annex IV", () => {
  const fund = (unit: string, source: Fund["source"], planned: Fund["planned"], spent: Fund["spent"]): Fund => ({
    unit,
    source,
    planned,
    spent,
  });

  it("lists units in the order of the register and their sources, with the sum below", () => {
    const funds = [
      fund("CAX", "ns", 1_000_000, 500_000),
      fund("VHXH", "xhh", undefined, 200_000),
      fund("VHXH", "ns", 3_000_000, "ba triệu"),
      fund("VHXH", "khac", undefined, undefined),
      fund("LA", "ns", 5, 5),
    ];
    const model = reportOf(communeOf([VHXH, POLICE], [], { funds }));
    expect(model.phu_luc_4).toEqual([
      {
        stt: "1",
        don_vi: "Phòng Văn hóa – Xã hội",
        nguon: "Ngân sách nhà nước",
        du_toan: "3.000.000",
        da_chi: "chưa hợp lệ",
        ty_le: "–",
      },
      {
        stt: "2",
        don_vi: "Phòng Văn hóa – Xã hội",
        nguon: "Xã hội hóa",
        du_toan: "chưa báo cáo",
        da_chi: "200.000",
        ty_le: "–",
      },
      {
        stt: "3",
        don_vi: "Công an xã",
        nguon: "Ngân sách nhà nước",
        du_toan: "1.000.000",
        da_chi: "500.000",
        ty_le: "50%",
      },
    ]);
    expect(model.phu_luc_4_cong).toEqual([{ du_toan: "4.000.000", da_chi: "700.000", ty_le: "17,5%" }]);
  });

  it("has no sum where there is nothing to add", () => {
    const model = reportOf(communeOf([VHXH], []));
    expect([model.phu_luc_4, model.phu_luc_4_cong]).toEqual([[], []]);
  });
});

describe("Annex V", () => {
  const IN_TIME = ["10/11/2026 08:05", "Đúng hạn", "Đã duyệt", "12/11/2026 14:30"];

  it.each<readonly [name: string, filing: Partial<Filing>, told: readonly string[]]>([
    ["approved", {}, IN_TIME],
    [
      "submitted late and not looked at",
      { state: "submitted", late: true, submittedAt: { day: "2026-11-16", time: "07:59:59" }, decidedAt: undefined },
      ["16/11/2026 07:59", "Trễ", "Đã nộp, chờ duyệt", "–"],
    ],
    [
      "changed after its submission",
      { state: "submitted", changedCells: 2, decidedAt: undefined },
      ["10/11/2026 08:05", "Đúng hạn", "Đã nộp, có sửa sau khi nộp", "–"],
    ],
    [
      "changed after its approval",
      { changedCells: 1 },
      ["10/11/2026 08:05", "Đúng hạn", "Đã duyệt, có sửa sau khi duyệt", "12/11/2026 14:30"],
    ],
    ["returned", { state: "returned" }, ["10/11/2026 08:05", "Đúng hạn", "Trả lại", "–"]],
    ["reopened", { state: "filling" }, ["10/11/2026 08:05", "Đúng hạn", "Mở lại để sửa", "–"]],
    [
      "typed, and never submitted",
      { state: "filling", submittedAt: undefined, decidedAt: undefined },
      ["Chưa nộp", "–", "Chưa nộp", "–"],
    ],
    [
      "never touched",
      { state: "empty", submittedAt: undefined, decidedAt: undefined },
      ["Chưa nộp", "–", "Chưa nộp", "–"],
    ],
  ])("tells when a unit's report came in, and how it stands: %s", (_, filing, told) => {
    const commune = communeOf([POLICE], [["CAX", "LD", 4, 0]]);
    const [row] = reportOf(commune, { filings: filingsOf(commune, { CAX: filing }) }).phu_luc_5;
    expect([row?.nop_luc, row?.dung_han, row?.trang_thai, row?.duyet_luc]).toEqual(told);
  });

  it("says of a unit that the log and the forms know nothing of that it has not submitted", () => {
    const [row] = reportOf(communeOf([POLICE], []), { filings: new Map() }).phu_luc_5;
    expect([row?.nop_luc, row?.dung_han, row?.trang_thai, row?.duyet_luc]).toEqual(["Chưa nộp", "–", "Chưa nộp", "–"]);
  });

  const taskList: readonly Task[] = [
    { code: "A", group: "1", text: "A", assignees: ["CAX", "LHPN"] },
    { code: "B", group: "1", text: "B", assignees: ["LHPN"] },
  ];

  it("tells of each unit what it has reported of all that it should", () => {
    const model = reportOf(
      communeOf(
        [VHXH, POLICE, WOMENS_UNION, HAMLET],
        [...VHXH_FIGURES, ["LHPN", "LD", 2, 3], ["LHPN", "BCHX", 15, 15], ["AP1", "CUA", 3, 1]],
        {
          taskList,
          tasks: [{ unit: "LHPN", task: "A", status: "xong", statusTyped: "xong", result: "", link: "" }],
          activities: [activity("LHPN", "2026-03-08"), activity("LHPN", "2025-03-08")],
          assessments: [
            { unit: "LHPN", results: " ", difficulties: "", causes: "Ít người", proposals: "" },
            { unit: "CAX", results: " ", difficulties: "", causes: "", proposals: "" },
          ],
        },
      ),
    );
    expect(model.phu_luc_5.map(({ stt, ...row }) => Object.values(row))).toEqual([
      ["Phòng Văn hóa – Xã hội", "10/10", "–", "–", "–", "–", "Đủ", ...IN_TIME],
      ["Công an xã", "0/1", "Lãnh đạo, quản lý của đơn vị", "0/1", "–", "–", "Chưa báo cáo", ...IN_TIME],
      ["Hội LHPN xã", "1/2", "Lãnh đạo, quản lý của đơn vị (chưa hợp lệ)", "1/2", "1", "Có", "Chưa đủ", ...IN_TIME],
      ["Ấp 1", "1/5", "4 số liệu", "–", "–", "–", "Chưa đủ", ...IN_TIME],
    ]);
  });

  it("does not list figure after figure of a unit that has reported nothing", () => {
    expect(reportOf(communeOf([HAMLET], [])).phu_luc_5[0]?.con_thieu).toBe("Toàn bộ số liệu");
  });
});
