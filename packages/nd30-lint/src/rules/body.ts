/** The text proper: its paragraphs, its headings, its end (NĐ 30/2020, PL I, mục II.6). */
import type { Paragraph } from "../document.ts";
import { decimal, type Finding, findFirst, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook, sideOf } from "../look.ts";
import type { Outline } from "../outline.ts";

const BODY: Subject = { code: "body", element: "Nội dung văn bản" };
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
    ...unless(last.text.endsWith("./."), BODY, "end", "kết thúc bằng “./.”", quote(last.text.slice(-30))),
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
