/** “Kiểm tra và sửa sổ”: the workbook read → what is broken, shown → a copy kept → repaired. */
import { WorkbookFault } from "../../workbook/grid.ts";
import type { WorkbookFacts } from "../../workbook/repair/actual.ts";
import type { Finding } from "../../workbook/repair/finding.ts";
import { isOfDay, isOfLocale } from "../../workbook/repair/locale.ts";
import { planRepair, type RepairPlan } from "../../workbook/repair/plan.ts";
import { applyPlan } from "../apply.ts";
import { openBook } from "../book.ts";
import { requireCoordinator, withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import { setRegion } from "../region.ts";
import type { Repair, RepairPlanRequest, RepairProposal } from "../rpc/setup.ts";
import { type Closeness, surveyWorkbook } from "../survey.ts";
import { isUnchangedSince } from "../unchanged.ts";
import { clearUnfinished } from "../unfinished.ts";
import { findLostLines } from "../workflow/lost-lines.ts";
import { noteLostLog, rebuildLog } from "../workflow/lost-log.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/**
 * Looks for what people broke; changes nothing. At a glance, what a glance finds is looked at closely, and a workbook in
 * which it finds nothing is not.
 */
export function proposeRepair(clock: Clock, { closely }: RepairPlanRequest): RepairProposal {
  const book = openBook();
  requireCoordinator(book);
  const look = (closeness: Closeness) => planRepair(surveyOwn(book, closeness), "all", clock.text(), clock.year());
  const glance = closely ? undefined : look("glance");
  const plan = glance?.findings.length === 0 ? glance : look("all");
  const { findings } = findLostLines(book, clock);
  return {
    findings: [...plan.findings, ...findings],
    rebuilt: [...plan.rebuilt].map((title) => plan.names.get(title) ?? title),
  };
}

/** What one repair uncovers, another may have to repair: a copy is only known for one once its original is whole. */
const MOST_PASSES = 3;

/** Repairs what people broke. Keeps a copy of the workbook before it changes anything. */
export function repairWorkbook(clock: Clock): Repair {
  return withDocumentLock(() => {
    const book = openBook();
    requireCoordinator(book);
    clearUnfinished(book);
    noteLostLog(book);
    let facts = surveyOwn(book, "all");
    let plan = planRepair(facts, "all", clock.text(), clock.year());
    const lost = findLostLines(book, clock);
    const findings = [...plan.findings, ...lost.findings];
    const copy = findings.some(isRepaired) ? copyBook(book, clock) : undefined;
    if (lost.findings.length > 0) {
      // Before anything is rebuilt: what is planned for a form hangs on whether it is approved.
      lost.putBack();
      SpreadsheetApp.flush();
      facts = surveyWorkbook(book, "all");
      plan = planRepair(facts, "all", clock.text(), clock.year());
    }
    // Looked for once: when the locale is set, nothing tells any more which days it may have turned round.
    const days = plan.findings.filter(isOfDay);
    if (plan.findings.some(isOfLocale)) setRegion(book);
    const outcome = { busy: new Set<string>(), refused: new Set<string>(), finished: true };
    for (let pass = 0; pass < MOST_PASSES && outcome.finished && (pass === 0 || needsWork(plan)); pass++) {
      const done = applyPlan(book, plan, { goOn: clock.hasTime, isUnchanged: isUnchangedSince(facts) });
      for (const name of done.busy) outcome.busy.add(name);
      for (const line of done.refused ?? []) outcome.refused.add(line);
      outcome.finished = done.finished;
      SpreadsheetApp.flush();
      facts = surveyWorkbook(book, "all");
      plan = planRepair(facts, "all", clock.text(), clock.year());
    }
    if (outcome.finished) rebuildLog(book, clock);
    return {
      findings,
      left: [...plan.findings, ...days],
      copy: copy?.name ?? "",
      copyUrl: copy?.url ?? "",
      busy: [...outcome.busy],
      refused: [...outcome.refused],
      finished: outcome.finished,
    };
  });
}

/** Reads a workbook that has a tab of ours. Another person's spreadsheet is not made into one. */
function surveyOwn(book: Spreadsheet, closeness: Closeness): WorkbookFacts {
  const facts = surveyWorkbook(book, closeness);
  if (facts.sheets.some(({ is }) => is !== undefined)) return facts;
  throw new WorkbookFault(
    "Không thấy tab nào của Sổ 2282 trong bảng tính này, nên không có gì để sửa; bảng tính giữ nguyên. Hãy kiểm tra đã mở đúng tệp; muốn lập sổ ở đây thì chọn Lập sổ, lập biểu.",
  );
}

function needsWork({ findings }: RepairPlan): boolean {
  return findings.some(isRepaired);
}

function isRepaired({ remedy }: Finding): boolean {
  return remedy !== "look";
}

/** Copies the workbook. The narrow scope may keep the copy's address from the script; its name is ours to give. */
function copyBook(book: Spreadsheet, clock: Clock): { readonly name: string; readonly url: string } {
  const name = `${book.getName()} (trước khi sửa ${clock.text().replace(/[/:]/g, "-")})`;
  const copy = book.copy(name);
  try {
    return { name, url: copy.getUrl() };
  } catch {
    return { name, url: "" };
  }
}
