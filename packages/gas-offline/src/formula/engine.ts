/**
 * Univer's formula engine: parses shapes with its lexer and tree builder, and runs the trees synchronously with the
 * workbook's cells in the slots. Loads at the first formula (about 0.4 s). Does not decide the order. Only this file
 * and the three beside it, `univer.ts`, `univer-objects.ts` and `univer-run.ts`, know Univer.
 */

import type * as UniverFormula from "@univerjs/engine-formula";
import { dateFormatOf, textsOf } from "./dates.ts";
import { NATIVE_FUNCTIONS, REFUSED_FUNCTIONS } from "./functions.ts";
import {
  type FormulaContext,
  firstValue,
  gridOf,
  gridOperand,
  type NativeFunction,
  type Operand,
  valueOperand,
} from "./operands.ts";
import { compareOperands } from "./operators.ts";
import { REFERENCE_NODE, startUniver, UNIT } from "./univer.ts";
import { createObjects } from "./univer-objects.ts";
import { createRunner } from "./univer-run.ts";
import { errorValue, type Grid, numberInText, toText, type Value } from "./values.ts";

export type Engine = {
  /** Whether a function of this name exists, here or in Univer. */
  knows(name: string): boolean;
  /** Parses a shape. Undefined if Univer cannot. Equal shapes share one tree. */
  parse(shape: string): Tree | undefined;
  /** Computes a tree with an operand in each of its slots. `isDate`: Google shows the result as a day. */
  run(
    tree: Tree,
    slots: readonly Operand[],
    context: FormulaContext,
  ): { readonly operand: Operand; readonly isDate: boolean };
};

export type Tree = { readonly root: UniverFormula.BaseAstNode; slots: readonly Operand[] };

type Node = UniverFormula.BaseAstNode;

/** Puts a comma for each point in a text, and a point for each comma. */
function withMarksSwapped(value: Value): Value {
  return typeof value === "string" ? value.replace(/[.,]/g, (mark) => (mark === "." ? "," : ".")) : value;
}

let loaded: Engine | undefined;

/** Loads the engine, once in a process. */
export function loadEngine(): Engine {
  loaded ??= createEngine();
  return loaded;
}

function createEngine(): Engine {
  const { univer, lex, builder, functions, runtime } = startUniver();

  let context: FormulaContext;
  const objects = createObjects(univer, () => context);
  const { toOperand, toVariant } = objects;
  const execute = createRunner(objects, () => context);

  const register = (name: string, compute: NativeFunction): void => {
    class Registered extends univer.BaseFunction {
      override needsReferenceObject = true;
      override calculate(...variants: UniverFormula.BaseValueObject[]) {
        return toVariant(compute(variants.map(toOperand), context));
      }
    }
    functions.registerExecutors(new Registered(name));
  };
  for (const [name, compute] of NATIVE_FUNCTIONS) register(name, compute);

  /** Has a function of Univer's, which writes numbers as in America, read and write them as the locale does. */
  const localise = (name: string, patternAt?: number): void => {
    const own = functions.getExecutor(name);
    if (!own) return;
    register(name, (operands, place) => {
      if (!place.customs.hasDecimalComma) return computed(own.calculate(...operands.map(toValueObject)));
      const given = operands.map((operand, index) =>
        index === patternAt ? valueOperand(withMarksSwapped(firstValue(operand, place))) : operand,
      );
      const result = computed(own.calculate(...given.map(toValueObject)));
      return gridOperand(gridOf(result, place).map((row) => row.map(withMarksSwapped)));
    });
  };
  const computed = (result: unknown): Operand =>
    result instanceof univer.BaseValueObject ? toOperand(result) : valueOperand(errorValue("#VALUE!"));
  /** Univer's own functions take values, not references. */
  const toValueObject = (operand: Operand): UniverFormula.BaseValueObject => {
    const variant = toVariant(operand);
    return variant instanceof univer.BaseReferenceObject
      ? variant.isCell()
        ? variant.getFirstCell()
        : variant.toArrayValueObject()
      : variant;
  };
  /** Has a function of Univer's read the values of some of its arguments by other rules than its own. */
  const readArguments = (
    name: string,
    isRead: (position: number) => boolean,
    read: (operand: Operand, place: FormulaContext) => Operand,
  ): void => {
    const own = functions.getExecutor(name);
    if (!own) return;
    register(name, (operands, place) => {
      const given = operands.map((operand, position) =>
        isRead(position) && operand.kind !== "omitted" ? read(operand, place) : operand,
      );
      return computed(own.calculate(...given.map(toValueObject)));
    });
  };
  const eachOf = (rows: Grid, change: (value: Value) => Value): Operand =>
    gridOperand(rows.map((row) => row.map(change)));
  /** Numbers among texts are written as in the locale, and days as their cells show them. */
  const readTexts = (name: string, isText: (position: number) => boolean): void =>
    readArguments(name, isText, (operand, place) => {
      const rows = gridOf(operand, place);
      const days = operand.kind === "reference" ? textsOf(operand.reference, rows) : rows;
      return eachOf(days, (value) =>
        typeof value === "number" ? toText(value, place.customs.hasDecimalComma) : value,
      );
    });
  /** A number that is text is a number. */
  for (const name of ["ROUND", "ROUNDUP", "ROUNDDOWN", "INT", "ABS", "MOD", "TRUNC", "POWER", "SQRT", "SIGN"]) {
    readArguments(
      name,
      () => true,
      (operand, place) =>
        eachOf(gridOf(operand, place), (value) => (typeof value === "string" ? (numberInText(value) ?? value) : value)),
    );
  }
  for (const name of ["LEFT", "RIGHT", "MID", "UPPER", "LOWER", "TRIM", "REPT", "SUBSTITUTE", "REPLACE"]) {
    readTexts(name, (position) => position === 0);
  }
  for (const name of ["FIND", "SEARCH", "EXACT", "REGEXMATCH", "REGEXEXTRACT", "REGEXREPLACE"]) {
    readTexts(name, (position) => position < 2);
  }
  readTexts("TEXTJOIN", (position) => position !== 1);
  localise("TEXT", 1);
  localise("FIXED");

  class Comparison extends univer.BaseFunction {
    private operator = "=";
    setCompareType(operator: string): void {
      this.operator = operator;
    }
    override calculate(left: UniverFormula.BaseValueObject, right: UniverFormula.BaseValueObject) {
      return toVariant(compareOperands(this.operator, toOperand(left), toOperand(right), context));
    }
  }
  functions.registerExecutors(new Comparison("COMPARE"));

  const trees = new Map<string, Tree | null>();

  const build = (shape: string): Tree | null => {
    const lexed = lex(shape);
    if (!(lexed instanceof univer.LexerNode)) return null;
    const root = builder.parse(lexed);
    if (!root) return null;
    const tree: Tree = { root, slots: [] };
    fillSlots(root, tree);
    return tree;
  };

  /** Makes each reference of the shape return its slot's content. */
  const fillSlots = (node: Node, tree: Tree): void => {
    if (node.nodeType === REFERENCE_NODE) {
      const slot = Number(node.getToken().slice(1)) - 1;
      node.execute = () => {
        const operand = tree.slots[slot];
        node.setValue(operand ? toVariant(operand) : null);
      };
      return;
    }
    for (const child of node.getChildren()) fillSlots(child, tree);
  };

  return {
    knows: (name) => name === "LET" || (functions.hasExecutor(name) && !REFUSED_FUNCTIONS.has(name)),
    parse: (shape) => {
      let tree = trees.get(shape);
      if (tree === undefined) {
        tree = build(shape);
        trees.set(shape, tree);
      }
      return tree ?? undefined;
    },
    run: (tree, slots, where) => {
      const outer = context;
      context = where;
      tree.slots = slots;
      runtime.setCurrent(
        where.row - 1,
        where.column - 1,
        where.sheet.rows,
        where.sheet.columns,
        String(where.sheet.id),
        UNIT,
      );
      try {
        execute(tree.root);
        return {
          operand: toOperand(tree.root.getValue()),
          isDate: dateFormatOf(tree.root, objects, where) !== undefined,
        };
      } finally {
        context = outer;
        tree.slots = [];
      }
    },
  };
}
