/** Tabs are known by what they are: renaming, moving, colouring and hiding them breaks nothing. */

import type { OpenWorkbook } from "gas-offline";
import { openWorkbook } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { chooseAll, held, rowOf, setUp, sheetOf, titles, type } from "./desk.ts";
import { bundle, madeOnce, messageOf, sumOf } from "./opened.ts";

const UNITS = [
  ["VP", "Văn phòng", "Cơ quan, phòng ban"],
  ["TYT", "Trạm Y tế", "Đơn vị sự nghiệp"],
  ["AP1", "Ấp Một", "Ấp"],
] as const;

let open: OpenWorkbook;

const make = madeOnce(() => {
  const made = setUp(UNITS);
  type(made, "VP", "D6", [[3, 1]]);
  type(made, "TYT", "D6", [[4, 0]]);
  type(made, "Các ấp", "C5", [[5, 2]]);
  return made.workbook;
});

beforeEach(() => {
  open = openWorkbook(make(), bundle);
});

function act(tab: string, action: { readonly kind: "hideSheet" | "duplicateSheet" | "deleteSheet" }): void {
  open.act({ ...action, sheet: sheetOf(open, tab).id });
}

function rename(tab: string, name: string): void {
  open.act({ kind: "renameSheet", sheet: sheetOf(open, tab).id, name });
}

/** Everything that a workbook does, on tabs of whatever title. */
function useAll(): readonly unknown[] {
  const values = { file: "values.csv", header: ["unit", "element", "total", "women", "note"] };
  const rows = [
    ["TYT", "LD", "6", "1", ""],
    ["AP1", "THG", "7", "3", ""],
  ].map((cells, index) => ({ line: index + 2, cells }));
  return [
    open.run("importFolder", [[{ ...values, rows }]]),
    open.run("getScorecard"),
    open.run("createReport", [{ kind: "year" }]),
  ];
}

const WORKS = [
  { placed: 2, refusals: [] },
  {
    units: { registered: 3 },
    indicators: expect.arrayContaining([
      expect.objectContaining({ code: "CT1", numerator: 2, denominator: 2 }),
      expect.objectContaining({ code: "CT2B.THG", numerator: 3, denominator: 7 }),
    ]),
  },
  { fileName: expect.stringMatching(/\.docx$/) },
];

describe("tabs", () => {
  it("may all have other titles", () => {
    for (const title of titles(open)) rename(title, `${title} của xã`);
    expect(useAll()).toMatchObject(WORKS);
    expect(chooseAll(open, "menuRepair")).toEqual([expect.stringContaining("không có gì phải sửa")]);
    chooseAll(open, "menuSetUp");
    expect(titles(open).every((title) => title.endsWith("của xã"))).toBe(true);
    expect(held(open, "Đơn vị của xã", 6, 7, 1)).toEqual(["TYT của xã"]);
  });

  it("may change places, colours and be hidden", () => {
    for (const [index, { id }] of [...open.workbook.sheets].entries()) {
      open.act({ kind: "moveSheet", sheet: id, position: 1 });
      open.act({ kind: "colourSheet", sheet: id, colour: "#123456" });
      if (index % 2 === 0) open.act({ kind: "hideSheet", sheet: id });
    }
    expect(useAll()).toMatchObject(WORKS);
    expect(chooseAll(open, "menuRepair")).toEqual([expect.stringContaining("không có gì phải sửa")]);
  });

  it("may exchange their titles", () => {
    rename("VP", "x");
    rename("TYT", "VP");
    rename("x", "TYT");
    rename("Chỉ tiêu", "y");
    rename("Nhiệm vụ", "Chỉ tiêu");
    rename("y", "Nhiệm vụ");
    expect(useAll()).toMatchObject(WORKS);
    expect(held(open, "VP", 6, 1, 5)).toEqual(["TYT", "SL.LD", expect.any(String), 6, 1]);
  });

  it("cost the same number of calls by whatever title: they are known by the ids that the add-on keeps", () => {
    const count = (): number => {
      open.takeCalls();
      open.run("getScorecard");
      return sumOf(open.takeCalls());
    };
    const before = count();
    for (const title of titles(open)) rename(title, `${title} của xã`);
    expect(count()).toBe(before);
  });

  it("are found again in a copy of the workbook, where the settings note the same ids", () => {
    rename("Dữ liệu", "Số liệu gộp");
    rename("Bảng điểm", "Kết quả");
    expect(open.run("getScorecard")).toMatchObject({ units: { registered: 3 } });
    // What notes the ids is gone: headers tell.
    const row = sheetOf(open, "Cấu hình").cells.findIndex((line) => line?.[1]?.value === "tabs");
    type(open, "Cấu hình", `C${row}`, [[""]]);
    expect(open.run("getScorecard")).toMatchObject({ units: { registered: 3 } });
    chooseAll(open, "menuSetUp");
    expect(sheetOf(open, "Cấu hình").cells[row]?.[3]?.value).toContain("Dữ liệu=");
  });
});

describe("a link “Đến ô” in Kiểm tra", () => {
  it("leads to the sheet by its id, whatever it is called", () => {
    type(open, "TYT", `C${rowOf(open, "TYT", "HD.1")}`, [["Có chủ đề, thiếu ngày"]]);
    const rows = sheetOf(open, "Kiểm tra").cells.slice(5);
    const line = rows.find((cells) => cells?.[2]?.value === "TYT");
    expect(line?.[7]?.value).toBe(String(sheetOf(open, "TYT").id));
    expect(line?.[8]?.value).toBe("Đến ô");
    const settings = rows.find((cells) => cells?.[3]?.value === "Cấu hình");
    expect(settings?.[7]?.value).toBe(String(sheetOf(open, "Cấu hình").id));
  });
});

describe("a form that was copied", () => {
  it("with the same figures is taken away; one with others is named and left", () => {
    act("VP", { kind: "duplicateSheet" });
    act("TYT", { kind: "duplicateSheet" });
    type(open, "Bản sao của TYT", "D6", [[9, 9]]);
    const messages = chooseAll(open, "menuRepair");
    expect(messages[0]).toContain(
      "• Tab Bản sao của VP: cần mỗi biểu một tab; thấy bản sao giống hệt tab “VP”. Sẽ xóa bản sao.",
    );
    expect(messages.at(-1)).toContain(
      "Tab Bản sao của TYT: cần mỗi biểu một tab; thấy bản sao của tab “TYT” có số liệu khác.",
    );
    expect(titles(open)).not.toContain("Bản sao của VP");
    expect(held(open, "Bản sao của TYT", 6, 4, 2)).toEqual([9, 9]);
    expect(open.run("getScorecard")).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT1", numerator: 1, denominator: 2 })]),
    });
  });

  it("takes the form's place when that was deleted", () => {
    act("TYT", { kind: "duplicateSheet" });
    act("TYT", { kind: "deleteSheet" });
    chooseAll(open, "menuRepair");
    expect(open.run("getScorecard")).toMatchObject({ units: { registered: 3 } });
    expect(held(open, "Đơn vị", 6, 7, 1)).toEqual(["Bản sao của TYT"]);
    expect(held(open, "Bản sao của TYT", 6, 4, 2)).toEqual([4, 0]);
  });
});

describe("a register that was sorted in part", () => {
  it("sends no figure into another unit's form, and is put right by a repair", () => {
    const id = sheetOf(open, "Đơn vị").id;
    open.act({
      kind: "sortRange",
      sheet: id,
      area: { row: 5, column: 1, rows: 2, columns: 6 },
      column: 1,
      ascending: true,
    });
    expect(held(open, "Đơn vị", 5, 1, 1)).toEqual(["TYT"]);
    expect(messageOf(() => useAll())).toContain("thấy các cột của tab này bị xếp lệch");
    expect(held(open, "VP", 6, 4, 2)).toEqual([3, 1]);
    chooseAll(open, "menuSetUp");
    expect(useAll()).toMatchObject(WORKS);
    expect(held(open, "TYT", 6, 4, 2)).toEqual([6, 1]);
    expect(held(open, "VP", 6, 4, 2)).toEqual([3, 1]);
  });
});
