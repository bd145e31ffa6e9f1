/** “Kiểm tra và sửa sổ”: the workbook read → what is broken, shown → a copy kept → mended. */
import type { Finding } from "../workbook/mend/finding.ts";
import { planMending } from "../workbook/mend/plan.ts";
import { applyPlan } from "./apply.ts";
import { openBook } from "./book.ts";
import { alone, requireCoordinator } from "./change.ts";
import type { Clock } from "./clock.ts";
import { surveyWorkbook } from "./survey.ts";
import { isUnchangedSince } from "./unchanged.ts";
import { clearUnfinished } from "./unfinished.ts";

/** What is broken, and how many tabs a repair makes anew. */
export type RepairPlan = { readonly findings: readonly Finding[]; readonly rebuilt: readonly string[] };

/** What a repair did. */
export type RepairOutcome = {
  /** What was broken before. */
  readonly findings: readonly Finding[];
  /** What is broken still: a person must look, or somebody was typing. */
  readonly left: readonly Finding[];
  /** Name of the copy of the whole workbook that was kept; empty: nothing had to be changed. */
  readonly copy: string;
  readonly copyUrl: string;
  readonly busy: readonly string[];
  readonly finished: boolean;
};

/** Looks for what people broke; changes nothing. */
export function planRepair(clock: Clock): RepairPlan {
  const book = openBook();
  requireCoordinator(book);
  const plan = planMending(surveyWorkbook(book, "all"), "all", clock.text(), clock.year());
  return { findings: plan.findings, rebuilt: [...plan.rebuilt].map((title) => plan.names.get(title) ?? title) };
}

/** Mends what people broke. Keeps a copy of the workbook before it changes anything. */
export function repairWorkbook(clock: Clock): RepairOutcome {
  return alone(() => {
    const book = openBook();
    requireCoordinator(book);
    clearUnfinished(book);
    const facts = surveyWorkbook(book, "all");
    const plan = planMending(facts, "all", clock.text(), clock.year());
    const needsWork = plan.findings.some(({ remedy }) => remedy !== "look");
    const name = `${book.getName()} (trước khi sửa ${clock.text().replace(/[/:]/g, "-")})`;
    const copy = needsWork ? book.copy(name) : undefined;
    const { busy, finished } = applyPlan(book, plan, { goOn: clock.hasTime, isUnchanged: isUnchangedSince(facts) });
    SpreadsheetApp.flush();
    const after = planMending(surveyWorkbook(book, "all"), "all", clock.text(), clock.year());
    return {
      findings: plan.findings,
      left: after.findings,
      copy: copy ? name : "",
      copyUrl: copy?.getUrl() ?? "",
      busy,
      finished,
    };
  });
}
