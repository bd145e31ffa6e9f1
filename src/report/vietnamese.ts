/** Figures, days and lists as an official text in Vietnamese writes them. Rounds for showing only, and never lies. */
import type { Day } from "../core/period.ts";

/** Shows a whole number with a dot between thousands: `12.500`. */
export function showCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+(?!\d))/g, ".");
}

/** Shows money: `12.500.000 đồng`. */
export function showMoney(amount: number): string {
  return `${showCount(amount)} đồng`;
}

const MOST_DECIMALS = 15;

/**
 * Shows percents that are read side by side. All of them get one decimal (whole ones none), or as many more as it takes
 * to keep, among them and against `limits`, which one is the greater: 39.96 against 40 is `39,96%`, never `40,0%`.
 * Exact while denominators stay below 10^13.
 */
export function showPercents(percents: readonly number[], limits: readonly number[] = []): readonly string[] {
  let decimals = 1;
  while (decimals < MOST_DECIMALS && !keepsOrder(percents, limits, decimals)) decimals += 1;
  return percents.map((percent) => {
    const digits = Number.isInteger(percent) ? String(percent) : percent.toFixed(decimals);
    return `${digits.replace(".", ",")}%`;
  });
}

/** Shows one percent so that it contradicts none of the `limits`: see `showPercents`. */
export function showPercent(percent: number, limits: readonly number[] = []): string {
  return showPercents([percent], limits).join("");
}

function keepsOrder(percents: readonly number[], limits: readonly number[], decimals: number): boolean {
  const shown = percents.map((percent) => Number(percent.toFixed(decimals)));
  return percents.every((percent, index) => {
    const rounded = shown[index] ?? percent;
    return (
      limits.every((limit) => Math.sign(rounded - limit) === Math.sign(percent - limit)) &&
      percents.every((other, place) => Math.sign(rounded - (shown[place] ?? other)) === Math.sign(percent - other))
    );
  });
}

/** Shows a day in words; days below 10 and months 1 and 2 take a zero (NĐ 30/2020, PL I): `ngày 05 tháng 3 năm 2026`. */
export function showDate(day: Day): string {
  const month = Number(day.slice(5, 7));
  return `ngày ${day.slice(8, 10)} tháng ${month <= 2 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}

/** Shows a day that is filled in by hand when the report is signed. No-break spaces, so that the gaps stay. */
export function showBlankDate(year: number): string {
  return `ngày\u00a0\u00a0\u00a0\u00a0 tháng\u00a0\u00a0\u00a0\u00a0 năm ${year}`;
}

/** Joins texts: `a`, `a và b`, `a, b và c`. */
export function joinList(items: readonly string[]): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} và ${items[items.length - 1]}`;
}

/** Joins names of units: `Phòng Kinh tế, Trạm Y tế xã và ấp Bình Hòa`; the first as it begins a line. */
export function joinUnits(names: readonly string[]): string {
  return joinList(names.map((name, index) => (index === 0 ? name : unitInside(name))));
}

/** Kinds of places, common nouns all: only what follows them is a name (NĐ 30/2020, PL II). */
const PLACES = /^(?:Ấp|Khóm|Thôn|Bản|Buôn|Khu phố|Tổ dân phố|Khu dân cư)(?= )/;

/** Writes a unit's name as it stands inside a sentence: `ấp Bình Hòa`, but `Hội Nông dân xã`. */
export function unitInside(name: string): string {
  return name.replace(PLACES, (place) => place.toLowerCase());
}

/** What targets begin with; a name that a commune gave its target and that begins otherwise is left as it is. */
const COUNTED = /^(?:Nữ|Phụ nữ|Cán bộ|Cơ quan|Hoạt động|Tỷ lệ)(?=[ ,])/;

/** Writes a target's name as it stands inside a sentence: `nữ trong tổ hòa giải`. */
export function targetInside(name: string): string {
  return name.replace(COUNTED, (word) => word.toLowerCase());
}

/** Begins a text with a capital letter. */
export function capitalise(text: string): string {
  const [first = "", ...rest] = [...text];
  return first.toUpperCase() + rest.join("");
}

/** Ends a text with a full stop unless it already ends with a mark. */
export function endSentence(text: string): string {
  return /[.!?…:;]$/.test(text) ? text : `${text}.`;
}
