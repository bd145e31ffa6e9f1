import { describe, expect, it } from "vitest";
import type { Fund, TaskReport } from "../../../src/core/task.ts";
import type { Typed } from "../../../src/core/value.ts";
import { checkWithoutRoles, register, registered, value } from "../figures.ts";

function check(tasks: readonly TaskReport[], funds: readonly Fund[]) {
  const units = register([registered("A", "co_quan", { inCt1: false, listed: ["LD"] })]);
  const issues = checkWithoutRoles({ units, values: [value("A", "LD", 1, 1)], tasks, funds });
  return issues
    .filter(({ subject }) => subject.kind !== "value")
    .map(({ severity, code, subject }) => `${severity} ${code} ${"field" in subject ? subject.field : ""}`);
}

describe("a task", () => {
  const report = (more: Partial<TaskReport>): TaskReport => ({
    unit: "A",
    task: "V1.1",
    status: undefined,
    statusTyped: "",
    result: "",
    link: "",
    ...more,
  });

  it.each([
    [{}, []],
    [{ status: "dang", statusTyped: "Đang làm" }, []],
    [{ status: "xong", statusTyped: "Xong", result: "Đã mở 2 lớp" }, []],
    [{ status: "xong", statusTyped: "Xong" }, ["warning done-without-result result"]],
    [{ statusTyped: "sắp xong" }, ["error task-status status"]],
  ] as const)("reported as %j: %j", (more, expected) => {
    expect(check([report(more)], [])).toEqual(expected);
  });
});

describe("money", () => {
  it.each([
    [undefined, undefined, []],
    [5_000_000, undefined, []],
    [5_000_000, 5_000_000, []],
    [5_000_000, 5_000_001, ["warning overspent spent"]],
    [undefined, 1, []],
    [0, 1, ["warning overspent spent"]],
    [-1, 0, ["error negative planned"]],
    [0.5, 0, ["error not-whole planned"]],
    [9, "5 triệu", ["error not-a-number spent"]],
    ["x", "y", ["error not-a-number planned", "error not-a-number spent"]],
  ] as readonly [Typed, Typed, readonly string[]][])("planned %j, spent %j: %j", (planned, spent, expected) => {
    expect(check([], [{ unit: "A", source: "ns", planned, spent }])).toEqual(expected);
  });
});
