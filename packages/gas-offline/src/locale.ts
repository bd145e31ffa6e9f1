/** How a spreadsheet's locale has days and numbers read and shown. */

/** The customs of a locale. */
export type Customs = {
  /** True: 08/03 is 8 March. False: it is 3 August. */
  readonly isDayFirst: boolean;
  /** True: 2,5 is two and a half. False: 2.5 is. */
  readonly hasDecimalComma: boolean;
  /** The number format of a day that is typed into a cell without one. */
  readonly dayFormat: string;
};

const VIETNAM: Customs = { isDayFirst: true, hasDecimalComma: true, dayFormat: "dd/mm/yyyy" };
const BRITAIN: Customs = { isDayFirst: true, hasDecimalComma: false, dayFormat: "dd/mm/yyyy" };
const AMERICA: Customs = { isDayFirst: false, hasDecimalComma: false, dayFormat: "M/d/yyyy" };

/** Returns the customs of a locale as Google Sheets names it: `vi_VN`, `en_US`. */
export function customsOf(locale: string): Customs {
  if (!/^en\b|^en_/.test(locale)) return VIETNAM;
  return locale === "en_US" || locale === "en" ? AMERICA : BRITAIN;
}
