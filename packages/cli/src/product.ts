/** What the offline host and the page need to know of Sổ 2282. */
import { newWorkbook as newWorkbookOf, type WorkbookModel } from "gas-offline";
import type { PageProduct } from "sheet-page";

/** The coordinator's mailbox in a workbook that has no owner yet. */
export const LOCAL_OWNER = "nguoi-tong-hop@so2282.example";

/** Makes an empty spreadsheet that the coordinator owns. */
export function newWorkbook(name: string): WorkbookModel {
  return newWorkbookOf(name, LOCAL_OWNER);
}

/** What the page says of the program. */
export const PAGE_PRODUCT: PageProduct = {
  title: "Sổ 2282",
  program: "so2282",
  onFault(error) {
    if (process.env["SO2282_DEBUG"]) console.error(error);
  },
};
