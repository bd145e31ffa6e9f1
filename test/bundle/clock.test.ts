/** Time through the built bundle: what runs out of it goes on, what is due by it is judged by it. */

import { type OpenWorkbook, openWorkbook, type WorkbookModel } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { setUp, sheetOf, titles, type } from "./desk.ts";
import { COORDINATOR, callAs, deskOf, HAMLET, makeOffice, OFFICE, STATION, submitAs } from "./office.ts";
import { bundle } from "./opened.ts";

const MINUTE = 60_000;

/** The moment in Vietnam. */
function at(day: string, time: string): number {
  return Date.parse(`${day}T${time}+07:00`);
}

/** Opens a workbook as its coordinator, at a machine on which each call of a method takes five minutes. */
function slow(workbook: WorkbookModel, ...methods: readonly string[]): OpenWorkbook {
  const start = at("2026-11-10", "08:00:00");
  const open: OpenWorkbook = openWorkbook(workbook, bundle, COORDINATOR, () => {
    const calls = methods.reduce((sum, method) => sum + (open.context.calls.get(method) ?? 0), 0);
    return start + calls * 5 * MINUTE;
  });
  return open;
}

describe("an approval of many that runs out of time", () => {
  it("stops between two units, says whom it has not reached, and goes on with these", () => {
    const workbook = makeOffice();
    const morning = () => at("2026-11-10", "07:00:00");
    submitAs(openWorkbook(workbook, bundle, STATION, morning), "TYT");
    submitAs(openWorkbook(workbook, bundle, HAMLET, morning), "AP1");
    const office = openWorkbook(workbook, bundle, OFFICE, morning);
    office.typeInto(sheetOf(office, "VP"), 6, 4, 4);
    office.typeInto(sheetOf(office, "VP"), 6, 5, 2);
    submitAs(office, "VP");
    const owner = slow(workbook, "Protection.removeEditors");
    const ready = deskOf(owner).units.filter(({ state }) => state === "submitted");
    let units = ready.map(({ unit, digest }) => ({ unit, digest }));
    const rounds: (readonly string[])[] = [];
    while (units.length > 0) {
      owner.takeCalls();
      const { done, refused, left, rates } = callAs(owner, "approve", { units });
      rounds.push(done);
      expect([refused, rates.approved]).toEqual([[], rounds.flat().length]);
      units = units.filter(({ unit }) => left.includes(unit));
    }
    expect(rounds).toEqual([["VP"], ["TYT"], ["AP1"]]);
    const log = deskOf(owner).log.filter(({ action }) => action === "approve");
    expect(log.map(({ unit }) => unit).sort()).toEqual(["AP1", "TYT", "VP"]);
  });
});

describe("set-up and repair that run out of time", () => {
  it("stop between two tabs, say how many are left, and miss nothing in the end", () => {
    const open = setUp([["VP", "Văn phòng", "Cơ quan, phòng ban"]]);
    type(open, "Đơn vị", "A6", [
      ["TYT", "Trạm Y tế", "Đơn vị sự nghiệp"],
      ["CA", "Công an xã", "Công an, quân sự"],
      ["LHPN", "Hội LHPN", "MTTQ, tổ chức CT-XH"],
    ]);
    const owner = slow(open.workbook, "Sheet.copyTo");
    const lefts: number[] = [];
    for (let left = 1; left > 0 && lefts.length < 9; lefts.push(left)) {
      owner.takeCalls();
      left = callAs(owner, "setUpWorkbook").left;
    }
    expect(lefts).toEqual([2, 1, 0]);
    expect(titles(owner)).toEqual(expect.arrayContaining(["VP", "TYT", "CA", "LHPN"]));
    expect(callAs(owner, "getRepairPlan").findings).toEqual([]);
  });

  it("a repair says that it has not finished, and the next one does", () => {
    const { workbook } = setUp([
      ["VP", "Văn phòng", "Cơ quan, phòng ban"],
      ["TYT", "Trạm Y tế", "Đơn vị sự nghiệp"],
    ]);
    const owner = slow(workbook, "Sheet.copyTo");
    for (const tab of ["VP", "TYT"]) {
      type(owner, tab, "D6", [[5, 2]]);
      owner.act({ kind: "insertRows", sheet: sheetOf(owner, tab).id, at: 8, count: 1 });
    }
    owner.takeCalls();
    const first = callAs(owner, "repairWorkbook");
    expect(first).toMatchObject({ finished: false, busy: [] });
    expect(first.left.map(({ tab }) => tab)).toContain("TYT");
    expect(first.left.map(({ tab }) => tab)).not.toContain("VP");
    owner.takeCalls();
    expect(callAs(owner, "repairWorkbook")).toMatchObject({ finished: true, left: [] });
    for (const tab of ["VP", "TYT"]) expect(sheetOf(owner, tab).cells[6]?.[4]?.value).toBe(5);
  });
});

describe("the deadline by the clock", () => {
  it.each([
    ["2026-11-14", "23:59:59", false, 0, "Hôm nay là ngày cuối"],
    ["2026-11-15", "00:00:00", true, -1, "Quá hạn 1 ngày"],
  ] as const)("on %s at %s: submitted late %s", (day, time, late, daysLeft, text) => {
    const workbook = makeOffice();
    const now = () => at(day, time);
    const checklist = submitAs(openWorkbook(workbook, bundle, STATION, now), "TYT");
    expect(checklist).toMatchObject({ unit: { late, doubtText: "" }, deadline: { daysLeft, text } });
    const owner = openWorkbook(workbook, bundle, COORDINATOR, now);
    expect(deskOf(owner)).toMatchObject({
      deadline: { daysLeft, text },
      rates: { onTime: late ? 0 : 1, late: late ? 1 : 0 },
    });
  });
});

describe("reminders by the clock", () => {
  let now: number;
  let owner: OpenWorkbook;

  beforeEach(() => {
    now = at("2026-10-01", "09:00:00");
    owner = openWorkbook(makeOffice(), bundle, COORDINATOR, () => now);
    callAs(owner, "setReminders", { on: true, days: [30, 14, 7, 1] });
  });

  it("go out 30, 14, 7 and 1 days before the last on-time day, then weekly, and on no other day", () => {
    const days: string[] = [];
    for (let day = at("2026-10-10", "07:00:00"); day < at("2027-01-20", "00:00:00"); day += 24 * 60 * MINUTE) {
      now = day;
      owner.context.mailQuota = 100;
      const { sent } = callAs(owner, "sendReminders");
      if (sent > 0) days.push(new Date(day).toISOString().slice(0, 10));
    }
    expect(days).toEqual([
      ...["2026-10-15", "2026-10-31", "2026-11-07", "2026-11-13"],
      ...["2026-11-15", "2026-11-22", "2026-11-29", "2026-12-06"],
      ...["2026-12-13", "2026-12-20", "2026-12-27", "2027-01-03"],
    ]);
  });

  it("that miss their day go out on the next one that the trigger runs", () => {
    now = at("2026-11-08", "07:00:00");
    expect(callAs(owner, "planReminders").round).toBe("07/11/2026");
    expect(callAs(owner, "sendReminders").sent).toBe(3);
  });
});
