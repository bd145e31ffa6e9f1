/** Annex V: what each unit has reported of all that it should, when it submitted that, and whether it was approved. */
import { eventFault } from "../../core/event.ts";
import { showDay } from "../../core/period.ts";
import { elementOf } from "../../core/plan/plan.ts";
import { ASSESSMENT_PARTS, tasksOf } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import type { OrgUnit } from "../../core/unit.ts";
import type { Moment } from "../../core/workflow/deadline.ts";
import type { Filing } from "../../core/workflow/filing.ts";
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
  readonly nop_luc: string;
  readonly dung_han: string;
  readonly trang_thai: string;
  readonly duyet_luc: string;
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
    const activities = commune.activities.filter((one) => one.unit === unit.code && !eventFault(one, commune));
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
      ...tellFiling(facts.filingOf(unit)),
    };
  });
}

const NOT_SUBMITTED = "Chưa nộp";
const ON_TIME = "Đúng hạn";
const LATE = "Trễ";

function tellFiling(
  filing: Filing | undefined,
): Pick<ReportingRow, "nop_luc" | "dung_han" | "trang_thai" | "duyet_luc"> {
  const submitted = filing?.submittedAt;
  return {
    nop_luc: submitted ? showMinute(submitted) : NOT_SUBMITTED,
    dung_han: submitted ? (filing.late ? LATE : ON_TIME) : NOTHING,
    trang_thai: stateOf(filing),
    duyet_luc: filing?.state === "approved" && filing.decidedAt ? showMinute(filing.decidedAt) : NOTHING,
  };
}

/** The state in the words of a report. What its unit has typed and not submitted is nobody's report. */
function stateOf(filing: Filing | undefined): string {
  switch (filing?.state) {
    case "approved":
      return filing.changedCells === 0 ? "Đã duyệt" : "Đã duyệt, có sửa sau khi duyệt";
    case "submitted":
      return filing.changedCells === 0 ? "Đã nộp, chờ duyệt" : "Đã nộp, có sửa sau khi nộp";
    case "returned":
      return "Trả lại";
    case "filling":
      return filing.submittedAt ? "Mở lại để sửa" : NOT_SUBMITTED;
    default:
      return NOT_SUBMITTED;
  }
}

/** `10/11/2026 08:05`. */
function showMinute({ day, time }: Moment): string {
  return `${showDay(day)} ${time.slice(0, 5)}`;
}

function nameMissing(unit: OrgUnit, facts: Facts): string {
  const missing = unit.elements.filter((element) => facts.standingOf(unit, element) !== "valid");
  if (missing.length === 0) return NOTHING;
  if (missing.length === unit.elements.length && missing.length > 1) return "Toàn bộ số liệu";
  if (missing.length > MOST_NAMES) return `${showCount(missing.length)} số liệu`;
  return missing
    .map((element) => {
      const name = localName(elementOf(facts.commune.plan, element).name, facts.commune.settings.kind);
      return facts.standingOf(unit, element) === "invalid" ? `${name} (${INVALID})` : name;
    })
    .join("; ");
}
