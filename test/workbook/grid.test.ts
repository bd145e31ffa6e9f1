import { describe, expect, it } from "vitest";
import {
  address,
  asLiteral,
  asLiteralCell,
  blockAddress,
  cellText,
  columnLetters,
  consecutive,
  quoteTab,
} from "../../src/workbook/grid.ts";

describe("a cell's text", () => {
  it.each<readonly [unknown, string]>([
    ["", ""],
    [null, ""],
    [undefined, ""],
    ["  a  ", "a"],
    [0, "0"],
    [1.5, "1.5"],
    [true, "true"],
    [false, "false"],
    [new Date("2026-03-07T17:00:00Z"), "08/03/2026"],
    [new Date(Number.NaN), "Invalid Date"],
  ])("of %j is %j", (cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

describe("A1 notation", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [702, "ZZ"],
    [703, "AAA"],
  ])("writes column %i as %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  it("writes cells and blocks, and quotes tabs", () => {
    expect([address(5, 3), blockAddress(5, 3, 2, 4), blockAddress(5, 3, 1, 1)]).toEqual(["C5", "C5:F6", "C5"]);
    expect([quoteTab("Đơn vị"), quoteTab("O'Neil")]).toEqual(["'Đơn vị'", "'O''Neil'"]);
  });
});

describe("asLiteral", () => {
  it.each(["=1+1", "+84 9", "-5", "@x", "'x", "1/2", "007", "TRUE", "false", " =1", "12,5", "$5", "5%", "(3)"])(
    "keeps “%s” text",
    (text) => {
      expect(asLiteral(text)).toBe(`'${text}`);
    },
  );

  it.each(["", "Ấp 1", "– Cấp ủy xã", "hai\ndòng", "Đúng", "LD|CUX"])("leaves “%s” as it is", (text) => {
    expect(asLiteral(text)).toBe(text);
  });

  it("leaves numbers, days and booleans what they are", () => {
    const day = new Date(0);
    expect([asLiteralCell(5), asLiteralCell(true), asLiteralCell(day), asLiteralCell("5")]).toEqual([
      5,
      true,
      day,
      "'5",
    ]);
  });
});

describe("cellText", () => {
  it.each([
    ["nothing", null, ""],
    ["text with odd spaces", "\u00a0TYT ", "TYT"],
    ["a number", 7, "7"],
    ["a boolean", true, "true"],
    ["a day in Vietnam", new Date(Date.UTC(2026, 4, 21, 17)), "22/05/2026"],
  ])("reads %s", (_, cell, text) => {
    expect(cellText(cell)).toBe(text);
  });
});

describe("consecutive", () => {
  it("groups numbers that follow one another", () => {
    expect(consecutive([3, 4, 5, 9])).toEqual([
      { from: 3, count: 3 },
      { from: 9, count: 1 },
    ]);
    expect(consecutive([])).toEqual([]);
  });
});
