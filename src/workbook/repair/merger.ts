/**
 * Merging a unit into another: what it did goes over, for an event that took place and money that was spent stay facts;
 * what it counted does not, for the new unit counts itself again.
 */
import { readMoney } from "../../core/value.ts";
import { type FormRow, rowKey } from "../form.ts";
import type { Cell } from "../grid.ts";
import type { CarriedRow } from "../migrated-input.ts";
import { splitKey } from "../read/block.ts";
import type { BlockKey } from "../schema.ts";
import type { GatheringDraft } from "./carrying.ts";

/** Why a unit cannot be merged yet, or undefined if it was. */
export type MergerFault = { readonly missingRows: number };

/**
 * Moves a unit's activities into free rows of another's, and adds its money to the other's. Nothing is moved where the
 * rows of activities do not suffice.
 */
export function mergeInto(
  draft: GatheringDraft,
  from: string,
  into: string,
  rows: readonly FormRow[],
): MergerFault | undefined {
  const source = draft.carried.get(from) ?? new Map<string, CarriedRow>();
  const target = draft.carried.get(into) ?? new Map<string, CarriedRow>();
  const activities = [...source].filter(([key]) => splitKey(key)[0] === "HD");
  const free = rows
    .filter((row) => row.kind === "activity")
    .map(rowKey)
    .filter((key) => !target.has(key));
  if (activities.length > free.length) return { missingRows: activities.length - free.length };
  draft.carried.set(into, target);
  activities.forEach(([key, row], index) => {
    target.set(free[index] ?? key, row);
    source.delete(key);
  });
  for (const [key, row] of [...source]) {
    if (splitKey(key)[0] !== "KP") continue;
    const sum = addMoney(row, target.get(key));
    if (!sum) continue;
    target.set(key, sum);
    source.delete(key);
  }
  return undefined;
}

/** Adds amounts field by field; undefined if one of them is no amount, for then a person must look. */
function addMoney(one: CarriedRow, other: CarriedRow = new Map()): CarriedRow | undefined {
  const sum = new Map<BlockKey, Cell>(other);
  for (const [field, value] of one) {
    const [here, there] = [value, other.get(field)].map((cell) => readMoney(cell));
    if (there === undefined) sum.set(field, value);
    else if (typeof here === "number" && typeof there === "number") sum.set(field, here + there);
    else return undefined;
  }
  return sum;
}
