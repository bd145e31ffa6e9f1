/** CSV files as old programs write them: encodings, tabs, quotes that were not doubled. */
import { describe, expect, it } from "vitest";
import { decodeCsv, parseCsv } from "../src/csv-text.ts";

const LINES = "unit,theme\nKT,Tọa đàm\n";

function textOf(bytes: Uint8Array): string {
  const decoded = decodeCsv(bytes);
  return "text" in decoded ? decoded.text : `fault: ${decoded.fault}`;
}

describe("a file's bytes", () => {
  it.each([
    ["UTF-8", Buffer.from(LINES, "utf8")],
    ["UTF-8 with a byte-order mark", Buffer.from(`\uFEFF${LINES}`, "utf8")],
    ["UTF-16 LE with a byte-order mark", Buffer.from(`\uFEFF${LINES}`, "utf16le")],
    ["UTF-16 BE with a byte-order mark", Buffer.from(`\uFEFF${LINES}`, "utf16le").swap16()],
  ])("in %s are the same text", (_encoding, bytes) => {
    expect(textOf(bytes).replace(/^\uFEFF/, "")).toBe(LINES);
  });

  it("in Windows-1258, as old Windows in Vietnamese writes them, are read", () => {
    expect(textOf(Buffer.from([0x75, 0x0a, 0xe3, 0x28, 0x0a]))).toBe("u\nă(\n");
  });

  it("of a program are refused in words", () => {
    expect(textOf(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00, 0xff, 0x00]))).toMatch(/^fault: cần /);
  });
});

describe("a file's records", () => {
  it.each([
    ["commas", "a,b\n1,2\n"],
    ["semicolons", "a;b\n1;2\n"],
    ["tabs", "a\tb\n1\t2\n"],
    ["lines that end with CR", "a,b\r1,2\r"],
    ["lines that end with CR LF", "a,b\r\n1,2\r\n"],
  ])("are read with %s", (_sign, text) => {
    expect(parseCsv(text)).toEqual({
      records: [
        { line: 1, cells: ["a", "b"] },
        { line: 2, cells: ["1", "2"] },
      ],
      bad: [],
    });
  });

  it("take a quoted field with a delimiter, a line break and doubled quotes", () => {
    expect(parseCsv('a,b\n"một, hai","dòng ""một""\ndòng hai"\n3,4\n').records).toEqual([
      { line: 1, cells: ["a", "b"] },
      { line: 2, cells: ["một, hai", 'dòng "một"\ndòng hai'] },
      { line: 4, cells: ["3", "4"] },
    ]);
  });

  it("lose the one with a quote inside a text, and no other", () => {
    const { records, bad } = parseCsv('a,b\n1,Tọa đàm "Phụ nữ"\n2,tốt\n3,"Nói "to" lên"\n4,tốt\n');
    expect(records.map(({ line }) => line)).toEqual([1, 3, 5]);
    expect(bad.map(({ line }) => line)).toEqual([2, 4]);
    expect(bad[0]?.message).toContain("dấu ngoặc kép");
  });
});
