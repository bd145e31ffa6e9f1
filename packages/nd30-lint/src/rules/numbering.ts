/** Order and form of the numbers before headings and paragraphs (NĐ 30/2020, PL I, mục V). */
import type { Paragraph } from "../document.ts";
import { type Finding, findAt, quote, type Subject } from "../finding.ts";
import { numberOfRoman } from "../roman.ts";

const HEADING: Subject = { code: "heading", element: "Số thứ tự đề mục" };
const PART: Subject = { code: "heading-part", element: "Đề mục “I.”" };
const ITEM: Subject = { code: "heading-item", element: "Đề mục “1.”" };
const POINT: Subject = { code: "heading-point", element: "Đề mục “a)”" };

/** The letters of points, with and without those that only Vietnamese has. */
const ALPHABETS = ["abcdđeghiklmnopqrstuưvxy", "abcdefghijklmnopqrstuvwxyz", "aăâbcdđeêghiklmnoôơpqrstuưvxy"];

/** Checks how numbers are written, and that none is left out. Numbering may start at the beginning at any place. */
export function checkNumbering(body: readonly Paragraph[]): readonly Finding[] {
  const written = (pattern: RegExp) => body.find(({ text }) => pattern.test(text));
  const say = ({ text }: Paragraph) => quote(text);
  return [
    ...findAt(written(/^[IVX]+ ?[/)\-–:] ?\p{L}/u), PART, "form", "số La Mã, dấu chấm, dấu cách: “I. …”", say),
    ...findAt(written(/^\d+ ?(\/|\)|[-–:](?= )) ?\p{L}/u), ITEM, "form", "số, dấu chấm, dấu cách: “1. …”", say),
    ...findAt(written(/^[a-zđ] ?[/.:\-–] ?\p{L}/u), POINT, "form", "chữ cái, dấu đóng ngoặc đơn: “a) …”", say),
    ...findAt(findJump(body), HEADING, "order", "số thứ tự liên tiếp", say),
  ];
}

function findJump(body: readonly Paragraph[]): Paragraph | undefined {
  const parts = new Set<number>();
  let items = new Set<number>();
  let points = new Set<string>();
  return body.find(({ text }) => {
    const [, part] = /^([IVX]+)[./)]/.exec(text) ?? [];
    const [, item] = /^(\d{1,2})\. /.exec(text) ?? [];
    const [, point] = /^([a-zăâđêôơư])\) /.exec(text) ?? [];
    if (/^(Phần|Chương) /.test(text)) parts.clear();
    if (part) [items, points] = [new Set(), new Set()];
    if (item) points = new Set();
    return (
      (part !== undefined && isJump(parts, numberOfRoman(part))) ||
      (item !== undefined && isJump(items, Number(item))) ||
      (point !== undefined && isLetterJump(points, point))
    );
  });
}

/** Remembers a number; true if it is not the first one and the one before it has not been met. */
function isJump(met: Set<number>, number: number): boolean {
  met.add(number);
  return number !== 1 && !met.has(number - 1);
}

function isLetterJump(met: Set<string>, letter: string): boolean {
  met.add(letter);
  const before = ALPHABETS.map((alphabet) => alphabet[alphabet.indexOf(letter) - 1]);
  return letter !== "a" && !before.some((one) => one !== undefined && met.has(one));
}
