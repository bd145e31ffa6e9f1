/**
 * A tab as it is against a tab as it should be. What is out of shape can be put right in place, by steps that touch no
 * input cell; what has moved is left to a rebuild.
 */
import { shorten } from "../../core/text.ts";
import {
  address,
  areaOf,
  asLiteralCell,
  blockAddress,
  type Cell,
  cellText,
  consecutive,
  showsFailure,
} from "../grid.ts";
import type { Step } from "../plan.ts";
import { HEADER_ROW } from "../schema.ts";
import { showFound } from "../unread/unread.ts";
import type { ActualTab } from "./actual.ts";
import { isKey } from "./block-shape.ts";
import { type CellNumber, type ExpectedTab, numberOf, placeOf } from "./expected.ts";
import { type Finding, finding } from "./finding.ts";

/** What a comparison found, and the steps that put it right. */
export type Comparison = { readonly findings: readonly Finding[]; readonly steps: readonly Step[] };

const WHITE = "#ffffff";

function addressOf(cell: CellNumber): string {
  return address(...placeOf(cell));
}

function valueAt({ values }: ActualTab, cell: CellNumber): unknown {
  const [row, column] = placeOf(cell);
  return values[row - 1]?.[column - 1] ?? "";
}

/** Compares cells that are the workbook's own: labels, keys, headers. */
export function compareFixed(expected: ExpectedTab, actual: ActualTab): Comparison {
  const wrong: [CellNumber, Cell][] = [];
  for (const cell of expected.fixed) {
    if (expected.formulas.has(cell)) continue;
    const wanted = expected.cells.get(cell) ?? "";
    if (cellText(valueAt(actual, cell)) !== cellText(wanted)) wrong.push([cell, wanted]);
  }
  wrong.sort(([one], [other]) => one - other);
  return {
    findings: wrong.map(([cell, wanted]) =>
      finding({ tab: actual.name, cell: addressOf(cell) }, "label", "patch", {
        expected: wanted === "" ? "ô trống" : `“${shorten(cellText(wanted))}”`,
        found: showFound(cellText(valueAt(actual, cell))),
        action: "Sẽ ghi lại",
      }),
    ),
    steps: writeSteps(expected.title, wrong),
  };
}

/** Writes cells, those under one another in one step. */
function writeSteps(tab: string, cells: readonly (readonly [CellNumber, Cell])[]): readonly Step[] {
  const columns = new Map<number, Map<number, Cell>>();
  for (const [cell, wanted] of cells) {
    const [row, column] = placeOf(cell);
    columns.set(column, (columns.get(column) ?? new Map()).set(row, wanted));
  }
  return [...columns].flatMap(([column, rows]) =>
    consecutive([...rows.keys()].sort((one, other) => one - other)).map(
      ({ from, count }): Step => ({
        do: "enter",
        tab,
        at: address(from, column),
        cells: Array.from({ length: count }, (_, index) => [asLiteralCell(rows.get(from + index) ?? "")]),
      }),
    ),
  );
}

/** Compares the formulas that fill single cells. */
export function compareFormulas(expected: ExpectedTab, actual: ActualTab): Comparison {
  const wrong = [...expected.formulas].filter(([cell]) => {
    const [row, column] = placeOf(cell);
    const formula = actual.formulas[row - 1]?.[column - 1] ?? "";
    return formula === "" || showsFailure(cellText(valueAt(actual, cell)));
  });
  return {
    findings: wrong.map(([cell]) =>
      finding({ tab: actual.name, cell: addressOf(cell) }, "formula", "patch", {
        expected: "công thức của sổ",
        found: showFound(cellText(valueAt(actual, cell))),
        action: "Sẽ đặt lại công thức",
      }),
    ),
    steps: wrong.map(([cell, formula]) => ({ do: "formula", tab: expected.title, at: addressOf(cell), formula })),
  };
}

/** Compares rules, number formats, input colours, merges and conditional formats; puts all of them right at once. */
export function compareLooks(expected: ExpectedTab, actual: ActualTab): Comparison {
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
  const first: Step[] = [];
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
      return typeof help === "string" && !rules.has(cell) ? [cell] : [];
    }),
  );
}

function lostRules({ rules }: ExpectedTab, { helps }: ActualTab): readonly CellNumber[] {
  return [...rules]
    .filter(([cell, rule]) => {
      const [row, column] = placeOf(cell);
      const help = helps[row - 1]?.[column - 1];
      return help !== undefined && help !== rule.help;
    })
    .map(([cell]) => cell);
}

function lostFormats({ formats }: ExpectedTab, actual: ActualTab): readonly CellNumber[] {
  return [...formats]
    .filter(([cell, pattern]) => {
      const [row, column] = placeOf(cell);
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
    const [row, column] = placeOf(cell);
    return backgrounds[row - 1]?.[column - 1]?.toLowerCase() === WHITE;
  });
}

/**
 * Tells whether rows or columns have moved: a key that stands elsewhere, or a label or header that does and is missing
 * from its own place. Where that is so, cells can no longer be put right one by one.
 */
export function hasMoved(expected: ExpectedTab, { values, rows, columns }: ActualTab): boolean {
  if (rows < expected.rows || columns < expected.columns) return true;
  const landmarks = new Map<string, CellNumber[]>();
  for (const cell of expected.fixed) {
    const text = cellText(expected.cells.get(cell));
    if (!isLandmark(text, cell)) continue;
    const places = landmarks.get(text) ?? [];
    landmarks.set(text, places);
    places.push(cell);
  }
  const holds = (cell: CellNumber, text: string): boolean => {
    const [row, column] = placeOf(cell);
    return cellText(values[row - 1]?.[column - 1]) === text;
  };
  return values.some((line, down) =>
    line.some((value, right) => {
      if (typeof value !== "string" || value === "") return false;
      const text = cellText(value);
      if (!landmarks.has(text) && !isKey(text)) return false;
      const places = landmarks.get(text) ?? [];
      if (places.includes(numberOf(down + 1, right + 1))) return false;
      return isKey(text) || places.some((place) => !holds(place, text));
    }),
  );
}

/** Tells whether a header of a computed tab stands elsewhere than in its cell, or has no room. */
export function headerHasMoved(expected: ExpectedTab, { values, columns }: ActualTab): boolean {
  if (columns < expected.columns) return true;
  const header = [...expected.fixed].filter((cell) => placeOf(cell)[0] === HEADER_ROW);
  const texts = new Set(values.slice(0, 20).flatMap((line) => line.map(cellText)));
  return header.some((cell) => {
    const [row, column] = placeOf(cell);
    const title = cellText(expected.cells.get(cell));
    return cellText(values[row - 1]?.[column - 1]) !== title && texts.has(title);
  });
}

/** Units' codes stand in every row of the first column, numbers and short words anywhere: they mark no place. */
function isLandmark(text: string, cell: CellNumber): boolean {
  const [, column] = placeOf(cell);
  return isKey(text) || (column > 1 && text.length > 1 && !/^\d+$/.test(text));
}

function strangeMerges({ merges }: ExpectedTab, actual: ActualTab): readonly CellNumber[] {
  const wanted = new Set(merges);
  return actual.merges.filter((merge) => !wanted.has(merge)).map((merge) => firstOf(merge));
}

function lostMerges({ merges }: ExpectedTab, actual: ActualTab): readonly CellNumber[] {
  const found = new Set(actual.merges);
  return merges.filter((merge) => !found.has(merge)).map((merge) => firstOf(merge));
}

function firstOf(range: string): CellNumber {
  const { row, column } = areaOf(range);
  return numberOf(row, column);
}

function sameHighlights({ highlights }: ExpectedTab, actual: ActualTab): boolean {
  const shown = (ranges: readonly string[]) => [...ranges].sort().join(",");
  const wanted = highlights.map(({ ranges }) => shown(ranges)).join(";");
  return wanted === actual.highlights.map(shown).join(";");
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
