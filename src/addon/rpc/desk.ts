/** What desk and checklist show, and the workflow's acts. Plain JSON; moments are texts as users read them. */
import type { Severity } from "../../core/check.ts";
import type { IndicatorResult } from "../../core/scorecard.ts";
import type { UnitType } from "../../core/unit.ts";
import type { UnitState, WorkflowAction } from "../../core/workflow/words.ts";

/**
 * A place to go to: `#gid=<sheetId>&range=<cell>`. `sheetId` null: the tab is not known. `beside`: what stands in the
 * cell's row and tells it from all others, as a unit's code and a row's key; absent: the cell itself is meant.
 */
export type CellLink = {
  readonly tab: string;
  readonly sheetId: number | null;
  readonly cell: string;
  readonly beside?: readonly string[];
};

export type Deadline = {
  /** Reports are due before this day, `yyyy-mm-dd`. */
  readonly before: string;
  /** `14/11/2026 23:59`. */
  readonly lastMoment: string;
  /** Days to the last on-time day: 0 on that day, negative when overdue. */
  readonly daysLeft: number;
  /** `Còn 12 ngày`. */
  readonly text: string;
};

export type UnitRow = {
  readonly unit: string;
  readonly name: string;
  readonly type: UnitType;
  readonly typeName: string;
  readonly state: UnitState;
  readonly stateName: string;
  /** Submitted after the last on-time moment. */
  readonly late: boolean;
  /** `10/11/2026 08:05`; empty: not submitted. */
  readonly submittedAt: string;
  /** The confirmer's role; empty: not submitted. */
  readonly role: string;
  /** `Thời điểm nộp bị sửa tay; tính theo lúc sổ ghi nhận`; empty: nothing of the submission was changed by hand. */
  readonly doubtText: string;
  /** Cells that changed since submission (once approved: since approval). */
  readonly changedCells: number;
  /** `Sửa sau khi nộp: 3 ô`; empty: nothing changed. */
  readonly changedText: string;
  /** The coordinator's reason for the last return or reopening; empty: none stands. */
  readonly reason: string;
  /** Figures that are asked for, and those that have something valid. */
  readonly asked: number;
  readonly filled: number;
  readonly errors: number;
  readonly warnings: number;
  readonly mailboxes: readonly string[];
  /** False: its form is still to be made; the link leads to its row of the register. */
  readonly hasForm: boolean;
  readonly link: CellLink;
  /** Identifies the figures that this row was made of; sent back with an act on them. */
  readonly digest: string;
};

/** Counts of units; rates are of `units`. */
export type Rates = {
  readonly units: number;
  /** With a valid value for each figure that they report. */
  readonly complete: number;
  readonly submitted: number;
  readonly onTime: number;
  readonly late: number;
  readonly approved: number;
};

export type IndicatorRow = IndicatorResult & { readonly statusName: string; readonly link: CellLink };

export type LogLine = {
  /** `10/11/2026 08:05:30`. */
  readonly time: string;
  readonly role: string;
  readonly unit: string;
  readonly action: WorkflowAction;
  readonly actionName: string;
  readonly reason: string;
};

/** What the user has let the add-on do; one that is false names what will not work. */
export type Permissions = {
  readonly mail: boolean;
  readonly triggers: boolean;
  readonly drive: boolean;
  /** Where to grant what is missing; empty: nothing is. */
  readonly url: string;
};

export type CoordinatorDesk = {
  readonly kind: "coordinator";
  /** Empty where Google does not tell. */
  readonly mailbox: string;
  /** `Xã Vĩnh Phong`. */
  readonly commune: string;
  readonly year: number;
  readonly deadline: Deadline;
  readonly rates: Rates;
  readonly indicators: readonly IndicatorRow[];
  readonly units: readonly UnitRow[];
  /** The latest first. */
  readonly log: readonly LogLine[];
  readonly permissions: Permissions;
  /** Why the last automatic reminders were not sent, and what to do; empty: nothing is amiss. */
  readonly reminderProblem: string;
};

/** `new`: no workbook yet; `canSetUp`: this user may make it. `visitor`: may open the workbook, and is no unit's. */
export type Desk =
  | CoordinatorDesk
  | { readonly kind: "unit"; readonly checklist: Checklist }
  | { readonly kind: "visitor"; readonly mailbox: string; readonly message: string }
  | { readonly kind: "new"; readonly mailbox: string; readonly canSetUp: boolean };

export type SidebarIssue = {
  readonly severity: Severity;
  readonly severityName: string;
  readonly code: string;
  /** Empty: the commune as a whole. */
  readonly unit: string;
  readonly message: string;
  readonly link: CellLink;
};

export type ChecklistRequest = { readonly unit: string | null };

/** `filled`: something valid; `blank`: nothing; `faulty`: an error stands there. */
export type ChecklistState = "filled" | "blank" | "faulty";

export type ChecklistItem = {
  /** `SL.LD`. */
  readonly key: string;
  readonly name: string;
  readonly state: ChecklistState;
  /** False: it may stay blank, and nothing waits for it. */
  readonly isRequired: boolean;
  readonly link: CellLink;
};

/** A figure that is 0: submission asks whether it is truly none. */
export type ZeroItem = { readonly key: string; readonly name: string; readonly link: CellLink };

export type Checklist = {
  readonly commune: string;
  readonly year: number;
  readonly deadline: Deadline;
  readonly unit: UnitRow;
  readonly items: readonly ChecklistItem[];
  readonly issues: readonly SidebarIssue[];
  readonly zeros: readonly ZeroItem[];
  /** Why the unit cannot submit now, in words; empty: it can. */
  readonly obstacle: string;
  /** Other units of the same mailbox. */
  readonly others: readonly { readonly unit: string; readonly name: string }[];
};

export type SubmitRequest = {
  readonly unit: string;
  /** Of the figures as they were shown. */
  readonly digest: string;
  /** The confirmer's post, never a name: `Phó Trưởng trạm`. */
  readonly role: string;
  /** Keys of all figures that are 0, each confirmed. */
  readonly zeros: readonly string[];
};

export type ReasonRequest = { readonly unit: string; readonly digest: string; readonly reason: string };

/** `digest`: of the figures as the coordinator saw them; where they have changed since, the unit is refused. */
export type ApproveRequest = { readonly units: readonly { readonly unit: string; readonly digest: string }[] };

/** What an act wants somebody to look at, of one unit. */
export type Warning = { readonly unit: string; readonly text: string };

export type ActionOutcome = {
  readonly done: readonly string[];
  readonly refused: readonly { readonly unit: string; readonly reason: string }[];
  /** What was done all the same and wants a look: a mailbox of the unit's that Google refuses. Absent: nothing. */
  readonly warnings?: readonly Warning[];
  /** Not reached for want of time. */
  readonly left: readonly string[];
  /** The rows of all units that were named, as they stand now. */
  readonly units: readonly UnitRow[];
  readonly rates: Rates;
  readonly log: readonly LogLine[];
};
