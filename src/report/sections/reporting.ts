/** Annex V: what each unit has reported of all that it should. The workbook keeps no time of it, so none is told. */
import { elementOf } from "../../core/element.ts";
import { eventFault } from "../../core/event.ts";
import { ASSESSMENT_PARTS, tasksOf } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import { COMPLETENESS_WORDS, type Facts, INVALID, localName, NOTHING } from "../facts.ts";
import { showCount } from "../vietnamese.ts";

export type ReportingRow = {
  readonly stt: string;
  readonly don_vi: string;
  readonly so_lieu: string;
  readonly con_thieu: string;
  readonly nhiem_vu: string;
  readonly hoat_dong: string;
  readonly danh_gia: string;
  readonly tinh_trang: string;
};

/** More missing figures than this are counted, not named. */
const MOST_NAMES = 3;

/** Fills Annex V: a row per unit, in the order of the register. */
export function tabulateReporting(facts: Facts): readonly ReportingRow[] {
  const { commune, completeness } = facts;
  const told = (unit: OrgUnit) => commune.tasks.filter((task) => task.unit === unit.code && task.statusTyped !== "");
  const assessed = new Set(
    commune.assessments
      .filter((assessment) => ASSESSMENT_PARTS.some((part) => foldText(assessment[part]) !== ""))
      .map(({ unit }) => unit),
  );
  return commune.units.map((unit, index) => {
    const duties = new Set(tasksOf(unit, commune.taskList).map(({ code }) => code));
    const done = new Set(told(unit).flatMap(({ task }) => (duties.has(task) ? [task] : [])));
    const activities = commune.activities.filter((one) => one.unit === unit.code && !eventFault(one, commune.year));
    const valid = unit.elements.filter((element) => facts.standingOf(unit, element) === "valid");
    return {
      stt: String(index + 1),
      don_vi: unit.name,
      so_lieu: unit.elements.length === 0 ? NOTHING : `${valid.length}/${unit.elements.length}`,
      con_thieu: nameMissing(unit, facts),
      nhiem_vu: duties.size === 0 ? NOTHING : `${done.size}/${duties.size}`,
      hoat_dong: activities.length === 0 ? NOTHING : showCount(activities.length),
      danh_gia: assessed.has(unit.code) ? "Có" : NOTHING,
      tinh_trang: COMPLETENESS_WORDS[completeness.get(unit.code) ?? "complete"],
    };
  });
}

function nameMissing(unit: OrgUnit, facts: Facts): string {
  const missing = unit.elements.filter((element) => facts.standingOf(unit, element) !== "valid");
  if (missing.length === 0) return NOTHING;
  if (missing.length === unit.elements.length && missing.length > 1) return "Toàn bộ số liệu";
  if (missing.length > MOST_NAMES) return `${showCount(missing.length)} số liệu`;
  return missing
    .map((element) => {
      const name = localName(elementOf(element).name, facts.commune.settings.kind);
      return facts.standingOf(unit, element) === "invalid" ? `${name} (${INVALID})` : name;
    })
    .join("; ");
}
