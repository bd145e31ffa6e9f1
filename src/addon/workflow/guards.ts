/** Locks and unlocks a unit's cells: who may edit its block, and a hamlet's row, changes; the cells themselves do not. */
import type { OrgUnit } from "../../core/unit.ts";
import type { FoundPlace } from "../../workbook/found.ts";
import { type Area, areaOf, blockAddress } from "../../workbook/grid.ts";
import { HAMLETS_TAB, UNITS_TAB } from "../../workbook/schema.ts";
import { FIRST_INPUT, guardStep, INPUT_COLUMNS } from "../../workbook/setup/guards.ts";
import type { Board, BoardUnit } from "../../workbook/workflow/board.ts";
import { createProtector } from "../protect.ts";
import type { Tabs } from "../tabs.ts";
import type { Reading } from "./reading.ts";
import { readMailbox } from "./who.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Sets who may edit a unit's cells: itself and the coordinator, or, locked, the coordinator alone. */
export type SetGuards = (unit: BoardUnit, isLocked: boolean) => void;

type Guarded = { readonly sheet: Sheet; readonly range: string };

/** Makes a setter. It reads who stays let in, and the protections of a tab, once each. */
export function createGuards({ book, board, tabs }: Pick<Reading, "book" | "board" | "tabs">): SetGuards {
  const protect = createProtector(book);
  const known = new Map<number, readonly { readonly protection: Protection; readonly area: Area }[]>();
  const keepers = listKeepers(book, tabs);

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
        if (isLocked) shutOut(protection, keepers);
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

/**
 * Who may edit the register is a coordinator and keeps the right, be it that the unit's mailbox is theirs, and also where
 * Google does not tell who runs this; so does the owner, whom nobody can remove.
 */
function listKeepers(book: Spreadsheet, { need }: Tabs): ReadonlySet<string> {
  const coordinators = need(UNITS_TAB.title)
    .getProtections(SpreadsheetApp.ProtectionType.SHEET)
    .flatMap((protection) => protection.getEditors().map((user) => user.getEmail()));
  const mailboxes = [...coordinators, readMailbox(), book.getOwner()?.getEmail() ?? ""];
  return new Set(mailboxes.map((mailbox) => mailbox.toLowerCase()));
}

function shutOut(protection: Protection, keepers: ReadonlySet<string>): void {
  const others = protection.getEditors().filter((user) => !keepers.has(user.getEmail().toLowerCase()));
  if (others.length > 0) protection.removeEditors(others);
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
