/**
 * Keeps an open workbook on the disk: its file, the journal beside it and the marker that it is open. A file that
 * another program changed meanwhile is never overwritten: the workbook goes on under another name.
 */
import { lstat, readFile, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { loadWorkbook, saveWorkbook, type WorkbookModel } from "gas-offline";
import { fingerprintOf, type JournalLine, journalPath, readJournal, startJournal } from "./journal.ts";
import { type Lock, takeLock } from "./lock.ts";

export type WorkbookStore = {
  /** The file's present path. */
  readonly path: () => string;
  /** Lines of the journal that an earlier session left. Replay them before anything else. */
  readonly unsavedLines: readonly JournalLine[];
  /** What the person who opens the file should know. */
  readonly notices: readonly string[];
  /** Puts accepted edits on the disk. If it throws, they are not there. */
  readonly record: (line: JournalLine) => Promise<void>;
  /** Whether the journal holds edits that the file does not. */
  readonly isBehind: () => boolean;
  /** Saves the file. Returns its new path if it is saved elsewhere than before. */
  readonly save: () => Promise<string | undefined>;
  /** Releases the file. Unsaved edits stay in the journal. */
  readonly close: () => Promise<void>;
};

/** Opens a file for this process only. A link is resolved. */
export async function openWorkbookStore(
  given: string,
): Promise<{ readonly store: WorkbookStore; readonly workbook: WorkbookModel }> {
  const found = await lstat(given).catch(() => undefined);
  // A missing file cannot be locked; loading it says so.
  if (!found) await loadWorkbook(given);
  const file = found?.isSymbolicLink() ? await realpath(given).catch(() => given) : given;
  const lock = await takeLock(file);
  try {
    // If the file changes while it is read, saving will notice another fingerprint.
    const bytes = await readFile(file).catch(() => new Uint8Array());
    const workbook = await loadWorkbook(file);
    return { store: await startWorkbookStore(file, workbook, fingerprintOf(bytes), lock), workbook };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class ChangedElsewhere extends Error {
  override readonly name = "ChangedElsewhere";
}

async function startWorkbookStore(
  file: string,
  workbook: WorkbookModel,
  fingerprint: string,
  firstLock: Lock,
): Promise<WorkbookStore> {
  let path = file;
  let lock = firstLock;
  let known = fingerprint;
  const { lines, foreign } = await readJournal(journalPath(path), known);
  const notices: string[] = [];
  if (foreign) {
    const aside = `${journalPath(path)}.${stampOf(new Date())}`;
    await rename(journalPath(path), aside);
    notices.push(
      `Tệp “${file}” đã bị chương trình khác sửa trong khi còn ${lines.length} lần gõ chưa lưu vào tệp. Các lần gõ đó được giữ ở “${aside}”; sổ mở theo tệp hiện có.`,
    );
  }
  const unsavedLines = foreign ? [] : lines;
  if (unsavedLines.length > 0) notices.push(`Đã khôi phục ${unsavedLines.length} lần gõ từ nhật ký của lần mở trước.`);
  let journal = await startJournal(journalPath(path), known, unsavedLines);

  /** Saves to the known file, unless another program has changed it. */
  const saveHere = async (): Promise<void> => {
    const count = journal.length();
    let written = known;
    await saveWorkbook(workbook, path, {
      overwrite: true,
      async beforePlaced(bytes) {
        if (!(await isStill(path, known))) throw new ChangedElsewhere();
        written = fingerprintOf(bytes);
        await journal.announce(written, count);
      },
    });
    known = written;
    await journal.reduce(known, count);
  };

  const saveBeside = async (): Promise<string> => {
    const beside = await freeName(path);
    const count = journal.length();
    let written = "";
    await saveWorkbook(workbook, beside, {
      overwrite: false,
      async beforePlaced(bytes) {
        written = fingerprintOf(bytes);
      },
    });
    const nextLock = await takeLock(beside);
    const before = journal;
    journal = await startJournal(journalPath(beside), written);
    await before.reduce(known, count);
    await before.close();
    await lock.release();
    [path, known, lock] = [beside, written, nextLock];
    return beside;
  };

  return {
    path: () => path,
    unsavedLines,
    notices,
    record: (line) => journal.append(line),
    isBehind: () => journal.length() > 0,
    async save() {
      try {
        await saveHere();
        return undefined;
      } catch (error) {
        if (error instanceof ChangedElsewhere) return saveBeside();
        throw error;
      }
    },
    async close() {
      await journal.close();
      await lock.release();
    },
  };
}

/** Tells whether a file has this fingerprint, or is missing. */
async function isStill(path: string, fingerprint: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes === undefined || fingerprintOf(bytes) === fingerprint;
}

async function freeName(path: string): Promise<string> {
  const stem = basename(path, ".xlsx");
  for (let count = 1; ; count++) {
    const candidate = join(dirname(path), `${stem} (bản của trang sổ${count === 1 ? "" : ` ${count}`}).xlsx`);
    const taken = await stat(candidate).then(
      () => true,
      () => false,
    );
    if (!taken) return candidate;
  }
}

function stampOf(at: Date): string {
  return at.toISOString().replace(/[:.]/g, "-");
}
