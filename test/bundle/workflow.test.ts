/** The workflow through the built bundle: unit and coordinator, each in a window of their own on one workbook. */

import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import type { CoordinatorDesk, Rpc, UnitRow } from "../../src/addon/rpc.ts";
import { rowOf as blockRow } from "./desk.ts";
import { COORDINATOR, callAs, HAMLET, makeOffice, STATION } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

let owner: OpenWorkbook;
let station: OpenWorkbook;
let hamlet: OpenWorkbook;

beforeEach(() => {
  const workbook = makeOffice();
  owner = openWorkbook(workbook, bundle, COORDINATOR);
  station = openWorkbook(workbook, bundle, STATION);
  hamlet = openWorkbook(workbook, bundle, HAMLET);
});

const call = callAs;

function desk(open = owner): CoordinatorDesk {
  const found = call(open, "getDesk");
  if (found.kind !== "coordinator") throw new Error(`a desk of ${found.kind}`);
  return found;
}

function rowOf(unit: string): UnitRow {
  const row = desk().units.find((candidate) => candidate.unit === unit);
  if (!row) throw new Error(`no unit ${unit}`);
  return row;
}

function submitAs(open: OpenWorkbook, unit: string, role = "Trạm trưởng"): Rpc["submit"]["result"] {
  const { unit: row, zeros } = call(open, "getChecklist", { unit });
  return call(open, "submit", { unit, digest: row.digest, role, zeros: zeros.map(({ key }) => key) });
}

function named(...units: readonly string[]) {
  return { units: units.map((unit) => ({ unit, digest: rowOf(unit).digest })) };
}

function cell(open: OpenWorkbook, tab: string, row: number, column: number): unknown {
  return open.workbook.sheets.find(({ name }) => name === tab)?.cells[row]?.[column]?.value;
}

function typeAs(open: OpenWorkbook, tab: string, row: number, column: number, value: unknown): void {
  const sheet = open.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`no tab ${tab}`);
  open.context.restructured = true;
  open.typeInto(sheet, row, column, value);
}

/** What another window's cells show is evaluated again, as it is at Google. */
function refresh(...opens: readonly OpenWorkbook[]): void {
  for (const open of opens) open.context.restructured = true;
}

describe("the first paint", () => {
  it("tells a coordinator from a unit and from a stranger", () => {
    expect(desk()).toMatchObject({
      mailbox: COORDINATOR,
      commune: "Xã Mẫu",
      year: 2026,
      deadline: { before: "2026-11-15", lastMoment: "14/11/2026 23:59" },
      rates: { units: 4, complete: 2, submitted: 0, approved: 0 },
      permissions: { mail: true, triggers: true, drive: true, url: "" },
    });
    expect(call(station, "getDesk")).toMatchObject({
      kind: "unit",
      checklist: { unit: { unit: "TYT" }, obstacle: "" },
    });
    const stranger = openWorkbook(owner.workbook, bundle, "la@xa.example");
    expect(call(stranger, "getDesk")).toMatchObject({ kind: "visitor" });
  });

  it("shows states, progress, errors and a link for each unit", () => {
    expect(
      desk().units.map(({ unit, stateName, filled, asked, errors }) => [unit, stateName, filled, asked, errors]),
    ).toEqual([
      ["VP", "Chưa nhập", 0, 1, 1],
      ["TYT", "Đang nhập", 1, 1, 0],
      ["AP1", "Đang nhập", 1, 1, 0],
      ["AP2", "Chưa nhập", 0, 1, 1],
    ]);
    const links = desk().units.map(({ link }) => [link.tab, link.cell, link.sheetId !== null]);
    expect(links).toEqual([
      ["VP", "A1", true],
      ["TYT", "A1", true],
      ["Các ấp", "C5", true],
      ["Các ấp", "C6", true],
    ]);
  });

  it("knows a unit by its open tab where Google does not tell who asks", () => {
    station.context.user = "";
    const sheet = station.workbook.sheets.find(({ name }) => name === "TYT");
    station.context.activeSheet = sheet;
    expect(call(station, "getDesk")).toMatchObject({ kind: "unit", checklist: { unit: { unit: "TYT" } } });
    station.context.activeSheet = undefined;
    expect(call(station, "getDesk")).toMatchObject({ kind: "visitor" });
  });

  it("offers an empty spreadsheet to be set up", () => {
    const sheets = owner.workbook.sheets;
    sheets.splice(0, sheets.length - 1);
    expect(call(owner, "getDesk")).toEqual({ kind: "new", mailbox: COORDINATOR, canSetUp: true });
  });

  it("hands everything over: nothing in it makes google.script.run answer null", () => {
    expect(call(owner, "getDesk")).not.toBeNull();
    expect(call(owner, "listIssues").map(({ unit }) => unit)).toEqual(expect.arrayContaining(["VP", "AP2"]));
  });
});

describe("a unit's submission", () => {
  it("is written into its own block alone, and shows at the top of its form", () => {
    const before = cell(station, "Nhật ký", 5, 1);
    expect(submitAs(station, "TYT").unit).toMatchObject({ stateName: "Đã nộp", role: "Trạm trưởng", changedCells: 0 });
    expect(cell(station, "TYT", 4, 4)).toMatch(/^Đã nộp lúc \d\d\/\d\d\/\d{4} [\d:]+\. Chờ người tổng hợp xem\.$/);
    expect(cell(station, "Nhật ký", 5, 1)).toBe(before);
  });

  it("that stands as it is leaves nothing to do; once a figure has changed, it is to be rebuilt", () => {
    expect(submitAs(station, "TYT").obstacle).toMatch(
      /^Đã nộp lúc [\d/]+ [\d:]+, đang chờ người tổng hợp xem: .*nộp lại\.$/,
    );
    typeAs(station, "TYT", 6, 5, 2);
    expect(call(station, "getChecklist")).toMatchObject({ unit: { changedCells: 1 }, obstacle: "" });
    expect(submitAs(station, "TYT").unit).toMatchObject({ stateName: "Đã nộp", changedCells: 0 });
  });

  it("that lacks a figure by now, which the register asks for, says so", () => {
    submitAs(station, "TYT");
    typeAs(owner, "Đơn vị", 6, 6, "LD|CUX");
    refresh(station);
    expect(call(station, "getChecklist").obstacle).toBe("Còn 1 lỗi. Hãy sửa hết rồi nộp.");
  });

  it("of a hamlet stands in its block, and beside its header", () => {
    submitAs(hamlet, "AP1", "Trưởng ấp");
    expect(cell(hamlet, "Hoạt động ấp", 5, 10)).toMatch(/^Đã nộp lúc/);
    expect(cell(hamlet, "Hoạt động ấp", 17, 10)).toBe("Chưa nộp.");
    refresh(owner);
    expect(rowOf("AP1")).toMatchObject({ stateName: "Đã nộp", role: "Trưởng ấp" });
  });

  it("twice is once", () => {
    const first = submitAs(station, "TYT");
    const { digest } = first.unit;
    expect(call(station, "submit", { unit: "TYT", digest, role: "Khác", zeros: [] }).unit).toEqual(first.unit);
  });

  it("needs zero errors, a role and no name, the figures as they were seen, each 0 confirmed", () => {
    typeAs(station, "TYT", 6, 5, 0);
    const { digest } = call(station, "getChecklist", { unit: null }).unit;
    const submit = (given: object) =>
      messageOf(() =>
        call(station, "submit", { unit: "TYT", digest, role: "Trạm trưởng", zeros: ["SL.LD"], ...given }),
      );
    expect(submit({ role: " " })).toContain("Cần chức vụ người xác nhận");
    expect(submit({ role: "Trạm trưởng Nguyễn Thị Lan" })).toContain("thấy họ tên người");
    expect(submit({ digest: "x" })).toContain("Số liệu vừa được sửa");
    expect(submit({ zeros: [] })).toContain("Hãy xác nhận các số 0 là đúng không có người nào");
    expect(submit({ zeros: "SL.LD" })).toContain("cần zeros là một danh sách");
    typeAs(station, "TYT", 6, 5, "");
    expect(messageOf(() => submitAs(station, "TYT"))).toBe("Còn 1 lỗi. Hãy sửa hết rồi nộp.");
  });

  it("that is dated back by hand says so at the desk and in the log, and is judged by when the log saw it", () => {
    const late = new Date("2026-11-16T02:00:00Z").getTime();
    owner = openWorkbook(owner.workbook, bundle, COORDINATOR, () => late);
    station = openWorkbook(owner.workbook, bundle, STATION, () => late);
    submitAs(station, "TYT");
    const row = blockRow(station, "TYT", "XN.nop", "TYT");
    expect(cell(station, "TYT", row, 7)).toBe("16/11/2026 09:00:00");
    typeAs(station, "TYT", row, 7, "01/11/2026 08:00:00");
    refresh(owner);
    const doubtText = "Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận";
    expect(rowOf("TYT")).toMatchObject({ stateName: "Đã nộp", doubtText, late: true, submittedAt: "16/11/2026 09:00" });
    call(owner, "approve", named("TYT"));
    expect(desk().log.find(({ action }) => action === "submit")).toMatchObject({
      time: "16/11/2026 09:00:00",
      reason: `Nộp muộn. ${doubtText}`,
    });
  });

  it("that is dated back by hand can be rebuilt, and is as it should be then", () => {
    submitAs(station, "TYT");
    typeAs(station, "TYT", blockRow(station, "TYT", "XN.nop", "TYT"), 7, "01/11/2026 08:00:00");
    expect(call(station, "getChecklist").unit.doubtText).not.toBe("");
    expect(submitAs(station, "TYT").unit).toMatchObject({ stateName: "Đã nộp", doubtText: "" });
  });

  it("that took the place of another before the coordinator came is a line of the log, as that one is", () => {
    submitAs(station, "TYT", "Phó Trưởng trạm; phụ trách");
    typeAs(station, "TYT", 6, 5, 2);
    submitAs(station, "TYT", "Trạm trưởng");
    refresh(owner);
    expect(rowOf("TYT")).toMatchObject({ role: "Trạm trưởng", changedCells: 0, doubtText: "" });
    const { digest } = rowOf("TYT");
    const lines = () => desk().log.map(({ unit, actionName, role }) => `${unit} ${actionName} ${role}`);
    call(owner, "returnUnit", { unit: "TYT", digest, reason: "Xem lại" });
    const three = [
      "TYT Trả lại Người tổng hợp",
      "TYT Nộp báo cáo Trạm trưởng",
      "TYT Nộp báo cáo Phó Trưởng trạm, phụ trách",
    ];
    expect(lines()).toEqual(three);
    refresh(station);
    typeAs(station, "TYT", 6, 5, 3);
    submitAs(station, "TYT");
    refresh(owner);
    call(owner, "approve", named("TYT"));
    expect(lines()).toEqual(["TYT Duyệt Người tổng hợp", "TYT Nộp báo cáo Trạm trưởng", ...three]);
  });

  it("by another unit is refused, and leaves nothing", () => {
    typeAs(owner, "VP", 6, 4, 3);
    typeAs(owner, "VP", 6, 5, 1);
    refresh(station);
    expect(messageOf(() => submitAs(station, "VP"))).toContain("không có quyền nộp thay Văn phòng");
    expect(messageOf(() => submitAs(station, "AP1"))).toContain("không có quyền nộp thay Ấp Một");
    refresh(owner);
    expect(rowOf("VP").stateName).toBe("Đang nhập");
  });

  it("tells how many cells were changed afterwards", () => {
    submitAs(station, "TYT");
    typeAs(station, "TYT", 6, 4, 4);
    typeAs(station, "TYT", 6, 6, "thêm một phó");
    expect(call(station, "getChecklist").unit).toMatchObject({
      stateName: "Đã nộp",
      changedText: "Sửa sau khi nộp: 2 ô",
    });
  });
});

describe("what an act shows without reading again", () => {
  /** The act's board against the one that a new reading gives. */
  function expectAsRead({ units, rates, log }: Rpc["approve"]["result"]): void {
    refresh(owner);
    const read = desk();
    const named = new Set(units.map(({ unit }) => unit));
    expect(units).toEqual(read.units.filter(({ unit }) => named.has(unit)));
    expect([rates, log]).toEqual([read.rates, read.log]);
  }

  it("is of a unit, of a hamlet and of the coordinator what a new checklist shows", () => {
    for (const [open, unit] of [
      [station, "TYT"],
      [hamlet, "AP1"],
      [station, "TYT"],
    ] as const) {
      const shown = submitAs(open, unit);
      refresh(open);
      expect(shown).toEqual({ ...call(open, "getChecklist", { unit }), others: [] });
      typeAs(owner, "TYT", 6, 4, 7);
    }
    refresh(owner);
    const shown = submitAs(owner, "AP1", "Trưởng ấp");
    refresh(owner);
    expect(shown).toEqual({ ...call(owner, "getChecklist", { unit: "AP1" }), others: [] });
  });

  it("is of each decision what a new desk shows", () => {
    submitAs(station, "TYT");
    submitAs(hamlet, "AP1");
    refresh(owner);
    expectAsRead(call(owner, "approve", named("TYT", "AP1")));
    const { digest } = rowOf("TYT");
    expectAsRead(call(owner, "reopen", { unit: "TYT", digest, reason: "Thiếu số liệu" }));
    refresh(station);
    submitAs(station, "TYT");
    refresh(owner);
    expectAsRead(call(owner, "returnUnit", { unit: "TYT", digest: rowOf("TYT").digest, reason: "Sai số" }));
    expectAsRead(call(owner, "approve", named("TYT")));
  });
});

describe("the coordinator", () => {
  beforeEach(() => {
    submitAs(station, "TYT");
    submitAs(hamlet, "AP1", "Trưởng ấp");
    refresh(owner, station, hamlet);
  });

  it("approves those without errors at once: locked, said so in the form, a line each in the log", () => {
    const outcome = call(owner, "approve", named("TYT", "AP1", "VP"));
    expect(outcome).toMatchObject({ done: ["TYT", "AP1"], left: [], rates: { approved: 2 } });
    expect(outcome.refused).toEqual([
      { unit: "VP", reason: "Chỉ làm được với báo cáo “Đã nộp”; báo cáo này đang “Chưa nhập”." },
    ]);
    expect(outcome.log.map(({ unit, actionName, role }) => `${unit} ${actionName} ${role}`)).toEqual([
      "AP1 Duyệt Người tổng hợp",
      "TYT Duyệt Người tổng hợp",
      "AP1 Nộp báo cáo Trưởng ấp",
      "TYT Nộp báo cáo Trạm trưởng",
    ]);
    refresh(station, hamlet);
    expect(messageOf(() => typeAs(station, "TYT", 6, 4, 9))).toContain("protected");
    expect(messageOf(() => typeAs(hamlet, "Các ấp", 5, 3, 9))).toContain("protected");
    expect(messageOf(() => typeAs(hamlet, "Hoạt động ấp", 6, 3, "Họp"))).toContain("protected");
    expect(cell(owner, "TYT", 4, 4)).toMatch(/^Đã duyệt lúc .*cần sửa thì nhờ người tổng hợp mở lại\.$/);
    expect(call(station, "getChecklist").obstacle).toContain("đã khóa");
  });

  it("approves nothing twice", () => {
    const request = named("TYT");
    call(owner, "approve", request);
    expect(call(owner, "approve", request)).toMatchObject({ done: [], refused: [{ unit: "TYT" }] });
    expect(desk().log.filter(({ action }) => action === "approve")).toHaveLength(1);
  });

  it("reopens with a reason, which the unit reads, and which unlocks", () => {
    call(owner, "approve", named("TYT", "AP1"));
    const { digest } = rowOf("TYT");
    expect(call(owner, "reopen", { unit: "TYT", digest, reason: "Sai số nữ" }).done).toEqual(["TYT"]);
    refresh(station, hamlet);
    expect(call(station, "getChecklist")).toMatchObject({
      unit: { stateName: "Đang nhập", reason: "Sai số nữ" },
      obstacle: "",
    });
    typeAs(station, "TYT", 6, 5, 2);
    expect(cell(station, "TYT", 4, 4)).toMatch(/^Mở lại lúc .*: Sai số nữ\. Sửa xong thì nộp lại\.$/);
    expect(messageOf(() => typeAs(hamlet, "Các ấp", 5, 3, 9))).toContain("protected");
  });

  it("returns with a reason, and the unit submits again", () => {
    const { digest } = rowOf("TYT");
    expect(messageOf(() => call(owner, "returnUnit", { unit: "TYT", digest, reason: "" }))).toContain("Cần lý do");
    expect(messageOf(() => call(owner, "returnUnit", { unit: "TYT", digest, reason: "Hỏi 0912345678" }))).toContain(
      "số điện thoại",
    );
    call(owner, "returnUnit", { unit: "TYT", digest, reason: "Thiếu phó" });
    refresh(station);
    expect(call(station, "getChecklist").unit).toMatchObject({ stateName: "Trả lại", reason: "Thiếu phó" });
    typeAs(station, "TYT", 6, 4, 4);
    submitAs(station, "TYT");
    refresh(owner);
    expect(rowOf("TYT")).toMatchObject({ stateName: "Đã nộp", reason: "" });
  });

  it("approves no figures that changed since they were seen", () => {
    const seen = named("TYT");
    typeAs(station, "TYT", 6, 4, 5);
    refresh(owner);
    expect(call(owner, "approve", seen)).toMatchObject({
      done: [],
      refused: [{ unit: "TYT", reason: "Số liệu vừa được sửa; hãy xem lại rồi làm lại." }],
    });
    typeAs(station, "TYT", 6, 4, 6);
  });

  it("is asked by its rights: a unit that calls a coordinator's endpoint is refused in Vietnamese", () => {
    const request = { unit: "TYT", digest: "x", reason: "Tự duyệt" };
    const refused = "Cần quyền sửa tab Đơn vị; tài khoản của bạn không có quyền. Hãy nhờ người tổng hợp làm việc này.";
    const approval = named("TYT");
    call(station, "getChecklist");
    const before = structuredClone(owner.workbook.sheets);
    for (const action of [
      () => call(station, "approve", approval),
      () => call(station, "returnUnit", request),
      () => call(station, "reopen", request),
      () => call(station, "planReminders"),
      () => call(station, "setReminders", { on: true, days: [] }),
      () => call(station, "sendReminders"),
      () => call(station, "getReportState"),
      () =>
        call(station, "makeReport", {
          kind: "year",
          number: null,
          date: null,
          template: null,
          ownTemplate: false,
          drive: false,
        }),
      () => call(station, "saveSetup", { settings: null, targets: null, units: null }),
      () => call(station, "setUpWorkbook"),
      () => call(station, "getRepairPlan"),
      () => call(station, "repairWorkbook"),
      () => call(station, "showRights"),
      () => call(station, "repairRights"),
    ]) {
      expect(messageOf(action)).toBe(refused);
    }
    expect(owner.workbook.sheets).toEqual(before);
  });

  it("keeps approved cells locked through set-up, and “Ai sửa được gì” finds nothing amiss", () => {
    call(owner, "approve", named("TYT", "AP1"));
    call(owner, "setUpWorkbook");
    expect(call(owner, "showRights")).toMatchObject({ deviating: 0, strays: 0 });
    refresh(station);
    expect(messageOf(() => typeAs(station, "TYT", 6, 4, 9))).toContain("protected");
    expect(rowOf("TYT").stateName).toBe("Đã duyệt");
  });

  it("keeps submission and approval of a unit that gets another code: locked, said so, and reopened under it", () => {
    call(owner, "approve", named("TYT", "AP1"));
    for (const [row, code] of [
      [6, "TYTX"],
      [7, "AP9"],
    ] as const) {
      typeAs(owner, "Đơn vị", row, 1, code);
    }
    call(owner, "setUpWorkbook");
    expect(rowOf("TYTX")).toMatchObject({ stateName: "Đã duyệt", changedCells: 0, doubtText: "", role: "Trạm trưởng" });
    expect(rowOf("AP9")).toMatchObject({ stateName: "Đã duyệt", changedCells: 0, role: "Trưởng ấp" });
    expect(
      desk()
        .log.slice(0, 2)
        .map(({ unit, actionName, reason }) => [unit, actionName, reason]),
    ).toEqual([
      ["AP9", "Đổi mã", "AP1 → AP9"],
      ["TYTX", "Đổi mã", "TYT → TYTX"],
    ]);
    refresh(station, hamlet);
    expect(messageOf(() => typeAs(station, "TYT", 6, 4, 9))).toContain("protected");
    expect(messageOf(() => typeAs(hamlet, "Các ấp", 5, 3, 9))).toContain("protected");
    expect(messageOf(() => typeAs(hamlet, "Hoạt động ấp", 6, 3, "Họp"))).toContain("protected");
    expect(cell(owner, "TYT", 4, 4)).toMatch(/^Đã duyệt lúc/);
    expect(cell(owner, "Hoạt động ấp", 5, 10)).toMatch(/^Đã duyệt lúc/);
    expect(call(owner, "setUpWorkbook")).toMatchObject({ made: 0, left: 0 });
    expect(desk().log.filter(({ action }) => action === "rename")).toHaveLength(2);
    expect(call(owner, "showRights")).toMatchObject({ deviating: 0 });
    expect(call(owner, "reopen", { unit: "TYTX", digest: "", reason: "Sai số" }).done).toEqual(["TYTX"]);
    refresh(station);
    typeAs(station, "TYT", 6, 5, 2);
  });

  it("puts a merged hamlet's confirmation into the archive by its name, and keeps its lines in the log", () => {
    call(owner, "approve", named("AP1"));
    typeAs(owner, "Đơn vị", 7, 11, "AP2");
    call(owner, "setUpWorkbook");
    const kept = (owner.workbook.sheets.find(({ name }) => name === "Lưu trữ")?.cells ?? [])
      .map((line) => line?.map((one) => one?.value) ?? [])
      .filter((line) => line[2] === "AP1" && line[5] === "Xác nhận nộp báo cáo");
    expect(kept.map((line) => line[6])).toEqual(expect.arrayContaining(["Trưởng ấp"]));
    expect(new Set(kept.map((line) => line[7]))).toEqual(new Set(["Đã gộp vào AP2"]));
    expect(
      desk()
        .log.filter(({ unit }) => unit === "AP1")
        .map(({ action }) => action),
    ).toEqual(["approve", "submit"]);
    expect(rowOf("AP2")).toMatchObject({ stateName: "Chưa nhập", submittedAt: "" });
  });

  it("finds an approved unit that was let in again by hand", () => {
    call(owner, "approve", named("TYT"));
    const sheet = owner.workbook.sheets.find(({ name }) => name === "TYT");
    sheet?.protections.find(({ kind }) => kind === "range")?.editors.push(STATION);
    expect(call(owner, "showRights")).toMatchObject({ deviating: 1 });
    expect(call(owner, "repairRights")).toMatchObject({ deviating: 0 });
    expect(messageOf(() => typeAs(station, "TYT", 6, 4, 9))).toContain("protected");
  });

  it("keeps submission and approval when a form is rebuilt", () => {
    call(owner, "approve", named("TYT"));
    const sheet = owner.workbook.sheets.find(({ name }) => name === "TYT");
    if (!sheet) throw new Error("no tab");
    owner.act({ kind: "insertRows", sheet: sheet.id, at: 8, count: 1 });
    call(owner, "repairWorkbook");
    expect(rowOf("TYT")).toMatchObject({ stateName: "Đã duyệt", changedCells: 0, role: "Trạm trưởng" });
    refresh(station);
    expect(messageOf(() => typeAs(station, "TYT", 6, 4, 9))).toContain("protected");
  });
});
