/** The host's program, as the build makes it: everything that scripts and tests use. */

export { newWorkbook, openWorkbook, readBundle } from "../../gas-offline/src/open.ts";
export { loadWorkbook, saveWorkbook } from "../../gas-offline/src/xlsx/file.ts";
export { openBook } from "../../sheet-page/src/server/book.ts";
export { readPageFiles, servePage } from "../../sheet-page/src/server/server.ts";
export { runCommand, type Streams } from "./cli.ts";
