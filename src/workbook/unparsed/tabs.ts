/** Everything that was typed anywhere in the workbook and that reading passes over. */
import type { WorkbookRecords } from "../read/workbook.ts";
import { findUnparsedData, findUnparsedHamlets } from "./forms.ts";
import { findUnparsedHistory } from "./history.ts";
import { findUnparsedNarrative } from "./narrative.ts";
import { findUnparsedDefinitions, findUnparsedSettings, findUnparsedTasks } from "./plan.ts";
import { findUnparsedUnits } from "./register.ts";
import type { UnparsedIssue } from "./unparsed.ts";

/** Lists what no record speaks of, tab by tab. */
export function listUnparsed({ grids, register, commune }: WorkbookRecords): readonly UnparsedIssue[] {
  const custodian = commune.units.find(({ roles }) => roles.includes("custodian"));
  const units = new Set(register.map(({ code }) => code));
  return [
    ...findUnparsedSettings(grids.settings),
    ...findUnparsedDefinitions(grids, commune.units),
    ...findUnparsedTasks(grids.tasks, commune.units),
    ...findUnparsedUnits(grids.units, custodian?.code, commune.plan),
    ...findUnparsedHamlets(grids.hamlets, grids.data, units, commune.plan),
    ...findUnparsedData(grids.data, units, commune.plan),
    ...findUnparsedHistory(grids.history, commune.plan),
    ...findUnparsedNarrative(grids.narrative),
  ];
}
