/** Everything that was typed anywhere in the workbook and that reading passes over. */
import type { Grid } from "../grid.ts";
import { unreadData, unreadHamlets } from "./forms.ts";
import { unreadHistory } from "./history.ts";
import { unreadNarrative } from "./narrative.ts";
import { unreadSettings, unreadTargets, unreadTasks } from "./plan.ts";
import { unreadRegister } from "./register.ts";
import type { Unread } from "./unread.ts";

type Grids = Readonly<
  Record<"settings" | "targets" | "tasks" | "units" | "hamlets" | "history" | "data" | "narrative", Grid>
>;

/** Lists what no record speaks of, tab by tab. */
export function listUnread(
  grids: Grids,
  register: readonly { readonly code: string }[],
  custodian: string,
): readonly Unread[] {
  const units = new Set(register.map(({ code }) => code));
  return [
    ...unreadSettings(grids.settings),
    ...unreadTargets(grids.targets),
    ...unreadTasks(grids.tasks),
    ...unreadRegister(grids.units, custodian),
    ...unreadHamlets(grids.hamlets, grids.data, units),
    ...unreadData(grids.data, units),
    ...unreadHistory(grids.history),
    ...unreadNarrative(grids.narrative),
  ];
}
