/** What windows do to an open workbook besides typing, undoing it, and who may write over what. */
import { readFile } from "node:fs/promises";
import { cellAt, isErrorValue, loadWorkbook, type WorkbookModel } from "gas-offline";
import { describe, expect, it } from "vitest";
import type { BaseRevision, PageAction } from "../../src/protocol.ts";
import type { PageBook } from "../../src/server/book.ts";
import { journalPath } from "../../src/server/journal.ts";
import { FORM, OWNER, STATION, TOTALS } from "./files.ts";
import { booksOfTest } from "./opened.ts";

const { openNew, openAfterDeath, onFullDisk } = booksOfTest(`
  function onOpen() {}
  function write() { SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Biểu").getRange("A1").setValues([[8]]); }
`);

const figure = (value: string | number | null) => ({ sheet: FORM, row: 1, column: 1, value });
const total = { sheet: TOTALS, row: 1, column: 1 };
/** The tab of totals is the coordinator's. */
const closedTotals = (book: WorkbookModel): WorkbookModel => {
  const common = { description: "", unprotected: [], domainEdit: false, warningOnly: false };
  book.sheets[1]?.protections.push({ id: 5, kind: "sheet", editors: [OWNER], ...common });
  return book;
};
const namesOf = (book: PageBook): readonly string[] => book.view(OWNER).sheets.map(({ name }) => name);
const cellsOf = (book: PageBook, id: number) => book.view(OWNER).sheets.find((sheet) => sheet.id === id)?.cells ?? [];
const shown = (book: PageBook, id: number, row: number, column: number) =>
  cellsOf(book, id).find(([line, place]) => line === row && place === column)?.[2];
const baseOf = (book: PageBook, window: string): BaseRevision => {
  const view = book.view(OWNER);
  const shapes = Object.fromEntries(view.sheets.map(({ id, shape }) => [String(id), shape]));
  return { window, revision: view.revision, shapes };
};

describe("undoing", () => {
  it("gives a cell back the formula that was typed over, on the disk, too", async () => {
    const { book } = await openNew();
    await book.edit(OWNER, [{ ...total, value: "99" }]);
    expect(await book.undoOrRedo("undo", OWNER)).toEqual({});
    await book.edit(OWNER, [figure(5)]);
    expect(shown(book, TOTALS, 1, 1)).toBe(10);
    const again = await openAfterDeath(book);
    expect(shown(again.book, TOTALS, 1, 1)).toBe(10);
  });

  it("goes one step at a time, and does again what was undone", async () => {
    const { book } = await openNew();
    for (const value of ["4", "5", "6"]) await book.edit(OWNER, [figure(value)]);
    await book.undoOrRedo("undo", OWNER);
    await book.undoOrRedo("undo", OWNER);
    expect(shown(book, FORM, 1, 1)).toBe(4);
    await book.undoOrRedo("redo", OWNER);
    expect([shown(book, FORM, 1, 1), shown(book, TOTALS, 1, 1)]).toEqual([5, 10]);
    await book.edit(OWNER, [figure(7)]);
    expect(await book.undoOrRedo("redo", OWNER)).toEqual({});
    expect(shown(book, FORM, 1, 1)).toBe(7);
  });

  it("takes no step for what was refused", async () => {
    const { book } = await openNew();
    await book.edit(OWNER, [figure(4)]);
    await book.edit(OWNER, [figure("bốn")]);
    await book.undoOrRedo("undo", OWNER);
    expect(shown(book, FORM, 1, 1)).toBe(3);
  });

  it("is each window's own", async () => {
    const { book } = await openNew();
    await book.edit(OWNER, [figure(4)], { ...baseOf(book, "một") });
    await book.edit(OWNER, [{ ...figure(5), column: 2 }], { ...baseOf(book, "hai") });
    await book.undoOrRedo("undo", OWNER, "một");
    expect([shown(book, FORM, 1, 1), shown(book, FORM, 1, 2)]).toEqual([3, 5]);
  });

  it("never goes over what another has written since, and then goes further back", async () => {
    const { book } = await openNew();
    await book.edit(OWNER, [{ ...figure(1), row: 3 }], baseOf(book, "một"));
    await book.edit(OWNER, [figure(4)], baseOf(book, "một"));
    await book.edit(STATION, [figure(5)], baseOf(book, "hai"));
    const { refusal } = await book.undoOrRedo("undo", OWNER, "một");
    expect(refusal?.message).toBe("Không hoàn tác được: ô A1 của tab “Biểu” đã được sửa tiếp sau đó.");
    expect(shown(book, FORM, 1, 1)).toBe(5);
    await book.undoOrRedo("undo", OWNER, "một");
    expect(shown(book, FORM, 3, 1)).toBeUndefined();
  });

  it("brings deleted rows back with what was in them and what referred to them, on the disk, too", async () => {
    const { book, heard } = await openNew();
    expect(await book.act(OWNER, { sheet: FORM, kind: "deleteRows", at: 1, count: 1 })).toEqual({});
    expect(shown(book, TOTALS, 1, 1)).toBe("#REF!");
    await book.undoOrRedo("undo", OWNER);
    expect([shown(book, FORM, 1, 1), shown(book, TOTALS, 1, 1)]).toEqual([3, 6]);
    expect(heard.map(({ kind }) => kind)).toEqual(["reload", "reload"]);
    expect(book.view(OWNER).sheets[0]?.rules).toHaveLength(1);
    const again = await openAfterDeath(book);
    expect(shown(again.book, TOTALS, 1, 1)).toBe(6);
    await book.undoOrRedo("redo", OWNER);
    expect(shown(book, TOTALS, 1, 1)).toBe("#REF!");
  });

  it("does not bring rows back over what was typed since", async () => {
    const { book } = await openNew();
    await book.act(OWNER, { sheet: FORM, kind: "deleteRows", at: 5, count: 1 }, baseOf(book, "một"));
    await book.edit(STATION, [figure(9)], baseOf(book, "hai"));
    const { refusal } = await book.undoOrRedo("undo", OWNER, "một");
    expect(refusal?.message).toBe("Không hoàn tác được: sổ đã được sửa tiếp sau đó.");
    expect(shown(book, FORM, 1, 1)).toBe(9);
  });

  it("remembers the last eight changes of rows and tabs of all windows together", async () => {
    const { book } = await openNew();
    const insert = { sheet: FORM, kind: "insertRows", at: 10, count: 1 } as const;
    for (const window of ["một", "hai"]) {
      for (let count = 0; count < 6; count++) await book.act(OWNER, insert, baseOf(book, window));
    }
    for (let count = 0; count < 9; count++) await book.undoOrRedo("undo", OWNER, "hai");
    for (let count = 0; count < 9; count++) await book.undoOrRedo("undo", OWNER, "một");
    expect(book.view(OWNER).sheets[0]?.rows).toBe(20 + 12 - 8);
  });

  it("undoes typing once the rows that were inserted after it are undone", async () => {
    const { book } = await openNew();
    await book.edit(OWNER, [figure(4)]);
    await book.act(OWNER, { sheet: FORM, kind: "insertRows", at: 1, count: 2 });
    expect(shown(book, FORM, 3, 1)).toBe(4);
    await book.undoOrRedo("undo", OWNER);
    await book.undoOrRedo("undo", OWNER);
    expect([shown(book, FORM, 1, 1), shown(book, TOTALS, 1, 1)]).toEqual([3, 6]);
  });
});

describe("an action", () => {
  it.each<readonly [string, PageAction, (book: PageBook) => unknown, unknown]>([
    [
      "rows inserted",
      { sheet: FORM, kind: "insertRows", at: 1, count: 2 },
      (book) => [shown(book, FORM, 3, 1), shown(book, TOTALS, 1, 1)],
      [3, 6],
    ],
    ["a tab renamed", { sheet: FORM, kind: "renameSheet", name: "Mới" }, namesOf, ["Mới", "Tổng"]],
    ["a tab added", { sheet: FORM, kind: "addSheet", name: "Thêm" }, namesOf, ["Biểu", "Thêm", "Tổng"]],
    ["a tab copied", { sheet: FORM, kind: "duplicateSheet" }, namesOf, ["Biểu", "Bản sao của Biểu", "Tổng"]],
    ["a tab moved", { sheet: FORM, kind: "moveSheet", position: 2 }, namesOf, ["Tổng", "Biểu"]],
    ["a tab deleted", { sheet: TOTALS, kind: "deleteSheet" }, namesOf, ["Biểu"]],
    [
      "a tab hidden",
      { sheet: TOTALS, kind: "hideSheet" },
      (book) => book.view(OWNER).sheets.map(({ hidden }) => hidden),
      [false, true],
    ],
    [
      "a column made wider",
      { sheet: FORM, kind: "resizeColumns", at: 2, count: 1, pixels: 222 },
      (book) => book.view(OWNER).sheets[0]?.columnWidths,
      [[2, 222]],
    ],
    [
      "a row frozen",
      { sheet: FORM, kind: "freeze", rows: 1, columns: 0 },
      (book) => book.view(OWNER).sheets[0]?.frozenRows,
      1,
    ],
    [
      "a look",
      { sheet: TOTALS, kind: "setFormat", area: { row: 1, column: 1, rows: 1, columns: 1 }, format: { bold: true } },
      (book) => book.view(OWNER).formats.filter(({ bold }) => bold).length,
      1,
    ],
  ])(
    "%s: in the journal before it is acknowledged, done again after a death, undone and redone",
    async (_, action, look, expected) => {
      const { book } = await openNew();
      const before = look(book);
      expect(await book.act(OWNER, action)).toEqual({});
      expect(look(book)).toEqual(expected);
      expect(await readFile(journalPath(book.path()), "utf8")).toContain(`"kind":"${action.kind}"`);
      const again = await openAfterDeath(book);
      expect(look(again.book)).toEqual(expected);
      await book.undoOrRedo("undo", OWNER);
      expect(look(book)).toEqual(before);
      await book.undoOrRedo("redo", OWNER);
      expect(look(book)).toEqual(expected);
    },
  );

  it("that protections forbid is refused in Google's words and in ours, and nothing is told", async () => {
    const { book, heard } = await openNew();
    const { refusal } = await book.act(STATION, { sheet: FORM, kind: "insertRows", at: 1, count: 1 });
    expect(refusal?.message).toBe(
      `Hàng, cột hoặc ô của tab “Biểu” được khóa với ${STATION}. Cần sửa thì nhờ người tổng hợp.`,
    );
    expect(refusal?.original).toMatch(/^You are trying to edit a protected cell or object/);
    expect(heard).toEqual([]);
  });

  it("that Google would not do is refused in words", async () => {
    const { book } = await openNew();
    const { refusal } = await book.act(OWNER, { sheet: FORM, kind: "renameSheet", name: "tổng" });
    expect(refusal?.message).toBe("Đã có tab mang tên này. Hãy đặt tên khác.");
  });

  it("takes a look off again, cell by cell, without reading the workbook again", async () => {
    const { book, heard } = await openNew();
    const area = { row: 1, column: 1, rows: 1, columns: 1 };
    await book.act(OWNER, { sheet: FORM, kind: "setFormat", area, format: { background: null } });
    expect(heard).toMatchObject([
      { kind: "change", sheets: [{ cells: [{ value: 3, format: { numberFormat: "0" } }] }] },
    ]);
  });

  it("is taken back when the disk does not take it", async () => {
    const { book } = await openNew();
    await onFullDisk(async () => {
      const { refusal } = await book.act(OWNER, { sheet: FORM, kind: "deleteRows", at: 1, count: 1 });
      expect(refusal?.message).toContain("ổ đĩa đã đầy");
    });
    expect([shown(book, FORM, 1, 1), shown(book, TOTALS, 1, 1)]).toEqual([3, 6]);
    expect(await book.undoOrRedo("undo", OWNER)).toEqual({});
    expect(shown(book, FORM, 1, 1)).toBe(3);
  });
});

describe("two windows", () => {
  it("in one cell at once: the second is told what it has not base, and the first's value stays", async () => {
    const { book, heard } = await openNew();
    const [one, two] = [baseOf(book, "một"), baseOf(book, "hai")];
    expect(await book.edit(OWNER, [figure(4)], one)).toEqual({ refusals: [] });
    const { refusals } = await book.edit(STATION, [figure(5)], two);
    expect(refusals[0]?.message).toContain("Ô A1 của tab “Biểu” vừa được sửa ở cửa sổ khác, nên “5” chưa được ghi.");
    expect(shown(book, FORM, 1, 1)).toBe(4);
    expect(heard.at(-1)).toMatchObject({ sheets: [{ cells: [{ value: 4 }] }] });
    expect(await book.edit(STATION, [figure(5)], baseOf(book, "hai"))).toEqual({ refusals: [] });
  });

  it("one that types on before it has heard of its own edit is not in its own way", async () => {
    const { book } = await openNew();
    const base = baseOf(book, "một");
    await book.edit(OWNER, [figure(4)], base);
    expect(await book.edit(OWNER, [figure(5)], base)).toEqual({ refusals: [] });
  });

  it("what is typed into rows that have moved meanwhile is refused, in that tab only", async () => {
    const { book } = await openNew();
    const base = baseOf(book, "hai");
    await book.act(OWNER, { sheet: FORM, kind: "insertRows", at: 1, count: 1 }, baseOf(book, "một"));
    const typed = [figure(9), { sheet: TOTALS, row: 5, column: 1, value: 9 }];
    const { refusals } = await book.edit(OWNER, typed, base);
    expect(refusals.map(({ message }) => message)).toEqual([
      "Hàng, cột của tab “Biểu” vừa đổi chỗ, nên “9” chưa được ghi. Hãy xem lại rồi gõ vào đúng ô.",
    ]);
    expect(shown(book, TOTALS, 5, 1)).toBe(9);
    const { refusal } = await book.act(OWNER, { sheet: FORM, kind: "deleteRows", at: 1, count: 1 }, base);
    expect(refusal?.message).toContain("vừa đổi chỗ ở cửa sổ khác");
  });

  it("one that has slept writes over nothing that a script has written since", async () => {
    const { book } = await openNew();
    const base = baseOf(book, "ngủ");
    await book.run(OWNER, "write", []);
    const { refusals } = await book.edit(OWNER, [figure(9)], base);
    expect(refusals).toHaveLength(1);
    expect(shown(book, FORM, 1, 1)).toBe(8);
    const [form] = (await loadWorkbook(book.path())).sheets;
    const value = form && cellAt(form, 1, 1)?.value;
    expect(isErrorValue(value) ? value.error : value).toBe(8);
  });
});

describe("cells cut and pasted", () => {
  const cell = { row: 1, column: 1, rows: 1, columns: 1 };
  const cut = { sheet: FORM, kind: "cutPaste", area: cell, to: { sheet: TOTALS, row: 4, column: 3 } } as const;

  it("go with what refers to them, leave nothing behind, and are one step, on the disk, too", async () => {
    const { book, heard } = await openNew();
    expect(await book.act(OWNER, cut, baseOf(book, "một"))).toEqual({});
    const moved = (at: PageBook) => [shown(at, FORM, 1, 1), shown(at, TOTALS, 4, 3), shown(at, TOTALS, 1, 1)];
    expect(moved(book)).toEqual([undefined, 3, 6]);
    expect(heard.map(({ kind }) => kind)).toEqual(["reload"]);
    await book.edit(OWNER, [{ sheet: TOTALS, row: 4, column: 3, value: "20" }], baseOf(book, "một"));
    expect(shown(book, TOTALS, 1, 1)).toBe(40);
    const again = await openAfterDeath(book);
    expect(moved(again.book)).toEqual([undefined, 20, 40]);
    await book.undoOrRedo("undo", OWNER, "một");
    await book.undoOrRedo("undo", OWNER, "một");
    expect(moved(book)).toEqual([3, undefined, 6]);
    await book.undoOrRedo("redo", OWNER, "một");
    expect(moved(book)).toEqual([undefined, 3, 6]);
  });

  it.each<readonly [string, PageAction, string]>([
    ["from where someone may not type", { ...cut, area: { ...cell, row: 2 } }, "Biểu"],
    ["to where someone may not type", { ...cut, to: { sheet: FORM, row: 5, column: 1 } }, "Biểu"],
    ["out of a tab that is closed to them", { ...cut, sheet: TOTALS, to: { sheet: FORM, row: 1, column: 1 } }, "Tổng"],
    ["into a tab that is closed to them", cut, "Tổng"],
  ])("%s are refused with the name of that tab, and stay", async (_, action, tab) => {
    const { book, heard } = await openNew(closedTotals);
    const { refusal } = await book.act(STATION, action, baseOf(book, "một"));
    expect(refusal?.message).toBe(
      `Hàng, cột hoặc ô của tab “${tab}” được khóa với ${STATION}. Cần sửa thì nhờ người tổng hợp.`,
    );
    expect([shown(book, FORM, 1, 1), shown(book, TOTALS, 1, 1)]).toEqual([3, 6]);
    expect(heard).toEqual([]);
  });

  it("go nowhere when the disk does not take it", async () => {
    const { book } = await openNew();
    await onFullDisk(async () => {
      const { refusal } = await book.act(OWNER, cut, baseOf(book, "một"));
      expect(refusal?.message).toContain("ổ đĩa đã đầy");
    });
    expect([shown(book, FORM, 1, 1), shown(book, TOTALS, 4, 3), shown(book, TOTALS, 1, 1)]).toEqual([3, undefined, 6]);
  });

  it("of a tab whose rows have moved meanwhile, at either end, are not moved", async () => {
    const { book } = await openNew();
    const base = baseOf(book, "hai");
    await book.act(OWNER, { sheet: TOTALS, kind: "insertRows", at: 1, count: 1 }, baseOf(book, "một"));
    const { refusal } = await book.act(OWNER, cut, base);
    expect(refusal?.message).toContain("Hàng, cột của tab “Tổng” vừa đổi chỗ ở cửa sổ khác");
    expect(shown(book, FORM, 1, 1)).toBe(3);
  });
});

describe("what another window has written and this one has not seen", () => {
  const cell = { row: 1, column: 1, rows: 1, columns: 1 };
  it.each<readonly [string, PageAction]>([
    ["emptied", { sheet: FORM, kind: "clearContent", area: { ...cell, rows: 3 } }],
    ["cleared of all", { sheet: FORM, kind: "clearAll", area: cell }],
    ["merged away", { sheet: FORM, kind: "merge", area: { ...cell, rows: 2 } }],
    ["deleted with its row", { sheet: FORM, kind: "deleteRows", at: 1, count: 1 }],
    ["deleted with its column", { sheet: FORM, kind: "deleteColumns", at: 1, count: 1 }],
    ["deleted with its tab", { sheet: FORM, kind: "deleteSheet" }],
    ["cut", { sheet: FORM, kind: "cutPaste", area: cell, to: { sheet: TOTALS, row: 4, column: 3 } }],
    [
      "pasted over",
      { sheet: FORM, kind: "cutPaste", area: { ...cell, row: 2 }, to: { sheet: FORM, row: 1, column: 1 } },
    ],
  ])("is not %s", async (_, action) => {
    const { book } = await openNew();
    const base = baseOf(book, "hai");
    await book.edit(STATION, [figure(7)], baseOf(book, "một"));
    const { refusal } = await book.act(OWNER, action, base);
    expect(refusal?.message).toBe(
      "Ô A1 của tab “Biểu” vừa được sửa ở cửa sổ khác, nên chưa làm. Hãy xem lại rồi làm lại.",
    );
    expect(shown(book, FORM, 1, 1)).toBe(7);
    expect(await book.act(OWNER, action, baseOf(book, "hai"))).toEqual({});
  });
});
