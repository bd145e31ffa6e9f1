/**
 * What a tab should be, gathered from the steps of the plan that makes it: one description makes tabs and repairs them.
 * Cells are numbered, so that forms of hundreds of units are compared without building addresses.
 */
import { areaOf, type Cell, storedCell } from "../grid.ts";
import type { Highlight, PlanStep, Rule, SetupPlan } from "../plan.ts";

/** A cell as one number. */
export type CellNumber = number;

const COLUMNS = 1024;

/** Numbers a cell by its 1-based row and column. */
export function numberOf(row: number, column: number): CellNumber {
  return row * COLUMNS + column;
}

/** Returns the row and column of a numbered cell. */
export function splitCellNumber(cell: CellNumber): readonly [row: number, column: number] {
  return [Math.floor(cell / COLUMNS), cell % COLUMNS];
}

/** A tab as its plan makes it. */
export type ExpectedTab = {
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  /** What the plan writes, wherever. */
  readonly cells: ReadonlyMap<CellNumber, Cell>;
  /** The workbook's own cells; those that `cells` has nothing for are blank. */
  readonly fixed: ReadonlySet<CellNumber>;
  readonly formulas: ReadonlyMap<CellNumber, string>;
  readonly rules: ReadonlyMap<CellNumber, Rule>;
  readonly formats: ReadonlyMap<CellNumber, string>;
  readonly colours: ReadonlyMap<CellNumber, string>;
  readonly merges: readonly string[];
  readonly highlights: readonly Highlight[];
  /** The steps that give it its looks and rules; applied again, they change no content. */
  readonly looks: readonly PlanStep[];
  /** The steps that hide the rows that its unit need not fill in. */
  readonly hiding: readonly PlanStep[];
};

type TabDraft = { -readonly [Key in keyof ExpectedTab]: ExpectedTab[Key] } & {
  readonly cells: Map<CellNumber, Cell>;
  readonly fixed: Set<CellNumber>;
  readonly formulas: Map<CellNumber, string>;
  readonly rules: Map<CellNumber, Rule>;
  readonly formats: Map<CellNumber, string>;
  readonly colours: Map<CellNumber, string>;
  merges: readonly string[];
  looks: readonly PlanStep[];
  hiding: readonly PlanStep[];
};

function emptyDraft(title: string, rows: number, columns: number): TabDraft {
  return {
    title,
    rows,
    columns,
    cells: new Map(),
    fixed: new Set(),
    formulas: new Map(),
    rules: new Map(),
    formats: new Map(),
    colours: new Map(),
    merges: [],
    highlights: [],
    looks: [],
    hiding: [],
  };
}

/** Gathers what each tab of a plan should be, by title. */
export function expectTabs(plan: SetupPlan): ReadonlyMap<string, ExpectedTab> {
  const drafts = new Map<string, TabDraft>();
  for (const step of plan) {
    if (step.do === "insert") drafts.set(step.tab, emptyDraft(step.tab, step.rows, step.columns));
    else if (step.do === "copy") drafts.set(step.tab, copyDraft(drafts.get(step.from), step.tab));
    else {
      const draft = drafts.get(step.tab);
      if (draft) takeStep(draft, step);
    }
  }
  return drafts;
}

function copyDraft(from: TabDraft | undefined, title: string): TabDraft {
  if (!from) throw new Error(`The plan copies a tab for ${title} that it has not made`);
  return {
    ...from,
    title,
    cells: new Map(from.cells),
    fixed: new Set(from.fixed),
    formulas: new Map(from.formulas),
    rules: new Map(from.rules),
    formats: new Map(from.formats),
    colours: new Map(from.colours),
    looks: from.looks.map((step) => onTab(step, title)),
  };
}

/** Turns a step to another tab. */
function onTab<Kind extends PlanStep>(step: Kind, tab: string): Kind {
  return { ...step, tab };
}

function takeStep(draft: TabDraft, step: PlanStep): void {
  switch (step.do) {
    case "write":
    case "enter":
      eachGiven(step.at, step.cells, (cell, value) => draft.cells.set(cell, storedCell(value)));
      return;
    case "fix":
      for (const range of step.ranges) eachCell(range, (cell) => draft.fixed.add(cell));
      return;
    case "room":
      draft.rows = Math.max(draft.rows, step.rows);
      return;
    case "formula":
      eachGiven(step.at, [[step.formula]], (cell, formula) => draft.formulas.set(cell, formula));
      return;
    case "formulas":
      eachGiven(step.at, step.formulas, (cell, formula) => {
        if (formula !== "") draft.formulas.set(cell, formula);
      });
      return;
    case "rule":
      eachCell(step.range, (cell) => draft.rules.set(cell, step.rule));
      break;
    case "look": {
      const { numberFormat, background } = step.look;
      for (const range of step.ranges) {
        eachCell(range, (cell) => {
          if (numberFormat !== undefined) draft.formats.set(cell, numberFormat);
          if (background !== undefined) draft.colours.set(cell, background);
        });
      }
      break;
    }
    case "merge":
      draft.merges = [...draft.merges, ...step.ranges.flatMap(rowsOf)];
      break;
    case "highlights":
      draft.highlights = step.highlights;
      break;
    case "hideRows":
      draft.hiding = [...draft.hiding, step];
      return;
    case "notes":
    case "widths":
    case "freeze":
    case "hideColumns":
      break;
    default:
      return;
  }
  draft.looks = [...draft.looks, step];
}

/** Each row of a range, as `merge` joins it; a single cell is no merge. */
function rowsOf(range: string): readonly string[] {
  const { row, rows, columns } = areaOf(range);
  if (columns === 1) return [];
  const [first = "", last = ""] = range.split(":").map((corner) => corner.replace(/\d+/, ""));
  return Array.from({ length: rows }, (_, index) => `${first}${row + index}:${last}${row + index}`);
}

/** Goes through the cells of a range. */
export function eachCell(range: string, take: (cell: CellNumber) => void): void {
  const { row, column, rows, columns } = areaOf(range);
  for (let down = 0; down < rows; down++) {
    for (let right = 0; right < columns; right++) take(numberOf(row + down, column + right));
  }
}

function eachGiven<Given>(
  at: string,
  cells: readonly (readonly Given[])[],
  take: (cell: CellNumber, given: Given) => void,
): void {
  const { row, column } = areaOf(at);
  for (const [down, line] of cells.entries()) {
    for (const [right, given] of line.entries()) take(numberOf(row + down, column + right), given);
  }
}
