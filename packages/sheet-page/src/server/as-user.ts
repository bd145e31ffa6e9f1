/** Acting as one of a workbook's users. */
import type { OpenWorkbook } from "gas-offline";

/** Runs an action as a user of the workbook. */
export function actAs<Result>({ context }: OpenWorkbook, user: string, action: () => Result): Result {
  const before = context.user;
  context.user = user;
  try {
    return action();
  } finally {
    context.user = before;
  }
}

/** Returns the words of what was thrown: an error of the script's own realm is not an instance of this one's. */
export function messageOf(thrown: unknown): string {
  const message: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "message") : undefined;
  return typeof message === "string" ? message : String(thrown);
}
