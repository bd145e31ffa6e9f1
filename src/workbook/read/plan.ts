/**
 * The tabs that hold the plan's definitions → the plan. A row that cannot be used is told of at its cell and left out; a
 * workbook without such tabs and columns goes by KH 131.
 */
import { KH_131_YEARS, kh131, kh131Rows } from "../../core/plan/kh-131.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import type {
  DefinitionColumn,
  DefinitionFault,
  DefinitionRow,
  DefinitionRows,
  Definitions,
} from "../../core/plan/rows.ts";
import { KIND_NAMES } from "../../core/plan/words.ts";
import { splitList } from "../../core/text.ts";
import { targetRows } from "../definition-rows.ts";
import { cellText, type Grid } from "../grid.ts";
import { ELEMENTS_TAB, HEADER_ROW, MILESTONES_TAB, TARGETS_TAB, type TableTab } from "../schema.ts";
import { findColumns, readTable, type TableRow } from "../table.ts";
import { readUnitType } from "./register.ts";

/** The tabs of the definitions, each from its header row on; those that are not there are empty. */
export type PlanGrids = { readonly targets: Grid; readonly elements: Grid; readonly milestones: Grid };

/** A fault of a definition, at its cell. */
export type PlacedFault = DefinitionFault & {
  readonly tab: string;
  readonly cell: string;
  /** The title of its column. */
  readonly subject: string;
  /** What stands there. */
  readonly typed: string;
  readonly column: string;
};

type TargetKey = (typeof TARGETS_TAB.columns)[number]["key"];
type TargetRow = TableRow<TargetKey>;

/** The years that `Chỉ tiêu` of an older workbook has a milestone's column for. */
const MILESTONE_YEARS = [2026, 2027, 2028, 2029, 2030] as const;

type Tell = (fault: PlacedFault) => void;

/** Reads the plan. `isBase`: rows of KH 131 that are not there are missed; `tell`: takes each fault. */
export function readPlanTabs(grids: PlanGrids, isBase = true, tell: Tell = () => {}): Plan {
  const elements = tableRows<"elements", ElementKey>(ELEMENTS_TAB, grids.elements, ELEMENT_KEYS, tell);
  const { targets, indicators, milestones } = readTargetRows(grids.targets, isBase, tell);
  return readPlan(
    {
      elements: elements.length > 0 ? elements : kh131Rows().elements,
      targets,
      indicators,
      milestones: [
        ...tableRows<"milestones", MilestoneKey>(MILESTONES_TAB, grids.milestones, MILESTONE_KEYS, tell),
        ...milestones,
      ],
    },
    KH_131_YEARS,
  );
}

const UNUSED = "Xóa dòng này; nó không được dùng";

type ElementKey = (typeof ELEMENTS_TAB.columns)[number]["key"];
type MilestoneKey = (typeof MILESTONES_TAB.columns)[number]["key"];

const ELEMENT_KEYS: Readonly<Record<DefinitionColumn<"elements">, ElementKey>> = {
  code: "code",
  name: "name",
  help: "help",
  has_total: "hasTotal",
  types: "types",
  commune_only: "communeOnly",
  stable: "stable",
  sensitive: "sensitive",
  within: "within",
};

const MILESTONE_KEYS: Readonly<Record<DefinitionColumn<"milestones">, MilestoneKey>> = {
  code: "code",
  year: "year",
  value: "value",
};

function tableRows<Kind extends Definitions, Key extends string>(
  tab: TableTab<Key>,
  grid: Grid,
  keys: Readonly<Record<DefinitionColumn<Kind>, Key>>,
  tell: Tell,
): readonly DefinitionRow<Kind>[] {
  if (grid.length === 0) return [];
  return readTable(tab, grid).map((row) => ({
    text: (column) => row.text(keys[column]),
    refuse: (column, fault) => tell(placeFault(tab, row, keys[column], fault)),
    list: listNames,
  }));
}

function listNames(words: Readonly<Record<string, string>>): string {
  return Object.values(words).join(", ");
}

function placeFault<Key extends string>(
  tab: TableTab<Key>,
  row: TableRow<Key>,
  key: Key,
  fault: DefinitionFault,
): PlacedFault {
  const subject = tab.columns.find((column) => column.key === key)?.title ?? key;
  return { ...fault, tab: tab.title, cell: row.at(key), subject, typed: row.text(key), column: key };
}

const EXCEPT = /\s+trừ\s+/i;

/** Reads the words of a scope after “trừ”: codes of units, or roles. */
export function readExcluded(scope: string): readonly string[] {
  const [, ...excluded] = ` ${scope}`.split(EXCEPT);
  return splitList(excluded.join("|"));
}

function readCounted(scope: string): string {
  return ` ${scope}`.split(EXCEPT)[0]?.trim() ?? "";
}

/** A row of `Chỉ tiêu`, with what KH 131 says where it says nothing. */
type TargetSource = {
  readonly text: (key: TargetKey) => string;
  readonly tell: (key: TargetKey, fault: DefinitionFault) => void;
};

/** The columns that say how an indicator is measured: a row of KH 131 without a way of its own has KH 131's. */
const MEASURING: readonly TargetKey[] = ["kind", "denominator", "side", "units", "forms", "target", "short"];

let kh131Texts: ReadonlyMap<string, (key: TargetKey) => string> | undefined;

/** Returns KH 131's rows of the tab by code. */
function originals(): ReadonlyMap<string, (key: TargetKey) => string> {
  kh131Texts ??= new Map(
    targetRows(kh131()).map((cells) => [
      cellText(cells[0]),
      (key) => cellText(cells[TARGETS_TAB.columns.findIndex((column) => column.key === key)]),
    ]),
  );
  return kh131Texts;
}

/**
 * Gathers the rows of `Chỉ tiêu` by code. A tab from before the columns of measuring has KH 131's parts besides, and QG1.
 * `isBase`: each row of KH 131 that is not there is told of.
 */
function gatherTargets(grid: Grid, isBase: boolean, tell: Tell): ReadonlyMap<string, TargetSource> {
  const isOld = !findColumns(TARGETS_TAB, grid).has("kind");
  const sources = new Map<string, TargetSource>();
  for (const row of readTable(TARGETS_TAB, grid)) {
    const code = row.text("code");
    const refuse = (key: TargetKey, fault: DefinitionFault) => tell(placeFault(TARGETS_TAB, row, key, fault));
    if (sources.has(code)) refuse("code", { expected: "mỗi mã một dòng", action: UNUSED });
    else sources.set(code, { text: withOriginal(row, originals().get(code)), tell: refuse });
  }
  for (const [code, text] of originals()) {
    if (sources.has(code)) continue;
    const target = text("target");
    // Its target's row, if that is there, tells of a fault.
    if (isOld && (target === "" ? code === NATIONAL : sources.has(target))) sources.set(code, { text, tell: () => {} });
    else if (isBase) {
      tell({
        tab: TARGETS_TAB.title,
        cell: HEADER_CELL,
        subject: "Mã",
        typed: "",
        column: "code",
        expected: `một dòng có mã ${code}`,
        found: "không thấy",
        action: "Ghi lại dòng này, hoặc chọn Kiểm tra và sửa sổ; chỉ tiêu này chưa được tính",
      });
    }
  }
  return sources;
}

/** A workbook from before this target counts it as the plan has it. */
const NATIONAL = "QG1";

const HEADER_CELL = `A${HEADER_ROW}`;

function withOriginal(row: TargetRow, original: TargetSource["text"] | undefined): TargetSource["text"] {
  if (!original) return row.text;
  const isAsOriginal = row.text("kind") === "";
  const isShare = original("kind") === KIND_NAMES.share || original("kind") === KIND_NAMES["share-without"];
  return (key) => {
    if (key === "name") return row.text("name") || original("name");
    // A target of KH 131 without a threshold is compared with last year, whatever stands there.
    if (key === "threshold" && original("threshold") === "") return "";
    if (isAsOriginal && (MEASURING.includes(key) || (key === "scope" && !isShare))) return original(key);
    return row.text(key);
  };
}

/** Tells targets and indicators of `Chỉ tiêu` apart: a row may be both. */
function readTargetRows(grid: Grid, isBase: boolean, tell: Tell): Omit<DefinitionRows, "elements"> {
  const sources = gatherTargets(grid, isBase, tell);
  const targets: DefinitionRow<"targets">[] = [];
  const indicators: DefinitionRow<"indicators">[] = [];
  const milestones: DefinitionRow<"milestones">[] = [];
  const withParts = new Set([...sources.values()].map(({ text }) => text("target")));
  for (const [code, source] of sources) {
    const { text, tell: refuse } = source;
    const of = text("target");
    const isPart = of !== "" && of !== code;
    if (text("kind") === "" && !withParts.has(code)) {
      refuse("code", { expected: "mã của một chỉ tiêu có cách đo", action: UNUSED });
      continue;
    }
    if (!isPart) {
      targets.push({
        text: (column) => text(TARGET_KEYS[column]),
        refuse: (column, fault) => refuse(TARGET_KEYS[column], fault),
        list: listNames,
      });
      milestones.push(...readSteps(source));
    }
    if (text("kind") !== "") indicators.push(indicatorRow(source, isPart ? sources.get(of) : undefined));
  }
  return { targets, indicators, milestones };
}

const TARGET_KEYS: Readonly<Record<DefinitionColumn<"targets">, TargetKey>> = {
  code: "code",
  name: "name",
  threshold: "threshold",
  unit: "measure",
  due_year: "dueYear",
  near: "near",
  national_2025: "national2025",
  national: "national2030",
  source: "source",
};

const INDICATOR_KEYS: Readonly<Record<DefinitionColumn<"indicators">, TargetKey>> = {
  code: "code",
  target: "target",
  name: "name",
  kind: "kind",
  numerator: "scope",
  denominator: "denominator",
  side: "side",
  types: "units",
  roles: "units",
  without: "scope",
  forms: "forms",
};

/** Makes the definition of an indicator. `target`: the row of the target that it is a part of. */
function indicatorRow({ text, tell }: TargetSource, target: TargetSource | undefined): DefinitionRow<"indicators"> {
  const isOwn = target === undefined;
  const isInherited = !isOwn && text("scope") === "";
  const scope = isInherited ? target.text("scope") : text("scope");
  const units = splitList(text("units"));
  const types = units.filter((word) => readUnitType(word) !== undefined);
  return {
    text: (column) => {
      switch (column) {
        case "name":
          return text("short") || text("name");
        case "numerator":
          return readCounted(scope);
        case "without":
          return isOwn || (isInherited && text("kind") === KIND_NAMES.share) ? "" : readExcluded(scope).join("|");
        case "types":
          return types.join("|");
        case "roles":
          return units.filter((word) => !types.includes(word)).join("|");
        default:
          return text(INDICATOR_KEYS[column]);
      }
    },
    refuse: (column, fault) => tell(INDICATOR_KEYS[column], fault),
    list: listNames,
  };
}

/** Reads the steps that stand beside their target. */
function readSteps({ text, tell }: TargetSource): readonly DefinitionRow<"milestones">[] {
  return MILESTONE_YEARS.filter((year) => text(`m${year}`) !== "").map((year) => ({
    text: (column) => (column === "code" ? text("code") : column === "year" ? String(year) : text(`m${year}`)),
    refuse: (_, fault) => tell(`m${year}`, fault),
    list: listNames,
  }));
}
