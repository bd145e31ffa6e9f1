/** The page: wires the grid, the bar and the server together. */
import type { Edit, MenuEntry, PageEvent, RunAnswer, WorkbookView } from "../protocol.ts";
import { drawBar } from "./bar.ts";
import { offerFile, say } from "./dialog.ts";
import { createGrid, type Place } from "./grid.ts";
import { callFunction, fetchView, listen, sendEdits } from "./server.ts";
import { createSidebar } from "./sidebar.ts";
import { statusOf } from "./status.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

const [bar, status, saved, container] = [element("bar"), element("status"), element("saved"), element("grid")];
let view: WorkbookView | undefined;
let revision = 0;
/** Edits that are on their way: not on the disk for all that this window knows. */
let waiting = 0;

const sidebar = createSidebar(element("sidebar"), (answer) => {
  show(answer);
  for (const message of answer.messages) void say(message);
});
const grid = createGrid(container, { typed: (edits) => void send(edits), selected: showStatus, refused: sayUnknown });

/** Sends what was typed; whatever became of it, the cells come back as the server has them. */
async function send(edits: readonly Edit[]): Promise<void> {
  showWaiting(1, "");
  try {
    const { refusals } = await sendEdits(edits);
    showWaiting(-1, refusals.length < edits.length ? "Đã ghi" : "");
    const [first, ...rest] = refusals;
    if (!first) return;
    const more = rest.length > 0 ? `\nCòn ${rest.length} ô khác cũng không nhận.` : "";
    await say(first.message + more, first.original);
  } catch (thrown) {
    showWaiting(-1, "Chưa ghi được");
    await say(`Chưa gửi được số vừa gõ: ${wordsOf(thrown)}`);
    await reload();
  }
}

/** Says whether what was typed is on the disk. */
function showWaiting(change: 1 | -1, outcome: string): void {
  waiting += change;
  saved.textContent = waiting > 0 ? "Đang ghi…" : outcome;
  saved.dataset["waiting"] = String(waiting > 0);
}

async function choose({ functionName }: MenuEntry): Promise<void> {
  try {
    const answer = await callFunction(functionName, []);
    const { error, messages, files } = answer;
    show(answer);
    for (const { name, mimeType, base64 } of files) {
      if (mimeType === DOCX) offerFile(name, mimeType, base64);
    }
    for (const message of messages) await say(message);
    if (error !== undefined) await say(error);
  } catch (thrown) {
    await say(wordsOf(thrown));
  }
}

/** Shows what a script wants seen: its page, a place in the grid. */
function show({ goTo, sidebar: title }: RunAnswer): void {
  if (title !== undefined) sidebar.open(title);
  if (goTo) grid.choose(goTo.tab, goTo.cells);
}

function showStatus(place: Place): void {
  if (!view) return;
  const { text, locked } = statusOf(view, place);
  status.textContent = text;
  status.classList.toggle("locked", locked);
}

function sayUnknown(): void {
  status.textContent = "Trang này chưa làm được việc đó; hãy gõ hoặc dán số vào ô.";
  status.classList.remove("locked");
}

function wordsOf(thrown: unknown): string {
  if (thrown instanceof TypeError) return "không liên lạc được với so2282. Hãy xem cửa sổ lệnh còn chạy không.";
  return thrown instanceof Error ? thrown.message : String(thrown);
}

async function load(): Promise<void> {
  const fetched = await fetchView();
  view = fetched;
  revision = fetched.revision;
  drawBar(bar, fetched, choose);
  grid.show(fetched);
  document.body.dataset["ready"] = String(revision);
}

function hear(event: PageEvent): void {
  switch (event.kind) {
    case "notice":
      void say(event.message);
      return;
    case "hello":
    case "reload":
      if (event.revision !== revision) void reload();
      return;
    case "change":
      if (event.revision <= revision) return;
      if (event.revision !== revision + 1) return void reload();
      revision = event.revision;
      grid.change(event.sheets);
      document.body.dataset["ready"] = String(revision);
  }
}

async function reload(): Promise<void> {
  await load().catch((thrown: unknown) => say(wordsOf(thrown)));
}

function showLost(isLost: boolean): void {
  status.classList.toggle("lost", isLost);
  if (isLost) status.textContent = "Mất liên lạc với so2282; đang thử lại…";
  else if (status.textContent?.startsWith("Mất liên lạc")) status.textContent = "";
}

// What a test, or a person at the browser's console, can see and do without the canvas.
Reflect.set(window, "so2282", { choose: grid.choose, read: grid.read });
await reload();
listen(hear, showLost);
