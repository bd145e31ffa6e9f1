/**
 * Reads plain JSON as typed values, and says where it is not what it should be.
 * Knows nothing of workbooks.
 */

/** Reads a value found at a place, or throws {@link WrongShape}. */
export type Shape<T> = (value: unknown, place: string) => T;

/** A value that is not what its place asks for. */
export class WrongShape extends Error {
  override readonly name = "WrongShape";
}

export const text: Shape<string> = (value, place) =>
  typeof value === "string" ? value : wrong("a text", value, place);

export const number: Shape<number> = (value, place) =>
  typeof value === "number" ? value : wrong("a number", value, place);

/** A whole number from 1 up: a row, a column, a size, an id. */
export const count: Shape<number> = (value, place) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 1 ? value : wrong("a count", value, place);

/** A whole number from 0 up. */
export const natural: Shape<number> = (value, place) =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : wrong("a number", value, place);

export const truth: Shape<boolean> = (value, place) =>
  typeof value === "boolean" ? value : wrong("true or false", value, place);

/** Reads a list, each item by the same shape. */
export function list<T>(item: Shape<T>): Shape<T[]> {
  return (value, place) =>
    Array.isArray(value)
      ? value.map((one: unknown, index) => item(one, `${place}[${index}]`))
      : wrong("a list", value, place);
}

/** Reads one of a few texts. */
export function oneOf<const T extends string>(...choices: readonly T[]): Shape<T> {
  return (value, place) =>
    choices.find((choice) => choice === value) ?? wrong(`one of ${choices.join(", ")}`, value, place);
}

/** The fields of an object, each read by the shape that it should have. */
export type Fields = {
  readonly get: <T>(name: string, shape: Shape<T>) => T;
  /** Reads a field that may be absent, as an object to spread: with that field or without. */
  readonly maybe: <K extends string, T>(name: K, shape: Shape<T>) => { readonly [key in K]?: T };
};

export const fields: Shape<Fields> = (value, place) => {
  if (!isRecord(value)) return wrong("an object", value, place);
  return {
    get: (name, shape) => shape(value[name], `${place}.${name}`),
    maybe<K extends string, T>(name: K, shape: Shape<T>) {
      const found: { [key in K]?: T } = {};
      if (value[name] !== undefined) found[name] = shape(value[name], `${place}.${name}`);
      return found;
    },
  };
};

/** Throws {@link WrongShape}: what was expected at a place, and how what was found begins. */
export function wrong(expected: string, found: unknown, place: string): never {
  throw new WrongShape(`${place}: expected ${expected}, found ${JSON.stringify(found)?.slice(0, 40) ?? "nothing"}`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
