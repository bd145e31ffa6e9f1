/** Runs the add-on's functions for a window, and collects what they show, make and change. */
import { areaName } from "a1";
import { ScriptFault, saveBeside } from "gas-offline";
import type { HostContext } from "gas-offline/internals";
import type { RunAnswer } from "../protocol.ts";
import { actAs, messageOf } from "./as-user.ts";
import { shareWithNamed } from "./rights.ts";
import { cellKey, reloadWindows, type Session } from "./session.ts";

/** Calls that do not change the workbook. All other calls count as changes. */
const READING =
  /^(?:\w+\.)+(?:get\w*|can\w*|is\w*|offset|activate|flush|tryLock|releaseLock|newBlob)$|^(?:Ui|Menu|Drive|HtmlService|HtmlOutput)\./;

/** Calls a function of the bundle as a user. Without consent, its questions are answered with no. */
export async function runFunction(
  session: Session,
  user: string,
  name: string,
  args: readonly unknown[],
  consents: boolean,
): Promise<RunAnswer> {
  const { open, store } = session;
  open.takeCalls();
  Object.assign(open.context, { withholdsConsent: !consents, asked: false });
  const outcome = callAs(session, user, name, args);
  const { page, goTo } = takeShown(open.context);
  session.sidebar = page?.html ?? session.sidebar;
  const { asked } = open.context;
  const answer = {
    ...outcome,
    asked: asked && !consents,
    ...(goTo ? { goTo } : {}),
    ...(page ? { sidebar: page.title } : {}),
  };
  const messages = open.context.messages.splice(0);
  for (const copy of open.takeCopies()) await saveBeside(copy, store.path());
  const files = open
    .takeFiles()
    .map(({ name, mimeType, bytes }) => ({ name, mimeType, base64: Buffer.from(bytes).toString("base64") }));
  if ([...open.takeCalls().keys()].every((call) => READING.test(call))) return { ...answer, messages, files };
  // A script may have changed anything, and the journal does not know what. So the whole file is saved first.
  session.unsaved = true;
  noteChanged(session);
  shareWithNamed(open.workbook);
  reloadWindows(session);
  try {
    await session.saveNow();
  } catch (error) {
    session.saveLater();
    messages.push(`${messageOf(error)} Việc vừa làm chưa nằm trong tệp; sổ sẽ thử lưu lại.`);
  }
  return { ...answer, messages, files };
}

function callAs(
  { open }: Session,
  user: string,
  name: string,
  args: readonly unknown[],
): Pick<RunAnswer, "result" | "error"> {
  try {
    return { result: actAs(open, user, () => open.run(name, args)) };
  } catch (thrown) {
    if (thrown instanceof ScriptFault) return { result: null, error: thrown.message };
    throw thrown;
  }
}

/** Marks the cells that a script changed: no window may overwrite a change that it has not seen. */
function noteChanged({ open, history, tracker, written, revision }: Session): void {
  const { workbook, context } = open;
  history.recordOther();
  history.reshape(context.shifted);
  context.shifted.clear();
  for (const { id, cells } of tracker.update(new Set(workbook.sheets.map((sheet) => sheet.id)))) {
    for (const { row, column } of cells)
      written.set(cellKey({ sheet: id, row, column }), { revision: revision + 1, window: "" });
  }
}

/** Takes what the script wants to show, besides its messages. */
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
