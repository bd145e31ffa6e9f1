/** Locks and unlocks a unit's cells: who may edit its block, and a hamlet's row, changes; the cells themselves do not. */
import type { OrgUnit } from "../../core/unit.ts";
import type { FoundPlace } from "../../workbook/found.ts";
import { type Area, areaOf, blockAddress } from "../../workbook/grid.ts";
import { HAMLETS_TAB } from "../../workbook/schema.ts";
import { FIRST_INPUT, guardStep, INPUT_COLUMNS } from "../../workbook/setup/guards.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { createProtector } from "../protect.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Sets who may edit a unit's cells: itself and the coordinator, or, locked, the coordinator alone. */
export type SetGuards = (unit: BoardUnit, isLocked: boolean) => void;

type Guarded = { readonly sheet: Sheet; readonly range: string };

/** Makes a setter. It reads whom to shut out, and the protections of a tab, once each. */
export function createGuards(book: Spreadsheet, board: Board): SetGuards {
  const protect = createProtector(book);
  const known = new Map<number, readonly { readonly protection: Protection; readonly area: Area }[]>();
  let outsiders: readonly string[] | undefined;

  const protectionsOf = (sheet: Sheet) => {
    const id = sheet.getSheetId();
    const found =
      known.get(id) ??
      sheet
        .getProtections(SpreadsheetApp.ProtectionType.RANGE)
        .map((protection) => ({ protection, area: areaOf(protection.getRange().getA1Notation()) }));
    known.set(id, found);
    return found;
  };

  return ({ unit, place }, isLocked) => {
    if (!place) return;
    for (const { sheet, range } of findGuarded(book, board, place)) {
      const step = guardStep(unit, sheet.getName(), range, isLocked);
      const own = protectionsOf(sheet).filter(({ area }) => overlaps(area, areaOf(range)));
      if (own.length === 0) {
        protect(sheet, step);
        continue;
      }
      for (const { protection } of own) {
        protection.setDescription(step.label);
        outsiders ??= listOutsiders(book);
        if (isLocked) protection.removeEditors(withoutMe([...outsiders, ...unit.mailboxes]));
        else letIn(protection, unit);
      }
    }
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
    return sheet ? [{ sheet, range }] : [];
  });
}

function overlaps(one: Area, other: Area): boolean {
  return one.row < other.row + other.rows && other.row < one.row + one.rows;
}

function listOutsiders(book: Spreadsheet): readonly string[] {
  const owner = book.getOwner()?.getEmail();
  return book
    .getEditors()
    .map((user) => user.getEmail())
    .filter((mailbox) => mailbox !== "" && mailbox !== owner);
}

/** Who locks must not lock themselves out, be it that their mailbox is the unit's too. */
function withoutMe(mailboxes: readonly string[]): string[] {
  const me = Session.getEffectiveUser().getEmail().toLowerCase();
  return [...new Set(mailboxes)].filter((mailbox) => mailbox.toLowerCase() !== me);
}

function letIn(protection: Protection, unit: OrgUnit): void {
  if (unit.mailboxes.length === 0) return;
  try {
    protection.addEditors([...unit.mailboxes]);
  } catch (thrown) {
    // As at set-up: a mailbox that Google does not know is named by “Ai sửa được gì”.
    console.warn(`${unit.name}: ${String(thrown)}`);
  }
}
