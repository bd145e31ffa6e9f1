/** The format in which a value is shown, if its cell's own is not enough. */
import type { CellContent, CellFormat } from "gas-offline/model";

/** A fraction without a number format has a decimal comma, as in Vietnam. The library would show a point. */
const FRACTION: CellFormat = { numberFormat: "0.##########" };

/** Returns the format in which a value is shown: its cell's own, or FRACTION for a fraction without one. */
export function displayFormat(format: CellFormat | undefined, value: CellContent | null): CellFormat | undefined {
  const isPlain = typeof value === "number" && !Number.isInteger(value) && format?.numberFormat === undefined;
  return isPlain ? { ...format, ...FRACTION } : format;
}
