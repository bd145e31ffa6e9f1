import { describe, expect, it } from "vitest";
import { REPORT_STEPS, stepsOf } from "../../../src/core/workflow/report-steps.ts";

describe("the steps of a report", () => {
  it("are all of them where it is kept, and two where it is handed over", () => {
    expect(stepsOf(true)).toEqual(REPORT_STEPS);
    expect(stepsOf(false)).toEqual(["write", "log"]);
  });
});
