import { existsSync } from "node:fs";
import { appendFile, readFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type Journal, type JournalLine, readJournal, startJournal } from "../../src/server/journal.ts";
import { folderOfTest } from "./files.ts";

const folder = folderOfTest();

const open: Journal[] = [];
afterEach(async () => {
  for (const journal of open.splice(0)) await journal.close();
});

async function start(...given: Parameters<typeof startJournal>): Promise<Journal> {
  const journal = await startJournal(...given);
  open.push(journal);
  return journal;
}

const line = (value: number): JournalLine => ({
  user: "tram-yte@xa.example",
  at: "2026-11-01T00:00:00.000Z",
  edits: [{ sheet: 1, row: 6, column: 4, value }],
});

describe("a journal", () => {
  it("gives back its lines to the file that they belong to", async () => {
    const path = folder.path("a.nhat-ky");
    const journal = await start(path, "first");
    await journal.append(line(1));
    await journal.append(line(2));
    expect(await readJournal(path, "first")).toEqual({ lines: [line(1), line(2)], foreign: false });
  });

  it("is not there: nothing was left", async () => {
    expect(await readJournal(folder.path("none"), "first")).toEqual({ lines: [], foreign: false });
  });

  it("says so when the file is another than the lines were added to", async () => {
    const path = folder.path("a.nhat-ky");
    await (await start(path, "first")).append(line(1));
    expect(await readJournal(path, "other")).toEqual({ lines: [line(1)], foreign: true });
  });

  it("leaves out a last line that was cut off: nobody was told that it was kept", async () => {
    const path = folder.path("a.nhat-ky");
    await (await start(path, "first")).append(line(1));
    await appendFile(path, '{"user":"x","edits":[{"sheet":1,"ro');
    expect((await readJournal(path, "first")).lines).toEqual([line(1)]);
  });

  it("knows after a power cut between the file and the journal what the new file holds", async () => {
    const path = folder.path("a.nhat-ky");
    const journal = await start(path, "first");
    await journal.append(line(1));
    await journal.announce("second", 1);
    await journal.append(line(2));
    expect((await readJournal(path, "first")).lines).toEqual([line(1), line(2)]);
    expect(await readJournal(path, "second")).toEqual({ lines: [line(2)], foreign: false });
  });

  it("keeps only what came after a save, and goes once nothing is left", async () => {
    const path = folder.path("a.nhat-ky");
    const journal = await start(path, "first", [line(1)]);
    await journal.append(line(2));
    await journal.reduce("second", 1);
    expect(await readJournal(path, "second")).toEqual({ lines: [line(2)], foreign: false });
    await journal.append(line(3));
    expect((await readFile(path, "utf8")).trim().split("\n")).toHaveLength(3);
    await journal.reduce("third", 2);
    await journal.close();
    open.pop();
    expect(existsSync(path)).toBe(false);
  });
});
