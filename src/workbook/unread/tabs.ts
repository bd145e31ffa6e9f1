/** Everything that was typed anywhere in the workbook and that reading passes over. */
import type { WorkbookRecords } from "../read/workbook.ts";
import { unreadData, unreadHamlets } from "./forms.ts";
import { unreadHistory } from "./history.ts";
import { unreadNarrative } from "./narrative.ts";
import { unreadSettings, unreadTargets, unreadTasks } from "./plan.ts";
import { unreadRegister } from "./register.ts";
import type { Unread } from "./unread.ts";

/** Lists what no record speaks of, tab by tab. */
export function listUnread({ grids, register, commune }: WorkbookRecords): readonly Unread[] {
  const custodian = commune.units.find(({ roles }) => roles.includes("custodian"));
  const units = new Set(register.map(({ code }) => code));
  return [
    ...unreadSettings(grids.settings),
    ...unreadTargets(grids.targets, commune.units),
    ...unreadTasks(grids.tasks, commune.units),
    ...unreadRegister(grids.units, custodian?.code),
    ...unreadHamlets(grids.hamlets, grids.data, units),
    ...unreadData(grids.data, units),
    ...unreadHistory(grids.history),
    ...unreadNarrative(grids.narrative),
  ];
}
