/** Talking to the page's server: what is asked, what is sent, what is heard. */
import type { ActAnswer, BaseRevision, Edit, EditAnswer, PageAction, RunAnswer, WorkbookView } from "../protocol.ts";

/** The mailbox in the page's address, as whom this window works; empty is the server's choice. */
export const USER = new URLSearchParams(location.search).get("as") ?? "";

/** What the server would not do, in its words. */
export class ServerRefusal extends Error {
  override readonly name = "ServerRefusal";
}

/** The address of a path, for this window's user. */
export function addressOf(path: string): string {
  return USER === "" ? path : `${path}?as=${encodeURIComponent(USER)}`;
}

async function ask<Answer>(path: string, body?: unknown): Promise<Answer> {
  const request: RequestInit =
    body === undefined
      ? {}
      : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(addressOf(path), request);
  const answer = await response.json();
  if (!response.ok) throw new ServerRefusal(String(answer.message));
  return answer;
}

/** Fetches the workbook as this user sees it. */
export function fetchView(): Promise<WorkbookView> {
  return ask<WorkbookView>("/api/view");
}

/** This window, as the server tells windows apart. */
export const WINDOW = crypto.randomUUID();

/** Sends what was typed; the cells come back as events. */
export function sendEdits(edits: readonly Edit[], base: BaseRevision): Promise<EditAnswer> {
  return ask<EditAnswer>("/api/edit", { edits, ...base });
}

/** Asks for an action; what it changed comes back as an event. */
export function sendAction(action: PageAction, base: BaseRevision): Promise<ActAnswer> {
  return ask<ActAnswer>("/api/act", { action, ...base });
}

/** Undoes the last that this window did, or does it again. */
export function sendUndo(direction: "undo" | "redo"): Promise<ActAnswer> {
  return ask<ActAnswer>(`/api/${direction}`, { window: WINDOW });
}

/** Calls a function of the add-on. */
export function callFunction(name: string, args: readonly unknown[], consents = false): Promise<RunAnswer> {
  return ask<RunAnswer>("/api/run", { name, args, consents });
}
