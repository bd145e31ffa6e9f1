/** “Kiểm tra và sửa sổ”: what people broke is found, shown, and put right; nothing that was typed is lost. */

import { type Action, type OpenWorkbook, openWorkbook } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { chooseAll, held, rowOf, setUp, sheetOf, titles, type } from "./desk.ts";
import { bundle, madeOnce } from "./opened.ts";

let open: OpenWorkbook;

const make = madeOnce(() => {
  const made = setUp([
    ["VP", "Văn phòng", "Cơ quan, phòng ban"],
    ["LHPN", "Hội Phụ nữ", "MTTQ, tổ chức CT-XH"],
    ["AP1", "Ấp Một", "Ấp"],
    ["AP2", "Ấp Hai", "Ấp"],
  ]);
  type(made, "LHPN", "D6", [[4, 3, "ghi chú"]]);
  type(made, "LHPN", `C${rowOf(made, "LHPN", "HD.1")}`, [["Tọa đàm", 50, 40]]);
  type(made, "Các ấp", "C5", [
    [5, 2, "một"],
    [7, 3, "hai"],
  ]);
  return made.workbook;
});

beforeEach(() => {
  open = openWorkbook(make(), bundle);
});

type OnTab<One> = One extends unknown ? Omit<One, "sheet"> : never;

function act(tab: string, action: OnTab<Action>): void {
  open.act({ ...action, sheet: sheetOf(open, tab).id } as Action);
}

function cellOf(tab: string, row: number, column: number) {
  return { sheet: sheetOf(open, tab).id, row, column };
}

/** Finds what is broken, in words. */
function findings(): readonly string[] {
  const plan = JSON.parse(JSON.stringify(open.run("getRepairPlan"))) as { findings: readonly { message: string }[] };
  return plan.findings.map(({ message }) => message);
}

/** Repairs, and expects that nothing is left. */
function mend(): void {
  const outcome = JSON.parse(JSON.stringify(open.run("repairWorkbook"))) as { left: readonly unknown[] };
  expect(outcome.left).toEqual([]);
  expect(findings()).toEqual([]);
}

describe("a workbook that nobody broke", () => {
  it("is found whole, and no copy is made of it", () => {
    expect(findings()).toEqual([]);
    expect(chooseAll(open, "menuRepair")).toEqual([
      "Sổ 2282\nĐã xem cả sổ: cấu trúc nguyên vẹn, không có gì phải sửa.",
    ]);
    expect(open.takeCopies()).toEqual([]);
  });

  it("may be used in any way that its cells allow, and is whole still", () => {
    act("VP", { kind: "pasteText", row: 6, column: 4, texts: [["12 người"]] });
    type(open, "Chỉ tiêu", "C5", [[65]]);
    act("VP", {
      kind: "setFormat",
      area: { row: 6, column: 4, rows: 1, columns: 2 },
      format: { background: "#ffeeaa" },
    });
    expect(findings()).toEqual([]);
  });
});

describe("what is overwritten", () => {
  it("is told of with its cell, and written again", () => {
    type(open, "LHPN", "C6", [["nhãn bị ghi đè"]]);
    type(open, "LHPN", "B7", [[""]]);
    type(open, "Bảng điểm", "F4", [["Cột lạ"]]);
    expect(findings()).toEqual([
      "Tab Bảng điểm, ô F4: cần “Mục tiêu”; thấy “Cột lạ”. Sẽ ghi lại.",
      "Tab LHPN, ô C6: cần “Lãnh đạo, quản lý của đơn vị (LD)”; thấy “nhãn bị ghi đè”. Sẽ ghi lại.",
      "Tab LHPN, ô B7: cần “SL.CUX”; thấy ô trống. Sẽ ghi lại.",
    ]);
    mend();
    expect(held(open, "LHPN", 6, 3, 4)).toEqual(["Lãnh đạo, quản lý của đơn vị (LD)", 4, 3, "ghi chú"]);
  });

  it("by a figure that was cut from its place is in the archive with the place where it lay", () => {
    act("LHPN", { kind: "cutPaste", area: { row: 6, column: 4, rows: 1, columns: 1 }, to: cellOf("LHPN", 8, 3) });
    mend();
    const archive = sheetOf(open, "Lưu trữ")
      .cells.slice(5)
      .map((line) => [3, 4, 6].map((at) => line?.[at]?.value));
    expect(archive).toEqual([["LHPN", "C8", "4"]]);
  });

  it("does not show personal data that stands there", () => {
    type(open, "LHPN", "C6", [["Nguyễn Thị Lan, 0912345678"]]);
    expect(findings().join()).not.toMatch(/Lan|0912/);
  });

  it("as a formula comes back as a formula", () => {
    type(open, "LHPN", "J6", [["Hợp lệ"]]);
    type(open, "Bảng điểm", "A5", [["đè lên"]]);
    act("Dữ liệu", { kind: "type", row: 8, column: 4, value: "chắn chỗ" });
    expect(findings()).toEqual([
      expect.stringContaining("Tab Bảng điểm, ô A5: cần công thức của sổ"),
      expect.stringContaining("Tab Dữ liệu, ô A5: cần công thức của sổ"),
      expect.stringContaining("Tab LHPN, ô J6: cần công thức của sổ; thấy “Hợp lệ”"),
    ]);
    mend();
    expect(held(open, "Bảng điểm", 5, 1, 1)).toEqual(["CT1"]);
    const archive = sheetOf(open, "Lưu trữ")
      .cells.slice(5)
      .map((line) => line?.[6]?.value);
    expect(archive).toEqual(expect.arrayContaining(["đè lên", "chắn chỗ"]));
  });
});

describe("rules, formats and merges that a paste destroyed", () => {
  it("are found in the form of a unit, and come back without touching a figure", () => {
    const area = { row: 6, column: 4, rows: 1, columns: 3 };
    act("LHPN", { kind: "unmerge", area: { row: 6, column: 6, rows: 1, columns: 4 } });
    act("LHPN", { kind: "clearValidation", area });
    act("LHPN", { kind: "setFormat", area, format: { numberFormat: "0.00", background: "#ffffff" } });
    act("LHPN", { kind: "type", row: 6, column: 8, value: "lọt ra ngoài" });
    expect(findings().map((message) => message.replace(/^Tab LHPN, ô /, ""))).toEqual([
      "D6: cần quy tắc nhập liệu; thấy ô nhập gì cũng được (2 ô, từ D6). Sẽ đặt lại, không đổi số liệu.",
      expect.stringContaining("cần định dạng số của sổ"),
      expect.stringContaining("cần ô tô màu của biểu"),
      "F6: cần ô gộp; thấy ô đã bị tách. Sẽ đặt lại, không đổi số liệu.",
    ]);
    mend();
    expect(held(open, "LHPN", 6, 4, 5)).toEqual([4, 3, "ghi chú", null, null]);
    expect(
      sheetOf(open, "Lưu trữ")
        .cells[5]?.slice(1)
        .map((cell) => cell?.value),
    ).toEqual([
      expect.stringMatching(/^\d\d\/\d\d\/\d{4} \d\d:\d\d$/),
      "LHPN",
      "LHPN",
      "H6",
      "Ô ngoài biểu",
      "lọt ra ngoài",
      "Ô bị tách ra khỏi ô gộp",
    ]);
    expect(() => open.typeInto(sheetOf(open, "LHPN"), 6, 4, "bốn")).toThrow(/số nguyên/);
  });
});

describe("rows and columns that moved", () => {
  it.each<readonly [string, readonly OnTab<Action>[]]>([
    ["a row inserted", [{ kind: "insertRows", at: 6, count: 2 }]],
    ["a column inserted among the figures", [{ kind: "insertColumns", at: 5, count: 1 }]],
    ["a column inserted before the keys", [{ kind: "insertColumns", at: 1, count: 2 }]],
    ["a label's column deleted", [{ kind: "deleteColumns", at: 3, count: 1 }]],
    ["the keys deleted", [{ kind: "deleteColumns", at: 1, count: 2 }]],
    ["the top deleted", [{ kind: "deleteRows", at: 1, count: 5 }]],
    ["rows moved", [{ kind: "moveRows", at: 6, count: 1, before: 20 }]],
  ])("%s: the form is rebuilt with all that it held", (story, actions) => {
    for (const action of actions) act("LHPN", action);
    expect(findings().join()).toContain("Sẽ dựng lại tab");
    mend();
    expect(titles(open).filter((title) => title.includes("LHPN"))).toEqual(["LHPN"]);
    expect(held(open, "LHPN", 6, 1, 6)).toEqual([
      "LHPN",
      "SL.LD",
      "Lãnh đạo, quản lý của đơn vị (LD)",
      4,
      3,
      "ghi chú",
    ]);
    const activity = rowOf(open, "LHPN", "HD.1");
    // With the labels' column the themes are gone: they stand in it.
    const theme = story === "a label's column deleted" ? null : "Tọa đàm";
    expect(held(open, "LHPN", activity, 3, 3)).toEqual([theme, 50, 40]);
    expect(held(open, "Đơn vị", 6, 8, 1)).toEqual([`${sheetOf(open, "LHPN").id}|LHPN`]);
  });

  it("keys that were cut into input cells: they are no figures; a unit's code there is left for the checks", () => {
    act("LHPN", { kind: "cutPaste", area: { row: 7, column: 1, rows: 2, columns: 2 }, to: cellOf("LHPN", 6, 4) });
    act("VP", { kind: "cutPaste", area: { row: 7, column: 2, rows: 1, columns: 1 }, to: cellOf("Các ấp", 5, 3) });
    mend();
    expect(held(open, "LHPN", 6, 3, 4)).toEqual(["Lãnh đạo, quản lý của đơn vị (LD)", "LHPN", null, "ghi chú"]);
    expect(open.run("getIssues")).toEqual(
      expect.arrayContaining([expect.objectContaining({ tab: "LHPN", cell: "D6", severity: "error" })]),
    );
    expect(held(open, "LHPN", 7, 1, 2)).toEqual(["LHPN", "SL.CUX"]);
    expect(held(open, "Các ấp", 5, 3, 3)).toEqual([null, 2, "một"]);
  });

  it("in the hamlets' grid: each keeps its figures", () => {
    act("Các ấp", { kind: "insertColumns", at: 4, count: 1 });
    act("Các ấp", { kind: "moveRows", at: 5, count: 1, before: 7 });
    mend();
    expect([held(open, "Các ấp", 5, 1, 5), held(open, "Các ấp", 6, 1, 5)]).toEqual([
      ["AP1", "Ấp Một", 5, 2, "một"],
      ["AP2", "Ấp Hai", 7, 3, "hai"],
    ]);
  });

  it.each<readonly [string, OnTab<Action>]>([
    ["Cấu hình", { kind: "insertRows", at: 2, count: 3 }],
    ["Cấu hình", { kind: "deleteColumns", at: 2, count: 1 }],
    ["Chỉ tiêu", { kind: "insertColumns", at: 3, count: 2 }],
    ["Chỉ tiêu", { kind: "moveColumns", at: 3, count: 1, before: 8 }],
    ["Đơn vị", { kind: "deleteRows", at: 4, count: 1 }],
    ["Đơn vị", { kind: "insertColumns", at: 1, count: 1 }],
    ["Nhiệm vụ", { kind: "deleteRows", at: 2, count: 1 }],
    ["Lịch sử", { kind: "deleteColumns", at: 5, count: 1 }],
    ["Bảng điểm", { kind: "deleteRows", at: 3, count: 2 }],
    ["Kiểm tra", { kind: "insertColumns", at: 2, count: 1 }],
    ["Mẫu biểu", { kind: "deleteRows", at: 10, count: 4 }],
    ["Hướng dẫn", { kind: "deleteRows", at: 2, count: 3 }],
  ])("in %s (%j): the tab is whole again and the workbook counts", (tab, action) => {
    act(tab, action);
    expect(findings().length).toBeGreaterThan(0);
    mend();
    expect(open.run("getScorecard")).toMatchObject({
      units: { registered: 4 },
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT1", numerator: 1, denominator: 2 })]),
    });
    expect(held(open, "LHPN", 6, 4, 3)).toEqual([4, 3, "ghi chú"]);
  });
});

describe("rows that a table must have", () => {
  it("come back: a threshold's as the plan has it, and it is said that its value must be looked at", () => {
    act("Chỉ tiêu", { kind: "deleteRows", at: 6, count: 1 });
    type(open, "Chỉ tiêu", "A5", [[""]]);
    expect(findings()).toEqual([
      expect.stringMatching(/^Tab Chỉ tiêu, ô A5: cần mã CT1 của mục “.*”; thấy ô trống\. Sẽ ghi lại mã\.$/),
      expect.stringMatching(/^Tab Chỉ tiêu: cần dòng CT2 .*hãy xem lại giá trị\.$/),
    ]);
    mend();
    expect(open.run("getScorecard")).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT2", target: 40 })]),
    });
  });
});

describe("a tab that was deleted", () => {
  it.each([
    "Dữ liệu",
    "Bảng điểm",
    "Kiểm tra",
    "Hướng dẫn",
    "Mẫu biểu",
    "Lịch sử",
    "Nhiệm vụ",
    "Chỉ tiêu",
    "Quyền sửa",
  ])("%s is rebuilt, and the figures count", (tab) => {
    act(tab, { kind: "deleteSheet" });
    expect(findings()).toContainEqual(
      expect.stringMatching(new RegExp(`^Tab ${tab}: cần một tab của sổ; thấy tab đã bị xóa`)),
    );
    mend();
    expect(titles(open)).toContain(tab);
    expect(open.run("getScorecard")).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT1", numerator: 1, denominator: 2 })]),
    });
  });

  it("the register is rebuilt of the forms and the hamlets' grid", () => {
    act("Đơn vị", { kind: "deleteSheet" });
    open.run("repairWorkbook");
    const rows = [5, 6, 7, 8].map((row) => held(open, "Đơn vị", row, 1, 3));
    expect(rows).toEqual([
      ["VP", "Văn phòng", "Cơ quan, phòng ban"],
      ["LHPN", "Hội Phụ nữ", "MTTQ, tổ chức CT-XH"],
      ["AP1", "Ấp Một", "Ấp"],
      ["AP2", "Ấp Hai", "Ấp"],
    ]);
    expect(held(open, "LHPN", 6, 4, 3)).toEqual([4, 3, "ghi chú"]);
  });

  it("the settings come back with what the forms know, and say what is missing", () => {
    act("Cấu hình", { kind: "deleteSheet" });
    open.run("repairWorkbook");
    const cells = sheetOf(open, "Cấu hình").cells;
    const setting = (key: string) => cells.find((line) => line?.[1]?.value === key)?.[3]?.value;
    expect([setting("year"), setting("activity_rows"), setting("name")]).toEqual([
      new Date().getFullYear(),
      10,
      undefined,
    ]);
    expect(held(open, "LHPN", 6, 4, 3)).toEqual([4, 3, "ghi chú"]);
  });

  it("a unit's form is rebuilt, empty, and where its figures can be had is said", () => {
    act("LHPN", { kind: "deleteSheet" });
    expect(findings()).toContainEqual(expect.stringContaining("Tệp → Nhật ký phiên bản"));
    mend();
    expect(held(open, "LHPN", 6, 1, 5)).toEqual(["LHPN", "SL.LD", expect.any(String), null, null]);
  });
});

describe("the person at the menu", () => {
  it("sees the plan first, and one who says no finds everything as it was", () => {
    type(open, "LHPN", "C6", [["nhãn bị ghi đè"]]);
    const before = structuredClone(open.workbook.sheets);
    open.context.answers.push("OK", "NO");
    const messages = chooseAll(open, "menuRepair");
    expect(messages[0]).toContain("Có 1 chỗ lệch so với cấu trúc của sổ:\n• Tab LHPN, ô C6: cần");
    expect(messages[1]).toContain("Sửa các chỗ này?");
    expect(messages).toHaveLength(2);
    expect(open.workbook.sheets).toEqual(before);
  });

  it("is told where the workbook as it was is kept", () => {
    type(open, "LHPN", "C6", [["nhãn bị ghi đè"]]);
    const messages = chooseAll(open, "menuRepair");
    expect(messages.at(-1)).toMatch(
      /^Sổ 2282\nĐã sửa sổ\. Bản trước khi sửa: “Sổ thử \(trước khi sửa [\d-]+ [\d-]+\)”/,
    );
    const [copy] = open.takeCopies();
    expect(copy?.sheets.find(({ name }) => name === "LHPN")?.cells[6]?.[3]?.value).toBe("nhãn bị ghi đè");
    expect(held(open, "LHPN", 6, 3, 1)).toEqual(["Lãnh đạo, quản lý của đơn vị (LD)"]);
  });

  it("of a unit is refused, in words", () => {
    open.workbook.editors.push("donvi@xa.example");
    const theirs = openWorkbook(open.workbook, bundle, "donvi@xa.example");
    theirs.run("menuRepair");
    expect(theirs.context.messages).toEqual([expect.stringContaining("Hãy nhờ người tổng hợp làm việc này.")]);
  });

  it("mends a setting that cannot be read by hand: the repair says so and goes on", () => {
    const line = sheetOf(open, "Cấu hình").cells.find((cells) => cells?.[1]?.value === "deadline");
    if (!line) throw new Error("no deadline");
    line[3] = { ...line[3], value: "giữa tháng 11" };
    type(open, "LHPN", "C6", [["nhãn bị ghi đè"]]);
    const messages = chooseAll(open, "menuRepair");
    expect(messages.at(-1)).toContain("Còn 1 chỗ cần người xem:\n• Tab Cấu hình, mục “Hạn: trước ngày”");
    expect(held(open, "LHPN", 6, 3, 1)).toEqual(["Lãnh đạo, quản lý của đơn vị (LD)"]);
    expect(held(open, "LHPN", 2, 1, 1)).toEqual([new Date().getFullYear()]);
  });
});

describe("a repair that is cut off", () => {
  it.each(Array.from({ length: 10 }, (_, index) => 900 + index * 60))(
    "after %i calls loses nothing, and is completed by the next",
    (calls) => {
      act("LHPN", { kind: "insertColumns", at: 5, count: 1 });
      act("Các ấp", { kind: "insertRows", at: 5, count: 1 });
      const cut = openWorkbook(open.workbook, bundle);
      cut.context.callsLeft = calls;
      try {
        cut.run("repairWorkbook");
      } catch (thrown) {
        expect(String(thrown)).toContain("Exceeded maximum execution time");
      }
      open = openWorkbook(open.workbook, bundle);
      mend();
      expect(titles(open).filter((title) => /LHPN|Các ấp/.test(title))).toHaveLength(2);
      expect(held(open, "LHPN", 6, 4, 3)).toEqual([4, 3, "ghi chú"]);
      expect(held(open, "Các ấp", 6, 1, 5)).toEqual(["AP2", "Ấp Hai", 7, 3, "hai"]);
    },
  );
});
