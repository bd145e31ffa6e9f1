/**
 * Conditional formats as rules that Excel and LibreOffice apply.
 */

import { areaName, shifted } from "a1";
import type { ConditionalRule } from "hucre/xlsx";
import type { SheetModel } from "../model.ts";
import { excelFormula } from "./formula.ts";
import { colorOf } from "./style.ts";

/** Makes the rules of a sheet; one whose formula Excel could not compute is left out. */
export function excelRules(sheet: SheetModel, sheetNames: ReadonlySet<string>): ConditionalRule[] {
  const rules: ConditionalRule[] = [];
  for (const { areas, formula, background, fontColor, bold } of sheet.conditionalFormats) {
    const written = excelFormula(formula, sheetNames, true);
    const [first] = areas;
    if (written === undefined || !first) continue;
    const fill = colorOf(background);
    const color = colorOf(fontColor);
    const font = { ...(bold ? { bold } : {}), ...(color ? { color } : {}) };
    // Each area has a rule of its own: programs do not agree which cell a rule over several areas is relative to.
    for (const area of areas) {
      rules.push({
        type: "expression",
        priority: rules.length + 1,
        formula: shifted(written, area.row - first.row, area.column - first.column),
        range: areaName(area),
        stopIfTrue: true,
        style: {
          ...(Object.keys(font).length > 0 ? { font } : {}),
          // Excel takes the fill of a conditional format from its background colour, others from the foreground.
          ...(fill ? { fill: { type: "pattern", pattern: "solid", fgColor: fill, bgColor: fill } } : {}),
        },
      });
    }
  }
  return rules;
}
