import { describe, expect, it } from "vitest";
import type { Grid } from "../../src/workbook/grid.ts";
import { identifySheets, recognise, type SheetFacts } from "../../src/workbook/identity.ts";
import { HISTORY_TAB, SETTINGS_TAB } from "../../src/workbook/schema.ts";
import { newWorkbook } from "./workbook.ts";

const book = newWorkbook();
const head = (title: string): Grid =>
  book
    .sheet(title)
    .slice(0, 14)
    .map((row) => row.slice(0, 8));

describe("recognise", () => {
  it.each([
    "Hướng dẫn",
    "Bảng điểm",
    "Kiểm tra",
    "Cấu hình",
    "Chỉ tiêu",
    "Nhiệm vụ",
    "Đơn vị",
    "Lịch sử",
    "Nội dung báo cáo",
    "Quyền sửa",
    "Lưu trữ",
    "Dữ liệu",
    "Mẫu biểu",
    "Các ấp",
    "Hoạt động ấp",
  ])("knows %s by what stands in it", (title) => {
    expect(recognise(head(title))).toEqual({ kind: "tab", title });
  });

  it("knows a form by its keys, and whose it is, also below rows that were inserted", () => {
    expect(recognise(head("CAX"))).toEqual({ kind: "form", unit: "CAX" });
    expect(recognise([["", ""], ["", ""], ...head("CAX")])).toEqual({ kind: "form", unit: "CAX" });
  });

  it("knows a tab of the user's own for none", () => {
    expect(recognise([["Danh bạ"], ["Phòng", "Điện thoại"]])).toBeUndefined();
    expect(recognise([])).toBeUndefined();
  });

  it("knows a table by most of its headers, in another order and another row", () => {
    const titles = HISTORY_TAB.columns.map(({ title }) => title.toUpperCase()).reverse();
    expect(recognise([[], [], ["", ...titles.slice(0, 4)]])).toEqual({ kind: "tab", title: "Lịch sử" });
    expect(recognise([titles.slice(0, 2)])).toBeUndefined();
  });
});

describe("identifySheets", () => {
  const sheet = (id: number, title: string, of = title): SheetFacts => ({
    id,
    title,
    is: of ? recognise(head(of)) : undefined,
  });
  const form = (code: string, sheetId = ""): { code: string; title: string; sheetId: string } => ({
    code,
    title: code,
    sheetId,
  });
  const found = (
    sheets: readonly SheetFacts[],
    ids: Readonly<Record<string, number>> = {},
    forms: readonly ReturnType<typeof form>[] = [],
  ) => {
    const { sheets: known, copies, strays } = identifySheets(sheets, new Map(Object.entries(ids)), forms);
    return {
      ids: Object.fromEntries([...known].map(([title, { id }]) => [title, id])),
      copies: [...copies],
      strays: strays.map(({ sheet: stray, unit }) => [stray.id, unit]),
    };
  };

  it("trusts the noted id before any title", () => {
    const sheets = [sheet(1, "Cấu hình", "Chỉ tiêu"), sheet(2, "Chỉ tiêu", "Cấu hình")];
    expect(found(sheets, { "Cấu hình": 2, "Chỉ tiêu": 1 }).ids).toEqual({ "Cấu hình": 2, "Chỉ tiêu": 1 });
  });

  it("goes by headers where no id is noted, and takes no sheet for its title that is plainly another", () => {
    expect(found([sheet(1, "Cấu hình", "Chỉ tiêu"), sheet(2, "x", "Cấu hình")]).ids).toEqual({
      "Cấu hình": 2,
      "Chỉ tiêu": 1,
    });
    expect(found([sheet(1, SETTINGS_TAB.title, "")]).ids).toEqual({ "Cấu hình": 1 });
  });

  it("trusts a form's key before its noted id: rows of the register may have been sorted apart", () => {
    const sheets = [sheet(1, "VHXH"), sheet(2, "CAX")];
    expect(found(sheets, {}, [form("VHXH", "2"), form("CAX", "1")]).ids).toEqual({ VHXH: 1, CAX: 2 });
  });

  it("takes the sheet whose id is noted for the form, another with its key for a copy", () => {
    const sheets = [sheet(1, "Bản sao của CAX", "CAX"), sheet(2, "x", "CAX")];
    expect(found(sheets, {}, [form("CAX", "2")])).toEqual({ ids: { CAX: 2 }, copies: [[1, "CAX"]], strays: [] });
    expect(found(sheets, {}, [form("CAX", "9")]).ids).toEqual({ CAX: 1 });
  });

  it("follows the noted id where the unit has another code now, or its key was erased", () => {
    expect(found([sheet(3, "CAX")], {}, [form("CA", "3")])).toEqual({ ids: { CA: 3 }, copies: [], strays: [] });
    expect(found([sheet(3, "CAX", "")], {}, [form("CAX", "3")]).ids).toEqual({ CAX: 3 });
  });

  it("names forms of units that the register does not have", () => {
    expect(found([sheet(3, "CAX")], {}, [form("LHPN")]).strays).toEqual([[3, "CAX"]]);
  });
});
