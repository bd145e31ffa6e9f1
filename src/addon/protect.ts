/** Sets protections: a tab's for the coordinator, a block's for its unit. Whom to shut out is read once, not each time. */
import { mailboxKey } from "../core/privacy/mailbox.ts";
import { NOT_LET_IN_REMEDY } from "../core/workflow/words.ts";
import { WorkbookFault } from "../workbook/grid.ts";
import type { PlanStep } from "../workbook/plan.ts";
import { thrownMessage } from "./thrown.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** A protection that was made, and the mailboxes that Google refused to let in. */
export type Protected = { readonly protection: Protection; readonly refused: readonly string[] };

/** Applies the steps of a plan that give rights. */
export type Protector = (sheet: Sheet, step: Extract<PlanStep, { do: "protect" | "guard" }>) => Protected;

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
    try {
      const protection = (step.do === "protect" ? sheet : sheet.getRange(step.range)).protect();
      protection.setDescription(step.label);
      if (step.do === "protect" && step.open.length > 0) {
        protection.setUnprotectedRanges(sheet.getRangeList([...step.open]).getRanges());
      }
      audience ??= readAudience(book, protection);
      leaveToCoordinator(protection, audience);
      return { protection, refused: step.do === "guard" ? letIn(book, protection, step.mailboxes) : [] };
    } catch (cause) {
      throw new WorkbookFault(
        `Chưa đặt được quyền sửa ở tab ${sheet.getName()} (${step.label}) nên việc này dừng ở đây; phần đã làm được giữ nguyên. ${cause instanceof WorkbookFault ? cause.message : `Google báo: ${thrownMessage(cause)}. Hãy đợi một phút rồi làm lại.`}`,
      );
    }
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

/**
 * Lets mailboxes in, one by one, and reads the protection back. Returns those that Google refuses, which keep nobody else
 * out. Throws for any other fault, and where a mailbox that Google took is not among the editors.
 */
export function letIn(book: Spreadsheet, protection: Protection, mailboxes: readonly string[]): readonly string[] {
  const refused = new Set(mailboxes.filter((mailbox) => !isTaken(protection, mailbox)));
  const taken = mailboxes.filter((mailbox) => !refused.has(mailbox));
  if (taken.length === 0) return [...refused];
  const present = new Set(readEditors(protection).map(mailboxKey));
  const absent = taken.filter((mailbox) => !present.has(mailboxKey(mailbox)));
  // The owner may always edit, be they listed or not.
  const shutOut = absent.length === 0 ? [] : absent.filter((mailbox) => mailboxKey(mailbox) !== ownerKey(book));
  if (shutOut.length === 0) return [...refused];
  throw new WorkbookFault(
    `Cần ${shutOut.join(", ")} sửa được ô nhập của mình; xem lại thì Google chưa cho. Hãy đợi một phút rồi làm lại.`,
  );
}

function isTaken(protection: Protection, mailbox: string): boolean {
  try {
    protection.addEditor(mailbox);
    return true;
  } catch (thrown) {
    if (isRefusal(thrownMessage(thrown), mailbox)) return false;
    throw thrown;
  }
}

const REFUSAL =
  /invalid|not valid|no (?:google )?account|not have a google account|not found|không hợp lệ|không có tài khoản|không tồn tại|không tìm thấy/i;
const OTHER_FAULT =
  /permission|not allowed|authori[sz]|protected|too many|simultaneous|again|timed? ?out|execution time|server|service|quyền|thử lại|máy chủ|dịch vụ|quá nhiều/i;

/** Tells whether Google means the mailbox itself: what it says of a busy service or of a missing right is another fault. */
function isRefusal(words: string, mailbox: string): boolean {
  const said = words.split(mailbox).join("");
  return !OTHER_FAULT.test(said) && (said !== words || REFUSAL.test(said));
}

/** Reads the mailboxes that a protection lets in. */
export function readEditors(protection: Protection): readonly string[] {
  return protection.getEditors().map((user) => user.getEmail());
}

function ownerKey(book: Spreadsheet): string {
  return mailboxKey(book.getOwner()?.getEmail() ?? "");
}

/** Says of a place that was guarded which mailboxes Google refused there; empty if it took all. */
export function listRefused(label: string, refused: readonly string[]): readonly string[] {
  return refused.length === 0 ? [] : [`${label}: ${refused.join(", ")}`];
}

/** Says to the coordinator which mailboxes of a unit Google refused, and what to do. */
export function sayNotLetIn(refused: readonly string[]): string {
  return `Google không nhận hộp thư ${refused.join(", ")} nên hộp thư này chưa sửa được ô nhập. ${NOT_LET_IN_REMEDY}`;
}
