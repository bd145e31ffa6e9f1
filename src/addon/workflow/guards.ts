/** Locks and unlocks a unit's cells: who may edit its block, and a hamlet's row, changes; the cells themselves do not. */
import { mailboxKey } from "../../core/privacy/mailbox.ts";
import type { OrgUnit } from "../../core/unit.ts";
import type { FoundPlace } from "../../workbook/form-locations.ts";
import { type Area, areaOf, blockAddress, WorkbookFault } from "../../workbook/grid.ts";
import { HAMLETS_TAB } from "../../workbook/schema.ts";
import { type KeyedSheet, settlePlace, unitSpan } from "../../workbook/settle.ts";
import { FIRST_INPUT, guardStep, INPUT_COLUMNS } from "../../workbook/setup/guards.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { readKeys } from "../cells.ts";
import { createProtector, letIn, readEditors } from "../protect.ts";
import type { CoordinatorReading } from "./reading.ts";
import { readMailbox } from "./who.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/**
 * Sets who may edit a unit's cells: itself and the coordinator, or, locked, the coordinator alone. Reads the protections
 * back: it throws where they are not so. Returns the unit's mailboxes that Google refuses.
 */
type SetGuards = (unit: BoardUnit, isLocked: boolean) => readonly string[];

export type Guards = {
  readonly set: SetGuards;
  /** Says why a unit's cells cannot be found, so that nothing can be locked or opened; empty: they can. */
  readonly whyNotFound: (unit: BoardUnit) => string;
};

type Guarded = { readonly id: number; readonly sheet: Sheet; readonly tab: string; readonly range: string };

/** Makes a setter. It reads who stays let in, and the protections of a tab, once each. */
export function createGuards({ book, board, protections }: CoordinatorReading): Guards {
  const protect = createProtector(book);
  const known = new Map<number, readonly { readonly protection: Protection; readonly area: Area }[]>();
  const keepers = listKeepers(book, protections);

  const protectionsOf = ({ id, sheet }: Guarded) => {
    const found =
      known.get(id) ??
      sheet
        .getProtections(SpreadsheetApp.ProtectionType.RANGE)
        .map((protection) => ({ protection, area: areaOf(protection.getRange().getA1Notation()) }));
    known.set(id, found);
    return found;
  };

  const sheets = new Map<string, BlockSheet>();
  const sheetOf = (tab: string): BlockSheet | undefined => {
    const found = sheets.get(tab) ?? openBlocks(book, board.sheetIds.get(tab));
    if (found) sheets.set(tab, found);
    return found;
  };

  const find = ({ unit, place }: BoardUnit) => (place ? findGuarded(book, board, unit, place, sheetOf) : []);
  const whyNotFound = (row: BoardUnit): string => {
    try {
      find(row);
      return "";
    } catch (thrown) {
      if (thrown instanceof WorkbookFault) return thrown.message;
      throw thrown;
    }
  };
  const set: SetGuards = (row, isLocked) => {
    const { unit } = row;
    const refused = new Set<string>();
    for (const guarded of find(row)) {
      const { id, sheet, tab, range } = guarded;
      const step = guardStep(unit, tab, range, isLocked);
      const own = protectionsOf(guarded).filter(({ area }) => overlaps(area, areaOf(range)));
      if (own.length === 0) {
        known.delete(id);
        const made = protect(sheet, step);
        for (const mailbox of made.refused) refused.add(mailbox);
        if (isLocked) shutOut(made.protection, keepers);
      }
      for (const { protection } of own) {
        // The label of a lock is a proof of the approval, so it comes last and goes first.
        if (isLocked) shutOut(protection, keepers);
        protection.setDescription(step.label);
        if (!isLocked) for (const mailbox of letIn(book, protection, step.mailboxes)) refused.add(mailbox);
      }
    }
    return [...refused];
  };
  return { set, whyNotFound };
}

/** A sheet with blocks, and where their keys stand. */
type BlockSheet = { readonly id: number; readonly sheet: Sheet; readonly keys: KeyedSheet };

function openBlocks(book: Spreadsheet, id: number | undefined): BlockSheet | undefined {
  const sheet = id === undefined ? null : book.getSheetById(id);
  return sheet && id !== undefined ? { id, sheet, keys: readKeys(sheet) } : undefined;
}

/**
 * The cells that a unit types into: of its block, by the keys beside them, and of its row in the hamlets' grid. Throws a
 * WorkbookFault where the block does not stand together: a lock over it would be another unit's, too.
 */
function findGuarded(
  book: Spreadsheet,
  { records, sheetIds }: Board,
  unit: OrgUnit,
  place: FoundPlace,
  sheetOf: (tab: string) => BlockSheet | undefined,
): readonly Guarded[] {
  const blocks = sheetOf(place.tab);
  const settled = blocks && settlePlace(place, unit.code, blocks.keys);
  const span = settled && unitSpan(settled, unit.code, blocks.keys);
  if (!span) {
    throw new WorkbookFault(
      `Tab ${place.tab}: cần các dòng của ${unit.name} đứng liền nhau, đúng cột, để khóa hay mở; thấy biểu bị xáo trộn. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ rồi làm lại.`,
    );
  }
  const { first, last } = span;
  const column = FIRST_INPUT + settled.shift;
  const range = blockAddress(first, column, last - first + 1, INPUT_COLUMNS);
  const block = { id: blocks.id, sheet: blocks.sheet, tab: place.tab, range };
  if (place.hamletRow === undefined) return [block];
  const id = sheetIds.get(HAMLETS_TAB.title);
  const grid = id === undefined ? null : book.getSheetById(id);
  if (!grid || id === undefined) return [block];
  const inputs = HAMLETS_TAB.columns.flatMap(({ key, input }) =>
    input ? (records.layout.hamletColumns.get(key) ?? []) : [],
  );
  const from = Math.min(...inputs);
  const cells = blockAddress(place.hamletRow, from, 1, Math.max(...inputs) - from + 1);
  return [block, { id, sheet: grid, tab: HAMLETS_TAB.title, range: cells }];
}

function overlaps(one: Area, other: Area): boolean {
  return one.row < other.row + other.rows && other.row < one.row + one.rows;
}

/**
 * Who may edit the register is a coordinator and keeps the right, be it that the unit's mailbox is theirs, and also where
 * Google does not tell who runs this; so does the owner, whom nobody can remove.
 */
function listKeepers(book: Spreadsheet, ofRegister: readonly Protection[]): ReadonlySet<string> {
  const mailboxes = [...ofRegister.flatMap(readEditors), readMailbox(), book.getOwner()?.getEmail() ?? ""];
  return new Set(mailboxes.map(mailboxKey));
}

/** Leaves a protection to those who keep the right, and reads it back. */
function shutOut(protection: Protection, keepers: ReadonlySet<string>): void {
  const readOthers = () => readEditors(protection).filter((mailbox) => !keepers.has(mailboxKey(mailbox)));
  const others = readOthers();
  if (others.length === 0) return;
  protection.removeEditors([...others]);
  const left = readOthers();
  if (left.length === 0) return;
  throw new WorkbookFault(
    `Cần khóa ô nhập với ${left.join(", ")}; xem lại thì hộp thư này vẫn sửa được. Hãy đợi một phút rồi làm lại.`,
  );
}
