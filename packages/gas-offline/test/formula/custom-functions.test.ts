import { describe, expect, it, vi } from "vitest";
import { book } from "./sheets.ts";

const DATES = { numberFormat: "dd/mm/yyyy" };

/** The arguments that a formula hands to MY_A, beside a sheet with one of each kind. */
function argumentsOf(formula: string): unknown {
  const custom = vi.fn<(name: string, args: readonly unknown[]) => unknown>(() => 1);
  const it = book(
    {
      A: [
        ["Lan", 1, null],
        [true, "=1/0", 46022],
        ["=C3", 0.5, null],
      ],
      R: [[null]],
    },
    { custom },
  );
  const dated = it.cell("A", "C2");
  if (dated) dated.format = DATES;
  it.type("R", "A1", formula);
  return custom.mock.calls.at(-1)?.[1];
}

describe("the arguments of a custom function", () => {
  it.each([
    ["=MY_A(A!A1)", ["Lan"]],
    ["=MY_A(A!C1)", [""]],
    ["=MY_A(A!B2)", ["#DIV/0!"]],
    ["=MY_A(A!C2)", ["date 46022"]],
    ["=MY_A(A!A3)", [""]],
    [
      "=MY_A(A!A1:C2)",
      [
        [
          ["Lan", 1, ""],
          [true, "#DIV/0!", "date 46022"],
        ],
      ],
    ],
    ["=MY_A(A!A2:C)", [expect.arrayContaining([["", 0.5, ""], ["", "", "", "", "", "", "", "", "", ""].slice(0, 3)])]],
    ["=MY_A()", []],
    ['=MY_A(1;"x";TRUE)', [1, "x", true]],
    ["=MY_A(A!B1;;3)", [1, undefined, 3]],
    ["=MY_A(1;)", [1, undefined]],
    ["=MY_A(A!B1+1)", [2]],
    ["=MY_A(A!A1&A!C1)", ["Lan"]],
    [
      "=MY_A(VSTACK(A!A1:B1;A!C1:C1))",
      [
        [
          ["Lan", 1],
          ["", "#N/A"],
        ],
      ],
    ],
    ["=MY_A(INDEX(A!A1:C2;2;3))", ["date 46022"]],
    ["=LET(r;A!A1:B1;MY_A(r))", [[["Lan", 1]]]],
    ["=my_a(-A!B1)", [-1]],
    ["=MY_A(NO_SUCH(1))", ["#NAME?"]],
  ])("%s are %j", (formula, expected) => {
    expect(argumentsOf(formula)).toEqual(expected);
  });

  it("are the function's own: what it does to them changes nothing", () => {
    const it = book(
      { A: [[1, 2]], R: [["=MY_A(A!A1:B1)", "=SUM(A!A1:B1)", "=MY_A(A!A1:B1)"]] },
      {
        custom: (_, args) => {
          const [rows] = args;
          return Array.isArray(rows) ? rows.splice(0).flat().length : "";
        },
      },
    );
    expect(it.values("R", "A1:C1")).toEqual([[2, 3, 2]]);
  });
});

describe("the result of a custom function", () => {
  const result = (returned: unknown) => book({ A: [["=MY_A()"]] }, { custom: () => returned });

  it.each([1, "x", true, ""])("%j is the cell's value", (returned) => {
    expect(result(returned).value("A", "A1")).toBe(returned);
  });

  it("of rows fills cells, and its empty texts are blanks", () => {
    const it = result([
      ["a", 1],
      ["", false],
    ]);
    expect(it.values("A", "A1:B2")).toEqual([
      ["a", 1],
      [null, false],
    ]);
    expect(it.cell("A", "A2")?.value).toBeUndefined();
  });

  it("that is a date becomes its serial number", () => {
    expect(result(new Date(2025, 11, 31, 12)).value("A", "A1")).toBe(46022.5);
  });

  it.each([
    ["null", null],
    ["undefined", undefined],
    ["NaN", Number.NaN],
    ["an object", { a: 1 }],
    ["an empty array", []],
    ["a flat array", [1, 2]],
    ["rows of unequal length", [[1, 2], [3]]],
    ["rows with null", [[1, null]]],
    ["rows with undefined", [[undefined]]],
    ["rows with NaN", [[Number.NaN]]],
  ])("of %s is an error that says so", (_, returned) => {
    expect(result(returned).value("A", "A1")).toEqual({
      error: "#ERROR!",
      message: expect.stringContaining("The custom function returned"),
    });
  });

  it("that it throws is the cell's error message", () => {
    const it = book(
      { A: [["=MY_A()", '=IFERROR(MY_A();"caught")']] },
      {
        custom: () => {
          throw new Error("Thiếu năm báo cáo.");
        },
      },
    );
    expect(it.value("A", "A1")).toEqual({ error: "#ERROR!", message: "Thiếu năm báo cáo." });
    expect(it.value("A", "B1")).toBe("caught");
  });
});

describe("custom functions in an expression", () => {
  const custom = (name: string, args: readonly unknown[]): unknown => {
    if (name === "MY_TYLE") return Number(args[0]) / Number(args[1]);
    if (name === "MY_HANG") return [[1, 2, 3]];
    return JSON.stringify(args);
  };

  it.each([
    ['=IF(A1="";"";MY_TYLE(A1;B1))', 0.5],
    ["=MY_TYLE(A1;B1)*100+1", 51],
    ["=MY_A(MY_TYLE(A1;B1);2)", "[0.5,2]"],
    ["=MY_A(MY_HANG())", "[[[1,2,3]]]"],
    ["=SUM(MY_HANG())", 6],
    ["=INDEX(MY_HANG();1;3)", 3],
    ["=LET(x;MY_TYLE(A1;B1);x+x)", 1],
  ])("%s is %j", (formula, expected) => {
    expect(book({ A: [[1, 2, formula]] }, { custom }).value("A", "C1")).toBe(expected);
  });

  it("are not called in the branch that is not taken", () => {
    const called = vi.fn(() => 1);
    book({ A: [['=IF(B1="";"";MY_A(B1))', null, "=IFERROR(1;MY_A(B1))"]] }, { custom: called });
    expect(called).not.toHaveBeenCalled();
  });

  it("are called again only when their arguments change", () => {
    const called = vi.fn(() => 1);
    const it = book({ A: [[1, "=A1>0", "=MY_A(B1)"]] }, { custom: called });
    it.type("A", "A1", 2);
    it.type("A", "D9", "elsewhere");
    expect(called).toHaveBeenCalledTimes(1);
    it.type("A", "A1", -1);
    expect(called).toHaveBeenCalledTimes(2);
  });
});
