/** `commune.csv` → settings as typed. */
import { COMMUNE_KINDS } from "../../core/commune.ts";
import { readDay } from "../../core/period.ts";
import { foldText } from "../../core/text.ts";
import { GIVEN_SETTINGS, MOST_ACTIVITY_ROWS, readYear, type SettingEntry, type TypedSettings } from "../settings.ts";
import type { Refusal } from "./refusal.ts";
import { type FolderTable, readRows } from "./table.ts";

/** Settings as typed, and the line of each. */
export type CommuneFile = { readonly settings: TypedSettings; readonly lines: ReadonlyMap<string, number> };

/** Reads the settings; one that cannot be used is refused and left to what a new workbook begins with. */
export function readCommuneFile(tables: readonly FolderTable[], refusals: Refusal[]): CommuneFile {
  const { rows, refuse, keepFirst } = readRows("commune.csv", tables, refusals);
  const settings = new Map<string, string>();
  const lines = new Map<string, number>();
  for (const { line, text } of rows) {
    const [key, value] = [text("key"), text("value")];
    const entry = GIVEN_SETTINGS.find((candidate) => candidate.key === key);
    if (!entry) {
      const keys = GIVEN_SETTINGS.map((known) => known.key).join(", ");
      refuse(line, "key", `một trong ${keys}`, key, "Hãy sửa tên khóa");
      continue;
    }
    const expected = value === "" ? undefined : expectedOf(entry, value);
    if (expected !== undefined) {
      refuse(line, "value", `${expected} (${key})`, value, "Hãy sửa lại; hiện dùng giá trị mặc định");
    } else if (keepFirst(key, line, "key", `khóa ${key}`)) {
      settings.set(key, value);
      lines.set(key, line);
    }
  }
  return { settings, lines };
}

/** Says what a setting must be where its text is not; undefined if it is. */
function expectedOf({ kind }: SettingEntry, value: string): string | undefined {
  switch (kind) {
    case "text":
      return undefined;
    case "choice":
      return COMMUNE_KINDS.some((known) => foldText(known) === foldText(value)) ? undefined : COMMUNE_KINDS.join(", ");
    case "day":
      return readDay(value) ? undefined : "ngày có thật dạng yyyy-mm-dd";
    case "year":
      return readYear(value) === undefined ? "năm từ 2020 đến 2100" : undefined;
    case "count": {
      const fits = /^\d+$/.test(value) && Number(value) >= 1 && Number(value) <= MOST_ACTIVITY_ROWS;
      return fits ? undefined : `số nguyên từ 1 đến ${MOST_ACTIVITY_ROWS}`;
    }
  }
}

/** Returns the settings with a reporting year; where that is another year, its deadline gives way to the plan's. */
export function withYear(settings: TypedSettings, year: number): TypedSettings {
  const changed = new Map<string, unknown>(settings);
  changed.set("year", String(year));
  const deadline = readDay(settings.get("deadline"));
  const kept = readYear(settings.get("year")) === year || deadline?.startsWith(String(year));
  if (deadline && !kept) changed.set("deadline", "");
  return changed;
}
