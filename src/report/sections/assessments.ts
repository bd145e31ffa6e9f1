/** Sections V and VII: the coordinator's own text first, then what the units say of their year, each attributed. */
import { saysNothing } from "../../core/answer.ts";
import { type NarrativePart, paragraphsOf } from "../../core/narrative.ts";
import type { AssessmentPart } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { Facts } from "../facts.ts";
import { capitalise, endSentence, joinUnits } from "../vietnamese.ts";

/** Stands between the coordinator's own text and what the units wrote. */
const FROM_UNITS = "Theo báo cáo của các đơn vị:";

/** Writes one part of the assessments, a text per paragraph: `own` parts first; `none` where nobody said anything. */
export function writeAssessments(
  facts: Facts,
  part: AssessmentPart,
  own: readonly NarrativePart[],
  none: string,
): readonly string[] {
  const before = own.flatMap((one) => paragraphsOf(facts.commune.narrative, one));
  const order = new Map(facts.commune.units.map((unit, index) => [unit.code, index]));
  const last = order.size;
  const said = facts.commune.assessments
    .map((assessment) => ({ unit: assessment.unit, text: assessment[part] }))
    .sort((one, other) => (order.get(one.unit) ?? last) - (order.get(other.unit) ?? last));
  const lines = gatherTexts(said, facts.nameOf, "-", before);
  if (before.length === 0) return lines.length > 0 ? lines : [none];
  return [...before, ...(lines.length > 0 ? [FROM_UNITS, ...lines] : [])];
}

/** A line that one or several units wrote. */
type Remark = { readonly text: string; readonly units: string[] };

/** What two lines have alike that say the same: case, spacing, and the mark at the end aside. */
function sameAs(line: string): string {
  return foldText(line).replace(/[.;,!…\s]+$/, "");
}

/**
 * Attributes texts to their units, line by line: what several wrote alike (case, spacing, bullets and the mark at the
 * end aside) stands once, with all their names; what one wrote alone stays together under its name; what was `told`
 * before is left out. Under a “-” several lines stand below it, each with a “+”; under a “+” they follow in its line.
 */
export function gatherTexts(
  said: readonly { readonly unit: string; readonly text: string }[],
  nameOf: (unitCode: string) => string,
  bullet: "-" | "+",
  told: readonly string[] = [],
): readonly string[] {
  const known = new Set(told.flatMap(splitLines).map(sameAs));
  const remarks = new Map<string, Remark>();
  for (const { unit, text } of said) {
    for (const line of splitLines(text)) {
      const key = sameAs(line);
      if (known.has(key)) continue;
      const same = remarks.get(key);
      if (!same) remarks.set(key, { text: endSentence(capitalise(line)), units: [unit] });
      else if (!same.units.includes(unit)) same.units.push(unit);
    }
  }
  const alone = new Map<string, string[]>();
  const blocks: { readonly who: string; readonly lines: string[] }[] = [];
  for (const { text, units } of remarks.values()) {
    const [only = ""] = units;
    const own = units.length === 1 ? alone.get(only) : undefined;
    if (own) {
      own.push(text);
      continue;
    }
    const lines = [text];
    if (units.length === 1) alone.set(only, lines);
    blocks.push({ who: `${bullet} ${joinUnits(units.map(nameOf))}:`, lines });
  }
  return blocks.flatMap(({ who, lines }) =>
    lines.length === 1 || bullet === "+" ? [`${who} ${lines.join(" ")}`] : [who, ...lines.map((line) => `+ ${line}`)],
  );
}

/** Splits what a user typed into its lines; bullets and lines that say nothing are left out. */
export function splitLines(text: string): readonly string[] {
  return text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.trim().replace(/^[-–+•*·](?:\s+|$)/, ""))
    .filter((line) => !saysNothing(line));
}

/** Lists names that users typed, a name a line, each once; bullets and the marks behind them are left out. */
export function namesIn(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.flatMap(splitLines).map((name) => name.replace(/[\s.;,]+$/, "")))].filter(
    (name) => name !== "",
  );
}
