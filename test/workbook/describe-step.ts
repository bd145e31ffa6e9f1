import type { PlanStep } from "../../src/workbook/plan.ts";

/** Tells a step of a plan in a line, and in one more for each row of cells, highlight or other part of a list. */
export function describeStep({ do: act, tab, ...rest }: PlanStep): string {
  const heads: string[] = [];
  const rows: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    const isList = Array.isArray(value) && value.some((part: unknown) => typeof part === "object");
    if (isList) rows.push(...value.map((row: unknown) => `    ${JSON.stringify(row)}`));
    else heads.push(`${name} ${JSON.stringify(value)}`);
  }
  return [`${tab}: ${act} ${heads.join(", ")}`.trim(), ...rows].join("\n");
}
