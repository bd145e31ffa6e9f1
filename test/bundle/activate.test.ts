/** “Đến ô” through the bundle: the cell is chosen for whoever asks, and what is no place is refused in words. */
import { describe, expect, it } from "vitest";
import { choose } from "./desk.ts";
import { openEmpty } from "./opened.ts";

function openMade() {
  const open = openEmpty();
  choose(open, "menuSetUp");
  const sheet = open.workbook.sheets.find(({ name }) => name === "Bảng điểm");
  if (!sheet) throw new Error("Set-up makes the scorecard");
  return { open, sheet };
}

describe("a place in the workbook", () => {
  it("is shown: its tab is opened and its cell chosen", () => {
    const { open, sheet } = openMade();
    expect(open.run("activateCell", [{ tab: "Bảng điểm", sheetId: sheet.id, cell: "C5" }])).toEqual({
      tab: "Bảng điểm",
    });
    expect(open.context.chosen).toMatchObject({ sheet: { name: "Bảng điểm" }, area: { row: 5, column: 3 } });
  });

  it.each([
    ["a tab that is gone", { tab: "Cũ", sheetId: 99_999, cell: "C5" }, "Tab của ô này không còn trong sổ."],
    ["a tab that nobody knows", { tab: "Cũ", sheetId: null, cell: "C5" }, "Tab của ô này không còn trong sổ."],
    ["what is no cell", { tab: "Bảng điểm", sheetId: 1, cell: "=1+1" }, "Cần tên ô, ví dụ D6; thấy “=1+1”."],
    ["what is no place", "C5", "Dữ liệu gửi lên không đúng dạng"],
  ])("is refused where it is %s", (_, link, words) => {
    const { open } = openMade();
    expect(() => open.run("activateCell", [link])).toThrow(words);
  });
});
