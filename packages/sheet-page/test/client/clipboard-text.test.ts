import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseClipboardText } from "../../src/client/clipboard-text.ts";

describe("copied cells", () => {
  it.each([
    ["one cell", "7", [["7"]]],
    ["a row with blanks", "7\t\t9", [["7", "", "9"]]],
    [
      "rows as Excel copies them, with a line break at the end",
      "1\t2\r\n3\t4\r\n",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    [
      "rows as LibreOffice copies them",
      "1\t2\n3\t4",
      [
        ["1", "2"],
        ["3", "4"],
      ],
    ],
    ["a cell of two lines", '"một\nhai"\tba\n', [["một\nhai", "ba"]]],
    ["a cell with quotes", '"nói ""được"""', [['nói "được"']]],
    ["quotes within a text", 'chữ "a" và b', [['chữ "a" và b']]],
    [
      "a blank at the end of a row",
      "1\t\n2\t",
      [
        ["1", ""],
        ["2", ""],
      ],
    ],
    ["nothing", "", []],
  ])("%s", (_, text, rows) => {
    expect(parseClipboardText(text)).toEqual(rows);
  });

  it("come out as they went in, whatever is in them", () => {
    const row = fc.array(fc.string({ unit: fc.constantFrom("a", '"', "\t", "\n", " ", "ố") }), {
      minLength: 2,
      maxLength: 3,
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join("\t")).join("\n");
        expect(parseClipboardText(text)).toEqual(rows);
      }),
    );
  });
});
