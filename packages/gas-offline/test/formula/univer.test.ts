/** The contract with Univer's inside: a version that breaks it fails here. */
import { describe, expect, it } from "vitest";
import { ARRAY_FIELD, FUNCTION_NODE, LAMBDA_NODE, REFERENCE_NODE, startUniver } from "../../src/formula/univer.ts";

const { univer, lex, builder, functions, runtime } = startUniver();

function treeOf(formula: string) {
  const lexed = lex(formula);
  const root = lexed instanceof univer.LexerNode ? builder.parse(lexed) : undefined;
  if (!root) throw new Error(`Univer cannot parse ${formula}`);
  return root;
}

type Node = ReturnType<typeof treeOf>;

/** All nodes of a formula with their kinds, from the root down. */
function kindsOf(formula: string): readonly (readonly [token: string, kind: number])[] {
  const below = (node: Node): (readonly [string, number])[] => [
    [node.getToken(), node.nodeType],
    ...node.getChildren().flatMap(below),
  ];
  return below(treeOf(formula));
}

describe("Univer", () => {
  it("gives functions, references and lambdas the kinds that the engine knows them by", () => {
    const kinds = kindsOf("=IF(A1,A2,SUM(A3))");
    expect(kinds).toEqual(
      expect.arrayContaining([
        ["IF", FUNCTION_NODE],
        ["A2", REFERENCE_NODE],
        ["SUM", FUNCTION_NODE],
      ]),
    );
    expect(kindsOf("=LET(x,A1,x+x)").map(([, kind]) => kind)).toContain(LAMBDA_NODE);
  });

  it("has a function of each name that the engine puts its own in the place of", () => {
    expect(["SUM", "COMPARE"].filter((name) => !functions.hasExecutor(name))).toEqual([]);
    expect(kindsOf("=A1<>A2").map(([token]) => token)).toContain("<>");
  });

  it("keeps an array's values in the field that the engine fills when it is asked", () => {
    const whole = { calculateValueList: [[univer.NumberValueObject.create(7)]], rowCount: 1, columnCount: 1 };
    const array = new univer.ArrayValueObject({ ...whole, unitId: "", sheetId: "", row: 0, column: 0 });
    expect(Object.keys(array)).toContain(ARRAY_FIELD);
    expect(Reflect.get(array, ARRAY_FIELD)).toHaveLength(1);
  });

  it("gives each text that is lexed a tree of its own, so that two engines of a process share no variables", () => {
    const formula = "=LET(x,A1,x+x)";
    const first = lex(formula);
    expect(first).toBeInstanceOf(univer.LexerNode);
    expect(startUniver().lex(formula)).not.toBe(first);
    expect(lex(formula)).not.toBe(first);
  });

  it("has an index of equal cells that can be switched off, and a place that can be set", () => {
    expect(univer.CELL_INVERTED_INDEX_CACHE.canUseCache("", "", 0, 0, 0)).toEqual({
      rowsInCache: [],
      rowsNotInCache: [],
    });
    runtime.setCurrent(4, 2, 10, 10, "1", "workbook");
    expect([runtime.currentRow, runtime.currentColumn]).toEqual([4, 2]);
  });
});
