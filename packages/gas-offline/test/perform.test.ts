import { describe, expect, it } from "vitest";
import type { Action } from "../src/edit/action.ts";
import { type CellModel, ensureCell, newSheet, type SheetModel } from "../src/model.ts";
import { area, type Typed } from "./formula/sheets.ts";
import { messageOf, OWNER, openScript, UNIT } from "./services/scripts.ts";

const REFUSAL =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/** Opens two sheets, of 12 rows and 8 columns, the first with this grid. */
function opened(grid: readonly (readonly Typed[])[] = []) {
  const open = openScript("");
  const one = newSheet(11, "Một", 12, 8);
  const two = newSheet(12, "Hai", 12, 8);
  open.workbook.sheets.splice(0, 1, one, two);
  grid.forEach((line, row) => {
    line.forEach((content, column) => {
      if (content !== null) open.act({ kind: "type", sheet: 11, row: row + 1, column: column + 1, value: content });
    });
  });
  const cell = (a1: string, sheet: SheetModel = one): CellModel => {
    const { row, column } = area(a1);
    return sheet.cells[row]?.[column] ?? {};
  };
  const values = (a1: string, sheet: SheetModel = one) => {
    const { row, column, rows, columns } = area(a1);
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (_, right) => sheet.cells[row + down]?.[column + right]?.value ?? null),
    );
  };
  return { ...open, one, two, cell, values };
}

/** Protects the first sheet against all but the owner, with holes. */
function protect(sheet: SheetModel, ...holes: readonly string[]): void {
  sheet.protections.push({
    id: 90,
    kind: "sheet",
    description: "",
    editors: [OWNER],
    domainEdit: false,
    warningOnly: false,
    unprotected: holes.map(area),
  });
}

const at = (a1: string): { row: number; column: number } => {
  const { row, column } = area(a1);
  return { row, column };
};

describe("typing", () => {
  it("is read as typed, and formulas follow", () => {
    const { act, values } = opened([["1,5", "=A1*2"]]);
    expect(values("A1:B1")).toEqual([[1.5, 3]]);
    const report = act({ kind: "type", sheet: 11, ...at("A1"), value: "4" });
    expect(report.cells).toEqual([{ sheetId: 11, row: 1, column: 2 }]);
    expect(values("A1:B1")).toEqual([[4, 8]]);
  });

  it("leaves a formula text in a plain-text cell, and is refused by a strict validation with its help", () => {
    const { act, one, cell } = opened();
    ensureCell(one, 1, 1).format = { numberFormat: "@" };
    act({ kind: "type", sheet: 11, ...at("A1"), value: "=1+1" });
    expect(cell("A1")).toEqual({ value: "=1+1", format: { numberFormat: "@" } });
    ensureCell(one, 2, 1).validation = { kind: "number", strict: true, least: 0, help: "Gõ số từ 0." };
    expect(messageOf(() => act({ kind: "type", sheet: 11, ...at("A2"), value: "-1" }))).toBe(
      "The data you entered in cell A2 violates the data validation rules set on this cell. Gõ số từ 0.",
    );
    expect(messageOf(() => act({ kind: "type", sheet: 11, ...at("A13"), value: 1 }))).toContain(
      "outside the dimensions",
    );
  });
});

describe("pasting from outside", () => {
  it("is read as typed and passes validations by, which stay", () => {
    const { act, one, cell, values } = opened();
    ensureCell(one, 2, 1).validation = { kind: "number", strict: true, least: 0 };
    act({ kind: "pasteText", sheet: 11, ...at("A2"), texts: [["-1", "1/2"], ["chữ"]] });
    expect(values("A2:B3")).toEqual([
      [-1, expect.any(Number)],
      ["chữ", null],
    ]);
    expect(cell("A2").validation).toEqual({ kind: "number", strict: true, least: 0 });
  });

  it("leaves alone what formulas fill where the sheet grows", () => {
    const { act, cell, values } = opened([[null], [1, 2]]);
    act({ kind: "type", sheet: 11, ...at("D1"), value: "=$A$2:$B$2" });
    act({ kind: "pasteText", sheet: 11, ...at("A13"), texts: [["cuối"]] });
    expect(values("D1:E1")).toEqual([[1, 2]]);
    act({ kind: "type", sheet: 11, ...at("B2"), value: 5 });
    expect([values("D1:E1"), cell("E1").spilledFrom]).toEqual([[[1, 5]], [1, 4]]);
  });

  it("makes the sheet grow where it reaches beyond, if the user may", () => {
    const { act, one, context } = opened();
    act({ kind: "pasteText", sheet: 11, ...at("H12"), texts: [["a", "b"], ["c"]] });
    expect([one.rows, one.columns]).toEqual([13, 9]);
    protect(one, "A13:I13");
    context.user = UNIT;
    expect(messageOf(() => act({ kind: "pasteText", sheet: 11, ...at("A13"), texts: [["a"], ["b"]] }))).toBe(REFUSAL);
    expect(one.rows).toBe(13);
  });
});

describe("copying and pasting within the workbook", () => {
  it("replaces everything by the source's, formulas shifted, on another sheet too", () => {
    const { act, one, two, cell, values } = opened([[2, "=A1*10"]]);
    ensureCell(one, 1, 1).format = { bold: true };
    ensureCell(one, 1, 1).note = "lời";
    ensureCell(one, 1, 2).validation = { kind: "formula", strict: true, formula: "=B1>A1" };
    one.merges.push(area("C1:D1"));
    one.conditionalFormats.push({ areas: [area("A1:A9")], formula: "=A1>1", bold: true });
    ensureCell(two, 3, 2).validation = { kind: "checkbox", strict: true };
    act({ kind: "copyPaste", sheet: 11, area: area("A1:D1"), to: { sheet: 12, ...at("B3") } });
    expect(values("B3:C3", two)).toEqual([[2, 20]]);
    expect(cell("B3", two)).toEqual({ value: 2, format: { bold: true }, note: "lời" });
    expect(cell("C3", two)).toMatchObject({ formula: "=B3*10", validation: { formula: "=C3>B3" } });
    expect(two.merges).toEqual([area("D3:E3")]);
    expect(two.conditionalFormats).toEqual([{ areas: [area("B3")], formula: "=B3>1", bold: true }]);
    expect(values("A1:B1")).toEqual([[2, 20]]);
  });

  it("brings values alone when told so, and widens a conditional format on its own sheet", () => {
    const { act, one, cell } = opened([[2, "=A1*10"]]);
    act({ kind: "copyPaste", sheet: 11, area: area("B1"), to: { sheet: 11, ...at("C5") }, what: "values" });
    expect(cell("C5")).toEqual({ value: 20 });
    one.conditionalFormats.push({ areas: [area("A1:A2")], formula: "=A1>$B1", bold: true });
    act({ kind: "copyPaste", sheet: 11, area: area("A1"), to: { sheet: 11, ...at("A6") } });
    expect(one.conditionalFormats).toEqual([{ areas: [area("A1:A2"), area("A6")], formula: "=A1>$B1", bold: true }]);
  });

  it("copies what a formula fills as values, unless the formula comes along", () => {
    const { act, values, cell } = opened([[1, 2], [null], ["=$A$1:$B$1"]]);
    act({ kind: "copyPaste", sheet: 11, area: area("B3"), to: { sheet: 11, ...at("D3") } });
    act({ kind: "copyPaste", sheet: 11, area: area("A3:B3"), to: { sheet: 11, ...at("A6") } });
    expect(cell("D3")).toEqual({ value: 2 });
    expect(cell("A6").formula).toBe("=$A$1:$B$1");
    expect(values("A6:B6")).toEqual([[1, 2]]);
    expect(cell("B6").spilledFrom).toEqual([6, 1]);
  });
});

describe("cutting and pasting", () => {
  it("leaves a blank place, and references follow; the moved formula means what it meant", () => {
    const { act, one, cell, values } = opened([
      [2, "=A1*10", "=SUM(A1:A2)"],
      [3, "=A2*10"],
    ]);
    ensureCell(one, 1, 1).format = { bold: true };
    act({ kind: "cutPaste", sheet: 11, area: area("A1:B1"), to: { sheet: 11, ...at("D5") } });
    expect(cell("A1")).toEqual({});
    expect(cell("D5")).toEqual({ value: 2, format: { bold: true } });
    expect(cell("E5")).toMatchObject({ formula: "=D5*10", value: 20 });
    act({ kind: "cutPaste", sheet: 11, area: area("A1:A2"), to: { sheet: 11, ...at("G1") } });
    expect(cell("C1").formula).toBe("=SUM(G1:G2)");
    expect(cell("B2")).toMatchObject({ formula: "=G2*10", value: 30 });
    expect(values("G1:G2")).toEqual([[null], [3]]);
  });

  it("goes to another sheet: references are given the sheet's name", () => {
    const { act, two, cell } = opened([[2, "=A1*10", "=B1+1"]]);
    act({ kind: "cutPaste", sheet: 11, area: area("B1"), to: { sheet: 12, ...at("A1") } });
    expect(cell("A1", two)).toMatchObject({ formula: "='Một'!A1*10", value: 20 });
    expect(cell("C1")).toMatchObject({ formula: "='Hai'!A1+1", value: 21 });
  });

  it("may overlap its own place", () => {
    const { act, values } = opened([[1], [2], [3]]);
    act({ kind: "cutPaste", sheet: 11, area: area("A1:A3"), to: { sheet: 11, ...at("A2") } });
    expect(values("A1:A4")).toEqual([[null], [1], [2], [3]]);
  });
});

describe("clearing", () => {
  function dressed() {
    const book = opened([[5, "=A1"]]);
    Object.assign(ensureCell(book.one, 1, 1), {
      format: { bold: true },
      note: "lời",
      validation: { kind: "number", strict: true, least: 0 },
    });
    book.one.conditionalFormats.push({ areas: [area("A1:B1")], formula: "=A1>1", bold: true });
    return book;
  }

  it("takes content alone, or validations alone, or both and the looks", () => {
    const { act, cell, one } = dressed();
    act({ kind: "clearValidation", sheet: 11, area: area("A1:B1") });
    expect(cell("A1")).toEqual({ value: 5, format: { bold: true }, note: "lời" });
    act({ kind: "clearContent", sheet: 11, area: area("A1") });
    expect(cell("A1")).toEqual({ format: { bold: true }, note: "lời" });
    act({ kind: "type", sheet: 11, ...at("A1"), value: 7 });
    act({ kind: "clearAll", sheet: 11, area: area("A1") });
    expect(cell("A1")).toEqual({ note: "lời" });
    expect(one.conditionalFormats).toEqual([{ areas: [area("B1")], formula: "=B1>1", bold: true }]);
  });
});

describe("sorting", () => {
  it("moves values and looks of whole rows; blanks are last either way", () => {
    const { act, one, values, cell } = opened([
      ["tên", 3, "=B1*2"],
      ["Ấp", null],
      ["an", 1, "=B3*2"],
      ["Bình", 2, "=B4*2"],
    ]);
    ensureCell(one, 1, 1).format = { bold: true };
    ensureCell(one, 1, 2).validation = { kind: "number", strict: true, least: 0 };
    act({ kind: "sortRange", sheet: 11, area: area("A1:C4"), column: 2, ascending: true });
    expect(values("A1:C4")).toEqual([
      ["an", 1, 2],
      ["Bình", 2, 4],
      ["tên", 3, 6],
      ["Ấp", null, null],
    ]);
    expect([cell("A1").format, cell("A3").format, cell("C3").formula]).toEqual([undefined, { bold: true }, "=B3*2"]);
    expect([cell("B1").validation?.kind, cell("B3").validation]).toEqual(["number", undefined]);
    act({ kind: "sortRange", sheet: 11, area: area("A1:C4"), column: 2, ascending: false });
    expect(values("B1:B4")).toEqual([[3], [2], [1], [null]]);
    act({ kind: "sortRange", sheet: 11, area: area("A1:C4"), column: 1, ascending: true });
    expect(values("A1:A4")).toEqual([["an"], ["Ấp"], ["Bình"], ["tên"]]);
  });

  it("is refused over merged cells and by a column outside", () => {
    const { act, one } = opened([[2], [1]]);
    one.merges.push(area("B2:C2"));
    const sort = { kind: "sortRange", sheet: 11, ascending: true } as const;
    expect(messageOf(() => act({ ...sort, area: area("A1:C2"), column: 1 }))).toContain("merged cells");
    expect(messageOf(() => act({ ...sort, area: area("A1:A2"), column: 2 }))).toContain("must be in the range");
    act({ ...sort, area: area("A1:A2"), column: 1 });
  });
});

describe("the structure", () => {
  it("of rows and columns changes anywhere", () => {
    const { act, one, values } = opened([
      [1, "=A1+1"],
      [2, "=A2+1"],
    ]);
    act({ kind: "insertRows", sheet: 11, at: 2, count: 1 });
    act({ kind: "insertColumns", sheet: 11, at: 1, count: 1 });
    expect(values("B1:C3")).toEqual([
      [1, 2],
      [null, null],
      [2, 3],
    ]);
    act({ kind: "moveRows", sheet: 11, at: 3, count: 1, before: 1 });
    act({ kind: "moveColumns", sheet: 11, at: 3, count: 1, before: 1 });
    act({ kind: "deleteRows", sheet: 11, at: 3, count: 1 });
    act({ kind: "deleteColumns", sheet: 11, at: 2, count: 1 });
    expect(values("A1:B2")).toEqual([
      [3, 2],
      [2, 1],
    ]);
    act({ kind: "hideRows", sheet: 11, at: 1, count: 2 });
    act({ kind: "showRows", sheet: 11, at: 1, count: 1 });
    expect([...one.hiddenRows]).toEqual([2]);
    expect(messageOf(() => act({ kind: "deleteRows", sheet: 11, at: 1, count: 12 }))).toContain("delete all the rows");
    expect(messageOf(() => act({ kind: "hideRows", sheet: 11, at: 12, count: 2 }))).toContain("out of bounds");
  });

  it("of sheets changes: name, place, colour, copy, hidden, gone", () => {
    const { act, workbook, one, cell } = opened([[1, "=Hai!A1"]]);
    act({ kind: "renameSheet", sheet: 12, name: "Số" });
    expect(cell("B1").formula).toBe("='Số'!A1");
    act({ kind: "duplicateSheet", sheet: 11 });
    act({ kind: "moveSheet", sheet: 12, position: 1 });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Số", "Một", "Bản sao của Một"]);
    act({ kind: "colourSheet", sheet: 11, colour: "#ff0000" });
    expect(one.tabColor).toBe("#ff0000");
    act({ kind: "hideSheet", sheet: 11 });
    act({ kind: "deleteSheet", sheet: 12 });
    expect(cell("B1")).toMatchObject({ formula: "=#REF!", value: { error: "#REF!" } });
    const [, copy] = workbook.sheets;
    expect(messageOf(() => act({ kind: "hideSheet", sheet: copy?.id ?? 0 }))).toContain("can't hide all the sheets");
    act({ kind: "showSheet", sheet: 11 });
    expect(one.hidden).toBe(false);
    expect(messageOf(() => act({ kind: "renameSheet", sheet: 11, name: "bản sao của một" }))).toContain(
      "already exists",
    );
  });

  it("of cells changes: merged, taken apart, painted", () => {
    const { act, one, cell, values } = opened([["a", "b"]]);
    act({ kind: "merge", sheet: 11, area: area("A1:B1") });
    expect([one.merges, values("A1:B1")]).toEqual([[area("A1:B1")], [["a", null]]]);
    act({ kind: "unmerge", sheet: 11, area: area("A1:C2") });
    act({ kind: "setFormat", sheet: 11, area: area("A1:A2"), format: { background: "#fff2cc", numberFormat: "0" } });
    expect([one.merges, cell("A2").format]).toEqual([[], { background: "#fff2cc", numberFormat: "0" }]);
  });
});

describe("where the sheet is protected from the user", () => {
  const actions: readonly Action[] = [
    { kind: "type", sheet: 11, ...at("A1"), value: 1 },
    { kind: "pasteText", sheet: 11, ...at("B2"), texts: [["1", "2", "3"]] },
    { kind: "copyPaste", sheet: 12, area: area("A1:C1"), to: { sheet: 11, ...at("B2") } },
    { kind: "cutPaste", sheet: 11, area: area("A1"), to: { sheet: 11, ...at("B2") } },
    { kind: "cutPaste", sheet: 11, area: area("B2"), to: { sheet: 11, ...at("A1") } },
    { kind: "clearContent", sheet: 11, area: area("A2:B2") },
    { kind: "clearAll", sheet: 11, area: area("A2:B2") },
    { kind: "clearValidation", sheet: 11, area: area("A2:B2") },
    { kind: "insertRows", sheet: 11, at: 3, count: 1 },
    { kind: "insertColumns", sheet: 11, at: 3, count: 1 },
    { kind: "deleteRows", sheet: 11, at: 2, count: 1 },
    { kind: "deleteColumns", sheet: 11, at: 2, count: 1 },
    { kind: "moveRows", sheet: 11, at: 2, count: 1, before: 4 },
    { kind: "sortRange", sheet: 11, area: area("A2:C3"), column: 1, ascending: true },
    { kind: "renameSheet", sheet: 11, name: "Tên" },
    { kind: "deleteSheet", sheet: 11 },
    { kind: "moveSheet", sheet: 11, position: 2 },
    { kind: "hideSheet", sheet: 11 },
    { kind: "showSheet", sheet: 11 },
    { kind: "colourSheet", sheet: 11, colour: "#000000" },
    { kind: "merge", sheet: 11, area: area("A2:B2") },
    { kind: "unmerge", sheet: 11, area: area("A2:B2") },
    { kind: "setFormat", sheet: 11, area: area("A2:B2"), format: { bold: true } },
    { kind: "hideRows", sheet: 11, at: 2, count: 1 },
    { kind: "showRows", sheet: 11, at: 2, count: 1 },
  ];

  it.each(actions.map((action) => [action.kind, action] as const))("%s is refused and changes nothing", (_, action) => {
    const { act, workbook, one, context } = opened([
      ["tên", "tổng"],
      ["A", 5, 1],
    ]);
    protect(one, "B2:C3");
    context.user = UNIT;
    const before = structuredClone(workbook);
    expect(messageOf(() => act(action))).toBe(REFUSAL);
    expect(workbook).toEqual(before);
  });

  it("its holes are open, also across the line where two of them meet", () => {
    const { act, one, values, context } = opened();
    protect(one, "B2:C3", "D2:D3");
    context.user = UNIT;
    act({ kind: "pasteText", sheet: 11, ...at("B2"), texts: [["1", "2", "3"]] });
    act({ kind: "clearContent", sheet: 11, area: area("B2") });
    expect(values("B2:D2")).toEqual([[null, 2, 3]]);
  });

  it("a copy may be taken of what one may not change", () => {
    const { act, one, two, values, context } = opened([[7]]);
    protect(one);
    context.user = UNIT;
    act({ kind: "copyPaste", sheet: 11, area: area("A1"), to: { sheet: 12, ...at("A1") } });
    act({ kind: "duplicateSheet", sheet: 11 });
    expect(values("A1", two)).toEqual([[7]]);
  });
});

describe("where only a range is protected from the user", () => {
  function withRange() {
    const book = opened([[1], [2], [3], [4]]);
    book.one.protections.push({
      id: 91,
      kind: "range",
      area: area("A2:B3"),
      description: "",
      editors: [OWNER],
      domainEdit: false,
      warningOnly: false,
      unprotected: [],
    });
    book.context.user = UNIT;
    return book;
  }

  it("rows elsewhere and the sheet's name are open; its own rows and the sheet's deletion are not", () => {
    const { act, one } = withRange();
    act({ kind: "insertRows", sheet: 11, at: 2, count: 1 });
    act({ kind: "deleteRows", sheet: 11, at: 1, count: 1 });
    act({ kind: "renameSheet", sheet: 11, name: "Tên" });
    expect(one.protections[0]?.area).toEqual(area("A2:B3"));
    const refused: readonly Action[] = [
      { kind: "insertRows", sheet: 11, at: 3, count: 1 },
      { kind: "deleteRows", sheet: 11, at: 3, count: 2 },
      { kind: "deleteColumns", sheet: 11, at: 2, count: 1 },
      { kind: "moveRows", sheet: 11, at: 2, count: 2, before: 6 },
      { kind: "deleteSheet", sheet: 11 },
    ];
    expect(refused.map((action) => messageOf(() => act(action)))).toEqual(refused.map(() => REFUSAL));
  });
});
