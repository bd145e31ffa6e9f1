/** Set-up, rights and repair as the sidebar shows them. Plain JSON. */
import * as v from "valibot";
import { UNIT_TYPES } from "../../core/unit-type.ts";
import {
  choice,
  fields,
  flag,
  GROUP,
  list,
  number,
  object,
  orNull,
  sentList,
  text,
  texts,
  textsByName,
} from "./shapes.ts";

/** A row of the register as the wizard edits it. */
export function SetupUnit() {
  return fields({
    code: text(),
    name: text(),
    type: choice(UNIT_TYPES),
    mailboxes: texts(),
  });
}
export type SetupUnit = v.InferOutput<ReturnType<typeof SetupUnit>>;

export function SetupSetting() {
  return fields({
    key: text(),
    name: text(),
    help: text(),
    kind: choice(["text", "year", "day", "count", "choice"]),
    /** As users read it; a day is `dd/mm/yyyy`. */
    value: text(),
  });
}
export type SetupSetting = v.InferOutput<ReturnType<typeof SetupSetting>>;

export function SetupTarget() {
  return fields({
    code: text(),
    name: text(),
    /** Null: none (CT2B). */
    threshold: v.nullable(number()),
    /** What is counted, in words; empty where the plan leaves no choice. */
    scope: text(),
  });
}
export type SetupTarget = v.InferOutput<ReturnType<typeof SetupTarget>>;

/** How units come into the wizard. */
const WAYS = ["pasted", "standard"] as const;

/** What was typed into the wizard and is not in the workbook yet. */
export function SetupDraft() {
  return fields({
    /** Typed settings by key. */
    settings: textsByName(),
    /** How far it was: 0 the plan, 1 the units. */
    step: v.pipe(number("0 hoặc 1"), v.values([0, 1], "0 hoặc 1")),
    way: choice(WAYS),
    /** Rows that were pasted. */
    text: text(),
    /** The number of hamlets, as typed. */
    hamlets: text(),
  });
}
export type SetupDraft = v.InferOutput<ReturnType<typeof SetupDraft>>;

/** Whether a draft is kept; `problem`: why not, in words. */
export function KeptDraft() {
  return fields({ problem: text() });
}
export type KeptDraft = v.InferOutput<ReturnType<typeof KeptDraft>>;

export function SetupState() {
  return fields({
    /** True: the tabs are there. */
    isMade: flag(),
    settings: list(SetupSetting()),
    targets: list(SetupTarget()),
    units: list(SetupUnit()),
    types: list(fields({ type: choice(UNIT_TYPES), name: text() })),
    /** Active units that have no form yet. */
    formless: texts(),
    /** What the wizard was left with; null: nothing, or the workbook is made. */
    draft: v.nullable(SetupDraft()),
  });
}
export type SetupState = v.InferOutput<ReturnType<typeof SetupState>>;

/** Rows pasted from a spreadsheet, or the standard list for so many hamlets. */
export function PreviewRequest() {
  return v.variant(
    "kind",
    [object({ kind: v.literal("pasted"), text: text() }), object({ kind: v.literal("standard"), hamlets: number() })],
    ({ path }) => (path ? WAYS.join(" hoặc ") : GROUP),
  );
}
export type PreviewRequest = Readonly<v.InferOutput<ReturnType<typeof PreviewRequest>>>;

export function UnitsPreview() {
  return fields({
    units: list(SetupUnit()),
    /** What cannot be used, by line of the pasted text from 1. */
    problems: list(fields({ line: number(), message: text() })),
  });
}
export type UnitsPreview = v.InferOutput<ReturnType<typeof UnitsPreview>>;

/** What is null stays as it is. Units that are left out of the list stay in the register. */
export function SaveSetupRequest() {
  return fields({
    settings: orNull(textsByName()),
    targets: orNull(sentList(fields({ code: text(), threshold: orNull(number()) }))),
    units: orNull(sentList(SetupUnit())),
  });
}
export type SaveSetupRequest = v.InferOutput<ReturnType<typeof SaveSetupRequest>>;

/**
 * What a set-up did: active units, tabs made in this run, tabs still to make, tabs that somebody was typing into, and
 * mailboxes that Google refused, a line for each place (absent: none). `look`: days that another locale may have turned
 * round, in words for a person; absent: none.
 */
export function SetupRun() {
  return fields({
    units: number(),
    made: number(),
    left: number(),
    busy: texts(),
    refused: v.exactOptional(texts()),
    look: v.exactOptional(texts()),
  });
}
export type SetupRun = v.InferOutput<ReturnType<typeof SetupRun>>;

export function RepairFinding() {
  return fields({
    tab: text(),
    cell: text(),
    code: text(),
    remedy: choice(["patch", "rebuild", "look"]),
    message: text(),
  });
}
export type RepairFinding = v.InferOutput<ReturnType<typeof RepairFinding>>;

/** `closely`: also each rule's text and the place of each merged range and highlight, about 130 calls a unit. */
export function RepairPlanRequest() {
  return v.nullish(fields({ closely: flag() }), { closely: false });
}
export type RepairPlanRequest = v.InferOutput<ReturnType<typeof RepairPlanRequest>>;

/** What is broken, and the tabs that a repair rebuilds. */
export function RepairProposal() {
  return fields({ findings: list(RepairFinding()), rebuilt: texts() });
}
export type RepairProposal = v.InferOutput<ReturnType<typeof RepairProposal>>;

/** What a repair did. */
export function Repair() {
  return fields({
    /** What was broken before. */
    findings: list(RepairFinding()),
    /** What is broken still: a person must look, or somebody was typing. */
    left: list(RepairFinding()),
    /** Name of the copy of the whole workbook that was kept; empty: nothing had to be changed. */
    copy: text(),
    copyUrl: text(),
    busy: texts(),
    /** Mailboxes that Google refused, a line for each place. Absent: none. */
    refused: v.exactOptional(texts()),
    finished: flag(),
  });
}
export type Repair = v.InferOutput<ReturnType<typeof Repair>>;

/**
 * How many protections were looked at, deviate, and are nobody's plan; the rows are in the tab `Quyền sửa`. `refused`: the
 * mailboxes that Google refused when rights were set again, a line for each place (absent: none).
 */
export function Rights() {
  return fields({
    checked: number(),
    deviating: number(),
    strays: number(),
    refused: v.exactOptional(texts()),
  });
}
export type Rights = v.InferOutput<ReturnType<typeof Rights>>;
