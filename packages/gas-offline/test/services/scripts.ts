/** Small scripts and spreadsheets for the tests of the emulated services. */
import { Script } from "node:vm";
import { newWorkbook, type OpenWorkbook, openWorkbook } from "../../src/open.ts";
import type { Bundle } from "../../src/project.ts";
import { newSpreadsheetApp } from "../../src/services/spreadsheet.ts";

export { messageOf } from "../thrown.ts";

export const OWNER = "owner@xa.example";
export const UNIT = "unit@xa.example";

export const SCOPES: readonly string[] = [
  "https://www.googleapis.com/auth/spreadsheets.currentonly",
  "https://www.googleapis.com/auth/drive.file",
  "https://www.googleapis.com/auth/script.container.ui",
  "https://www.googleapis.com/auth/userinfo.email",
];

/** Makes a bundle of a script's source. */
export function bundleOf(
  code: string,
  scopes: readonly string[] = SCOPES,
  pages: ReadonlyMap<string, string> = new Map([["bang", "<p>Bảng</p>"]]),
): Bundle {
  return { code: [new Script(code)], scopes: new Set(scopes), pages };
}

/** Opens an empty spreadsheet, which one unit may edit besides its owner, with a script. */
export function openScript(code: string, scopes?: readonly string[]): OpenWorkbook {
  const workbook = { ...newWorkbook("Sổ thử"), owner: OWNER, editors: [UNIT] };
  return openWorkbook(workbook, bundleOf(code, scopes));
}

/** Opens an empty spreadsheet and hands out its services as a script of full rights sees them. */
export function openSheet() {
  const open = openScript("function MY_TYLE() { return 1; }");
  const app = newSpreadsheetApp(open.context);
  const book = app.getActiveSpreadsheet();
  const [sheet] = book.getSheets();
  const [model] = open.workbook.sheets;
  if (!sheet || !model) throw new Error("A new spreadsheet has a sheet");
  const as = (user: string): void => {
    open.context.user = user;
  };
  return { open, app, book, sheet, model, as };
}
