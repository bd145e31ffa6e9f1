/**
 * Units whose locks are being changed, noted before it begins. Where Google cuts an execution off between a lock and the
 * log's line, the next act of the coordinator's finds the note and sets these locks as the log says.
 */
import type { DocumentNotes } from "../noted-tabs.ts";
import { sayNotLetIn } from "../protect.ts";
import type { Warning } from "../rpc/desk.ts";
import { readStored } from "../rpc/read.ts";
import { texts } from "../rpc/shapes.ts";
import type { Guards } from "./guards.ts";
import type { Reading } from "./reading.ts";

const KEY = "workflow.locking";

/** The board, and the notes that were read with it. */
type PendingReading = Pick<Reading, "board" | "notes">;

/** Notes units; none: everything is settled. */
export function noteLocking({ store }: DocumentNotes, units: readonly string[]): void {
  if (units.length === 0) store?.deleteProperty(KEY);
  else store?.setProperty(KEY, JSON.stringify(units));
}

/**
 * Sets the locks of noted units as the log says. Returns a warning for each unit with a mailbox that Google refuses, and
 * for each whose cells cannot be found: it stays noted, and keeps no other act from going on.
 */
export function settleLocking({ board, notes }: PendingReading, guards: Guards): readonly Warning[] {
  const noted = readPendingUnits(notes);
  if (noted.size === 0) return [];
  const lost: string[] = [];
  const warnings = board.units
    .filter(({ unit }) => noted.has(unit.code))
    .flatMap((row): readonly Warning[] => {
      const { code } = row.unit;
      const text = guards.whyNotFound(row);
      if (text === "") return warnOf(code, guards.set(row, row.isLocked));
      lost.push(code);
      return [{ unit: code, text }];
    });
  noteLocking(notes, lost);
  return warnings;
}

/** Makes the warning about a unit's refused mailboxes; none where Google took all. */
export function warnOf(unit: string, refused: readonly string[]): readonly Warning[] {
  return refused.length === 0 ? [] : [{ unit, text: sayNotLetIn(refused) }];
}

/** Reads which units are noted. */
export function readPendingUnits({ read }: DocumentNotes): ReadonlySet<string> {
  const text = read(KEY);
  return new Set(text === null ? [] : readStored(texts(), text));
}
