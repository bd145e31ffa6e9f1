/** Rows of definitions → the plan. A row that cannot be used is told of at its cell and left out; the rest goes on. */
import { ROLE_NAMES, type Role, readRole } from "../role.ts";
import { foldText, splitList, toPlainDigits } from "../text.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES } from "../unit-type.ts";
import type { DataElement, ElementCode, Indicator, Measure, Plan, PlanYears, Target, TargetCode } from "./plan.ts";
import type { DefinitionColumn, DefinitionRow, DefinitionRows, Definitions } from "./rows.ts";
import { DEFINED_KINDS, type DefinedKind, KIND_NAMES, SIDE_NAMES, YES_NO_NAMES } from "./words.ts";

const SIDES = ["total", "women"] as const;

/** The most events that a target may ask for. */
const MOST_EVENTS = 1000;

const MOST_PERCENT = 100;

/** How a code is written: letters, digits, dots between them; no sign that a list, a key or a formula would read. */
const CODE = /^[\p{L}\p{N}]+(?:[._-][\p{L}\p{N}]+)*$/u;

const CODE_EXPECTED = "mã gồm chữ và số, không có dấu cách, ví dụ CT1";

/** Reads a plan. Of two rows with one code the first counts. */
export function readPlan(rows: DefinitionRows, years: PlanYears): Plan {
  const elements = readElements(rows.elements);
  const steps = readMilestones(rows.milestones, rows.targets);
  const own = new Map<string, DefinitionRow<"indicators">>();
  for (const row of rows.indicators) if (!own.has(row.text("code"))) own.set(row.text("code"), row);
  const targets = readTargets(rows.targets, steps, own);
  const found = new Map<string, Target>(targets.map((target) => [target.code, target]));
  return { elements, targets, indicators: readIndicators(rows.indicators, elements, found), years };
}

function isElementCode(text: string): text is ElementCode {
  return CODE.test(text);
}

function isTargetCode(text: string): text is TargetCode {
  return CODE.test(text);
}

/** Keeps the rows whose code nobody had before them; tells of the others. */
function firstRows<Kind extends Exclude<Definitions, "milestones">>(
  rows: readonly DefinitionRow<Kind>[],
  read: (row: DefinitionRow<Kind>) => string,
  refuse: (row: DefinitionRow<Kind>, expected: string, action: string) => void,
): readonly DefinitionRow<Kind>[] {
  const seen = new Set<string>();
  return rows.filter((row) => {
    const code = read(row);
    if (!CODE.test(code)) {
      refuse(row, CODE_EXPECTED, "Sửa lại mã; dòng này chưa được dùng");
      return false;
    }
    if (!seen.has(code)) return seen.add(code);
    refuse(row, `mỗi mã một dòng; ${code} đã có ở dòng trên`, "Xóa dòng này hoặc đổi mã; nó không được dùng");
    return false;
  });
}

function readElements(rows: readonly DefinitionRow<"elements">[]): ReadonlyMap<string, DataElement> {
  const elements = new Map<string, DataElement>();
  const parts: { readonly row: DefinitionRow<"elements">; readonly element: DataElement }[] = [];
  const first = firstRows(
    rows,
    (row) => row.text("code"),
    (row, expected, action) => row.refuse("code", { expected, action }),
  );
  for (const row of first) {
    const code = row.text("code");
    const types = readWords(row, "types", UNIT_TYPES, UNIT_TYPE_NAMES);
    const [hasTotal, communeOnly, stable, sensitive] = [
      readYesNo(row, "has_total", true),
      readYesNo(row, "commune_only", false),
      readYesNo(row, "stable", false),
      readYesNo(row, "sensitive", false),
    ];
    if (!isElementCode(code) || !types) continue;
    if ([hasTotal, communeOnly, stable, sensitive].includes(undefined)) continue;
    const element: DataElement = {
      code,
      name: row.text("name") || code,
      help: row.text("help"),
      hasTotal: hasTotal === true,
      types,
      communeOnly: communeOnly === true,
      stable: stable === true,
      sensitive: sensitive === true,
      within: undefined,
    };
    elements.set(code, element);
    if (row.text("within") !== "") parts.push({ row, element });
  }
  for (const { row, element } of parts) {
    const whole = elements.get(row.text("within"))?.code;
    if (whole !== undefined && whole !== element.code) elements.set(element.code, { ...element, within: whole });
    else
      row.refuse("within", {
        expected: "mã một số liệu khác",
        action: "Sửa mã; hiện số liệu này không bị so với số nào",
      });
  }
  return elements;
}

/** Reads the steps of each target by year; a step whose target or year is unknown is left out. */
function readMilestones(
  rows: readonly DefinitionRow<"milestones">[],
  targets: readonly DefinitionRow<"targets">[],
): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const known = new Set(targets.map((row) => row.text("code")));
  const steps = new Map<string, Map<number, number>>();
  for (const row of rows) {
    const code = row.text("code");
    if (!known.has(code)) {
      row.refuse("code", { expected: "mã một chỉ tiêu", action: "Sửa mã; mốc này chưa được dùng" });
      continue;
    }
    const year = readWhole(row, "year", 2020, 2100);
    const value = readWhole(row, "value", 0, MOST_EVENTS);
    if (typeof year !== "number" || typeof value !== "number") {
      if (year === null)
        row.refuse("year", { expected: "năm có bốn chữ số", action: "Ghi năm; mốc này chưa được dùng" });
      continue;
    }
    const ofTarget = steps.get(code) ?? new Map<number, number>();
    steps.set(code, ofTarget);
    if (ofTarget.has(year)) {
      row.refuse("year", {
        expected: `mỗi chỉ tiêu một mốc cho năm ${year}`,
        action: "Xóa dòng này; nó không được dùng",
      });
    } else ofTarget.set(year, value);
  }
  return steps;
}

function readTargets(
  rows: readonly DefinitionRow<"targets">[],
  steps: ReadonlyMap<string, ReadonlyMap<number, number>>,
  own: ReadonlyMap<string, DefinitionRow<"indicators">>,
): readonly Target[] {
  const first = firstRows(
    rows,
    (row) => row.text("code"),
    (row, expected, action) => row.refuse("code", { expected, action }),
  );
  return first.flatMap((row): readonly Target[] => {
    const code = row.text("code");
    const indicator = own.get(code);
    const kind = indicator && readWord(DEFINED_KINDS, KIND_NAMES, indicator.text("kind"));
    const most = kind === "events" ? MOST_EVENTS : MOST_PERCENT;
    const threshold = readThreshold(row, kind, indicator, most);
    const dueYear = readWhole(row, "due_year", 2020, 2100);
    const near = readWhole(row, "near", 0, MOST_PERCENT);
    const national2025 = readWhole(row, "national_2025", 0, MOST_PERCENT);
    const national2030 = readWhole(row, "national", 0, MOST_PERCENT);
    if (!isTargetCode(code) || threshold === undefined || dueYear === undefined || near === undefined) return [];
    if (national2025 === undefined || national2030 === undefined) return [];
    return [
      {
        code,
        name: row.text("name") || code,
        threshold,
        unit: row.text("unit"),
        dueYear,
        near,
        milestones: steps.get(code) ?? new Map(),
        national2025: isOfAllUnits(kind, indicator) ? null : national2025,
        national2030: isOfAllUnits(kind, indicator) ? null : national2030,
        source: row.text("source"),
      },
    ];
  });
}

/** Tells whether an indicator counts all units in CT1's scope: no national figure speaks of those (QĐ 2282/QĐ-TTg). */
function isOfAllUnits(kind: DefinedKind | undefined, row: DefinitionRow<"indicators"> | undefined): boolean {
  return kind === "units-led" && row?.text("types") === "" && row.text("roles") === "";
}

/** Reads a threshold. Only a comparison with last year, or with the national figures of a few bodies, does without. */
function readThreshold(
  row: DefinitionRow<"targets">,
  kind: DefinedKind | undefined,
  indicator: DefinitionRow<"indicators"> | undefined,
  most: number,
): number | null | undefined {
  if (kind === "trend") return null;
  const threshold = readWhole(row, "threshold", 0, most);
  const isFree = kind === undefined || (kind === "units-led" && !isOfAllUnits(kind, indicator));
  if (threshold !== null || isFree) return threshold;
  row.refuse("threshold", { expected: `số nguyên từ 0 đến ${most}`, action: UNUSED });
  return undefined;
}

const UNUSED = "Sửa ô này; dòng này chưa được dùng";

/** Reads the indicators, those of one target together, in the order of the targets; its own comes before its parts. */
function readIndicators(
  rows: readonly DefinitionRow<"indicators">[],
  elements: ReadonlyMap<string, DataElement>,
  targets: ReadonlyMap<string, Target>,
): readonly Indicator[] {
  const first = firstRows(
    rows,
    (row) => row.text("code"),
    (row, expected, action) => row.refuse("code", { expected, action }),
  );
  const scopes = new Map(first.map((row) => [row.text("code"), row.text("numerator")]));
  const read = first.flatMap((row): readonly Indicator[] => {
    const code = row.text("code");
    const target = targets.get(row.text("target") || code);
    if (!target) {
      // A target that cannot be used has said so itself.
      if (row.text("target") !== "") {
        row.refuse("target", { expected: "mã một chỉ tiêu dùng được", action: "Sửa mã; dòng này chưa được dùng" });
      }
      return [];
    }
    const measure = readMeasure(row, elements, scopes.get(target.code) ?? "");
    return measure ? [{ code, name: row.text("name") || target.name, target: target.code, measure }] : [];
  });
  return [...targets.values()].flatMap(({ code: target }) => {
    const own = read.filter((indicator) => indicator.target === target);
    return [...own.filter(({ code }) => code === target), ...own.filter(({ code }) => code !== target)];
  });
}

/** Reads a measure. `scope`: the elements of its target's own indicator, which a share without any of its own has too. */
function readMeasure(
  row: DefinitionRow<"indicators">,
  elements: ReadonlyMap<string, DataElement>,
  scope: string,
): Measure | undefined {
  const kind = readWord(DEFINED_KINDS, KIND_NAMES, row.text("kind"));
  const codes = row.text("numerator") || scope;
  switch (kind) {
    case undefined:
      row.refuse("kind", { expected: row.list(KIND_NAMES), action: "Chọn lại; dòng này chưa được dùng" });
      return undefined;
    case "units-led": {
      const element = readOne(row, "numerator", codes, elements);
      const types = readWords(row, "types", UNIT_TYPES, UNIT_TYPE_NAMES);
      const roles = readRoles(row);
      if (!element || !types || !roles) return undefined;
      return {
        kind,
        element: element.code,
        ...(types.length === 0 ? {} : { types }),
        ...(roles.length === 0 ? {} : { roles }),
      };
    }
    case "trend": {
      const counted = readSummed(row, codes, elements);
      return counted && { kind, elements: counted };
    }
    case "share":
    case "share-without": {
      const counted = readSummed(row, codes, elements);
      const without = splitList(row.text("without"));
      if (!counted) return undefined;
      return { kind: "share", elements: counted, ...(kind === "share" && without.length === 0 ? {} : { without }) };
    }
    case "quotient": {
      const numerator = readOne(row, "numerator", codes, elements);
      const denominator = readOne(row, "denominator", row.text("denominator"), elements);
      const of = row.text("side") === "" ? "women" : readWord(SIDES, SIDE_NAMES, row.text("side"));
      if (of === undefined) {
        row.refuse("side", { expected: row.list(SIDE_NAMES), action: "Chọn lại; dòng này chưa được dùng" });
      } else if (of === "total" && denominator?.hasTotal === false) {
        row.refuse("side", {
          expected: `nữ, vì ${denominator.code} không có tổng số`,
          action: "Sửa lại; dòng này chưa được dùng",
        });
        return undefined;
      }
      return numerator && denominator && of
        ? { kind, numerator: numerator.code, denominator: denominator.code, of }
        : undefined;
    }
    case "events":
      return { kind, forms: splitList(row.text("forms")) };
  }
}

function readOne(
  row: DefinitionRow<"indicators">,
  column: "numerator" | "denominator",
  code: string,
  elements: ReadonlyMap<string, DataElement>,
): DataElement | undefined {
  const element = elements.get(code.toUpperCase()) ?? elements.get(code);
  if (!element) row.refuse(column, { expected: "mã một số liệu, ví dụ LD", action: "Sửa mã; dòng này chưa được dùng" });
  return element;
}

/** Reads the elements that a share sums: each of them has a total. */
function readSummed(
  row: DefinitionRow<"indicators">,
  text: string,
  elements: ReadonlyMap<string, DataElement>,
): readonly ElementCode[] | undefined {
  const words = [...new Set(splitList(text.replace(/[\s;,]+/g, "|")))];
  const found = words.map((word) => elements.get(word.toUpperCase()) ?? elements.get(word));
  const wrong = words.filter((_, index) => !found[index]?.hasTotal);
  if (words.length > 0 && wrong.length === 0) {
    const known = new Set(found.map((element) => element?.code));
    return [...elements.values()].flatMap(({ code }) => (known.has(code) ? [code] : []));
  }
  row.refuse("numerator", {
    expected: "mã số liệu có tổng số, cách nhau bằng dấu |, ví dụ CUX|CUA|BCHX|BCHA",
    action: "Sửa lại; dòng này chưa được dùng",
    ...(wrong.length === 0 ? {} : { found: wrong.join("|") }),
  });
  return undefined;
}

function readRoles(row: DefinitionRow<"indicators">): readonly Role[] | undefined {
  const words = splitList(row.text("roles"));
  const roles = words.flatMap((word) => readRole(word) ?? []);
  if (roles.length === words.length) return roles;
  row.refuse("roles", { expected: `vai trò: ${row.list(ROLE_NAMES)}`, action: "Sửa lại; dòng này chưa được dùng" });
  return undefined;
}

function readWords<Kind extends Definitions, Word extends string>(
  row: DefinitionRow<Kind>,
  column: DefinitionColumn<Kind>,
  known: readonly Word[],
  names: Readonly<Record<Word, string>>,
): readonly Word[] | undefined {
  const words = splitList(row.text(column));
  const found = words.flatMap((word) => readWord(known, names, word) ?? []);
  if (found.length === words.length) return found;
  row.refuse(column, {
    expected: `${row.list(names)}, cách nhau bằng dấu |`,
    action: "Sửa lại; dòng này chưa được dùng",
  });
  return undefined;
}

function readYesNo<Kind extends Definitions>(
  row: DefinitionRow<Kind>,
  column: DefinitionColumn<Kind>,
  initial: boolean,
): boolean | undefined {
  const word = row.text(column) === "" ? undefined : readWord(["yes", "no"] as const, YES_NO_NAMES, row.text(column));
  if (row.text(column) === "") return initial;
  if (word === undefined)
    row.refuse(column, { expected: row.list(YES_NO_NAMES), action: "Chọn lại; dòng này chưa được dùng" });
  return word === undefined ? undefined : word === "yes";
}

/** Reads a whole number, or null for a blank; undefined where it is neither, which its row is told. */
function readWhole<Kind extends Definitions>(
  row: DefinitionRow<Kind>,
  column: DefinitionColumn<Kind>,
  least: number,
  most: number,
): number | null | undefined {
  const text = toPlainDigits(row.text(column));
  if (text === "") return null;
  if (/^\d{1,6}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
  row.refuse(column, { expected: `số nguyên từ ${least} đến ${most}`, action: UNUSED });
  return undefined;
}

function readWord<Word extends string>(
  known: readonly Word[],
  names: Readonly<Record<Word, string>>,
  typed: string,
): Word | undefined {
  const folded = foldText(typed);
  return known.find((word) => foldText(word) === folded || foldText(names[word]) === folded);
}
