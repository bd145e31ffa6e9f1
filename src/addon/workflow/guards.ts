/** Locks and unlocks a unit's cells: who may edit its block, and a hamlet's row, changes; the cells themselves do not. */
import { mailboxKey } from "../../core/privacy/mailbox.ts";
import type { FoundPlace } from "../../workbook/found.ts";
import { type Area, areaOf, blockAddress, WorkbookFault } from "../../workbook/grid.ts";
import { HAMLETS_TAB, UNITS_TAB } from "../../workbook/schema.ts";
import { FIRST_INPUT, guardStep, INPUT_COLUMNS } from "../../workbook/setup/guards.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { createProtector, letIn, readEditors } from "../protect.ts";
import type { Tabs } from "../tabs.ts";
import type { Reading } from "./reading.ts";
import { readMailbox } from "./who.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/**
 * Sets who may edit a unit's cells: itself and the coordinator, or, locked, the coordinator alone. Reads the protections
 * back: it throws where they are not so. Returns the unit's mailboxes that Google refuses.
 */
export type SetGuards = (unit: BoardUnit, isLocked: boolean) => readonly string[];

type Guarded = { readonly id: number; readonly sheet: Sheet; readonly tab: string; readonly range: string };

/** Makes a setter. It reads who stays let in, and the protections of a tab, once each. */
export function createGuards({ book, board, tabs }: Pick<Reading, "book" | "board" | "tabs">): SetGuards {
  const protect = createProtector(book);
  const known = new Map<number, readonly { readonly protection: Protection; readonly area: Area }[]>();
  const keepers = listKeepers(book, tabs);

  const protectionsOf = ({ id, sheet }: Guarded) => {
    const found =
      known.get(id) ??
      sheet
        .getProtections(SpreadsheetApp.ProtectionType.RANGE)
        .map((protection) => ({ protection, area: areaOf(protection.getRange().getA1Notation()) }));
    known.set(id, found);
    return found;
  };

  return ({ unit, place }, isLocked) => {
    const refused = new Set<string>();
    for (const guarded of place ? findGuarded(book, board, place) : []) {
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
}

/** The cells that a unit types into: of its block, and of its row in the hamlets' grid. */
function findGuarded(book: Spreadsheet, { sheetIds }: Board, place: FoundPlace): readonly Guarded[] {
  const rows = [...place.rows.values()];
  const [first, last] = [Math.min(...rows) - 1, Math.max(...rows)];
  const block = { tab: place.tab, range: blockAddress(first, FIRST_INPUT, last - first + 1, INPUT_COLUMNS) };
  const columns = HAMLETS_TAB.columns.length - 2;
  const grid =
    place.hamletRow === undefined
      ? []
      : [{ tab: HAMLETS_TAB.title, range: blockAddress(place.hamletRow, 3, 1, columns) }];
  return [block, ...grid].flatMap(({ tab, range }): readonly Guarded[] => {
    const id = sheetIds.get(tab);
    const sheet = id === undefined ? null : book.getSheetById(id);
    return sheet && id !== undefined ? [{ id, sheet, tab, range }] : [];
  });
}

function overlaps(one: Area, other: Area): boolean {
  return one.row < other.row + other.rows && other.row < one.row + one.rows;
}

/**
 * Who may edit the register is a coordinator and keeps the right, be it that the unit's mailbox is theirs, and also where
 * Google does not tell who runs this; so does the owner, whom nobody can remove.
 */
function listKeepers(book: Spreadsheet, { need }: Tabs): ReadonlySet<string> {
  const coordinators = need(UNITS_TAB.title).getProtections(SpreadsheetApp.ProtectionType.SHEET).flatMap(readEditors);
  const mailboxes = [...coordinators, readMailbox(), book.getOwner()?.getEmail() ?? ""];
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
