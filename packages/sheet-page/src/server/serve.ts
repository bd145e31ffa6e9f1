/** The verb `open`: serves a workbook's page until the person ends it. Then the file is saved and released. */

import type { Bundle } from "gas-offline";
import { UsageFault } from "gas-offline/internals";
import { openBook, requireUser } from "./book.ts";
import { type PageProduct, readPageFiles, servePage } from "./server.ts";

export type ServeOptions = {
  /** 0: any free port. */
  readonly port: number;
  /** The mailbox as whom the page opens, by default the owner's. */
  readonly as?: string;
  /** Another clock than the machine's. */
  readonly now?: (() => number) | undefined;
  /** The folder of the built page. */
  readonly page: URL;
  readonly product: PageProduct;
  /** Ends the serving. */
  readonly end: Promise<void>;
  readonly say: (line: string) => void;
};

/** Serves a workbook until it is stopped. Returns once everything is saved and the file is released. */
export async function serveWorkbook(file: string, bundle: Bundle, options: ServeOptions): Promise<void> {
  const files = await readPageFiles(options.page);
  const book = await openBook(file, bundle, undefined, options.now);
  try {
    const user = options.as === undefined ? book.owner() : requireUser(book, options.as);
    const served = await servePage(book, files, { port: options.port, user, product: options.product });
    for (const notice of book.notices) options.say(notice);
    options.say(`Sổ “${file}” đang mở ở địa chỉ (giữ Ctrl và bấm, hoặc chép vào trình duyệt):`);
    options.say(`  ${served.address}`);
    options.say("Bấm Ctrl-C để lưu và kết thúc.");
    await options.end;
    await served.close();
  } finally {
    await book.close();
  }
  options.say(
    book.isBehind()
      ? `Chưa lưu được vào “${book.path()}”; mọi số đã gõ còn trong nhật ký và sẽ có lại ở lần mở sau.`
      : `Đã lưu vào “${book.path()}”.`,
  );
}

/** Waits until the person ends the program (Ctrl-C) or the system does. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
}

/** Reads the argument of `--port`. */
export function readPort(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new UsageFault(`Tham số --port: cần số từ 1 đến 65535; thấy “${text}”.`);
}
