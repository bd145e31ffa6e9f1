import { setImmediate as nextTurn } from "node:timers/promises";
import { openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { bundleOf } from "../../../gas-offline/test/services/scripts.ts";
import { warmUp } from "../../src/server/warm-up.ts";
import { smallBook } from "./files.ts";

describe("warming up", () => {
  it("evaluates what hangs on a figure, and leaves every value as it was", async () => {
    const open = openWorkbook(smallBook(), bundleOf(""));
    const before = JSON.stringify(open.workbook.sheets.map(({ cells }) => cells));
    const { calculator } = open.context;
    const evaluated: number[] = [];
    const counting = {
      ...calculator,
      recalculate: (changed: Parameters<typeof calculator.recalculate>[0]) => {
        const report = calculator.recalculate(changed);
        evaluated.push(report.evaluated);
        return report;
      },
    };
    warmUp({ ...open, context: { ...open.context, calculator: counting } }, 2);
    for (let round = 0; round < 5; round++) await nextTurn();
    expect(evaluated).toEqual([1, 1, 1, 1]);
    expect(JSON.stringify(open.workbook.sheets.map(({ cells }) => cells))).toBe(before);
  });
});
