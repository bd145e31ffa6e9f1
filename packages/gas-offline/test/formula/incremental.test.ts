/** Edits followed step by step come to what evaluating everything comes to, and cost no more than they must. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellAt } from "../../src/model.ts";
import { type Book, book, type Typed } from "./sheets.ts";

const numberOf = (item: unknown): number => (typeof item === "number" ? item : 0);
const gridOf = (argument: unknown): readonly (readonly unknown[])[] => (Array.isArray(argument) ? argument : []);

/** A sum of a range, a list of what is in it, and a count: as the bundle's functions read whole tabs. */
function custom(name: string, args: readonly unknown[]): unknown {
  const rows = gridOf(args[0]);
  if (name === "MY_LIST") {
    const filled = rows.filter((row) => row.some((item) => item !== "")).map((row) => [row.join("|")]);
    return filled.length > 0 ? filled : [["nothing"]];
  }
  return rows.flat().reduce<number>((sum, item) => sum + numberOf(item), 0);
}

/** Two forms, a tab that gathers them, formulas over what is gathered, and a mirror beside it. */
const makeBook = (): Book =>
  book(
    {
      One: Array.from({ length: 8 }, (_, row) => [row, row % 3 === 0 ? null : `a${row}`, row * 2]),
      Two: Array.from({ length: 8 }, (_, row) => [row + 10, null, "=A1*2"]),
      All: [["=VSTACK(One!A1:C8;Two!A1:C8)"]],
      Seen: [
        ["=MY_SUM(All!A1:C)", "=MY_LIST(All!A1:C)", "=SUM(One!A1:A8)"],
        ["=MY_SUM(One!A1:C8)", null, '=COUNTIF(One!B1:B8;"a1")'],
        ["=MY_SUM(Two!A1:C8)", null, "=IF(C1>10;A1;A2)"],
      ],
      Mirror: [["=VSTACK(Seen!A1:A3;Two!A1:A8)"]],
    },
    { custom },
  );

const contentsOf = ({ workbook }: Book): unknown =>
  workbook.sheets.map((sheet) => sheet.cells.map((line) => line?.map((cell) => cell?.value ?? null)));

const edit = fc.record({
  sheet: fc.constantFrom("One", "Two"),
  row: fc.integer({ min: 1, max: 8 }),
  column: fc.constantFrom("A", "B", "C"),
  content: fc.oneof<fc.Arbitrary<Typed>[]>(
    fc.integer({ min: -5, max: 30 }),
    fc.constantFrom(null, "a1", "chữ", "=A2+1", "=SUM(A1:A8)", '=IF(A1>5;"x";"")'),
    fc.boolean(),
  ),
});

describe("random edits", () => {
  it("leave every cell as a whole evaluation does", () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
        const it = makeBook();
        for (const { sheet, row, column, content } of edits) it.type(sheet, `${column}${row}`, content);
        const followed = structuredClone(contentsOf(it));
        it.calculator.recalculateAll();
        expect(followed).toEqual(contentsOf(it));
      }),
      { numRuns: 60 },
    );
  });
});

describe("an edit", () => {
  it("evaluates no formula that reads nothing of what changed, whatever stands beside it", () => {
    const it = makeBook();
    expect(it.type("Two", "A3", 99).sort()).toEqual([
      "All!A1",
      "Mirror!A1",
      "Seen!A1",
      "Seen!A3",
      "Seen!B1",
      "Seen!C3",
    ]);
    expect(it.type("One", "B1", "b").sort()).toEqual(["All!A1", "Seen!A1", "Seen!A2", "Seen!B1", "Seen!C2"]);
  });

  it("hands functions the rows that changed again, and those that did not as they were", () => {
    const handed: (readonly (readonly unknown[])[])[] = [];
    const it = book(
      {
        One: Array.from({ length: 20 }, (_, row) => [row, `a${row}`]),
        Seen: [["=MY_SUM(One!A1:B20)", "=MY_LIST(One!A1:B20)"]],
      },
      {
        custom(_, args) {
          handed.push(gridOf(args[0]));
          return 0;
        },
      },
    );
    it.type("One", "A5", 77);
    const [first, second, third, fourth] = handed;
    expect(second).toBe(first);
    expect(fourth).toBe(third);
    expect(third?.[4]).toEqual([77, "a4"]);
    expect(third?.[5]).toBe(first?.[5]);
    expect(first?.[4]).toEqual([4, "a4"]);
  });

  it("hands functions what they cannot change for others", () => {
    const it = book(
      { One: Array.from({ length: 20 }, (_, row) => [row]), Seen: [["=MY_SUM(One!A1:A20)"]] },
      {
        custom(_, args) {
          const [row] = Array.isArray(args[0]) ? args[0] : [];
          row[0] = "changed";
          return 0;
        },
      },
    );
    expect(it.value("Seen", "A1")).toMatchObject({ error: "#ERROR!" });
    expect(cellAt(it.sheet("One"), 1, 1)?.value).toBe(0);
  });
});
