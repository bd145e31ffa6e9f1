/** Rules, number formats, input colours, merges and conditional formats of a tab, against those of its plan. */
import { areaOf, blockAddress } from "../grid.ts";
import type { PlanStep } from "../plan.ts";
import type { ActualTab } from "./actual.ts";
import { addressOf, type Repairs } from "./compare.ts";
import { type CellNumber, type ExpectedTab, numberOf, splitCellNumber } from "./expected.ts";
import { type Finding, finding } from "./finding.ts";

const WHITE = "#ffffff";

/** Compares rules, number formats, input colours, merges and conditional formats; puts all of them right at once. */
export function compareLooks(expected: ExpectedTab, actual: ActualTab): Repairs {
  const { title, highlights, looks } = expected;
  const isColoured = sameHighlights(expected, actual);
  const findings = [
    ...summarise(actual, "rule", lostRules(expected, actual), "quy tắc nhập liệu", "ô nhập gì cũng được"),
    ...summarise(actual, "format", lostFormats(expected, actual), "định dạng số của sổ", "định dạng khác"),
    ...summarise(actual, "colour", lostColours(expected, actual), "ô tô màu của biểu", "ô mất màu"),
    ...summarise(actual, "merge", lostMerges(expected, actual), "ô gộp", "ô đã bị tách"),
    ...summarise(actual, "merge", strangeMerges(expected, actual), "ô riêng", "các ô bị gộp lại"),
    ...summarise(
      actual,
      "strange-rule",
      strangeRules(expected, actual),
      "ô không có quy tắc",
      "quy tắc của ô khác bị dán vào",
    ),
    ...(isColoured
      ? []
      : [
          finding({ tab: actual.name, cell: "" }, "highlights", "patch", {
            expected: "đủ các quy tắc tô màu",
            found: "quy tắc bị mất hay bị xê dịch",
            action: "Sẽ đặt lại",
          }),
        ]),
  ];
  if (findings.length === 0) return { findings, steps: [] };
  const whole = blockAddress(1, 1, actual.rows, actual.columns);
  const first: PlanStep[] = [];
  if (findings.some(({ code }) => code === "merge")) first.push({ do: "unmerge", tab: title, range: whole });
  if (findings.some(({ code }) => code === "strange-rule")) first.push({ do: "clearRules", tab: title, range: whole });
  if (!isColoured) first.push({ do: "highlights", tab: title, highlights });
  return { findings, steps: [...first, ...looks] };
}

/** Rules in cells that have none in the plan; beyond the plan's columns a rule is the user's own. */
function strangeRules({ rules, rows, columns }: ExpectedTab, { helps }: ActualTab): readonly CellNumber[] {
  return helps.slice(0, rows).flatMap((line, down) =>
    line.slice(0, columns).flatMap((help, right) => {
      const cell = numberOf(down + 1, right + 1);
      return (help === true || typeof help === "string") && !rules.has(cell) ? [cell] : [];
    }),
  );
}

function lostRules({ rules }: ExpectedTab, { helps }: ActualTab): readonly CellNumber[] {
  return [...rules]
    .filter(([cell, rule]) => {
      const [row, column] = splitCellNumber(cell);
      const help = helps[row - 1]?.[column - 1];
      return help !== undefined && help !== true && help !== rule.help;
    })
    .map(([cell]) => cell);
}

function lostFormats({ formats }: ExpectedTab, actual: ActualTab): readonly CellNumber[] {
  return [...formats]
    .filter(([cell, pattern]) => {
      const [row, column] = splitCellNumber(cell);
      const found = actual.formats[row - 1]?.[column - 1];
      return found !== undefined && !sameFormat(found, pattern);
    })
    .map(([cell]) => cell);
}

/** Sheets has several names for a cell without a format. */
function sameFormat(one: string, other: string): boolean {
  const plain = (pattern: string) => (pattern === "" || pattern === "0.###############" ? "General" : pattern);
  return plain(one).toLowerCase() === plain(other).toLowerCase();
}

/** A colour of the user's own is no damage; a coloured cell that has become white is. */
function lostColours({ colours }: ExpectedTab, { backgrounds }: ActualTab): readonly CellNumber[] {
  return [...colours.keys()].filter((cell) => {
    const [row, column] = splitCellNumber(cell);
    return backgrounds[row - 1]?.[column - 1]?.toLowerCase() === WHITE;
  });
}

function strangeMerges({ merges }: ExpectedTab, actual: ActualTab): readonly CellNumber[] {
  if (typeof actual.merges === "number") return actual.merges > merges.length ? [numberOf(1, 1)] : [];
  const wanted = new Set(merges);
  return actual.merges.filter((merge) => !wanted.has(merge)).map((merge) => firstOf(merge));
}

function lostMerges({ merges }: ExpectedTab, actual: ActualTab): readonly CellNumber[] {
  if (typeof actual.merges === "number") return merges.slice(actual.merges).map((merge) => firstOf(merge));
  const found = new Set(actual.merges);
  return merges.filter((merge) => !found.has(merge)).map((merge) => firstOf(merge));
}

function firstOf(range: string): CellNumber {
  const { row, column } = areaOf(range);
  return numberOf(row, column);
}

function sameHighlights({ highlights }: ExpectedTab, actual: ActualTab): boolean {
  const shown = (ranges: readonly string[]) => [...ranges].sort().join(",");
  const isSame = (found: ActualTab["highlights"][number], ranges: readonly string[]) =>
    typeof found === "number" ? found === ranges.length : shown(found) === shown(ranges);
  const found = actual.highlights;
  return highlights.length === found.length && highlights.every(({ ranges }, at) => isSame(found[at] ?? 0, ranges));
}

/** Says a kind of damage once for a tab, with its first cell and how many there are. */
function summarise(
  actual: ActualTab,
  code: string,
  cells: readonly CellNumber[],
  expected: string,
  found: string,
): readonly Finding[] {
  const [first] = cells;
  if (first === undefined) return [];
  const count = cells.length > 1 ? `${found} (${cells.length} ô, từ ${addressOf(first)})` : found;
  return [
    finding({ tab: actual.name, cell: addressOf(first) }, code, "patch", {
      expected,
      found: count,
      action: "Sẽ đặt lại, không đổi số liệu",
    }),
  ];
}
