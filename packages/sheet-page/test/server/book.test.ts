/** A workbook behind the page: typing as users, refusals, what windows hear, and what is on the disk by then. */
import { readFile } from "node:fs/promises";
import { cellAt, loadWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { journalPath } from "../../src/server/journal.ts";
import { FORM, OWNER, STATION, TOTALS } from "./files.ts";
import { booksOfTest } from "./opened.ts";

const { path, openNew, openAfterDeath, close, onFullDisk } = booksOfTest(`
  function onOpen() { SpreadsheetApp.getUi().createAddonMenu().addItem("Ghi", "write").addToUi(); }
  function write() {
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Tổng").getRange("B2").setValues([["đã ghi"]]);
    var ui = SpreadsheetApp.getUi();
    ui.alert("Sổ", "Đã ghi.", ui.ButtonSet.OK);
  }
  function look() { return { now: SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Biểu").getRange("A1").getValues() }; }
  function date() { return { day: new Date() }; }
  function stumble() { throw new Error("không được"); }
`);

const figure = (value: string | number | null) => ({ sheet: FORM, row: 1, column: 1, value });

describe("typing", () => {
  it("is in the journal before it is acknowledged, and all windows hear what it changed", async () => {
    const { book, heard } = await openNew();
    expect(await book.edit(STATION, [figure("12")])).toEqual({ refusals: [] });
    expect(await readFile(journalPath(book.path()), "utf8")).toContain('"value":"12"');
    const format = { numberFormat: "0", background: "#d5f0dd" };
    expect(heard).toEqual([
      {
        kind: "change",
        revision: 2,
        sheets: [
          { id: FORM, rows: 20, cells: [{ row: 1, column: 1, value: 12, format }] },
          { id: TOTALS, rows: 20, cells: [{ row: 1, column: 1, value: 24 }] },
        ],
      },
    ]);
  });

  it("where someone may not is refused in Google's words and in ours, and the cell is shown as it is", async () => {
    const { book, heard } = await openNew();
    const { refusals } = await book.edit(STATION, [{ sheet: FORM, row: 1, column: 2, value: 5 }]);
    expect(refusals).toHaveLength(1);
    expect(refusals[0]?.message).toContain("Ô B1 của tab “Biểu”");
    expect(refusals[0]?.original).toMatch(/^You are trying to edit a protected cell or object/);
    expect(heard).toMatchObject([{ sheets: [{ id: FORM, cells: [{ row: 1, column: 2, value: null }] }] }]);
    expect(await readFile(journalPath(book.path()), "utf8")).not.toContain("edits");
  });

  it("what a validation does not take is refused with the validation's own help", async () => {
    const { book } = await openNew();
    const { refusals } = await book.edit(STATION, [figure("mười")]);
    expect(refusals[0]?.message).toBe("Ô A1 của tab “Biểu”: thấy “mười”. Nhập số từ 0.");
  });

  it("many cells at once keeps those that fit", async () => {
    const { book } = await openNew();
    const { refusals } = await book.edit(OWNER, [figure(-1), { sheet: FORM, row: 2, column: 1, value: 7 }]);
    expect(refusals.map(({ row }) => row)).toEqual([1]);
    expect(book.view(OWNER).sheets[0]?.cells).toContainEqual([2, 1, 7, -1]);
  });

  it("more rows than a sheet has lets it grow, on the disk, too; but not where it is protected", async () => {
    const { book, heard } = await openNew();
    const { refusals } = await book.edit(STATION, [{ sheet: FORM, row: 22, column: 1, value: 7 }]);
    expect(refusals[0]?.original).toMatch(/^You are trying to edit a protected/);
    await book.edit(OWNER, [{ sheet: TOTALS, row: 23, column: 2, value: 7 }]);
    expect(heard.at(-1)).toMatchObject({
      sheets: [{ id: TOTALS, rows: 23, cells: [{ row: 23, column: 2, value: 7 }] }],
    });
    const again = await openAfterDeath(book);
    expect(again.book.view(OWNER).sheets.map(({ rows }) => rows)).toEqual([20, 23]);
    expect(again.book.view(OWNER).sheets[1]?.cells).toContainEqual([23, 2, 7, -1]);
  });

  it("outside the sheet, or into a sheet that is gone, is refused", async () => {
    const { book } = await openNew();
    const { refusals } = await book.edit(OWNER, [
      { sheet: FORM, row: 1, column: 6, value: 1 },
      { sheet: 77, row: 1, column: 1, value: 1 },
    ]);
    expect(refusals.map(({ message }) => message)).toEqual(
      Array(2).fill("Ô này không có trong sổ. Hãy tải lại trang."),
    );
  });

  it("is taken back when the disk does not take it", async () => {
    const { book, heard } = await openNew();
    await onFullDisk(async () => {
      const { refusals } = await book.edit(STATION, [figure(12)]);
      expect(refusals[0]?.message).toContain("ổ đĩa đã đầy");
    });
    expect(heard).toMatchObject([{ sheets: [{ cells: [{ value: 3 }] }] }]);
    expect(await book.edit(STATION, [figure(13)])).toEqual({ refusals: [] });
    expect(await readFile(journalPath(book.path()), "utf8")).not.toContain('"value":12');
  });
});

describe("opening again", () => {
  it("finds what was acknowledged before the process died, though the rules would now refuse it", async () => {
    const { book } = await openNew();
    await book.edit(STATION, [figure(40)]);
    const again = await openAfterDeath(book);
    expect(again.book.view(OWNER).sheets[1]?.cells).toContainEqual([1, 1, 80, -1]);
    expect(again.book.notices.join()).toContain("khôi phục 1 lần gõ");
  });

  it("finds everything in the file after it was closed", async () => {
    const { book } = await openNew();
    await book.edit(STATION, [figure(11)]);
    await close(book);
    const [form, totals] = (await loadWorkbook(path("so.xlsx"))).sheets;
    expect([form && cellAt(form, 1, 1)?.value, totals && cellAt(totals, 1, 1)?.value]).toEqual([11, 22]);
  });
});

describe("the add-on's functions", () => {
  it("are offered as the menu has them", async () => {
    const { book } = await openNew();
    expect(book.view(OWNER).menu).toEqual([{ caption: "Ghi", functionName: "write" }]);
  });

  it("run as the user, say what they say, and are on the disk when they have ended", async () => {
    const { book, heard } = await openNew();
    const answer = await book.run(OWNER, "write", []);
    expect(answer.messages).toEqual(["Sổ\nĐã ghi."]);
    expect(heard).toEqual([{ kind: "reload", revision: 2 }]);
    const [, totals] = (await loadWorkbook(book.path())).sheets;
    expect(totals && cellAt(totals, 2, 2)?.value).toBe("đã ghi");
  });

  it("that only read change nothing and wake nobody", async () => {
    const { book, heard } = await openNew();
    expect((await book.run(STATION, "look", [])).result).toEqual({ now: [[3]] });
    expect(heard).toEqual([]);
  });

  it("hand over nothing when a Date is in it, as google.script.run does", async () => {
    const { book } = await openNew();
    expect((await book.run(OWNER, "date", [])).result).toBeNull();
  });

  it("hand their errors to the one who called", async () => {
    const { book } = await openNew();
    expect((await book.run(OWNER, "stumble", [])).error).toBe("không được");
    expect((await book.run(OWNER, "private_", [])).error).toContain("Script function not found");
  });
});
