/** Sets protections: a tab's for the coordinator, a block's for its unit. Whom to shut out is read once, not each time. */
import type { Step } from "../workbook/plan.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Applies the steps of a plan that give rights. */
export type Protector = (sheet: Sheet, step: Extract<Step, { do: "protect" | "guard" }>) => void;

type Audience = {
  readonly me: GoogleAppsScript.Base.User;
  readonly editors: GoogleAppsScript.Base.User[];
  /** Whether the whole domain may edit what is newly protected: the same for all of a spreadsheet. */
  readonly domain: boolean;
};

/** Makes a protector for a spreadsheet. It reads who may edit the spreadsheet at its first step. */
export function createProtector(book: Spreadsheet): Protector {
  let audience: Audience | undefined;
  return (sheet, step) => {
    const protection = (step.do === "protect" ? sheet : sheet.getRange(step.range)).protect();
    protection.setDescription(step.label);
    if (step.do === "protect" && step.open.length > 0) {
      protection.setUnprotectedRanges(sheet.getRangeList([...step.open]).getRanges());
    }
    audience ??= readAudience(book, protection);
    leaveToCoordinator(protection, audience);
    if (step.do === "guard") letIn(protection, step);
  };
}

function readAudience(book: Spreadsheet, protection: Protection): Audience {
  return { me: Session.getEffectiveUser(), editors: book.getEditors(), domain: protection.canDomainEdit() };
}

/**
 * Removes everyone but the coordinator, explicitly: a new protection keeps all editors of the spreadsheet, and those of
 * the domain. Whoever runs this is let in first, or a membership in a group could shut them out themselves.
 */
function leaveToCoordinator(protection: Protection, { me, editors, domain }: Audience): void {
  protection.addEditor(me);
  protection.removeEditors(editors);
  if (domain) protection.setDomainEdit(false);
}

function letIn(protection: Protection, step: Extract<Step, { do: "guard" }>): void {
  if (step.mailboxes.length === 0) return;
  try {
    protection.addEditors([...step.mailboxes]);
  } catch (thrown) {
    // One mailbox that Google does not know must not stop the set-up of the others; “Ai sửa được gì” names it.
    console.warn(`${step.label}: ${String(thrown)}`);
  }
}
