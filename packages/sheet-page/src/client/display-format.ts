/** In which look a value is shown, where its cell's own is not enough. */
import type { CellContent, CellFormat } from "gas-offline/model";

/** A fraction without a number format has a decimal comma, as in Vietnam; the library would show it with a point. */
const FRACTION: CellFormat = { numberFormat: "0.##########" };

/** Returns the look that a value is shown in: its cell's own format, where a plain fraction needs none of its own. */
export function displayFormat(format: CellFormat | undefined, value: CellContent | null): CellFormat | undefined {
  const isPlain = typeof value === "number" && !Number.isInteger(value) && format?.numberFormat === undefined;
  return isPlain ? { ...format, ...FRACTION } : format;
}
