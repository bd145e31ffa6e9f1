/** Who may type where, tried as each of them: the coordinator, a unit, a hamlet, somebody else. */

import { type OpenWorkbook, openWorkbook, type SheetModel, type WorkbookModel } from "gas-offline";
import { newWorkbook } from "so2282-cli";
import { beforeEach, describe, expect, it } from "vitest";
import { bundle, madeOnce, messageOf } from "./opened.ts";

const STATION = "tram-yte@mau.example";
const SCHOOL = "truong@mau.example";
const HAMLET = "ap1@mau.example";
const REFUSED = /^You are trying to edit a protected cell or object/;

const TABLES = [
  {
    file: "units.csv",
    header: ["code", "name", "type", "email", "ct1", "elements"],
    rows: [
      ["TYT", "Trạm Y tế", "su_nghiep", STATION, "", ""],
      ["TH", "Trường Tiểu học", "su_nghiep", `${SCHOOL}|pho@mau.example`, "", ""],
      ["KT", "Phòng Kinh tế", "co_quan", "", "", ""],
      ["AP1", "Ấp Một", "ap", HAMLET, "", ""],
      ["AP2", "Ấp Hai", "ap", "ap2@mau.example", "", ""],
    ].map((cells, index) => ({ line: index + 2, cells })),
  },
];

let workbook: WorkbookModel;
let owner: OpenWorkbook;

const make = madeOnce(() => {
  const made = newWorkbook("Sổ thử");
  made.editors.push(STATION, SCHOOL, HAMLET, "ap2@mau.example", "la@mau.example");
  openWorkbook(made, bundle).run("createWorkbook", [TABLES, 2026]);
  return made;
});

beforeEach(() => {
  workbook = make();
  owner = openWorkbook(workbook, bundle);
});

function sheet(name: string): SheetModel {
  const found = workbook.sheets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no tab ${name}`);
  return found;
}

/** Types into a cell as someone; returns what it then holds. */
function typeAs(user: string, tab: string, row: number, column: number, value: unknown): unknown {
  openWorkbook(workbook, bundle, user).typeInto(sheet(tab), row, column, value);
  return sheet(tab).cells[row]?.[column]?.value;
}

/** Returns Google's words where someone may not type. */
function refusal(user: string, tab: string, row: number, column: number): string {
  return messageOf(() => typeAs(user, tab, row, column, 3));
}

describe("a unit's user", () => {
  it("types into the input cells of its own form", () => {
    expect(typeAs(STATION, "TYT", 6, 4, 4)).toBe(4);
    expect(typeAs(STATION, "TYT", 6, 5, 2)).toBe(2);
  });

  it.each([
    ["another unit's form", "TH", 6, 4],
    ["a label of its own form", "TYT", 6, 3],
    ["the hidden keys of its own form", "TYT", 6, 2],
    ["a row of a hamlet", "Các ấp", 5, 3],
    ["the register", "Đơn vị", 5, 2],
    ["a threshold", "Chỉ tiêu", 5, 3],
    ["the settings", "Cấu hình", 5, 3],
    ["the tidy tab", "Dữ liệu", 5, 1],
    ["the scorecard", "Bảng điểm", 5, 3],
    ["earlier years", "Lịch sử", 5, 1],
  ])("is refused in %s", (_, tab, row, column) => {
    expect(refusal(STATION, tab, row, column)).toMatch(REFUSED);
  });

  it("shares its form with the unit's other mailboxes", () => {
    workbook.editors.push("pho@mau.example");
    expect(typeAs(SCHOOL, "TH", 6, 4, 3)).toBe(3);
    expect(typeAs("pho@mau.example", "TH", 6, 5, 1)).toBe(1);
  });
});

describe("a hamlet's user", () => {
  it("types into its own row and its own block, and nowhere else", () => {
    expect(typeAs(HAMLET, "Các ấp", 5, 3, 5)).toBe(5);
    expect(refusal(HAMLET, "Các ấp", 6, 3)).toMatch(REFUSED);
    expect(typeAs(HAMLET, "Hoạt động ấp", 6, 3, "Tọa đàm ở ấp")).toBe("Tọa đàm ở ấp");
    const second = sheet("Hoạt động ấp").cells.findIndex((line) => line?.[1]?.value === "AP2") + 1;
    expect(refusal(HAMLET, "Hoạt động ấp", second, 3)).toMatch(REFUSED);
  });
});

describe("somebody who may edit the workbook but belongs to no unit", () => {
  it("is refused everywhere that a unit types", () => {
    for (const [tab, row, column] of [
      ["TYT", 6, 4],
      ["Các ấp", 5, 3],
      ["Hoạt động ấp", 6, 3],
    ] as const) {
      expect(refusal("la@mau.example", tab, row, column)).toMatch(REFUSED);
    }
  });
});

describe("a unit without a mailbox", () => {
  it("is filled in by the coordinator, and its form says so", () => {
    expect(sheet("KT").cells[4]?.[3]?.value).toBe(
      "Đơn vị chưa có hộp thư chung ở tab Đơn vị: người tổng hợp nhập thay.",
    );
    expect(
      sheet("TYT")
        .cells[4]?.slice(3, 5)
        .map((cell) => cell?.value),
    ).toEqual(["Tình trạng:", "Chưa nộp."]);
    expect(typeAs(workbook.owner, "KT", 6, 4, 3)).toBe(3);
    expect(refusal(STATION, "KT", 6, 4)).toMatch(REFUSED);
  });
});

describe("Ai sửa được gì", () => {
  const choose = (): readonly string[] => {
    owner.context.messages.length = 0;
    owner.run("menuRights");
    return [...owner.context.messages];
  };
  const tableOf = (tab: string): readonly unknown[] =>
    sheet("Quyền sửa").cells.flatMap((line) =>
      line?.[1]?.value === tab ? [[line[2]?.value, line[4]?.value, line[5]?.value]] : [],
    );

  it("shows every right of a new workbook, and that none deviates", () => {
    expect(choose()).toEqual([expect.stringMatching(/quyền sửa đúng cả/)]);
    expect(tableOf("TYT")).toEqual([
      ["cả tab", "người tổng hợp", "Đúng"],
      [expect.stringMatching(/^C5:I\d+$/), `người tổng hợp, ${STATION}`, "Đúng"],
    ]);
  });

  it("shows them under their headers, wherever rows and columns have gone", () => {
    const { id } = sheet("Quyền sửa");
    owner.act({ kind: "insertRows", sheet: id, at: 1, count: 1 });
    owner.act({ kind: "insertColumns", sheet: id, at: 2, count: 1 });
    owner.typeInto(sheet("Quyền sửa"), 6, 2, "của tôi");
    expect(choose()).toEqual([expect.stringMatching(/quyền sửa đúng cả/)]);
    const { cells } = sheet("Quyền sửa");
    expect([1, 2, 3, 4, 6].map((column) => cells[5]?.[column]?.value ?? "")).toEqual([
      "Tab",
      "",
      "Vùng",
      "Của",
      "Tình trạng",
    ]);
    expect([1, 2, 3, 6].map((column) => cells[6]?.[column]?.value)).toEqual([
      expect.any(String),
      "của tôi",
      "cả tab",
      "Đúng",
    ]);
    expect(cells.slice(5).filter((line) => line?.[1]?.value === "TYT")).toHaveLength(2);
  });

  it("says of a workbook that nobody protected what that means and what to do, until the rights are set again", () => {
    for (const { protections } of workbook.sheets) protections.length = 0;
    const told = expect.stringMatching(/^Sổ chưa khóa ô nào: .*Ai sửa được gì, rồi bấm Đặt lại quyền\.$/);
    const open = () => ({
      issues: (owner.run("getIssues") as readonly { code: string; message: string }[]).filter(
        ({ code }) => code === "no-protection",
      ),
      desk: owner.run("getDesk"),
    });
    expect(open()).toMatchObject({ issues: [{ message: told }], desk: { rightsProblem: told } });
    expect(owner.run("repairWorkbook")).toMatchObject({
      left: expect.arrayContaining([expect.objectContaining({ code: "no-protection", message: told })]),
    });
    owner.run("repairRights");
    expect(open()).toMatchObject({ issues: [], desk: { rightsProblem: "" } });
  });

  it("mends what somebody changed", () => {
    const [form, cells] = sheet("TYT").protections;
    form?.editors.push("la@mau.example");
    if (cells) cells.editors = cells.editors.filter((mailbox) => mailbox !== STATION);
    expect(refusal(STATION, "TYT", 6, 4)).toMatch(REFUSED);
    const messages = choose();
    expect(messages[0]).toMatch(/Có 2 trên \d+ vùng lệch/);
    expect(messages[2]).toMatch(/Đã đặt lại quyền sửa; mọi vùng đều đúng/);
    expect(typeAs(STATION, "TYT", 6, 4, 4)).toBe(4);
    expect(refusal("la@mau.example", "TYT", 6, 3)).toMatch(REFUSED);
  });

  it("locks a copy of the workbook again, which Google hands over without protections", () => {
    for (const { protections } of workbook.sheets) protections.length = 0;
    expect(typeAs("la@mau.example", "TYT", 6, 4, 9)).toBe(9);
    expect(choose().at(-1)).toMatch(/mọi vùng đều đúng/);
    expect(refusal("la@mau.example", "TYT", 6, 4)).toMatch(REFUSED);
    expect(sheet("TYT").cells[6]?.[4]?.value).toBe(9);
  });

  it("follows the register: a unit that gets a mailbox is let in", () => {
    const register = sheet("Đơn vị");
    const row = register.cells.findIndex((line) => line?.[1]?.value === "KT");
    owner.typeInto(register, row, 4, "kinh-te@mau.example");
    workbook.editors.push("kinh-te@mau.example");
    expect(choose()[0]).toMatch(/Có 1 trên/);
    expect(typeAs("kinh-te@mau.example", "KT", 6, 4, 3)).toBe(3);
  });

  it("names a mailbox that Google does not take, and keeps the rest", () => {
    const register = sheet("Đơn vị");
    const row = register.cells.findIndex((line) => line?.[1]?.value === "KT");
    owner.typeInto(register, row, 4, "khong-phai-hop-thu");
    const messages = choose();
    expect(messages.at(-1)).toMatch(/Còn 1 vùng chưa đặt lại được/);
    expect(tableOf("KT")[1]).toEqual([expect.any(String), expect.any(String), "Lệch: thiếu quyền: khong-phai-hop-thu"]);
    expect(typeAs(STATION, "TYT", 6, 4, 4)).toBe(4);
  });

  it("is refused to a unit's user, in words", () => {
    const open = openWorkbook(workbook, bundle, STATION);
    open.run("menuRights");
    expect(open.context.messages).toEqual([expect.stringContaining("Hãy nhờ người tổng hợp làm việc này.")]);
  });

  it("sets one protection for a tab and one for each unit's block, no more", () => {
    choose();
    const counts = workbook.sheets.map(({ name, protections }) => [name, protections.length]);
    expect(counts).toEqual(
      expect.arrayContaining([
        ["TYT", 2],
        ["Các ấp", 3],
        ["Hoạt động ấp", 3],
        ["Đơn vị", 1],
      ]),
    );
  });
});
