/** Shapes of what the bundle returns over JSON, read without trusting it. Imports nothing of the bundle's source. */

export type Json = Readonly<Record<string, unknown>>;

/** Tells whether a value is an object with fields. */
export function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Reads a list of objects; what is none is passed over. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** Reads a text; what is none is empty. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Reads a list of texts; what is no list is empty. */
export function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : [];
}

/** Reads a number; what is none is null. */
export function numberOf(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}
