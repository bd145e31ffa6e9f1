/** Paper, margins, page numbers, font and colour (NĐ 30/2020, PL I, mục I). */
import type { Run, WordDocument } from "../document.ts";
import {
  decimal,
  type Finding,
  find,
  findAt,
  makeFinding,
  missing,
  type Subject,
  tellFirst,
  unless,
} from "../finding.ts";
import type { Section } from "../section.ts";

const FONT = "Times New Roman";
const A4 = { short: 210, long: 297 };
/** Paper and margins are kept in twips, so a millimetre is never one exactly. */
const TOLERANCE = 0.6;

const TOP_OR_BOTTOM = { least: 20, most: 25 };
const LEFT = { least: 30, most: 35 };
const RIGHT = { least: 15, most: 20 };

type Side = "top" | "bottom" | "left" | "right";
type Margin = {
  readonly side: Side;
  readonly element: string;
  readonly least: number;
  readonly most: number;
};

const MARGINS: readonly Margin[] = [
  { side: "top", element: "Lề trên", ...TOP_OR_BOTTOM },
  { side: "bottom", element: "Lề dưới", ...TOP_OR_BOTTOM },
  { side: "left", element: "Lề trái", ...LEFT },
  { side: "right", element: "Lề phải", ...RIGHT },
];

/** A page laid across may have been turned with its margins: its left is then its top or its bottom. */
const TURNED = [
  { top: LEFT, bottom: RIGHT, left: TOP_OR_BOTTOM, right: TOP_OR_BOTTOM },
  { top: RIGHT, bottom: LEFT, left: TOP_OR_BOTTOM, right: TOP_OR_BOTTOM },
].map((turn) => MARGINS.map((margin) => ({ ...margin, ...turn[margin.side] })));

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
  return sections.flatMap((section, index) => {
    const wrong = (margins: readonly Margin[]) => margins.filter((margin) => !fits(section, margin));
    if (section.width > section.height && TURNED.some((margins) => wrong(margins).length === 0)) return [];
    return wrong(MARGINS).map(({ side, element, least, most }) => {
      const where = sections.length > 1 ? ` (phần thứ ${index + 1} của tệp)` : "";
      return find({ code: "margin", element }, side, `${least}–${most} mm`, `${decimal(section[side])} mm${where}`);
    });
  });
}

function fits(section: Section, { side, least, most }: Margin): boolean {
  return section[side] >= least - TOLERANCE && section[side] <= most + TOLERANCE;
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
  const odd = runs.filter((run) => oddFont(run) !== undefined);
  const coloured = runs.filter(({ colour }) => colour !== "AUTO" && colour !== "000000");
  const say = (subject: Subject, expected: string, deviating: readonly Run[], found: (one: Run) => string) => {
    const [first] = deviating;
    return first ? [makeFinding(subject.code, subject, expected, tellFirst(deviating, found(first)))] : [];
  };
  return [
    ...say({ code: "font", element: "Phông chữ" }, FONT, odd, (run) => oddFont(run) ?? FONT),
    ...say({ code: "colour", element: "Màu chữ" }, "màu đen", coloured, ({ colour }) => `màu #${colour}`),
  ];
}

/** Another font than the decree's that prints at least one letter of a run. */
function oddFont({ text, font, accentedFont }: Run): string | undefined {
  const printing = [...(/[!-~]/.test(text) ? [font] : []), ...(/[^\s!-~]/.test(text) ? [accentedFont] : [])];
  return printing.find((one) => one !== FONT);
}
