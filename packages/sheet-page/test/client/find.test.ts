import { describe, expect, it } from "vitest";
import { findCells, type VisibleCell } from "../../src/client/find.ts";

const cells: readonly VisibleCell[] = ["Hội LHPN xã", "hơi nước", "Đoàn Thanh niên", "39,95", ""].map(
  (text, index) => ({
    tab: "Biểu",
    row: index + 1,
    column: 1,
    text,
  }),
);
const rowsOf = (typed: string): readonly number[] => findCells(cells, typed).map(({ row }) => row);

describe("finding", () => {
  it("takes no heed of capitals, nor of marks where none are typed", () => {
    expect(rowsOf("HOI")).toEqual([1, 2]);
    expect(rowsOf("doan thanh")).toEqual([3]);
  });

  it("takes heed of marks that are typed, in whatever form they come", () => {
    expect(rowsOf("hội")).toEqual([1]);
    expect(rowsOf("hội".normalize("NFD"))).toEqual([1]);
  });

  it("finds numbers as they are shown", () => {
    expect(rowsOf("39,9")).toEqual([4]);
  });

  it("finds nothing for nothing", () => {
    expect(rowsOf("  ")).toEqual([]);
  });
});
