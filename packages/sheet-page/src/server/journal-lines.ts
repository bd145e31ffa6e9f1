/**
 * The lines of a journal as text. Each is `<serial> <checksum> <JSON>`; the checksum covers the serial, the JSON and the
 * fingerprint of the file to which the journal belongs, so a line of another file is none. Serials run from 0 without a
 * gap, so a line that is missing is noticed. Journals of earlier versions, lines of JSON alone, are read as well.
 */
import { createHash } from "node:crypto";
import type { CellContent } from "gas-offline";
import * as v from "valibot";
import type { Edit, PageAction } from "../protocol.ts";
import type { CellState } from "./history.ts";
import { readAction, readLook } from "./read-action.ts";

/** What was accepted, by whom and when: edits, an action, or cells that were put back as they had been. */
export type JournalLine = { readonly user: string; readonly at: string } & Accepted;

export type Accepted =
  | { readonly edits: readonly Edit[] }
  | { readonly action: PageAction }
  | { readonly cells: readonly CellState[] };

/** Lines that cannot be read any more: how many at least, between which times, and the text that is left of them. */
export type Loss = { readonly count: number; readonly after: string; readonly before: string; readonly text: string };

/** The lines that a journal adds to a file, and what is damaged; `foreign`: they were added to another file. */
export type LeftBehind = {
  readonly lines: readonly JournalLine[];
  readonly foreign: boolean;
  readonly losses: readonly Loss[];
  /** Lines behind a lost one that may have moved cells: their places are not certain any more. */
  readonly uncertain: readonly JournalLine[];
};

/** What stands in a line: the file's fingerprint at the start, what was accepted, or that a new file holds it. */
type Entry =
  | { readonly kind: "base"; readonly base: string }
  /** The file of this fingerprint holds what was accepted up to a serial or, in an old journal, so many lines. */
  | { readonly kind: "saved"; readonly saved: string; readonly through?: number; readonly count?: number }
  | { readonly kind: "accepted"; readonly line: JournalLine };

const place = { sheet: v.number(), row: v.number(), column: v.number() };
const content = v.custom<CellContent>((value) => ["string", "number", "boolean"].includes(typeof value));
const by = { user: v.fallback(v.string(), ""), at: v.fallback(v.string(), "") };

const edits = v.object({ ...by, edits: v.array(v.object({ ...place, value: v.nullable(content) })) });
const cells = v.object({
  ...by,
  cells: v.array(
    v.pipe(
      v.object({
        ...place,
        value: v.exactOptional(content),
        formula: v.exactOptional(v.string()),
        format: v.exactOptional(v.unknown()),
      }),
      v.transform(({ format, ...cell }): CellState => {
        const look = readLook(format);
        return look ? { ...cell, format: look } : cell;
      }),
    ),
  ),
});
const action = v.object({
  ...by,
  action: v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }): PageAction => {
      const read = readAction(dataset.value);
      if (read) return read;
      addIssue({ message: "an action of the page" });
      return NEVER;
    }),
  ),
});
const base = v.object({ base: v.string() });
const saved = v.object({ saved: v.string(), through: v.exactOptional(v.number()), count: v.exactOptional(v.number()) });

const entry = v.union([
  v.pipe(
    v.union([edits, cells, action]),
    v.transform((line): Entry => ({ kind: "accepted", line })),
  ),
  v.pipe(
    base,
    v.transform((given): Entry => ({ kind: "base", ...given })),
  ),
  v.pipe(
    saved,
    v.transform((given): Entry => ({ kind: "saved", ...given })),
  ),
]);

/** Writes a record as a line of the journal of a file. */
export function writeLine(file: string, serial: number, record: unknown): string {
  const json = JSON.stringify(record);
  return `${serial} ${checksumOf(file, serial, json)} ${json}\n`;
}

function checksumOf(file: string, serial: number, json: string): string {
  return createHash("sha256").update(`${file}\n${serial}\n${json}`).digest("hex").slice(0, 16);
}

/** Reads a journal's text for the file of this fingerprint. */
export function readLines(text: string, fingerprint: string): LeftBehind {
  return text.startsWith("{") ? readOldLines(text, fingerprint) : readCheckedLines(text, fingerprint);
}

type Numbered = { readonly serial: number; readonly entry: Entry };

function readCheckedLines(text: string, fingerprint: string): LeftBehind {
  const parts = text.split("\n");
  // What follows the last line break was cut off and never acknowledged, unless the break itself is damaged.
  const unfinished = parts.pop() ?? "";
  const first = readParts(parts[0] ?? unfinished);
  const named = first && readJson(first.json);
  // Where the first line is damaged, the lines behind it tell whether they are of this file.
  const file = named?.kind === "base" && first && isWhole(named.base, first) ? named.base : fingerprint;
  const last = readChecked(file, unfinished) ?? readChecked(file, unfinished.slice(0, -1));

  const read: Numbered[] = [];
  const losses: (Loss & { readonly serial: number })[] = [];
  let damaged: string[] = [];
  const closeGap = (next: Numbered | undefined) => {
    const expected = (read[read.length - 1]?.serial ?? -1) + 1;
    const missing = next ? next.serial - expected : countRecords(damaged.join("\n"), expected);
    if (missing > 0) {
      const [after, before] = [timeOf(read[read.length - 1]), timeOf(next)];
      losses.push({ count: missing, after, before, text: damaged.join("\n"), serial: expected });
    }
    damaged = [];
  };
  for (const part of [...parts.map((line) => readChecked(file, line) ?? line), ...(last ? [last] : [])]) {
    if (typeof part === "string") damaged.push(part);
    else {
      closeGap(part);
      read.push(part);
    }
  }
  closeGap(undefined);

  const through = heldBy(fingerprint, file, read);
  const added = read.filter(({ serial }) => serial > (through ?? 0));
  const lost = losses.filter(({ serial, count }) => serial + count - 1 > (through ?? -1));
  // The first line says only whose journal it is, which the others have answered.
  const lostEdits = lost.flatMap(({ serial, ...loss }) => {
    const count = serial === 0 ? loss.count - 1 : loss.count;
    return count > 0 ? [{ ...loss, count }] : [];
  });
  const moved = lost.find(({ text: remains, serial, count }) =>
    mayMoveCells(remains, serial === 0 ? count - 1 : count),
  );
  const lines = (from: readonly Numbered[]) =>
    from.flatMap((one) => (one.entry.kind === "accepted" ? [one.entry.line] : []));
  const isSure = ({ serial }: Numbered) => moved === undefined || serial < moved.serial;
  const foreign = through === undefined && read.length > 0 && added.length + lostEdits.length > 0;
  return {
    lines: lines(added.filter(isSure)),
    foreign,
    losses: lostEdits,
    uncertain: lines(added.filter((one) => !isSure(one))),
  };
}

/** How many records are in damaged text at a journal's end, where no serial tells: one at least, if there is any. */
function countRecords(text: string, serial: number): number {
  const accepted = text.match(/"at":/g)?.length ?? 0;
  return text === "" ? 0 : Math.max(1, accepted + (serial === 0 ? 1 : 0));
}

/** The serial up to which the file of a fingerprint holds everything; none if the journal is another file's. */
function heldBy(fingerprint: string, file: string, read: readonly Numbered[]): number | undefined {
  let through = file === fingerprint && read.length > 0 ? 0 : undefined;
  for (const { entry: one } of read) {
    if (one.kind === "saved" && one.saved === fingerprint) through = one.through ?? 0;
  }
  return through;
}

type Parts = { readonly serial: number; readonly checksum: string; readonly json: string };

function readParts(line: string): Parts | undefined {
  const [, serial, checksum, json] = /^(\d{1,9}) ([0-9a-f]{16}) (.*)$/s.exec(line) ?? [];
  if (serial === undefined || checksum === undefined || json === undefined) return undefined;
  return { serial: Number(serial), checksum, json };
}

function isWhole(file: string, { serial, checksum, json }: Parts): boolean {
  return checksumOf(file, serial, json) === checksum;
}

function readChecked(file: string, line: string): Numbered | undefined {
  const parts = readParts(line);
  const read = parts && isWhole(file, parts) ? readJson(parts.json) : undefined;
  return parts && read && { serial: parts.serial, entry: read };
}

function readJson(json: string): Entry | undefined {
  try {
    const read = v.safeParse(entry, JSON.parse(json));
    return read.success ? read.output : undefined;
  } catch {
    return undefined;
  }
}

function timeOf(numbered: Numbered | undefined): string {
  return numbered?.entry.kind === "accepted" ? numbered.entry.line.at : "";
}

/** Tells whether what is left of lost lines may have been an action: rows put in, a tab deleted, cells moved. */
function mayMoveCells(remains: string, count: number): boolean {
  if (count <= 0) return false;
  const edited = remains.match(/"(?:sheet|row|column|value)":/g)?.length ?? 0;
  return /"action"|"kind":/.test(remains) || edited < 2 * count;
}

/** Reads a journal of a version without checksums: what cannot be read is told, if it was ever finished. */
function readOldLines(text: string, fingerprint: string): LeftBehind {
  const parts = text.split("\n");
  parts.pop();
  const lines: JournalLine[] = [];
  const losses: Loss[] = [];
  let from: number | undefined;
  for (const part of parts) {
    const read = readJson(part);
    if (read?.kind === "base" && read.base === fingerprint) from = 0;
    else if (read?.kind === "saved" && read.saved === fingerprint) from = read.count ?? 0;
    else if (read?.kind === "accepted") lines.push(read.line);
    else if (!read) losses.push({ count: 1, after: lines[lines.length - 1]?.at ?? "", before: "", text: part });
  }
  const added = lines.slice(from ?? 0);
  const foreign = from === undefined && (lines.length > 0 || losses.length > 0);
  return { lines: added, foreign, losses, uncertain: [] };
}
