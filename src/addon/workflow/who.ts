/** The current user, and what they let the add-on do. What they may change, the spreadsheet's own protections say. */
import { foldText } from "../../core/text.ts";
import { UNITS_TAB } from "../../workbook/schema.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { mayEditRegister } from "../change.ts";
import type { Permissions } from "../rpc/desk.ts";
import type { Tabs } from "../tabs.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

const SCOPE = "https://www.googleapis.com/auth/";

/** Returns the mailbox of the current user; empty where Google does not tell, or may not. */
export function readMailbox(): string {
  try {
    return Session.getEffectiveUser().getEmail();
  } catch {
    return "";
  }
}

/** Tells whether the current user is a coordinator: one who may edit the register. */
export function isCoordinator({ need }: Tabs): boolean {
  return mayEditRegister(need(UNITS_TAB.title));
}

/** Finds the units of a mailbox; where there are none, the one whose tab is open. */
export function findOwnUnits(book: Spreadsheet, mailbox: string, { units, sheetIds }: Board): readonly BoardUnit[] {
  const own = units.filter(({ unit }) => unit.mailboxes.some((typed) => foldText(typed) === foldText(mailbox)));
  if (own.length > 0 && mailbox !== "") return own;
  const open = book.getActiveSheet().getSheetId();
  // Several hamlets share a tab, which so tells of none of them.
  return units.filter(({ place }) => place?.hamletRow === undefined && sheetIds.get(place?.tab ?? "") === open);
}

/** Reads which of the add-on's features the user has agreed to. */
export function readPermissions(): Permissions {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  const granted = new Set(info.getAuthorizedScopes() ?? []);
  const has = (name: string) => granted.has(`${SCOPE}${name}`);
  const [mail, triggers, drive] = [has("script.send_mail"), has("script.scriptapp"), has("drive.file")];
  return { mail, triggers, drive, url: mail && triggers && drive ? "" : (info.getAuthorizationUrl() ?? "") };
}
