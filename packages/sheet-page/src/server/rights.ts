/** What a user may edit, as areas, for the page to show. The services check each edit themselves. */

import type { Area, SheetModel, WorkbookModel } from "gas-offline";
import { areaWithout } from "gas-offline/internals";
import type { RightsView, UserView } from "../protocol.ts";

const NOTHING: RightsView = { all: false, open: [], closed: [] };
const EVERYTHING: RightsView = { all: true, open: [], closed: [] };

/** Returns what a user may edit of a sheet, by its protections. */
export function rightsOf(workbook: WorkbookModel, sheet: SheetModel, user: string): RightsView {
  if (user === workbook.owner) return EVERYTHING;
  if (!workbook.editors.includes(user)) return NOTHING;
  const locks = sheet.protections.filter(({ warningOnly, editors }) => !warningOnly && !editors.includes(user));
  const whole = locks.find(({ kind }) => kind === "sheet");
  const closed = locks.flatMap(({ kind, area }) => (kind === "range" && area ? [area] : []));
  const holes: readonly Area[] = whole?.unprotected ?? [];
  const open = closed.reduce((rest, lock) => rest.flatMap((area) => areaWithout(area, lock)), holes);
  return { all: whole === undefined, open, closed };
}

/**
 * Shares the workbook with everyone whom a protection names. In Google Sheets the coordinator does this by hand. A user
 * without access to the workbook may edit nothing in it.
 */
export function shareWithNamed(workbook: WorkbookModel): void {
  const named = workbook.sheets.flatMap(({ protections }) => protections.flatMap(({ editors }) => editors));
  for (const mailbox of named) {
    if (mailbox !== workbook.owner && !workbook.editors.includes(mailbox)) workbook.editors.push(mailbox);
  }
}

/**
 * Lists the users as whom the workbook can be opened. The coordinator is first; the others are named by what they may
 * edit.
 */
export function usersOf(workbook: WorkbookModel): readonly UserView[] {
  const labels = new Map<string, string>();
  const protections = workbook.sheets.flatMap((sheet) => sheet.protections);
  for (const { kind, editors, description } of protections) {
    for (const mailbox of editors) {
      if (kind === "range" && description !== "" && !labels.has(mailbox)) labels.set(mailbox, description);
    }
  }
  return [
    { mailbox: workbook.owner, label: "Người tổng hợp" },
    ...workbook.editors.map((mailbox) => ({ mailbox, label: labels.get(mailbox) ?? mailbox })),
  ];
}
