/** Annexes (NĐ 30/2020, PL I, mục III.1). */
import type { Paragraph, WordDocument } from "../document.ts";
import { type Finding, findAt, quote, type Subject, unless } from "../finding.ts";
import { checkLook } from "../look.ts";
import type { Annex, Outline } from "../outline.ts";
import { numberOfRoman } from "../roman.ts";

const ANNEX: Subject = { code: "annex", element: "Phụ lục" };
const TITLE: Subject = { code: "annex-title", element: "Tên phụ lục" };
const REFERENCE: Subject = { code: "annex-reference", element: "Dòng “Kèm theo” của phụ lục" };

const NUMBERING = "có từ hai phụ lục thì đánh số La Mã (Phụ lục I, II…)";

/** Checks each annex's three lines, their order, and that text and annexes point to each other. */
export function checkAnnexes(document: WordDocument, outline: Outline): readonly Finding[] {
  const { annexes } = outline;
  const labels = annexes.map(({ label }) => label);
  const titles = annexes.flatMap(({ title }) => title ?? []);
  const references = annexes.flatMap(({ reference }) => reference ?? []);
  const joined = labels.find(({ startsPage }) => !startsPage);
  const several = annexes.length > 1;
  const misnumbered = labels.find(({ text }) =>
    several ? !/^Phụ lục [IVXLC]+(?!\p{L})/iu.test(text) : /\d/.test(text),
  );
  const small = annexes.filter(({ isAlone }) => isAlone).map(({ label }) => label);
  const capital = labels.find(({ text, runs }) => /^PHỤ LỤC/.test(text) || runs.some(({ caps }) => caps));
  const crowded = annexes.find(({ isAlone }) => !isAlone)?.label;
  const unreferred = annexes.find(({ reference }) => !reference);
  const early = annexes.find(({ isReferenceFirst }) => isReferenceFirst)?.reference;
  const displaced = misnumbered
    ? undefined
    : labels.find(({ text }, index) => several && numberOfRoman(romanOf(text)) !== index + 1);
  return [
    ...findAt(joined, ANNEX, "page", "bắt đầu ở trang mới", ({ text }) => `${quote(text)} nối tiếp trang trước`),
    ...findAt(misnumbered, ANNEX, "number", NUMBERING, ({ text }) => quote(text)),
    ...findAt(displaced, ANNEX, "order", "các phụ lục theo thứ tự I, II, III…", ({ text }) => quote(text)),
    ...findAt(capital, ANNEX, "capitals", "chữ in thường “Phụ lục”", ({ text }) => quote(text)),
    ...findAt(crowded, ANNEX, "line", "“Phụ lục” và số thứ tự thành một dòng riêng", ({ text }) => quote(text)),
    ...checkLook(ANNEX, small, { size: [14, 14], bold: true, italic: false, centred: true }),
    ...checkLook(TITLE, titles, { size: [13, 14], bold: true, italic: false, capitals: true, centred: true }),
    ...findAt(
      unreferred,
      REFERENCE,
      "missing",
      "“(Kèm theo … số … ngày …)”",
      ({ label }) => `${quote(label.text)} không có`,
    ),
    ...findAt(early, REFERENCE, "order", "đặt dưới tên phụ lục", ({ text }) => `${quote(text)} ở trên tên phụ lục`),
    ...checkLook(REFERENCE, references, { size: [13, 14], bold: false, italic: true, centred: true }),
    ...checkQuotation(references, outline),
    ...checkMentions(document, annexes, several),
  ];
}

/**
 * An annex repeats number and date of its text; what either leaves blank is not held against the other.
 * A number with another symbol is of another text, whose annex this is.
 */
function checkQuotation(references: readonly Paragraph[], { number, date }: Outline): readonly Finding[] {
  const own = { number: numberOf(number?.text), date: dateOf(date?.text) };
  const ofText = references.filter(({ text }) => symbolOf(numberOf(text)) === symbolOf(own.number));
  const differs = (mine: string | undefined, theirs: string | undefined) =>
    mine !== undefined && theirs !== undefined && mine !== theirs;
  const otherNumber = ofText.find(({ text }) => differs(own.number, numberOf(text)));
  const otherDate = ofText.find(({ text }) => differs(own.date, dateOf(text)));
  const unquoted = references.find(({ text }) => !/ số[ :]/.test(text) || !/ ngày /.test(text) || !/ của /.test(text));
  return [
    ...findAt(otherNumber, REFERENCE, "number", `số của chính văn bản (${own.number})`, ({ text }) =>
      quoteNumber(text),
    ),
    ...findAt(otherDate, REFERENCE, "date", `ngày của chính văn bản (${own.date})`, ({ text }) => `“${dateOf(text)}”`),
    ...findAt(unquoted, REFERENCE, "form", "số, ký hiệu, ngày và cơ quan ban hành văn bản", ({ text }) => quote(text)),
  ];
}

function symbolOf(number: string | undefined): string | undefined {
  return number?.replace(/^\d+/, "");
}

function quoteNumber(text: string): string {
  return `“${numberOf(text)}”`;
}

function numberOf(text: string | undefined): string | undefined {
  return /số ?:? ?(\d+ ?\/[\p{L}\d-]+)/iu.exec(text ?? "")?.[1]?.replace(/ /g, "");
}

function dateOf(text: string | undefined): string | undefined {
  const [, day, month, year] =
    /ngày (\d+) tháng (\d+) năm (\d{4})/.exec(text ?? "") ?? /ngày (\d+)[/-](\d+)[/-](\d{4})/.exec(text ?? "") ?? [];
  return day && month ? `${Number(day)}/${Number(month)}/${year}` : undefined;
}

function checkMentions({ paragraphs }: WordDocument, annexes: readonly Annex[], several: boolean): readonly Finding[] {
  const [first] = annexes;
  if (!first) return [];
  const before = paragraphs.slice(0, paragraphs.indexOf(first.label)).filter(({ text }) => /phụ lục/i.test(text));
  const isGeneral = before.some(({ text }) =>
    /các phụ lục|phụ lục (kèm|đính|gửi)|phụ lục [\p{L}\s]*kèm theo/iu.test(text),
  );
  const mentioned = new Set(before.flatMap(({ text }) => numbersIn(text)));
  const unmentioned = annexes.find(({ label }) =>
    several ? !mentioned.has(numberOfRoman(romanOf(label.text))) : before.length === 0,
  );
  return unless(
    isGeneral || unmentioned === undefined,
    ANNEX,
    "unmentioned",
    "trong văn bản có chỉ dẫn tới từng phụ lục",
    `không chỗ nào nhắc ${quote(unmentioned?.label.text ?? "")}`,
  );
}

/** The annexes that a sentence names: “Phụ lục I, II và IV”, “Phụ lục I đến III”. */
function numbersIn(text: string): readonly number[] {
  return [...text.matchAll(/phụ lục(?: số)? ((?:[IVXLC\d]+(?:,| và|;| đến| -|-| –|–)? ?(?:phụ lục )?)+)/giu)].flatMap(
    ([, list = ""]) => {
      const numbers = list.match(/[IVXLC]+(?!\p{L})|\d+/gu)?.map(numberOfRoman) ?? [];
      const [from = 0, to = 0] = numbers;
      const isRange = numbers.length === 2 && /đến|[-–]/.test(list);
      return isRange ? Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index) : numbers;
    },
  );
}

function romanOf(label: string): string {
  return /^phụ lục ([ivxlc\d]+)/iu.exec(label)?.[1] ?? "";
}
