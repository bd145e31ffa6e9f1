/** The workflow under faults: two at once, an edit in between, executions that are cut off. Nothing is lost or half-done. */

import { type OpenWorkbook, openWorkbook, type WorkbookModel } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { COORDINATOR, callAs, deskOf, HAMLET, makeOffice, STATION, submitAs } from "./office.ts";
import { bundle, madeOnce, messageOf, sumOf } from "./opened.ts";
import { REQUEST } from "./reports.ts";

type Office = {
  readonly workbook: WorkbookModel;
  readonly owner: OpenWorkbook;
  readonly station: OpenWorkbook;
  readonly hamlet: OpenWorkbook;
};

const make = madeOnce((): WorkbookModel => {
  const workbook = makeOffice();
  submitAs(openWorkbook(workbook, bundle, STATION), "TYT");
  submitAs(openWorkbook(workbook, bundle, HAMLET), "AP1");
  return workbook;
});

/** A commune of which station and hamlet have submitted. */
function submitted(): Office {
  const workbook = make();
  return {
    workbook,
    owner: openWorkbook(workbook, bundle, COORDINATOR),
    station: openWorkbook(workbook, bundle, STATION),
    hamlet: openWorkbook(workbook, bundle, HAMLET),
  };
}

function requestOf(open: OpenWorkbook, ...units: readonly string[]) {
  const rows = deskOf(open).units;
  return { units: units.map((unit) => ({ unit, digest: rows.find((row) => row.unit === unit)?.digest ?? "" })) };
}

/** Tells whether a unit's user may type where its figures stand. */
function mayType(open: OpenWorkbook, tab: string, row: number, column: number): boolean {
  const sheet = open.workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`no tab ${tab}`);
  const value = sheet.cells[row]?.[column]?.value ?? "";
  try {
    open.typeInto(sheet, row, column, value);
    return true;
  } catch {
    return false;
  }
}

function locks({ station, hamlet }: Office): readonly boolean[] {
  return [!mayType(station, "TYT", 6, 4), !mayType(hamlet, "Các ấp", 5, 9), !mayType(hamlet, "Hoạt động ấp", 6, 3)];
}

function stateOf(open: OpenWorkbook, unit: string): string {
  return deskOf(open).units.find((row) => row.unit === unit)?.state ?? "";
}

/** Runs something at the first call of a service method that an execution makes. */
function interrupt(open: OpenWorkbook, method: string, action: () => void): void {
  const { calls } = open.context;
  const note = calls.set.bind(calls);
  let isDone = false;
  calls.set = (call, count) => {
    note(call, count);
    if (call === method && !isDone) {
      isDone = true;
      action();
    }
    return calls;
  };
}

describe("two coordinators at once", () => {
  let office: Office;
  let second: OpenWorkbook;

  beforeEach(() => {
    office = submitted();
    second = openWorkbook(office.workbook, bundle, COORDINATOR);
  });

  it("do not act at the same time: the second is told to wait, and no line is lost", () => {
    const request = requestOf(office.owner, "TYT");
    const other = requestOf(second, "AP1");
    let told = "";
    interrupt(office.owner, "Sheet.getLastRow", () => {
      told = messageOf(() => callAs(second, "approve", other));
    });
    expect(callAs(office.owner, "approve", request).done).toEqual(["TYT"]);
    expect(told).toContain("Hãy đợi một phút rồi làm lại");
    second.context.restructured = true;
    expect(callAs(second, "approve", other).done).toEqual(["AP1"]);
    expect(deskOf(second).log.map(({ unit, action }) => `${unit} ${action}`)).toEqual([
      "AP1 approve",
      "TYT approve",
      "AP1 submit",
      "TYT submit",
    ]);
  });

  it("one after the other: what the first decided stands", () => {
    const request = requestOf(second, "TYT");
    const digest = request.units[0]?.digest ?? "";
    callAs(office.owner, "returnUnit", { unit: "TYT", digest, reason: "Thiếu" });
    second.context.restructured = true;
    expect(callAs(second, "approve", request)).toMatchObject({ done: [], refused: [{ unit: "TYT" }] });
    expect(stateOf(second, "TYT")).toBe("returned");
  });
});

describe("a unit that edits while it is approved", () => {
  it("is not approved: its cells are open again, its figures kept, and no line says otherwise", () => {
    const office = submitted();
    const request = requestOf(office.owner, "TYT", "AP1");
    const sheet = office.workbook.sheets.find(({ name }) => name === "TYT");
    if (!sheet) throw new Error("no tab");
    interrupt(office.owner, "Properties.setProperty", () => {
      office.station.typeInto(sheet, 6, 4, 7);
      office.owner.context.restructured = true;
    });
    const outcome = callAs(office.owner, "approve", request);
    expect(outcome).toMatchObject({ done: ["AP1"], refused: [{ unit: "TYT" }] });
    expect(locks(office)).toEqual([false, true, true]);
    expect(deskOf(office.owner).units.find(({ unit }) => unit === "TYT")).toMatchObject({
      state: "submitted",
      changedCells: 1,
    });
    expect(deskOf(office.owner).log.filter(({ unit, action }) => unit === "TYT" && action === "approve")).toEqual([]);
  });
});

describe("a unit that submits again while it is approved", () => {
  it("is told that it is approved, and the approval stands", () => {
    const office = submitted();
    const sheet = office.workbook.sheets.find(({ name }) => name === "TYT");
    if (!sheet) throw new Error("no tab");
    office.station.typeInto(sheet, 6, 4, 7);
    const { digest } = callAs(office.station, "getChecklist", { unit: "TYT" }).unit;
    const approval = requestOf(office.owner, "TYT");
    interrupt(office.station, "Lock.tryLock", () => {
      expect(callAs(office.owner, "approve", approval).done).toEqual(["TYT"]);
      office.station.context.restructured = true;
    });
    const again = { unit: "TYT", digest, role: "Khác", zeros: [] };
    expect(messageOf(() => callAs(office.station, "submit", again))).toContain("Báo cáo đã duyệt nên các ô đã khóa");
    expect(deskOf(office.owner).units.find(({ unit }) => unit === "TYT")).toMatchObject({
      state: "approved",
      role: "Trưởng đơn vị",
    });
  });
});

describe("two windows of one unit that hand in the same figures", () => {
  const MORNING = Date.parse("2026-11-10T01:00:00Z");

  it("at once hand in once: the second finds it done", () => {
    const workbook = makeOffice();
    const one = openWorkbook(workbook, bundle, STATION, () => MORNING);
    const other = openWorkbook(workbook, bundle, STATION, () => MORNING + 1000);
    const { digest } = callAs(one, "getChecklist", { unit: "TYT" }).unit;
    const request = { unit: "TYT", digest, role: "Trạm trưởng", zeros: [] };
    interrupt(one, "Lock.tryLock", () => {
      callAs(other, "submit", { ...request, role: "Phó Trưởng trạm" });
      one.context.restructured = true;
    });
    expect(callAs(one, "submit", request).unit).toMatchObject({ state: "submitted", role: "Phó Trưởng trạm" });
    const owner = openWorkbook(workbook, bundle, COORDINATOR, () => MORNING + 5000);
    callAs(owner, "approve", requestOf(owner, "TYT"));
    expect(deskOf(owner).log.map(({ action, role }) => `${action} ${role}`)).toEqual([
      "approve Người tổng hợp",
      "submit Phó Trưởng trạm",
    ]);
  });

  it("again within the second in which it was given back are told to do it once more: no two are taken for one", () => {
    const workbook = makeOffice();
    let now = MORNING;
    const station = openWorkbook(workbook, bundle, STATION, () => now);
    const owner = openWorkbook(workbook, bundle, COORDINATOR, () => now);
    submitAs(station, "TYT");
    const digest = requestOf(owner, "TYT").units[0]?.digest ?? "";
    callAs(owner, "returnUnit", { unit: "TYT", digest, reason: "Xem lại" });
    station.context.restructured = true;
    expect(messageOf(() => submitAs(station, "TYT"))).toContain("vừa được nộp trong cùng một giây");
    expect(stateOf(owner, "TYT")).toBe("returned");
    now += 1000;
    expect(submitAs(station, "TYT").unit.state).toBe("submitted");
    expect(stateOf(owner, "TYT")).toBe("submitted");
  });
});

describe("an execution that is cut off", () => {
  const measured = submitted();
  const request = requestOf(measured.owner, "TYT", "AP1");
  measured.owner.takeCalls();
  callAs(measured.owner, "approve", request);
  const calls = sumOf(measured.owner.takeCalls());
  const cuts = Array.from({ length: 16 }, (_, index) => Math.floor(((index + 1) * calls) / 17));

  it.each(cuts)("in an approval after %i calls leaves locks and log in agreement after the next act", (cut) => {
    const office = submitted();
    const asked = requestOf(office.owner, "TYT", "AP1");
    office.owner.context.callsLeft = cut;
    expect(messageOf(() => callAs(office.owner, "approve", asked))).toBe("Exceeded maximum execution time");
    office.owner.context.callsLeft = Number.POSITIVE_INFINITY;
    office.owner.context.restructured = true;
    // Any act of the coordinator's settles what was left; this one is about a unit that has nothing to return.
    callAs(office.owner, "returnUnit", { unit: "VP", digest: "", reason: "Chưa nộp" });
    const approved = ["TYT", "AP1"].map((unit) => stateOf(office.owner, unit) === "approved");
    expect(approved).toEqual([approved[0], approved[0]]);
    expect(locks(office)).toEqual([approved[0], approved[1], approved[1]]);
    const again = callAs(office.owner, "approve", requestOf(office.owner, "TYT", "AP1"));
    expect(again.done).toEqual(approved[0] ? [] : ["TYT", "AP1"]);
    expect(deskOf(office.owner).log).toHaveLength(4);
    expect(locks(office)).toEqual([true, true, true]);
  });

  it("in a reopening is completed by the next act, or has not happened", () => {
    for (const cut of [20, 45, 60, 70, 75, 80, 85, 90, 95]) {
      const office = submitted();
      callAs(office.owner, "approve", requestOf(office.owner, "TYT"));
      const digest = requestOf(office.owner, "TYT").units[0]?.digest ?? "";
      office.owner.context.callsLeft = cut;
      messageOf(() => callAs(office.owner, "reopen", { unit: "TYT", digest, reason: "Sai số" }) && fail());
      office.owner.context.callsLeft = Number.POSITIVE_INFINITY;
      office.owner.context.restructured = true;
      callAs(office.owner, "returnUnit", { unit: "VP", digest: "", reason: "Chưa nộp" });
      expect(locks(office)[0]).toBe(stateOf(office.owner, "TYT") === "approved");
    }
  });

  it("in a submission has submitted all or nothing", () => {
    for (let cut = 5; cut < 60; cut += 5) {
      const workbook = makeOffice();
      const station = openWorkbook(workbook, bundle, STATION);
      const { digest } = callAs(station, "getChecklist", { unit: "TYT" }).unit;
      station.context.callsLeft = cut;
      messageOf(() => callAs(station, "submit", { unit: "TYT", digest, role: "Trạm trưởng", zeros: [] }) && fail());
      station.context.callsLeft = Number.POSITIVE_INFINITY;
      const { unit } = callAs(station, "getChecklist", { unit: "TYT" });
      expect([unit.state, unit.role]).toEqual(
        unit.state === "submitted" ? ["submitted", "Trạm trưởng"] : ["filling", ""],
      );
      submitAs(station, "TYT");
      expect(callAs(station, "getChecklist", { unit: "TYT" }).unit.state).toBe("submitted");
    }
  });
});

/** An act that was to be cut off and was not is cut off here: `messageOf` wants something thrown. */
function fail(): never {
  throw new Error("done");
}

describe("partial consent", () => {
  const without = (open: OpenWorkbook, ...names: readonly string[]) =>
    Object.assign(open.context, {
      scopes: new Set([...open.context.scopes].filter((scope) => !names.some((name) => scope.endsWith(name)))),
    });

  it("is told for each feature, and the desk still opens", () => {
    const { owner } = submitted();
    without(owner, "script.send_mail", "drive.file");
    expect(deskOf(owner).permissions).toEqual({
      mail: false,
      triggers: true,
      drive: false,
      url: expect.stringContaining("https://"),
    });
    const made = callAs(owner, "makeReport", { ...REQUEST, drive: true });
    expect(made).toMatchObject({ files: [], problem: expect.stringContaining("chưa cho phép sổ lưu tệp vào Drive") });
    expect(made.base64.length).toBeGreaterThan(10_000);
  });

  it("without the mailbox's name knows a coordinator by the protections all the same", () => {
    const { owner } = submitted();
    without(owner, "userinfo.email");
    expect(deskOf(owner).mailbox).toBe("");
    expect(callAs(owner, "approve", requestOf(owner, "TYT")).done).toEqual(["TYT"]);
  });
});
