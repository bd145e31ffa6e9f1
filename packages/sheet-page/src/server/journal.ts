/**
 * The journal beside a workbook's file: one line for what was accepted, on the disk before it is acknowledged. Knows
 * lines and the file's fingerprint; what they do is not its affair.
 */
import { createHash } from "node:crypto";
import { open, readFile, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "gas-offline/internals";
import { type JournalLine, type LeftBehind, readLines, writeLine } from "./journal-lines.ts";

export type { JournalLine, LeftBehind, Loss } from "./journal-lines.ts";

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
  return readLines(text, fingerprint);
}

/** Starts a journal for a file of this fingerprint, with the lines that are not in the file yet. */
export async function startJournal(
  path: string,
  fingerprint: string,
  left: readonly JournalLine[] = [],
): Promise<Journal> {
  let lines = left.map((line, index) => ({ line, serial: index + 1 }));
  let base = fingerprint;
  let last = lines.length;
  let file = await writeAnew(path, base, left);

  const put = async (record: unknown): Promise<number> => {
    const { size } = await file.stat();
    try {
      await file.appendFile(writeLine(base, last + 1, record));
      await file.datasync();
      last += 1;
      return last;
    } catch (error) {
      // Half a line would spoil the next one.
      await file.truncate(size).catch(() => undefined);
      throw error;
    }
  };

  return {
    length: () => lines.length,
    async append(line) {
      lines.push({ line, serial: await put(line) });
    },
    async announce(saved, count) {
      await put({ saved, through: lines[count - 1]?.serial ?? 0 });
    },
    async reduce(saved, count) {
      const rest = lines.slice(count).map(({ line }, index) => ({ line, serial: index + 1 }));
      const next = await writeAnew(
        path,
        saved,
        rest.map(({ line }) => line),
      );
      await file.close();
      file = next;
      lines = rest;
      base = saved;
      last = rest.length;
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
    await file.appendFile([{ base }, ...lines].map((record, serial) => writeLine(base, serial, record)).join(""));
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
