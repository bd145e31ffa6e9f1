/** The page: wires the grid, the bar and the server together. */
import type {
  ActAnswer,
  BaseRevision,
  Edit,
  MenuEntry,
  PageAction,
  PageEvent,
  RunAnswer,
  WorkbookView,
} from "../protocol.ts";
import { createBar, drawTools } from "./bar.ts";
import { agree, offerFile, say } from "./dialog.ts";
import { listen } from "./events.ts";
import { createFind } from "./find-line.ts";
import { createGrid, waitUntilRendered } from "./grid.ts";
import { queueKeys } from "./key-queue.ts";
import { PROGRAM } from "./program.ts";
import { callFunction, fetchView, sendAction, sendEdits, sendUndo, WINDOW } from "./server.ts";
import { createSidebar } from "./sidebar.ts";
import { type Place, statusOf } from "./status.ts";

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
/** The base revision when somebody began to type into a cell. */
let baseAtStart: BaseRevision | undefined;
/** The workbook must be loaded again, but somebody is typing into a cell. */
let isBehind = false;
/** Until the grid is rendered it loses keys and choices: they wait for this. */
let rendering: Promise<void> | undefined = Promise.resolve();

// Before the grid listens to keys itself.
queueKeys(() => (rendering ? undefined : grid.keys));

const sidebar = createSidebar(element("sidebar"), (answer) => {
  show(answer);
  for (const message of answer.messages) void say(message);
});
const grid = createGrid(container, {
  onEdits: (edits) => void send(edits),
  onEditStart() {
    baseAtStart = baseRevision();
  },
  onActions: (actions) => void act(actions),
  onUndoRedo: (direction) => void undoOrRedo(direction),
  onSelect: showStatus,
  onMessage: showWord,
});
// A dialog that closes gives the keys back, or what is typed next would be lost.
document.addEventListener("close", grid.keys.focus, true);
const drawBar = createBar(bar, choose);
const openFind = createFind(element("find"), grid);
addEventListener(
  "keydown",
  (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "f") return;
    event.preventDefault();
    event.stopPropagation();
    openFind();
  },
  true,
);
drawTools(element("tools"), {
  undo: () => void undoOrRedo("undo"),
  redo: () => void undoOrRedo("redo"),
  sort: grid.sort,
  find: openFind,
});

function baseRevision(): BaseRevision {
  const shapes = (view?.sheets ?? []).map(({ id, shape }): [string, number] => [String(id), shape]);
  return { window: WINDOW, revision, shapes: Object.fromEntries(shapes) };
}

/** Does something for which the person waits; what the server would not do is said. */
async function confirm(action: () => Promise<ActAnswer>): Promise<boolean> {
  showWaiting(1, "");
  try {
    const { refusal } = await action();
    showWaiting(-1, refusal ? "" : "Đã ghi");
    if (!refusal) return true;
    await say(refusal.message, refusal.original);
  } catch (thrown) {
    showWaiting(-1, "Chưa ghi được");
    await say(wordsOf(thrown));
  }
  return false;
}

async function act(actions: readonly PageAction[]): Promise<void> {
  for (const action of actions) if (!(await confirm(() => sendAction(action, baseRevision())))) return;
}

async function undoOrRedo(direction: "undo" | "redo"): Promise<void> {
  await confirm(() => sendUndo(direction));
}

/** Sends what was typed; whatever became of it, the cells come back as the server has them. */
async function send(edits: readonly Edit[]): Promise<void> {
  const known = baseAtStart ?? baseRevision();
  baseAtStart = undefined;
  showWaiting(1, "");
  try {
    const { refusals } = await sendEdits(edits, known);
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
    const first = await callFunction(functionName, []);
    const told = first.asked ? first.messages.slice(0, -1) : first.messages;
    await showAnswer(first, told);
    if (!first.asked || !(await agree(first.messages.at(-1) ?? ""))) return;
    const second = await callFunction(functionName, [], true);
    await showAnswer(second, second.messages.slice(first.messages.length));
  } catch (thrown) {
    await say(wordsOf(thrown));
  }
}

async function showAnswer(answer: RunAnswer, messages: readonly string[]): Promise<void> {
  show(answer);
  for (const { name, mimeType, base64 } of answer.files) {
    if (mimeType === DOCX) offerFile(name, mimeType, base64);
  }
  for (const message of messages) await say(message);
  if (answer.error !== undefined) await say(answer.error);
}

/** Shows what a script wants to show: its page, a cell. */
function show({ goTo, sidebar: title }: RunAnswer): void {
  if (title !== undefined) sidebar.open(title);
  if (goTo) void chooseCell(goTo.tab, goTo.cells);
}

async function chooseCell(tab: string, cell: string): Promise<void> {
  await rendering;
  grid.choose(tab, cell);
}

function showStatus(place: Place): void {
  if (!view) return;
  const { text, locked } = statusOf(view, place);
  status.textContent = text;
  status.classList.toggle("locked", locked);
}

function showWord(word = "Trang này chưa làm được việc đó."): void {
  status.textContent = word;
  status.classList.remove("locked");
}

function wordsOf(thrown: unknown): string {
  if (thrown instanceof TypeError) return `không liên lạc được với ${PROGRAM}. Hãy xem cửa sổ lệnh còn chạy không.`;
  return thrown instanceof Error ? thrown.message : String(thrown);
}

async function load(): Promise<void> {
  const known = revision;
  const fetched = await fetchView();
  // Fetching takes a while: what was begun or heard meanwhile is not taken away again.
  if (grid.keys.isTyping()) return reloadSoon();
  if (revision > known && fetched.revision < revision) return load();
  view = fetched;
  revision = fetched.revision;
  baseAtStart = undefined;
  drawBar(fetched);
  grid.show(fetched);
  const rendered = waitUntilRendered(container, grid.keys.focus);
  rendering = rendered;
  await rendered;
  if (rendering === rendered) rendering = undefined;
  document.body.dataset["ready"] = String(revision);
}

function hear(event: PageEvent): void {
  switch (event.kind) {
    case "notice":
      void say(event.message);
      return;
    case "hello":
    case "reload":
      if (event.revision > revision) reloadSoon();
      return;
    case "change":
      if (event.revision <= revision) return;
      if (event.revision !== revision + 1) return void reloadSoon();
      revision = event.revision;
      grid.change(event.sheets);
      document.body.dataset["ready"] = String(revision);
  }
}

/** Milliseconds between two looks whether somebody is still typing. */
const RELOAD_INTERVAL = 200;

/** Loads the workbook again, but not while somebody is typing. */
function reloadSoon(): void {
  if (isBehind) return;
  isBehind = true;
  const tryNow = async (): Promise<void> => {
    if (grid.keys.isTyping() || waiting > 0) return void setTimeout(() => void tryNow(), RELOAD_INTERVAL);
    isBehind = false;
    await reload();
  };
  void tryNow();
}

async function reload(): Promise<void> {
  await load().catch((thrown: unknown) => say(wordsOf(thrown)));
}

function showLost(isLost: boolean): void {
  status.classList.toggle("lost", isLost);
  if (isLost) status.textContent = `Mất liên lạc với ${PROGRAM}; đang thử lại…`;
  else if (status.textContent?.startsWith("Mất liên lạc")) status.textContent = "";
}

// What a test, or a person at the browser's console, can see and do without the canvas.
Reflect.set(window, PROGRAM, { choose: chooseCell, read: grid.read, where: grid.where, keys: grid.keys });
await reload();
for (const notice of view?.notices ?? []) void say(notice);
listen(hear, showLost);
