import { describe, expect, it } from "vitest";
import { decodeBase64 } from "../../src/report/base64.ts";
import { paragraphTexts, quoteAround } from "../../src/report/paragraphs.ts";
import { nearest } from "../../src/report/similar.ts";

describe("the tag that was meant", () => {
  const tags = ["nam", "trich_yeu", "chi_dao", "nguoi_ky", "noi_nhan"];
  it.each([
    ["nam", "nam"],
    ["Năm", "nam"],
    ["nm", "nam"],
    ["trich yeu", "trich_yeu"],
    ["Trích-yếu", "trich_yeu"],
    ["trihc_yeu", "trich_yeu"],
    ["chidao", "chi_dao"],
    ["nguoiky", "nguoi_ky"],
    ["xyz", undefined],
    ["", undefined],
  ])("of %s is %s", (typed, meant) => {
    expect(nearest(typed, tags)).toBe(meant);
  });
});

describe("where a tag stands", () => {
  const xml =
    '<w:p><w:r><w:t>Năm {</w:t></w:r><w:r><w:t xml:space="preserve">na</w:t></w:r><w:r><w:t>m} &amp; &lt;x&gt;</w:t></w:r></w:p><w:p w:rsid="1"><w:pPr/></w:p>';
  it("is told in the words of its paragraph, runs joined", () => {
    expect(paragraphTexts(xml)).toEqual(["Năm {nam} & <x>", ""]);
    expect(quoteAround(xml, "nam")).toBe("Năm {nam} & <x>");
    expect(quoteAround(xml, "khac")).toBe("");
    expect(quoteAround(xml, "")).toBe("");
    expect(quoteAround(xml, "n.m")).toBe("");
  });
});

describe("base64", () => {
  it.each(["", "a", "ab", "abc", "Vĩnh Phong", "\u0000\u00ff"])("of %j is decoded", (text) => {
    const base64 = Buffer.from(text).toString("base64");
    expect(Buffer.from(decodeBase64(base64)).toString()).toBe(text);
  });

  it("may have line breaks", () => {
    expect([...decodeBase64("QUJD\r\nREVG")]).toEqual([65, 66, 67, 68, 69, 70]);
  });
});

describe("the nearest of two tags", () => {
  it.each([
    ["ab", ["ba"], "ba"], // two letters swapped are one slip
    ["abc", ["cab"], undefined],
    ["trich_yue", ["trich_yen", "trich_yeu"], "trich_yeu"], // a swap is nearer than two replaced
    ["trich_yeo", ["trich_yen", "trich_yeu"], "trich_yen"], // one slip each: the first
    ["namm", ["nam"], "nam"],
    ["nxx", ["nam"], undefined],
    ["noi_nhxx", ["noi_nhan"], "noi_nhan"], // a third of eight letters: two slips
    ["noi_xxxx", ["noi_nhan"], undefined],
    ["ax", ["bcd", "ab"], "ab"],
  ])("of %s among %j is %s", (typed, tags, meant) => {
    expect(nearest(typed, tags)).toBe(meant);
  });
});
