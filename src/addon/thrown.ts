/** What was thrown, in its own words. */

/** Returns the words of whatever was thrown, an Error or not. */
export function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
