/** Imported tasks, money and assessments → cells of their unit's form. */
import { ASSESSMENT_PARTS, TASK_STATUS_NAMES, TASK_STATUSES } from "../../core/task.ts";
import type { ImportedAssessment, ImportedFund, ImportedTask } from "../folder/duties.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { type LineWrite, numberCell, type PlaceOf, type Placing, placeInForm, textCell } from "./lines.ts";
import { isUnrulyCount } from "./values.ts";

/** Returns a function that places what a unit says of one task. */
export function taskPlacer(placeOf: PlaceOf, { commune }: WorkbookRecords): (task: ImportedTask) => Placing {
  const current = new Map(commune.tasks.map((report) => [`${report.unit}\n${report.task}`, report]));
  const names: readonly string[] = TASK_STATUSES.map((status) => TASK_STATUS_NAMES[status]);
  return ({ unit, task, status, result, link }) => {
    const report = current.get(`${unit}\n${task}`);
    const word = status ? TASK_STATUS_NAMES[status] : (report?.statusTyped ?? "");
    const cells = [textCell(word, ""), textCell(result, report?.result), "", textCell(link, report?.link)];
    return placeInForm(placeOf(unit), `NV.${task}`, "word", cells, word !== "" && !names.includes(word));
  };
}

/** Returns a function that places a unit's money from one source. */
export function fundPlacer(placeOf: PlaceOf, { commune }: WorkbookRecords): (fund: ImportedFund) => Placing {
  const typed = new Map(commune.funds.map((fund) => [`${fund.unit}\n${fund.source}`, fund]));
  return ({ unit, source, planned, spent }) => {
    const current = typed.get(`${unit}\n${source}`);
    const cells = [numberCell(planned, current?.planned), numberCell(spent, current?.spent)];
    const unruly = isUnrulyCount(planned ?? current?.planned) || isUnrulyCount(spent ?? current?.spent);
    return placeInForm(placeOf(unit), `KP.${source}`, "first", cells, unruly);
  };
}

/** Returns a function that places the parts of an assessment that the file has words for. */
export function assessmentPlacer(placeOf: PlaceOf): (assessment: ImportedAssessment) => Placing {
  return (imported) => {
    const lines: LineWrite[] = [];
    for (const part of ASSESSMENT_PARTS) {
      if (imported[part] === "") continue;
      const cells = [textCell(imported[part], undefined)];
      const placing = placeInForm(placeOf(imported.unit), `DG.${part}`, "first", cells);
      if ("refusal" in placing) return placing;
      lines.push(...placing.lines);
    }
    return { lines };
  };
}
