/** Keeps keys typed before the page's program is loaded, which takes a second or two. */
const keys: KeyboardEvent[] = [];
const keep = (event: KeyboardEvent): void => void keys.push(event);
addEventListener("keydown", keep, true);
Reflect.set(globalThis, "takeEarlyKeys", () => {
  removeEventListener("keydown", keep, true);
  return keys.splice(0);
});
