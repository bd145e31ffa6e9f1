/** Where the spreadsheet counts its days, and how it reads what is typed. */
import { LOCALE } from "../workbook/repair/locale.ts";

/** Dates are read and written as days in Vietnam, so the spreadsheet must count its days there. */
const TIME_ZONE = "Asia/Ho_Chi_Minh";

/** Lets the spreadsheet count its days in Vietnam and read typing as there, whatever the language of its owner's account. */
export function setRegion(book: GoogleAppsScript.Spreadsheet.Spreadsheet): void {
  book.setSpreadsheetTimeZone(TIME_ZONE);
  book.setSpreadsheetLocale(LOCALE);
}
