/** What the layout checker says, and the checks of a text's look that all its rules share. */
import type { Paragraph, Run } from "./document.ts";

/** A deviation. `code` is stable; the rest is Vietnamese, for the person who mends it. */
export type Finding = {
  readonly code: string;
  readonly element: string;
  readonly expected: string;
  readonly found: string;
};

/** An element of the text under its code and its name. */
export type Subject = { readonly code: string; readonly element: string };

/** What an element should look like; what is left out may be anything. Sizes in points. */
export type WantedLook = {
  readonly size?: readonly [least: number, most: number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
  readonly centred?: boolean;
};

/** Makes a finding; `aspect` goes into its code: `subject-size`. */
export function find({ code, element }: Subject, aspect: string, expected: string, found: string): Finding {
  return { code: `${code}-${aspect}`, element, expected, found };
}

/** Holds paragraphs of one element against its look: a finding for each aspect, naming the first that deviates. */
export function checkLook(subject: Subject, paragraphs: readonly Paragraph[], wanted: WantedLook): readonly Finding[] {
  const { size, bold, italic, capitals, centred } = wanted;
  const runs = (wrong: (run: Run) => boolean) => paragraphs.filter((one) => one.runs.some(wrong));
  const say = (aspect: string, expected: string, wrong: readonly Paragraph[], how: (one: Paragraph) => string) => {
    const [first, ...others] = wrong;
    return first ? [find(subject, aspect, expected, `${how(first)} ở ${quote(first.text)}${andMore(others)}`)] : [];
  };
  return [
    ...(size
      ? say(
          "size",
          `cỡ chữ ${sizes(size)}`,
          runs((run) => run.size < size[0] || run.size > size[1]),
          ({ runs: own }) => `cỡ ${decimal(own.find((run) => run.size < size[0] || run.size > size[1])?.size ?? 0)}`,
        )
      : []),
    ...(bold === undefined
      ? []
      : say(
          "bold",
          bold ? "chữ đậm" : "chữ không đậm",
          runs((run) => run.bold !== bold),
          () => (bold ? "chữ không đậm" : "chữ đậm"),
        )),
    ...(italic === undefined
      ? []
      : say(
          "italic",
          italic ? "chữ nghiêng" : "chữ đứng",
          runs((run) => run.italic !== italic),
          () => (italic ? "chữ đứng" : "chữ nghiêng"),
        )),
    ...(capitals
      ? say(
          "capitals",
          "chữ in hoa",
          paragraphs.filter((one) => !isCapital(one)),
          () => "chữ in thường",
        )
      : []),
    ...(centred
      ? say(
          "centred",
          "đặt giữa",
          paragraphs.filter(({ align }) => align !== "center"),
          ({ align }) => SIDES[align],
        )
      : []),
  ];
}

const SIDES = { left: "căn trái", center: "đặt giữa", right: "căn phải", both: "căn đều hai lề" } as const;

/** Names where a paragraph is aligned. */
export function sideOf({ align }: Paragraph): string {
  return SIDES[align];
}

/** Tells whether a paragraph prints in capitals, typed so or formatted so. */
export function isCapital({ text, runs }: Paragraph): boolean {
  return text === text.toUpperCase() || (runs.length > 0 && runs.every((run) => run.caps));
}

/** Shows a number with a decimal comma, one decimal at most. */
export function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace(".", ",");
}

/** Quotes the beginning of a text. */
export function quote(text: string): string {
  return text.length <= 40 ? `“${text}”` : `“${text.slice(0, 39).trimEnd()}…”`;
}

/** Says how many others deviate alike. */
export function andMore(others: readonly unknown[]): string {
  return others.length === 0 ? "" : ` và ${others.length} chỗ khác`;
}

function sizes([least, most]: readonly [number, number]): string {
  return least === most ? decimal(least) : `${decimal(least)}–${decimal(most)}`;
}
