/** The workbook's page: its server, and the messages between page and server. */
export type * from "./protocol.ts";
export { openBook, type PageBook } from "./server/book.ts";
export { takeLock } from "./server/lock.ts";
export { readPort, serveWorkbook, untilStopped } from "./server/serve.ts";
export { type PageFiles, type PageProduct, readPageFiles, servePage } from "./server/server.ts";
export { requireSettled } from "./server/workbook-store.ts";
