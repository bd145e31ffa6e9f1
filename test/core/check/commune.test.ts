import { describe, expect, it } from "vitest";
import { checkFigures } from "../../../src/core/check.ts";
import type { HistoryValue } from "../../../src/core/value.ts";
import { earlier, figures, register, registered } from "../figures.ts";

function check(history: readonly HistoryValue[]) {
  return checkFigures(figures({ history })).map(({ severity, code, subject }) => ({
    said: `${severity} ${code}`,
    row: subject.kind === "history" ? subject.row : undefined,
  }));
}

describe("an earlier year's row", () => {
  it("that is valid is fine, in whichever year", () => {
    expect(check([earlier(2025, "A", "LD", 3, 1), earlier(2024, "A", "LD", 3, 1)])).toEqual([]);
  });

  it.each([
    [3, 4],
    [3, undefined],
    [undefined, 1],
    [3.5, 1],
    ["ba", 1],
  ])("of %j, women %j is listed by its place", (total, women) => {
    expect(check([earlier(2025, "B", "LD", 3, 1), earlier(2025, "A", "LD", total, women)])).toEqual([
      { said: "warning history-invalid", row: 1 },
    ]);
  });

  it("with more trained women than women is listed, as it is left out of that year's rate", () => {
    const whole = earlier(2025, "A", "QHC", undefined, 5);
    expect(check([earlier(2025, "A", "DTN", undefined, 6), whole])).toEqual([
      { said: "warning history-invalid", row: 0 },
    ]);
    expect(check([earlier(2025, "A", "DTN", undefined, 5), whole])).toEqual([]);
    expect(check([earlier(2024, "A", "DTN", undefined, 6), whole])).toEqual([]);
    expect(check([earlier(2025, "B", "DTN", undefined, 6), whole])).toEqual([]);
  });

  it("that repeats another is listed", () => {
    const row = earlier(2025, "A", "LD", 3, 1);
    expect(check([row, earlier(2025, "A", "LD", 5, 1), earlier(2025, "A", "CNS", 5, 1)])).toEqual([
      { said: "warning history-duplicate", row: 1 },
    ]);
  });
});

describe("the custodian", () => {
  it.each([
    ["A", []],
    ["", ["ô trống"]],
    ["Z", ["“Z”"]],
  ])("%j: %j", (custodian, expected) => {
    const units = register([registered("A", "co_quan")]);
    const found = checkFigures(figures({ units, roles: { custodian } }))
      .filter(({ code }) => code === "no-custodian")
      .map((issue) => issue.found);
    expect(found).toEqual(expected);
  });
});
