/**
 * Converts the workbook's values, grids and references to Univer's objects and back. Univer's own objects are made only
 * for functions of Univer.
 */
import type * as UniverCore from "@univerjs/core";
import type * as UniverFormula from "@univerjs/engine-formula";
import { isSingle } from "a1";
import { type CellsReference, type FormulaContext, gridOperand, type Operand, valueOperand } from "./operands.ts";
import { ARRAY_FIELD } from "./univer.ts";
import { errorValue, type Grid, type Value } from "./values.ts";

export type Variant = UniverFormula.FunctionVariantType;

export type UniverObjects = {
  readonly blank: UniverFormula.BaseValueObject;
  readonly toObject: (value: Value) => UniverFormula.BaseValueObject;
  readonly toVariant: (operand: Operand) => Variant;
  /** Reads what a function of Univer's gave; what is neither a value nor an array is an error. */
  readonly toOperand: (variant: UniverCore.Nullable<Variant>) => Operand;
};

/** Makes the converter. `context` returns the context of the formula being computed. */
export function createObjects(univer: typeof UniverFormula, context: () => FormulaContext): UniverObjects {
  const blank = univer.NullValueObject.create();
  const omitted = new univer.NullValueObject(0);

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
      Object.defineProperty(this, ARRAY_FIELD, {
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
      return new RowsArray(context().read(this.reference), { row: top, column: left });
    }
    override getFirstCell(): UniverFormula.BaseValueObject {
      return toObject(context().read(this.reference)[0]?.[0]);
    }
    override getCellByPosition(row?: number, column?: number): UniverFormula.BaseValueObject {
      const { top, left } = this.reference.block;
      const line = context().read(this.reference)[row === undefined ? 0 : row - top + 1];
      return toObject(line?.[column === undefined ? 0 : column - left + 1]);
    }
    override iterator(
      visit: (value: UniverFormula.BaseValueObject | null, row: number, column: number) => boolean | null | undefined,
    ) {
      const { top, left } = this.reference.block;
      for (const [row, line] of context().read(this.reference).entries()) {
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

  function errorType(error: string): UniverFormula.ErrorType {
    const types: readonly UniverFormula.ErrorType[] = Object.values(univer.ErrorType);
    return types.find((type) => type === error) ?? univer.ErrorType.ERROR;
  }

  return { blank, toObject, toVariant, toOperand };
}
