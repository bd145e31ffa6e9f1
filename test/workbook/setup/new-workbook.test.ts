/** A new workbook, whole: every width, look, rule, protection and formula that a small commune's tabs get. */
import { describe, expect, it } from "vitest";
import { planWorkbook } from "../../../src/workbook/setup/index.ts";
import { describeStep } from "../describe-step.ts";
import { content, SMALL_COMMUNE } from "../workbook.ts";

describe("the plan of a new workbook", () => {
  it("is, step for step, what new-workbook.txt says (after a change: vitest -u, then read the diff)", async () => {
    const steps = planWorkbook(content(SMALL_COMMUNE)).map(describeStep);
    await expect(`${steps.join("\n")}\n`).toMatchFileSnapshot("new-workbook.txt");
  });
});
