/** How a spreadsheet's locale has days and numbers read and shown. What each language does, the machine's tables say. */

/** The customs of a locale. */
export type Customs = {
  /** True: 08/03 is 8 March. False: it is 3 August. */
  readonly isDayFirst: boolean;
  /** True: 2,5 is two and a half. False: 2.5 is. */
  readonly hasDecimalComma: boolean;
  /** What stands between thousands: `.`, `,`, `'` or a space. */
  readonly groupMark: string;
  /** The number format of a day that is typed into a cell without one. */
  readonly dayFormat: string;
};

/** What Google Sheets shows otherwise than the tables say. */
const DAY_FORMATS: Readonly<Record<string, string>> = { vi_VN: "dd/mm/yyyy", en_US: "M/d/yyyy", en_GB: "dd/mm/yyyy" };

/** A spreadsheet's first locale here; also for a name that no table has. */
const VIETNAM = "vi_VN";

const known = new Map<string, Customs>();

/** Tells whether a text names a locale as Google Sheets does: `vi_VN`, `en_US`, `fr`. */
export function isLocale(text: string): boolean {
  return /^[a-z]{2,3}(_[A-Z][A-Za-z]{3})?(_[A-Z]{2})?$/.test(text) && tagOf(text) !== undefined;
}

/** Returns the customs of a locale as Google Sheets names it. */
export function customsOf(locale: string): Customs {
  let customs = known.get(locale);
  if (!customs) {
    customs = readCustoms(isLocale(locale) ? locale : VIETNAM);
    known.set(locale, customs);
  }
  return customs;
}

function tagOf(locale: string): string | undefined {
  return Intl.NumberFormat.supportedLocalesOf([locale.replaceAll("_", "-")])[0];
}

function readCustoms(locale: string): Customs {
  const tag = tagOf(locale) ?? "vi-VN";
  // Digits are Latin in Sheets, whatever the language writes.
  const number = new Intl.NumberFormat(tag, { numberingSystem: "latn", useGrouping: true }).formatToParts(12_345.6);
  const mark = (type: "decimal" | "group") => number.find((part) => part.type === type)?.value ?? "";
  const day = new Intl.DateTimeFormat(tag, { numberingSystem: "latn", calendar: "gregory", timeZone: "UTC" });
  const parts = day.formatToParts(Date.UTC(2001, 1, 3));
  const order = parts.map(({ type }) => type);
  const group = mark("group");
  return {
    isDayFirst: order.indexOf("day") < order.indexOf("month"),
    hasDecimalComma: mark("decimal") === ",",
    groupMark: /\s/.test(group) ? " " : group.replace("’", "'"),
    dayFormat: DAY_FORMATS[locale] ?? parts.map(formatOf).join(""),
  };
}

function formatOf({ type, value }: Intl.DateTimeFormatPart): string {
  if (type === "year") return "yyyy";
  if (type === "month") return "M".repeat(value.length);
  return type === "day" ? "d".repeat(value.length) : value;
}
