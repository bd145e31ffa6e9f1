/**
 * Formats and styles that many cells share: each is made, read and stored once.
 */
import type { CellStyle } from "hucre/xlsx";
import type { CellFormat } from "../model.ts";
import { cellFormatOf, formatKey, formatThroughFile, sameFormat, styleOf } from "./style.ts";

/** The formats that a style cannot hold exactly, each stored under a number. */
export type FormatList = {
  /** Returns the number of a format. Undefined if the style already says everything. */
  readonly numberOf: (format: CellFormat) => number | undefined;
  readonly all: () => readonly CellFormat[];
};

/** Makes the list of formats, empty at first. */
export function newFormatList(): FormatList {
  const formats: CellFormat[] = [];
  const byKey = new Map<string, number | undefined>();
  const known = new Map<CellFormat, number | undefined>();
  return {
    all: () => formats,
    numberOf(format) {
      if (known.has(format)) return known.get(format);
      const key = formatKey(format);
      if (!byKey.has(key)) {
        const told = key !== formatKey({}) && sameFormat(format, formatThroughFile(format));
        byKey.set(key, told ? undefined : formats.push(format) - 1);
      }
      const number = byKey.get(key);
      known.set(format, number);
      return number;
    },
  };
}

/** Makes a style once for all cells that share a format. */
export function styleCache() {
  const kinds = Array.from({ length: 4 }, () => new Map<CellFormat | undefined, ReturnType<typeof styleOf>>());
  return (format: CellFormat | undefined, unlocked: boolean, holdsTruth: boolean) => {
    const styles = kinds[(unlocked ? 2 : 0) + (holdsTruth ? 1 : 0)];
    if (!styles) return undefined;
    if (!styles.has(format)) styles.set(format, styleOf(format ?? {}, unlocked, holdsTruth));
    return styles.get(format);
  };
}

/** Reads each style once for all its cells. Undefined for an empty style. */
export function formatCache(themeColors: readonly string[]): (style: CellStyle) => CellFormat | undefined {
  const numbers = new Map<object, number>();
  const formats = new Map<string, CellFormat | undefined>();
  const numberOf = (part: object | undefined) => {
    if (!part) return 0;
    const number = numbers.get(part) ?? numbers.size + 1;
    numbers.set(part, number);
    return number;
  };
  return (style) => {
    const { font, fill, border, alignment, numFmt } = style;
    const key = `${numberOf(font)} ${numberOf(fill)} ${numberOf(border)} ${numberOf(alignment)} ${numFmt ?? ""}`;
    if (!formats.has(key)) {
      const format = cellFormatOf(style, themeColors);
      formats.set(key, Object.keys(format).length > 0 ? format : undefined);
    }
    return formats.get(key);
  };
}
