/**
 * The custom functions behind the formulas `BDG_…`: arguments as Sheets hands them over → cleaned grids → core. Pure:
 * they read no tab and keep no state, so that Sheets may cache what they return.
 */
import { judgeRatio, neededAdded, neededFixed, percentOf } from "../core/ratio.ts";
import { computeScorecard, STATUS_NAMES } from "../core/scorecard.ts";
import { foldText } from "../core/text.ts";
import { isCount, readTyped } from "../core/value.ts";
import { type Cell, cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { issueRows } from "../workbook/issues.ts";
import { readWorkbook, type WorkbookRecords } from "../workbook/read/workbook.ts";
import { lookUpScore, NO_DATA, scorecardRows } from "../workbook/scoreboard.ts";

/** The ranges of `BDG_BANGDIEM` and `BDG_KIEMTRA`, each from its header row. */
export type SourceArguments = readonly [
  targets: unknown,
  units: unknown,
  data: unknown,
  hamlets: unknown,
  history: unknown,
  settings: unknown,
  tasks: unknown,
  /** `BDG_KIEMTRA` only; workbooks from before this tab do without. */
  narrative?: unknown,
  /** Formulas from before these tabs do without. */
  milestones?: unknown,
  elements?: unknown,
];

function asGrid(argument: unknown, name: string): Grid {
  if (Array.isArray(argument) && argument.every(Array.isArray)) return argument;
  throw new WorkbookFault(`Đối số “${name}”: cần một vùng ô kể từ dòng tiêu đề cột; thấy ${describe(argument)}.`);
}

function asGridIfGiven(argument: unknown, name: string): Grid {
  return argument === undefined ? [] : asGrid(argument, name);
}

function describe(argument: unknown): string {
  if (argument === undefined) return "thiếu đối số";
  if (argument === "") return "ô trống";
  if (typeof argument === "number") return `“${String(argument).replace(".", ",")}”`;
  return Array.isArray(argument) ? "một vùng ô" : `“${cellText(argument)}”`;
}

function readSources(sources: SourceArguments): WorkbookRecords {
  const [targets, units, data, hamlets, history, settings, tasks, narrative, milestones, elements] = sources;
  return readWorkbook({
    targets: asGrid(targets, "chiTieu"),
    elements: asGridIfGiven(elements, "danhMuc"),
    milestones: asGridIfGiven(milestones, "moc"),
    units: asGrid(units, "donVi"),
    data: asGrid(data, "duLieu"),
    hamlets: asGrid(hamlets, "cacAp"),
    history: asGrid(history, "lichSu"),
    settings: asGrid(settings, "cauHinh"),
    tasks: asGrid(tasks, "nhiemVu"),
    narrative: asGridIfGiven(narrative, "noiDung"),
  });
}

/** Computes the whole scorecard: one row an indicator, columns as in the tab `Bảng điểm`. */
export function scorecardFormula(...sources: SourceArguments): Cell[][] {
  return scorecardRows(computeScorecard(readSources(sources).commune)).map((row) => [...row]);
}

/** Lists every issue: one row an issue, columns as in the tab `Kiểm tra`. */
export function issuesFormula(...sources: SourceArguments): Cell[][] {
  return issueRows(readSources(sources)).map((row) => [...row]);
}

/** Looks one value of the scorecard up by the indicator's code and the column's title. */
export function lookUpFormula(code: unknown, scorecard: unknown, field: unknown): Cell {
  const text = cellText(code);
  if (text === "" || Array.isArray(code)) {
    throw new WorkbookFault(`Đối số “ma”: cần mã một chỉ tiêu, ví dụ "CT2"; thấy ${describe(code)}.`);
  }
  if (Array.isArray(field)) throw new WorkbookFault(`Đối số “cot”: cần tên một cột; thấy ${describe(field)}.`);
  return lookUpScore(text, asGrid(scorecard, "bangDiem"), cellText(field));
}

/** One cell of an argument, with the words that name it in a message: `“nu”`, `“nu”, dòng 3`. */
type Operand = { readonly label: string; readonly cell: unknown };

const NONE: Operand = { label: "", cell: undefined };

/**
 * Applies a function of cells to single cells, or to ranges of the same size cell by cell: one call for many rows. An
 * argument that was left out is a fault; a blank cell is not. Without data (undefined) a single result throws, since to
 * Sheets any text, a blank one too, is greater than any number; in a column the cell is blank.
 */
function mapCells(
  names: readonly string[],
  args: readonly unknown[],
  compute: (operands: readonly Operand[]) => Cell | undefined,
): Cell | Cell[][] {
  const missing = names.find((_, index) => args[index] === undefined);
  if (missing !== undefined) throw new WorkbookFault(`Đối số “${missing}”: cần một ô hoặc một số; thấy thiếu đối số.`);
  const grids = args.map((arg, index) => (Array.isArray(arg) ? asGrid(arg, names[index] ?? "") : undefined));
  const shape = grids.find((grid) => grid !== undefined);
  if (!shape) return requireData(compute(args.map((cell, index) => ({ label: `“${names[index]}”`, cell }))));
  const columns = shape[0]?.length ?? 0;
  const odd = grids.findIndex((grid) => grid && (grid.length !== shape.length || grid[0]?.length !== columns));
  if (odd >= 0) {
    throw new WorkbookFault(
      `Đối số “${names[odd]}”: cần vùng ô ${shape.length} dòng, ${columns} cột như đối số trước; thấy ${grids[odd]?.length} dòng, ${grids[odd]?.[0]?.length} cột.`,
    );
  }
  const operand = (index: number, row: number, column: number): Operand => {
    const grid = grids[index];
    if (!grid) return { label: `“${names[index]}”`, cell: args[index] };
    const where = columns === 1 ? `dòng ${row + 1}` : `dòng ${row + 1}, cột ${column + 1}`;
    return { label: `“${names[index]}”, ${where}`, cell: grid[row]?.[column] };
  };
  const isSingle = shape.length === 1 && columns === 1;
  return shape.map((line, row) =>
    line.map((_, column) => {
      const result = compute(args.map((_, index) => operand(index, row, column)));
      return isSingle ? requireData(result) : (result ?? "");
    }),
  );
}

function requireData(result: Cell | undefined): Cell {
  if (result === undefined) throw new WorkbookFault(NO_DATA);
  return result;
}

/** Reads a count out of a cell; blank is nothing; what is no count is a fault. */
function readCount({ label, cell }: Operand): number | undefined {
  const typed = readTyped(cell);
  if (typed === undefined || isCount(typed)) return typed;
  throw new WorkbookFault(`Đối số ${label}: cần số nguyên từ 0 trở lên; thấy ${describe(cell)}.`);
}

function readThreshold({ label, cell }: Operand): number {
  const typed = readTyped(cell);
  if (isCount(typed) && typed <= 100) return typed;
  throw new WorkbookFault(
    `Đối số ${label}: cần số nguyên từ 0 đến 100, ví dụ 40 (không phải 40%); thấy ${describe(cell)}.`,
  );
}

/** Reads a part and its whole; undefined if either is blank or the whole is zero. A part above its whole is a fault. */
function readRatio(part: Operand, whole: Operand): readonly [number, number] | undefined {
  const [numerator, denominator] = [readCount(part), readCount(whole)];
  if (numerator === undefined || denominator === undefined) return undefined;
  if (numerator > denominator) {
    throw new WorkbookFault(
      `Đối số ${part.label}: cần số không quá ${whole.label} (${denominator}); thấy ${numerator}.`,
    );
  }
  return denominator === 0 ? undefined : [numerator, denominator];
}

/** Returns women over total in percent, unrounded. */
export function percentFormula(women: unknown, total: unknown): Cell | Cell[][] {
  return mapCells(["nu", "tong"], [women, total], ([part = NONE, whole = NONE]) => {
    const ratio = readRatio(part, whole);
    return ratio ? (percentOf(...ratio) ?? undefined) : undefined;
  });
}

/** Returns how many more women a threshold needs, with the seats kept or with seats added. */
export function neededFormula(women: unknown, total: unknown, threshold: unknown, way: unknown): Cell | Cell[][] {
  const added = readWay(way);
  const args = [women, total, threshold];
  return mapCells(["nu", "tong", "nguong"], args, ([part = NONE, whole = NONE, percent = NONE]) => {
    const limit = readThreshold(percent);
    const ratio = readRatio(part, whole);
    if (!ratio) return undefined;
    return added ? (neededAdded(...ratio, limit) ?? "Không đủ ở mức nào") : neededFixed(...ratio, limit);
  });
}

function readWay(way: unknown): boolean {
  const word = foldText(cellText(way ?? ""));
  if (word === "" || word === "giữ ghế") return false;
  if (word === "thêm ghế") return true;
  throw new WorkbookFault(`Đối số “cach”: cần "giữ ghế" hoặc "thêm ghế"; thấy ${describe(way)}.`);
}

/** Returns the word of the legend for a numerator over a denominator against a threshold. */
export function judgeFormula(numerator: unknown, denominator: unknown, threshold: unknown): Cell | Cell[][] {
  const args = [numerator, denominator, threshold];
  return mapCells(["tu", "mau", "nguong"], args, ([part = NONE, whole = NONE, percent = NONE]) => {
    const limit = readThreshold(percent);
    const ratio = readRatio(part, whole);
    if (!ratio) return undefined;
    return STATUS_NAMES[judgeRatio(...ratio, limit)];
  });
}
