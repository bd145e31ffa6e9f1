/** Steps that make the tab on which every hamlet has a block for its activities, money and assessment. */
import type { OrgUnit } from "../../core/unit.ts";
import { blockColumn, FORM_FIRST_ROW, type FormRow, rowKey, rowLabel, SELF_CHECK_COLUMN } from "../form.ts";
import { address, blockAddress, type Cell } from "../grid.ts";
import type { BlockPlace } from "../layout.ts";
import type { Carried } from "../migrated-input.ts";
import type { PlanStep } from "../plan.ts";
import { type BlockKey, HAMLET_FORMS_TITLE, UNIT_COLOUR } from "../schema.ts";
import { activityHighlights, blockSteps, enterSteps, FORM_WIDTHS, INSTRUCTION, labelOf, YEAR_CELL } from "./block.ts";
import { FIRST_INPUT, guardStep, INPUT_COLUMNS } from "./guards.ts";
import { DAY_HELP, fitsDay, INTRO_LOOK, TITLE_LOOK } from "./looks.ts";
import { cellOf, openRanges, type PlacedRow, placeRows } from "./rows.ts";
import { standingFormula } from "./standing.ts";

type HamletFormOptions = {
  readonly year: number;
  readonly approved: ReadonlySet<string>;
  /** What the log is called. */
  readonly logName: string;
  readonly carried: Carried;
};

/** Makes the tab on which every hamlet has a block for its activities, money and assessment. */
export function hamletFormSteps(
  hamlets: readonly { readonly unit: OrgUnit; readonly block: BlockPlace }[],
  { year, approved, logName, carried }: HamletFormOptions,
): readonly PlanStep[] {
  const tab = HAMLET_FORMS_TITLE;
  const placed = hamlets.flatMap(({ block }) => placeRows(block));
  const lastRow = placed[placed.length - 1]?.row ?? FORM_FIRST_ROW;
  const cells: (readonly Cell[])[] = [
    ["", "", "HOẠT ĐỘNG, KINH PHÍ, ĐÁNH GIÁ CỦA CÁC ẤP"],
    [year, "", "Số liệu về người của ấp ghi ở tab Các ấp. Ở đây mỗi ấp một khối dòng."],
    ["", "", INSTRUCTION],
  ];
  return [
    { do: "insert", tab, rows: lastRow, columns: SELF_CHECK_COLUMN, colour: UNIT_COLOUR },
    { do: "write", tab, at: "A1", cells },
    { do: "fix", tab, ranges: ["A1:C3"] },
    { do: "look", tab, ranges: ["C1"], look: TITLE_LOOK },
    { do: "look", tab, ranges: ["C2:C3"], look: INTRO_LOOK },
    ...blockSteps(tab, placed),
    ...columnRules(tab, lastRow),
    ...(hamlets.length > 0
      ? [{ do: "write", tab, at: address(FORM_FIRST_ROW, 1), cells: hamlets.flatMap(keyCells) } as const]
      : []),
    ...hamlets.flatMap(({ unit, block }) =>
      enterSteps(
        tab,
        placeRows(block),
        ({ form }) => carried.get(unit.code)?.get(rowKey(form)),
        (form, field) => (field === "text" ? hamletLabel(form, unit) : labelOf(form, field)),
      ),
    ),
    ...standingSteps(tab, placed, logName),
    { do: "highlights", tab, highlights: activityHighlights(placed) },
    { do: "widths", tab, widths: FORM_WIDTHS },
    { do: "hideColumns", tab, from: 1, count: 2 },
    { do: "freeze", tab, rows: 3, columns: 0 },
    { do: "protect", tab, label: "Khối dòng của các ấp", open: openRanges(placed) },
    ...hamlets.map(({ unit, block }) =>
      guardStep(
        unit,
        tab,
        blockAddress(block.firstRow, FIRST_INPUT, block.rows.length, INPUT_COLUMNS),
        approved.has(unit.code),
      ),
    ),
  ];
}

/** Beside the header of each block: where the hamlet's report stands. */
function standingSteps(tab: string, placed: readonly PlacedRow[], logName: string): readonly PlanStep[] {
  const [first] = placed;
  if (!first) return [];
  const submissions = placed.filter(({ form }) => form.kind === "confirmation").map(({ row }) => row);
  const heads = placed.filter(({ form }) => form.kind === "section").map(({ row }) => row);
  const submissionOf = new Map(heads.map((row, index) => [row, submissions[index] ?? row]));
  const formulas = placed.map(({ row }) => {
    const at = submissionOf.get(row);
    if (at === undefined) return [""];
    const cells = { unit: cellOf(row, "unit"), time: cellOf(at, "when"), stamp: cellOf(at, "link") };
    return [standingFormula(cells, logName)];
  });
  return [
    { do: "formulas", tab, at: address(first.row, SELF_CHECK_COLUMN), formulas },
    {
      do: "look",
      tab,
      ranges: heads.map((row) => address(row, SELF_CHECK_COLUMN)),
      look: { bold: true, wrap: true, middle: true },
    },
  ];
}

/**
 * Makes one rule for each column of the tab, whatever the number of hamlets: the key of a row (`HD` activity, `KP` money,
 * `DG` words, `XN` confirmation, none in a header) says what its cells take.
 */
function columnRules(tab: string, lastRow: number): readonly PlanStep[] {
  const row = FORM_FIRST_ROW;
  const [key, total, part, day] = [
    `$${cellOf(row, "key")}`,
    cellOf(row, "first"),
    cellOf(row, "second"),
    cellOf(row, "when"),
  ];
  const rule = (field: BlockKey, free: string, fits: string, help: string): PlanStep => {
    const cell = cellOf(row, field);
    const range = blockAddress(row, blockColumn(field), lastRow - row + 1, 1);
    return { do: "rule", tab, range, rule: { kind: "formula", formula: `=IF(${free};LEN(${cell})>=0;${fits})`, help } };
  };
  const isCount = (cell: string) => `ISNUMBER(${cell});${cell}>=0;INT(${cell})=${cell}`;
  return [
    rule(
      "first",
      `OR(${key}="";LEFT(${key};2)="DG";LEFT(${key};2)="XN")`,
      `AND(${isCount(total)})`,
      "Nhập số nguyên từ 0 trở lên.",
    ),
    rule(
      "second",
      `${key}=""`,
      `AND(${isCount(part)};OR(LEFT(${key};2)="KP";${total}="";${part}<=${total}))`,
      "Nhập số nguyên từ 0 trở lên; số nữ không quá số người dự.",
    ),
    rule("when", `OR(${key}="";LEFT(${key};2)="XN")`, fitsDay(day, YEAR_CELL), DAY_HELP),
  ];
}

/** Unit, key and label of each row; the header of a block is the hamlet's name. */
function keyCells({
  unit,
  block,
}: {
  readonly unit: OrgUnit;
  readonly block: BlockPlace;
}): readonly (readonly Cell[])[] {
  return block.rows.map((form) => [unit.code, rowKey(form), hamletLabel(form, unit)]);
}

/** A hamlet's block has one header, for activities; a row of money says itself what its two cells are. */
function hamletLabel(form: FormRow, unit: OrgUnit): string {
  if (form.kind === "section") return unit.name.toUpperCase();
  return form.kind === "fund" ? `${rowLabel(form)} (đồng): dự toán, đã chi` : rowLabel(form);
}
