/** `commune.csv` and `units.csv` → what a new workbook is made of. */
import { elementOf, type Plan } from "../../core/plan/plan.ts";
import { findHolder, ROLES } from "../../core/role.ts";
import { foldText } from "../../core/text.ts";
import type { RegisteredUnit } from "../../core/unit.ts";
import { UNIT_TYPE_NAMES, UNIT_TYPES } from "../../core/unit-type.ts";
import { cellText } from "../grid.ts";
import { codeFault, readElementList, readYesNo, splitWords } from "../read/register.ts";
import { DEFINITIONS_ENTRY, readRoles, type TypedSettings } from "../settings.ts";
import { type CommuneFile, readCommuneFile } from "./commune.ts";
import { readFolderPlan } from "./definitions.ts";
import { readWord } from "./fields.ts";
import { type Refusal, type Refuse, refuseInto } from "./refusal.ts";
import { readRolesFile } from "./roles.ts";
import { type FileReading, type FolderTable, readRows } from "./table.ts";

/** What a folder says of the commune and its units. */
export type FolderRegister = {
  readonly settings: TypedSettings;
  readonly plan: Plan;
  readonly register: readonly RegisteredUnit[];
  readonly refusals: readonly Refusal[];
};

/** Reads `commune.csv` and `units.csv`. */
export function readFolderRegister(tables: readonly FolderTable[]): FolderRegister {
  const refusals: Refusal[] = [];
  const { plan, isOwn } = readFolderPlan(tables, refusals);
  const commune = readCommuneFile(tables, refusals);
  const units = readRows("units.csv", tables, []).rows.map(({ text }) => text("code"));
  const named = withRoles(tables, commune.settings, units);
  const settings = isOwn ? new Map([...named, [DEFINITIONS_ENTRY.key, DEFINITIONS_ENTRY.own]]) : named;
  const custodian = cellText(settings.get("custodian"));
  const register = readUnitsFile(tables, plan, custodian, refusals);
  checkRoleUnits(commune, register, refuseInto(refusals, "commune.csv"));
  return { settings, plan, register, refusals };
}

/**
 * Adds the roles of `roles.csv` to the settings that do not name them. What cannot be used, or contradicts the settings,
 * is refused when the folder's figures are put into the workbook.
 */
function withRoles(tables: readonly FolderTable[], settings: TypedSettings, units: readonly string[]): TypedSettings {
  const spellings = new Map(units.map((code) => [foldText(code), code]));
  const roles = readRolesFile({ tables, spellings, refusals: [] });
  const named = roles.filter(({ role }) => cellText(settings.get(role)) === "");
  return new Map<string, unknown>([...settings, ...named.map(({ role, unit }) => [role, unit] as const)]);
}

/** Keeps a role's unit that the register lacks, so that it shows in the settings, and lists it. */
function checkRoleUnits({ settings, lines }: CommuneFile, register: readonly RegisteredUnit[], refuse: Refuse): void {
  if (register.length === 0) return;
  for (const role of ROLES) {
    const holding = findHolder(role, register, readRoles(settings));
    if (holding.kind !== "unknown") continue;
    const lost = role === "custodian" ? "CT3, CT4, CT5 không có số liệu" : "vai trò này không có đơn vị nào";
    const action = `Hãy sửa mã; chưa sửa thì ${lost}`;
    refuse(lines.get(role) ?? 0, "value", `mã một đơn vị trong units.csv (${role})`, holding.typed, action);
  }
}

type UnitsCsvRow = FileReading<"units.csv">["rows"][number];

function readUnitsFile(
  tables: readonly FolderTable[],
  plan: Plan,
  custodian: string,
  refusals: Refusal[],
): readonly RegisteredUnit[] {
  const { rows, refuse, keepFirst } = readRows("units.csv", tables, refusals);
  return rows.flatMap((row): readonly RegisteredUnit[] => {
    const { line, text } = row;
    const code = text("code");
    const fault = code === "" ? { expected: "mã đơn vị", action: "Hãy ghi mã" } : codeFault(code);
    if (fault) {
      refuse(line, "code", fault.expected, code, fault.action);
      return [];
    }
    const type = readWord(UNIT_TYPES, UNIT_TYPE_NAMES, text("type"));
    if (!type) {
      refuse(line, "type", `một trong ${UNIT_TYPES.join(", ")}`, text("type"), "Hãy sửa loại đơn vị");
      return [];
    }
    if (!keepFirst(foldText(code), line, "code", `đơn vị ${code}`)) return [];
    checkWords(row, plan, custodian, refuse);
    return [
      {
        code,
        name: text("name") || code,
        type,
        mailboxes: splitWords(text("email")),
        inCt1: readYesNo(text("ct1")),
        listed: readElementList(text("elements"), plan).known,
      },
    ];
  });
}

/** Tells of what a unit's row says beside what can be used; the unit is kept. */
function checkWords({ line, text }: UnitsCsvRow, plan: Plan, custodian: string, refuse: Refuse): void {
  const code = text("code");
  const { known, unknown } = readElementList(text("elements"), plan);
  const planned = known.filter((element) => elementOf(plan, element).communeOnly);
  if (text("name") === "") refuse(line, "name", "tên đơn vị", "", `Hãy ghi tên; hiện dùng mã ${code} làm tên`);
  if (text("ct1") !== "" && readYesNo(text("ct1")) === undefined) {
    refuse(line, "ct1", "yes, no hoặc để trống", text("ct1"), "Hãy sửa lại; hiện dùng mặc định của loại đơn vị");
  }
  if (unknown.length > 0) {
    const action = "Hãy sửa mã; mã này chưa được dùng";
    refuse(line, "elements", "mã số liệu, cách nhau bằng dấu |", unknown.join("|"), action);
  }
  if (planned.length > 0 && code !== custodian) {
    const expected = "số liệu quy hoạch chỉ do một đơn vị nhập chung cho xã (custodian)";
    const action = "Hãy bỏ các mã này để không lộ thông tin của riêng ai; hiện vẫn giữ như đã ghi";
    refuse(line, "elements", expected, planned.join("|"), action);
  }
}
