/**
 * The journal beside a workbook's file: one JSON line for what was accepted, on the disk before it is
 * acknowledged. Knows lines and the file's fingerprint; what they do is not its affair.
 */
import { createHash } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { CellContent } from "gas-offline";
import { isJson, type Json, listOf, numberOf, systemCode, textOf } from "gas-offline/internals";
import type { Edit, PageAction } from "../protocol.ts";
import type { CellState } from "./history.ts";
import { readAction, readLook } from "./read-action.ts";

/** What was accepted, by whom and when: edits, an action, or cells that were put back as they had been. */
export type JournalLine = { readonly user: string; readonly at: string } & Accepted;

export type Accepted =
  | { readonly edits: readonly Edit[] }
  | { readonly action: PageAction }
  | { readonly cells: readonly CellState[] };

export type Journal = {
  /** Number of lines since the journal was last reduced. */
  readonly length: () => number;
  /** Puts a line on the disk. When this throws, nothing of it is there. */
  readonly append: (line: JournalLine) => Promise<void>;
  /** Notes that a file of this fingerprint, which is about to be put in place, holds the first `count` lines. */
  readonly announce: (fingerprint: string, count: number) => Promise<void>;
  /** Lets go of the first `count` lines: the file of this fingerprint holds them. */
  readonly reduce: (fingerprint: string, count: number) => Promise<void>;
  /** Closes the journal, and removes it when nothing is left in it. */
  readonly close: () => Promise<void>;
};

/** The lines that a journal adds to a file; `foreign`: the file is not the one that they were added to. */
export type LeftBehind = { readonly lines: readonly JournalLine[]; readonly foreign: boolean };

/** Where the journal of a workbook's file stands. */
export function journalPath(file: string): string {
  return `${file}.nhat-ky`;
}

/** Fingerprint of a file's bytes. */
export function fingerprintOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Reads what an earlier session left, if anything. A last line that was cut off was never acknowledged. */
export async function readJournal(path: string, fingerprint: string): Promise<LeftBehind> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return "";
    throw error;
  });
  const records = text.split("\n").flatMap((line): readonly unknown[] => {
    try {
      return [JSON.parse(line)];
    } catch {
      return [];
    }
  });
  const lines: JournalLine[] = [];
  let from: number | undefined;
  for (const record of records) {
    if (!isJson(record)) continue;
    if (record["base"] === fingerprint) from = 0;
    if (record["saved"] === fingerprint) from = numberOf(record["count"]) ?? 0;
    const accepted = readAccepted(record);
    if (accepted) lines.push({ user: textOf(record["user"]), at: textOf(record["at"]), ...accepted });
  }
  return { lines: lines.slice(from ?? 0), foreign: from === undefined && lines.length > 0 };
}

function readAccepted(record: Json): Accepted | undefined {
  if (Array.isArray(record["edits"])) {
    return {
      edits: listOf(record["edits"]).flatMap((edit): readonly Edit[] => {
        const place = placeOf(edit);
        const value = edit["value"];
        return place ? [{ ...place, value: isContent(value) ? value : null }] : [];
      }),
    };
  }
  if (Array.isArray(record["cells"])) {
    return {
      cells: listOf(record["cells"]).flatMap((cell): readonly CellState[] => {
        const place = placeOf(cell);
        const [{ value, formula }, format] = [cell, readLook(cell["format"])];
        if (!place) return [];
        return [
          {
            ...place,
            ...(isContent(value) ? { value } : {}),
            ...(typeof formula === "string" ? { formula } : {}),
            ...(format ? { format } : {}),
          },
        ];
      }),
    };
  }
  const action = readAction(record["action"]);
  return action && { action };
}

function placeOf(given: Json): Pick<Edit, "sheet" | "row" | "column"> | undefined {
  const [sheet, row, column] = [numberOf(given["sheet"]), numberOf(given["row"]), numberOf(given["column"])];
  return sheet === null || row === null || column === null ? undefined : { sheet, row, column };
}

function isContent(value: unknown): value is CellContent {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

/** Starts a journal for a file of this fingerprint, with the lines that are not in the file yet. */
export async function startJournal(
  path: string,
  fingerprint: string,
  left: readonly JournalLine[] = [],
): Promise<Journal> {
  let lines = [...left];
  let file = await writeAnew(path, fingerprint, lines);

  const put = async (record: unknown): Promise<void> => {
    const { size } = await file.stat();
    try {
      await file.appendFile(`${JSON.stringify(record)}\n`);
      await file.datasync();
    } catch (error) {
      // Half a line would spoil the next one.
      await file.truncate(size).catch(() => undefined);
      throw error;
    }
  };

  return {
    length: () => lines.length,
    async append(line) {
      await put(line);
      lines.push(line);
    },
    announce: (saved, count) => put({ saved, count }),
    async reduce(saved, count) {
      const rest = lines.slice(count);
      const next = await writeAnew(path, saved, rest);
      await file.close();
      file = next;
      lines = rest;
    },
    async close() {
      await file.close();
      if (lines.length === 0) await rm(path, { force: true });
    },
  };
}

/** Makes the journal's name last through a power cut, where the system can. */
async function settleFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Writes the whole journal beside the old one and puts it in its place, open for more lines. */
async function writeAnew(path: string, base: string, lines: readonly JournalLine[]) {
  const temporary = `${path}.moi`;
  await rm(temporary, { force: true });
  const file = await open(temporary, "ax");
  try {
    await file.appendFile([{ base }, ...lines].map((record) => `${JSON.stringify(record)}\n`).join(""));
    await file.sync();
    await rename(temporary, path);
    await settleFolder(dirname(path));
    return file;
  } catch (error) {
    await file.close();
    await rm(temporary, { force: true });
    throw error;
  }
}
