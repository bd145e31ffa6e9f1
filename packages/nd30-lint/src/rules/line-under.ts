/** The solid line under an element: there, drawn and not underlined, and of the length that the decree gives it. */
import type { Paragraph, WordDocument } from "../document.ts";
import { decimal, type Finding, find, type Subject } from "../finding.ts";
import { boldWidth } from "../times.ts";

/** The line that an element should have under it; lengths in millimetres. */
export type WantedLine = { readonly expected: string; readonly least: number; readonly most: number };

/** A line of typed letters cannot be made of any length. */
const TYPED_SLACK = 0.25;

/** Holds the line under an element, whose last paragraph is `above`, against its length. */
export function checkLineUnder(
  subject: Subject,
  { paragraphs }: WordDocument,
  above: Paragraph,
  { expected, least, most }: WantedLine,
): readonly Finding[] {
  const next = paragraphs[paragraphs.indexOf(above) + 1];
  const drawn = above.rule !== undefined ? above : next?.text === "" ? next : undefined;
  const rule = drawn?.rule;
  const slack = drawn?.isTypedRule ? TYPED_SLACK : 0;
  if (above.runs.some((run) => run.underline)) return [find(subject, "line", expected, "chữ gạch chân")];
  if (rule === undefined) return [find(subject, "line", expected, "không có đường kẻ")];
  if (rule >= least * (1 - slack) && rule <= most * (1 + slack)) return [];
  const wanted = `${expected} (${decimal(least)}–${decimal(most)} mm)`;
  return [find(subject, "line-length", wanted, `đường kẻ dài ${decimal(rule)} mm`)];
}

/** Wants a line as long as the text above it. */
export function asLongAs(above: Paragraph): WantedLine {
  const width = widthOf(above);
  return { expected: "đường kẻ nét liền, dài bằng dòng chữ", least: width * 0.9, most: width * 1.1 };
}

/** Wants a line of a third to a half of the longest of the lines above it. */
export function thirdToHalfOf(above: readonly Paragraph[]): WantedLine {
  const width = Math.max(...above.map(widthOf));
  return { expected: "đường kẻ nét liền, dài 1/3–1/2 dòng chữ", least: width * 0.3, most: width * 0.54 };
}

/** The width of a paragraph's longest line, in millimetres: what does not fit is broken. */
function widthOf({ text, runs, space }: Paragraph): number {
  return Math.min(space, boldWidth(text, Math.max(0, ...runs.map(({ size }) => size))));
}
