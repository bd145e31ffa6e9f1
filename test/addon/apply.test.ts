/** Applying a plan within the time of one execution, on the emulated services: between two tabs it may stop, whole. */

import { openWorkbook } from "gas-offline";
import {
  newLockService,
  newPropertiesService,
  newSession,
  newSpreadsheetApp,
  newUtilities,
} from "gas-offline/internals";
import { newWorkbook } from "so2282-cli";
import { afterEach, describe, expect, it } from "vitest";
import { applyPlan } from "../../src/addon/apply.ts";
import { startClock } from "../../src/addon/clock.ts";
import { DEFAULT_TASKS } from "../../src/core/task.ts";
import { planWorkbook } from "../../src/workbook/setup/index.ts";
import { PLAN } from "../plan.ts";
import { bundleOfNothing } from "./nothing.ts";

const SERVICES = ["SpreadsheetApp", "Session", "LockService", "Utilities", "PropertiesService"];

afterEach(() => {
  for (const name of SERVICES) Reflect.deleteProperty(globalThis, name);
});

/** Opens an empty spreadsheet whose services are this realm's globals, as they are the script's at Google. */
function openAsScript() {
  const { workbook, context } = openWorkbook(newWorkbook("Sổ thử"), bundleOfNothing);
  context.mode = "FULL";
  const app = newSpreadsheetApp(context);
  const services = [
    app,
    newSession(context),
    newLockService(context),
    newUtilities(context),
    newPropertiesService(context),
  ];
  for (const [index, name] of SERVICES.entries()) Reflect.set(globalThis, name, services[index]);
  return { workbook, book: app.getActiveSpreadsheet() };
}

const steps = planWorkbook({
  settings: new Map([["year", 2026]]),
  plan: PLAN,
  tasks: DEFAULT_TASKS,
  register: ["A", "B", "C"].map((code) => ({
    code,
    name: code,
    type: "co_quan",
    mailboxes: [],
    inCt1: undefined,
    listed: [],
  })),
});
const plan = { steps, sheetIds: new Map<string, number>(), names: new Map<string, string>() };

describe("a plan that is out of time", () => {
  it("stops between two tabs, says how many it made, and leaves none half-made", () => {
    const { workbook, book } = openAsScript();
    let asked = 0;
    const outcome = applyPlan(book, plan, { goOn: () => asked++ < 5 });
    expect(outcome).toEqual({ made: 5, finished: false, busy: [] });
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      "Trang tính1",
      "Hướng dẫn",
      "Bảng điểm",
      "Kiểm tra",
      "Cấu hình",
      "Chỉ tiêu",
    ]);
  });

  it("is finished when it was given the time", () => {
    const { book } = openAsScript();
    expect(applyPlan(book, plan)).toEqual({ made: 21, finished: true, busy: [] });
  });
});

describe("a tab that is rebuilt in the place of another", () => {
  const again = () => {
    const { workbook, book } = openAsScript();
    applyPlan(book, plan);
    const sheetIds = new Map(workbook.sheets.map(({ name, id }) => [name, id]));
    const ofB = steps.filter(({ tab }) => tab === "B");
    return { workbook, book, plan: { steps: ofB, sheetIds, names: new Map<string, string>() } };
  };

  it("stands where the other stood, under its title", () => {
    const { workbook, book, plan: anew } = again();
    const before = workbook.sheets.map(({ name }) => name);
    const old = workbook.sheets.find(({ name }) => name === "B")?.id;
    expect(applyPlan(book, anew).made).toBe(1);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(before);
    expect(workbook.sheets.find(({ name }) => name === "B")?.id).not.toBe(old);
  });

  it("gives way where somebody typed into the other meanwhile", () => {
    const { workbook, book, plan: anew } = again();
    const before = workbook.sheets.map(({ name, id }) => [name, id]);
    expect(applyPlan(book, anew, { isUnchanged: () => false })).toEqual({ made: 0, finished: true, busy: ["B"] });
    expect(workbook.sheets.map(({ name, id }) => [name, id])).toEqual(before);
  });
});

describe("the clock of an execution", () => {
  it("has time until its budget is used up", () => {
    let now = 1_000;
    const clock = startClock(() => now, 500);
    expect(clock.hasTime()).toBe(true);
    now += 499;
    expect(clock.hasTime()).toBe(true);
    now += 1;
    expect(clock.hasTime()).toBe(false);
  });

  it("tells day and year in Vietnam, whatever the script's own zone", () => {
    const clock = startClock(() => Date.UTC(2026, 11, 31, 18, 5));
    expect([clock.text(), clock.year()]).toEqual(["01/01/2027 01:05", 2027]);
  });
});
