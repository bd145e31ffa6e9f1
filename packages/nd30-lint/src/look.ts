/** The checks of a text's look that all rules share: size, weight, slant, capitals, place on the line. */
import type { Paragraph, Run } from "./document.ts";
import { decimal, type Finding, findFirst, type Subject } from "./finding.ts";

/** What an element should look like; what is left out may be anything. Sizes in points. */
export type WantedLook = {
  readonly size?: readonly [least: number, most: number];
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly capitals?: boolean;
  readonly centred?: boolean;
};

/** Holds paragraphs of one element against its look: a finding for each aspect, naming the first that deviates. */
export function checkLook(subject: Subject, paragraphs: readonly Paragraph[], wanted: WantedLook): readonly Finding[] {
  const { size, bold, italic, capitals, centred } = wanted;
  const withRun = (isWrong: (run: Run) => boolean) => paragraphs.filter(({ runs }) => runs.some(isWrong));
  const findings: Finding[] = [];
  if (size) {
    const isWrong = (run: Run) => run.size < size[0] || run.size > size[1];
    const found = ({ runs }: Paragraph) => `cỡ ${decimal(runs.find(isWrong)?.size ?? 0)}`;
    findings.push(...findFirst(withRun(isWrong), subject, "size", `cỡ chữ ${sizes(size)}`, found));
  }
  if (bold !== undefined) {
    const [expected, found] = bold ? ["chữ đậm", "chữ không đậm"] : ["chữ không đậm", "chữ đậm"];
    findings.push(
      ...findFirst(
        withRun((run) => run.bold !== bold),
        subject,
        "bold",
        expected,
        () => found,
      ),
    );
  }
  if (italic !== undefined) {
    const [expected, found] = italic ? ["chữ nghiêng", "chữ đứng"] : ["chữ đứng", "chữ nghiêng"];
    findings.push(
      ...findFirst(
        withRun((run) => run.italic !== italic),
        subject,
        "italic",
        expected,
        () => found,
      ),
    );
  }
  if (capitals) {
    const small = paragraphs.filter((one) => !isCapital(one));
    findings.push(...findFirst(small, subject, "capitals", "chữ in hoa", () => "chữ in thường"));
  }
  if (centred) {
    const aside = paragraphs.filter(({ align }) => align !== "center");
    findings.push(...findFirst(aside, subject, "centred", "đặt giữa", sideOf));
  }
  return findings;
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

function sizes([least, most]: readonly [number, number]): string {
  return least === most ? decimal(least) : `${decimal(least)}–${decimal(most)}`;
}
