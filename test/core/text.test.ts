import { describe, expect, it } from "vitest";
import { cleanText, foldText, oneLine, shorten, splitList } from "../../src/core/text.ts";

describe("cleanText", () => {
  it.each([
    ["  Cấp ủy ", "Cấp ủy"],
    ["A\u00a0B", "A B"],
    ["\ufeffmã", "mã"],
    ["e\u0302\u0301", "ế"], // decomposed, as macOS writes it
    ["Cấp  Ủy", "Cấp  Ủy"], // inner spaces and case are the writer's
    ["\u00a0", ""],
  ])("makes %j %j", (typed, expected) => {
    expect(cleanText(typed)).toBe(expected);
  });
});

describe("an apostrophe in front", () => {
  it.each([
    ["'15/11/2026", "15/11/2026"],
    ["'1A", "1A"],
    ["''1A", "1A"],
    [" '1A", "1A"],
    ["'", ""],
    ["'TRUE", "TRUE"],
    ["'=1+1", "=1+1"],
    ["'- Chi hội 'Phụ nữ khởi nghiệp'", "- Chi hội 'Phụ nữ khởi nghiệp'"],
    ["'12 hội viên H'Mông", "12 hội viên H'Mông"],
  ])("that only marks text is none of it: %j is %j", (typed, expected) => {
    expect(cleanText(typed)).toBe(expected);
  });

  it.each([
    "'5 không, 3 sạch' được giữ vững",
    "'Phụ nữ tự tin'",
    "'Phụ nữ tự tin', 'Gia đình hạnh phúc.'",
    "'5 không' ở vùng H'Mông",
    "'trích",
  ])("before a word or a quotation stays: %j", (typed) => {
    expect(cleanText(typed)).toBe(typed);
    expect(cleanText(`'${typed}`)).toBe(typed);
  });

  it("within a text is the writer's", () => {
    expect(cleanText("Đắk R'Lấp")).toBe("Đắk R'Lấp");
    expect(splitList("a|'1b")).toEqual(["a", "1b"]);
  });
});

describe("foldText", () => {
  it("forgets case, spacing and Unicode form, and nothing else", () => {
    const folded = foldText("Hội nghị Ế");
    expect(foldText("  hội\u00a0\n NGHỊ   E\u0302\u0301 ")).toBe(folded);
    expect(foldText("Hoi nghi E")).not.toBe(folded);
    expect(foldText("Hội nghị, Ế")).not.toBe(folded);
  });
});

describe("splitList", () => {
  it("gives every member once, cleaned, in order", () => {
    expect(splitList(" LHPN |VHXH||LHPN| ")).toEqual(["LHPN", "VHXH"]);
    expect(splitList("")).toEqual([]);
  });
});

describe("shorten", () => {
  it("keeps what fits and marks what does not", () => {
    expect(shorten("12345", 5)).toBe("12345");
    expect(shorten("123456", 5)).toBe("1234…");
    expect(shorten("một\n hai")).toBe("một hai");
  });

  it("does not cut a character in two", () => {
    expect(shorten("😀😀😀", 2)).toBe("😀…");
  });
});

describe("oneLine", () => {
  it("makes spaces of line breaks and of signs that nobody sees", () => {
    expect(oneLine("Báo cáo\r\nBcc: a@b.vn\u0000\u202e năm\t2026\u2028")).toBe("Báo cáo Bcc: a@b.vn năm 2026");
  });
});
