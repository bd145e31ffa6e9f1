/** How many service calls an operation makes: each costs live time, so what a user waits for must not grow. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { readCsvFolder } from "so2282-cli";
import { describe, expect, it } from "vitest";
import { communeOf, writeFolder } from "./folders.ts";
import { callAs, makeOffice, STATION } from "./office.ts";
import { bundle, openEmpty, sumOf } from "./opened.ts";
import { makeWhole, withPdf } from "./reports.ts";

type Calls = Readonly<
  Record<
    | "setUp"
    | "again"
    | "repair"
    | "import"
    | "score"
    | "check"
    | "report"
    | "reportSteps"
    | "reportState"
    | "desk"
    | "checklist"
    | "submit"
    | "approve"
    | "plan"
    | "remind",
    number
  >
>;

/** What the sidebar would send back for a unit; its own calls are not counted. */
function digestOf(open: OpenWorkbook): string {
  const { digest } = callAs(open, "getChecklist", { unit: "DV2" }).unit;
  open.takeCalls();
  return digest;
}

/** Makes a report as the sidebar does, step by step; the folder is new. */
function countSteps(open: OpenWorkbook): number {
  withPdf(open);
  makeWhole(open);
  return sumOf(open.takeCalls());
}

/** Makes a commune of so many units, runs each operation on it once, and counts. */
async function countCalls(units: number): Promise<Calls> {
  const parent = await mkdtemp(join(tmpdir(), "so2282-"));
  const { tables } = await readCsvFolder(await writeFolder(parent, "xa", communeOf(units)));
  await rm(parent, { recursive: true });
  const open = openEmpty();
  const count = (name: string, ...args: readonly unknown[]): number => {
    open.run(name, args);
    return sumOf(open.takeCalls());
  };
  expect(open.run("createWorkbook", [tables])).toMatchObject({ units, refusals: [] });
  const setUp = sumOf(open.takeCalls());
  return {
    setUp,
    again: count("setUpWorkbook"),
    repair: count("getRepairPlan"),
    import: count("importFolder", tables),
    score: count("getScorecard"),
    check: count("getIssues"),
    report: count("createReport", { kind: "year" }),
    reportSteps: countSteps(open),
    reportState: count("getReportState"),
    desk: count("getDesk"),
    checklist: count("getChecklist", { unit: "DV2" }),
    submit: count("submit", { unit: "DV2", digest: digestOf(open), role: "Chánh Văn phòng", zeros: [] }),
    approve: count("approve", { units: [{ unit: "DV2", digest: digestOf(open) }] }),
    plan: count("planReminders"),
    remind: count("sendReminders"),
  };
}

const [six, sixty, many] = [await countCalls(6), await countCalls(60), await countCalls(240)];

describe("service calls", () => {
  it("of the scorecard, the issues and the report are the same at 6, 60 and 240 units", () => {
    const { score, check, report } = six;
    expect([sixty.score, sixty.check, sixty.report]).toEqual([score, check, report]);
    expect([many.score, many.check, many.report]).toEqual([score, check, report]);
    // The spreadsheet, the properties and the kept id, the tab that holds the whole workbook, its values; the report's blob and its two files.
    // A look for issues asks besides whether the register is protected.
    expect([score, check, report]).toEqual([5, 7, 8]);
  });

  it("of a report's five steps, and of its view, are the same at any number of units", () => {
    const { reportSteps, reportState } = six;
    for (const { reportSteps: steps, reportState: state } of [sixty, many])
      expect([steps, state]).toEqual([reportSteps, reportState]);
    // Each step asks who calls, takes the report for itself and notes how far it is; the log is read once and written once.
    // Each step finds the tabs by the ids that the add-on keeps, and each line goes under the headers as they stand.
    expect(reportSteps).toBeLessThanOrEqual(154);
    expect(reportState).toBeLessThanOrEqual(22);
  });

  it("of the sidebar's first paint, a checklist, a submission and an approval are the same at any number of units", () => {
    const { desk, checklist, submit, approve } = six;
    for (const { desk: one, checklist: other, submit: third, approve: fourth } of [sixty, many]) {
      expect([one, other, third, fourth]).toEqual([desk, checklist, submit, approve]);
    }
    // The range and its formula; the current user, by the register's protections; what they agreed to.
    expect([desk, checklist]).toEqual([14, 11]);
    // The range is read once more under the lock, and the form's keys; what is shown then is what was read and written.
    // The coordinator's own submission goes into the log at once.
    expect(submit).toBeLessThanOrEqual(27);
    expect(approve).toBeLessThanOrEqual(40);
  });

  it("of a unit that submits its own report are at most 20", () => {
    const open = openWorkbook(makeOffice(), bundle, STATION);
    const { digest } = callAs(open, "getChecklist", { unit: "TYT" }).unit;
    open.takeCalls();
    const { unit } = callAs(open, "submit", { unit: "TYT", digest, role: "Trưởng trạm", zeros: [] });
    expect(unit.state).toBe("submitted");
    expect(sumOf(open.takeCalls())).toBeLessThanOrEqual(20);
  });

  it("of a look at the reminders, and of a day on which none are due, are the same at any number of units", () => {
    for (const { plan, remind } of [sixty, many]) expect([plan, remind]).toEqual([six.plan, six.remind]);
    // The workbook is read once: the range and its formula, the register's protections, what they agreed to, the trigger.
    expect([six.plan, six.remind]).toEqual([17, 19]);
  });

  it("of set-up, its figures included, grow by the same constant for each unit: 26 where two of three have forms", () => {
    const slope = (sixty.setUp - six.setUp) / 54;
    const laterSlope = (many.setUp - sixty.setUp) / 180;
    expect(Math.abs(laterSlope - slope)).toBeLessThan(0.5);
    // A lock is read back before it counts as set.
    expect(slope).toBeLessThanOrEqual(28.5);
    expect(six.setUp).toBeLessThanOrEqual(2060);
  });

  it("of a set-up that finds nothing to do grow by eight for each tab that a unit has", () => {
    expect((sixty.again - six.again) / 54).toBeLessThan(8);
    expect((many.again - sixty.again) / 180).toBeLessThan(8);
  });

  it("of a look for damage that finds none are at most 20 for each unit: no cell's rule is asked for its text", () => {
    const slope = (sixty.repair - six.repair) / 54;
    expect(Math.abs((many.repair - sixty.repair) / 180 - slope)).toBeLessThan(1);
    expect(slope).toBeLessThan(20);
  });

  it("of an import grow by less than three and a half for each unit: a form's keys are read before its figures are written", () => {
    expect((sixty.import - six.import) / 54).toBeLessThan(3.5);
    expect((many.import - sixty.import) / 180).toBeLessThan(3.5);
  });
});
