/**
 * The only file that knows Univer: parses shapes with its lexer and tree builder, and runs the trees synchronously
 * with the workbook's cells in the slots. Loaded at the first formula (about 0.4 s). Decides nothing about order.
 */

import { createRequire } from "node:module";
import type * as UniverCore from "@univerjs/core";
import type * as UniverFormula from "@univerjs/engine-formula";
import { isErrorValue } from "../model.ts";
import { NATIVE_FUNCTIONS, REFUSED_FUNCTIONS } from "./functions.ts";
import {
  type CellsReference,
  firstOf,
  gridOperand,
  type NativeFunction,
  type Operand,
  type Place,
  rowsOf,
  valueOperand,
} from "./operands.ts";
import { compareOperands } from "./operators.ts";
import { isSingle } from "./references.ts";
import { errorValue, type Grid, toCondition, type Value } from "./values.ts";

export type Engine = {
  /** Whether there is a function of this name, here or in Univer. */
  knows(name: string): boolean;
  /** Parses a shape; undefined if Univer cannot. Alike shapes share one tree. */
  parse(shape: string): Tree | undefined;
  /** Computes a tree with an operand in each of its slots. */
  run(tree: Tree, slots: readonly Operand[], place: Place): Operand;
};

export type Tree = { readonly root: UniverFormula.BaseAstNode; slots: readonly Operand[] };

type Variant = UniverFormula.FunctionVariantType;
type Node = UniverFormula.BaseAstNode;

/** Univer's kinds of node; its enum is not exported. */
const REFERENCE_NODE = 1;
const FUNCTION_NODE = 4;
const LAMBDA_NODE = 5;

let loaded: Engine | undefined;

/** Loads the engine, once in a process. */
export function loadEngine(): Engine {
  loaded ??= createEngine();
  return loaded;
}

function createEngine(): Engine {
  // The CommonJS builds: the ES ones import their own files without extension, which Node refuses.
  const require = createRequire(import.meta.url);
  const core: typeof UniverCore = require("@univerjs/core");
  const univer: typeof UniverFormula = require("@univerjs/engine-formula");

  const instance = new core.Univer({ logLevel: core.LogLevel.SILENT });
  instance.registerPlugin(univer.UniverFormulaEnginePlugin, {});
  instance.createUnit(core.UniverInstanceType.UNIVER_SHEET, { id: UNIT });
  const injector = instance.__getInjector();
  const lexer = injector.get(univer.Lexer);
  const builder = injector.get(univer.AstTreeBuilder);
  const functions = injector.get(univer.IFunctionService);
  const runtime = injector.get(univer.IFormulaRuntimeService);

  // Univer finds equal cells by an index that it keys by the formula's own cell: two arrays computed in one formula
  // are taken for each other, and last time's values for today's. Without it, nothing is remembered.
  const index = univer.CELL_INVERTED_INDEX_CACHE;
  index.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
  index.set = () => undefined;
  index.setContinueBuildingCache = () => undefined;

  const blank = univer.NullValueObject.create();
  const omitted = new univer.NullValueObject(0);
  let place: Place;

  const toObject = (value: Value): UniverFormula.BaseValueObject => {
    if (value === undefined) return blank;
    if (typeof value === "string") return new univer.StringValueObject(value);
    if (typeof value === "number") return univer.NumberValueObject.create(value);
    if (typeof value === "boolean") return univer.BooleanValueObject.create(value);
    return univer.ErrorValueObject.create(errorType(value.error), value.message);
  };

  /** Univer's array over plain rows: its own objects are made only if a function of Univer's asks for them. */
  class RowsArray extends univer.ArrayValueObject {
    constructor(
      readonly rows: Grid,
      firstCell = { row: 0, column: 0 },
    ) {
      super({
        calculateValueList: [],
        rowCount: rows.length,
        columnCount: rows[0]?.length ?? 0,
        unitId: "",
        sheetId: "",
        row: firstCell.row - 1,
        column: firstCell.column - 1,
      });
      let objects: unknown;
      Object.defineProperty(this, "_values", {
        get: () => {
          objects ??= rows.map((row) => row.map(toObject));
          return objects;
        },
        set: (given: unknown) => {
          objects = given;
        },
      });
    }
  }

  /** A reference to cells of the workbook, for Univer's functions. */
  class CellsObject extends univer.BaseReferenceObject {
    constructor(readonly reference: CellsReference) {
      super("");
      const { block } = reference;
      this.setRangeData({
        startRow: block.top - 1,
        startColumn: block.left - 1,
        endRow: block.bottom - 1,
        endColumn: block.right - 1,
      });
    }
    override isCell(): boolean {
      return isSingle(this.reference.block);
    }
    override isRange(): boolean {
      return !this.isCell();
    }
    override isExceedRange(): boolean {
      return false;
    }
    override getRangePosition() {
      return { ...this.getRangeData() };
    }
    // The sheet is known; Univer looks for it by name when a function returns a reference.
    override setForcedSheetId(): void {}
    override getActiveSheetRowCount(): number {
      return this.reference.sheet.rows;
    }
    override getActiveSheetColumnCount(): number {
      return this.reference.sheet.columns;
    }
    override toArrayValueObject(): UniverFormula.ArrayValueObject {
      const { top, left } = this.reference.block;
      return new RowsArray(place.read(this.reference), { row: top, column: left });
    }
    override getFirstCell(): UniverFormula.BaseValueObject {
      return toObject(place.read(this.reference)[0]?.[0]);
    }
    override getCellByPosition(row?: number, column?: number): UniverFormula.BaseValueObject {
      const { top, left } = this.reference.block;
      const line = place.read(this.reference)[row === undefined ? 0 : row - top + 1];
      return toObject(line?.[column === undefined ? 0 : column - left + 1]);
    }
    override iterator(
      visit: (value: UniverFormula.BaseValueObject | null, row: number, column: number) => boolean | null | undefined,
    ) {
      const { top, left } = this.reference.block;
      for (const [row, line] of place.read(this.reference).entries()) {
        for (const [column, value] of line.entries()) {
          const object = value === undefined ? null : toObject(value);
          if (visit(object, top - 1 + row, left - 1 + column) === false) return;
        }
      }
    }
  }

  const toVariant = (operand: Operand): Variant => {
    switch (operand.kind) {
      case "value":
        return toObject(operand.value);
      case "grid":
        return new RowsArray(operand.rows);
      case "reference":
        return new CellsObject(operand.reference);
      case "omitted":
        return omitted;
    }
  };

  const toValue = (object: UniverCore.Nullable<UniverFormula.BaseValueObject>): Value => {
    if (!object || object.isNull()) return undefined;
    if (object instanceof univer.ErrorValueObject) {
      return errorValue(object.getErrorType(), object.getErrorContent() || undefined);
    }
    const value = object.getValue();
    if (typeof value === "number" && !Number.isFinite(value)) return errorValue("#NUM!");
    return typeof value === "bigint" ? Number(value) : value;
  };

  const toOperand = (variant: UniverCore.Nullable<Variant>): Operand => {
    if (!variant) return valueOperand(errorValue("#VALUE!"));
    if (variant === omitted) return { kind: "omitted" };
    if (variant instanceof CellsObject) return { kind: "reference", reference: variant.reference };
    if (variant instanceof RowsArray) return gridOperand(variant.rows);
    if (variant instanceof univer.ArrayValueObject) {
      const rows: Value[][] = [];
      for (let row = 0; row < variant.getRowCount(); row += 1) {
        const line: Value[] = [];
        for (let column = 0; column < variant.getColumnCount(); column += 1)
          line.push(toValue(variant.get(row, column)));
        rows.push(line);
      }
      return rows.length === 0 ? valueOperand(errorValue("#REF!")) : gridOperand(rows);
    }
    if (variant instanceof univer.BaseValueObject && !variant.isLambda()) return valueOperand(toValue(variant));
    return valueOperand(errorValue("#ERROR!", "The formula gives neither a value nor an array."));
  };

  const register = (name: string, compute: NativeFunction): void => {
    class Registered extends univer.BaseFunction {
      override needsReferenceObject = true;
      override calculate(...variants: UniverFormula.BaseValueObject[]) {
        return toVariant(compute(variants.map(toOperand), place));
      }
    }
    functions.registerExecutors(new Registered(name));
  };
  for (const [name, compute] of NATIVE_FUNCTIONS) register(name, compute);

  class Comparison extends univer.BaseFunction {
    private operator = "=";
    setCompareType(operator: string): void {
      this.operator = operator;
    }
    override calculate(left: UniverFormula.BaseValueObject, right: UniverFormula.BaseValueObject) {
      return toVariant(compareOperands(this.operator, toOperand(left), toOperand(right), place));
    }
  }
  functions.registerExecutors(new Comparison("COMPARE"));

  /** As Univer's interpreter does, but without computing the branch of an IF that is not taken. */
  const execute = (node: Node): void => {
    const [first, second, third] = node.getChildren();
    if (node.nodeType === FUNCTION_NODE && first && second) {
      const name = node.getToken();
      if (name === "IF" && node.getChildren().length <= 3) {
        execute(first);
        const tested = toOperand(first.getValue());
        if (isSingleOperand(tested)) {
          const condition = toCondition(firstOf(tested, place));
          if (typeof condition !== "boolean") node.setValue(toObject(condition));
          else if (condition || third) node.setValue(valueAfter(condition ? second : third));
          else node.setValue(toObject(false));
          return;
        }
        execute(second);
        if (third) execute(third);
        node.execute();
        return;
      }
      if (name === "IFERROR" && !third) {
        execute(first);
        const tested = toOperand(first.getValue());
        if (isSingleOperand(tested)) {
          node.setValue(isErrorValue(firstOf(tested, place)) ? valueAfter(second) : first.getValue());
          return;
        }
        execute(second);
        node.execute();
        return;
      }
    }
    for (const child of node.getChildren()) {
      if (child.nodeType === LAMBDA_NODE && child.getChildren().length < 2) child.execute();
      else execute(child);
    }
    node.execute();
  };

  const valueAfter = (node: Node | undefined) => {
    if (!node) return blank;
    execute(node);
    return node.getValue();
  };

  const trees = new Map<string, Tree | null>();

  const build = (shape: string): Tree | null => {
    const lexed = lexer.treeBuilder(shape);
    if (!(lexed instanceof univer.LexerNode)) return null;
    const root = builder.parse(lexed);
    if (!root) return null;
    const tree: Tree = { root, slots: [] };
    fillSlots(root, tree);
    return tree;
  };

  /** Lets each reference of the shape give what is in its slot. */
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
      const outer = place;
      place = where;
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
        return toOperand(tree.root.getValue());
      } finally {
        place = outer;
        tree.slots = [];
      }
    },
  };

  function isSingleOperand(operand: Operand): boolean {
    if (operand.kind === "reference") return isSingle(operand.reference.block);
    return operand.kind !== "grid" || rowsOf(operand, place).length === 0;
  }

  function errorType(error: string): UniverFormula.ErrorType {
    const types: readonly UniverFormula.ErrorType[] = Object.values(univer.ErrorType);
    return types.find((type) => type === error) ?? univer.ErrorType.ERROR;
  }
}

const UNIT = "workbook";
