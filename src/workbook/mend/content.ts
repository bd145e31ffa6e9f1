/**
 * What a workbook is made of, read from its tabs however people have left them: each table is brought into shape first,
 * and rows of settings and targets that are gone come back as a new workbook has them.
 */
import { DEFAULT_TARGETS } from "../../core/indicator.ts";
import { DEFAULT_TASKS } from "../../core/task.ts";
import { foldText } from "../../core/text.ts";
import { address, asLiteralCell, type Cell, cellText, type Grid } from "../grid.ts";
import { type FormClaim, type Identity, identifySheets, type SheetFacts, TABLE_TABS } from "../identity.ts";
import type { Step } from "../plan.ts";
import { readTargets, readTasks } from "../read/plan.ts";
import { type PlacedUnit, readRegister } from "../read/register.ts";
import { readTypedSettings } from "../read/workbook.ts";
import {
  FIRST_DATA_ROW,
  HAMLETS_TAB,
  SETTINGS_TAB,
  TARGETS_TAB,
  TASKS_TAB,
  type TableTab,
  UNITS_TAB,
} from "../schema.ts";
import { readTabIds, TAB_IDS_ENTRY, type TypedSettings } from "../settings.ts";
import { formTitles, settingRows, targetRow, withInitial } from "../setup/index.ts";
import { columnOf } from "../table.ts";
import { type Finding, finding } from "./finding.ts";
import { belowHeading, DATA_INDEX, mendTableShape } from "./table-shape.ts";

/** A sheet's values from its first cell on, by sheet id. */
export type SheetValues = (sheetId: number) => Grid;

/** A workbook's content, and what of its tables must be mended so that it can be read so. */
export type FoundContent = {
  readonly settings: TypedSettings;
  readonly targets: ReturnType<typeof readTargets>;
  readonly tasks: ReturnType<typeof readTasks>;
  readonly register: readonly PlacedUnit[];
  readonly identity: Identity;
  /** Titles of the tabs that were made once. */
  readonly made: ReadonlySet<string>;
  /** Tables as they are once the steps are done, from their first row. */
  readonly grids: ReadonlyMap<string, Grid>;
  readonly findings: readonly Finding[];
  readonly steps: readonly Step[];
  /** The cell in which the ids of the tabs are noted; absent: where a new workbook has it. */
  readonly tabIdsCell?: string;
};

/**
 * Reads a workbook's content. `year`: what a workbook without settings begins with. Throws a WorkbookFault for what no
 * repair can decide: a threshold that is none, a doubled unit code.
 */
export function findContent(sheets: readonly SheetFacts[], valuesOf: SheetValues, year: number): FoundContent {
  const findings: Finding[] = [];
  const steps: Step[] = [];
  const grids = new Map<string, Grid>();
  const shape = (tab: TableTab, identity: Identity): Grid | undefined => {
    const sheet = identity.sheets.get(tab.title);
    if (!sheet) return undefined;
    const mending = mendTableShape(tab, valuesOf(sheet.id), sheet.title);
    findings.push(...mending.findings);
    steps.push(...mending.steps);
    grids.set(tab.title, mending.grid);
    return mending.grid;
  };
  const restore = (tab: TableTab, wanted: readonly (readonly Cell[])[], name: string): Grid => {
    const restored = restoreRows(tab, grids.get(tab.title) ?? [], wanted, name);
    findings.push(...restored.findings);
    steps.push(...restored.steps);
    grids.set(tab.title, restored.grid);
    return belowHeading(restored.grid);
  };

  const byTitle = identifySheets(sheets, new Map(), []);
  const first = shape(SETTINGS_TAB, byTitle);
  const typed = first ? readTypedSettings(belowHeading(first)) : new Map<string, unknown>([["year", year]]);
  const ids = readTabIds(typed);
  const own = identifySheets(sheets, ids, []);
  const nameOf = (tab: TableTab) => own.sheets.get(tab.title)?.title ?? tab.title;
  const settings = first ? readTypedSettings(restore(SETTINGS_TAB, settingRows(typed), nameOf(SETTINGS_TAB))) : typed;
  const targets = shape(TARGETS_TAB, own)
    ? readTargets(restore(TARGETS_TAB, DEFAULT_TARGETS.map(targetRow), nameOf(TARGETS_TAB)))
    : DEFAULT_TARGETS;
  const tasks = shape(TASKS_TAB, own);
  const units = shape(UNITS_TAB, own);
  const register = units ? readRegister(belowHeading(units)) : [];
  for (const tab of TABLE_TABS) if (!grids.has(tab.title) && tab !== HAMLETS_TAB) shape(tab, own);
  const titles = formTitles(register);
  const claims = register.map(({ code, sheetId }): FormClaim => ({ code, title: titles.get(code) ?? code, sheetId }));
  const tabIdsCell = findTabIdsCell(grids.get(SETTINGS_TAB.title) ?? []);
  return {
    settings: withInitial(settings),
    targets,
    tasks: tasks ? readTasks(belowHeading(tasks)) : DEFAULT_TASKS,
    register,
    identity: identifySheets(sheets, ids, claims),
    made: new Set([...ids.keys(), ...claims.flatMap(({ sheetId, title }) => (sheetId === "" ? [] : [title]))]),
    grids,
    findings,
    steps,
    ...(tabIdsCell === undefined ? {} : { tabIdsCell }),
  };
}

function findTabIdsCell(grid: Grid): string | undefined {
  const index = grid.findIndex((row, at) => at >= DATA_INDEX && cellText(row[0]) === TAB_IDS_ENTRY.key);
  return index < 0 ? undefined : address(index + 1, columnOf(SETTINGS_TAB, "value"));
}

type Restored = { readonly findings: readonly Finding[]; readonly steps: readonly Step[]; readonly grid: Grid };

/**
 * Brings back rows that a table must have, known by key in the first column and by name in the second: a key that was
 * overwritten beside its name, a row that was deleted (without what was typed into it).
 */
function restoreRows(tab: TableTab, grid: Grid, wanted: readonly (readonly Cell[])[], name: string): Restored {
  const rows = grid.map((row) => [...row]);
  const findings: Finding[] = [];
  const steps: Step[] = [];
  const keyAt = (index: number) => cellText(rows[index]?.[0]);
  const keys = new Set(wanted.map(([key = ""]) => cellText(key)));
  for (const cells of wanted) {
    const [key = "", label = ""] = cells.map(cellText);
    if (rows.some((_, index) => index >= DATA_INDEX && keyAt(index) === key)) continue;
    const named = rows.findIndex(
      (row, index) => index >= DATA_INDEX && foldText(cellText(row[1])) === foldText(label) && !keys.has(keyAt(index)),
    );
    if (named >= 0) {
      const cell = `A${named + 1}`;
      findings.push(
        finding({ tab: name, cell }, "key", "patch", {
          expected: `mã ${key} của mục “${label}”`,
          found: keyAt(named) === "" ? "ô trống" : "mã khác",
          action: "Sẽ ghi lại mã",
        }),
      );
      steps.push({ do: "write", tab: tab.title, at: cell, cells: [[key]] });
      const row = rows[named];
      if (row) row[0] = key;
      continue;
    }
    if (key !== TAB_IDS_ENTRY.key) {
      findings.push(
        finding({ tab: name, cell: "" }, "row", "patch", {
          expected: `dòng ${key} (${label})`,
          found: "dòng đã bị xóa",
          action: "Sẽ thêm lại dòng với giá trị ban đầu; hãy xem lại giá trị",
        }),
      );
    }
    const row = Math.max(rows.length, FIRST_DATA_ROW - 1) + 1;
    steps.push({ do: "room", tab: tab.title, rows: row });
    steps.push({ do: "write", tab: tab.title, at: `A${row}`, cells: [cells.map(asLiteralCell)] });
    while (rows.length < row - 1) rows.push([]);
    rows.push([...cells]);
  }
  return { findings, steps, grid: rows };
}
