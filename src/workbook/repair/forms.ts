/**
 * What must be carried from where, when forms are rebuilt: units that moved between a form and the hamlets' tabs, that
 * were merged, that closed, that got another code, and forms whose rows have moved.
 */

import { foldText } from "../../core/text.ts";
import { resolveUnits } from "../../core/unit.ts";
import { formRows } from "../form.ts";
import { address, cellText, WorkbookFault } from "../grid.ts";
import { unitOf } from "../identity.ts";
import type { UnitPlace } from "../layout.ts";
import type { Carried, Leftover } from "../migrated-input.ts";
import type { PlanStep } from "../plan.ts";
import type { PlacedUnit } from "../read/register.ts";
import { HAMLET_FORMS_TITLE, HAMLETS_TAB, UNIT_MERGED, UNITS_TAB } from "../schema.ts";
import { readActivityRows, readRoles } from "../settings.ts";
import { formTitles, planPlaces } from "../setup/index.ts";
import { columnOf } from "../table.ts";
import type { WorkbookFacts } from "./actual.ts";
import { type GatheringDraft, gatherForm, gatherHamletForms, newDraft, type Source, splitPlaced } from "./carrying.ts";
import type { FoundContent } from "./content.ts";
import type { ExpectedTab } from "./expected.ts";
import { gatherHamletGrid } from "./hamlet-grid.ts";
import { mergeInto } from "./merger.ts";
import { isArchived } from "./old-sheets.ts";

type FormsInput = {
  readonly facts: WorkbookFacts;
  readonly found: FoundContent;
  /** Tabs that must be rebuilt for their own sake. */
  readonly changed: ReadonlySet<string>;
  readonly expected: ReadonlyMap<string, ExpectedTab>;
  readonly nameOf: (title: string) => string;
};

/** What is carried, what found no place, and the tabs that are rebuilt because of it. */
export type Carrying = {
  readonly carried: Carried;
  readonly leftovers: readonly Leftover[];
  readonly rebuilt: ReadonlySet<string>;
  readonly steps: readonly PlanStep[];
  /** Old codes of units that have another one now. */
  readonly aliases: ReadonlyMap<string, string>;
};

/** Plans what is carried. Throws a WorkbookFault where a unit cannot be merged for want of rows. */
export function planCarrying({ facts, found, changed, expected, nameOf }: FormsInput): Carrying {
  const { register, identity } = found;
  const places = planPlaces(found);
  const titles = formTitles(register);
  const titleOf = ({ code }: PlacedUnit) => titles.get(code) ?? code;
  const mergers = register.filter(({ mergedInto, merged }) => mergedInto !== "" && !merged);
  const rebuilt = new Set(changed);
  for (const { mergedInto } of mergers) addTabs(rebuilt, places.get(mergedInto));

  const draft = newDraft(found.plan);
  const rows = formRows(found.plan, found.tasks, readActivityRows(found.settings).unit);
  const source = (title: string): Source | undefined => sourceOf(facts, found, title, expected.get(title));
  const merging = new Set(mergers.map(({ code }) => code));
  for (const unit of register) {
    const title = titleOf(unit);
    const form = source(title);
    const place = places.get(unit.code);
    // What a form holds that was put away has been carried already.
    const isPutAway = isArchived(identity.sheets.get(title)?.title ?? "");
    const leaves = place !== undefined && place.block.tab !== title && !isPutAway;
    if (form && rebuilt.has(title)) gatherForm(draft, unit.code, form, rows);
    // A form that is put away keeps what has no place elsewhere.
    else if (form && (leaves || merging.has(unit.code))) gatherForm({ ...draft, leftovers: [] }, unit.code, form, rows);
    if (form && leaves) addTabs(rebuilt, place);
  }
  const aliases = new Map([...formAliases(found, titles), ...gatherHamlets(draft, found, rebuilt, source)]);
  for (const unit of mergers) merge(draft, unit, places);
  // A form that is put away keeps what it holds; only what a hamlet's row held must go elsewhere.
  for (const unit of mergers) if (identity.sheets.has(titleOf(unit))) draft.carried.delete(unit.code);
  const byCode = new Map(register.map((unit) => [unit.code, unit]));
  const { carried, leftovers } = splitPlaced(
    draft,
    places,
    (code) => reasonOf(byCode.get(code)),
    (code) => nameOf(places.get(code)?.block.tab ?? HAMLETS_TAB.title),
  );
  return {
    carried,
    leftovers,
    rebuilt,
    steps: mergers.map(markMerged),
    aliases,
  };
}

/** Marks the tabs of a unit's place as to be rebuilt. */
function addTabs(rebuilt: Set<string>, place: UnitPlace | undefined): void {
  if (!place) return;
  rebuilt.add(place.block.tab);
  if (place.hamletRow !== undefined) rebuilt.add(HAMLETS_TAB.title);
}

function sourceOf(
  { tabs }: WorkbookFacts,
  { identity }: FoundContent,
  title: string,
  expected: ExpectedTab | undefined,
): Source | undefined {
  const sheet = identity.sheets.get(title);
  const tab = sheet && tabs.get(sheet.id);
  const own = new Set([...(expected?.cells.values() ?? [])].map((cell) => foldText(cellText(cell))));
  return tab && { tab: tab.name, values: tab.values, formulas: tab.formulas, own };
}

/** Gathers the hamlets' tabs that are rebuilt; returns old codes of hamlets that have another one now. */
function gatherHamlets(
  draft: GatheringDraft,
  found: FoundContent,
  rebuilt: ReadonlySet<string>,
  source: (title: string) => Source | undefined,
): ReadonlyMap<string, string> {
  const units = resolveUnits(found.register, readRoles(found.settings), found.plan);
  const grid = source(HAMLETS_TAB.title);
  const blocks = source(HAMLET_FORMS_TITLE);
  const aliases = grid && rebuilt.has(HAMLETS_TAB.title) ? gatherHamletGrid(draft, grid, units) : new Map();
  if (blocks && rebuilt.has(HAMLET_FORMS_TITLE)) {
    const known = new Map(found.register.map(({ code, name }) => [code, name]));
    gatherHamletForms(draft, blocks, readActivityRows(found.settings).hamlet, known, aliases);
  }
  return aliases;
}

/** Old codes of units that have another one now: the key in the form that the register's row has the id of. */
function formAliases(
  { register, identity }: FoundContent,
  titles: ReadonlyMap<string, string>,
): readonly [string, string][] {
  const codes = new Set(register.map(({ code }) => code));
  return register.flatMap(({ code }): readonly [string, string][] => {
    const sheet = identity.sheets.get(titles.get(code) ?? code);
    const key = sheet ? unitOf(sheet) : "";
    return key === "" || codes.has(key) ? [] : [[key, code]];
  });
}

function merge(
  draft: GatheringDraft,
  { code, name, mergedInto }: PlacedUnit,
  places: ReadonlyMap<string, UnitPlace>,
): void {
  const fault = mergeInto(draft, code, mergedInto, places.get(mergedInto)?.block.rows ?? []);
  if (!fault) return;
  throw new WorkbookFault(
    `Gộp ${code} (${name}) vào ${mergedInto}: cần thêm ${fault.missingRows} dòng hoạt động trong biểu của ${mergedInto}; thấy biểu đã hết chỗ. Hãy tăng số dòng hoạt động ở tab Cấu hình rồi làm lại.`,
  );
}

function markMerged({ row }: PlacedUnit): PlanStep {
  return {
    do: "enter",
    tab: UNITS_TAB.title,
    at: address(row, columnOf(UNITS_TAB, "state")),
    cells: [[UNIT_MERGED]],
  };
}

function reasonOf(unit: PlacedUnit | undefined): string {
  if (!unit) return "Đơn vị không còn trong tab Đơn vị";
  if (unit.mergedInto !== "") return `Đã gộp vào ${unit.mergedInto}`;
  return unit.closed ? "Đơn vị ngừng hoạt động" : "Biểu không còn dòng này";
}
