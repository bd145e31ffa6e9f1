/**
 * Keeps an open workbook on the disk: its file, the journal beside it and the marker that it is open. A file that
 * another program changed meanwhile is never overwritten: the workbook goes on under another name.
 */
import { lstat, readFile, realpath, rename, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { cellName } from "a1";
import { loadWorkbook, saveWorkbook, type WorkbookModel } from "gas-offline";
import { fileName, UsageFault } from "gas-offline/internals";
import { fingerprintOf, type JournalLine, journalPath, type Loss, readJournal, startJournal } from "./journal.ts";
import { type Lock, requireNotOpen, takeLock } from "./lock.ts";

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
  const file = found?.isSymbolicLink() ? await realpath(given).catch(() => given) : given;
  // What is missing, or no file of the disk, cannot be locked; loading it says so.
  if (!(await stat(file).catch(() => undefined))?.isFile()) await loadWorkbook(given);
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

/**
 * Throws a UsageFault if a file is not to be worked on outside the page: the page has it open, or a session that was cut
 * off left edits that are not in it yet.
 */
export async function requireSettled(given: string): Promise<void> {
  const file = await realpath(given).catch(() => given);
  await requireNotOpen(file);
  const [kept, found] = [await stat(journalPath(file)).catch(() => undefined), await stat(file).catch(() => undefined)];
  if (!kept?.isFile() || !found?.isFile()) return;
  const { lines, foreign, losses, uncertain } = await readJournal(
    journalPath(file),
    fingerprintOf(await readFile(file)),
  );
  const count = lines.length + losses.length + uncertain.length;
  if (foreign || count === 0) return;
  throw new UsageFault(
    `Sổ “${given}” còn ${count} lần gõ nằm trong nhật ký, chưa vào tệp, vì lần mở trước bị ngắt. Hãy mở sổ bằng so2282 open, bấm Ctrl-C để lưu, rồi thử lại.`,
  );
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
  const { lines, foreign, losses, uncertain } = await readJournal(journalPath(path), known);
  const notices: string[] = [];
  const aside = `${journalPath(path)}.${stampOf(new Date())}`;
  if (foreign || losses.length > 0) await rename(journalPath(path), aside);
  if (foreign) {
    const count = lines.length + uncertain.length;
    notices.push(
      `Tệp “${file}” đã bị chương trình khác sửa trong khi còn ${count} lần gõ chưa lưu vào tệp. Các lần gõ đó được giữ ở “${aside}”; sổ mở theo tệp hiện có.`,
    );
  }
  notices.push(...losses.map((loss) => describeLoss(loss, workbook)));
  if (!foreign && uncertain.length > 0) {
    notices.push(
      `Trong phần hỏng có thể có việc thêm, xóa, chuyển dòng, cột hoặc tab, nên ${uncertain.length} lần gõ sau đó không đưa vào sổ được chắc đúng ô. Hãy xem lại và gõ lại.`,
    );
  }
  if (!foreign && losses.length > 0) notices.push(`Nhật ký hỏng được giữ nguyên ở “${aside}”.`);
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

const MOST_CELLS_TOLD = 3;

/** Says how many edits were lost, when, and in which cells as far as what is left of them can be read. */
function describeLoss({ count, after, before, text }: Loss, workbook: WorkbookModel): string {
  const times = [
    after === "" ? "" : `sau lúc ${showTime(after)}`,
    before === "" ? "" : `trước lúc ${showTime(before)}`,
  ];
  const found = [...text.matchAll(/"sheet":(\d+),"row":(\d+),"column":(\d+)/g)].slice(0, MOST_CELLS_TOLD);
  const cells = found.flatMap(([, id, row, column]) => {
    const sheet = workbook.sheets.find((one) => one.id === Number(id));
    return sheet ? [`tab “${sheet.name}”, ô ${cellName(Number(row), Number(column))}`] : [];
  });
  const when = times.filter(Boolean).join(", ");
  const where = cells.length === 0 ? "không còn đọc được ở ô nào" : `có lẽ ở ${cells.join("; ")}`;
  return `Nhật ký của lần mở trước bị hỏng: mất ${count} lần gõ${when === "" ? "" : ` (${when})`}, ${where}. Hãy xem lại và gõ lại nếu thiếu.`;
}

/** “08:15 ngày 05/11/2026”, at the machine's clock. */
function showTime(at: string): string {
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return at;
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${two(time.getDate())}/${two(time.getMonth() + 1)}/${time.getFullYear()}`;
  return `${two(time.getHours())}:${two(time.getMinutes())} ngày ${day}`;
}

/** Tells whether a file has this fingerprint, or is missing. */
async function isStill(path: string, fingerprint: string): Promise<boolean> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes === undefined || fingerprintOf(bytes) === fingerprint;
}

async function freeName(path: string): Promise<string> {
  const stem = basename(path, ".xlsx");
  for (let count = 1; ; count++) {
    const candidate = join(dirname(path), fileName(stem, ` (bản của trang sổ${count === 1 ? "" : ` ${count}`}).xlsx`));
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
