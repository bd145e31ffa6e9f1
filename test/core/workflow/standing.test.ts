/** Where a unit's report stands, from figures, submission and decisions. */
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isAfter, isLate, readMoment, showMoment } from "../../../src/core/workflow/deadline.ts";
import { digestFigures, type FigureRow, stampFigures } from "../../../src/core/workflow/digest.ts";
import {
  approvedUnits,
  type Decision,
  judgeStanding,
  type Logged,
  type Submission,
  submissionId,
} from "../../../src/core/workflow/standing.ts";

const BLANK: readonly FigureRow[] = [{ key: "SL.LD", cells: ["", ""] }];
const TYPED: readonly FigureRow[] = [{ key: "SL.LD", cells: ["3", "1"] }];
const CHANGED: readonly FigureRow[] = [{ key: "SL.LD", cells: ["3", "2"] }];

const AT = "10/11/2026 08:05:30";

function submission(given: Partial<Submission> = {}): Submission {
  const confirmation = { time: AT, role: "Trạm trưởng", ...given };
  return { unit: "TYT", stamp: stampFigures(TYPED, 2026, confirmation), ...confirmation, ...given };
}

function decision(action: Decision["action"], given: Partial<Decision> = {}): Decision {
  return {
    unit: "TYT",
    action,
    about: submissionId(submission()),
    reason: action === "approve" ? "" : "Thiếu nữ",
    digest: "",
    ...given,
  };
}

const COMMON = { logged: [], year: 2026, before: "2026-11-15", now: { day: "2026-11-20", time: "12:00:00" } };

function judge(rows: readonly FigureRow[], submitted?: Submission, ...decisions: readonly Decision[]) {
  return judgeStanding({ ...COMMON, rows, submission: submitted, decisions });
}

describe("a unit's state", () => {
  it("goes from nothing over typing to submitted, returned, submitted again, approved, reopened", () => {
    const again = submission({ time: "12/11/2026 09:00:00" });
    const approval = decision("approve", { about: submissionId(again), digest: digestFigures(TYPED) });
    const reopening = decision("reopen", { about: submissionId(again), reason: "Sai số" });
    expect([
      judge(BLANK).state,
      judge(TYPED).state,
      judge(TYPED, submission()).state,
      judge(TYPED, submission(), decision("return")).state,
      judge(TYPED, again, decision("return")).state,
      judge(TYPED, again, decision("return"), approval).state,
      judge(TYPED, again, decision("return"), approval, reopening).state,
    ]).toEqual(["empty", "filling", "submitted", "returned", "submitted", "approved", "filling"]);
  });

  it("shows the coordinator's reason until the unit has submitted again", () => {
    expect(judge(TYPED, submission(), decision("return")).reason).toBe("Thiếu nữ");
    expect(judge(TYPED, submission({ time: "12/11/2026 09:00:00" }), decision("return")).reason).toBe("");
  });

  it("counts what changed since the submission, and whether anything did since the approval", () => {
    expect(judge(CHANGED, submission())).toMatchObject({ state: "submitted", changedCells: 1 });
    const approved = (digest: string) => judge(CHANGED, submission(), decision("approve", { digest }));
    expect(approved(digestFigures(CHANGED)).changedCells).toBe(0);
    expect(approved(digestFigures(TYPED)).changedCells).toBe(1);
  });

  it.each<[string, Partial<Submission>]>([
    ["another year", { stamp: stampFigures(TYPED, 2025, { time: AT, role: "Trạm trưởng" }) }],
    ["no role", { role: "" }],
    ["no moment", { time: "" }],
    ["words for a stamp", { stamp: "đã nộp" }],
  ])("takes a submission with %s for none", (_, given) => {
    expect(judge(TYPED, submission(given)).state).toBe("filling");
  });

  it("is approved by a decision alone: a unit that writes into its own block never is", () => {
    expect(
      judge(
        TYPED,
        submission(),
        decision("approve", { about: submissionId(submission({ time: "09/11/2026 08:05:30" })) }),
      ).state,
    ).toBe("submitted");
  });

  it("locks the units whose last decision is their approval", () => {
    const other = { unit: "VP" };
    expect([
      ...approvedUnits([
        decision("return"),
        decision("approve"),
        decision("approve", other),
        decision("reopen", other),
      ]),
    ]).toEqual(["TYT"]);
  });
});

describe("an approval", () => {
  const approve = (rows: readonly FigureRow[], approved: readonly FigureRow[]) =>
    judge(rows, submission(), decision("approve", { digest: digestFigures(approved) }));

  it("notices figures that differ from the approved ones though they are as submitted", () => {
    expect(approve(TYPED, CHANGED)).toMatchObject({ state: "approved", changedCells: 1 });
  });

  it("counts each cell that differs from the submitted ones", () => {
    const both: readonly FigureRow[] = [{ key: "SL.LD", cells: ["4", "2"] }];
    expect(approve(both, TYPED).changedCells).toBe(2);
    expect(judge(both, submission(), decision("return")).changedCells).toBe(2);
    expect(judge(both, submission(), decision("reopen")).changedCells).toBe(2);
  });

  it("has no reason, and neither has a unit of which nothing was decided", () => {
    expect(approve(TYPED, TYPED).reason).toBe("");
    expect(judge(TYPED).reason).toBe("");
    expect(judge(TYPED, undefined, decision("approve")).reason).toBe("");
    expect(judge(TYPED, undefined, decision("return"))).toMatchObject({ state: "returned", reason: "Thiếu nữ" });
    expect(judge(BLANK, undefined, decision("reopen"))).toMatchObject({ state: "empty", reason: "Thiếu nữ" });
  });
});

describe("a submission that was changed by hand", () => {
  const sealed = submission({ time: "16/11/2026 09:00:00" });
  const judgeTyped = (typed: Partial<Submission>, logged: readonly Logged[] = []) =>
    judgeStanding({ ...COMMON, rows: TYPED, decisions: [], submission: { ...sealed, ...typed }, logged });

  it("is as it says while nothing is typed over", () => {
    expect(judgeTyped({})).toMatchObject({ late: true, doubts: [], submittedAt: readMoment(sealed.time) });
  });

  it.each([
    ["an earlier moment", "01/11/2026 08:00:00"],
    ["a moment that is none", "31/02/2026 08:00:00"],
    ["words", "nộp rồi"],
  ])("with %s is still submitted, and judged by now where the log has not seen it", (_, time) => {
    const now = { day: "2026-11-20", time: "12:00:00" };
    expect(judgeTyped({ time })).toMatchObject({ state: "submitted", late: true, doubts: ["time"], submittedAt: now });
  });

  it("is judged by the moment at which the log first saw it", () => {
    const before: Logged = {
      about: submissionId({ ...sealed, time: "14/11/2026 20:00:00" }),
      time: "14/11/2026 20:00:00",
    };
    const typed = { time: "01/11/2026 08:00:00" };
    expect(judgeTyped(typed, [before])).toMatchObject({ late: false, doubts: ["time"] });
    const after: Logged = { about: submissionId({ ...sealed, ...typed }), time: "17/11/2026 07:00:00" };
    expect(judgeTyped(typed, [before, after])).toMatchObject({ late: true, submittedAt: readMoment(after.time) });
  });

  it("says a moment that is still to come, though it agrees with its seal", () => {
    const early = submission({ time: "21/11/2026 08:00:00" });
    expect(judge(TYPED, early)).toMatchObject({ state: "submitted", doubts: ["time"], submittedAt: COMMON.now });
  });

  it("keeps its moment where only the role was typed over", () => {
    expect(judgeTyped({ role: "Chủ tịch" })).toMatchObject({ doubts: ["role"], submittedAt: readMoment(sealed.time) });
  });
});

describe("the deadline", () => {
  it.each([
    ["14/11/2026 23:59:59", false],
    ["15/11/2026 00:00:00", true],
    ["16/11/2026 07:00:00", true],
  ])("before 15/11: %s is late: %s", (text, late) => {
    const moment = readMoment(text);
    expect(moment && isLate(moment, "2026-11-15")).toBe(late);
    expect(judge(TYPED, submission({ time: text })).late).toBe(late);
  });

  it("reads back the moments that it shows, and nothing else", () => {
    expect(showMoment({ day: "2026-11-10", time: "08:05:30" })).toBe(AT);
    expect(readMoment(AT)).toEqual({ day: "2026-11-10", time: "08:05:30" });
    for (const text of ["", "10/11/2026", "10/11/2026 24:00:00", "29/02/2026 08:00:00"]) {
      expect(readMoment(text)).toBeUndefined();
    }
  });

  it.each([
    ["10/11/2026 08:05:30", "10/11/2026 08:05:29", true],
    ["10/11/2026 08:05:30", "10/11/2026 08:05:30", false],
    ["10/11/2026 08:05:29", "10/11/2026 08:05:30", false],
    ["11/11/2026 00:00:00", "10/11/2026 23:59:59", true],
    ["10/11/2026 23:59:59", "11/11/2026 00:00:00", false],
  ])("has %s after %s: %s", (one, other, after) => {
    const [first, second] = [readMoment(one), readMoment(other)];
    expect(first && second && isAfter(first, second)).toBe(after);
  });

  it("counts days over months and years", () => {
    expect(daysBetween("2026-10-31", "2026-11-14")).toBe(14);
    expect(daysBetween("2026-11-15", "2026-11-14")).toBe(-1);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  });
});
