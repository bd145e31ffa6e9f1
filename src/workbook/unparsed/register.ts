/** What the register says and reading passes over: rows without a code, odd codes, words that its cells do not know. */
import { elementOf, type Plan } from "../../core/plan/plan.ts";
import type { Grid } from "../grid.ts";
import { codeFault, findMergerTarget, isClosed, readElementList, readYesNo } from "../read/register.ts";
import { UNITS_TAB } from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";
import { showFound, type UnparsedContent, type UnparsedIssue, unparsedCell } from "./unparsed.ts";

type UnitKey = (typeof UNITS_TAB.columns)[number]["key"];

const TYPED_KEYS = UNITS_TAB.columns.filter(({ input }) => input).map(({ key }) => key);

/** Lists what of the tab `Đơn vị` cannot be used. */
export function findUnparsedUnits(grid: Grid, custodian: string | undefined, plan: Plan): readonly UnparsedIssue[] {
  const rows = readTable(UNITS_TAB, grid);
  return rows.flatMap((row) =>
    row.text("code") === ""
      ? checkNoCode(row)
      : [...checkCode(row), ...checkWords(row, plan), ...checkMerger(row, rows), ...checkPlanned(row, custodian, plan)],
  );
}

/** A unit can be merged into an active one only; until then it stays as it is. */
function checkMerger(row: TableRow<UnitKey>, rows: readonly TableRow<UnitKey>[]): readonly UnparsedIssue[] {
  const wanted = row.text("mergedInto");
  // Hardly any unit is merged, and the whole register would be read for each of them.
  if (wanted === "") return [];
  const units = rows.map((other) => ({
    code: other.text("code"),
    closed: isClosed(other.text("state")),
    mergedInto: other.text("mergedInto"),
  }));
  if (findMergerTarget(row.text("code"), wanted, units)) return [];
  const expected = "mã một đơn vị khác, đang hoạt động và không gộp vào đâu";
  const action = "Sửa mã hoặc để trống; hiện đơn vị chưa được gộp";
  return [registerCell(row, "mergedInto", { code: "unit-merger", expected, action })];
}

function registerCell(row: TableRow<UnitKey>, key: UnitKey, finding: UnparsedContent): UnparsedIssue {
  return unparsedCell(UNITS_TAB, row, key, { unit: row.text("code"), ...finding });
}

function checkNoCode(row: TableRow<UnitKey>): readonly UnparsedIssue[] {
  if (TYPED_KEYS.every((key) => row.text(key) === "")) return [];
  const finding = { code: "unit-without-code", expected: "mã đơn vị", action: "Ghi mã, hoặc xóa dòng" };
  return [registerCell(row, "code", finding)];
}

function checkCode(row: TableRow<UnitKey>): readonly UnparsedIssue[] {
  const fault = codeFault(row.text("code"));
  return fault ? [registerCell(row, "code", { code: "unit-code", ...fault })] : [];
}

function checkWords(row: TableRow<UnitKey>, plan: Plan): readonly UnparsedIssue[] {
  const { unknown } = readElementList(row.text("elements"), plan);
  const issues: UnparsedIssue[] = [];
  if (unknown.length > 0) {
    const found = showFound(unknown.join("|"));
    const action = "Sửa mã; mã này chưa được dùng";
    issues.push(
      registerCell(row, "elements", {
        code: "unit-elements",
        expected: "mã số liệu, cách nhau bằng dấu |",
        found,
        action,
      }),
    );
  }
  if (row.text("inCt1") !== "" && readYesNo(row.text("inCt1")) === undefined) {
    const action = "Chọn lại; hiện tính theo mặc định của loại";
    issues.push(registerCell(row, "inCt1", { code: "unit-ct1", expected: "Có, Không hoặc để trống", action }));
  }
  return issues;
}

/** Quy hoạch totals are entered once, by one custodian: a small unit's figures would identify persons. */
function checkPlanned(row: TableRow<UnitKey>, custodian: string | undefined, plan: Plan): readonly UnparsedIssue[] {
  if (row.text("code") === custodian) return [];
  const listed = readElementList(row.text("elements"), plan).known.filter((code) => elementOf(plan, code).communeOnly);
  if (listed.length === 0) return [];
  return [
    registerCell(row, "elements", {
      severity: "warning",
      code: "planned-outside-custodian",
      expected: "số liệu quy hoạch chỉ do một đơn vị nhập chung cho xã",
      found: showFound(listed.join("|")),
      action: "Bỏ các mã này ở đơn vị, để không lộ thông tin của riêng ai và không cộng hai lần",
    }),
  ];
}
