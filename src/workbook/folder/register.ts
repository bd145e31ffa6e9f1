/** `commune.csv` and `units.csv` → what a new workbook is made of. */
import { COMMUNE_ELEMENTS } from "../../core/element.ts";
import { foldText } from "../../core/text.ts";
import { type RegisteredUnit, UNIT_TYPES } from "../../core/unit.ts";
import { cellText } from "../grid.ts";
import { codeFault, readElementList, readYesNo, splitMailboxes } from "../read/register.ts";
import type { TypedSettings } from "../settings.ts";
import { type CommuneFile, readCommuneFile } from "./commune.ts";
import { type Refusal, type Refuse, refuseInto } from "./refusal.ts";
import { type FileReading, type FolderTable, readRows } from "./table.ts";

/** What a folder says of the commune and its units. */
export type FolderRegister = {
  readonly settings: TypedSettings;
  readonly register: readonly RegisteredUnit[];
  readonly refusals: readonly Refusal[];
};

/** Reads `commune.csv` and `units.csv`. */
export function readFolderRegister(tables: readonly FolderTable[]): FolderRegister {
  const refusals: Refusal[] = [];
  const commune = readCommuneFile(tables, refusals);
  const custodian = cellText(commune.settings.get("custodian"));
  const register = readUnitsFile(tables, custodian, refusals);
  checkCustodian(commune, custodian, register, refuseInto(refusals, "commune.csv"));
  return { settings: commune.settings, register, refusals };
}

/** A custodian that is no unit is kept, so that it shows in the settings, and told of. */
function checkCustodian(
  { lines }: CommuneFile,
  custodian: string,
  register: readonly RegisteredUnit[],
  refuse: Refuse,
): void {
  if (custodian === "" || register.length === 0 || register.some(({ code }) => code === custodian)) return;
  const action = "Hãy sửa mã; chưa sửa thì CT3, CT4, CT5 không có số liệu";
  refuse(lines.get("custodian") ?? 0, "value", "mã một đơn vị trong units.csv (custodian)", custodian, action);
}

type UnitRow = FileReading<"units.csv">["rows"][number];

function readUnitsFile(
  tables: readonly FolderTable[],
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
    const type = UNIT_TYPES.find((known) => known === text("type"));
    if (!type) {
      refuse(line, "type", `một trong ${UNIT_TYPES.join(", ")}`, text("type"), "Hãy sửa loại đơn vị");
      return [];
    }
    if (!keepFirst(foldText(code), line, "code", `đơn vị ${code}`)) return [];
    checkWords(row, custodian, refuse);
    return [
      {
        code,
        name: text("name") || code,
        type,
        mailboxes: splitMailboxes(text("email")),
        inCt1: readYesNo(text("ct1")),
        listed: readElementList(text("elements")).known,
      },
    ];
  });
}

/** Tells of what a unit's row says beside what can be used; the unit is kept. */
function checkWords({ line, text }: UnitRow, custodian: string, refuse: Refuse): void {
  const code = text("code");
  const { known, unknown } = readElementList(text("elements"));
  const planned = known.filter((element) => COMMUNE_ELEMENTS.includes(element));
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
