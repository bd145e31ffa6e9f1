/** Talking to the page's server: what is asked, what is sent, what is heard. */
import type { Edit, EditAnswer, PageEvent, RunAnswer, WorkbookView } from "../protocol.ts";

/** The mailbox in the page's address, as whom this window works; empty is the server's choice. */
export const USER = new URLSearchParams(location.search).get("as") ?? "";

/** What the server would not do, in its words. */
export class ServerRefusal extends Error {
  override readonly name = "ServerRefusal";
}

function addressOf(path: string): string {
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

/** Sends what was typed; the cells come back as events. */
export function sendEdits(edits: readonly Edit[]): Promise<EditAnswer> {
  return ask<EditAnswer>("/api/edit", { edits });
}

/** Calls a function of the add-on. */
export function callFunction(name: string, args: readonly unknown[], consents = false): Promise<RunAnswer> {
  return ask<RunAnswer>("/api/run", { name, args, consents });
}

/**
 * Hears what happens in the workbook while this window is seen: a browser opens few connections at once, and those that
 * nobody looks at need none.
 */
export function listen(hear: (event: PageEvent) => void, lost: (isLost: boolean) => void): void {
  let source: EventSource | undefined;
  const open = (): void => {
    if (document.hidden || source) return;
    source = new EventSource(addressOf("/api/events"));
    source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data));
    source.onopen = () => lost(false);
    source.onerror = () => lost(true);
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return open();
    source?.close();
    source = undefined;
  });
  open();
}
