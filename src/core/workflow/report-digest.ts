/** One digest of all that a report tells: it says, later, whether the figures behind a report are still those. */
import type { Commune } from "../commune.ts";
import { fnv64 } from "./digest.ts";

/**
 * Digests a commune's register, targets, figures and words of a year. Who signs and who is addressed are no figures; nor
 * is the order of rows.
 */
export function digestCommune({ settings: _, ...figures }: Commune): string {
  return fnv64(canonical(figures));
}

/** Writes a value so that equal values read equally: fields by name, entries of lists and maps in the order of their text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join(",")}]`;
  if (value instanceof Map) return canonical([...value]);
  if (value instanceof Set) return canonical([...value]);
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "";
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .sort()
    .join(",")}}`;
}
