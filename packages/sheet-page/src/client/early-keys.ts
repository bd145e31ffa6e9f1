/** Keeps what is typed before the page's program has come, which takes a second or two, and hands it over. */
const keys: KeyboardEvent[] = [];
const keep = (event: KeyboardEvent): void => void keys.push(event);
addEventListener("keydown", keep, true);
Reflect.set(globalThis, "takeEarlyKeys", () => {
  removeEventListener("keydown", keep, true);
  return keys.splice(0);
});
