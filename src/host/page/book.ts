/**
 * An open workbook behind the page: several windows type into it as several users; what one changes, all hear of, and
 * nothing is acknowledged before it is on the disk. Edits, runs and saves take turns.
 */

import { basename } from "node:path";
import { areaName } from "../a1.ts";
import { UsageFault } from "../faults.ts";
import { type Bundle, type OpenWorkbook, openWorkbook, ScriptFault } from "../open.ts";
import type { HostContext } from "../services/context.ts";
import { systemCode } from "../xlsx/errors.ts";
import { saveBeside } from "../xlsx/file.ts";
import { openKeeper } from "./keeper.ts";
import type { Edit, EditAnswer, MenuEntry, PageEvent, Refusal, RunAnswer, WorkbookView } from "./protocol.ts";
import { shareWithNamed, usersOf } from "./rights.ts";
import { createScreen } from "./screen.ts";
import { createTurns } from "./turns.ts";
import { actAs, type Overwritten, repeatCells, typeCells } from "./typing.ts";
import { createFormatNumbers, viewSheet } from "./view.ts";
import { warmUp } from "./warm-up.ts";

/** Hears what happens. */
export type Listener = (event: PageEvent) => void;

export type PageBook = {
  readonly path: () => string;
  readonly notices: readonly string[];
  readonly revision: () => number;
  /** The mailbox of the one who is meant: the given user if the workbook knows them, else the owner. */
  readonly userNamed: (mailbox: string) => string | undefined;
  readonly owner: () => string;
  readonly view: (user: string) => WorkbookView;
  readonly edit: (user: string, edits: readonly Edit[]) => Promise<EditAnswer>;
  /** The page that the add-on has shown last, as its file is. */
  readonly sidebar: () => string | undefined;
  /** Calls a function of the bundle; without consent what it asks is answered with no. */
  readonly run: (user: string, name: string, args: readonly unknown[], consents?: boolean) => Promise<RunAnswer>;
  readonly listen: (listener: Listener) => () => void;
  /** Brings the file up to date, where it is behind. */
  readonly save: () => Promise<void>;
  /** Whether something is not in the file yet. */
  readonly isBehind: () => boolean;
  readonly close: () => Promise<void>;
};

/** How long nobody types before the file itself is brought up to date; until then the journal keeps the edits. */
const IDLE = 20_000;

/** Calls that leave the workbook as it was. Whatever is not known here is taken to have changed it. */
const READING =
  /^(?:\w+\.)+(?:get\w*|can\w*|is\w*|offset|activate|flush|tryLock|releaseLock|newBlob)$|^(?:Ui|Menu|Drive|HtmlService|HtmlOutput)\./;

/**
 * Opens a file for the page. Throws what says, in one line, why it cannot.
 * @param now the moment that the script is told, in milliseconds since 1970; absent: the machine's
 */
export async function openBook(file: string, bundle: Bundle, idle = IDLE, now?: () => number): Promise<PageBook> {
  const { keeper, workbook } = await openKeeper(file);
  let open: OpenWorkbook;
  try {
    open = openWorkbook(workbook, bundle, workbook.owner, now);
    for (const { edits } of keeper.left) repeatCells(open, edits);
    shareWithNamed(workbook);
    open.run("onOpen", [], "LIMITED");
  } catch (error) {
    await keeper.close();
    throw error;
  }
  warmUp(open);
  const menu: readonly MenuEntry[] = [...open.context.menu].map(([caption, functionName]) => ({
    caption,
    functionName,
  }));

  let screen = createScreen(workbook, open.context.calculator);
  let revision = 1;
  let sidebar: string | undefined;
  const inTurn = createTurns();
  const overwritten: Overwritten = new Map();
  /** Whether a script changed what the file does not hold yet; the journal cannot tell of that. */
  let unsaved = false;
  let timer: NodeJS.Timeout | undefined;
  const listeners = new Set<Listener>();
  const tell: Listener = (event) => {
    for (const listener of listeners) listener(event);
  };

  const saveNow = async (): Promise<void> => {
    const beside = await keeper.save();
    unsaved = false;
    if (beside === undefined) return;
    tell({
      kind: "notice",
      message: `Tệp sổ đã bị chương trình khác sửa; không ghi đè. Từ nay sổ được lưu ở “${beside}”.`,
    });
  };

  const isBehind = (): boolean => keeper.isBehind() || unsaved;

  const saveLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), idle);
    timer.unref();
  };

  const save = (): Promise<void> =>
    inTurn(async () => {
      clearTimeout(timer);
      if (!isBehind()) return;
      await saveNow().catch((error: unknown) => {
        tell({ kind: "notice", message: `${messageOf(error)} Mọi số đã gõ vẫn còn trong nhật ký.` });
        saveLater();
      });
    });

  const callAs = (user: string, name: string, args: readonly unknown[]): Pick<RunAnswer, "result" | "error"> => {
    try {
      return { result: actAs(open, user, () => open.run(name, args)) };
    } catch (thrown) {
      if (thrown instanceof ScriptFault) return { result: null, error: thrown.message };
      throw thrown;
    }
  };

  return {
    path: keeper.path,
    notices: keeper.notices,
    revision: () => revision,
    owner: () => workbook.owner,
    userNamed: (mailbox) => usersOf(workbook).find((user) => user.mailbox === mailbox)?.mailbox,
    view(user) {
      const users = usersOf(workbook);
      const formats = createFormatNumbers();
      const sheets = workbook.sheets.map((sheet) => viewSheet(workbook, sheet, screen, user, formats));
      return {
        revision,
        name: workbook.name,
        fileName: basename(keeper.path()),
        user: users.find(({ mailbox }) => mailbox === user) ?? { mailbox: user, label: user },
        users,
        menu,
        formats: formats.list,
        sheets,
      };
    },
    edit: (user, edits) =>
      inTurn(async () => {
        const typed = typeCells(open, user, edits, overwritten);
        let refusals = typed.refusals;
        if (typed.accepted.length > 0) {
          try {
            if (unsaved) await saveNow();
            await keeper.record({ user, at: new Date().toISOString(), edits: typed.accepted });
            saveLater();
          } catch (error) {
            typed.takeBack();
            refusals = [...refusals, ...typed.accepted.map((edit) => notKept(edit, error))];
          }
        }
        revision += 1;
        tell({ kind: "change", revision, sheets: screen.include(screen.update(typed.sheetIds), edits) });
        return { refusals };
      }),
    sidebar: () => sidebar,
    run: (user, name, args, consents = false) =>
      inTurn(async () => {
        open.takeCalls();
        Object.assign(open.context, { withholdsConsent: !consents, asked: false });
        const outcome = callAs(user, name, args);
        const { page, goTo } = takeShown(open.context);
        sidebar = page?.html ?? sidebar;
        const { asked } = open.context;
        const answer = {
          ...outcome,
          asked: asked && !consents,
          ...(goTo ? { goTo } : {}),
          ...(page ? { sidebar: page.title } : {}),
        };
        const messages = open.context.messages.splice(0);
        for (const copy of open.takeCopies()) await saveBeside(copy, keeper.path());
        const files = open
          .takeFiles()
          .map(({ name, mimeType, bytes }) => ({ name, mimeType, base64: Buffer.from(bytes).toString("base64") }));
        if ([...open.takeCalls().keys()].every((call) => READING.test(call))) return { ...answer, messages, files };
        // A script may have changed anything, and the journal does not know what: all of it goes to the disk first.
        unsaved = true;
        shareWithNamed(workbook);
        screen = createScreen(workbook, open.context.calculator);
        revision += 1;
        tell({ kind: "reload", revision });
        try {
          await saveNow();
        } catch (error) {
          saveLater();
          messages.push(`${messageOf(error)} Việc vừa làm chưa nằm trong tệp; sổ sẽ thử lưu lại.`);
        }
        return { ...answer, messages, files };
      }),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    save,
    isBehind,
    async close() {
      await save();
      await inTurn(() => keeper.close());
    },
  };
}

/** Takes what the script wants the person to see, besides what it says. */
function takeShown(context: HostContext): {
  readonly page?: NonNullable<HostContext["sidebar"]>;
  readonly goTo?: NonNullable<RunAnswer["goTo"]>;
} {
  const { chosen, sidebar } = context;
  [context.chosen, context.sidebar] = [undefined, undefined];
  return {
    ...(sidebar ? { page: sidebar } : {}),
    ...(chosen ? { goTo: { tab: chosen.sheet.name, cells: areaName(chosen.area) } } : {}),
  };
}

function notKept({ sheet, row, column }: Edit, error: unknown): Refusal {
  const full = ["ENOSPC", "EDQUOT"].includes(systemCode(error) ?? "");
  const what = full ? "ổ đĩa đã đầy" : "ổ đĩa báo lỗi khi ghi";
  const message = `Chưa lưu được: ${what}, nên ô đã được trả lại như cũ. Hãy giải phóng chỗ trống rồi gõ lại.`;
  return { sheet, row, column, message, original: messageOf(error) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Finds the user as whom a book is to be opened, or says who there is. */
export function requireUser(book: PageBook, mailbox: string): string {
  const found = book.userNamed(mailbox);
  if (found !== undefined) return found;
  throw new UsageFault(
    `Tham số --as: cần hộp thư có quyền trong sổ (tab Đơn vị); thấy “${mailbox}”. Hãy sửa lại, hoặc bỏ --as để mở với tư cách người tổng hợp.`,
  );
}
