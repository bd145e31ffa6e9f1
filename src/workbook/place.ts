/** Imported figures → cells to write. A figure overwrites; an empty field leaves what is there; nothing else is touched. */
import type { Activity } from "../core/event.ts";
import { toDate, yearOf } from "../core/period.ts";
import { ASSESSMENT_PARTS, type Assessment, TASK_STATUS_NAMES } from "../core/task.ts";
import { foldText } from "../core/text.ts";
import { isCount, type Typed, validFigures } from "../core/value.ts";
import type { FolderFigures, ImportedActivity, ImportedValue, Refusal } from "./folder.ts";
import { blockColumn } from "./form.ts";
import { asLiteral, type Cell, consecutive } from "./grid.ts";
import { placesOf, rowOf, type UnitPlace } from "./layout.ts";
import type { WorkbookRecords } from "./read.ts";
import { type BlockKey, FIRST_DATA_ROW, HAMLET_GRID_ELEMENTS, HAMLETS_TAB, HISTORY_TAB } from "./schema.ts";

/** A block of cells to write. `unruly`: some of it is what the cells' validation would refuse. */
export type CellWrite = {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly (readonly Cell[])[];
  readonly unruly: boolean;
};

/** The cells to write, how many rows of the files they hold, and what found no place. */
export type ImportPlan = {
  readonly writes: readonly CellWrite[];
  readonly placed: number;
  readonly refusals: readonly Refusal[];
};

/** Plans the writing of a folder's figures into a workbook that has been read. */
export function planImport(figures: FolderFigures, records: WorkbookRecords): ImportPlan {
  const places = placesOf(records);
  const refusals: Refusal[] = [];
  const lines: LineWrite[] = [
    ...formValueLines(figures.values, places, records),
    ...hamletLines(figures.values, places, records),
    ...activityLines(figures.activities, places, records, refusals),
    ...taskLines(figures, places, records),
    ...fundLines(figures, places, records),
    ...assessmentLines(figures, places, records),
    ...historyLines(figures, records),
  ];
  const { values, activities, tasks, funds, assessments, history } = figures;
  const rows = [values, activities, tasks, funds, assessments, history].reduce((sum, list) => sum + list.length, 0);
  return { writes: joinLines(lines), placed: rows - refusals.length, refusals };
}

/** One row of cells to write. */
type LineWrite = {
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly cells: readonly Cell[];
  readonly unruly: boolean;
};

/** Joins lines that stand under one another into blocks, so that a block costs one call. */
function joinLines(lines: readonly LineWrite[]): readonly CellWrite[] {
  const groups = new Map<string, LineWrite[]>();
  for (const line of lines) {
    const key = [line.tab, line.column, line.cells.length, line.unruly].join("\n");
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].flatMap((group) => {
    const byRow = new Map(group.map((line) => [line.row, line]));
    const rows = [...byRow.keys()].sort((one, other) => one - other);
    return consecutive(rows).flatMap(({ from, count }): readonly CellWrite[] => {
      const first = byRow.get(from);
      if (!first) return [];
      const cells = Array.from({ length: count }, (_, index) => byRow.get(from + index)?.cells ?? []);
      return [{ tab: first.tab, row: from, column: first.column, cells, unruly: first.unruly }];
    });
  });
}

function typedCell(imported: number | undefined, current: Typed): Cell {
  const typed = imported ?? current;
  return typeof typed === "string" ? asLiteral(typed) : (typed ?? "");
}

function textCell(imported: string, current: string | undefined): Cell {
  return asLiteral(imported !== "" ? imported : (current ?? ""));
}

/** A line in a unit's block, from one field on; nothing where the unit's block has no such row. */
function blockLine(
  places: ReadonlyMap<string, UnitPlace>,
  unit: string,
  key: string,
  first: BlockKey,
  cells: readonly Cell[],
  unruly = false,
): readonly LineWrite[] {
  const block = places.get(unit)?.block;
  const row = block && rowOf(block, key);
  return row === undefined ? [] : [{ tab: block?.tab ?? "", row, column: blockColumn(first), cells, unruly }];
}

function currentValue(records: WorkbookRecords, { unit, element }: ImportedValue) {
  return records.commune.values.find((value) => value.unit === unit && value.element === element);
}

function isUnruly(value: ImportedValue): boolean {
  return validFigures(value.element, value.total, value.women) === undefined;
}

function formValueLines(
  values: readonly ImportedValue[],
  places: ReadonlyMap<string, UnitPlace>,
  records: WorkbookRecords,
): readonly LineWrite[] {
  return values
    .filter(({ unit }) => places.get(unit)?.hamletRow === undefined)
    .flatMap((value) => {
      const current = currentValue(records, value);
      const cells = [
        typedCell(value.total, current?.total),
        typedCell(value.women, current?.women),
        textCell(value.note, current?.note),
      ];
      return blockLine(places, value.unit, `SL.${value.element}`, "first", cells, isUnruly(value));
    });
}

/** A hamlet's figures stand in one row of the grid, three columns an element. */
function hamletLines(
  values: readonly ImportedValue[],
  places: ReadonlyMap<string, UnitPlace>,
  records: WorkbookRecords,
): readonly LineWrite[] {
  const firstColumn = HAMLETS_TAB.columns.findIndex(({ key }) => key === `${HAMLET_GRID_ELEMENTS[0]}.total`) + 1;
  return [...places].flatMap(([unit, { hamletRow }]): readonly LineWrite[] => {
    const own = values.filter((value) => value.unit === unit);
    if (hamletRow === undefined || own.length === 0) return [];
    const cells = HAMLET_GRID_ELEMENTS.flatMap((element) => {
      const current = records.commune.values.find((value) => value.unit === unit && value.element === element);
      const imported = own.find((value) => value.element === element);
      return [
        typedCell(imported?.total, current?.total),
        typedCell(imported?.women, current?.women),
        textCell(imported?.note ?? "", current?.note),
      ];
    });
    return [{ tab: HAMLETS_TAB.title, row: hamletRow, column: firstColumn, cells, unruly: own.some(isUnruly) }];
  });
}

/** Tells whether a unit's list already has this activity, so that importing twice adds nothing. */
function isSame(activity: Activity, imported: ImportedActivity): boolean {
  return (
    activity.unit === imported.unit &&
    activity.day === imported.day &&
    foldText(activity.theme) === foldText(imported.theme) &&
    foldText(activity.coOrganisers.join("|")) === foldText(imported.coOrganisers)
  );
}

function activityLines(
  activities: readonly ImportedActivity[],
  places: ReadonlyMap<string, UnitPlace>,
  records: WorkbookRecords,
  refusals: Refusal[],
): readonly LineWrite[] {
  const { commune, activityRows } = records;
  const taken = new Map<string, Set<number>>();
  for (const { unit, slot } of commune.activities) taken.set(unit, (taken.get(unit) ?? new Set()).add(slot));
  const earlier = new Set<Activity>();
  return activities.flatMap((imported) => {
    const { unit } = imported;
    const existing = commune.activities.find((activity) => !earlier.has(activity) && isSame(activity, imported));
    if (existing) earlier.add(existing);
    const capacity = places.get(unit)?.hamletRow === undefined ? activityRows.unit : activityRows.hamlet;
    const used = taken.get(unit) ?? new Set();
    taken.set(unit, used);
    const free = Array.from({ length: capacity }, (_, slot) => slot).find((slot) => !used.has(slot));
    const slot = existing?.slot ?? free;
    if (slot === undefined) {
      refusals.push({
        file: "activities.csv",
        line: imported.line,
        message: `biểu của ${unit} có ${capacity} dòng hoạt động, đã hết chỗ. Hãy gộp các hoạt động nhỏ, hoặc lập sổ với số dòng lớn hơn ở tab Cấu hình.`,
      });
      return [];
    }
    used.add(slot);
    const cells: Cell[] = [
      textCell(imported.theme, existing?.theme),
      typedCell(imported.participants, existing?.participants),
      typedCell(imported.women, existing?.women),
      textCell(imported.kind, existing?.kind),
      imported.day ? toDate(imported.day) : "",
      textCell(imported.coOrganisers, existing?.coOrganisers.join("|")),
      textCell(imported.link, existing?.link),
    ];
    return blockLine(places, unit, `HD.${slot + 1}`, "text", cells, isUnrulyActivity(imported, commune.year));
  });
}

function isUnrulyActivity({ day, participants, women }: ImportedActivity, year: number): boolean {
  const counts = [participants, women].filter((count) => count !== undefined);
  const tooMany = participants !== undefined && women !== undefined && women > participants;
  return tooMany || !counts.every(isCount) || (day !== undefined && yearOf(day) !== year);
}

function taskLines(
  figures: FolderFigures,
  places: ReadonlyMap<string, UnitPlace>,
  { commune }: WorkbookRecords,
): readonly LineWrite[] {
  return figures.tasks.flatMap(({ unit, task, status, result, link }) => {
    const current = commune.tasks.find((report) => report.unit === unit && report.task === task);
    const cells = [
      textCell(status ? TASK_STATUS_NAMES[status] : "", current?.statusTyped),
      textCell(result, current?.result),
      "",
      textCell(link, current?.link),
    ];
    return blockLine(places, unit, `NV.${task}`, "word", cells);
  });
}

function fundLines(
  figures: FolderFigures,
  places: ReadonlyMap<string, UnitPlace>,
  { commune }: WorkbookRecords,
): readonly LineWrite[] {
  return figures.funds.flatMap(({ unit, source, planned, spent }) => {
    const current = commune.funds.find((fund) => fund.unit === unit && fund.source === source);
    const cells = [typedCell(planned, current?.planned), typedCell(spent, current?.spent)];
    const unruly = ![planned, spent].every((amount) => amount === undefined || isCount(amount));
    return blockLine(places, unit, `KP.${source}`, "first", cells, unruly);
  });
}

function assessmentLines(
  figures: FolderFigures,
  places: ReadonlyMap<string, UnitPlace>,
  { commune }: WorkbookRecords,
): readonly LineWrite[] {
  return figures.assessments.flatMap((imported) => {
    const current: Assessment | undefined = commune.assessments.find(({ unit }) => unit === imported.unit);
    return ASSESSMENT_PARTS.filter((part) => imported[part] !== "").flatMap((part) =>
      blockLine(places, imported.unit, `DG.${part}`, "first", [textCell(imported[part], current?.[part])]),
    );
  });
}

/** A year's row that is there is overwritten; others go below the last. */
function historyLines(figures: FolderFigures, { commune, historyRows }: WorkbookRecords): readonly LineWrite[] {
  const key = (row: { year: number; unit: string; element: string }) => `${row.year}\n${row.unit}\n${row.element}`;
  const rows = new Map(commune.history.map((row, index) => [key(row), historyRows[index]]));
  let next = Math.max(FIRST_DATA_ROW - 1, ...historyRows) + 1;
  return figures.history.map((imported): LineWrite => {
    const row = rows.get(key(imported)) ?? next++;
    const { year, unit, element, total, women } = imported;
    const cells = [year, asLiteral(unit), element, total ?? "", women ?? ""];
    return { tab: HISTORY_TAB.title, row, column: 1, cells, unruly: false };
  });
}
