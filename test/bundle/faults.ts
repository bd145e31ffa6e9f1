/** Faults of Google's services, for tests: one call fails, or the execution ends, before or after the call has had its effect. */
import type { OpenWorkbook } from "gas-offline";

/** `before`, `after`: the call fails so, and the script goes on; `cut`: the execution ends before it. */
export const FAULTS = ["before", "after", "cut"] as const;

export type FaultKind = (typeof FAULTS)[number];

/** Calls that change something, or tell what was changed. */
const EFFECT =
  /^(Properties\.(set|delete)|MailApp\.|Range\.set|SpreadsheetApp\.flush|Sheet\.insert|Protection\.(add|remove|set|get))/;

/** Runs an act; returns the numbers of its calls that have an effect, from the first one of the named call on. */
export function listEffects(open: OpenWorkbook, from: string, act: () => unknown): readonly number[] {
  const calls: string[] = [];
  open.context.onCall = (call, when) => {
    if (when === "before") calls.push(call);
  };
  act();
  open.context.onCall = () => undefined;
  const first = calls.indexOf(from);
  return calls.flatMap((call, index) => (index >= first && EFFECT.test(call) ? [index] : []));
}

/** Runs an act in which the call of a number ends with a fault; returns what the act threw, if anything. */
export function runWithFault(open: OpenWorkbook, number: number, kind: FaultKind, act: () => unknown): string {
  const { context } = open;
  let count = 0;
  context.onCall = (_call, when) => {
    const isMeant = count === number;
    if (when === "after") count++;
    if (!isMeant) return;
    if (kind === "cut") context.callsLeft = 0;
    if (kind === "cut" && when === "before") throw context.realm.makeError("Exceeded maximum execution time");
    if (kind === when) throw context.realm.makeError("Service error: try again later");
  };
  try {
    act();
    return "";
  } catch (thrown) {
    return String(thrown);
  } finally {
    context.onCall = () => undefined;
    context.callsLeft = Number.POSITIVE_INFINITY;
  }
}
