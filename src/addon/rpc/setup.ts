/** Set-up, rights and repair as the sidebar shows them. Plain JSON. */
import type { UnitType } from "../../core/unit.ts";
import type { Finding } from "../../workbook/mend/finding.ts";

/** A row of the register as the wizard edits it. */
export type SetupUnit = {
  readonly code: string;
  readonly name: string;
  readonly type: UnitType;
  readonly mailboxes: readonly string[];
};

export type SetupSetting = {
  readonly key: string;
  readonly name: string;
  readonly help: string;
  readonly kind: "text" | "year" | "day" | "count" | "choice";
  /** As users read it; a day is `dd/mm/yyyy`. */
  readonly value: string;
};

export type SetupTarget = {
  readonly code: string;
  readonly name: string;
  /** Null: none (CT2B). */
  readonly threshold: number | null;
  /** What is counted, in words; empty where the plan leaves no choice. */
  readonly scope: string;
};

/** What was typed into the wizard and is not in the workbook yet. */
export type SetupDraft = {
  /** Typed settings by key. */
  readonly settings: Readonly<Record<string, string>>;
  /** How far it was: 0 the plan, 1 the units. */
  readonly step: number;
  readonly way: PreviewRequest["kind"];
  /** Rows that were pasted. */
  readonly text: string;
  /** The number of hamlets, as typed. */
  readonly hamlets: string;
};

/** Whether a draft is kept; `problem`: why not, in words. */
export type KeptDraft = { readonly problem: string };

export type SetupState = {
  /** True: the tabs are there. */
  readonly isMade: boolean;
  readonly settings: readonly SetupSetting[];
  readonly targets: readonly SetupTarget[];
  readonly units: readonly SetupUnit[];
  readonly types: readonly { readonly type: UnitType; readonly name: string }[];
  /** Active units that have no form yet. */
  readonly formless: readonly string[];
  /** What the wizard was left with; null: nothing, or the workbook is made. */
  readonly draft: SetupDraft | null;
};

/** Rows pasted from a spreadsheet, or the standard list for so many hamlets. */
export type PreviewRequest =
  | { readonly kind: "pasted"; readonly text: string }
  | { readonly kind: "standard"; readonly hamlets: number };

export type UnitsPreview = {
  readonly units: readonly SetupUnit[];
  /** What cannot be used, by line of the pasted text from 1. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
};

/** What is null stays as it is. Units that are left out of the list stay in the register. */
export type SaveSetupRequest = {
  readonly settings: Readonly<Record<string, string>> | null;
  readonly targets: readonly { readonly code: string; readonly threshold: number | null }[] | null;
  readonly units: readonly SetupUnit[] | null;
};

/**
 * What a set-up did: active units, tabs made in this run, tabs still to make, tabs that somebody was typing into, and
 * mailboxes that Google refused, a line for each place (absent: none). `look`: days that another locale may have turned
 * round, in words for a person; absent: none.
 */
export type SetupRun = {
  readonly units: number;
  readonly made: number;
  readonly left: number;
  readonly busy: readonly string[];
  readonly refused?: readonly string[];
  readonly look?: readonly string[];
};

export type RepairFinding = Finding;

/** What is broken, and the tabs that a repair makes anew. */
export type RepairProposal = { readonly findings: readonly RepairFinding[]; readonly rebuilt: readonly string[] };

/** What a repair did. */
export type Repair = {
  /** What was broken before. */
  readonly findings: readonly RepairFinding[];
  /** What is broken still: a person must look, or somebody was typing. */
  readonly left: readonly RepairFinding[];
  /** Name of the copy of the whole workbook that was kept; empty: nothing had to be changed. */
  readonly copy: string;
  readonly copyUrl: string;
  readonly busy: readonly string[];
  /** Mailboxes that Google refused, a line for each place. Absent: none. */
  readonly refused?: readonly string[];
  readonly finished: boolean;
};

/**
 * How many protections were looked at, deviate, and are nobody's plan; the rows are in the tab `Quyền sửa`. `refused`: the
 * mailboxes that Google refused when rights were set again, a line for each place (absent: none).
 */
export type Rights = {
  readonly checked: number;
  readonly deviating: number;
  readonly strays: number;
  readonly refused?: readonly string[];
};
