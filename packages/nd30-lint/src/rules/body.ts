/** The text proper: its paragraphs, its headings, its end (NĐ 30/2020, PL I, mục II.6). */
import type { Paragraph } from "../document.ts";
import { decimal, type Finding, findAt, findFirst, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook, sideOf } from "../look.ts";
import type { Outline } from "../outline.ts";
import { checkNumbering } from "./numbering.ts";

const BODY: Subject = { code: "body", element: "Nội dung văn bản" };
const BASIS: Subject = { code: "legal-basis", element: "Căn cứ ban hành" };
const PART: Subject = { code: "heading-part", element: "Đề mục “I.”" };
const ITEM: Subject = { code: "heading-item", element: "Đề mục “1.”" };
const POINT: Subject = { code: "heading-point", element: "Đề mục “a)”" };

/** A first line may be indented by either; what Word rounds is not counted. */
const INDENTS = [10, 12.7];
const NEAR = 0.3;

/** Checks the body. A heading ends without a mark; a numbered sentence is an ordinary paragraph. */
export function checkBody({ body }: Outline): readonly Finding[] {
  const last = body[body.length - 1];
  if (!last) return missing(BODY, "có nội dung báo cáo");
  const headings = (pattern: RegExp) => body.filter(({ text }) => pattern.test(text) && !/[.;:,]$/.test(text));
  return [
    ...checkLook(BODY, body, { size: [13, 14] }),
    ...checkParagraphs(body),
    ...checkLook(PART, headings(/^[IVX]+\. /), { bold: true, italic: false, capitals: true }),
    ...checkLook(ITEM, headings(/^\d+\. /), { bold: true, italic: false }),
    ...checkLook(POINT, headings(/^[a-zđ]\) /), { bold: false, italic: false }),
    ...checkEmphasis(body),
    ...checkLegalBasis(body),
    ...checkNumbering(body),
    ...unless(last.text.endsWith("./."), BODY, "end", "kết thúc bằng “./.”", quote(last.text.slice(-30))),
  ];
}

/** Finds whole sentences set bold or slanted. Headings, notes and the legal basis may be; so may single words. */
function checkEmphasis(body: readonly Paragraph[]): readonly Finding[] {
  const sentences = body.filter(
    ({ text }) =>
      /[.;:]$|\.\/\.$/.test(text) &&
      !/^([IVX]+|\d[\d.]*|[a-zđ]|Điều \d+)[.)/]|^(Căn cứ|Theo đề nghị)|^\(/.test(text) &&
      !NOTE.test(text),
  );
  const all = (has: "bold" | "italic") =>
    sentences.filter(({ runs }) => runs.length > 0 && runs.every((run) => run[has]));
  return [
    ...findFirst(
      all("bold").filter(({ text }) => !text.endsWith(":")),
      BODY,
      "bold",
      "chữ không đậm",
      () => "chữ đậm",
    ),
    ...findFirst(all("italic"), BODY, "italic", "chữ đứng", () => "chữ nghiêng"),
  ];
}

const NOTE = /^(Ghi chú|Nguồn|Chú thích|Lưu ý|Đơn vị tính|\*)/i;

/** The legal basis: the lines “Căn cứ …;” at the head of the text, slanted, the last ending in a full stop. */
function checkLegalBasis(body: readonly Paragraph[]): readonly Finding[] {
  const end = body.findIndex(({ text }) => !/^(Căn cứ|Theo đề nghị) .*[;.]$/.test(text));
  const lines = end < 0 ? body : body.slice(0, end);
  if (!lines.some(({ text }) => text.endsWith(";"))) return [];
  const unended = lines.slice(0, -1).find(({ text }) => !text.endsWith(";"));
  const unclosed = lines.slice(-1).find(({ text }) => !text.endsWith("."));
  return [
    ...checkLook(BASIS, lines, { bold: false, italic: true }),
    ...findAt(unended, BASIS, "ends", "mỗi căn cứ một dòng, cuối dòng có dấu “;”", ({ text }) => quote(text)),
    ...findAt(unclosed, BASIS, "ends", "dòng cuối có dấu “.”", ({ text }) => quote(text)),
  ];
}

function checkParagraphs(body: readonly Paragraph[]): readonly Finding[] {
  const say = (aspect: string, expected: string, fits: (one: Paragraph) => boolean, how: (one: Paragraph) => string) =>
    findFirst(
      body.filter((one) => !fits(one)),
      BODY,
      aspect,
      expected,
      how,
    );
  return [
    ...say("justified", "căn đều hai lề", ({ align }) => align === "both", sideOf),
    ...say(
      "indent",
      "dòng đầu lùi vào 1 hoặc 1,27 cm",
      ({ firstLine }) => INDENTS.some((indent) => Math.abs(firstLine - indent) <= NEAR),
      ({ firstLine }) => `lùi ${decimal(firstLine)} mm`,
    ),
    ...say(
      "spacing",
      "các đoạn cách nhau ít nhất 6 pt",
      ({ before, after }) => before + after >= 6,
      ({ before, after }) => `cách ${decimal(before + after)} pt`,
    ),
    ...say("line-spacing", "giãn dòng từ đơn đến 1,5", isLineAllowed, ({ line, lineIsPoints }) =>
      lineIsPoints
        ? `giãn dòng ${decimal(line)} pt`
        : `giãn dòng ${String(Math.round(line * 100) / 100).replace(".", ",")}`,
    ),
  ];
}

/** A fixed distance is held against the size of the letters: a single line is about 1.15 of it. */
function isLineAllowed({ line, lineIsPoints, runs }: Paragraph): boolean {
  const single = lineIsPoints ? Math.max(13, ...runs.map(({ size }) => size)) : 1;
  return line >= single * 0.99 && line <= single * (lineIsPoints ? 1.75 : 1.51);
}
