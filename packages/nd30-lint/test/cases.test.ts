import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lintDocument } from "../src/lint.ts";
import { type Change, inDocument, inParagraph } from "./reports.ts";

function read(name: string): Uint8Array {
  return readFileSync(new URL(`cases/${name}.docx`, import.meta.url));
}

function codesOf(text: Uint8Array): readonly string[] {
  return lintDocument(text, "van-ban.docx").map(({ code }) => code);
}

describe("a clean text of another office", () => {
  it.each([
    "00-base",
    "fp1-underscore-lines",
    "fp2-school",
    "fp4-cancu",
    "fp5-numbered-11",
    "fp8-q-chutich",
    "fp9-tong-hop-table",
  ])("has neither fault nor advice: %s", (name) => {
    expect(lintDocument(read(name), name)).toEqual([]);
  });
});

describe("a text with one seeded fault", () => {
  it.each<readonly [name: string, code: string, kind: "fault" | "advice"]>([
    ["s01-num-unpadded", "number-padding", "fault"],
    ["s02-name-capitals", "signer-capitals", "fault"],
    ["s03-name-degree", "signer-degree", "fault"],
    ["s04-annex-not-referred", "annex-unmentioned", "fault"],
    ["s06-annex-title-same-line", "annex-line", "fault"],
    ["s07-heading-slash", "heading-part-form", "fault"],
    ["s09-body-bold-italic", "body-italic", "fault"],
    ["s11-no-kinhgui", "address-missing", "fault"],
    ["s13-place-with-kind", "place-kind", "advice"],
    ["s14-place-person", "place-person", "fault"],
    ["s16-annexref-mismatch", "annex-reference-number", "fault"],
    ["s17-cancu-upright", "legal-basis-italic", "fault"],
    ["s19-issuer-district", "issuer-abbreviated", "fault"],
    ["s20-order-swapped", "subject-missing", "fault"],
    ["s21-end-missing-mid", "body-end", "fault"],
    ["s24-hAnsi-only-font", "font", "fault"],
    ["s25-motto-spacing", "motto-words", "fault"],
    ["s27-recipients-dup-kinhgui", "recipient-list-repeated", "fault"],
    ["s29-highlight", "trace-highlight", "advice"],
    ["s30-track", "trace-tracked", "advice"],
    ["s32-phuluc-number-caps", "annex-capitals", "fault"],
  ])("is found out: %s → %s", (name, code, kind) => {
    const finding = lintDocument(read(name), name).find((one) => one.code === code);
    expect(finding?.kind).toBe(kind);
    expect(finding?.rule).toMatch(kind === "fault" ? /Phụ lục I/ : /không quy định/);
    expect(finding?.mend).not.toBe("");
  });
});

const LINE_BREAK = "</w:t><w:br/><w:t>";
const NEXT =
  '</w:t></w:r></w:p><w:p><w:pPr><w:spacing w:before="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:r><w:t>';

describe("the base text, changed in one thing", () => {
  it.each<readonly [what: string, change: Change]>([
    [
      "a soft break between authority and title",
      inParagraph("TM. ỦY BAN", "NHÂN DÂN", `NHÂN DÂN${LINE_BREAK}CHỦ TỊCH`),
    ],
    ["a plan", inDocument(/BÁO CÁO<|Báo cáo số|BC-/g, (found) => CHANGED[found] ?? found)],
    ["a list of annexes", inDocument("Phụ lục I, Phụ lục II", "các Phụ lục từ I đến II")],
    ["a range of annexes", inDocument("Phụ lục I, Phụ lục II", "Phụ lục I đến Phụ lục II")],
    ["a font that prints no letter", inDocument('w:cs="Times New Roman"', 'w:cs="Arial" w:eastAsia="Arial"')],
  ])("stays clean: %s", (_, change) => {
    expect(codesOf(change(read("00-base")))).toEqual([]);
  });

  it.each<readonly [code: string, change: Change]>([
    ["trace-leftover", inDocument("02 hội nghị", "{so_hoi_nghi} hội nghị")],
    ["trace-leftover", inDocument("02 hội nghị", "…… hội nghị")],
    ["trace-leftover", inDocument("02 hội nghị", "XXX hội nghị")],
    ["trace-comment", inParagraph("02 hội nghị", "<w:r>", '<w:commentRangeStart w:id="1"/><w:r>')],
    ["trace-spaces", inDocument("02 hội nghị", "02  hội nghị")],
    ["heading-order", inDocument("II. KIẾN NGHỊ", "III. KIẾN NGHỊ")],
    ["heading-order", inDocument("a) Tuyên truyền", `a) Tuyên truyền${NEXT}c) Tập huấn`)],
    ["heading-item-form", inDocument("1. Công tác", "1/ Công tác")],
    [
      "annex-order",
      inDocument(/Phụ lục II<|Phụ lục I</g, (found) => (found.includes("II") ? "Phụ lục I<" : "Phụ lục II<")),
    ],
    ["authority-form", inDocument("TM. ỦY BAN", "ỦY BAN")],
    ["authority-deputy", inDocument(">CHỦ TỊCH<", ">PHÓ CHỦ TỊCH<")],
    ["date-real", inDocument("ngày 05 tháng 11 năm", "ngày 31 tháng 11 năm")],
    ["number-form", inDocument("Số: 15/BC-UBND", "Số: 15/KH-UBND")],
    ["place-other", inDocument("Tân Mẫu, ngày", "Vĩnh Phong, ngày")],
    ["subject-abbreviated", inDocument("Kết quả công tác bình", "V/v bình")],
  ])("is found out: %s", (code, change) => {
    expect(codesOf(change(read("00-base")))).toContain(code);
  });
});

const CHANGED: Readonly<Record<string, string>> = {
  "BÁO CÁO<": "KẾ HOẠCH<",
  "Báo cáo số": "Kế hoạch số",
  "BC-": "KH-",
};
