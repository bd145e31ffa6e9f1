/** What the layout checker says, and the ways in which its rules come to say it. */

import { ADVICE, ARTICLES, REPAIRS } from "./decree.ts";

/** A deviation. `code` and `kind` are stable; the rest is Vietnamese, for the person who repairs it. */
export type Finding = {
  readonly code: string;
  readonly element: string;
  readonly expected: string;
  readonly found: string;
  /** `advice`: the decree says nothing on it. */
  readonly kind: "fault" | "advice";
  /** The rule and its article, or that the decree is silent. */
  readonly rule: string;
  readonly mend: string;
};

/** An element of the text under its code and its name. */
export type Subject = { readonly code: string; readonly element: string };

/** Makes a finding; `aspect` goes into its code: `subject-size`. */
export function find(subject: Subject, aspect: string, expected: string, found: string): Finding {
  return makeFinding(`${subject.code}-${aspect}`, subject, expected, found);
}

/** Makes a finding under a code of its own, with its rule and its repair. */
export function makeFinding(
  code: string,
  { code: subject, element }: Subject,
  expected: string,
  found: string,
): Finding {
  const isAdvice = ADVICE.has(code);
  const act = code.endsWith("-missing") ? "Bổ sung" : "Sửa lại cho đúng";
  return {
    code,
    element,
    expected,
    found,
    kind: isAdvice ? "advice" : "fault",
    rule: isAdvice
      ? "Nghị định 30/2020/NĐ-CP không quy định"
      : `Nghị định 30/2020/NĐ-CP, ${ARTICLES[code] ?? ARTICLES[subject] ?? "Phụ lục I"}`,
    mend: REPAIRS[code] ?? `${act}: ${expected}`,
  };
}

/** Finds that an element is not there at all. */
export function missing(subject: Subject, expected: string): readonly Finding[] {
  return [find(subject, "missing", expected, "không có")];
}

/** Finds a deviation unless something holds. */
export function unless(
  holds: boolean,
  subject: Subject,
  aspect: string,
  expected: string,
  found: string,
): readonly Finding[] {
  return holds ? [] : [find(subject, aspect, expected, found)];
}

/** Finds a deviation of the one that deviates, if any does. */
export function findAt<Part>(
  deviating: Part | undefined,
  subject: Subject,
  aspect: string,
  expected: string,
  found: (one: Part) => string,
): readonly Finding[] {
  return deviating === undefined ? [] : [find(subject, aspect, expected, found(deviating))];
}

/** Finds a deviation of the first of those that deviate, and tells where it is and how many others there are. */
export function findFirst<Part extends { readonly text: string }>(
  deviating: readonly Part[],
  subject: Subject,
  aspect: string,
  expected: string,
  found: (one: Part) => string,
): readonly Finding[] {
  return findAt(deviating[0], subject, aspect, expected, (one) => tellFirst(deviating, found(one)));
}

/** Tells what was found at the first of several places, where that is, and how many others there are. */
export function tellFirst([first, ...others]: readonly { readonly text: string }[], found: string): string {
  const more = others.length === 0 ? "" : ` và ${others.length} chỗ khác`;
  return `${found} ở ${quote(first?.text.trim() ?? "")}${more}`;
}

/** Shows a number with a decimal comma, one decimal at most. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace(".", ",");
}

/** Quotes the beginning of a text. */
export function quote(text: string): string {
  return text.length <= 40 ? `“${text}”` : `“${text.slice(0, 39).trimEnd()}…”`;
}
