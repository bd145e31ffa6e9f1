/** Making and extending a workbook: what its own tabs or a folder say it is made of → plan → applied under a lock. */
import { DEFAULT_TASKS } from "../../core/task.ts";
import { withYear } from "../../workbook/folder/commune.ts";
import { readFolderRegister } from "../../workbook/folder/register.ts";
import { withRoomFor } from "../../workbook/folder/room.ts";
import type { FolderTable } from "../../workbook/folder/table.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { isOfDay } from "../../workbook/repair/locale.ts";
import { planRepair } from "../../workbook/repair/plan.ts";
import { readYear, withDataYear } from "../../workbook/settings.ts";
import { planWorkbook, type SetupContent } from "../../workbook/setup/index.ts";
import { type AppliedPlan, type ApplyOutcome, applyPlan } from "../apply.ts";
import { openBook } from "../book.ts";
import { requireCoordinator, withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import { setRegion } from "../region.ts";
import type { SetupRun } from "../rpc/setup.ts";
import { surveyWorkbook } from "../survey.ts";
import { isWorkbook } from "../tabs.ts";
import { isUnchangedSince } from "../unchanged.ts";
import { clearUnfinished } from "../unfinished.ts";
import { noteLostLog, rebuildLog } from "../workflow/lost-log.ts";
import { type ImportOutcome, importInto } from "./import.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** What a set-up from a folder did: units with a place, and what the import into it did. */
export type SetupOutcome = ImportOutcome & { readonly units: number };

/**
 * Brings the open spreadsheet to what its register says: every tab on the first run; then forms for units that are new,
 * adapted to units that changed, put away for units that closed. What was typed stays. Stops between two tabs when the
 * clock says so; the next run goes on there.
 */
export function setUpOpenWorkbook(clock: Clock): SetupRun {
  return withDocumentLock(() => {
    const book = openBook();
    requireCoordinator(book);
    clearUnfinished(book);
    noteLostLog(book);
    const facts = surveyWorkbook(book, "content");
    const plan = planRepair(facts, "content", clock.text(), clock.year());
    const { made, finished, busy, ...others } = apply(book, plan, {
      goOn: clock.hasTime,
      isUnchanged: isUnchangedSince(facts),
    });
    if (finished) rebuildLog(book, clock);
    const look = plan.findings.filter(isOfDay).map(({ message }) => message);
    return {
      units: plan.units,
      made,
      left: finished ? 0 : plan.made - made,
      busy,
      ...others,
      ...(look.length > 0 ? { look } : {}),
    };
  });
}

/** Applies a plan; the empty tab of a new spreadsheet goes away. */
function apply(book: Spreadsheet, plan: AppliedPlan, options: Parameters<typeof applyPlan>[2] = {}): ApplyOutcome {
  setRegion(book);
  const before = book.getSheets();
  const outcome = applyPlan(book, plan, options);
  const [only] = before;
  if (before.length === 1 && only && outcome.made > 0 && only.getLastRow() === 0) book.deleteSheet(only);
  return outcome;
}

/** Makes a workbook of a data folder in an empty spreadsheet, and puts the folder's figures in. */
export function createFromFolder(tables: readonly FolderTable[], year: number | undefined, clock: Clock): SetupOutcome {
  return withDocumentLock(() => {
    const book = openBook();
    if (isWorkbook(book)) {
      throw new WorkbookFault("Cần một bảng tính trống; bảng tính này đã là một sổ. Hãy dùng lệnh nhập số liệu.");
    }
    clearUnfinished(book);
    const folder = readFolderRegister(tables);
    const chosen = year ?? readYear(folder.settings.get("year")) ?? clock.year();
    const dated = new Map(withYear(folder.settings, chosen)).set("today", clock.moment().day);
    const settings = folder.register.length > 0 ? withDataYear(dated, chosen) : dated;
    const content: SetupContent = {
      settings: withRoomFor(tables, settings, folder.register),
      plan: folder.plan,
      tasks: DEFAULT_TASKS,
      register: folder.register,
    };
    apply(book, { steps: planWorkbook(content), sheetIds: new Map(), names: new Map() });
    SpreadsheetApp.flush();
    const { placed, refusals } = importInto(book, tables);
    return { units: folder.register.length, placed, refusals: [...folder.refusals, ...refusals] };
  });
}
