import { existsSync } from "node:fs";
import { appendFile, readFile, writeFile } from "node:fs/promises";
import { afterEach, describe, expect, it } from "vitest";
import {
  type Journal,
  type JournalLine,
  type LeftBehind,
  readJournal,
  startJournal,
} from "../../src/server/journal.ts";
import { readLines } from "../../src/server/journal-lines.ts";
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

/** Nothing is damaged. */
const whole = { losses: [], uncertain: [] };

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
    expect(await readJournal(path, "first")).toEqual({ lines: [line(1), line(2)], foreign: false, ...whole });
  });

  it("is not there: nothing was left", async () => {
    expect(await readJournal(folder.path("none"), "first")).toEqual({ lines: [], foreign: false, ...whole });
  });

  it("says so when the file is another than the lines were added to", async () => {
    const path = folder.path("a.nhat-ky");
    await (await start(path, "first")).append(line(1));
    expect(await readJournal(path, "other")).toEqual({ lines: [line(1)], foreign: true, ...whole });
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
    expect(await readJournal(path, "second")).toEqual({ lines: [line(2)], foreign: false, ...whole });
  });

  it("keeps only what came after a save, and goes once nothing is left", async () => {
    const path = folder.path("a.nhat-ky");
    const journal = await start(path, "first", [line(1)]);
    await journal.append(line(2));
    await journal.reduce("second", 1);
    expect(await readJournal(path, "second")).toEqual({ lines: [line(2)], foreign: false, ...whole });
    await journal.append(line(3));
    expect((await readFile(path, "utf8")).trim().split("\n")).toHaveLength(3);
    await journal.reduce("third", 2);
    await journal.close();
    open.pop();
    expect(existsSync(path)).toBe(false);
  });

  it("reads a journal of the version before, which had no checksums", async () => {
    const path = folder.path("a.nhat-ky");
    const records = [{ base: "first" }, line(1), { saved: "second", count: 1 }, line(2)];
    await writeFile(path, records.map((record) => `${JSON.stringify(record)}\n`).join(""));
    expect(await readJournal(path, "first")).toEqual({ lines: [line(1), line(2)], foreign: false, ...whole });
    expect(await readJournal(path, "second")).toEqual({ lines: [line(2)], foreign: false, ...whole });
    await writeFile(path, `${JSON.stringify({ base: "first" })}\n{"user":"x"\n${JSON.stringify(line(2))}\n`);
    expect(await readJournal(path, "first")).toMatchObject({ lines: [line(2)], losses: [{ count: 1 }] });
  });
});

describe("a damaged journal", () => {
  const written = [line(1), line(2), line(3), line(4)];

  async function damaged(damage: (bytes: Buffer) => void): Promise<LeftBehind> {
    const path = folder.path("a.nhat-ky");
    await (await start(path, "first", written)).append(line(5));
    const bytes = await readFile(path);
    damage(bytes);
    await writeFile(path, bytes);
    return readJournal(path, "first");
  }

  it("tells with what was lost, and keeps what stands after it", async () => {
    const left = await damaged((bytes) => bytes.write("9", bytes.indexOf('"value":3') + '"value":'.length));
    expect(left.lines).toEqual([line(1), line(2), line(4), line(5)]);
    expect(left.losses).toMatchObject([{ count: 1, after: line(2).at, before: line(4).at }]);
    expect(left.losses[0]?.text).toContain('"sheet":1,"row":6,"column":4');
  });

  it("holds back what stands after an action that may have moved cells", async () => {
    const path = folder.path("a.nhat-ky");
    const action = { kind: "insertRows", sheet: 1, at: 2, count: 1 } as const;
    await start(path, "first", [line(1), { user: "x", at: "", action }, line(3)]);
    await writeFile(path, (await readFile(path, "utf8")).replace('"count":1', '"count":2'));
    expect(await readJournal(path, "first")).toMatchObject({
      lines: [line(1)],
      losses: [{ count: 1 }],
      uncertain: [line(3)],
    });
  });

  it("never drops or changes an acknowledged edit without a word, whichever bit is flipped", async () => {
    const path = folder.path("a.nhat-ky");
    const journal = await start(path, "first", [line(1), line(2)]);
    await journal.announce("second", 1);
    await journal.append(line(3));
    const bytes = await readFile(path);
    const silent: number[] = [];
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      for (const [file, expected] of [
        ["first", [line(1), line(2), line(3)]],
        ["second", [line(2), line(3)]],
      ] as const) {
        const { lines, foreign, losses, uncertain } = readLines(flipped.toString("utf8"), file);
        const isWhole = JSON.stringify(lines) === JSON.stringify(expected);
        const isTold = foreign || losses.length + uncertain.length > 0;
        const isInvented = [...lines, ...uncertain].some(
          (read) => ![1, 2, 3].some((value) => JSON.stringify(line(value)) === JSON.stringify(read)),
        );
        if ((!isWhole && !isTold) || isInvented) silent.push(bit);
      }
    }
    expect(silent).toEqual([]);
  });
});
