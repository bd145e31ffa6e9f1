import { describe, expect, it } from "vitest";
import { type LineChange, lineAfter, lineBefore, spanAfter } from "../../src/edit/lines.ts";

const insert: LineChange = { kind: "insert", axis: "rows", at: 4, count: 2 };
const remove: LineChange = { kind: "delete", axis: "rows", at: 4, count: 2 };
/** Rows 4 and 5 come to stand before row 8. */
const down: LineChange = { kind: "move", axis: "rows", at: 4, count: 2, to: 8 };
/** Rows 4 and 5 come to stand before row 2. */
const up: LineChange = { kind: "move", axis: "rows", at: 4, count: 2, to: 2 };

describe("the lines 1 to 9", () => {
  it.each([
    ["an insertion before the 4th", insert, [1, 2, 3, 6, 7, 8, 9, 10, 11]],
    ["a deletion of the 4th and 5th", remove, [1, 2, 3, undefined, undefined, 4, 5, 6, 7]],
    ["a move down", down, [1, 2, 3, 6, 7, 4, 5, 8, 9]],
    ["a move up", up, [1, 4, 5, 2, 3, 6, 7, 8, 9]],
  ] as const)("after %s", (_, change, after) => {
    const lines = [1, 2, 3, 4, 5, 6, 7, 8, 9];
    expect(lines.map((line) => lineAfter(change, line))).toEqual(after);
    for (const line of lines) {
      const now = lineAfter(change, line);
      if (now !== undefined) expect(lineBefore(change, now)).toBe(line);
    }
  });

  it("have no number before they are inserted", () => {
    expect([3, 4, 5, 6].map((line) => lineBefore(insert, line))).toEqual([3, undefined, undefined, 4]);
  });
});

describe("a span", () => {
  it.each([
    ["grows by what is inserted within", insert, [3, 4], [3, 6]],
    ["moves by what is inserted before it", insert, [4, 6], [6, 8]],
    ["keeps out what is inserted behind it", insert, [1, 3], [1, 3]],
    ["shrinks by what is deleted at its beginning", remove, [5, 7], [4, 5]],
    ["shrinks by what is deleted at its end", remove, [2, 4], [2, 3]],
    ["shrinks by what is deleted within", remove, [1, 9], [1, 7]],
    ["is gone when all of it is deleted", remove, [4, 5], undefined],
    ["moves up by what is deleted before it", remove, [6, 7], [4, 5]],
    ["goes along when all of it moves", down, [4, 5], [6, 7]],
    ["stays when a part moves within it", down, [1, 9], [1, 9]],
    ["is left by a part that moves out", down, [3, 5], [3, 3]],
    ["takes in what lands within it", up, [1, 3], [1, 5]],
  ] as const)("%s", (_, change, before, after) => {
    expect(spanAfter(change, before)).toEqual(after);
  });
});
