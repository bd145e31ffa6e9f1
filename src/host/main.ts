/** The host's program, as the build makes it: everything that scripts and tests use. */
export { runCommand, type Streams } from "./cli.ts";
export { newWorkbook, openWorkbook, readBundle } from "./open.ts";
export { openBook } from "./page/book.ts";
export { readPageFiles, servePage } from "./page/server.ts";
export { loadWorkbook, saveWorkbook } from "./xlsx/file.ts";
