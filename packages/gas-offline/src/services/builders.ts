/** Builders of validations and conditional formats, and what they build. */
import { piecesOf } from "a1";
import type { Area, ConditionalFormat, SheetModel, Validation } from "../model.ts";
import { complete, fail, type HostContext } from "./context.ts";
import { criteriaOf, formatCriteria, validationCriteria } from "./criteria.ts";

type GoogleRange = GoogleAppsScript.Spreadsheet.Range;

export type DataValidation = GoogleAppsScript.Spreadsheet.DataValidation;
export type DataValidationBuilder = GoogleAppsScript.Spreadsheet.DataValidationBuilder;
export type FormatRule = GoogleAppsScript.Spreadsheet.ConditionalFormatRule;
export type FormatRuleBuilder = GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder;

const validations = new WeakMap<object, Validation>();
/** The sheets of the ranges that a conditional format was built for stand beside it. */
const formats = new WeakMap<object, { readonly sheets: readonly SheetModel[]; readonly format: ConditionalFormat }>();
const areas = new WeakMap<object, { readonly sheet: SheetModel; readonly area: Area }>();

/** Remembers which cells a range stands for, so that a builder can take it. */
export function rememberArea(range: object, sheet: SheetModel, area: Area): void {
  areas.set(range, { sheet, area });
}

/** Returns the cells that a range stands for. */
export function areaOf(context: HostContext, range: object): { readonly sheet: SheetModel; readonly area: Area } {
  return areas.get(range) ?? fail(context, "The parameters don't match the method signature: a Range was expected.");
}

/** Presents a validation to the script. */
export function presentValidation(context: HostContext, validation: Validation): DataValidation {
  const [type, values] = criteriaOf(context, validation);
  const part: Partial<DataValidation> = {
    getCriteriaType: () => validationCriteria(context)[type],
    getCriteriaValues: () => [...values],
    getAllowInvalid: () => !validation.strict,
    getHelpText: () => validation.help ?? "",
  };
  // Google's types say text; without a help text Google answers null.
  if (validation.help === undefined) Reflect.set(part, "getHelpText", () => null);
  const presented = complete<DataValidation>(context, "DataValidation", part);
  validations.set(presented, validation);
  return presented;
}

/** Returns the validation behind what a script holds; null takes a validation off. */
export function validationOf(context: HostContext, presented: DataValidation | null): Validation | undefined {
  if (presented === null) return undefined;
  return (
    validations.get(presented) ??
    fail(context, "The parameters don't match the method signature: a DataValidation was expected.")
  );
}

/** Tells whether a formula calls a function of the script, which Google allows in cells alone. */
function callsCustomFunction(context: HostContext, formula: string): boolean {
  return piecesOf(formula).some(({ kind, text }) => kind === "function" && context.isCustomFunction(text));
}

/** Starts a validation. */
export function newDataValidation(context: HostContext): DataValidationBuilder {
  // A new rule warns, and refuses only if it is told to.
  let strict = false;
  let help: string | undefined;
  let wanted: ((strict: boolean, help: { help?: string }) => Validation) | undefined;
  const builder: DataValidationBuilder = complete<DataValidationBuilder>(context, "DataValidationBuilder", {
    setAllowInvalid(allow) {
      strict = !allow;
      return builder;
    },
    setHelpText(text) {
      help = text;
      return builder;
    },
    requireValueInList(values: string[]) {
      if (values.length > 500) fail(context, "A list of more than 500 items is not allowed in data validation.");
      wanted = (isStrict, rest) => ({ kind: "list", values: [...values], strict: isStrict, ...rest });
      return builder;
    },
    requireFormulaSatisfied(formula) {
      if (callsCustomFunction(context, formula)) fail(context, "Custom functions are not allowed in data validation.");
      wanted = (isStrict, rest) => ({ kind: "formula", formula, strict: isStrict, ...rest });
      return builder;
    },
    build() {
      if (!wanted) return fail(context, "A data validation needs a condition before it is built.");
      return presentValidation(context, wanted(strict, help === undefined ? {} : { help }));
    },
  });
  return builder;
}

/** Returns the conditional format behind what a script holds, for the sheet that it was built for. */
export function conditionalFormatOf(context: HostContext, sheet: SheetModel, presented: FormatRule): ConditionalFormat {
  const built = formats.get(presented);
  if (!built) {
    return fail(context, "The parameters don't match the method signature: a ConditionalFormatRule was expected.");
  }
  if (built.sheets.some((other) => other !== sheet)) {
    fail(context, "Conditional format rule cannot reference a different sheet.");
  }
  return built.format;
}

/** Presents a conditional format to the script, with the ranges and the sheets that it is over. */
export function presentFormat(
  context: HostContext,
  sheets: readonly SheetModel[],
  format: ConditionalFormat,
  ranges: readonly GoogleRange[],
): FormatRule {
  const presented = complete<FormatRule>(context, "ConditionalFormatRule", {
    getRanges: () => [...ranges],
    getBooleanCondition: () =>
      complete<GoogleAppsScript.Spreadsheet.BooleanCondition>(context, "BooleanCondition", {
        getCriteriaType: () => formatCriteria(context).CUSTOM_FORMULA,
        getCriteriaValues: () => [format.formula],
        getBackground: () => format.background ?? null,
        getFontColor: () => format.fontColor ?? null,
        getBold: () => format.bold ?? null,
      }),
  });
  formats.set(presented, { sheets, format });
  return presented;
}

/** Starts a conditional format. */
export function newConditionalFormatRule(context: HostContext): FormatRuleBuilder {
  let formula: string | undefined;
  let ranges: readonly GoogleRange[] = [];
  const look: { background?: string; fontColor?: string; bold?: boolean } = {};
  const builder: FormatRuleBuilder = complete<FormatRuleBuilder>(context, "ConditionalFormatRuleBuilder", {
    whenFormulaSatisfied(text) {
      if (callsCustomFunction(context, text)) fail(context, "Conditional format rule cannot use a custom function.");
      if (text.replace(/"[^"]*"/g, "").includes("!")) {
        fail(context, "Conditional format rule cannot reference a different sheet.");
      }
      formula = text;
      return builder;
    },
    setBackground(color) {
      if (color !== null) look.background = color;
      return builder;
    },
    setFontColor(color) {
      if (color !== null) look.fontColor = color;
      return builder;
    },
    setBold(bold) {
      if (bold) look.bold = true;
      return builder;
    },
    setRanges(given) {
      ranges = given;
      return builder;
    },
    build() {
      if (formula === undefined || ranges.length === 0) {
        return fail(context, "Conditional format rule needs a condition and at least one range.");
      }
      const cells = ranges.map((range) => areaOf(context, range));
      const format = { areas: cells.map(({ area }) => area), formula, ...look };
      return presentFormat(
        context,
        cells.map(({ sheet }) => sheet),
        format,
        ranges,
      );
    },
  });
  return builder;
}
