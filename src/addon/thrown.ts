/** What was thrown, in its own words. */

/** Returns the words of whatever was thrown, an Error or not. */
export function thrownMessage(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
