/**
 * An open workbook behind the page. Several windows edit it as several users, and all hear of every change. Nothing is
 * acknowledged before it is on the disk. Edits, runs and saves wait for each other.
 */

import { basename } from "node:path";
import { type Bundle, type OpenWorkbook, openWorkbook } from "gas-offline";
import { customsOf, UsageFault } from "gas-offline/internals";
import type {
  ActAnswer,
  BaseRevision,
  Edit,
  EditAnswer,
  MenuEntry,
  PageAction,
  RunAnswer,
  WorkbookView,
} from "../protocol.ts";
import { acceptAction, acceptEdits, acceptUndo } from "./accept.ts";
import { messageOf } from "./as-user.ts";
import { createHistory, type Direction, restoreCells } from "./history.ts";
import type { JournalLine } from "./journal.ts";
import { shareWithNamed, usersOf } from "./rights.ts";
import { runFunction } from "./scripts.ts";
import type { Listener, Session } from "./session.ts";
import { recalculate, repeatCells } from "./typing.ts";
import { createFormatNumbers, viewSheet } from "./view.ts";
import { createViewTracker } from "./view-tracker.ts";
import { warmUp } from "./warm-up.ts";
import { openWorkbookStore } from "./workbook-store.ts";

export type { Listener } from "./session.ts";

export type PageBook = {
  readonly path: () => string;
  readonly notices: readonly string[];
  readonly revision: () => number;
  /** Returns a mailbox that the workbook knows. Undefined if it does not know it. */
  readonly userNamed: (mailbox: string) => string | undefined;
  readonly owner: () => string;
  readonly view: (user: string) => WorkbookView;
  /** `base`: without it, the window counts as up to date. */
  readonly edit: (user: string, edits: readonly Edit[], base?: BaseRevision) => Promise<EditAnswer>;
  readonly act: (user: string, action: PageAction, base?: BaseRevision) => Promise<ActAnswer>;
  /** Undoes or redoes a window's last step. */
  readonly undoOrRedo: (direction: Direction, user: string, window?: string) => Promise<ActAnswer>;
  /** The HTML that the add-on showed last. */
  readonly sidebar: () => string | undefined;
  /** Calls a function of the bundle. Without consent, its questions are answered with no. */
  readonly run: (user: string, name: string, args: readonly unknown[], consents?: boolean) => Promise<RunAnswer>;
  readonly listen: (listener: Listener) => () => void;
  /** Saves the file if it is behind. */
  readonly save: () => Promise<void>;
  /** Whether the file lacks something. */
  readonly isBehind: () => boolean;
  readonly close: () => Promise<void>;
};

/** How long nobody types before the file itself is brought up to date; until then the journal keeps the edits. */
const IDLE = 20_000;

/** What a script hears if it sends a mail or makes a daily trigger. */
const NO_MAIL =
  "Trang này không gửi thư: sổ đang mở trên máy, không qua Google. Hãy chép lời thư, tải tệp về rồi gửi bằng hộp thư của cơ quan.";

const EVERYTHING: BaseRevision = { window: "", revision: Number.POSITIVE_INFINITY, shapes: {} };

/**
 * Opens a file for the page. Throws a one-line message if it cannot.
 * @param now the script's clock, in milliseconds since 1970; by default the machine's
 */
export async function openBook(file: string, bundle: Bundle, idle = IDLE, now?: () => number): Promise<PageBook> {
  const { store, workbook } = await openWorkbookStore(file);
  let open: OpenWorkbook;
  try {
    open = openWorkbook(workbook, bundle, workbook.owner, now);
    open.context.noMail = NO_MAIL;
    for (const line of store.unsavedLines) repeat(open, line);
    shareWithNamed(workbook);
    open.run("onOpen", [], "LIMITED");
  } catch (error) {
    await store.close();
    throw error;
  }
  open.context.shifted.clear();
  warmUp(open);
  const menu: readonly MenuEntry[] = [...open.context.menu].map(([caption, functionName]) => ({
    caption,
    functionName,
  }));

  const enqueue = createQueue();
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  const session: Session = {
    open,
    store,
    history: createHistory(open),
    written: new Map(),
    tracker: createViewTracker(workbook, open.context.calculator),
    revision: 1,
    unsaved: false,
    sidebar: undefined,
    tell(event) {
      for (const listener of listeners) listener(event);
    },
    saveLater() {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), idle);
      timer.unref();
    },
    async saveNow() {
      const beside = await store.save();
      session.unsaved = false;
      if (beside === undefined) return;
      const message = `Tệp sổ đã bị chương trình khác sửa; không ghi đè. Từ nay sổ được lưu ở “${beside}”.`;
      session.tell({ kind: "notice", message });
    },
  };

  const isBehind = (): boolean => store.isBehind() || session.unsaved;

  const save = (): Promise<void> =>
    enqueue(async () => {
      clearTimeout(timer);
      if (!isBehind()) return;
      await session.saveNow().catch((error: unknown) => {
        session.tell({ kind: "notice", message: `${messageOf(error)} Mọi số đã gõ vẫn còn trong nhật ký.` });
        session.saveLater();
      });
    });

  return {
    path: store.path,
    notices: store.notices,
    revision: () => session.revision,
    owner: () => workbook.owner,
    userNamed: (mailbox) => usersOf(workbook).find((user) => user.mailbox === mailbox)?.mailbox,
    view(user) {
      const users = usersOf(workbook);
      const formats = createFormatNumbers();
      const sheets = workbook.sheets.map((sheet) =>
        viewSheet(workbook, sheet, session.tracker, user, formats, session.history.shapeOf(sheet.id)),
      );
      return {
        revision: session.revision,
        name: workbook.name,
        fileName: basename(store.path()),
        customs: customsOf(workbook.locale),
        user: users.find(({ mailbox }) => mailbox === user) ?? { mailbox: user, label: user },
        users,
        menu,
        notices: store.notices,
        formats: formats.list,
        sheets,
      };
    },
    edit: (user, edits, base = EVERYTHING) => enqueue(() => acceptEdits(session, user, edits, base)),
    act: (user, action, base = EVERYTHING) => enqueue(() => acceptAction(session, user, action, base)),
    undoOrRedo: (direction, user, window = "") => enqueue(() => acceptUndo(session, direction, user, window)),
    sidebar: () => session.sidebar,
    run: (user, name, args, consents = false) => enqueue(() => runFunction(session, user, name, args, consents)),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    save,
    isBehind,
    async close() {
      await save();
      await enqueue(() => store.close());
    },
  };
}

/** Replays a line of the journal. Rights and validations were checked when it was accepted. */
function repeat(open: OpenWorkbook, line: JournalLine): void {
  if ("edits" in line) repeatCells(open, line.edits);
  else if ("action" in line) open.act(line.action);
  else {
    restoreCells(open, line.cells);
    recalculate(open);
  }
}

/** Checks the user as whom a book is opened. Throws a UsageFault with the workbook's users. */
export function requireUser(book: PageBook, mailbox: string): string {
  const found = book.userNamed(mailbox);
  if (found !== undefined) return found;
  throw new UsageFault(
    `Tham số --as: cần hộp thư có quyền trong sổ (tab Đơn vị); thấy “${mailbox}”. Hãy sửa lại, hoặc bỏ --as để mở với tư cách người tổng hợp.`,
  );
}

/** Makes a queue: each action runs once all earlier ones have ended, with or without an error. */
function createQueue(): <Result>(action: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (action) => {
    const next = last.then(action, action);
    last = next.catch(() => undefined);
    return next;
  };
}
