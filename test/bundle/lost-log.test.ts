/** The tab Nhật ký is deleted: repair and set-up rebuild what forms and locks still tell, and say what is lost. */

import { type OpenWorkbook, openWorkbook, type WorkbookModel } from "gas-offline";
import { describe, expect, it } from "vitest";
import { sheetOf } from "./desk.ts";
import { COORDINATOR, callAs, deskOf, HAMLET, makeOffice, STATION, submitAs } from "./office.ts";
import { bundle, madeOnce, messageOf } from "./opened.ts";

type Office = { readonly owner: OpenWorkbook; readonly station: OpenWorkbook; readonly hamlet: OpenWorkbook };

const make = madeOnce((...units: readonly string[]): WorkbookModel => {
  const workbook = makeOffice("2099-01-01");
  submitAs(openWorkbook(workbook, bundle, STATION), "TYT");
  submitAs(openWorkbook(workbook, bundle, HAMLET), "AP1");
  approve(openWorkbook(workbook, bundle, COORDINATOR), ...units);
  return workbook;
});

/** Station and hamlet have submitted; the named ones are approved. */
function approved(...units: readonly string[]): Office {
  const workbook = make(...units);
  return {
    owner: openWorkbook(workbook, bundle, COORDINATOR),
    station: openWorkbook(workbook, bundle, STATION),
    hamlet: openWorkbook(workbook, bundle, HAMLET),
  };
}

function approve(owner: OpenWorkbook, ...units: readonly string[]): void {
  const rows = deskOf(owner).units.filter(({ unit }) => units.includes(unit));
  callAs(owner, "approve", { units: rows.map(({ unit, digest }) => ({ unit, digest })) });
}

/** The same, and the log is gone. */
function withoutLog(...units: readonly string[]): Office {
  const office = approved(...units);
  office.owner.act({ kind: "deleteSheet", sheet: sheetOf(office.owner, "Nhật ký").id });
  return office;
}

function states(open: OpenWorkbook): readonly string[] {
  return deskOf(open).units.map(({ unit, stateName }) => `${unit} ${stateName}`);
}

function mayType(open: OpenWorkbook, tab: string, row: number, column: number): boolean {
  open.context.restructured = true;
  const sheet = sheetOf(open, tab);
  try {
    open.typeInto(sheet, row, column, sheet.cells[row]?.[column]?.value ?? "");
    return true;
  } catch {
    return false;
  }
}

describe("a workbook without its log", () => {
  it("says at the sidebar what to do, and in the repair's plan what comes back and what does not", () => {
    const { owner } = withoutLog("TYT");
    expect(messageOf(() => callAs(owner, "getDesk"))).toContain("Kiểm tra và sửa sổ");
    const [finding] = callAs(owner, "getRepairPlan").findings.filter(({ tab }) => tab === "Nhật ký");
    expect(finding?.message).toContain("lượt duyệt từ các ô còn khóa");
    expect(finding?.message).toContain("Lý do trả lại, lượt nhắc và thời điểm duyệt cũ không dựng lại được");
  });

  it.each(["repairWorkbook", "setUpWorkbook"] as const)(
    "gets it back by %s: submissions, approvals, locks",
    (endpoint) => {
      const { owner, station, hamlet } = withoutLog("TYT", "AP1");
      callAs(owner, endpoint);
      expect(states(owner)).toEqual(["VP Chưa nhập", "TYT Đã duyệt", "AP1 Đã duyệt", "AP2 Chưa nhập"]);
      expect(deskOf(owner).log.map(({ unit, action, reason }) => `${unit} ${action} ${reason}`)).toEqual([
        "AP1 approve Dựng lại khi sửa sổ: ô nhập còn khóa vì đã duyệt",
        "TYT approve Dựng lại khi sửa sổ: ô nhập còn khóa vì đã duyệt",
        "AP1 submit Dựng lại khi sửa sổ",
        "TYT submit Dựng lại khi sửa sổ",
      ]);
      expect(mayType(station, "TYT", 6, 4)).toBe(false);
      expect(mayType(hamlet, "Các ấp", 5, 9)).toBe(false);
      expect(sheetOf(owner, "TYT").cells[4]?.[4]?.value).toMatch(
        /^Đã duyệt, trước khi Nhật ký bị xóa, nên các ô đã khóa;/,
      );
      callAs(owner, endpoint);
      expect(deskOf(owner).log).toHaveLength(4);
      expect(callAs(owner, "reopen", { unit: "TYT", digest: "", reason: "Sai số" }).done).toEqual(["TYT"]);
      expect(mayType(station, "TYT", 6, 4)).toBe(true);
    },
  );

  it("approves nobody who was not, and keeps the lock of a form that is rebuilt in the same run", () => {
    const { owner, station, hamlet } = withoutLog("TYT");
    owner.act({ kind: "insertRows", sheet: sheetOf(owner, "TYT").id, at: 8, count: 1 });
    callAs(owner, "repairWorkbook");
    expect(states(owner)).toEqual(["VP Chưa nhập", "TYT Đã duyệt", "AP1 Đã nộp", "AP2 Chưa nhập"]);
    expect(mayType(station, "TYT", 6, 4)).toBe(false);
    expect(mayType(hamlet, "Các ấp", 5, 9)).toBe(true);
  });

  it("gets it back whole by the next run where Google cuts the first one off", () => {
    for (const share of [0.2, 0.5, 0.8, 0.95, 0.99]) {
      const measured = withoutLog("TYT");
      measured.owner.takeCalls();
      callAs(measured.owner, "setUpWorkbook");
      const calls = [...measured.owner.takeCalls().values()].reduce((sum, count) => sum + count, 0);
      const { owner, station } = withoutLog("TYT");
      owner.context.callsLeft = Math.floor(calls * share);
      expect(messageOf(() => callAs(owner, "setUpWorkbook"))).toBe("Exceeded maximum execution time");
      owner.context.callsLeft = Number.POSITIVE_INFINITY;
      owner.context.restructured = true;
      callAs(owner, "setUpWorkbook");
      expect(states(owner)).toContain("TYT Đã duyệt");
      expect(deskOf(owner).log.filter(({ unit }) => unit === "TYT")).toHaveLength(2);
      expect(mayType(station, "TYT", 6, 4)).toBe(false);
    }
  });
});

describe("a log whose lines somebody deleted", () => {
  /** Deletes lines of the log, from the first on. */
  function deleteLines(owner: OpenWorkbook, from: number, count: number): void {
    owner.act({ kind: "deleteRows", sheet: sheetOf(owner, "Nhật ký").id, at: 4 + from, count });
  }

  const lines = (owner: OpenWorkbook) =>
    deskOf(owner).log.map(({ unit, action, reason }) => `${unit} ${action} ${reason}`.trim());

  const missing = (owner: OpenWorkbook) =>
    callAs(owner, "getRepairPlan").findings.filter(({ code }) => code === "missing-line");

  it("gets the approvals back by a repair, which says first which ones, and then that it has written them", () => {
    const { owner, station, hamlet } = approved("TYT", "AP1");
    expect(missing(owner)).toEqual([]);
    deleteLines(owner, 2, 3);
    expect(states(owner)).toEqual(["VP Chưa nhập", "TYT Đã nộp", "AP1 Đã nộp", "AP2 Chưa nhập"]);
    expect(missing(owner).map(({ tab, message }) => `${tab}: ${message.slice(0, 60)}`)).toEqual([
      "Nhật ký: Tab Nhật ký: cần một dòng Duyệt của Trạm Y tế (TYT), vì ô nh",
      "Nhật ký: Tab Nhật ký: cần một dòng Duyệt của Ấp Một (AP1), vì ô nhập ",
    ]);
    const { copy, left } = callAs(owner, "repairWorkbook");
    expect(copy).toContain("trước khi sửa");
    expect(left).toEqual([]);
    expect(states(owner)).toEqual(["VP Chưa nhập", "TYT Đã duyệt", "AP1 Đã duyệt", "AP2 Chưa nhập"]);
    expect(lines(owner)).toEqual([
      "AP1 approve Dựng lại khi sửa sổ: ô nhập còn khóa vì đã duyệt",
      "TYT approve Dựng lại khi sửa sổ: ô nhập còn khóa vì đã duyệt",
      "AP1 submit",
      "TYT submit",
    ]);
    expect([mayType(station, "TYT", 6, 4), mayType(hamlet, "Các ấp", 5, 9)]).toEqual([false, false]);
    expect(missing(owner)).toEqual([]);
    callAs(owner, "repairWorkbook");
    expect(lines(owner)).toHaveLength(4);
  });

  it("keeps the lock of a form that is rebuilt in the same run", () => {
    const { owner, station } = approved("TYT");
    deleteLines(owner, 3, 1);
    owner.act({ kind: "insertRows", sheet: sheetOf(owner, "TYT").id, at: 8, count: 1 });
    callAs(owner, "repairWorkbook");
    expect(states(owner)).toContain("TYT Đã duyệt");
    expect(mayType(station, "TYT", 6, 4)).toBe(false);
  });

  it("gets a submission's line back with the next act, and says that it was there before", () => {
    const { owner } = approved("TYT");
    deleteLines(owner, 1, 1);
    expect(lines(owner)).toEqual(["TYT approve", "AP1 submit"]);
    approve(owner, "AP1");
    expect(lines(owner)).toEqual([
      "AP1 approve",
      "TYT submit Ghi lại, vì dòng cũ đã bị xóa",
      "TYT approve",
      "AP1 submit",
    ]);
  });

  it("approves nobody for a year in which nothing was handed in, though the cells are locked from the last one", () => {
    const { owner } = approved("TYT", "AP1");
    for (const line of sheetOf(owner, "Cấu hình").cells) {
      if (line?.[1]?.value === "year" || line?.[1]?.value === "data_year") line[3] = { ...line[3], value: 2027 };
    }
    expect(missing(owner)).toEqual([]);
    callAs(owner, "repairWorkbook");
    expect(deskOf(owner).rates.approved).toBe(0);
  });
});
