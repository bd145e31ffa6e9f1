/** `elements.csv`, `targets.csv`, `indicators.csv`, `milestones.csv` → another plan. A file that is not there: KH 131's. */
import { KH_131_YEARS, kh131, kh131Rows } from "../../core/plan/kh-131.ts";
import type { Plan } from "../../core/plan/plan.ts";
import { readPlan } from "../../core/plan/read-plan.ts";
import type { DefinitionRow, Definitions } from "../../core/plan/rows.ts";
import { ELEMENTS_TAB, MILESTONES_TAB, TARGETS_TAB } from "../schema.ts";
import type { Refusal } from "./refusal.ts";
import { type FolderTable, readRows } from "./table.ts";

/** `isOwn`: the targets are all that there are, KH 131's not besides. */
export type FolderPlan = { readonly plan: Plan; readonly isOwn: boolean };

/** Reads a folder's definitions. A row that cannot be used is refused with its line; the rest goes on. */
export function readFolderPlan(tables: readonly FolderTable[], refusals: Refusal[]): FolderPlan {
  const has = (kind: Definitions) => tables.some(({ file }) => file === `${kind}.csv`);
  const isOwn = has("targets") || has("indicators");
  if (!isOwn && !has("elements") && !has("milestones")) return { plan: kh131(), isOwn };
  const base = kh131Rows();
  const targets = has("targets") ? rowsOf("targets", tables, refusals) : base.targets;
  const codes = new Set(targets.map((row) => row.text("code")));
  const plan = readPlan(
    {
      elements: has("elements") ? rowsOf("elements", tables, refusals) : base.elements,
      targets,
      indicators: has("indicators")
        ? rowsOf("indicators", tables, refusals)
        : base.indicators.filter((row) => codes.has(row.text("target"))),
      milestones: rowsOf("milestones", tables, refusals),
    },
    KH_131_YEARS,
  );
  return { plan, isOwn };
}

/** Refuses definitions for a workbook that is there: its own tabs are the place to change them, where it shows what follows. */
export function refuseDefinitions(tables: readonly FolderTable[]): readonly Refusal[] {
  const places = { elements: ELEMENTS_TAB, targets: TARGETS_TAB, indicators: TARGETS_TAB, milestones: MILESTONES_TAB };
  return Object.entries(places).flatMap(([kind, tab]) =>
    tables.some(({ file }) => file === `${kind}.csv`)
      ? [
          {
            file: `${kind}.csv`,
            line: 0,
            message: `cần một sổ mới (lệnh new); thấy sổ đã có. Tệp này chưa được dùng: hãy sửa ở tab ${tab.title}.`,
          },
        ]
      : [],
  );
}

function rowsOf<Kind extends Definitions>(
  kind: Kind,
  tables: readonly FolderTable[],
  refusals: Refusal[],
): readonly DefinitionRow<Kind>[] {
  const { rows, refuse } = readRows(`${kind}.csv`, tables, refusals);
  return rows.map(({ line, text }) => ({
    text: (column) => text(column),
    refuse: (column, { expected, found, action }) => refuse(line, column, expected, found ?? text(column), action),
    list: (names) => Object.keys(names).join(", "),
  }));
}
