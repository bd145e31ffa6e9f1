import { describe, expect, it } from "vitest";
import { hamletRows } from "../../../src/workbook/form.ts";
import type { Cell } from "../../../src/workbook/grid.ts";
import type { CarriedRow } from "../../../src/workbook/migrated-input.ts";
import type { GatheringDraft } from "../../../src/workbook/repair/carrying.ts";
import { mergeInto } from "../../../src/workbook/repair/merger.ts";
import type { BlockKey } from "../../../src/workbook/schema.ts";
import { PLAN } from "../../plan.ts";

type Rows = Readonly<Record<string, Partial<Readonly<Record<BlockKey, Cell>>>>>;

const FIELDS = ["text", "first", "second"] as const satisfies readonly BlockKey[];

function rowOf(row: Rows[string]): CarriedRow {
  return new Map(
    FIELDS.flatMap((field): (readonly [BlockKey, Cell])[] => {
      const cell = row[field];
      return cell === undefined ? [] : [[field, cell]];
    }),
  );
}

function draft(units: Readonly<Record<string, Rows>>): GatheringDraft {
  const carried = new Map(
    Object.entries(units).map(([unit, rows]) => [
      unit,
      new Map(Object.entries(rows).map(([key, row]) => [key, rowOf(row)])),
    ]),
  );
  return { plan: PLAN, carried, leftovers: [] };
}

function rowsOf({ carried }: GatheringDraft, unit: string): Rows {
  return Object.fromEntries([...(carried.get(unit) ?? [])].map(([key, row]) => [key, Object.fromEntries(row)]));
}

const TWO = hamletRows(2);

describe("mergeInto", () => {
  it("moves activities into free rows and adds money; counts and words stay behind", () => {
    const both = draft({
      A: {
        "HD.1": { text: "Họp" },
        "KP.ns": { first: 100, second: 40 },
        "SL.THG": { first: 5 },
        "DG.results": { first: "Tốt" },
      },
      B: { "HD.1": { text: "Hội thi" }, "KP.ns": { first: 1000 } },
    });
    expect(mergeInto(both, "A", "B", TWO)).toBeUndefined();
    expect(rowsOf(both, "B")).toEqual({
      "HD.1": { text: "Hội thi" },
      "HD.2": { text: "Họp" },
      "KP.ns": { first: 1100, second: 40 },
    });
    expect(rowsOf(both, "A")).toEqual({ "SL.THG": { first: 5 }, "DG.results": { first: "Tốt" } });
  });

  it("moves nothing where the rows do not suffice, and says how many are missing", () => {
    const both = draft({
      A: { "HD.1": { text: "Một" }, "HD.2": { text: "Hai" } },
      B: { "HD.1": { text: "Ba" } },
    });
    expect(mergeInto(both, "A", "B", TWO)).toEqual({ missingRows: 1 });
    expect(Object.keys(rowsOf(both, "A"))).toEqual(["HD.1", "HD.2"]);
  });

  it("adds amounts as people write them, and leaves what is none for a person", () => {
    const both = draft({
      A: { "KP.ns": { first: "1.000.000 đ" }, "KP.xhh": { first: "chưa rõ" } },
      B: { "KP.ns": { first: 5 }, "KP.xhh": { first: 7 } },
    });
    mergeInto(both, "A", "B", TWO);
    expect(rowsOf(both, "B")).toEqual({ "KP.ns": { first: 1_000_005 }, "KP.xhh": { first: 7 } });
    expect(rowsOf(both, "A")).toEqual({ "KP.xhh": { first: "chưa rõ" } });
  });

  it("gives a unit that had nothing all that the other did", () => {
    const one = draft({ A: { "HD.2": { text: "Họp" } } });
    mergeInto(one, "A", "B", TWO);
    expect(rowsOf(one, "B")).toEqual({ "HD.1": { text: "Họp" } });
  });
});
