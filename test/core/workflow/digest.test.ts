/** Digests of figures: the same for the same figures, another for any change, and how much has changed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  brokenSeals,
  countChanges,
  digestFigures,
  type FigureRow,
  fnv64,
  readStamp,
  stampFigures,
} from "../../../src/core/workflow/digest.ts";

/** Who confirmed, and when. */
const BY = { time: "10/11/2026 08:05:30", role: "Trạm trưởng" };

const ROWS: readonly FigureRow[] = [
  { key: "SL.LD", cells: ["3", "1", ""] },
  { key: "SL.CUX", cells: ["", "", ""] },
  { key: "HD.1", cells: ["40", "22", "", "08/03/2026", "", "", "Họp dân"] },
];

function change(key: string, at: number, to: string): readonly FigureRow[] {
  return ROWS.map((row) =>
    row.key === key ? { key, cells: row.cells.map((cell, index) => (index === at ? to : cell)) } : row,
  );
}

function changesSince(before: readonly FigureRow[], now: readonly FigureRow[]): number {
  const stamp = readStamp(stampFigures(before, 2026, BY));
  if (!stamp) throw new Error("no stamp");
  return countChanges(stamp, now);
}

describe("fnv64", () => {
  it.each(["ă", "Ủy ban nhân dân xã", "x".repeat(1000), "\uffff\uffff\uffff"])("of %j is as defined", (text) => {
    let hash = 0xcbf29ce484222325n;
    for (let at = 0; at < text.length; at++) {
      hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n);
    }
    expect(fnv64(text)).toBe(hash.toString(16).padStart(16, "0"));
  });

  it.each([
    ["", "cbf29ce484222325"],
    ["a", "af63dc4c8601ec8c"],
    ["foobar", "85944171f73967e8"],
  ])("of %j is %s, as published", (text, digest) => {
    expect(fnv64(text)).toBe(digest);
  });
});

describe("a digest", () => {
  it("does not mind the order of rows, nor rows and ends of rows that are blank", () => {
    const other = [...ROWS].reverse().concat({ key: "KP.ns", cells: ["", ""] });
    expect(digestFigures(other)).toBe(digestFigures(ROWS));
    expect(digestFigures([{ key: "A.1", cells: ["1"] }])).toBe(digestFigures([{ key: "A.1", cells: ["1", ""] }]));
  });

  it("tells a blank from a 0, and a cell from its neighbour", () => {
    const digests = [ROWS, change("SL.CUX", 0, "0"), change("SL.CUX", 1, "0"), change("SL.LD", 0, "1")].map(
      digestFigures,
    );
    expect(new Set(digests).size).toBe(4);
  });

  it("changes with any text in any cell", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(6), (text, at) => {
        fc.pre(text !== (ROWS[2]?.cells[at] ?? ""));
        expect(digestFigures(change("HD.1", at, text))).not.toBe(digestFigures(ROWS));
      }),
    );
  });
});

describe("a stamp", () => {
  it("is one line that reads back, and says no figure", () => {
    const text = stampFigures(ROWS, 2026, BY);
    expect(text).toMatch(/^v2 2026 [0-9a-f]{16}; [0-9a-f]{16}; HD\.1 \S+; SL\.LD \S+$/);
    expect(text).not.toContain("Họp dân");
    expect(readStamp(text)).toMatchObject({ year: 2026, digest: digestFigures(ROWS) });
  });

  it("names the submissions that it took the place of, the last twenty, and counts no change by them", () => {
    const before = Array.from({ length: 21 }, (_, at) => ({
      time: `10/11/2026 08:05:${String(at + 10)}`,
      role: "Phó Trưởng trạm; phụ trách",
      stamp: stampFigures(ROWS, 2026, BY),
    }));
    const stamp = readStamp(stampFigures(ROWS, 2026, BY, before));
    expect(stamp?.replaced).toHaveLength(20);
    expect(stamp?.replaced.at(-1)).toEqual({
      time: "10/11/2026 08:05:30",
      role: "Phó Trưởng trạm, phụ trách",
      stamp: stampFigures(ROWS, 2026, BY).slice(0, 24),
    });
    expect(stamp && countChanges(stamp, change("SL.LD", 1, "2"))).toBe(1);
    expect(stamp && brokenSeals(stamp, BY)).toEqual([]);
  });

  it.each(["", "v2", "v1 2026 0000000000000000", "v2 2026 xyz", "Đã nộp"])("is not %j", (text) => {
    expect(readStamp(text)).toBeUndefined();
  });

  it("counts the cells that changed: filled, emptied, altered, in rows that came or went", () => {
    expect(changesSince(ROWS, ROWS)).toBe(0);
    expect(changesSince(ROWS, change("SL.LD", 1, "2"))).toBe(1);
    expect(changesSince(ROWS, change("SL.LD", 2, "ghi chú"))).toBe(1);
    expect(changesSince(ROWS, change("SL.LD", 1, ""))).toBe(1);
    expect(changesSince(ROWS, change("SL.CUX", 0, "0"))).toBe(1);
    expect(changesSince(ROWS, ROWS.slice(1))).toBe(2);
  });

  it("tells which of moment and role is not as it was sealed", () => {
    const stamp = readStamp(stampFigures(ROWS, 2026, BY));
    const broken = (given: Partial<typeof BY>) => stamp && brokenSeals(stamp, { ...BY, ...given });
    expect(broken({})).toEqual([]);
    expect(broken({ time: "09/11/2026 08:05:30" })).toEqual(["time"]);
    expect(broken({ role: "Phó trạm" })).toEqual(["role"]);
    expect(stamp && brokenSeals({ ...stamp, digest: "0".repeat(16) }, BY)).toEqual(["time", "role"]);
    expect(stamp && brokenSeals({ ...stamp, seal: "" }, BY)).toEqual(["time", "role"]);
  });

  it("tells of one change at least where the whole differs, though no cell's mark does", () => {
    const stamp = readStamp(stampFigures(ROWS, 2026, BY).replace(/[0-9a-f]{16}/, "0".repeat(16)));
    expect(stamp && countChanges(stamp, ROWS)).toBe(1);
  });
});

describe("a stamp", () => {
  it("has rows in the order of their keys, and nothing for a blank cell", () => {
    const keys = (rows: readonly FigureRow[]) => [...(readStamp(stampFigures(rows, 2026, BY))?.rows.keys() ?? [])];
    expect(keys(ROWS)).toEqual(["HD.1", "SL.LD"]);
    expect(keys([...ROWS].reverse())).toEqual(["HD.1", "SL.LD"]);
    const marks = readStamp(stampFigures(ROWS, 2026, BY))?.rows.get("HD.1") ?? [];
    expect(marks.map((mark) => mark.length)).toEqual([6, 6, 0, 6, 0, 0, 6]);
  });
});
