import { describe, expect, it } from "vitest";
import { newSheet } from "../../src/model.ts";
import { fileNames } from "../../src/xlsx/sheet-names.ts";

function namesOf(...names: readonly string[]): readonly (string | undefined)[] {
  const sheets = names.map((name, index) => newSheet(index + 1, name));
  const found = fileNames(sheets);
  return sheets.map((sheet) => found.get(sheet));
}

describe("the names of sheets in the file", () => {
  it("stay where Excel takes them", () => {
    expect(namesOf("Bảng điểm", "Các ấp")).toEqual(["Bảng điểm", "Các ấp"]);
  });

  it("lose the signs and the length that Excel refuses", () => {
    expect(namesOf("a/b:c", "x".repeat(40))).toEqual(["a-b-c", `${"x".repeat(30)}…`]);
  });

  it("are each one's own: one that may stay is not taken by one that must change", () => {
    expect(namesOf("a/b", "A-B", "History")).toEqual(["a-b (2)", "A-B", "History (2)"]);
  });
});
