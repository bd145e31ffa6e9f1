/** Conditional formats when the cells beneath them are cleared or copied. */

import { shifted } from "a1";
import type { Area, ConditionalFormat, SheetModel } from "../model.ts";
import { areaWithout, movedArea, sharedArea } from "./areas.ts";

/** Returns a rule over other areas; its formula goes on to say the same of each cell. */
function ruleOver(rule: ConditionalFormat, areas: readonly Area[]): ConditionalFormat | undefined {
  const [was] = rule.areas;
  const [now] = areas;
  if (!was || !now) return undefined;
  return { ...rule, areas, formula: shifted(rule.formula, now.row - was.row, now.column - was.column) };
}

/** Takes the conditional formats off an area; a rule that is left without cells goes. */
export function clearRules(sheet: SheetModel, area: Area): void {
  const kept = sheet.conditionalFormats.flatMap((rule) => {
    if (!rule.areas.some((one) => sharedArea(one, area))) return [rule];
    return (
      ruleOver(
        rule,
        rule.areas.flatMap((one) => areaWithout(one, area)),
      ) ?? []
    );
  });
  sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...kept);
}

/** Remembers the conditional formats of an area, each over the part that lies within. */
export function rulesWithin(sheet: SheetModel, area: Area): readonly ConditionalFormat[] {
  return sheet.conditionalFormats.flatMap((rule) => {
    const areas = rule.areas.flatMap((one) => sharedArea(one, area) ?? []);
    return ruleOver(rule, areas) ?? [];
  });
}

/**
 * Puts remembered conditional formats on cells so many rows down and columns to the right. A rule that the sheet has
 * already is widened, as Google does, so that copying does not multiply rules.
 */
export function putRules(sheet: SheetModel, rules: readonly ConditionalFormat[], down: number, right: number): void {
  for (const rule of rules) {
    const areas = rule.areas.map((area) => movedArea(area, down, right));
    // The rule says at its new place what it said at its old one, relative to each cell.
    const put: ConditionalFormat = { ...rule, areas, formula: shifted(rule.formula, down, right) };
    const index = sheet.conditionalFormats.findIndex((other) => isSameRule(other, put));
    const same = sheet.conditionalFormats[index];
    if (same) sheet.conditionalFormats[index] = { ...same, areas: [...same.areas, ...areas] };
    else sheet.conditionalFormats.push(put);
  }
}

function isSameRule(one: ConditionalFormat, other: ConditionalFormat): boolean {
  const looksAlike =
    one.background === other.background && one.fontColor === other.fontColor && one.bold === other.bold;
  return looksAlike && ruleOver(one, other.areas)?.formula === other.formula;
}
