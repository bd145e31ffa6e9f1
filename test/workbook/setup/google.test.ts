/** What Google Sheets would refuse or read differently, sought in whole plans. */
import { describe, expect, it } from "vitest";
import type { RegisteredUnit } from "../../../src/core/unit.ts";
import type { Highlight, Rule, SetupPlan } from "../../../src/workbook/plan.ts";
import { planWorkbook } from "../../../src/workbook/setup/index.ts";
import { content, SMALL_COMMUNE, unit } from "../workbook.ts";

const many = Array.from({ length: 25 }, (_, index) =>
  unit(`AP${index}`, "ap", index % 3 === 0 ? { listed: ["CUA", "LD"] } : {}),
);

const COMMUNES: readonly (readonly [string, readonly RegisteredUnit[]])[] = [
  ["nobody", []],
  ["offices only", [unit("VHXH", "co_quan"), unit("O'Neil", "co_quan")]],
  ["a small commune", SMALL_COMMUNE],
  ["25 hamlets", [...many, unit("VHXH", "co_quan"), unit("AP99", "ap", { listed: ["CUX"] })]],
  ["odd codes", ["Dữ liệu", "a/b", "A-B", "lhpn", "LHPN", "x".repeat(60), "=1"].map((code) => unit(code, "co_quan"))],
];

const ALLOWED = new Set(
  "AND OR NOT IF IFERROR ISNUMBER INT LEN LEFT YEAR TODAY LET VSTACK HSTACK SEQUENCE CHOOSECOLS FILTER INDEX SUM COUNTIF COUNTIFS SUMIFS HYPERLINK SUBSTITUTE ROW ROWS COLUMN COLUMNS BDG_BANGDIEM BDG_KIEMTRA".split(
    " ",
  ),
);

function highlightsOf(plan: SetupPlan): readonly Highlight[] {
  return plan.flatMap((step) => (step.do === "highlights" ? step.highlights : []));
}

function rulesOf(plan: SetupPlan): readonly Rule[] {
  return plan.flatMap((step) => (step.do === "rule" ? [step.rule] : []));
}

function formulasOf(plan: SetupPlan): readonly string[] {
  return [
    ...plan.flatMap((step) => (step.do === "formula" ? [step.formula] : [])),
    ...plan.flatMap((step) => (step.do === "formulas" ? step.formulas.flat().filter((formula) => formula !== "") : [])),
    ...highlightsOf(plan).map(({ formula }) => formula),
    ...rulesOf(plan).flatMap((rule) => (rule.kind === "formula" ? [rule.formula] : [])),
  ];
}

/** A formula without its texts and its tabs' titles. */
function bare(formula: string): string {
  return formula.replace(/"[^"]*"/g, '""').replace(/'(?:[^']|'')*'!/g, "");
}

/** A1 range → first row, first column, last row, last column. */
function edges(range: string): readonly [number, number, number, number] {
  const [first = "", last = first] = range.split(":");
  const cell = (address: string): readonly [number, number] => {
    const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    return [Number(row), [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)];
  };
  return [...cell(first), ...cell(last)];
}

type Touch = { readonly tab: string; readonly range: string };

/** Every range that a plan's steps name. */
function rangesOf(plan: SetupPlan): readonly Touch[] {
  return plan.flatMap((step): readonly Touch[] => {
    const named = (ranges: readonly string[]) => ranges.map((range) => ({ tab: step.tab, range }));
    switch (step.do) {
      case "look":
      case "merge":
        return named(step.ranges);
      case "rule":
        return named([step.range]);
      case "formula":
      case "formulas":
      case "notes":
      case "write":
        return named([step.at]);
      case "highlights":
        return named(step.highlights.flatMap(({ ranges }) => ranges));
      case "protect":
        return named(step.open);
      default:
        return [];
    }
  });
}

describe.each(COMMUNES)("a plan for %s", (_, register) => {
  const plan = planWorkbook(content(register));
  const sizes = new Map<string, readonly [number, number]>();
  for (const step of plan) {
    if (step.do === "insert") sizes.set(step.tab, [step.rows, step.columns]);
    if (step.do === "copy") sizes.set(step.tab, sizes.get(step.from) ?? [0, 0]);
  }

  it("uses only functions that Google and the offline host do alike", () => {
    const used = formulasOf(plan).flatMap((formula) => bare(formula).match(/[A-Z][A-Z_.]*(?=\()/g) ?? []);
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((name) => !ALLOWED.has(name))).toEqual([]);
  });

  it("separates with ; and writes neither arrays nor decimals, which depend on the locale", () => {
    const formulas = formulasOf(plan).map(bare);
    expect(formulas.filter((formula) => /[{},\\]|\d\.\d/.test(formula) || !formula.startsWith("="))).toEqual([]);
  });

  it("calls no function of the add-on where Google allows none: in rules and highlights", () => {
    const own = [...highlightsOf(plan), ...rulesOf(plan)].filter(
      (given) => "formula" in given && /BDG_/.test(given.formula),
    );
    expect(own).toEqual([]);
  });

  it("decides colours by whole numbers: no rate, no division", () => {
    expect(highlightsOf(plan).filter(({ formula }) => /[/%]|ROUND/.test(bare(formula)))).toEqual([]);
  });

  it("gives every highlight a range", () => {
    expect(highlightsOf(plan).filter(({ ranges }) => ranges.length === 0)).toEqual([]);
  });

  it("gives tabs titles that are valid and differ whatever the case", () => {
    const titles = [...sizes.keys()];
    expect(titles.filter((title) => title.length > 31 || /[[\]*?/\\:]/.test(title))).toEqual([]);
    expect(new Set(titles.map((title) => title.toLowerCase())).size).toBe(titles.length);
    expect(plan.filter((step) => step.do === "insert" || step.do === "copy")).toHaveLength(titles.length);
  });

  it("stays inside each sheet's size", () => {
    const outside = rangesOf(plan).filter(({ tab, range }) => {
      const [rows, columns] = sizes.get(tab) ?? [0, 0];
      const [top, left, bottom, right] = edges(range);
      return !(top >= 1 && left >= 1 && top <= bottom && left <= right && bottom <= rows && right <= columns);
    });
    expect(outside).toEqual([]);
    const written = plan.flatMap((step) => (step.do === "write" ? [step] : []));
    for (const { tab, at, cells } of written) {
      const [rows, columns] = sizes.get(tab) ?? [0, 0];
      const [row, column] = edges(at);
      expect(row + cells.length - 1).toBeLessThanOrEqual(rows);
      for (const line of cells) {
        expect(line).toHaveLength(cells[0]?.length ?? 0);
        expect(column + line.length - 1).toBeLessThanOrEqual(columns);
      }
    }
  });

  it("puts no formula into cells of plain text, where it would stay text", () => {
    const isPlain = new Set<string>();
    for (const step of plan) {
      if (step.do !== "look" || step.look.numberFormat === undefined) continue;
      for (const range of step.ranges) {
        const [top, left, bottom, right] = edges(range);
        for (let row = top; row <= bottom; row++) {
          for (let column = left; column <= right; column++) {
            const cell = `${step.tab} ${row} ${column}`;
            if (step.look.numberFormat === "@") isPlain.add(cell);
            else isPlain.delete(cell);
          }
        }
      }
    }
    const targets = plan.flatMap((step): readonly string[] => {
      if (step.do === "formula") return [`${step.tab} ${edges(step.at).slice(0, 2).join(" ")}`];
      if (step.do === "formulas") {
        const [row, column] = edges(step.at);
        return step.formulas.map((_line, index) => `${step.tab} ${row + index} ${column}`);
      }
      // The links of the register stand two columns beside the tabs' titles.
      if (step.do === "register") return step.rows.map(({ row }) => `${step.tab} ${row} ${step.column + 2}`);
      return [];
    });
    expect(targets.length).toBeGreaterThan(1);
    expect(targets.filter((cell) => isPlain.has(cell))).toEqual([]);
    expect(isPlain.size).toBeGreaterThan(0);
  });
});
