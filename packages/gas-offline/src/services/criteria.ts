/** Google's names for the kinds of validations and conditional formats. */
import type { Validation } from "../model.ts";
import { dateOfSerial } from "./cell-values.ts";
import { type HostContext, presentEnum } from "./context.ts";

type GoogleApp = GoogleAppsScript.Spreadsheet.SpreadsheetApp;

/** Presents the kinds of validations that the host knows, as Google names them. */
export function validationCriteria(context: HostContext): GoogleApp["DataValidationCriteria"] {
  return presentEnum<GoogleApp["DataValidationCriteria"]>(
    context,
    "DataValidationCriteria",
    "VALUE_IN_LIST",
    "NUMBER_BETWEEN",
    "NUMBER_GREATER_THAN_OR_EQUAL_TO",
    "NUMBER_LESS_THAN_OR_EQUAL_TO",
    "DATE_BETWEEN",
    "CHECKBOX",
    "CUSTOM_FORMULA",
  );
}

/** Presents the kind of conditional format that the host knows. */
export function formatCriteria(context: HostContext): GoogleApp["BooleanCriteria"] {
  return presentEnum<GoogleApp["BooleanCriteria"]>(context, "BooleanCriteria", "CUSTOM_FORMULA");
}

/** Returns Google's name for a validation's kind, and what it is made of. */
export function criteriaOf(
  { realm }: HostContext,
  validation: Validation,
): readonly [keyof GoogleApp["DataValidationCriteria"], readonly unknown[]] {
  switch (validation.kind) {
    case "list":
      return ["VALUE_IN_LIST", [[...validation.values], true]];
    case "number": {
      const { least, most } = validation;
      if (least === undefined) return ["NUMBER_LESS_THAN_OR_EQUAL_TO", [most]];
      return most === undefined ? ["NUMBER_GREATER_THAN_OR_EQUAL_TO", [least]] : ["NUMBER_BETWEEN", [least, most]];
    }
    case "date":
      return ["DATE_BETWEEN", [dateOfSerial(validation.from, realm), dateOfSerial(validation.to, realm)]];
    case "checkbox":
      return ["CHECKBOX", []];
    case "formula":
      return ["CUSTOM_FORMULA", [validation.formula]];
  }
}
