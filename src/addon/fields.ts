/** The fields of what callers hand over: each is what it should be, or the call is refused in words. */
import { WorkbookFault } from "../workbook/grid.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** Nobody sends more at once: the longest list is of units. */
const MOST_ITEMS = 2000;

/** Refuses a call: says which field should be what. */
export function refuse(field: string, expected: string): never {
  throw new WorkbookFault(`Dữ liệu gửi lên không đúng dạng: cần ${field} là ${expected}. Hãy tải lại bảng bên.`);
}

/** Reads an object of fields; `field` is what it is called in a refusal. */
export function fieldsOf(value: unknown, field = "yêu cầu"): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : refuse(field, "một nhóm mục");
}

/** Reads a text. */
export function text(fields: Fields, key: string): string {
  const value = fields[key];
  return typeof value === "string" ? value : refuse(key, "chữ");
}

/** Reads a finite number. */
export function number(fields: Fields, key: string): number {
  const value = fields[key];
  return typeof value === "number" && Number.isFinite(value) ? value : refuse(key, "số");
}

/** Reads a yes or no. */
export function flag(fields: Fields, key: string): boolean {
  const value = fields[key];
  return typeof value === "boolean" ? value : refuse(key, "có hoặc không");
}

/** Reads a list, each item by `read`. */
export function list<Item>(fields: Fields, key: string, read: (item: unknown) => Item): readonly Item[] {
  const value = fields[key];
  if (!Array.isArray(value) || value.length > MOST_ITEMS) return refuse(key, "một danh sách");
  return value.map(read);
}

/** Reads a list of texts. */
export function texts(fields: Fields, key: string): readonly string[] {
  return list(fields, key, (item) => (typeof item === "string" ? item : refuse(key, "danh sách chữ")));
}

/** Reads a field that may be left out, as null: what was left out arrives so. */
export function optional<Value>(
  fields: Fields,
  key: string,
  read: (fields: Fields, key: string) => Value,
): Value | null {
  return fields[key] === null || fields[key] === undefined ? null : read(fields, key);
}
