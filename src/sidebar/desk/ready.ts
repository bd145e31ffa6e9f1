/** Which units can be approved together, unseen one by one. */
import type { UnitRow } from "../../addon/rpc.ts";

/** Tells whether a unit has handed in without errors; what was changed by hand, a person looks at first. */
export function isReady({ state, errors, doubtText }: UnitRow): boolean {
  return state === "submitted" && errors === 0 && doubtText === "";
}
