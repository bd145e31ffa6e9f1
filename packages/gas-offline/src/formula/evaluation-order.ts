/**
 * The order of evaluation: each stale formula after all that it reads. Reports formulas that read themselves. Evaluates
 * nothing itself.
 */
import type { Formula, Graph, Precedent } from "./graph.ts";
import { errorValue, type Grid } from "./values.ts";

/** What a formula gives that reads what it fills, directly or through others. */
export const CIRCULAR = errorValue("#REF!", "Circular dependency detected.");

/** How one formula is evaluated. */
export type Evaluation = {
  /** Computes a formula. Undefined: cells that it came upon must be calculated first. */
  readonly compute: (formula: Formula) => Grid | undefined;
  /** Writes a formula's result, and marks those that read what changed. */
  readonly finish: (formula: Formula, rows: Grid) => void;
};

type Visit = {
  readonly formula: Formula;
  /** Whether the one that asked for it surely reads what it fills. */
  readonly certain: boolean;
  precedents: readonly Precedent[];
  next: number;
  isCircular: boolean;
};

/** Evaluates a formula after all that it reads, without recursion: chains may be long. */
export function evaluateWithPrecedents(root: Formula, graph: Graph, { compute, finish }: Evaluation): void {
  const visits: Visit[] = [];
  const open = (formula: Formula, certain: boolean): void => {
    formula.isOpen = true;
    visits.push({ formula, certain, precedents: graph.precedents(formula), next: 0, isCircular: false });
  };
  const close = (): void => {
    const visit = visits.pop();
    if (visit) visit.formula.isOpen = false;
  };
  open(root, true);
  for (let visit = visits.at(-1); visit; visit = visits.at(-1)) {
    const precedent = visit.precedents[visit.next];
    if (precedent) {
      visit.next += 1;
      if (precedent.formula.staleness === "fresh") continue;
      if (!precedent.formula.isOpen) open(precedent.formula, precedent.certain);
      else if (precedent.certain) meetOpen(precedent.formula);
      continue;
    }
    const { formula } = visit;
    if (visit.isCircular) finish(formula, [[CIRCULAR]]);
    else if (formula.staleness === "stale") {
      const rows = compute(formula);
      if (!rows) {
        // INDIRECT led to cells that are stale: see to them, then try again.
        visit.precedents = graph.precedents(formula);
        visit.next = 0;
        continue;
      }
      finish(formula, rows);
    } else graph.setFresh(formula);
    close();
  }

  /** A formula on the way here is asked for again: a circle, unless only a guess led into it. */
  function meetOpen(formula: Formula): void {
    const from = visits.findIndex((visit) => visit.formula === formula);
    const guessed = visits.findIndex((visit, index) => index > from && !visit.certain);
    if (guessed < 0) {
      for (const visit of visits.slice(from)) visit.isCircular = true;
      return;
    }
    // Leave the guess for later. If it fills cells that were already read, their readers are evaluated again.
    while (visits.length > guessed) close();
  }
}
