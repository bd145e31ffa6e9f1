/** Paper, margins, page numbers, font and colour (NĐ 30/2020, PL I, mục I). */
import type { Run, WordDocument } from "../document.ts";
import { decimal, type Finding, find, findAt, missing, type Subject, tellFirst, unless } from "../finding.ts";
import type { Section } from "../section.ts";

const A4 = { short: 210, long: 297 };
/** Paper and margins are kept in twips, so a millimetre is never one exactly. */
const TOLERANCE = 0.6;

const MARGINS = [
  { side: "top", element: "Lề trên", least: 20, most: 25 },
  { side: "bottom", element: "Lề dưới", least: 20, most: 25 },
  { side: "left", element: "Lề trái", least: 30, most: 35 },
  { side: "right", element: "Lề phải", least: 15, most: 20 },
] as const;

/** Checks every section's paper and margins, the numbering of pages, and the whole text's font and colour. */
export function checkPage(document: WordDocument): readonly Finding[] {
  return [...checkPaper(document), ...checkMargins(document), ...checkNumbers(document), ...checkLetters(document)];
}

function checkPaper({ sections }: WordDocument): readonly Finding[] {
  const paper: Subject = { code: "paper", element: "Khổ giấy" };
  const odd = sections.filter(({ width, height }) => {
    const [short, long] = [Math.min(width, height), Math.max(width, height)];
    return Math.abs(short - A4.short) > TOLERANCE || Math.abs(long - A4.long) > TOLERANCE;
  });
  const lies = sections.slice(0, 1).some(({ width, height }) => width > height);
  return [
    ...findAt(
      odd[0],
      paper,
      "size",
      "A4 (210 × 297 mm)",
      ({ width, height }) => `${decimal(width)} × ${decimal(height)} mm`,
    ),
    ...unless(!lies, paper, "orientation", "phần thân văn bản trình bày theo chiều dài của giấy (dọc)", "giấy ngang"),
  ];
}

function checkMargins({ sections }: WordDocument): readonly Finding[] {
  return MARGINS.flatMap(({ side, element, least, most }) => {
    const index = sections.findIndex((section) => {
      const [low, high] = allowed(section, least, most);
      return section[side] < low - TOLERANCE || section[side] > high + TOLERANCE;
    });
    const section = sections[index];
    if (!section) return [];
    const where = sections.length > 1 ? ` (phần thứ ${index + 1} của tệp)` : "";
    return [find({ code: "margin", element }, side, `${least}–${most} mm`, `${decimal(section[side])} mm${where}`)];
  });
}

/** A page laid across may have been turned with its margins: what was its left is then its top or bottom. */
function allowed({ width, height }: Section, least: number, most: number): readonly [number, number] {
  return width > height ? [15, 35] : [least, most];
}

function checkNumbers({ sections }: WordDocument): readonly Finding[] {
  const subject: Subject = { code: "page-number", element: "Số trang" };
  const [first] = sections;
  const numbers = sections.map(({ pageNumber }) => pageNumber);
  const known = numbers.filter((one) => one !== undefined);
  if (known.length === 0) return missing(subject, "có, ở giữa lề trên");
  const firstNumber = first?.titlePage ? first.titlePageNumber : first?.pageNumber;
  const without = numbers.flatMap((one, index) => (one ? [] : [index + 1]));
  const misfit = known.find(({ size }) => size !== 0 && (size < 13 || size > 14));
  const format = sections.find(({ numberFormat }) => numberFormat !== "decimal");
  const areAbove = known.every(({ place }) => place === "header");
  const areCentred = known.every(({ align }) => align === "center");
  return [
    ...findAt(without[0], subject, "missing", "có ở mọi phần của văn bản", (one) => `phần thứ ${one} không có`),
    ...unless(!firstNumber, subject, "first", "không hiển thị ở trang thứ nhất", "trang thứ nhất có số trang"),
    ...unless(areAbove, subject, "place", "ở lề trên", "ở lề dưới"),
    ...unless(areCentred, subject, "centred", "canh giữa", "không canh giữa"),
    ...findAt(misfit, subject, "size", "cỡ chữ 13–14", ({ size }) => `cỡ ${decimal(size)}`),
    ...findAt(format, subject, "format", "chữ số Ả Rập (1, 2, 3…)", ({ numberFormat }) => `kiểu ${numberFormat}`),
  ];
}

function checkLetters({ paragraphs }: WordDocument): readonly Finding[] {
  const runs = paragraphs.flatMap((one) => one.runs);
  const odd = runs.filter(({ font }) => font !== "Times New Roman");
  const coloured = runs.filter(({ colour }) => colour !== "AUTO" && colour !== "000000");
  const say = (subject: Subject, expected: string, deviating: readonly Run[], found: (one: Run) => string) => {
    const [first] = deviating;
    return first ? [{ ...subject, expected, found: tellFirst(deviating, found(first)) }] : [];
  };
  return [
    ...say({ code: "font", element: "Phông chữ" }, "Times New Roman", odd, ({ font }) => font),
    ...say({ code: "colour", element: "Màu chữ" }, "màu đen", coloured, ({ colour }) => `màu #${colour}`),
  ];
}
