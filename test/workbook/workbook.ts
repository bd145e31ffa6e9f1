/**
 * A workbook in memory for tests: a set-up plan's cells without their looks, typed into by address, read back as grids.
 * The tidy tab is stacked here as its formula says, so that what the forms hold reaches the reading.
 */
import { DEFAULT_TASKS } from "../../src/core/task.ts";
import type { RegisteredUnit } from "../../src/core/unit.ts";
import type { UnitType } from "../../src/core/unit-type.ts";
import type { Cell } from "../../src/workbook/grid.ts";
import { type LocatedIssue, listIssues } from "../../src/workbook/issues.ts";
import type { CellWrite } from "../../src/workbook/placement/lines.ts";
import type { PlanStep, SetupPlan } from "../../src/workbook/plan.ts";
import { readWorkbook, type WorkbookGrids, type WorkbookRecords } from "../../src/workbook/read/workbook.ts";
import { DATA_TAB, HEADER_ROW, PLACE_ROW } from "../../src/workbook/schema.ts";
import { planWorkbook, type SetupContent } from "../../src/workbook/setup/index.ts";
import { PLAN } from "../plan.ts";

export function unit(code: string, type: UnitType, more: Partial<RegisteredUnit> = {}): RegisteredUnit {
  return { code, name: `Tên ${code}`, type, mailboxes: [], inCt1: undefined, listed: [], ...more };
}

/** What a workbook of 2026 is made of; `VHXH` is the custodian unless the settings say otherwise. */
export function content(register: readonly RegisteredUnit[], settings: Record<string, unknown> = {}): SetupContent {
  const typed = { name: "Mẫu", year: "2026", custodian: "VHXH", activity_rows: "2", hamlet_activity_rows: "1" };
  return {
    settings: new Map(Object.entries({ ...typed, ...settings })),
    plan: PLAN,
    tasks: DEFAULT_TASKS,
    register,
  };
}

/** An office that is the custodian, an office, the women's union and two hamlets. */
export const SMALL_COMMUNE: readonly RegisteredUnit[] = [
  unit("VHXH", "co_quan"),
  unit("CAX", "vu_trang"),
  unit("LHPN", "ct_xh"),
  unit("AP1", "ap"),
  unit("AP2", "ap", { listed: ["CUA", "THG"] }),
];

type Sheet = Cell[][];

/** A1 → row and column from 0. */
function indexesOf(address: string): readonly [number, number] {
  const [, letters = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  if (row === "") throw new Error(`No address: “${address}”`);
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [Number(row) - 1, column - 1];
}

/** What Sheets keeps of a cell that a script sets: an apostrophe in front marks text. */
function stored(cell: Cell): Cell {
  return typeof cell === "string" && cell.startsWith("'") ? cell.slice(1) : cell;
}

export class TestWorkbook {
  readonly sheets = new Map<string, Sheet>();
  private stacked: readonly string[] = [];

  constructor(plan: SetupPlan) {
    for (const step of plan) this.apply(step);
  }

  /** Types cells from an address on, to the right. */
  type(tab: string, address: string, ...cells: readonly Cell[]): this {
    const [row, column] = indexesOf(address);
    for (const [index, cell] of cells.entries()) this.put(tab, row, column + index, cell);
    return this;
  }

  /** Returns a cell; `""` is blank. */
  at(tab: string, address: string): Cell {
    const [row, column] = indexesOf(address);
    return this.sheet(tab)[row]?.[column] ?? "";
  }

  write(writes: readonly CellWrite[]): this {
    for (const { tab, row, column, cells } of writes) {
      for (const [down, line] of cells.entries()) {
        for (const [right, cell] of line.entries()) this.put(tab, row - 1 + down, column - 1 + right, stored(cell));
      }
    }
    return this;
  }

  grids(): WorkbookGrids {
    const from = (tab: string) => this.sheet(tab).slice(HEADER_ROW - 1);
    const tidy = this.stacked.flatMap((tab) =>
      this.sheet(tab)
        .map((row, index) => [
          ...Array.from({ length: 9 }, (_, column) => row[column] ?? ""),
          PLACE_ROW * (index + 1) + 1,
        ])
        .slice(4)
        .filter((row) => row[1] !== ""),
    );
    return {
      settings: from("Cấu hình"),
      targets: from("Chỉ tiêu"),
      elements: from("Danh mục số liệu"),
      milestones: from("Mốc"),
      tasks: from("Nhiệm vụ"),
      units: from("Đơn vị"),
      hamlets: from("Các ấp"),
      history: from("Lịch sử"),
      narrative: from("Nội dung báo cáo"),
      data: [DATA_TAB.columns.map(({ title }) => title), ...tidy],
    };
  }

  records(): WorkbookRecords {
    return readWorkbook(this.grids());
  }

  issues(): readonly LocatedIssue[] {
    return listIssues(this.records());
  }

  /** The issues but those of figures that nobody has typed yet, and of roles that a small commune has no unit for. */
  found(): readonly LocatedIssue[] {
    return this.issues().filter(({ code }) => code !== "missing" && code !== "no-role");
  }

  sheet(tab: string): Sheet {
    const sheet = this.sheets.get(tab);
    if (!sheet) throw new Error(`No tab “${tab}”`);
    return sheet;
  }

  private put(tab: string, row: number, column: number, cell: Cell): void {
    const sheet = this.sheet(tab);
    while (sheet.length <= row) sheet.push([]);
    const line = sheet[row];
    if (!line) return;
    while (line.length <= column) line.push("");
    line[column] = cell;
  }

  private apply(step: PlanStep): void {
    if (step.do === "insert") {
      this.sheets.set(
        step.tab,
        Array.from({ length: step.rows }, () => Array.from({ length: step.columns }, () => "")),
      );
    } else if (step.do === "copy") {
      this.sheets.set(
        step.tab,
        this.sheet(step.from).map((row) => [...row]),
      );
    } else if (step.do === "write") {
      const [row, column] = indexesOf(step.at);
      for (const [down, line] of step.cells.entries()) {
        for (const [right, cell] of line.entries()) this.put(step.tab, row + down, column + right, stored(cell));
      }
    } else if (step.do === "register") {
      for (const { row, tab } of step.rows) this.put(step.tab, row - 1, step.column - 1, tab);
    } else if (step.do === "formula" && step.tab === DATA_TAB.title && step.at === "A5") {
      this.stacked = [...step.formula.matchAll(/HSTACK\('((?:[^']|'')+)'!A5:I/g)].map(([, tab = ""]) =>
        tab.replace(/''/g, "'"),
      );
    }
  }
}

export function newWorkbook(
  register: readonly RegisteredUnit[] = SMALL_COMMUNE,
  settings: Record<string, unknown> = {},
): TestWorkbook {
  return new TestWorkbook(planWorkbook(content(register, settings)));
}
