/** The workbook's page: its server, and what the page and the server say to each other. */
export type * from "./protocol.ts";
export { openBook, type PageBook } from "./server/book.ts";
export { readPort, serveWorkbook, untilStopped } from "./server/serve.ts";
export { type PageFiles, readPageFiles, servePage } from "./server/server.ts";
