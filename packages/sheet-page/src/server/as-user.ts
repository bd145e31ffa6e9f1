/** Runs code as one of a workbook's users. */
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

/** Returns the message of a thrown value. A script's error is not an instance of this realm's Error. */
export function messageOf(thrown: unknown): string {
  const message: unknown = typeof thrown === "object" && thrown !== null ? Reflect.get(thrown, "message") : undefined;
  return typeof message === "string" ? message : String(thrown);
}
