/**
 * A spreadsheet in memory that people break and the repair puts right: cells with their formulas, rules and looks, rows
 * and columns that come and go. Formulas are kept, never computed.
 */

import type { RegisteredUnit } from "../../../src/core/unit.ts";
import type { Cell, Grid } from "../../../src/workbook/grid.ts";
import { areaOf } from "../../../src/workbook/grid.ts";
import { recognise } from "../../../src/workbook/identity.ts";
import type { PlanStep } from "../../../src/workbook/plan.ts";
import type { ActualTab, Depth, WorkbookFacts } from "../../../src/workbook/repair/actual.ts";
import { planRepair, type RepairPlan } from "../../../src/workbook/repair/plan.ts";
import { planWorkbook, type SetupContent } from "../../../src/workbook/setup/index.ts";
import { content, SMALL_COMMUNE } from "../workbook.ts";

type BookCell = { value: Cell; formula: string; help: string | null; format: string; background: string };

const blank = (): BookCell => ({ value: "", formula: "", help: null, format: "", background: "#ffffff" });

const blankRow = (columns: number): BookCell[] => Array.from({ length: columns }, blank);

/** One sheet of the book. Addresses are A1. */
export class BookSheet {
  rows: BookCell[][];
  merges: string[] = [];
  highlights: (readonly string[])[] = [];
  hidden = new Set<number>();

  constructor(
    readonly id: number,
    public title: string,
    rows: number,
    columns: number,
  ) {
    this.rows = Array.from({ length: rows }, () => blankRow(columns));
  }

  get columns(): number {
    return this.rows[0]?.length ?? 0;
  }

  each(range: string, take: (cell: BookCell, down: number, right: number) => void): this {
    const { row, column, rows, columns } = areaOf(range);
    for (let down = 0; down < rows; down++) {
      for (let right = 0; right < columns; right++) {
        const cell = this.rows[row - 1 + down]?.[column - 1 + right];
        if (!cell) throw new Error(`${this.title} has no ${range}`);
        take(cell, down, right);
      }
    }
    return this;
  }

  /** Types cells from an address on, to the right. */
  type(at: string, ...cells: readonly Cell[]): this {
    return this.put(at, [cells]);
  }

  put(at: string, cells: readonly (readonly Cell[])[]): this {
    const { row, column } = areaOf(at);
    cells.forEach((line, down) => {
      line.forEach((value, right) => {
        const cell = this.rows[row - 1 + down]?.[column - 1 + right];
        if (!cell) throw new Error(`${this.title} has no cell ${right} right, ${down} below ${at}`);
        cell.value = typeof value === "string" && value.startsWith("'") ? value.slice(1) : value;
        cell.formula = "";
      });
    });
    return this;
  }

  at(address: string): Cell {
    const { row, column } = areaOf(address);
    return this.rows[row - 1]?.[column - 1]?.value ?? "";
  }

  values(): Grid & readonly (readonly Cell[])[] {
    return this.rows.map((row) => row.map(({ value }) => value));
  }

  /** The 1-based row whose cell in a column, `B`, holds this. */
  rowOf(column: string, value: Cell): number {
    const { column: at } = areaOf(`${column}1`);
    const index = this.rows.findIndex((row) => row[at - 1]?.value === value);
    if (index < 0) throw new Error(`No ${value} in column ${column} of ${this.title}`);
    return index + 1;
  }

  insertRows(before: number, count = 1): this {
    this.rows.splice(before - 1, 0, ...Array.from({ length: count }, () => blankRow(this.columns)));
    return this;
  }

  deleteRows(from: number, count = 1): this {
    this.rows.splice(from - 1, count);
    return this;
  }

  insertColumns(before: number, count = 1): this {
    for (const row of this.rows) row.splice(before - 1, 0, ...blankRow(count));
    return this;
  }

  deleteColumns(from: number, count = 1): this {
    for (const row of this.rows) row.splice(from - 1, count);
    return this;
  }

  moveColumn(from: number, before: number): this {
    for (const row of this.rows) {
      const cells = row.splice(from - 1, 1);
      row.splice(before > from ? before - 2 : before - 1, 0, ...cells);
    }
    return this;
  }

  read(depth: Depth): ActualTab {
    const of = <Part>(part: (cell: BookCell) => Part): Part[][] => this.rows.map((row) => row.map(part));
    const read = {
      name: this.title,
      rows: this.rows.length,
      columns: this.columns,
      values: this.values(),
      formulas: of(({ formula }) => formula),
    };
    const none = { helps: [], formats: [], backgrounds: [], merges: [], highlights: [] };
    if (depth === "content") return { ...read, ...none, backgrounds: of(({ background }) => background) };
    return {
      ...read,
      helps: of(({ help }) => help),
      formats: of(({ format }) => format),
      backgrounds: of(({ background }) => background),
      merges: [...this.merges],
      highlights: [...this.highlights],
    };
  }

  copyTo(id: number, title: string): BookSheet {
    const copy = new BookSheet(id, title, 0, 0);
    copy.hidden = new Set(this.hidden);
    copy.rows = this.rows.map((row) => row.map((cell) => ({ ...cell })));
    copy.merges = [...this.merges];
    copy.highlights = [...this.highlights];
    return copy;
  }
}

/** What a repair did, in short lines. */
export type Repaired = {
  /** `code, remedy: message`, in order. */
  readonly findings: readonly string[];
  readonly rebuilt: readonly string[];
  /** What the archive got: `cell value reason`. */
  readonly archived: readonly string[];
};

/** A spreadsheet: its sheets in order. */
export class Book {
  sheets: BookSheet[] = [];
  locale = "vi_VN";
  private lastId = 100;

  constructor(plan: readonly PlanStep[]) {
    this.run(plan, new Map(), new Map());
  }

  sheet(title: string): BookSheet {
    const found = this.sheets.find((sheet) => sheet.title === title);
    if (!found) throw new Error(`No tab “${title}”`);
    return found;
  }

  has(title: string): boolean {
    return this.sheets.some((sheet) => sheet.title === title);
  }

  delete(title: string): this {
    this.sheets = this.sheets.filter((sheet) => sheet.title !== title);
    return this;
  }

  copy(title: string, name: string): BookSheet {
    const copy = this.sheet(title).copyTo(++this.lastId, name);
    this.sheets.push(copy);
    return copy;
  }

  facts(depth: Depth, locks?: ReadonlySet<string>): WorkbookFacts {
    return {
      ...(locks ? { locks } : {}),
      locale: this.locale,
      sheets: this.sheets.map((sheet) => ({
        id: sheet.id,
        title: sheet.title,
        is: recognise(
          sheet
            .values()
            .slice(0, 14)
            .map((row) => row.slice(0, 8)),
        ),
      })),
      tabs: new Map(this.sheets.map((sheet) => [sheet.id, sheet.read(depth)])),
    };
  }

  plan(depth: Depth = "all", locks?: ReadonlySet<string>): RepairPlan {
    return planRepair(this.facts(depth, locks), depth, "01/12/2026 08:00", 2026);
  }

  /** Tells whether a glance finds anything: of rules, merges and highlights it sees whether they are there, and how many. */
  isBrokenAtGlance(): boolean {
    const facts = this.facts("all");
    const tabs = [...facts.tabs].map(([id, tab]): [number, ActualTab] => [
      id,
      {
        ...tab,
        helps: tab.helps.map((line) => line.map((help) => (help === null ? null : true))),
        merges: typeof tab.merges === "number" ? tab.merges : tab.merges.length,
        highlights: tab.highlights.map((ranges) => (typeof ranges === "number" ? ranges : ranges.length)),
      },
    ]);
    return planRepair({ ...facts, tabs: new Map(tabs) }, "all", "01/12/2026 08:00", 2026).findings.length > 0;
  }

  /** Repairs the book and tells what was found. */
  repair(depth: Depth = "all", locks?: ReadonlySet<string>): Repaired {
    const plan = this.plan(depth, locks);
    this.run(plan.steps, plan.sheetIds, plan.names);
    return {
      findings: plan.findings.map(({ code, remedy, message }) => `${code}, ${remedy}: ${message}`),
      rebuilt: [...plan.rebuilt],
      archived: plan.steps.flatMap((step) =>
        step.do === "append" && step.tab === "Lưu trữ" ? step.cells.map((row) => row.slice(1).join(" · ")) : [],
      ),
    };
  }

  clone(): Book {
    const copy = new Book([]);
    copy.sheets = this.sheets.map((sheet) => sheet.copyTo(sheet.id, sheet.title));
    copy.lastId = this.lastId;
    return copy;
  }

  /** What differs from another state of the book, but for what went into the archive. */
  changesSince(before: Book): readonly string[] {
    const changes: string[] = [];
    for (const was of before.sheets) {
      const is = this.sheets.find(({ title }) => title === was.title);
      if (!is) changes.push(`${was.title}: gone`);
      else if (is.title !== "Lưu trữ") changes.push(...this.changesOf(is, was, before));
    }
    for (const { title } of this.sheets) if (!before.has(title)) changes.push(`${title}: new`);
    return changes;
  }

  private changesOf(is: BookSheet, was: BookSheet, before: Book): readonly string[] {
    const changes: string[] = [];
    const { title } = is;
    if (is.rows.length !== was.rows.length || is.columns !== was.columns)
      changes.push(`${title}: ${is.rows.length} × ${is.columns}`);
    const looks = new Map<string, number>();
    is.rows.forEach((row, down) => {
      row.forEach((cell, right) => {
        const old = was.rows[down]?.[right] ?? blank();
        const text = this.titled(cell.value);
        if (text !== before.titled(old.value)) changes.push(`${title}!${columnName(right + 1)}${down + 1}: ${text}`);
        for (const part of ["formula", "help", "format", "background"] as const) {
          if (cell[part] !== old[part]) looks.set(part, (looks.get(part) ?? 0) + 1);
        }
      });
    });
    changes.push(...[...looks].map(([part, count]) => `${title}: ${part} × ${count}`));
    const sorted = (list: Iterable<unknown>) => [...list].map(String).sort().join(" ");
    if (sorted(is.merges) !== sorted(was.merges)) changes.push(`${title}: merges`);
    if (is.highlights.join(";") !== was.highlights.join(";")) changes.push(`${title}: highlights`);
    if (sorted(is.hidden) !== sorted(was.hidden)) changes.push(`${title}: hidden ${sorted(is.hidden)}`);
    return changes;
  }

  /** A cell in words, ids of sheets as their titles. */
  private titled(value: Cell): string {
    if (value instanceof Date) return value.toISOString();
    return String(value).replace(
      /\b1\d\d\b/g,
      (id) => this.sheets.find((sheet) => sheet.id === Number(id))?.title ?? id,
    );
  }

  run(steps: readonly PlanStep[], ids: ReadonlyMap<string, number>, names: ReadonlyMap<string, string>): void {
    const tabs = new Map<string, BookSheet>();
    for (const [title, id] of ids) {
      const sheet = this.sheets.find((one) => one.id === id);
      if (sheet) tabs.set(title, sheet);
    }
    const sheetOf = (title: string): BookSheet => {
      const sheet = tabs.get(title);
      if (!sheet) throw new Error(`The plan names a tab that is not there: ${title}`);
      return sheet;
    };
    for (const step of steps) {
      if (step.do === "insert" || step.do === "copy") {
        const before = tabs.get(step.tab);
        const name = names.get(step.tab) ?? step.tab;
        const sheet =
          step.do === "insert"
            ? new BookSheet(++this.lastId, name, step.rows, step.columns)
            : sheetOf(step.from).copyTo(++this.lastId, name);
        this.sheets = [...this.sheets.filter((one) => one !== before), sheet];
        tabs.set(step.tab, sheet);
      } else if (step.do === "register") {
        for (const { row, code, tab } of step.rows) {
          const { id, title } = sheetOf(tab);
          sheetOf(step.tab).put(`${columnName(step.column)}${row}`, [[title, `${id}|${code}`, "Mở"]]);
        }
      } else if (step.do === "identify") {
        const noted = step.tabs.flatMap((title) => (tabs.has(title) ? [`${title}=${sheetOf(title).id}`] : []));
        sheetOf(step.tab).type(step.at, noted.join("|"));
      } else if (step.do === "archive") {
        const sheet = this.sheets.find(({ id }) => id === step.sheetId);
        if (sheet) sheet.title = `${sheet.title} (lưu)`;
      } else if (step.do === "revive") sheetOf(step.tab).title = names.get(step.tab) ?? step.tab;
      else if (step.do === "deleteCopy") this.sheets = this.sheets.filter(({ id }) => id !== step.sheetId);
      else apply(sheetOf(step.tab), step);
    }
  }
}

function columnName(column: number): string {
  return String.fromCharCode(64 + column);
}

function apply(sheet: BookSheet, step: PlanStep): void {
  switch (step.do) {
    case "write":
    case "enter":
      sheet.put(step.at, step.cells);
      return;
    case "append": {
      const last = sheet.rows.findLastIndex((row) => row.some(({ value }) => value !== ""));
      const missing = last + 1 + step.cells.length - sheet.rows.length;
      if (missing > 0) sheet.insertRows(sheet.rows.length + 1, missing);
      sheet.put(`A${last + 2}`, step.cells);
      return;
    }
    case "clear":
      sheet.each(step.range, (cell) => Object.assign(cell, { value: "", formula: "" }));
      return;
    case "room":
      if (step.rows > sheet.rows.length) sheet.insertRows(sheet.rows.length + 1, step.rows - sheet.rows.length);
      return;
    case "formula":
      sheet.each(step.at, (cell) => Object.assign(cell, { value: "", formula: step.formula }));
      return;
    case "formulas":
      step.formulas.forEach((line, down) => {
        const { row, column } = areaOf(step.at);
        line.forEach((formula, right) => {
          if (formula === "") return;
          sheet.each(`${columnName(column + right)}${row + down}`, (cell) =>
            Object.assign(cell, { value: "", formula }),
          );
        });
      });
      return;
    case "rule":
      sheet.each(step.range, (cell) => {
        cell.help = step.rule.help;
      });
      return;
    case "look":
      for (const range of step.ranges) {
        sheet.each(range, (cell) => {
          cell.format = step.look.numberFormat ?? cell.format;
          cell.background = step.look.background ?? cell.background;
        });
      }
      return;
    case "merge":
      for (const range of step.ranges) {
        const { row, rows, columns } = areaOf(range);
        const [first = "", last = ""] = range.split(":").map((corner) => corner.replace(/\d+/, ""));
        for (let down = 0; down < rows && columns > 1; down++) {
          const merge = `${first}${row + down}:${last}${row + down}`;
          if (!sheet.merges.includes(merge)) sheet.merges.push(merge);
        }
      }
      return;
    case "highlights":
      sheet.highlights = step.highlights.map(({ ranges }) => [...ranges]);
      return;
    case "clearRules":
      sheet.each(step.range, (cell) => {
        cell.help = null;
      });
      return;
    case "unmerge":
      sheet.merges = [];
      return;
    case "insertRows":
      sheet.insertRows(step.before, step.count);
      return;
    case "deleteRows":
      sheet.deleteRows(step.from, step.count);
      return;
    case "insertColumns":
      sheet.insertColumns(step.before, step.count);
      return;
    case "deleteColumns":
      sheet.deleteColumns(step.from, step.count);
      return;
    case "moveColumn":
      sheet.moveColumn(step.from, step.before);
      return;
    case "hideRows":
    case "showRows":
      for (let row = step.from; row < step.from + step.count; row++)
        step.do === "hideRows" ? sheet.hidden.add(row) : sheet.hidden.delete(row);
      return;
    default:
      return;
  }
}

/** A new book of a small commune. */
export function newBook(
  register: readonly RegisteredUnit[] = SMALL_COMMUNE,
  settings: Record<string, unknown> = {},
  more: Partial<SetupContent> = {},
): Book {
  const book = new Book(planWorkbook({ ...content(register, settings), ...more }));
  book.repair();
  return book;
}

/** A new book into which two units and two hamlets have typed. */
export function filledBook(): Book {
  const book = newBook();
  book.sheet("LHPN").type("D6", 3, 1).type("D7", 10, 4).type("F23", "Hoàn thành", "Đã ra văn bản").type("D45", "Tốt");
  book.sheet("LHPN").type("C38", "Nói chuyện chuyên đề", 50, 30, "Tuyên truyền", "20/03/2026", "CAX", "so.vn/1");
  book.sheet("LHPN").type("D41", 1_000_000, 900_000);
  book.sheet("CAX").type("D6", 5, 2).type("C38", "Tập huấn", 20, 9).type("D41", 500_000, 500_000);
  book.sheet("Các ấp").type("C5", 7, 3, "đủ").type("C6", 9, 2).type("I6", 5, 1);
  book.sheet("Hoạt động ấp").type("C6", "Họp chi hội AP1", 12, 12);
  return book;
}

/** A kind of damage, what does it, and what comes of its repair. Long lists are cut, with their length at the end. */
export type Damage = readonly [name: string, damage: (book: Book) => unknown, expected: RepairOutcome];

type RepairOutcome = Partial<Repaired> & {
  /** What is another way than before the damage. */
  readonly changes?: readonly string[];
  /** What a second repair finds; it makes nothing again and puts nothing into the archive. */
  readonly again?: readonly string[];
  /** What a glance does not see. */
  readonly overlooked?: readonly string[];
};

/** Damages a copy of a book, repairs it twice, and tells what was found and what is another way afterwards. */
export function repairDamage(healthy: Book, damage: (book: Book) => unknown): RepairOutcome {
  const book = healthy.clone();
  damage(book);
  const isSeen = book.isBrokenAtGlance();
  const repaired = book.repair();
  const changes = book.changesSince(healthy);
  const again = book.repair();
  // A closer look follows a glance only if that finds something.
  const overlooked = repaired.findings.length > 0 && !isSeen ? repaired.findings : [];
  const told = { ...repaired, changes, again: [...again.findings, ...again.rebuilt, ...again.archived], overlooked };
  return Object.fromEntries(
    Object.entries(told).flatMap(([part, lines]) => (lines.length === 0 ? [] : [[part, shorten(lines)]])),
  );
}

function shorten(lines: readonly string[]): readonly string[] {
  return lines.length > 14 ? [...lines.slice(0, 8), `… ${lines.length}`] : lines;
}
