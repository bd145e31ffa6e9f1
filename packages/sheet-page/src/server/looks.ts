/** Conditional formats, evaluated by the host's own formulas, so that the page need not know any. */

import { type Block, blockOf } from "a1";
import { type CellFormat, type ConditionalFormat, isErrorValue, type SheetModel } from "gas-offline";
import { type Calculator, compileFormula } from "gas-offline/internals";

/** What conditional formats add to a cell's own format. */
export type Look = Pick<CellFormat, "background" | "fontColor" | "bold">;

/** The rows of a sheet in which a value changed; `all` at first. */
export type ChangedRows = ReadonlySet<number> | "all";

/** Returns the format of a cell's conditional formats. Undefined if none applies. */
export type LookAt = (row: number, column: number) => Look | undefined;

export type Looks = {
  readonly at: LookAt;
  /** Evaluates changed rules again. Returns the cells that look different, as [row, column]. */
  readonly refresh: (changed: ChangedRows) => readonly (readonly [number, number])[];
};

/** Functions whose result depends on more than the references in a formula. */
const UNBOUND = /\b(INDIRECT|OFFSET|TODAY|NOW|RAND|RANDBETWEEN)\(/;

type ReadsAt = (rowShift: number, columnShift: number) => readonly (Block | undefined)[] | "all";

/** Returns the cells that a conditional format reads after a shift. */
function readsOf(formula: string): ReadsAt {
  const compiled = compileFormula(formula, () => "native", true);
  if (!compiled || UNBOUND.test(compiled.shape)) return () => "all";
  const references = compiled.slots.flatMap((slot) => (slot.kind === "reference" ? [slot.reference] : []));
  return (rowShift, columnShift) => references.map((reference) => blockOf(reference, rowShift, columnShift));
}

function touches(blocks: ReturnType<ReadsAt>, changed: ChangedRows): boolean {
  if (changed === "all" || blocks === "all") return true;
  return blocks.some((block) => {
    if (!block) return false;
    if (block.top === block.bottom) return changed.has(block.top);
    for (const row of changed) if (row >= block.top && row <= block.bottom) return true;
    return false;
  });
}

/** Makes the looks of a sheet. They are empty until the first `refresh("all")`. */
export function createLooks(sheet: SheetModel, calculator: Calculator): Looks {
  const formats = [...sheet.conditionalFormats];
  const reads = formats.map(({ formula }) => readsOf(formula));
  /** By cell: whether each format applies. */
  const heldBy = new Map<number, boolean[]>();
  const keyOf = (row: number, column: number): number => row * 20_000 + column;

  const evaluate = (format: ConditionalFormat, row: number, column: number): boolean => {
    const [origin] = format.areas;
    if (!origin) return false;
    const result = calculator.evaluateAt(sheet, format.formula, origin, { row, column });
    return result !== undefined && !isErrorValue(result) && result !== false && result !== 0 && result !== "";
  };

  return {
    at(row, column) {
      const held = heldBy.get(keyOf(row, column));
      if (!held) return undefined;
      // Earlier rules win over later ones.
      const holding = formats.filter((_, index) => held[index]).reverse();
      return holding.length === 0 ? undefined : Object.assign({}, ...holding.map(lookOf));
    },
    refresh(changed) {
      const touched = new Map<number, readonly [number, number]>();
      formats.forEach((format, index) => {
        const [origin] = format.areas;
        for (const area of format.areas) {
          for (let row = area.row; row < area.row + area.rows; row++) {
            for (let column = area.column; column < area.column + area.columns; column++) {
              const blocks = reads[index]?.(row - (origin?.row ?? row), column - (origin?.column ?? column)) ?? "all";
              if (!touches(blocks, changed)) continue;
              const key = keyOf(row, column);
              const held = heldBy.get(key) ?? [];
              const holds = evaluate(format, row, column);
              if (holds === (held[index] ?? false)) continue;
              held[index] = holds;
              heldBy.set(key, held);
              touched.set(key, [row, column]);
            }
          }
        }
      });
      return [...touched.values()];
    },
  };
}

function lookOf({ background, fontColor, bold }: ConditionalFormat): Look {
  return {
    ...(background === undefined ? {} : { background }),
    ...(fontColor === undefined ? {} : { fontColor }),
    ...(bold === undefined ? {} : { bold }),
  };
}
