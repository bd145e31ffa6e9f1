/** `roles.csv` → who holds which role. Absent: the units' codes and names tell. */
import { ROLE_NAMES, ROLES, type Role } from "../../core/role.ts";
import { foldText } from "../../core/text.ts";
import { type FieldContext, readWord, respell } from "./fields.ts";
import { readRows } from "./table.ts";

export type ImportedRole = { readonly line: number; readonly role: Role; readonly unit: string };

/** Reads the roles against the units that there are. */
export function readRolesFile({
  tables,
  refusals,
  spellings,
}: Pick<FieldContext, "tables" | "refusals" | "spellings">): readonly ImportedRole[] {
  const { rows, refuse, keepFirst } = readRows("roles.csv", tables, refusals);
  return rows.flatMap(({ line, text }): readonly ImportedRole[] => {
    const role = readWord(ROLES, ROLE_NAMES, text("role"));
    if (!role) {
      refuse(line, "role", `một trong ${ROLES.join(", ")}`, text("role"), "Hãy sửa tên vai trò");
      return [];
    }
    const unit = text("unit");
    const meant = spellings.get(foldText(unit));
    if (meant !== unit) {
      refuse(line, "unit", "mã một đơn vị có trong tab Đơn vị", unit, respell(unit, meant));
      return [];
    }
    return keepFirst(role, line, "role", `vai trò ${role}`) ? [{ line, role, unit }] : [];
  });
}
