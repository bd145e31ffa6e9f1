/** Compiles and parses formulas, once for all cells with the same text. Evaluates nothing. */
import { type CompiledFormula, compileFormula } from "./compile.ts";
import { loadEngine, type Tree } from "./engine.ts";
import { GOOGLE_FUNCTIONS } from "./google-functions.ts";

export type ParsedFormula = { readonly compiled: CompiledFormula; readonly tree: Tree };

/** Reads a formula's text; undefined: it cannot be read. */
export type ParseFormula = (text: string) => ParsedFormula | undefined;

/**
 * Makes what reads formulas and remembers them; of custom functions it knows those that `isCustomFunction` names.
 * `hasDecimalComma` tells how the workbook's locale writes numbers at the moment.
 */
export function createParseFormula(
  isCustomFunction: (name: string) => boolean,
  allowsCustom: boolean,
  hasDecimalComma: () => boolean,
): ParseFormula {
  const known = {
    comma: new Map<string, ParsedFormula | undefined>(),
    point: new Map<string, ParsedFormula | undefined>(),
  };
  return (text) => {
    const comma = hasDecimalComma();
    const parsed = comma ? known.comma : known.point;
    if (!parsed.has(text)) {
      const engine = loadEngine();
      const kindOfFunction = (name: string) => {
        if (engine.knows(name)) return "native";
        if (GOOGLE_FUNCTIONS.has(name)) return "unsupported";
        return allowsCustom && isCustomFunction(name) ? "custom" : "unknown";
      };
      const compiled = compileFormula(text, kindOfFunction, comma);
      const tree = compiled && engine.parse(compiled.shape);
      parsed.set(text, compiled && tree && { compiled, tree });
    }
    return parsed.get(text);
  };
}
