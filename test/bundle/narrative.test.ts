/** The tab of the coordinator's own text: workbooks from before it, what people break in it, who may write there. */

import { openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { choose, held, setUp, sheetOf, titles, type } from "./desk.ts";
import { bundle, messageOf } from "./opened.ts";

const TAB = "Nội dung báo cáo";
const UNITS = [
  ["VP", "Văn phòng", "Cơ quan, phòng ban"],
  ["AP1", "Ấp Một", "Ấp"],
] as const;

/** Makes a workbook as an earlier version made it: without the tab, and without its id. */
function older() {
  const open = setUp(UNITS);
  const { workbook } = open;
  workbook.sheets.splice(
    workbook.sheets.findIndex(({ name }) => name === TAB),
    1,
  );
  for (const line of sheetOf(open, "Cấu hình").cells) {
    for (const cell of line ?? []) {
      if (typeof cell?.value !== "string" || !cell.value.includes(TAB)) continue;
      cell.value = withoutId(cell.value);
    }
  }
  return openWorkbook(workbook, bundle);
}

function withoutId(noted: string): string {
  return noted
    .split("|")
    .filter((part) => !part.startsWith(TAB))
    .join("|");
}

describe("a workbook from before the tab", () => {
  it("gives its score, its issues and its report as ever", () => {
    const open = older();
    expect(open.run("getScorecard")).toMatchObject({ year: expect.any(Number) });
    expect(open.run("getIssues")).toEqual(expect.any(Array));
    expect(open.run("createReport", [{ kind: "year" }])).toMatchObject({ draft: true });
  });

  it.each(["menuSetUp", "menuRepair"])("gets it by %s, and is whole then", (entry) => {
    const open = older();
    open.context.answers.push("YES", "YES");
    open.run(entry);
    expect(titles(open)).toContain(TAB);
    expect(held(open, TAB, 5, 1, 2)).toEqual(["guidance", "Mục I. Công tác chỉ đạo, triển khai"]);
    type(open, TAB, "C5", [["Đã ban hành kế hoạch."]]);
    expect(open.run("getRepairPlan")).toMatchObject({ findings: [] });
  });
});

describe("the praise list of a report", () => {
  it("takes names as texts, and nothing else", () => {
    const open = setUp(UNITS);
    expect(open.run("createReport", [{ individuals: ["Bà A"] }])).toMatchObject({ draft: true });
    expect(messageOf(() => open.run("createReport", [{ individuals: "Bà A" }]))).toMatch(/danh sách tên cá nhân/);
    expect(messageOf(() => open.run("createReport", [{ individuals: [1] }]))).toMatch(/danh sách tên cá nhân/);
  });
});

describe("the tab", () => {
  it("is the coordinator's alone", () => {
    const { workbook } = setUp([["VP", "Văn phòng", "Cơ quan, phòng ban"]]);
    workbook.editors.push("vp@xa.vn");
    const unit = openWorkbook(workbook, bundle, "vp@xa.vn");
    expect(messageOf(() => type(unit, TAB, "C5", [["chen vào"]]))).toMatch(/protected/);
  });

  it("is found by what stands in it when it was renamed, and its text stays through set-up and repair", () => {
    const open = setUp(UNITS);
    type(open, TAB, "C5", [["Đã ban hành kế hoạch."]]);
    sheetOf(open, TAB).name = "Lời báo cáo";
    choose(open, "menuSetUp");
    expect(held(open, "Lời báo cáo", 5, 3, 1)).toEqual(["Đã ban hành kế hoạch."]);
    expect(open.run("getRepairPlan")).toMatchObject({ findings: [] });
  });

  it("gets back a key that was erased and a row that was deleted", () => {
    const open = setUp(UNITS);
    type(open, TAB, "C5", [["Đã ban hành kế hoạch."]]);
    type(open, TAB, "A5", [[""]]);
    open.act({ kind: "deleteRows", sheet: sheetOf(open, TAB).id, at: 8, count: 1 });
    open.run("repairWorkbook");
    expect(held(open, TAB, 5, 1, 3)).toEqual(["guidance", expect.any(String), "Đã ban hành kế hoạch."]);
    const keys = sheetOf(open, TAB)
      .cells.slice(5)
      .map((line) => line?.[1]?.value);
    expect(keys).toContain("limits");
  });

  it("shows personal data in it in the list of issues", () => {
    const open = setUp(UNITS);
    type(open, TAB, "C12", [["Bà Nguyễn Thị Bông, Chủ tịch Hội LHPN xã"]]);
    const found = sheetOf(open, "Kiểm tra")
      .cells.slice(5)
      .find((line) => line?.[3]?.value === TAB);
    expect([1, 4, 5].map((column) => found?.[column]?.value)).toEqual(["Lỗi", "C12", "Đề nghị khen thưởng tập thể"]);
  });
});
