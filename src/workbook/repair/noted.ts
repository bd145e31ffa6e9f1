/** Ids of sheets as the register and the settings note them, against the sheets that are there. */
import { address } from "../grid.ts";
import type { UnitPlace } from "../layout.ts";
import { HAMLETS_TAB, OWN_TITLES, SETTINGS_TAB, UNITS_TAB } from "../schema.ts";
import { TAB_IDS_ENTRY } from "../tab-ids.ts";
import { columnOf } from "../table.ts";
import type { FoundContent } from "./content.ts";
import { type Finding, finding } from "./finding.ts";

/** Lists what is noted wrong; the plan's last steps note all ids again. */
export function checkNotedIds(found: FoundContent, places: ReadonlyMap<string, UnitPlace>): readonly Finding[] {
  return [...checkRegister(found, places), ...checkSettings(found)];
}

function checkRegister(
  { register, identity }: FoundContent,
  places: ReadonlyMap<string, UnitPlace>,
): readonly Finding[] {
  const sheetId = (title: string) => identity.sheets.get(title)?.id;
  const tab = identity.sheets.get(UNITS_TAB.title)?.title ?? UNITS_TAB.title;
  return register.flatMap((unit): readonly Finding[] => {
    const place = places.get(unit.code);
    const id = place && sheetId(place.hamletRow === undefined ? place.block.tab : HAMLETS_TAB.title);
    if (id === undefined || unit.sheetId === "") return [];
    if (unit.sheetId === String(id) && unit.notedFor === unit.code) return [];
    const cell = address(unit.row, columnOf(UNITS_TAB, "tab"));
    const words = {
      expected: `tab của ${unit.code}`,
      found: "dòng này chỉ sang một tab khác hoặc tab đã bị xóa",
      action: "Sẽ ghi lại tab, liên kết và công thức xếp chồng",
    };
    return [finding({ tab, cell }, "noted-tab", "patch", words)];
  });
}

function checkSettings({ identity, tabIds, tabIdsCell }: FoundContent): readonly Finding[] {
  const settings = identity.sheets.get(SETTINGS_TAB.title);
  const isOff = OWN_TITLES.some((title) => {
    const sheet = identity.sheets.get(title);
    return sheet !== undefined && tabIds.get(title) !== sheet.id;
  });
  if (!settings || !isOff) return [];
  const words = { expected: TAB_IDS_ENTRY.name.toLowerCase(), found: "số không đúng", action: "Sẽ ghi lại" };
  return [finding({ tab: settings.title, cell: tabIdsCell ?? "" }, "noted-tab", "patch", words)];
}
