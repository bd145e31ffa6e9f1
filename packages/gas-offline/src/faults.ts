/** Faults that end a command with one line for its user. */

/** Wrong usage or an unreadable file: exit code 2. */
export class UsageFault extends Error {
  override readonly name = "UsageFault";
}
