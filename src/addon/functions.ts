/**
 * The custom functions behind the formulas `BDG_…`: arguments as Sheets hands them over → cleaned grids → core. Pure:
 * they read no tab and keep no state, so that Sheets may cache what they return.
 */
import { isNear, meets, neededAdded, neededFixed, percentOf } from "../core/ratio.ts";
import { computeScorecard, STATUS_NAMES } from "../core/scorecard.ts";
import { foldText } from "../core/text.ts";
import { isCount, readTyped } from "../core/value.ts";
import { type Cell, cellText, type Grid, WorkbookFault } from "../workbook/grid.ts";
import { issueRows } from "../workbook/issues.ts";
import { readWorkbook, type WorkbookRecords } from "../workbook/read.ts";
import { lookUp, scorecardRows } from "../workbook/scoreboard.ts";

/** What a cell shows where a denominator is zero or nothing was typed. */
const NO_DATA = STATUS_NAMES["no-data"];

/** The ranges of `BDG_BANGDIEM` and `BDG_KIEMTRA`, each from its header row. */
export type SourceArguments = readonly [
  targets: unknown,
  units: unknown,
  data: unknown,
  hamlets: unknown,
  history: unknown,
  settings: unknown,
  tasks: unknown,
];

function asGrid(argument: unknown, name: string): Grid {
  if (Array.isArray(argument) && argument.every(Array.isArray)) return argument;
  throw new WorkbookFault(`Đối số “${name}”: cần một vùng ô kể từ dòng tiêu đề cột; thấy ${describe(argument)}.`);
}

function describe(argument: unknown): string {
  if (argument === undefined || argument === "") return "ô trống";
  return Array.isArray(argument) ? "một vùng ô" : `“${cellText(argument)}”`;
}

function readSources(sources: SourceArguments): WorkbookRecords {
  const [targets, units, data, hamlets, history, settings, tasks] = sources;
  return readWorkbook({
    targets: asGrid(targets, "chiTieu"),
    units: asGrid(units, "donVi"),
    data: asGrid(data, "duLieu"),
    hamlets: asGrid(hamlets, "cacAp"),
    history: asGrid(history, "lichSu"),
    settings: asGrid(settings, "cauHinh"),
    tasks: asGrid(tasks, "nhiemVu"),
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
  return lookUp(text, asGrid(scorecard, "bangDiem"), cellText(field ?? ""));
}

/** Applies a function of cells to single cells, or to ranges of the same size cell by cell: one call for many rows. */
function eachCell<Result extends Cell>(
  names: readonly string[],
  args: readonly unknown[],
  compute: (cells: readonly unknown[]) => Result,
): Result | Result[][] {
  const shape = args.find((arg) => Array.isArray(arg));
  if (shape === undefined) return compute(args);
  const grids = args.map((arg, index) => (Array.isArray(arg) ? asGrid(arg, names[index] ?? "") : undefined));
  const [rows, columns] = [asGrid(shape, "").length, asGrid(shape, "")[0]?.length ?? 0];
  const odd = grids.findIndex((grid) => grid && (grid.length !== rows || (grid[0]?.length ?? 0) !== columns));
  if (odd >= 0) {
    throw new WorkbookFault(
      `Đối số “${names[odd]}”: cần vùng ô ${rows} dòng, ${columns} cột như đối số trước; thấy cỡ khác.`,
    );
  }
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      return compute(args.map((arg, index) => (grids[index] ? grids[index]?.[row]?.[column] : arg)));
    }),
  );
}

/** Reads a count out of a cell; blank is nothing; what is no count is a fault. */
function readCount(cell: unknown, name: string): number | undefined {
  const typed = readTyped(cell);
  if (typed === undefined || isCount(typed)) return typed;
  throw new WorkbookFault(`Đối số “${name}”: cần số nguyên từ 0 trở lên; thấy “${cellText(cell)}”.`);
}

function readThreshold(cell: unknown): number {
  const typed = readTyped(cell);
  if (isCount(typed) && typed <= 100) return typed;
  throw new WorkbookFault(
    `Đối số “nguong”: cần số nguyên từ 0 đến 100, ví dụ 40 (không phải 40%); thấy ${describe(cell)}.`,
  );
}

/** Reads a part and its whole; nothing where either is blank or the whole is zero. A part above its whole is a fault. */
function readRatio(part: unknown, whole: unknown, names: readonly [string, string]): [number, number] | undefined {
  const [numerator, denominator] = [readCount(part, names[0]), readCount(whole, names[1])];
  if (numerator === undefined || denominator === undefined) return undefined;
  if (numerator > denominator) {
    throw new WorkbookFault(
      `Đối số “${names[0]}”: cần số không quá “${names[1]}” (${denominator}); thấy ${numerator}.`,
    );
  }
  return denominator === 0 ? undefined : [numerator, denominator];
}

/** Returns women over total in percent, unrounded. */
export function percentFormula(women: unknown, total: unknown): Cell | Cell[][] {
  const names = ["nu", "tong"] as const;
  return eachCell(names, [women, total], ([part, whole]): Cell => {
    const ratio = readRatio(part, whole, names);
    return ratio ? (percentOf(...ratio) ?? NO_DATA) : NO_DATA;
  });
}

/** Returns how many more women a threshold needs, with the seats kept or with seats added. */
export function neededFormula(women: unknown, total: unknown, threshold: unknown, way: unknown): Cell | Cell[][] {
  const added = readWay(way);
  const names = ["nu", "tong", "nguong"] as const;
  return eachCell(names, [women, total, threshold], ([part, whole, percent]): Cell => {
    const limit = readThreshold(percent);
    const ratio = readRatio(part, whole, ["nu", "tong"]);
    if (!ratio) return NO_DATA;
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
  const names = ["tu", "mau", "nguong"] as const;
  return eachCell(names, [numerator, denominator, threshold], ([part, whole, percent]): Cell => {
    const limit = readThreshold(percent);
    const ratio = readRatio(part, whole, ["tu", "mau"]);
    if (!ratio) return NO_DATA;
    return STATUS_NAMES[meets(...ratio, limit) ? "met" : isNear(...ratio, limit) ? "near" : "unmet"];
  });
}
