/** Where a unit's report stands, from figures, submission and decisions. */
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, isLate, readMoment, showMoment } from "../../../src/core/workflow/deadline.ts";
import { digestFigures, type FigureRow, stampFigures } from "../../../src/core/workflow/digest.ts";
import {
  approvedUnits,
  type Decision,
  judgeStanding,
  type Submission,
  submissionId,
} from "../../../src/core/workflow/standing.ts";

const BLANK: readonly FigureRow[] = [{ key: "SL.LD", cells: ["", ""] }];
const TYPED: readonly FigureRow[] = [{ key: "SL.LD", cells: ["3", "1"] }];
const CHANGED: readonly FigureRow[] = [{ key: "SL.LD", cells: ["3", "2"] }];

const AT = "10/11/2026 08:05:30";

function submission(given: Partial<Submission> = {}): Submission {
  return { unit: "TYT", time: AT, role: "Trạm trưởng", stamp: stampFigures(TYPED, 2026), ...given };
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

function judge(rows: readonly FigureRow[], submitted?: Submission, ...decisions: readonly Decision[]) {
  return judgeStanding({ rows, submission: submitted, decisions, year: 2026, before: "2026-11-15" });
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
    ["another year", { stamp: stampFigures(TYPED, 2025) }],
    ["no role", { role: "" }],
    ["a moment that is none", { time: "31/02/2026 08:00:00" }],
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

  it("counts days over months and years", () => {
    expect(daysBetween("2026-10-31", "2026-11-14")).toBe(14);
    expect(daysBetween("2026-11-15", "2026-11-14")).toBe(-1);
    expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
    expect(addDays("2028-03-01", -1)).toBe("2028-02-29");
  });
});
