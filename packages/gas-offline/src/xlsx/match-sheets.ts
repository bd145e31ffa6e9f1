/** Which sheet of a file is which that was stored, after other programs renamed, moved, added and removed some. */

import { sameFormula, withSheetsRenamed } from "a1";
import type { Sheet } from "hucre/xlsx";
import { formulaOf, sharedFormulas } from "./formula-cells.ts";
import type { StoredSheet } from "./stored.ts";
import { displayedValuesOf, isBlank, sameValue } from "./values.ts";

/** Tells which sheet of the file is which: by name; then, of those renamed elsewhere, by place; then by order. */
export function matchSheets(
  sheets: readonly Sheet[],
  stored: readonly StoredSheet[],
  from1904: boolean,
): ReadonlyMap<Sheet, StoredSheet> {
  const found = new Map<Sheet, StoredSheet>();
  const byName = new Map(stored.map((one) => [one.fileName.toLowerCase(), one]));
  for (const sheet of sheets) {
    const one = byName.get(sheet.name.toLowerCase());
    if (one) found.set(sheet, one);
  }
  const taken = new Set(found.values());
  const take = (sheet: Sheet | undefined, one: StoredSheet | undefined) => {
    if (!sheet || !one || found.has(sheet) || taken.has(one) || !hasSameFormulas(sheet, one, from1904)) return;
    found.set(sheet, one);
    taken.add(one);
  };
  sheets.forEach((sheet, index) => {
    take(sheet, stored[index]);
  });
  const strangers = sheets.filter((sheet) => !found.has(sheet));
  const missing = stored.filter((one) => !taken.has(one));
  if (strangers.length === missing.length) {
    strangers.forEach((sheet, index) => {
      take(sheet, missing[index]);
    });
  }
  return found;
}

/**
 * Tells whether a sheet still has most of its formulas, or their results. A new sheet in the old one's place does not.
 * A formula that the file has tells by its words: programs may drop what it came to, or compute it differently.
 */
function hasSameFormulas(sheet: Sheet, stored: StoredSheet, from1904: boolean): boolean {
  const shown = displayedValuesOf(sheet, from1904);
  const masters = sharedFormulas(sheet);
  let telling = 0;
  let same = 0;
  for (const { at, seen, formula } of stored.formulas) {
    if (telling === 50) break;
    const [row, column] = [at[0] - 1, at[1] - 1];
    const cell = sheet.cells?.get(`${row},${column}`);
    const found = cell && formulaOf(cell, row, column, masters);
    if (found === undefined && isBlank(seen)) continue;
    telling += 1;
    if (found === undefined ? sameValue(shown(at[0], at[1]), seen) : sameFormula(found, formula)) same += 1;
  }
  return same * 2 >= telling;
}

/** Renames the sheets in the stored part, after another program renamed them. */
export function withRenamedSheets(sheet: StoredSheet, renamed: ReadonlyMap<string, string>): StoredSheet {
  if (renamed.size === 0) return sheet;
  return {
    ...sheet,
    formulas: sheet.formulas.map((one) => ({ ...one, formula: withSheetsRenamed(one.formula, renamed) })),
    validations: sheet.validations.map((one) =>
      one.validation.kind === "formula"
        ? {
            ...one,
            validation: { ...one.validation, formula: withSheetsRenamed(one.validation.formula, renamed) },
          }
        : one,
    ),
    conditionalFormats: sheet.conditionalFormats.map((one) => ({
      ...one,
      rule: { ...one.rule, formula: withSheetsRenamed(one.rule.formula, renamed) },
    })),
  };
}
