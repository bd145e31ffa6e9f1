/**
 * The plan that brings a workbook to what its own tabs say it should be: tabs that are missing, forms that must adapt,
 * structure that people broke. One planner for set-up, which looks at labels and keys, and for the repair, which looks at
 * everything. Pure: what is typed is carried over or put into the archive, never dropped.
 */
import { resolveUnits } from "../../core/unit.ts";
import type { Identity } from "../identity.ts";
import type { PlanStep, SetupPlan } from "../plan.ts";
import { type RightStep, rightSteps, UNPROTECTED } from "../rights.ts";
import { ARCHIVE_TAB, ISSUES_TAB, OWN_TITLES } from "../schema.ts";
import { readRoles } from "../settings.ts";
import { planPlaces, planWorkbook } from "../setup/index.ts";
import type { ActualTab, Depth, WorkbookFacts } from "./actual.ts";
import { archiveSteps } from "./archive.ts";
import { type FoundContent, findContent } from "./content.ts";
import { expectTabs } from "./expected.ts";
import type { Finding } from "./finding.ts";
import { planCarrying } from "./forms.ts";
import { checkLocale } from "./locale.ts";
import { checkNotedIds } from "./noted.ts";
import { isArchived, planOldSheets } from "./old-sheets.ts";
import { recodeSteps } from "./recode.ts";
import { compareTab, newTabFinding } from "./tab.ts";

export type RepairPlan = {
  readonly findings: readonly Finding[];
  readonly steps: SetupPlan;
  /** The sheet of each tab that is there, by the title that the plan has for it. */
  readonly sheetIds: ReadonlyMap<string, number>;
  /** What each tab of the plan is or will be called. */
  readonly names: ReadonlyMap<string, string>;
  /** Tabs that are rebuilt in the place of one that is there. */
  readonly rebuilt: ReadonlySet<string>;
  /** Active units of the register. */
  readonly units: number;
  /** The steps of the plan that give rights. */
  readonly rights: readonly RightStep[];
  /** How many tabs are made, new or again. */
  readonly made: number;
};

/** What is done on every run: it follows from all units, not from one tab. */
function isClosing(step: PlanStep): boolean {
  if (step.do === "formulas") return step.tab === ISSUES_TAB.title;
  return step.do === "register" || step.do === "identify" || step.do === "room" || step.do === "formula";
}

/**
 * Plans the repairing. `when`: the moment, in words, for the archive; `year`: what a workbook without settings begins with.
 * Throws a WorkbookFault for what only a person can decide.
 */
export function planRepair(facts: WorkbookFacts, depth: Depth, when: string, year: number): RepairPlan {
  const found = findContent(facts.sheets, (id) => facts.tabs.get(id), {
    isTolerant: depth === "all",
    year,
    locks: facts.locks,
    keptIds: facts.keptIds ?? new Map(),
  });
  const { identity } = found;
  const places = planPlaces(found);
  const names = nameTabs([...OWN_TITLES, ...[...places.values()].map(({ block }) => block.tab)], identity, facts);
  const nameOf = (title: string) => names.get(title) ?? title;
  const rowsOf = (title: string) => facts.tabs.get(identity.sheets.get(title)?.id ?? Number.NaN)?.rows ?? 0;
  const options = { nameOf, rowsOf, ...(found.tabIdsCell === undefined ? {} : { tabIdsCell: found.tabIdsCell }) };
  const plan = planWorkbook(found, options);
  const expected = expectTabs(plan);
  const tabOf = (title: string): ActualTab | undefined => actualTab(facts, found, title);

  const comparisons = [...expected.values()].map((tab) => compareTab(tab, tabOf(tab.title), depth, found.made));
  const changed = new Set(comparisons.filter(({ rebuild }) => rebuild).map(({ title }) => title));
  const carrying = planCarrying({ facts, found, changed, expected, nameOf });
  const rebuilt = new Set([...changed, ...carrying.rebuilt].filter((title) => identity.sheets.has(title)));
  const missing = new Set([...expected.keys()].filter((title) => !identity.sheets.has(title)));
  const made = new Set([...missing, ...rebuilt]);
  const { carried } = carrying;
  const { aliases } = carrying;
  const isAsPlanned = carried.size === 0 && aliases.size === 0;
  const approved = new Set([...found.approved].map((code) => aliases.get(code) ?? code));
  const whole = isAsPlanned ? plan : planWorkbook({ ...found, approved }, { ...options, carried });
  const old = planOldSheets({ facts, identity, register: found.register, expected });
  const patches = comparisons.filter(({ title }) => !made.has(title));
  const leftovers = [...patches.flatMap((patch) => patch.leftovers), ...carrying.leftovers];
  // The archive comes first where something goes into it, so that it is there before anything is taken away.
  const isArchive = ({ tab }: PlanStep) => tab === ARCHIVE_TAB.title && missing.has(tab) && leftovers.length > 0;
  return {
    findings: [
      ...checkLocale(facts, identity),
      ...checkProtection(identity),
      ...found.findings,
      ...comparisons.flatMap(({ findings }) => findings),
      ...(identity.sheets.size === 0
        ? []
        : OWN_TITLES.filter((title) => missing.has(title) && !found.made.has(title))
      ).map(newTabFinding),
      ...old.findings,
      ...checkNotedIds(found, places),
    ],
    steps: [
      ...found.steps,
      ...recodeSteps(found, aliases, when),
      ...whole.filter((step) => isArchive(step) && !isClosing(step)),
      ...archiveSteps(leftovers, when),
      ...whole.filter((step) => made.has(step.tab) && !isArchive(step) && !isClosing(step)),
      ...patches.flatMap(({ steps }) => steps),
      ...carrying.steps,
      ...old.steps,
      ...whole.filter(isClosing),
    ],
    sheetIds: new Map([...identity.sheets].map(([title, { id }]) => [title, id])),
    names,
    rebuilt,
    units: resolveUnits(found.register, readRoles(found.settings), found.plan).length,
    rights: rightSteps(whole),
    made: made.size,
  };
}

/** A workbook whose tabs nobody has protected is read as any; its rights are set at a person's word. */
function checkProtection({ sheets }: Identity): readonly Finding[] {
  const own = OWN_TITLES.flatMap((title) => sheets.get(title) ?? []);
  if (own.length === 0 || own.some(({ isProtected }) => isProtected !== false)) return [];
  return [{ tab: "", cell: "", code: "no-protection", remedy: "look", message: `${UNPROTECTED}.` }];
}

/** What each tab is called, or will be: a title that a stranger's sheet has is not taken twice. */
function nameTabs(titles: readonly string[], { sheets }: Identity, facts: WorkbookFacts): ReadonlyMap<string, string> {
  const taken = new Set(facts.sheets.map(({ title }) => title.toLowerCase()));
  const names = new Map<string, string>();
  for (const tab of titles) {
    if (names.has(tab)) continue;
    const there = sheets.get(tab);
    const keeps = there !== undefined && !isArchived(there.title);
    let name = keeps ? there.title : tab;
    for (let count = 2; !keeps && taken.has(name.toLowerCase()); count++) name = `${tab} (${count})`;
    taken.add(name.toLowerCase());
    names.set(tab, name);
  }
  return names;
}

/** A tab as it is; of a table, as it will be once its shape is repaired. */
function actualTab(facts: WorkbookFacts, { identity, tables }: FoundContent, title: string): ActualTab | undefined {
  const sheet = identity.sheets.get(title);
  const tab = sheet && facts.tabs.get(sheet.id);
  const table = tables.get(title);
  return tab && table ? { ...tab, values: table.grid, rows: table.rows, columns: table.columns } : tab;
}
