/** The year that forms were made for: noted in the settings, and put back where another one was typed over it. */
import { cellText } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import { SETTINGS_TAB } from "../schema.ts";
import {
  ANOTHER_YEAR,
  readDataYear,
  readYear,
  type SettingKey,
  type TypedSettings,
  withDataYear,
} from "../settings.ts";
import { type Finding, finding } from "./finding.ts";
import { type WholeSheet, yearOfForms } from "./tolerance.ts";

/** Settings whose year is that of the forms, and what makes the tab say so. */
export type KeptYear = {
  readonly settings: TypedSettings;
  readonly findings: readonly Finding[];
  readonly steps: readonly PlanStep[];
};

/**
 * Keeps the year that the forms were made for. Where none is noted, forms that are there tell it; without forms the
 * reporting year is noted for those that are made now. `cellOf`: where a setting's value stands; undefined: the tab is
 * rebuilt. `name`: what the tab is called now.
 */
export function keepYear(
  typed: TypedSettings,
  sheets: readonly WholeSheet[],
  cellOf: (key: SettingKey) => string | undefined,
  name: string,
): KeptYear {
  const [noted, wanted] = [readDataYear(typed), readYear(typed.get("year"))];
  const year = noted ?? yearOfForms(sheets) ?? wanted;
  if (year === undefined) return { settings: typed, findings: [], steps: [] };
  const enter = (key: SettingKey): PlanStep[] => {
    const at = cellOf(key);
    return at === undefined ? [] : [{ do: "enter", tab: SETTINGS_TAB.title, at, cells: [[year]] }];
  };
  const isChanged = wanted !== year;
  const found = finding({ tab: name, cell: cellOf("year") ?? "" }, "year", "patch", {
    expected: `năm báo cáo ${year}`,
    found: cellText(typed.get("year")) || "ô trống",
    action: `Sẽ ghi lại ${year}. ${ANOTHER_YEAR}`,
  });
  return {
    settings: withDataYear(typed, year),
    findings: isChanged ? [found] : [],
    // The noted year comes first: the rule of the other cell looks at it.
    steps: [...(noted === year ? [] : enter("data_year")), ...(isChanged ? enter("year") : [])],
  };
}
