/** Annex II: figures by unit. Never the quy hoạch or training figures, which belong to the commune as a whole. */
import type { OrgUnit } from "../../core/unit.ts";
import { COMPLETENESS_WORDS, type Facts, INVALID, MISSING, NOTHING } from "../facts.ts";
import { showCount } from "../vietnamese.ts";

/** The columns and their tags: all elements that are not `communeOnly` (a test holds the two together). */
const COLUMNS = {
  ld: "LD",
  cux: "CUX",
  cua: "CUA",
  bchx: "BCHX",
  bcha: "BCHA",
  thg: "THG",
  cns: "CNS",
  mtq: "MTQ",
} as const;

/** The elements that Annex II shows, in the order of its columns. */
export const UNIT_FIGURE_ELEMENTS: readonly string[] = Object.values(COLUMNS);

/** Each figure as `total/women`. */
type FigureTexts = Readonly<Record<keyof typeof COLUMNS, string>>;

export type UnitFigureRow = FigureTexts & {
  readonly stt: string;
  readonly don_vi: string;
  readonly tinh_trang: string;
};

/** Fills Annex II: a row per unit, in the order of the register. */
export function tabulateUnits(facts: Facts): readonly UnitFigureRow[] {
  return facts.commune.units.map((unit, index) => ({
    stt: String(index + 1),
    don_vi: unit.name,
    ...eachColumn((element) => figureOf(unit, element, facts)),
    tinh_trang: COMPLETENESS_WORDS[facts.completeness.get(unit.code) ?? "complete"],
  }));
}

/** Fills the annex's last row: the sums of the valid figures. */
export function sumUnits(facts: Facts): FigureTexts {
  return eachColumn((element) => {
    const figures = [...(facts.valid.get(element)?.values() ?? [])];
    if (figures.length === 0) return NOTHING;
    const total = figures.reduce((sum, value) => sum + value.total, 0);
    const women = figures.reduce((sum, value) => sum + value.women, 0);
    return `${showCount(total)}/${showCount(women)}`;
  });
}

function eachColumn(show: (element: string) => string): FigureTexts {
  return {
    ld: show(COLUMNS.ld),
    cux: show(COLUMNS.cux),
    cua: show(COLUMNS.cua),
    bchx: show(COLUMNS.bchx),
    bcha: show(COLUMNS.bcha),
    thg: show(COLUMNS.thg),
    cns: show(COLUMNS.cns),
    mtq: show(COLUMNS.mtq),
  };
}

function figureOf(unit: OrgUnit, column: string, facts: Facts): string {
  const element = facts.commune.plan.elements.get(column)?.code;
  if (!element || !unit.elements.includes(element)) return NOTHING;
  const figures = facts.valid.get(element)?.get(unit.code);
  if (figures) return `${showCount(figures.total)}/${showCount(figures.women)}`;
  return facts.standingOf(unit, element) === "invalid" ? INVALID : MISSING;
}
