/** What desk and checklist show, and the workflow's acts. Plain JSON; moments are texts as users read them. */
import * as v from "valibot";
import { STATUSES } from "../../core/scorecard.ts";
import { UNIT_TYPES } from "../../core/unit-type.ts";
import { UNIT_STATES, WORKFLOW_ACTIONS } from "../../core/workflow/words.ts";
import { choice, fields, flag, list, number, orNull, sentList, sentTexts, text, texts } from "./shapes.ts";

/**
 * A place to go to: `#gid=<sheetId>&range=<cell>`. `sheetId` null: the tab is not known. `beside`: what stands in the
 * cell's row and tells it from all others, as a unit's code and a row's key; absent: the cell itself.
 */
export function CellLink() {
  return fields({
    tab: text(),
    sheetId: v.nullable(number()),
    cell: text(),
    beside: v.exactOptional(texts()),
  });
}
export type CellLink = v.InferOutput<ReturnType<typeof CellLink>>;

/** A place that a caller wants to be shown. */
export function CellRequest() {
  return fields({
    tab: text(),
    sheetId: orNull(number()),
    cell: text(),
    beside: v.nullish(sentTexts(), []),
  });
}
export type CellRequest = v.InferOutput<ReturnType<typeof CellRequest>>;

export function Deadline() {
  return fields({
    /** Reports are due before this day, `yyyy-mm-dd`. */
    before: text(),
    /** `14/11/2026 23:59`. */
    lastMoment: text(),
    /** Days to the last on-time day: 0 on that day, negative when overdue. */
    daysLeft: number(),
    /** `Còn 12 ngày`. */
    text: text(),
  });
}
export type Deadline = v.InferOutput<ReturnType<typeof Deadline>>;

export function UnitRow() {
  return fields({
    unit: text(),
    name: text(),
    type: choice(UNIT_TYPES),
    typeName: text(),
    state: choice(UNIT_STATES),
    stateName: text(),
    /** Submitted after the last on-time moment. */
    late: flag(),
    /** `10/11/2026 08:05`; empty: not submitted. */
    submittedAt: text(),
    /** The confirmer's role; empty: not submitted. */
    role: text(),
    /** `Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận`; empty: nothing of the submission was changed by hand. */
    doubtText: text(),
    /** Cells that changed since submission (once approved: since approval). */
    changedCells: number(),
    /** `Sửa sau khi nộp: 3 ô`; empty: nothing changed. */
    changedText: text(),
    /** The coordinator's reason for the last return or reopening; empty: none stands. */
    reason: text(),
    /** Figures that are asked for, and those that have something valid. */
    asked: number(),
    filled: number(),
    errors: number(),
    warnings: number(),
    mailboxes: texts(),
    /** False: its form is still to be made; the link leads to its row of the register. */
    hasForm: flag(),
    link: CellLink(),
    /** Identifies the figures that this row was made of; sent back with an act on them. */
    digest: text(),
  });
}
export type UnitRow = v.InferOutput<ReturnType<typeof UnitRow>>;

/** Counts of units; rates are of `units`. */
export function Rates() {
  return fields({
    units: number(),
    /** With a valid value for each figure that they report. */
    complete: number(),
    submitted: number(),
    onTime: number(),
    late: number(),
    approved: number(),
  });
}
export type Rates = v.InferOutput<ReturnType<typeof Rates>>;

export function IndicatorRow() {
  return fields({
    code: text(),
    name: text(),
    numerator: number(),
    denominator: v.nullable(number()),
    percent: v.nullable(number()),
    target: v.nullable(number()),
    milestone: v.nullable(number()),
    status: choice(STATUSES),
    neededFixed: v.nullable(number()),
    neededAdded: v.nullable(number()),
    low: v.nullable(number()),
    high: v.nullable(number()),
    previous: v.nullable(number()),
    comparison: v.nullable(choice(["up", "same", "down", "undecided"])),
    national: v.nullable(number()),
    statusName: text(),
    link: CellLink(),
  });
}
export type IndicatorRow = v.InferOutput<ReturnType<typeof IndicatorRow>>;

export function LogLine() {
  return fields({
    /** `10/11/2026 08:05:30`. */
    time: text(),
    role: text(),
    unit: text(),
    action: choice(WORKFLOW_ACTIONS),
    actionName: text(),
    reason: text(),
  });
}
export type LogLine = v.InferOutput<ReturnType<typeof LogLine>>;

/** What the user has let the add-on do; one that is false names what will not work. */
export function Permissions() {
  return fields({
    mail: flag(),
    triggers: flag(),
    drive: flag(),
    /** Where to grant what is missing; empty: nothing is. */
    url: text(),
  });
}
export type Permissions = v.InferOutput<ReturnType<typeof Permissions>>;

export function CoordinatorDesk() {
  return fields({
    kind: v.literal("coordinator"),
    /** Empty where Google does not tell. */
    mailbox: text(),
    /** `Xã Vĩnh Phong`. */
    commune: text(),
    year: number(),
    deadline: Deadline(),
    rates: Rates(),
    indicators: list(IndicatorRow()),
    units: list(UnitRow()),
    /** The latest first. */
    log: list(LogLine()),
    permissions: Permissions(),
    /** Why the last automatic reminders were not sent, and what to do; empty: nothing is amiss. */
    reminderProblem: text(),
    /** Says that nothing is protected; empty: something is. */
    rightsProblem: text(),
  });
}
export type CoordinatorDesk = v.InferOutput<ReturnType<typeof CoordinatorDesk>>;

/** `new`: no workbook yet; `canSetUp`: this user may make it. `visitor`: may open the workbook, and is no unit's. */
export function Desk() {
  return v.union([
    CoordinatorDesk(),
    fields({ kind: v.literal("unit"), checklist: Checklist() }),
    fields({ kind: v.literal("visitor"), mailbox: text(), message: text() }),
    fields({ kind: v.literal("new"), mailbox: text(), canSetUp: flag() }),
  ]);
}
export type Desk = v.InferOutput<ReturnType<typeof Desk>>;

export function SidebarIssue() {
  return fields({
    severity: choice(["error", "warning"]),
    severityName: text(),
    code: text(),
    /** Empty: the commune as a whole. */
    unit: text(),
    message: text(),
    link: CellLink(),
  });
}
export type SidebarIssue = v.InferOutput<ReturnType<typeof SidebarIssue>>;

/** Null, or nothing at all: the asking user's own. */
export function ChecklistRequest() {
  return v.nullish(fields({ unit: orNull(text()) }), { unit: null });
}
export type ChecklistRequest = v.InferOutput<ReturnType<typeof ChecklistRequest>>;

/** `filled`: something valid; `blank`: nothing; `faulty`: an error stands there. */
export function ChecklistState() {
  return choice(["filled", "blank", "faulty"]);
}
export type ChecklistState = v.InferOutput<ReturnType<typeof ChecklistState>>;

export function ChecklistItem() {
  return fields({
    /** `SL.LD`. */
    key: text(),
    name: text(),
    state: ChecklistState(),
    /** False: it may stay blank, and nothing waits for it. */
    isRequired: flag(),
    link: CellLink(),
  });
}
export type ChecklistItem = v.InferOutput<ReturnType<typeof ChecklistItem>>;

/** A figure that is 0: submission asks whether it is truly none. */
export function ZeroItem() {
  return fields({ key: text(), name: text(), link: CellLink() });
}
export type ZeroItem = v.InferOutput<ReturnType<typeof ZeroItem>>;

export function Checklist() {
  return fields({
    commune: text(),
    year: number(),
    deadline: Deadline(),
    unit: UnitRow(),
    items: list(ChecklistItem()),
    issues: list(SidebarIssue()),
    zeros: list(ZeroItem()),
    /** Why the unit cannot submit now, in words; empty: it can. */
    obstacle: text(),
    /** Other units of the same mailbox. */
    others: list(fields({ unit: text(), name: text() })),
  });
}
export type Checklist = v.InferOutput<ReturnType<typeof Checklist>>;

export function SubmitRequest() {
  return fields({
    unit: text(),
    /** Of the figures as they were shown. */
    digest: text(),
    /** The confirmer's post, never a name: `Phó Trưởng trạm`. */
    role: text(),
    /** Keys of all figures that are 0, each confirmed. */
    zeros: sentTexts(),
  });
}
export type SubmitRequest = v.InferOutput<ReturnType<typeof SubmitRequest>>;

export function ReasonRequest() {
  return fields({ unit: text(), digest: text(), reason: text() });
}
export type ReasonRequest = v.InferOutput<ReturnType<typeof ReasonRequest>>;

/** `digest`: of the figures as the coordinator saw them; where they have changed since, the unit is refused. */
export function ApproveRequest() {
  return fields({
    /** One that is named twice is approved once. */
    units: v.pipe(
      sentList(fields({ unit: text(), digest: text() })),
      v.transform((units) => [...new Map(units.map((named) => [named.unit, named])).values()]),
      v.readonly(),
    ),
  });
}
export type ApproveRequest = v.InferOutput<ReturnType<typeof ApproveRequest>>;

/** What an act wants somebody to look at, of one unit. */
export function Warning() {
  return fields({ unit: text(), text: text() });
}
export type Warning = v.InferOutput<ReturnType<typeof Warning>>;

export function ActionOutcome() {
  return fields({
    done: texts(),
    refused: list(fields({ unit: text(), reason: text() })),
    /** What was done all the same and wants a look: a mailbox of the unit's that Google refuses. Absent: nothing. */
    warnings: v.exactOptional(list(Warning())),
    /** Not reached for want of time. */
    left: texts(),
    /** The rows of all units that were named, as they stand now. */
    units: list(UnitRow()),
    rates: Rates(),
    log: list(LogLine()),
  });
}
export type ActionOutcome = v.InferOutput<ReturnType<typeof ActionOutcome>>;
