/** Runs Univer's trees as its interpreter does, but skips the unused branch of an IF or IFERROR. */
import type * as UniverFormula from "@univerjs/engine-formula";
import { isSingle } from "a1";
import { isErrorValue } from "../model.ts";
import { dateFormatOf, dayText, textsOf } from "./dates.ts";
import { type FormulaContext, firstValue, gridOf, gridOperand, type Operand } from "./operands.ts";
import { FUNCTION_NODE, LAMBDA_NODE, OPERATOR_NODE } from "./univer.ts";
import type { UniverObjects } from "./univer-objects.ts";
import { toCondition } from "./values.ts";

type Node = UniverFormula.BaseAstNode;

/** Makes what computes a tree, from its leaves to its root; each node then holds its value. */
export function createRunner(objects: UniverObjects, context: () => FormulaContext): (root: Node) => void {
  const { blank, toObject, toOperand, toVariant } = objects;
  const execute = (node: Node): void => {
    const [first, second, third] = node.getChildren();
    if (node.nodeType === FUNCTION_NODE && first && second) {
      const name = node.getToken();
      if (name === "IF" && node.getChildren().length <= 3) {
        execute(first);
        const tested = toOperand(first.getValue());
        if (isSingleOperand(tested)) {
          const condition = toCondition(firstValue(tested, context()));
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
          node.setValue(isErrorValue(firstValue(tested, context())) ? valueAfter(second) : first.getValue());
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
    if (node.nodeType === OPERATOR_NODE && node.getToken() === "&") node.getChildren().forEach(writeDay);
    node.execute();
  };

  /** Replaces the days that `&` is about to join by their texts. */
  const writeDay = (node: Node): void => {
    const operand = toOperand(node.getValue());
    if (operand.kind === "reference") {
      const texts = textsOf(operand.reference, context().read(operand.reference));
      node.setValue(toVariant(gridOperand(texts)));
    } else if (operand.kind === "value" && typeof operand.value === "number") {
      const format = dateFormatOf(node, objects, context());
      if (format !== undefined) node.setValue(toObject(dayText(operand.value, format)));
    }
  };

  const valueAfter = (node: Node | undefined) => {
    if (!node) return blank;
    execute(node);
    return node.getValue();
  };

  function isSingleOperand(operand: Operand): boolean {
    if (operand.kind === "reference") return isSingle(operand.reference.block);
    return operand.kind !== "grid" || gridOf(operand, context()).length === 0;
  }

  return execute;
}
