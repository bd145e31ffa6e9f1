/** A new workbook, whole: every width, look, rule, protection and formula that a small commune's tabs get. */
import { describe, expect, it } from "vitest";
import type { PlanStep } from "../../../src/workbook/plan.ts";
import { planWorkbook } from "../../../src/workbook/setup/index.ts";
import { content, SMALL_COMMUNE } from "../workbook.ts";

/** One line a step; one more a row of cells, a highlight or another part of a list. */
function describeStep({ do: act, tab, ...rest }: PlanStep): string {
  const heads: string[] = [];
  const rows: string[] = [];
  for (const [name, value] of Object.entries(rest)) {
    const isList = Array.isArray(value) && value.some((part: unknown) => typeof part === "object");
    if (isList) rows.push(...value.map((row: unknown) => `    ${JSON.stringify(row)}`));
    else heads.push(`${name} ${JSON.stringify(value)}`);
  }
  return [`${tab}: ${act} ${heads.join(", ")}`.trim(), ...rows].join("\n");
}

describe("the plan of a new workbook", () => {
  it("is, step for step, what new-workbook.txt says (after a change: vitest -u, then read the diff)", async () => {
    const steps = planWorkbook(content(SMALL_COMMUNE)).map(describeStep);
    await expect(`${steps.join("\n")}\n`).toMatchFileSnapshot("new-workbook.txt");
  });
});
