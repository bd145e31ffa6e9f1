import type { Block } from "a1";
import { describe, expect, it } from "vitest";
import { createDependents } from "../../src/formula/dependents.ts";

const block = (top: number, left: number, bottom = top, right = left): Block => ({ top, left, bottom, right });

/** A block of more cells than are looked up one by one. */
const LARGE = block(1, 1, 100, 3);

function readersOf(read: readonly (readonly [reader: string, block: Block])[]) {
  const dependents = createDependents<string>();
  for (const [reader, one] of read) dependents.add(reader, one);
  return { ...dependents, of: (asked: Block) => [...dependents.of(asked)].sort() };
}

describe("who reads cells", () => {
  it("is found by any cell that is shared, in small blocks and large ones", () => {
    const { of } = readersOf([
      ["one", block(5, 2)],
      ["few", block(5, 2, 6, 3)],
      ["column", block(1, 2, Number.POSITIVE_INFINITY, 2)],
      ["large", LARGE],
    ]);
    expect(of(block(5, 2))).toEqual(["column", "few", "large", "one"]);
    expect(of(block(6, 3))).toEqual(["few", "large"]);
    expect(of(block(101, 1, 200, 9))).toEqual(["column"]);
    expect(of(LARGE)).toEqual(["column", "few", "large", "one"]);
    expect(of(block(5, 9))).toEqual([]);
  });

  it("is told once, though it reads a cell by several blocks", () => {
    const { of } = readersOf([
      ["twice", block(5, 2)],
      ["twice", block(5, 1, 5, 4)],
      ["twice", LARGE],
    ]);
    expect(of(block(5, 2))).toEqual(["twice"]);
  });

  it("is forgotten block by block", () => {
    const { of, remove } = readersOf([
      ["a", block(5, 2)],
      ["a", block(9, 2)],
      ["b", block(5, 2)],
      ["b", LARGE],
    ]);
    remove("a", block(5, 2));
    expect(of(block(5, 2))).toEqual(["b"]);
    expect(of(block(9, 2))).toEqual(["a", "b"]);
    remove("b", LARGE);
    expect(of(block(9, 2))).toEqual(["a"]);
  });
});
