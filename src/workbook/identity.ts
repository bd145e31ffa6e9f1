/**
 * Which sheet is which tab: by the ids that set-up noted and by the keys in the sheets, never by titles alone, so that
 * renaming, reordering, colouring and hiding change nothing. Reads no sheet itself.
 */
import { foldText } from "../core/text.ts";
import { SECTION_LABELS } from "./form.ts";
import { cellText, type Grid } from "./grid.ts";
import {
  ARCHIVE_TAB,
  DATA_TAB,
  ELEMENTS_TAB,
  GUIDE_TITLE,
  HAMLET_FORMS_TITLE,
  HAMLETS_TAB,
  HISTORY_TAB,
  ISSUES_TAB,
  LOG_TAB,
  MILESTONES_TAB,
  NARRATIVE_TAB,
  OWN_TITLES,
  RIGHTS_TAB,
  SCORECARD_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  TEMPLATE_TITLE,
  UNITS_TAB,
} from "./schema.ts";
import { GUIDE_HEADING } from "./setup/guide.ts";
import type { TabIds } from "./tab-ids.ts";

/** Every tab that is one table. */
export const TABLE_TABS: readonly TableTab[] = [
  SCORECARD_TAB,
  ISSUES_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  ELEMENTS_TAB,
  MILESTONES_TAB,
  TASKS_TAB,
  UNITS_TAB,
  HISTORY_TAB,
  NARRATIVE_TAB,
  RIGHTS_TAB,
  LOG_TAB,
  ARCHIVE_TAB,
  DATA_TAB,
  HAMLETS_TAB,
];

/** How much of a sheet its recognition looks at: enough for a form into which rows were inserted on top. */
export const HEAD = { rows: 14, columns: 8 } as const;

/** A sheet as it is now: its id, its title, and what its first rows say it is. */
export type SheetFacts = {
  readonly id: number;
  readonly title: string;
  readonly is: Recognised | undefined;
  /** True: it holds the keys of a tab of the workbook, and not every editor may change it. */
  readonly isProtected?: boolean;
};

/** What a sheet is by what stands in it. */
export type Recognised =
  | { readonly kind: "tab"; readonly title: string }
  | { readonly kind: "form"; readonly unit: string };

/** A unit of the register and the id that is noted there for its form. */
export type FormClaim = { readonly code: string; readonly title: string; readonly sheetId: string };

/** Which sheet is which tab. Titles are those of the plan, which a sheet may have lost. */
export type Identity = {
  readonly sheets: ReadonlyMap<string, SheetFacts>;
  /** Sheets that hold the keys of a tab which is another sheet: the plan's title by the copy's id. */
  readonly copies: ReadonlyMap<number, string>;
  /** Forms whose unit the register does not have. */
  readonly strays: readonly { readonly sheet: SheetFacts; readonly unit: string }[];
};

/** Tells what a sheet is by its headers and keys; undefined if they say nothing. */
export function recognise(head: Grid): Recognised | undefined {
  const rows = head.map((row) => row.map(cellText));
  // The tidy tab holds the keys of all forms: its header tells first.
  const table = recogniseTable(rows);
  if (table) return { kind: "tab", title: table.title };
  for (const row of rows) {
    const at = row.findIndex((text) => /^SL\.[A-Z]+$/.test(text));
    if (at >= 0) return { kind: "form", unit: row[at - 1] || rows[0]?.[0] || "" };
  }
  if (rows.some((row) => row.includes("HD.1"))) return { kind: "tab", title: HAMLET_FORMS_TITLE };
  if (rows.some((row) => row.includes(SECTION_LABELS.elements.text ?? "")))
    return { kind: "tab", title: TEMPLATE_TITLE };
  return rows.some((row) => row.includes(GUIDE_HEADING)) ? { kind: "tab", title: GUIDE_TITLE } : undefined;
}

/** Returns the unit's code in a form's keys; empty where a sheet is no form. */
export function unitOf({ is }: Pick<SheetFacts, "is">): string {
  return is?.kind === "form" ? is.unit : "";
}

/** Tells whether a sheet is the tab of this title by what stands in it. */
export function isTab({ is }: Pick<SheetFacts, "is">, title: string): boolean {
  return is?.kind === "tab" && is.title === title;
}

/** Tells whether a title is that of a tab of the workbook's own, no unit's. */
export function isOwnTitle(title: string): boolean {
  return OWN_TITLES.includes(title);
}

/** The table most of whose first headers stand in one row. */
function recogniseTable(rows: readonly (readonly string[])[]): TableTab | undefined {
  const firstTitles = TABLE_TABS.map((tab) => tab.columns.slice(0, HEAD.columns).map(({ title }) => foldText(title)));
  let best: { tab: TableTab; share: number } | undefined;
  for (const row of rows) {
    const found = new Set(row.map(foldText));
    for (const [index, tab] of TABLE_TABS.entries()) {
      const titles = firstTitles[index] ?? [];
      const share = titles.filter((title) => found.has(title)).length / titles.length;
      if (share > 0.6 && share > (best?.share ?? 0)) best = { tab, share };
    }
  }
  return best?.tab;
}

/**
 * Finds the sheet of each tab. For the workbook's own tabs the noted id decides, then the title, then the headers; for a
 * unit's form the key in it, then the noted id. Of several sheets with one key, the one whose id is noted is the form.
 */
export function identifySheets(sheets: readonly SheetFacts[], ids: TabIds, forms: readonly FormClaim[]): Identity {
  const found = new Map<string, SheetFacts>();
  const taken = new Set<number>();
  const claim = (title: string, sheet: SheetFacts | undefined): void => {
    if (!sheet || taken.has(sheet.id) || found.has(title)) return;
    found.set(title, sheet);
    taken.add(sheet.id);
  };
  // A sheet that is plainly something else is not taken for a tab because of its title.
  const mayBe = (sheet: SheetFacts, title: string): boolean => sheet.is === undefined || isTab(sheet, title);
  // Nor is one that any editor can have made, where a protected one holds the same keys.
  const isOutdone = ({ isProtected = false }: SheetFacts, title: string): boolean =>
    !isProtected && sheets.some((other) => other.isProtected && isTab(other, title));
  for (const title of OWN_TITLES)
    claim(
      title,
      sheets.find(({ id }) => id === ids.get(title)),
    );
  for (const title of OWN_TITLES)
    claim(
      title,
      sheets.find((sheet) => sheet.title === title && mayBe(sheet, title) && !isOutdone(sheet, title)),
    );
  for (const title of OWN_TITLES)
    claim(
      title,
      sheets.find((sheet) => !taken.has(sheet.id) && isTab(sheet, title) && !isOutdone(sheet, title)),
    );

  const codes = new Set(forms.map(({ code }) => code));
  const free = sheets.filter(({ id }) => !taken.has(id));
  for (const { code, title, sheetId } of forms) {
    const keyed = free.filter((sheet) => unitOf(sheet) === code);
    claim(
      title,
      keyed.find(({ id }) => String(id) === sheetId) ?? keyed.find((sheet) => sheet.title === title) ?? keyed[0],
    );
  }
  // A form whose key was overwritten, or whose unit has another code now.
  for (const { title, sheetId } of forms) {
    claim(
      title,
      free.find((sheet) => String(sheet.id) === sheetId && !codes.has(unitOf(sheet))),
    );
  }
  const copies = new Map<number, string>();
  const strays: { sheet: SheetFacts; unit: string }[] = [];
  const titles = new Map(forms.map(({ code, title }) => [code, title]));
  for (const sheet of sheets) {
    if (taken.has(sheet.id)) continue;
    const what = sheet.is;
    const title = what?.kind === "tab" ? what.title : titles.get(what?.unit ?? "");
    if (title !== undefined && found.has(title)) copies.set(sheet.id, title);
    else if (what?.kind === "form" && what.unit !== "") strays.push({ sheet, unit: what.unit });
  }
  return { sheets: found, copies, strays };
}
