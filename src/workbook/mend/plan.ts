/**
 * The plan that brings a workbook to what its own tabs say it should be: tabs that are missing, forms that must adapt,
 * structure that people broke. One planner for set-up, which looks at labels and keys, and for the repair, which looks at
 * everything. Pure: what is typed is carried over or put into the archive, never dropped.
 */
import { maskPersonalData } from "../../core/privacy.ts";
import { resolveUnits } from "../../core/unit.ts";
import type { Leftover } from "../carry.ts";
import { address, areaOf, asLiteral, blockAddress, type Cell, cellText } from "../grid.ts";
import { type Identity, TABLE_TABS } from "../identity.ts";
import type { SetupPlan, Step } from "../plan.ts";
import { type RightStep, rightSteps } from "../rights.ts";
import {
  ARCHIVE_TAB,
  DATA_TAB,
  HAMLET_FORMS_TITLE,
  HAMLETS_TAB,
  HEADER_ROW,
  ISSUES_TAB,
  OWN_TITLES,
  SCORECARD_TAB,
  TEMPLATE_TITLE,
} from "../schema.ts";
import { planPlaces, planWorkbook } from "../setup/index.ts";
import type { ActualTab, WorkbookFacts } from "./actual.ts";
import { type Comparison, compareFixed, compareFormulas, compareLooks, hasMoved, headerHasMoved } from "./compare.ts";
import { type FoundContent, findContent } from "./content.ts";
import { type CellNumber, type ExpectedTab, eachCell, expectTabs, numberOf, placeOf } from "./expected.ts";
import { type Finding, finding } from "./finding.ts";
import { planCarrying } from "./forms.ts";
import { checkNotedIds } from "./noted.ts";
import { isArchived, planOldSheets } from "./old-sheets.ts";
import { typedCell } from "./salvage.ts";

/** `content`: labels, keys, places. `all`: rules, formats, merges, formulas too. */
export type Depth = "content" | "all";

export type MendPlan = {
  readonly findings: readonly Finding[];
  readonly steps: SetupPlan;
  /** The sheet of each tab that is there, by the title that the plan has for it. */
  readonly sheetIds: ReadonlyMap<string, number>;
  /** What each tab of the plan is or will be called. */
  readonly names: ReadonlyMap<string, string>;
  /** Tabs that are made anew in the place of one that is there. */
  readonly rebuilt: ReadonlySet<string>;
  /** Active units of the register. */
  readonly units: number;
  /** The steps of the plan that give rights. */
  readonly rights: readonly RightStep[];
  /** How many tabs are made, new or anew. */
  readonly made: number;
};

/** What is done on every run: it follows from all units, not from one tab. */
function isClosing(step: Step): boolean {
  if (step.do === "formulas") return step.tab === ISSUES_TAB.title;
  return step.do === "register" || step.do === "identify" || step.do === "room" || step.do === "formula";
}

/** Where a form says what it asks for. */
const ASKED_CELL = "B1";

/** The tabs that formulas fill. */
const COMPUTED: ReadonlySet<string> = new Set([SCORECARD_TAB, ISSUES_TAB, DATA_TAB].map(({ title }) => title));
const TABLES: ReadonlySet<string> = new Set(TABLE_TABS.map(({ title }) => title));

/**
 * Plans the mending. `when`: the moment, in words, for the archive; `year`: what a workbook without settings begins with.
 * Throws a WorkbookFault for what only a person can decide.
 */
export function planMending(facts: WorkbookFacts, depth: Depth, when: string, year: number): MendPlan {
  const found = findContent(facts.sheets, (id) => facts.tabs.get(id), { isTolerant: depth === "all", year });
  const { identity } = found;
  const places = planPlaces(found);
  const names = nameTabs([...OWN_TITLES, ...[...places.values()].map(({ block }) => block.tab)], identity, facts);
  const nameOf = (title: string) => names.get(title) ?? title;
  const options = { nameOf, ...(found.tabIdsCell === undefined ? {} : { tabIdsCell: found.tabIdsCell }) };
  const plan = planWorkbook(found, options);
  const expected = expectTabs(plan);
  const tabOf = (title: string): ActualTab | undefined => actualTab(facts, found, title);

  const comparisons = [...expected.values()].map((tab) => compareTab(tab, tabOf(tab.title), depth, found.made));
  const changed = new Set(comparisons.filter(({ rebuild }) => rebuild).map(({ title }) => title));
  const carrying = planCarrying({ facts, found, changed, expected, nameOf });
  const rebuilt = new Set([...changed, ...carrying.rebuilt].filter((title) => identity.sheets.has(title)));
  const missing = new Set([...expected.keys()].filter((title) => !identity.sheets.has(title)));
  const made = new Set([...missing, ...rebuilt]);
  const { carried } = carrying;
  const whole = carried.size === 0 ? plan : planWorkbook(found, { ...options, carried });
  const old = planOldSheets({ facts, identity, register: found.register, expected });
  const patches = comparisons.filter(({ title }) => !made.has(title));
  const leftovers = [...patches.flatMap((patch) => patch.leftovers), ...carrying.leftovers];
  // The archive comes first where something goes into it, so that it is there before anything is taken away.
  const isArchive = ({ tab }: Step) => tab === ARCHIVE_TAB.title && missing.has(tab) && leftovers.length > 0;
  return {
    findings: [
      ...found.findings,
      ...comparisons.flatMap(({ findings }) => findings),
      ...old.findings,
      ...checkNotedIds(found, places),
    ],
    steps: [
      ...found.steps,
      ...whole.filter((step) => isArchive(step) && !isClosing(step)),
      ...archiveSteps(leftovers, when),
      ...whole.filter((step) => made.has(step.tab) && !isArchive(step) && !isClosing(step)),
      ...patches.flatMap(({ steps }) => steps),
      ...carrying.steps,
      ...old.steps,
      ...whole.filter(isClosing),
    ],
    sheetIds: new Map([...identity.sheets].map(([title, { id }]) => [title, id])),
    names,
    rebuilt,
    units: resolveUnits(found.register, cellText(found.settings.get("custodian"))).length,
    rights: rightSteps(whole),
    made: made.size,
  };
}

/** What each tab is called, or will be: a title that a stranger's sheet has is not taken twice. */
function nameTabs(titles: readonly string[], { sheets }: Identity, facts: WorkbookFacts): ReadonlyMap<string, string> {
  const taken = new Set(facts.sheets.map(({ title }) => title.toLowerCase()));
  const names = new Map<string, string>();
  for (const tab of titles) {
    if (names.has(tab)) continue;
    const there = sheets.get(tab);
    const keeps = there !== undefined && !isArchived(there.title);
    let name = keeps ? there.title : tab;
    for (let count = 2; !keeps && taken.has(name.toLowerCase()); count++) name = `${tab} (${count})`;
    taken.add(name.toLowerCase());
    names.set(tab, name);
  }
  return names;
}

/** A tab as it is; of a table, as it will be once its shape is mended. */
function actualTab(facts: WorkbookFacts, { identity, tables }: FoundContent, title: string): ActualTab | undefined {
  const sheet = identity.sheets.get(title);
  const tab = sheet && facts.tabs.get(sheet.id);
  const table = tables.get(title);
  return tab && table ? { ...tab, values: table.grid, rows: table.rows, columns: table.columns } : tab;
}

type TabComparison = Comparison & {
  readonly title: string;
  readonly rebuild: boolean;
  readonly leftovers: readonly Leftover[];
};

const NOTHING: Comparison = { findings: [], steps: [] };

function compareTab(
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
  const isOff = COMPUTED.has(title) && (headerHasMoved(expected, actual) || formulaHasMoved(actual));
  if (isOff || (isForm && mustRebuild(expected, actual, fixed, depth))) {
    const found = title === TEMPLATE_TITLE ? templateFinding(actual) : movedFinding(actual);
    return { ...outcome, rebuild: true, findings: [found], steps: [] };
  }
  const isDeep = depth === "all";
  const computed = COMPUTED.has(title) ? compareSpill(expected, actual) : { ...NOTHING, leftovers: [] };
  const formulas = isDeep && !COMPUTED.has(title) ? compareFormulas(expected, actual) : NOTHING;
  const looks = isDeep ? boundLooks(expected, actual) : { ...NOTHING, leftovers: [] };
  // What a form asks for is told by a text in it: where that changes, other rows are hidden.
  const isAskedAnew = fixed.steps.some((step) => step.do === "enter" && step.at === ASKED_CELL);
  const asked = isAskedAnew ? [showAll(expected), ...expected.hiding] : [];
  return {
    ...outcome,
    leftovers: [...computed.leftovers, ...looks.leftovers],
    findings: [...(isDeep ? fixed.findings : []), ...formulas.findings, ...looks.findings, ...computed.findings],
    steps: [...fixed.steps, ...asked, ...formulas.steps, ...looks.steps, ...computed.steps],
  };
}

function showAll({ title, rows }: ExpectedTab): Step {
  return { do: "showRows", tab: title, from: 1, count: rows };
}

function missingFinding(title: string): Finding {
  return finding({ tab: title, cell: "" }, "missing-tab", "rebuild", {
    expected: "một tab của sổ",
    found: "tab đã bị xóa",
    action: "Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản",
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
 * A form whose rows or columns have moved is made anew; so are the hamlets' tabs when a hamlet came or went, and the
 * prepared form, which holds nobody's figures, for any reason.
 */
function mustRebuild(expected: ExpectedTab, actual: ActualTab, fixed: Comparison, depth: Depth): boolean {
  const { title } = expected;
  if (hasMoved(expected, actual)) return true;
  if (title === TEMPLATE_TITLE) {
    const others = depth === "all" ? [compareLooks(expected, actual), compareFormulas(expected, actual)] : [];
    return [fixed, ...others].some(({ steps }) => steps.length > 0);
  }
  const keyed = title === HAMLETS_TAB.title ? 1 : title === HAMLET_FORMS_TITLE ? 2 : 0;
  if (fixed.steps.some((step) => step.do === "enter" && touchesKeys(step.at, step.cells.length, keyed))) return true;
  return title === HAMLETS_TAB.title && (hasMoreRows(expected, actual) || asksOtherwise(expected, actual));
}

/** A hamlet that has left still has its row below the others. */
function hasMoreRows({ cells }: ExpectedTab, { values }: ActualTab): boolean {
  return values.some(
    (line, index) => index >= HEADER_ROW && !cells.has(numberOf(index + 1, 1)) && cellText(line[0]) !== "",
  );
}

/** Tells whether so many cells from an address down are keys of data rows, in the first columns. */
function touchesKeys(at: string, rows: number, columns: number): boolean {
  const { row, column } = areaOf(at);
  return column <= columns && row + rows - 1 > HEADER_ROW;
}

/** A hamlet that is asked for other figures has other cells in grey. */
function asksOtherwise({ colours }: ExpectedTab, { backgrounds }: ActualTab): boolean {
  if (backgrounds.length === 0) return false;
  return [...colours].some(([cell, colour]) => {
    const [row, column] = placeOf(cell);
    const found = backgrounds[row - 1]?.[column - 1]?.toLowerCase();
    return row > HEADER_ROW && found !== undefined && isGrey(found) !== isGrey(colour);
  });
}

function isGrey(colour: string): boolean {
  return colour === "#e9e9e9";
}

type WithLeftovers = Comparison & { readonly leftovers: readonly Leftover[] };

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

function leftoverAt(actual: ActualTab, cell: CellNumber, reason: string): readonly Leftover[] {
  const [row, column] = placeOf(cell);
  const value = typedCell(actual.values[row - 1]?.[column - 1]);
  if (value === undefined || (actual.formulas[row - 1]?.[column - 1] ?? "") !== "") return [];
  const unit = cellText(actual.values[0]?.[0]);
  return [{ unit, tab: actual.name, cell: address(row, column), subject: "Ô ngoài biểu", value, reason }];
}

/** A computed tab whose formula is gone or blocked: what stands in its way is taken out, the formula comes back. */
function compareSpill(expected: ExpectedTab, actual: ActualTab): WithLeftovers {
  const first = HEADER_ROW + 1;
  if (!expected.formulas.has(numberOf(first, 1))) return { ...NOTHING, leftovers: [] };
  const formula = actual.formulas[first - 1]?.[0] ?? "";
  const fails = /^#(REF!|SPILL!|NAME\?)/.test(cellText(actual.values[first - 1]?.[0])) || formula.includes("#REF!");
  const isDoubled = actual.formulas.some((line, index) => index !== first - 1 && isSpilling(line));
  if (formula !== "" && !fails && !isDoubled) return { ...NOTHING, leftovers: [] };
  const data = actual.values.slice(first - 1);
  const cells = data.flatMap((line, down) => line.map((_, right) => numberOf(first + down, right + 1)));
  // Without a formula that gives something, all that stands there was typed.
  const isTyped = !isDoubled || fails;
  return {
    findings: [
      finding({ tab: actual.name, cell: address(first, 1) }, "formula", "patch", {
        expected: "công thức của sổ, không có gì chắn chỗ",
        found: formula === "" ? "công thức bị thay bằng giá trị" : "công thức báo lỗi hoặc bị chép thêm",
        action: "Sẽ dọn chỗ và đặt lại công thức",
      }),
    ],
    steps: [
      { do: "clear", tab: expected.title, range: blockAddress(first, 1, actual.rows - first + 1, actual.columns) },
    ],
    leftovers: isTyped ? cells.flatMap((cell) => leftoverAt(actual, cell, "Gõ vào tab tự tính")) : [],
  };
}

/** Tells whether one of the workbook's own spilling formulas stands in a row. */
function isSpilling(formulas: readonly string[]): boolean {
  return formulas.some((formula) => /BDG_|VSTACK/.test(formula));
}

/** Tells whether a computed tab's formula stands in another row than its own, and in none besides. */
function formulaHasMoved({ formulas }: ActualTab): boolean {
  const rows = formulas.flatMap((line, index) => (isSpilling(line) ? [index + 1] : []));
  return rows.length > 0 && !rows.includes(HEADER_ROW + 1);
}

/** Adds what lost its place to the archive, a row each. */
function archiveSteps(leftovers: readonly Leftover[], when: string): readonly Step[] {
  if (leftovers.length === 0) return [];
  const cells = leftovers.map((leftover) => {
    const row: Record<(typeof ARCHIVE_TAB.columns)[number]["key"], string> = {
      when,
      unit: leftover.unit,
      tab: leftover.tab,
      cell: leftover.cell,
      subject: leftover.subject,
      // Everybody can read the archive; the copy that a repair keeps is the coordinator's alone.
      value: maskPersonalData(cellText(leftover.value)),
      reason: leftover.reason,
    };
    return ARCHIVE_TAB.columns.map(({ key }): Cell => (row[key] === "" ? "" : asLiteral(row[key])));
  });
  return [{ do: "append", tab: ARCHIVE_TAB.title, cells }];
}
