/** Holds typed keys while the grid cannot take them, and replays them once it can. No key is lost. */
import { DOCS_NORMAL_EDITOR_UNIT_ID_KEY } from "@univerjs/core";
import type { Keys } from "./keys.ts";

/** The id of the grid's cell editor. */
const EDITOR = `__editor_${DOCS_NORMAL_EDITOR_UNIT_ID_KEY}`;

/** Milliseconds between two looks whether the grid takes keys. */
const POLL_INTERVAL = 10;

/** So many looks at most. Then the key is given to the grid in any case. */
const MOST_POLLS = 300;

const NAMED = /^(?:Enter|Tab|Escape|Backspace|Delete|Home|End|PageUp|PageDown|Arrow\w+|F2)$/;
const WITH_CONTROL = /^(?:[abiuyz]|Home|End|Arrow\w+)$/i;

/** Whether a key writes a letter. */
function isText(event: KeyboardEvent): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return [...event.key].length === 1 && (isPlain || event.getModifierState("AltGraph"));
}

/** Whether a key may mean the grid: not one of the browser's, the clipboard's or an input method's. */
function isOfGrid(event: KeyboardEvent): boolean {
  if (event.isComposing) return false;
  if (event.ctrlKey || event.metaKey) return WITH_CONTROL.test(event.key) || isText(event);
  return NAMED.test(event.key) || isText(event);
}

/** Whether a key goes to the grid: nothing has the focus, or only a button, to which letters mean nothing. */
function goesToGrid(event: KeyboardEvent): boolean {
  const focused = document.activeElement;
  if (document.querySelector("dialog[open]")) return false;
  if (!focused || focused === document.body || focused.id === EDITOR) return true;
  return (
    focused instanceof HTMLButtonElement && !focused.closest('[role="dialog"]') && isText(event) && event.key !== " "
  );
}

/** Types a key into what has the keys, as the person did. */
function typeAgain(event: KeyboardEvent): void {
  const again = new KeyboardEvent("keydown", event);
  document.activeElement?.dispatchEvent(again);
  if (isText(event) && !again.defaultPrevented) document.execCommand("insertText", false, event.key);
}

/** Takes what was typed before this program had come. */
function takeEarlyKeys(): KeyboardEvent[] {
  const take: unknown = Reflect.get(globalThis, "takeEarlyKeys");
  const taken: unknown = typeof take === "function" ? take() : [];
  return Array.isArray(taken) ? taken.filter((event) => event instanceof KeyboardEvent) : [];
}

/**
 * Holds the keys that come too early for the grid, from now on.
 * @param keysOf where the keys go; undefined until the grid is rendered
 */
export function queueKeys(keysOf: () => Keys | undefined): void {
  const kept = takeEarlyKeys().filter(isOfGrid);
  let polls = 0;
  const isTaken = (keys: Keys | undefined): boolean => keys !== undefined && (keys.isTyping() || keys.areTaken());
  const look = (): void => {
    const [first] = kept;
    if (!first) return;
    const keys = keysOf();
    if (keys && goesToGrid(first)) {
      if (document.activeElement?.id !== EDITOR) keys.focus();
      if (isTaken(keys) || ++polls > MOST_POLLS) {
        polls = 0;
        kept.shift();
        typeAgain(first);
      }
    }
    setTimeout(look, POLL_INTERVAL);
  };
  addEventListener(
    "keydown",
    (event) => {
      if (!event.isTrusted || !isOfGrid(event) || !goesToGrid(event)) return;
      if (kept.length === 0 && isTaken(keysOf()) && document.activeElement?.id === EDITOR) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      kept.push(event);
      if (kept.length === 1) setTimeout(look);
    },
    true,
  );
  setTimeout(look);
}
