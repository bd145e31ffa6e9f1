/** Sections V and VII: what the units say of their year, in their own words, each attributed to who says it. */
import type { AssessmentPart } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { Facts } from "../facts.ts";
import { endSentence, joinList } from "../vietnamese.ts";

/** Writes one part of the assessments, a text per paragraph; `none` where nobody said anything. */
export function writeAssessments(facts: Facts, part: AssessmentPart, none: string): readonly string[] {
  const order = new Map(facts.commune.units.map((unit, index) => [unit.code, index]));
  const last = order.size;
  const said = facts.commune.assessments
    .map((assessment) => ({ unit: assessment.unit, text: assessment[part] }))
    .sort((one, other) => (order.get(one.unit) ?? last) - (order.get(other.unit) ?? last));
  const lines = gatherTexts(said, facts.nameOf, "-");
  return lines.length > 0 ? lines : [none];
}

/**
 * Attributes texts to their units, identical ones (case and spacing aside) to all who gave them. A text of several lines
 * keeps them, below the names.
 */
export function gatherTexts(
  said: readonly { readonly unit: string; readonly text: string }[],
  nameOf: (unitCode: string) => string,
  bullet: string,
): readonly string[] {
  const gathered = new Map<string, { text: string; units: string[] }>();
  for (const { unit, text } of said) {
    const key = foldText(text);
    if (key === "") continue;
    const same = gathered.get(key);
    if (!same) gathered.set(key, { text, units: [unit] });
    else if (!same.units.includes(unit)) same.units.push(unit);
  }
  return [...gathered.values()].flatMap(({ text, units }) => {
    const who = `${bullet} ${joinList(units.map(nameOf))}:`;
    const lines = splitLines(text);
    return lines.length === 1 ? [`${who} ${endSentence(lines.join(""))}`] : [who, ...lines.map(endSentence)];
  });
}

/** Splits what a user typed into its lines, blank ones left out. */
export function splitLines(text: string): readonly string[] {
  return text
    .split(/[\r\n\v\f\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
