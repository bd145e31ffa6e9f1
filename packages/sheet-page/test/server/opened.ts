/** Small workbooks opened behind the page for the tests of this folder, closed with their test; and a disk that is full. */
import { copyFile, open as openFile, readFile, writeFile } from "node:fs/promises";
import type { WorkbookModel } from "gas-offline";
import { afterEach, vi } from "vitest";
import { bundleOf } from "../../../gas-offline/test/services/scripts.ts";
import type { PageEvent } from "../../src/protocol.ts";
import { openBook, type PageBook } from "../../src/server/book.ts";
import { journalPath } from "../../src/server/journal.ts";
import { folderOfTest, smallBook, writeBook } from "./files.ts";

export type Opened = { readonly book: PageBook; readonly heard: readonly PageEvent[] };

/** Opens books with a script of their own; each is closed when its test ends. */
export function booksOfTest(script: string) {
  const folder = folderOfTest();
  const opened = new Set<PageBook>();
  const close = async (book: PageBook): Promise<void> => {
    opened.delete(book);
    await book.close();
  };
  afterEach(async () => {
    for (const book of opened) await close(book);
  });
  const openPath = async (path: string): Promise<Opened> => {
    const book = await openBook(path, bundleOf(script));
    opened.add(book);
    const heard: PageEvent[] = [];
    book.listen((event) => heard.push(event));
    return { book, heard };
  };
  return {
    path: folder.path,
    openPath,
    close,
    /** Opens the small book, or what is made of it. */
    async openNew(changed: (book: WorkbookModel) => WorkbookModel = (book) => book): Promise<Opened> {
      return openPath(await writeBook(folder.path("so.xlsx"), changed(smallBook())));
    },
    /** Opens what a process leaves that is killed now: its file as it is, and its journal. */
    async openAfterDeath(book: PageBook): Promise<Opened> {
      const path = folder.path("sau.xlsx");
      await copyFile(book.path(), path);
      await writeFile(journalPath(path), await readFile(journalPath(book.path())).catch(() => ""));
      return openPath(path);
    },
    /** Does something while the disk takes nothing. */
    async onFullDisk(action: () => Promise<void>): Promise<void> {
      const handle = await openFile(folder.path("probe"), "w");
      const full = Object.assign(new Error("no space"), { code: "ENOSPC" });
      const spy = vi.spyOn(Object.getPrototypeOf(handle), "datasync").mockRejectedValue(full);
      try {
        await action();
      } finally {
        spy.mockRestore();
        await handle.close();
      }
    },
  };
}
