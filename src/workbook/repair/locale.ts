/**
 * The spreadsheet's locale decides how typing is read. In one that an account in English has made, 08/03/2026 is 3 August
 * and 1.500 is one and a half: the locale is set to Vietnam's, and the days that may be the wrong way round are listed.
 */
import { isDate, readDay, showDay } from "../../core/period.ts";
import { address } from "../grid.ts";
import type { Identity } from "../identity.ts";
import { DATA_TAB } from "../schema.ts";
import type { WorkbookFacts } from "./actual.ts";
import { type Finding, finding } from "./finding.ts";

/** The locale of a workbook, as Google Sheets names it. */
export const LOCALE = "vi_VN";

const LOCALE_CODE = "locale";
const DAY_CODE = "day-order";

/** Tells whether a finding is that the locale is not Vietnam's. */
export function isOfLocale({ code }: Finding): boolean {
  return code === LOCALE_CODE;
}

/** Tells whether a finding is a day to look at. It is found only while the locale is not Vietnam's. */
export function isOfDay({ code }: Finding): boolean {
  return code === DAY_CODE;
}

/** Finds a locale that is not Vietnam's, and the days in the workbook's tabs that it may have turned round. */
export function checkLocale({ locale, tabs }: WorkbookFacts, { sheets }: Identity): readonly Finding[] {
  if (/^vi(_|$)/.test(locale)) return [];
  const found = locale === "en_US" ? "cách của Hoa Kỳ" : "cách của nước khác";
  const message = `Cách ghi ngày và số của bảng tính: cần cách của Việt Nam (ngày trước tháng sau, 1.500 là một nghìn rưỡi); thấy ${found}. Sẽ đặt lại; ngày và số đã gõ không tự đổi: hãy xem lại những ngày được kể ra và những số gõ có dấu chấm, dấu phẩy.`;
  const days = [...sheets].flatMap(([title, { id }]) => {
    // The tidy tab repeats what the forms hold.
    const tab = title === DATA_TAB.title ? undefined : tabs.get(id);
    return tab
      ? tab.values.flatMap((row, index) => row.flatMap((cell, at) => checkDay(cell, tab.name, index, at)))
      : [];
  });
  return [{ tab: "", cell: "", code: LOCALE_CODE, remedy: "patch", message }, ...days];
}

/** A day of the 13th or later has one reading only; so has one whose day and month are the same number. */
function checkDay(cell: unknown, tab: string, row: number, column: number): readonly Finding[] {
  const day = isDate(cell) ? readDay(cell) : undefined;
  if (day === undefined) return [];
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
  if (Number(date) > 12 || date === month) return [];
  const words = {
    expected: "đúng ngày đã diễn ra",
    found: `${showDay(day)}, có thể người nhập đã gõ ${month}/${date}/${year}`,
    action: "Hãy xem lại; nếu sai thì gõ lại",
  };
  return [finding({ tab, cell: address(row + 1, column + 1) }, DAY_CODE, "look", words)];
}
