/** What the offline host needs to know of Sổ 2282. */
import { newWorkbook as newWorkbookOf, type WorkbookModel } from "gas-offline";

/** The coordinator's mailbox in a workbook that has no owner yet. */
export const LOCAL_OWNER = "nguoi-tong-hop@so2282.example";

/** Makes an empty spreadsheet that the coordinator owns. */
export function newWorkbook(name: string): WorkbookModel {
  return newWorkbookOf(name, LOCAL_OWNER);
}
