/**
 * A cell's look, between the workbook's format and the style of an .xlsx file. The stored part keeps what a style
 * cannot, such as a default that was set.
 */

import type { CellStyle } from "hucre/xlsx";
import { resolveThemeColor } from "hucre/xlsx";
import type { CellFormat } from "../model.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Font = NonNullable<CellStyle["font"]>;
type Color = NonNullable<Font["color"]>;

/** The font of a cell without one, as in Google Sheets. */
export const DEFAULT_FONT = { name: "Arial", size: 10 };

const VERTICAL = { top: "top", middle: "center", bottom: "bottom" } as const;

/** The number format without which LibreOffice shows TRUE as 1; Excel shows TRUE whatever the format. */
export const TRUTH_FORMAT = '"TRUE";"TRUE";"FALSE"';

/** Makes the style of a format; an unlocked cell may be changed in a protected sheet. */
export function styleOf(format: CellFormat, unlocked = false, holdsTruth = false): CellStyle | undefined {
  const style: CellStyle = {};
  const font = fontOf(format);
  if (font) style.font = font;
  const background = colorOf(format.background);
  if (background) style.fill = { type: "pattern", pattern: "solid", fgColor: background };
  const line = colorOf(format.border);
  if (line) {
    const side = { style: "thin" as const, color: line };
    style.border = { top: side, right: side, bottom: side, left: side };
  }
  const numberFormat = excelNumberFormat(format.numberFormat) ?? (holdsTruth ? TRUTH_FORMAT : undefined);
  if (numberFormat !== undefined) style.numFmt = numberFormat;
  if (format.wrap === true || format.horizontal || format.vertical) {
    style.alignment = {
      ...(format.horizontal ? { horizontal: format.horizontal } : {}),
      ...(format.vertical ? { vertical: VERTICAL[format.vertical] } : {}),
      ...(format.wrap === true ? { wrapText: true } : {}),
    };
  }
  if (unlocked) style.protection = { locked: false };
  return Object.keys(style).length > 0 ? style : undefined;
}

/** Reads a style as a format in which no default is said. */
export function cellFormatOf(style: CellStyle, themeColors: readonly string[] = []): CellFormat {
  const format: Mutable<CellFormat> = {};
  if (style.numFmt !== undefined && style.numFmt.toLowerCase() !== "general" && style.numFmt !== TRUTH_FORMAT) {
    // LibreOffice writes `dd/mm/yyyy\\ hh:mm`; these signs mean themselves with a stroke before them or without.
    format.numberFormat = style.numFmt.replace(/\\([ /:-])/g, "$1");
  }
  const { font } = style;
  if (font) {
    if (font.name !== undefined && font.name !== DEFAULT_FONT.name) format.fontFamily = font.name;
    if (font.size !== undefined && font.size !== DEFAULT_FONT.size) format.fontSize = font.size;
    if (font.bold === true) format.bold = true;
    if (font.italic === true) format.italic = true;
    const color = hexOf(font.color, themeColors);
    if (color && color !== "#000000") format.fontColor = color;
  }
  if (style.fill?.type === "pattern" && style.fill.pattern === "solid") {
    const color = hexOf(style.fill.fgColor, themeColors);
    if (color) format.background = color;
  }
  if (style.alignment?.wrapText === true) format.wrap = true;
  const horizontal = style.alignment?.horizontal;
  if (horizontal === "left" || horizontal === "center" || horizontal === "right") format.horizontal = horizontal;
  const vertical = style.alignment?.vertical;
  if (vertical === "top") format.vertical = "top";
  if (vertical === "center") format.vertical = "middle";
  const line = lineOf(style, themeColors);
  if (line) format.border = line;
  return format;
}

/** Returns the format that a cell has again after it went through a style. */
export function formatThroughFile(format: CellFormat): CellFormat {
  return cellFormatOf(styleOf(format) ?? {});
}

/** Tells whether two formats say the same. */
export function sameFormat(one: CellFormat, other: CellFormat): boolean {
  return one === other || formatKey(one) === formatKey(other);
}

/** Makes a text that two formats share exactly when they say the same. */
export function formatKey(format: CellFormat): string {
  return JSON.stringify([
    format.numberFormat,
    format.fontFamily,
    format.fontSize,
    format.bold,
    format.italic,
    format.fontColor,
    format.background,
    format.wrap,
    format.horizontal,
    format.vertical,
    format.border,
  ]);
}

/** Makes the colour of an .xlsx file from `#rrggbb`. Undefined for other texts. */
export function colorOf(hex: string | undefined): { rgb: string } | undefined {
  return hex !== undefined && /^#[0-9a-f]{6}$/i.test(hex) ? { rgb: hex.slice(1).toUpperCase() } : undefined;
}

/** Reads a colour of an .xlsx file as `#rrggbb`. */
export function hexOf(color: Color | undefined, themeColors: readonly string[]): string | undefined {
  if (!color) return undefined;
  if (color.rgb !== undefined) return /^[0-9a-f]{6}$/i.test(color.rgb) ? `#${color.rgb.toLowerCase()}` : undefined;
  if (color.theme === undefined || themeColors.length === 0) return undefined;
  // The library lists dark before light; in a cell, Excel counts light before dark.
  const index = color.theme < 4 ? color.theme ^ 1 : color.theme;
  return `#${resolveThemeColor([...themeColors], index, color.tint).toLowerCase()}`;
}

function fontOf(format: CellFormat): Font | undefined {
  const color = colorOf(format.fontColor);
  const plain = !format.bold && !format.italic && !color;
  if (plain && format.fontFamily === undefined && format.fontSize === undefined) return undefined;
  return {
    name: format.fontFamily || DEFAULT_FONT.name,
    size: format.fontSize ?? DEFAULT_FONT.size,
    ...(format.bold === true ? { bold: true } : {}),
    ...(format.italic === true ? { italic: true } : {}),
    ...(color ? { color } : {}),
  };
}

/** Google's “automatic” pattern is Excel's General; all other patterns that the workbook uses read the same in both. */
function excelNumberFormat(pattern: string | undefined): string | undefined {
  if (pattern === undefined || pattern === "" || /^(general|0\.#+)$/i.test(pattern)) return undefined;
  return pattern;
}

function lineOf(style: CellStyle, themeColors: readonly string[]): string | undefined {
  const { border } = style;
  const sides = [border?.top, border?.right, border?.bottom, border?.left];
  const colors = sides.map((side) => side && (hexOf(side.color, themeColors) ?? "#000000"));
  return colors.every((color) => color !== undefined && color === colors[0]) ? colors[0] : undefined;
}
