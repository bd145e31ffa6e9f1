/** Which sheet is which tab, as set-up notes it in a row of its own below the settings. */
import { cleanText, splitList } from "../core/text.ts";
import { cellText, type Grid } from "./grid.ts";
import type { TypedSettings } from "./settings.ts";

/** The row below the settings in which set-up notes which sheet is which tab: `Bảng điểm=12|Kiểm tra=13`. */
export const TAB_IDS_ENTRY = {
  key: "tabs",
  name: "Số các tab của sổ",
  help: "Sổ tự ghi để nhận ra tab khi tên tab bị đổi. Không sửa.",
} as const;

/** The ids of the workbook's own tabs, by the titles that they were made with. */
export type TabIds = ReadonlyMap<string, number>;

/** Reads the noted ids; what is no id is passed over. */
export function readTabIds(typed: TypedSettings): TabIds {
  return parseTabIds(cellText(typed.get(TAB_IDS_ENTRY.key)));
}

/** Reads ids as `showTabIds` writes them; what is no id is passed over. */
export function parseTabIds(text: string): TabIds {
  const ids = new Map<string, number>();
  for (const part of splitList(text)) {
    const at = part.lastIndexOf("=");
    const id = Number(part.slice(at + 1));
    if (at > 0 && Number.isSafeInteger(id)) ids.set(part.slice(0, at), id);
  }
  return ids;
}

/** Finds the noted ids anywhere in a tab of settings, also in one whose rows and columns have moved. */
export function findTabIds(grid: Grid): TabIds {
  const noted = grid
    .flat()
    .map((cell) => (typeof cell === "string" ? cleanText(cell) : ""))
    .find((text) => /^[^=|]+=\d+(\|[^=|]+=\d+)+$/.test(text));
  return parseTabIds(noted ?? "");
}

/** Writes ids as their cell holds them. */
export function showTabIds(ids: TabIds): string {
  return [...ids].map(([title, id]) => `${title}=${id}`).join("|");
}
