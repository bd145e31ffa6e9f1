/**
 * What the engine uses of Univer beyond its published interface: injected services, internal enum numbers, an index to
 * switch off, a cache to empty, a hidden field. `test/formula/univer.test.ts` checks these, so a version that changes them fails there.
 */
import { createRequire } from "node:module";
import type * as UniverCore from "@univerjs/core";
import type * as UniverFormula from "@univerjs/engine-formula";

/** Univer's kinds of node; its enum is not exported. */
export const REFERENCE_NODE = 1;
export const OPERATOR_NODE = 3;
export const FUNCTION_NODE = 4;
export const LAMBDA_NODE = 5;

/** The field in which an array of Univer's keeps its values. */
export const ARRAY_FIELD = "_values";

/** What the one unit is called that Univer must be given. */
export const UNIT = "workbook";

/** Starts Univer without its own recalculation, and takes out the parts that the engine drives. */
export function startUniver() {
  // The CommonJS builds: the ES ones import their own files without extension, which Node refuses.
  const require = createRequire(import.meta.url);
  const core: typeof UniverCore = require("@univerjs/core");
  const univer: typeof UniverFormula = require("@univerjs/engine-formula");

  const instance = new core.Univer({ logLevel: core.LogLevel.SILENT });
  instance.registerPlugin(univer.UniverFormulaEnginePlugin, {});
  instance.createUnit(core.UniverInstanceType.UNIVER_SHEET, { id: UNIT });
  const injector = instance.__getInjector();

  // Univer finds equal cells by an index with the formula's own cell as its key. So it confuses two arrays of one
  // formula, and old values with new ones. Without the index, nothing is remembered.
  const index = univer.CELL_INVERTED_INDEX_CACHE;
  index.canUseCache = () => ({ rowsInCache: [], rowsNotInCache: [] });
  index.set = () => undefined;
  index.setContinueBuildingCache = () => undefined;

  const lexer = injector.get(univer.Lexer);
  return {
    univer,
    /**
     * Makes a text's own tree of tokens. Univer keeps these trees for the whole process, by a hash of the text, and its
     * parser writes into them: an engine that got another engine's tree would read the variables of its LET. So nothing
     * is kept: ending a builder, even one that built nothing, empties Univer's cache.
     */
    lex: (formula: string) => {
      new univer.LexerTreeBuilder().dispose();
      return lexer.treeBuilder(formula);
    },
    builder: injector.get(univer.AstTreeBuilder),
    functions: injector.get(univer.IFunctionService),
    runtime: injector.get(univer.IFormulaRuntimeService),
  };
}
