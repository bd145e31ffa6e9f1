/** What stands in the hamlets' grid and in the forms, and belongs to no unit, no row, or to a value that counts already. */
import type { Plan } from "../../core/plan/plan.ts";
import { FUND_SOURCES } from "../../core/task.ts";
import { CONFIRMATION_KEY } from "../form.ts";
import type { Grid } from "../grid.ts";
import { splitKey } from "../read/block.ts";
import {
  type BlockKey,
  DATA_TAB,
  HAMLET_GRID_ELEMENTS,
  HAMLETS_TAB,
  type HamletField,
  type HamletGridElement,
  type HamletKey,
} from "../schema.ts";
import { readTable, type TableRow } from "../table.ts";
import { type UnparsedIssue, unparsedCell } from "./unparsed.ts";

const FIELDS: readonly HamletField[] = ["total", "women", "note"];

function firstTyped(row: TableRow<HamletKey>, element: HamletGridElement): HamletKey | undefined {
  return FIELDS.map((field): HamletKey => `${element}.${field}`).find((key) => row.text(key) !== "");
}

/**
 * Lists rows of the hamlets' grid that belong to no unit or to one that has a row above, and figures that its own form
 * has too.
 */
export function findUnparsedHamlets(
  grid: Grid,
  data: Grid,
  units: ReadonlySet<string>,
  plan: Plan,
): readonly UnparsedIssue[] {
  const inForms = typedInForms(data);
  const seen = new Set<string>();
  return readTable(HAMLETS_TAB, grid).flatMap((row): readonly UnparsedIssue[] => {
    const code = row.text("code");
    const typed = HAMLET_GRID_ELEMENTS.map((element) => firstTyped(row, element)).find((key) => key !== undefined);
    const doubled = seen.has(code);
    seen.add(code);
    if (!units.has(code) || doubled) {
      if (typed === undefined && (code === "" || !doubled)) return [];
      const expected = doubled ? "mỗi ấp một dòng" : "mã ấp có trong tab Đơn vị";
      const action = "Sửa mã, hoặc xóa dòng; số liệu của dòng này không được tính";
      return [unparsedCell(HAMLETS_TAB, row, "code", { code: "hamlet-row", unit: code, expected, action })];
    }
    return HAMLET_GRID_ELEMENTS.flatMap((element) => {
      const key = plan.elements.has(element) ? firstTyped(row, element) : undefined;
      if (!key || !inForms.has(`${code}\n${element}`)) return [];
      const expected = "ô trống, vì biểu riêng của ấp đã có số liệu này";
      const action = "Xóa ở một nơi; số trong biểu riêng được tính";
      return [unparsedCell(HAMLETS_TAB, row, key, { code: "value-twice", unit: code, element, expected, action })];
    });
  });
}

function typedInForms(data: Grid): ReadonlySet<string> {
  const rows = readTable(DATA_TAB, data).filter((row) => row.text("first") !== "" || row.text("second") !== "");
  return new Set(rows.map((row) => `${row.text("unit")}\n${splitKey(row.text("key"))[1]}`));
}

/** The fields of the tidy tab that a unit fills in, whatever the row is. */
const TYPED_FIELDS: readonly BlockKey[] = ["first", "second", "word", "when", "more", "link"];

/** Lists, once a unit, forms of units that the register does not have; and rows whose key does not exist. */
export function findUnparsedData(grid: Grid, units: ReadonlySet<string>, plan: Plan): readonly UnparsedIssue[] {
  const told = new Set<string>();
  return readTable(DATA_TAB, grid).flatMap((row): readonly UnparsedIssue[] => {
    const unit = row.text("unit");
    const [kind, key] = splitKey(row.text("key"));
    const typed = TYPED_FIELDS.some((field) => row.text(field) !== "") || (kind === "HD" && row.text("text") !== "");
    if (kind === "" || !typed) return [];
    if (!units.has(unit)) {
      if (told.has(unit)) return [];
      told.add(unit);
      const expected = "biểu của đơn vị có trong tab Đơn vị";
      const action = "Ghi lại mã đó ở tab Đơn vị, hoặc xóa biểu; số liệu của biểu này không được tính";
      return [unparsedCell(DATA_TAB, row, "unit", { code: "unknown-unit", unit, expected, action })];
    }
    if (isRowKey(kind, key, plan)) return [];
    const action = "Lập lại biểu; dòng này không được tính";
    return [unparsedCell(DATA_TAB, row, "key", { code: "unknown-row", unit, expected: "khóa của một dòng", action })];
  });
}

function isRowKey(kind: string, key: string, { elements }: Plan): boolean {
  if (kind === "SL") return elements.has(key);
  if (kind === "KP") return FUND_SOURCES.some((source) => source === key);
  if (kind === "XN") return `${kind}.${key}` === CONFIRMATION_KEY;
  return kind === "NV" || kind === "DG" || (kind === "HD" && /^[1-9]\d*$/.test(key));
}
