/** The command line as a program, and what scripts and tests use of the packages below it. */
export { loadWorkbook, openWorkbook, readBundle, saveWorkbook } from "gas-offline";
export { openBook, readPageFiles, servePage } from "sheet-page";
export { runCommand, type Streams } from "./cli.ts";
export { makeNew } from "./commands.ts";
export { readCsvFolder } from "./csv-folder.ts";
export { LOCAL_OWNER, newWorkbook, PAGE_PRODUCT } from "./product.ts";
