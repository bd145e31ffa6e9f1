/** The board: each unit's standing, figures, issues and place, and the letters that are written of it. */
import { describe, expect, it } from "vitest";
import type { Standing } from "../../../src/core/workflow/standing.ts";
import { LOG_TAB } from "../../../src/workbook/schema.ts";
import {
  type Board,
  type BoardUnit,
  confirmationRow,
  countIssues,
  findZeros,
  makeBoard,
} from "../../../src/workbook/workflow/board.ts";
import { listReminded, writeReminder, writeSummary } from "../../../src/workbook/workflow/reminded.ts";
import { hasFigures, readReported } from "../../../src/workbook/workflow/reported.ts";
import { ELEMENT_CODES, element } from "../../plan.ts";
import { newWorkbook, SMALL_COMMUNE, type TestWorkbook } from "../workbook.ts";

const LOG_HEADER = LOG_TAB.columns.map(({ title }) => title);

function approval(unit: string): readonly unknown[] {
  const cells: Record<string, unknown> = {
    time: "02/11/2026 08:00:00",
    unit,
    year: "2026",
    action: "Duyệt",
    submission: "01/11/2026 08:00:00",
  };
  return LOG_TAB.columns.map(({ key }) => cells[key] ?? "");
}

function boardOf(book: TestWorkbook, ...lines: readonly (readonly unknown[])[]): Board {
  const { data, hamlets } = book.grids();
  const grids = { data, hamlets, log: [LOG_HEADER, ...lines] };
  return makeBoard(book.records(), grids, { day: "2026-11-03", time: "08:00:00" });
}

function of(board: Board, code: string) {
  const found = board.units.find(({ unit }) => unit.code === code);
  if (!found) throw new Error(`No ${code} on the board`);
  return found;
}

const typed = () =>
  newWorkbook().type("LHPN", "D6", 5, 0).type("LHPN", "D9", 0, 0).type("CAX", "D6", 4, 2).type("Các ấp", "C5", 6, 0);

describe("a unit on the board", () => {
  it("stands in the order of the register", () => {
    expect(boardOf(newWorkbook()).units.map(({ unit }) => unit.code)).toEqual(["VHXH", "CAX", "LHPN", "AP1", "AP2"]);
  });

  it("is filled in where its own figures are valid", () => {
    const board = boardOf(typed());
    expect(of(board, "LHPN").filled).toEqual(["LD", "BCHX"]);
    expect(of(board, "CAX").filled).toEqual(["LD"]);
    expect(of(board, "VHXH").filled).toEqual([]);
    expect(of(board, "AP1").filled).toEqual(["CUA"]);
  });

  it("has the zeros of its own figures: nobody at all, or no woman", () => {
    const board = boardOf(typed());
    const zeros = (code: string) => findZeros(of(board, code), board.records);
    expect(zeros("LHPN")).toEqual([
      { element: "LD", field: "women" },
      { element: "BCHX", field: "total" },
    ]);
    expect(zeros("CAX")).toEqual([]);
    expect(zeros("AP1")).toEqual([{ element: "CUA", field: "women" }]);
  });

  it("has its own issues, counted by severity", () => {
    const board = boardOf(newWorkbook().type("CAX", "D6", 2, 5));
    expect(of(board, "CAX").issues.map(({ unit }) => unit)).toEqual(["CAX"]);
    expect([countIssues(of(board, "CAX"), "error"), countIssues(of(board, "CAX"), "warning")]).toEqual([1, 0]);
    expect(of(board, "LHPN").issues.every(({ unit }) => unit === "LHPN")).toBe(true);
  });

  it("is begun in its form, a hamlet in its row, one without a form in the register", () => {
    const board = boardOf(newWorkbook());
    expect(of(board, "LHPN").start).toEqual({ tab: "LHPN", cell: "A1" });
    expect(of(board, "AP2").start).toEqual({ tab: "Các ấp", cell: "C6", beside: ["AP2"] });
  });

  it("is confirmed in the last row of its block", () => {
    const board = boardOf(newWorkbook());
    expect([confirmationRow(of(board, "LHPN")), confirmationRow(of(board, "AP1"))]).toEqual([50, 14]);
  });

  it("is locked while its approval is the last that was decided", () => {
    const board = boardOf(newWorkbook(), approval("CAX"));
    expect(board.units.filter(({ isLocked }) => isLocked).map(({ unit }) => unit.code)).toEqual(["CAX"]);
  });
});

describe("what units have typed", () => {
  const figures = (book: TestWorkbook) => hasFigures(readReported(book.grids().data, book.grids().hamlets));

  it("is nothing in a new workbook, and something from the first cell or submission on", () => {
    expect(figures(newWorkbook())).toBe(false);
    expect(figures(newWorkbook().type("LHPN", "D6", 5))).toBe(true);
    expect(figures(newWorkbook().type("LHPN", "D50", "Chủ tịch"))).toBe(true);
  });
});

describe("the coordinator's summary", () => {
  const NOTHING = { sent: 0, left: 0, refused: [], unsure: [], problem: "" };
  const mailbox = { mailbox: "a@b.vn", units: [{ unit: "LHPN", name: "Hội" }] };

  it("says how many letters went, who has no mailbox and who is not approved", () => {
    const { subject, body } = writeSummary(boardOf(newWorkbook(), approval("CAX")), NOTHING, "2026-11-03");
    expect(subject).toBe("[Sổ 2282] Tình hình báo cáo năm 2026, ngày 03/11/2026: 0/5 đã duyệt");
    expect(body.split("\n\n")).toEqual([
      "Đã gửi 0 thư nhắc.",
      "Chưa có hộp thư, hãy báo trực tiếp: Tên VHXH; Tên CAX; Tên LHPN; Tên AP1; Tên AP2.",
      expect.stringMatching(/^Chưa duyệt:\n- Tên VHXH \(VHXH\): .+\n- Tên CAX \(CAX\): .+\n- Tên LHPN/),
    ]);
  });

  it("says what is left, what went wrong, and which letters are refused or doubtful", () => {
    const run = { sent: 2, left: 3, refused: [{ ...mailbox, tries: 1 }], unsure: [mailbox], problem: "Hết giờ." };
    const { subject, body } = writeSummary(boardOf(newWorkbook()), run, "2026-11-03");
    expect(subject).toMatch(/0\/5 đã duyệt; 1 hộp thư không gửi được; 1 thư chưa rõ đã đi hay chưa$/);
    const parts = body.split("\n\n");
    expect(parts.slice(0, 2)).toEqual(["Đã gửi 2 thư nhắc; còn 3 thư gửi tiếp ngày mai.", "Hết giờ."]);
    expect(parts[2]).toMatch(/^CẦN LÀM NGAY: .*Hội \(LHPN\)/);
    expect(parts[3]).toMatch(/^CẦN LÀM NGAY: Google không nhận thư nhắc tới 1 hộp thư\.\n- a@b\.vn, của Hội \(LHPN\)/);
  });
});

/** A unit on a board, with what is said to a reminded one. */
function remindedUnit(more: Partial<BoardUnit> = {}) {
  const register = SMALL_COMMUNE.map((unit) => (unit.code === "CAX" ? { ...unit, mailboxes: ["cax@xa.vn"] } : unit));
  const board = boardOf(newWorkbook(register));
  const units = [{ ...of(board, "CAX"), ...more }];
  return listReminded({ ...board, units, sheetIds: new Map([["CAX", 77]]) }, "https://so")[0];
}

describe("a unit that is reminded", () => {
  const standing = (state: Standing["state"], reason = ""): Standing => {
    return { ...of(boardOf(newWorkbook()), "CAX").standing, state, reason };
  };

  it("is told which figures are missing, and where its form is", () => {
    expect(remindedUnit()).toEqual({
      unit: "CAX",
      name: "Tên CAX",
      mailboxes: ["cax@xa.vn"],
      missing: ["còn thiếu số liệu: Lãnh đạo, quản lý của đơn vị (LD)"],
      url: "https://so#gid=77&range=A1",
      reason: "",
    });
  });

  it("is not told of a tab whose sheet is not known", () => {
    const board = boardOf(newWorkbook());
    expect(listReminded({ ...board, sheetIds: new Map() }, "https://so").map(({ url }) => url)).toEqual(
      board.units.map(() => "https://so"),
    );
  });

  it.each<readonly [number, string]>([
    [12, ""],
    [13, "và 1 mục khác"],
    [15, "và 3 mục khác"],
  ])("is told of the first twelve of %i missing figures by name: %s", (count, rest) => {
    const elements = ELEMENT_CODES.slice(0, count);
    const unit = { ...of(boardOf(newWorkbook()), "CAX").unit, elements };
    const [said = ""] = remindedUnit({ unit })?.missing ?? [];
    const [heading, ...others] = said.split(/: |; /);
    expect(heading).toBe("còn thiếu số liệu");
    expect(others.slice(0, 12).map((text) => text.replace(/^.* \((.+)\)$/, "$1"))).toEqual(elements.slice(0, 12));
    expect(others.slice(12).join()).toBe(rest);
  });

  it.each([
    ["filling", "đã nhập đủ, chỉ còn bấm Nộp báo cáo"],
    ["returned", "sửa theo ý kiến rồi nộp lại"],
  ] as const)("with all figures, %s, is told “%s”", (state, words) => {
    expect(remindedUnit({ filled: [element("LD")], issues: [], standing: standing(state) })?.missing).toEqual([words]);
  });

  it("with all figures and errors is told how many, warnings not counted", () => {
    const board = boardOf(newWorkbook().type("CAX", "D6", 2, 5));
    const [issue] = of(board, "CAX").issues;
    if (!issue) throw new Error("No issue");
    const issues = [issue, { ...issue, severity: "warning" as const }, issue];
    expect(remindedUnit({ filled: [element("LD")], issues })?.missing).toEqual(["còn 2 lỗi phải sửa"]);
    expect(remindedUnit({ filled: [element("LD")], issues: issues.slice(1, 2) })?.missing).toEqual([
      "đã nhập đủ, chỉ còn bấm Nộp báo cáo",
    ]);
  });

  it.each([
    ["empty", true],
    ["filling", true],
    ["returned", true],
    ["submitted", false],
    ["approved", false],
  ] as const)("is %s: %s", (state, reminded) => {
    expect(remindedUnit({ standing: standing(state, "Thiếu nữ") })?.reason).toBe(reminded ? "Thiếu nữ" : undefined);
  });
});

describe("the letter that reminds", () => {
  const one = {
    unit: "CAX",
    name: "Công an xã",
    mailboxes: [],
    missing: ["một", "hai"],
    url: "https://so",
    reason: "",
  };
  const other = { ...one, unit: "VHXH", name: "Phòng VH-XH", missing: ["ba"], reason: "Thiếu nữ" };

  it("of one unit bears its name; of several how many they are", () => {
    const board = boardOf(newWorkbook());
    expect([[one], [one, other], []].map((units) => writeReminder(units, board, "2026-11-03").subject)).toEqual([
      "[Sổ 2282] Công an xã: báo cáo năm 2026 – còn 11 ngày",
      "[Sổ 2282] 2 đơn vị: báo cáo năm 2026 – còn 11 ngày",
      "[Sổ 2282] 0 đơn vị: báo cáo năm 2026 – còn 11 ngày",
    ]);
  });

  it("says until when, and of each unit what is missing and why it was returned", () => {
    expect(writeReminder([one, other], boardOf(newWorkbook()), "2026-11-14").body).toBe(`\
Báo cáo năm 2026 của xã Mẫu phải nộp chậm nhất 23:59 ngày 14/11/2026. Hôm nay là ngày cuối.

Công an xã:
  - một
  - hai
  Mở biểu: https://so

Phòng VH-XH:
  Ý kiến của người tổng hợp: Thiếu nữ
  - ba
  Mở biểu: https://so

Điền xong, bấm Nộp báo cáo ở bảng bên (Tiện ích mở rộng → Sổ 2282 → Mở bảng bên). Thư này do sổ tự gửi; không cần trả lời.`);
  });

  it("says how long ago the last day was", () => {
    expect(writeReminder([one], boardOf(newWorkbook()), "2026-11-20").subject).toMatch(/quá hạn 6 ngày$/);
  });
});

describe("the summary of a commune that is done", () => {
  it("says so, and names nobody", () => {
    const board = boardOf(newWorkbook());
    const approved = (unit: BoardUnit): BoardUnit => ({ ...unit, standing: { ...unit.standing, state: "approved" } });
    const submitted = (unit: BoardUnit): BoardUnit => ({ ...unit, standing: { ...unit.standing, state: "submitted" } });
    const run = { sent: 1, left: 0, refused: [], unsure: [], problem: "" };
    const [first, ...rest] = board.units;
    if (!first) throw new Error("No units");
    expect(writeSummary({ ...board, units: board.units.map(approved) }, run, "2026-11-03")).toEqual({
      subject: "[Sổ 2282] Tình hình báo cáo năm 2026, ngày 03/11/2026: 5/5 đã duyệt",
      body: "Đã gửi 1 thư nhắc.\n\nMọi đơn vị đã được duyệt.",
    });
    expect(writeSummary({ ...board, units: [submitted(first), ...rest.map(approved)] }, run, "2026-11-03")).toEqual({
      subject: "[Sổ 2282] Tình hình báo cáo năm 2026, ngày 03/11/2026: 4/5 đã duyệt",
      body: "Đã gửi 1 thư nhắc.\n\nChưa duyệt:\n- Tên VHXH (VHXH): Đã nộp",
    });
  });
});
