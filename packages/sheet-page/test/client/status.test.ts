import { customsOf } from "gas-offline/internals";
import { describe, expect, it } from "vitest";
import { isClosed, statusOf } from "../../src/client/status.ts";
import type { RightsView, SheetView, WorkbookView } from "../../src/protocol.ts";

const inputs = { row: 5, column: 4, rows: 3, columns: 2 };
const sheet = (rights: RightsView): SheetView => ({
  id: 7,
  shape: 0,
  name: "TYT",
  hidden: false,
  rows: 20,
  columns: 9,
  frozenRows: 0,
  frozenColumns: 0,
  gridlines: true,
  merges: [],
  columnWidths: [],
  rowHeights: [],
  hiddenRows: [],
  hiddenColumns: [],
  cells: [],
  notes: [],
  rules: [{ kind: "other", values: [], help: "Nhập số nguyên từ 0 trở lên.", areas: [inputs] }],
  rights,
});
const own = sheet({ all: false, open: [inputs], closed: [] });
const other = sheet({ all: false, open: [], closed: [inputs] });
const status = (shown: SheetView, row: number, column: number) => {
  const user = { mailbox: "tram-yte@xa.example", label: "Trạm Y tế" };
  const view: WorkbookView = {
    revision: 1,
    name: "Sổ",
    fileName: "so.xlsx",
    customs: customsOf("vi_VN"),
    user,
    users: [user],
    menu: [],
    notices: [],
    formats: [],
    sheets: [shown],
  };
  return statusOf(view, { sheet: 7, row, column });
};

describe("a tab", () => {
  it("is closed to those who may type nowhere in it, and to no others", () => {
    const all = sheet({ all: true, open: [], closed: [inputs] });
    expect([other, own, all].map(isClosed)).toEqual([true, false, false]);
  });
});

describe("the line above the grid", () => {
  it("says what an open cell asks for", () => {
    expect(status(own, 6, 4)).toEqual({ text: "Nhập số nguyên từ 0 trở lên.", locked: false });
  });

  it("says whether a cell or the whole tab is to be read only", () => {
    expect(status(own, 1, 1)).toEqual({ text: "Ô này bạn chỉ xem được (Trạm Y tế).", locked: true });
    expect(status(other, 6, 4)).toEqual({ text: "Tab này bạn chỉ xem được (Trạm Y tế).", locked: true });
  });
});
