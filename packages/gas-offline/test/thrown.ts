/** What is thrown, for tests that read its words. Errors of the bundle's own realm are no instances of this one's. */

/** Returns what an action throws, in words. */
export function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (thrown) {
    return typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : "";
  }
  throw new Error("nothing was thrown");
}
