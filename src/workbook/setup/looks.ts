/** Colours, looks and rules that several tabs share. */

import type { Look, Rule } from "../plan.ts";
import type { ColumnKind } from "../schema.ts";

export const COLOURS = {
  heading: "#1a5fb4",
  header: "#dbe7f5",
  section: "#e8eef6",
  input: "#fffbe6",
  notAsked: "#e9e9e9",
  ink: "#1b1b1b",
  quiet: "#5e5c64",
} as const;

/** Background and ink of each word of the legend; ink on background reaches a contrast of 4.5 to 1. */
export const LEGEND_COLOURS = {
  good: { background: "#d5f0dd", fontColor: "#0b5a25" },
  near: { background: "#fff0c2", fontColor: "#6b4a00" },
  bad: { background: "#fbd9d7", fontColor: "#8f1410" },
  none: { background: "#e9e9e9", fontColor: "#4a4a4a" },
} as const;

export const TITLE_LOOK: Look = { bold: true, fontSize: 14, fontColor: COLOURS.heading };
export const INTRO_LOOK: Look = { italic: true, fontColor: COLOURS.quiet };
export const HEADER_LOOK: Look = {
  bold: true,
  background: COLOURS.header,
  wrap: true,
  align: "center",
  middle: true,
  border: true,
};

const NUMBER_FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  count: "0",
  number: "0",
  year: "0",
  day: "dd/mm/yyyy",
  percent: "0.00",
  link: "General",
};

/** Returns the number format of a column that users type into. */
export function numberFormat(kind: ColumnKind): string {
  return NUMBER_FORMATS[kind];
}

/** Returns the number format of a column that a formula fills: never `@`, which would turn the formula into text. */
export function computedFormat(kind: ColumnKind): string {
  return kind === "text" ? "General" : NUMBER_FORMATS[kind];
}

/** Makes the rule of a whole number from 0 on, in the cell `at`. */
export function countRule(at: string): Rule {
  return {
    kind: "formula",
    formula: `=AND(ISNUMBER(${at});${at}>=0;INT(${at})=${at})`,
    help: "Nhập số nguyên từ 0 trở lên. Không có người nào thì gõ 0.",
  };
}

/** Makes the rule of a whole number from 0 on that is not above the cell `whole`, where that is filled. */
export function partRule(at: string, whole: string): Rule {
  return {
    kind: "formula",
    formula: `=AND(ISNUMBER(${at});${at}>=0;INT(${at})=${at};OR(${whole}="";${at}<=${whole}))`,
    help: "Nhập số nguyên từ 0 trở lên, không quá tổng số ở ô bên trái.",
  };
}

/**
 * Makes the rule of a day. A day of the year before or after the reporting year, which stands in the cell `year`, is a
 * matter of a notice; one still further off is a slip of the keys.
 */
export function dayRule(at: string, year: string): Rule {
  return { kind: "formula", formula: `=${fitsDay(at, year)}`, help: DAY_HELP };
}

export const DAY_HELP =
  "Nhập ngày/tháng/năm, ví dụ 08/03/2026. Ngày của năm khác thì không tính vào năm báo cáo; ngày chưa đến là dự kiến, chưa tính.";

/** The condition of `dayRule`, to be part of a longer formula. */
export function fitsDay(at: string, year: string): string {
  return `AND(ISNUMBER(${at});YEAR(${at})>=${year}-1;YEAR(${at})<=${year}+1)`;
}
