/** Reads what comes from outside by its shape: whatever is not so is refused, or is nothing. */
import * as v from "valibot";
import { WorkbookFault } from "../../workbook/grid.ts";

/** Reads what a caller hands over; throws words that name the field, and what it should be. */
export function readAs<Value>(shape: v.GenericSchema<unknown, Value>, given: unknown): Value {
  const read = v.safeParse(shape, given, { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  const field =
    issue.path
      ?.map(({ key }) => key)
      .filter((key) => typeof key === "string")
      .pop() ?? "yêu cầu";
  throw new WorkbookFault(`Dữ liệu gửi lên không đúng dạng: cần ${field} là ${issue.message}. Hãy tải lại bảng bên.`);
}

/** Reads what was stored as JSON; null: it is no JSON, or of another shape. */
export function readStored<Value>(shape: v.GenericSchema<unknown, Value>, text: string): Value | null {
  try {
    const read = v.safeParse(shape, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
