/** One tab against what the plan makes of it: what is wrong, and whether it is put right in place or made again. */

import { cellText } from "../grid.ts";
import { TABLE_TABS } from "../identity.ts";
import type { Leftover } from "../migrated-input.ts";
import type { PlanStep } from "../plan.ts";
import { DATA_TAB, HAMLETS_TAB, ISSUES_TAB, LOG_TAB, SCORECARD_TAB, TEMPLATE_TITLE } from "../schema.ts";
import type { ActualTab, Depth } from "./actual.ts";
import { leftoverAt, type WithLeftovers } from "./archive.ts";
import { compareFixed, compareFormulas, type Repairs, valueAt } from "./compare.ts";
import { compareMirror, compareSpill, formulaHasMoved, headerHasMoved } from "./computed.ts";
import { type CellNumber, type ExpectedTab, eachCell, splitCellNumber } from "./expected.ts";
import { type Finding, finding } from "./finding.ts";
import { compareLooks } from "./looks.ts";
import { mustRebuild } from "./rebuild.ts";
import { isOwnWord } from "./salvage.ts";

export type TabComparison = Repairs & {
  readonly title: string;
  readonly rebuild: boolean;
  readonly leftovers: readonly Leftover[];
};

/** The tabs that formulas fill. */
const COMPUTED: ReadonlySet<string> = new Set([SCORECARD_TAB, ISSUES_TAB, DATA_TAB].map(({ title }) => title));

const TABLES: ReadonlySet<string> = new Set(TABLE_TABS.map(({ title }) => title));

/** Where a form says what it asks for. */
const ASKED_CELL = "B1";

/**
 * Compares a tab with what the plan makes of it. `actual`: absent where there is no such tab, which is told only of one
 * that was made before (`made`, titles).
 */
export function compareTab(
  expected: ExpectedTab,
  actual: ActualTab | undefined,
  depth: Depth,
  made: ReadonlySet<string>,
): TabComparison {
  const { title } = expected;
  const outcome = { title, rebuild: false, leftovers: [] };
  if (!actual) return { ...outcome, findings: made.has(title) ? [missingFinding(title)] : [], steps: [] };
  const fixed = compareFixed(expected, actual);
  const isForm = !TABLES.has(title) || title === HAMLETS_TAB.title;
  const isOff = COMPUTED.has(title) && (headerHasMoved(expected, actual) || formulaHasMoved(expected, actual));
  if (isOff || (isForm && mustRebuild(expected, actual, fixed, depth))) {
    const found = title === TEMPLATE_TITLE ? templateFinding(actual) : movedFinding(actual);
    return { ...outcome, rebuild: true, findings: [found], steps: [] };
  }
  const isDeep = depth === "all";
  const computed = COMPUTED.has(title) ? compareSpill(expected, actual) : { ...NOTHING, leftovers: [] };
  const formulas = COMPUTED.has(title) ? NOTHING : compareFormulas(expected, actual, !isDeep);
  const mirror = compareMirror(expected, actual);
  const looks = isDeep ? boundLooks(expected, actual) : { ...NOTHING, leftovers: [] };
  // What a form asks for is told by a text in it: where that changes, other rows are hidden.
  const isAskedAnew = fixed.steps.some((step) => step.do === "enter" && step.at === ASKED_CELL);
  const asked = isAskedAnew ? [showAll(expected), ...expected.hiding] : [];
  return {
    ...outcome,
    leftovers: [
      ...computed.leftovers,
      ...mirror.leftovers,
      ...looks.leftovers,
      ...(isDeep && !COMPUTED.has(title) ? findOverwriting(expected, actual) : []),
    ],
    findings: [
      ...(isDeep ? fixed.findings : []),
      ...formulas.findings,
      ...looks.findings,
      ...computed.findings,
      ...mirror.findings,
    ],
    // The mirror comes first, since it may add the columns that looks reach for.
    steps: [...mirror.steps, ...fixed.steps, ...asked, ...formulas.steps, ...looks.steps, ...computed.steps],
  };
}

/** How many first letters two texts share that are one label, written again with other words. */
const SAME_LABEL = 4;

/** The columns of the keys, which are hidden: what stands there was never typed for its own sake. */
const KEY_COLUMNS = 2;

/**
 * What was typed over a label or a formula goes to the archive, for it may have been cut from its place. An earlier
 * wording of the same label is nobody's.
 */
function findOverwriting(expected: ExpectedTab, actual: ActualTab): readonly Leftover[] {
  const own = new Set([...expected.cells.values()].map(cellText));
  return [...new Set([...expected.fixed, ...expected.formulas.keys()])].flatMap((cell) => {
    const [, column] = splitCellNumber(cell);
    const text = cellText(valueAt(actual, cell));
    const wanted = cellText(expected.cells.get(cell));
    const isSame = text === "" || own.has(text) || isOwnWord(text) || sharesStart(text, wanted);
    return isSame || column <= KEY_COLUMNS ? [] : leftoverAt(actual, cell, "Gõ đè lên nhãn hoặc công thức");
  });
}

function sharesStart(text: string, wanted: string): boolean {
  return wanted !== "" && text.slice(0, SAME_LABEL) === wanted.slice(0, SAME_LABEL);
}

function showAll({ title, rows }: ExpectedTab): PlanStep {
  return { do: "showRows", tab: title, from: 1, count: rows };
}

const LOG_REBUILT =
  "Sẽ lập lại tab; lượt nộp được dựng lại từ dòng xác nhận trong biểu, lượt duyệt từ các ô còn khóa. Lý do trả lại, lượt nhắc và thời điểm duyệt cũ không dựng lại được: xem ở Tệp → Nhật ký phiên bản";

function missingFinding(title: string): Finding {
  return finding({ tab: title, cell: "" }, "missing-tab", "rebuild", {
    expected: "một tab của sổ",
    found: "tab đã bị xóa",
    action:
      title === LOG_TAB.title ? LOG_REBUILT : "Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản",
  });
}

/** Tells of a tab of the workbook's own that no earlier version made. */
export function newTabFinding(title: string): Finding {
  return finding({ tab: title, cell: "" }, "new-tab", "rebuild", {
    expected: "một tab của sổ",
    found: "sổ lập từ phiên bản chưa có tab này",
    action: "Sẽ thêm tab, chưa có nội dung",
  });
}

function templateFinding({ name }: ActualTab): Finding {
  return finding({ tab: name, cell: "" }, "template", "rebuild", {
    expected: "mẫu biểu theo danh sách nhiệm vụ và cấu hình hiện nay",
    found: "mẫu khác đi",
    action: "Sẽ dựng lại tab mẫu, không có số liệu nào trong đó",
  });
}

function movedFinding({ name }: ActualTab): Finding {
  return finding({ tab: name, cell: "" }, "moved", "rebuild", {
    expected: "các dòng, cột ở đúng chỗ của biểu",
    found: "dòng hoặc cột bị thêm, xóa hay chuyển chỗ",
    action: "Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng",
  });
}

/**
 * Looks reach as far as a tab's rows: those that are missing are added first. Merging cells again would drop what was
 * typed into those that are covered: that goes to the archive.
 */
function boundLooks(expected: ExpectedTab, actual: ActualTab): WithLeftovers {
  const compared = compareLooks(expected, actual);
  if (compared.steps.length === 0) return { ...compared, leftovers: [] };
  const covered = expected.merges.flatMap((merge) => coveredCells(merge));
  const leftovers = covered.flatMap((cell) => leftoverAt(actual, cell, "Ô bị tách ra khỏi ô gộp"));
  return {
    findings: compared.findings,
    steps: [{ do: "room", tab: expected.title, rows: expected.rows }, ...compared.steps],
    leftovers,
  };
}

function coveredCells(merge: string): readonly CellNumber[] {
  const cells: CellNumber[] = [];
  eachCell(merge, (cell) => cells.push(cell));
  return cells.slice(1);
}

const NOTHING: Repairs = { findings: [], steps: [] };
