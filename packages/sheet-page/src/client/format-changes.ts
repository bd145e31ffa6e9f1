/** Turns the grid's styles into format changes of the host. */
import { HorizontalAlign, VerticalAlign, WrapStrategy } from "@univerjs/core";
import type { FormatChange } from "gas-offline/model";
import type { PageAction } from "../protocol.ts";

/** A cell of the grid with its new number format. Without a pattern the format is removed. */
export type NumberFormatCell = { readonly row: number; readonly col: number; readonly pattern?: string };

/** Removes every format. */
export const PLAIN: FormatChange = {
  numberFormat: null,
  fontFamily: null,
  fontSize: null,
  bold: null,
  italic: null,
  fontColor: null,
  background: null,
  wrap: null,
  horizontal: null,
  vertical: null,
  border: null,
};

/** Returns the format of a grid style. Undefined if a workbook's file cannot hold it. */
export function formatOf({
  type,
  value,
}: {
  readonly type: string;
  readonly value: unknown;
}): FormatChange | undefined {
  switch (type) {
    case "bl":
      return { bold: value === 1 ? true : null };
    case "it":
      return { italic: value === 1 ? true : null };
    case "fs":
      return { fontSize: Number(value) };
    case "ff":
      return { fontFamily: String(value) };
    case "cl":
      return { fontColor: colourOf(value) };
    case "bg":
      return { background: colourOf(value) };
    case "tb":
      return { wrap: value === WrapStrategy.WRAP ? true : null };
    case "ht":
      return { horizontal: HORIZONTAL.get(Number(value)) ?? null };
    case "vt":
      return { vertical: VERTICAL.get(Number(value)) ?? null };
    default:
      return undefined;
  }
}

const HORIZONTAL: ReadonlyMap<number, "left" | "center" | "right"> = new Map([
  [HorizontalAlign.LEFT, "left"],
  [HorizontalAlign.CENTER, "center"],
  [HorizontalAlign.RIGHT, "right"],
]);
const VERTICAL: ReadonlyMap<number, "top" | "middle" | "bottom"> = new Map([
  [VerticalAlign.TOP, "top"],
  [VerticalAlign.MIDDLE, "middle"],
  [VerticalAlign.BOTTOM, "bottom"],
]);

function colourOf(value: unknown): string | null {
  const rgb: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "rgb") : value;
  return typeof rgb === "string" && rgb !== "" ? hexOf(rgb) : null;
}

/** Writes a colour as `#rrggbb`. */
export function hexOf(colour: string): string {
  const parts = /^rgba?\((\d+)[, ]+(\d+)[, ]+(\d+)/.exec(colour);
  if (parts)
    return `#${parts
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, "0"))
      .join("")}`;
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join("")}`
    : colour.slice(0, 7).toLowerCase();
}

/** Makes actions of number formats, which come cell by cell. Equal formats of one block become one action. */
export function numberFormats(sheet: number, cells: readonly NumberFormatCell[]): readonly PageAction[] {
  const byPattern = new Map<string | undefined, { readonly row: number; readonly col: number }[]>();
  for (const { row, col, pattern } of cells) {
    const known = byPattern.get(pattern) ?? [];
    known.push({ row, col });
    byPattern.set(pattern, known);
  }
  return [...byPattern].flatMap(([pattern, places]) => {
    const format = { numberFormat: pattern === undefined || pattern === "" ? null : pattern };
    const [rows, columns] = [places.map(({ row }) => row), places.map(({ col }) => col)];
    const [top, left] = [Math.min(...rows), Math.min(...columns)];
    const area = {
      row: top + 1,
      column: left + 1,
      rows: Math.max(...rows) - top + 1,
      columns: Math.max(...columns) - left + 1,
    };
    if (area.rows * area.columns === places.length) return [{ sheet, kind: "setFormat", area, format } as const];
    return places.map(({ row, col }) => {
      const cell = { row: row + 1, column: col + 1, rows: 1, columns: 1 };
      return { sheet, kind: "setFormat", area: cell, format } as const;
    });
  });
}
