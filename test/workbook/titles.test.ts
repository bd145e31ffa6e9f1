import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OWN_TITLES } from "../../src/workbook/schema.ts";
import { tabTitles, validTitle } from "../../src/workbook/titles.ts";

describe("tabTitles", () => {
  it.each([
    ["a plain code", "LHPN", "LHPN"],
    ["a code with a slash", "a/b", "a-b"],
    ["every sign that a title may not have", "[a]*b?c\\d:e", "a--b-c-d-e"],
    ["a reserved title", "Dữ liệu", "Dữ liệu (2)"],
    ["a reserved title in other case and form", "BẢNG ĐIỂM".normalize("NFD"), "BẢNG ĐIỂM (2)"],
    ["what Excel keeps for itself", "history", "history (2)"],
    ["sixty characters", "abcdefghij".repeat(6), "abcdefghijabcdefghijabcdefghija"],
    ["a formula", "=1+1", "1+1"],
    ["apostrophes at the ends, and one inside", "'O'Neil'", "O'Neil"],
    ["two lines", "A\nB", "AB"],
    ["nothing that is left", "'''", "Đơn vị (2)"],
    ["no character cut in two", `${"a".repeat(30)}😀`, "a".repeat(30)],
  ])("makes one of %s", (_, code, title) => {
    expect(tabTitles([code]).get(code)).toBe(title);
  });

  it("tells codes apart that look alike to a spreadsheet", () => {
    expect([...tabTitles(["lhpn", "LHPN", "a/b", "a-b", "a?b"]).values()]).toEqual([
      "lhpn",
      "LHPN (2)",
      "a-b",
      "a-b (2)",
      "a-b (3)",
    ]);
  });

  const code = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 40 }),
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(...OWN_TITLES, "", " ", "'", "a/b", "A-B", "=x", "\ud800", "x".repeat(40), "X".repeat(41)),
  );

  it("always gives titles that Google Sheets and Excel take, unique whatever the case", () => {
    fc.assert(
      fc.property(fc.uniqueArray(code, { maxLength: 20 }), (codes) => {
        const titles = [...tabTitles(codes).values()];
        expect(titles).toHaveLength(codes.length);
        const folded = titles.map((title) => title.normalize("NFC").toLowerCase());
        const reserved = OWN_TITLES.map((title) => title.toLowerCase());
        expect(new Set([...folded, ...reserved]).size).toBe(titles.length + reserved.length);
        for (const title of titles) {
          expect(title.length).toBeGreaterThan(0);
          expect(title.length).toBeLessThanOrEqual(31);
          expect(title).toMatch(/^[^[\]*?/\\:\p{Cc}\p{Cs}]+$/u);
          expect(title).not.toMatch(/^[='+\-@\s]|['\s]$/);
        }
      }),
    );
  });

  it("leaves a valid title alone", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        expect(validTitle(validTitle(text))).toBe(validTitle(text));
      }),
    );
  });
});
