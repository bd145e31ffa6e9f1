/**
 * A data folder's figures, read against the workbook that they go into. A row that cannot be placed is refused with file,
 * line and reason, and the rows beside it are kept; a row that contradicts itself is kept as typed, for `check`.
 */
import type { Commune } from "../../core/commune.ts";
import { foldText } from "../../core/text.ts";
import { type ImportedActivity, readActivitiesFile } from "./activities.ts";
import {
  type ImportedAssessment,
  type ImportedFund,
  type ImportedTask,
  readAssessmentsFile,
  readFundsFile,
  readTasksFile,
} from "./duties.ts";
import type { FieldContext } from "./fields.ts";
import { type ImportedNarrative, readNarrativeFile } from "./narrative.ts";
import type { Refusal } from "./refusal.ts";
import { type ImportedRole, readRolesFile } from "./roles.ts";
import type { FolderTable } from "./table.ts";
import { type ImportedHistory, type ImportedValue, readHistoryFile, readValuesFile } from "./values.ts";

/** A folder's figures that have a place in this workbook. */
export type FolderFigures = {
  readonly values: readonly ImportedValue[];
  readonly activities: readonly ImportedActivity[];
  readonly tasks: readonly ImportedTask[];
  readonly funds: readonly ImportedFund[];
  readonly assessments: readonly ImportedAssessment[];
  readonly narrative: readonly ImportedNarrative[];
  readonly history: readonly ImportedHistory[];
  readonly roles: readonly ImportedRole[];
  readonly refusals: readonly Refusal[];
};

/** Reads all files of figures against the units and tasks of the workbook that they go into. */
export function readFolderFigures(
  tables: readonly FolderTable[],
  { plan, units, taskList }: Pick<Commune, "plan" | "units" | "taskList">,
): FolderFigures {
  const reading: FieldContext = {
    plan,
    tables,
    units: new Map(units.map((unit) => [unit.code, unit])),
    spellings: new Map(units.map(({ code }) => [foldText(code), code])),
    tasks: taskList,
    refusals: [],
  };
  return {
    values: readValuesFile(reading),
    activities: readActivitiesFile(reading),
    tasks: readTasksFile(reading),
    funds: readFundsFile(reading),
    assessments: readAssessmentsFile(reading),
    narrative: readNarrativeFile(reading),
    history: readHistoryFile(reading),
    roles: readRolesFile(reading),
    refusals: reading.refusals,
  };
}
