/** Compiles and parses formulas, once for all cells with the same text. Evaluates nothing. */
import { type CompiledFormula, compileFormula } from "./compile.ts";
import { loadEngine, type Tree } from "./engine.ts";

export type ParsedFormula = { readonly compiled: CompiledFormula; readonly tree: Tree };

/** Reads a formula's text; undefined: it cannot be read. */
export type ParseFormula = (text: string) => ParsedFormula | undefined;

/** Makes what reads formulas and remembers them; of custom functions it knows those that `isCustomFunction` names. */
export function createParseFormula(isCustomFunction: (name: string) => boolean, allowsCustom: boolean): ParseFormula {
  const known = new Map<string, ParsedFormula | undefined>();
  return (text) => {
    if (!known.has(text)) {
      const engine = loadEngine();
      const compiled = compileFormula(text, (name) => {
        if (engine.knows(name)) return "native";
        return allowsCustom && isCustomFunction(name) ? "custom" : "unknown";
      });
      const tree = compiled && engine.parse(compiled.shape);
      known.set(text, compiled && tree && { compiled, tree });
    }
    return known.get(text);
  };
}
