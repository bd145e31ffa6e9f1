/** Imported roles → cells of the tab `Cấu hình`. A unit that is named there already stays. */
import { ROLE_NAMES } from "../../core/role.ts";
import { shorten } from "../../core/text.ts";
import type { ImportedRole } from "../folder/roles.ts";
import { areaOf, asLiteral } from "../grid.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { SETTINGS_TAB } from "../schema.ts";
import type { Placing } from "./lines.ts";

/** Returns a function that places a role: into its empty cell; another unit there contradicts it. */
export function rolePlacer({ commune, layout }: WorkbookRecords): (role: ImportedRole) => Placing {
  return ({ role, unit }) => {
    const typed = commune.roles[role] ?? "";
    if (typed === unit) return { lines: [] };
    if (typed !== "") {
      const expected = `đơn vị đã ghi cho vai trò ${ROLE_NAMES[role]} (${role}) ở tab ${SETTINGS_TAB.title}, là “${shorten(typed)}”`;
      return { refusal: `cột unit: cần ${expected}; thấy “${shorten(unit)}”. Hãy sửa một trong hai cho khớp.` };
    }
    const cell = layout.roleCells.get(role);
    if (cell === undefined) {
      const expected = `dòng vai trò ${ROLE_NAMES[role]} ở tab ${SETTINGS_TAB.title}`;
      return { refusal: `cột role: cần ${expected}; không thấy. Hãy chọn Kiểm tra và sửa sổ rồi nhập lại.` };
    }
    const { row, column } = areaOf(cell);
    return { lines: [{ tab: SETTINGS_TAB.title, row, column, cells: [asLiteral(unit)], unruly: false }] };
  };
}
