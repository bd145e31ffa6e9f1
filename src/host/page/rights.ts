/** What a user may edit, as areas, for the page to show. The judge of each edit is the service that writes it. */
import type { SheetModel, WorkbookModel } from "../model.ts";
import type { RightsView, UserView } from "./protocol.ts";

const NOTHING: RightsView = { all: false, open: [], closed: [] };
const EVERYTHING: RightsView = { all: true, open: [], closed: [] };

/** Returns what a user may edit of a sheet, by its protections. */
export function rightsOf(workbook: WorkbookModel, sheet: SheetModel, user: string): RightsView {
  if (user === workbook.owner) return EVERYTHING;
  if (!workbook.editors.includes(user)) return NOTHING;
  const locks = sheet.protections.filter(({ warningOnly, editors }) => !warningOnly && !editors.includes(user));
  const whole = locks.find(({ kind }) => kind === "sheet");
  return {
    all: whole === undefined,
    open: whole?.unprotected ?? [],
    closed: locks.flatMap(({ kind, area }) => (kind === "range" && area ? [area] : [])),
  };
}

/** Lists those as whom the workbook can be opened: the coordinator first, then all who may edit, named by what is theirs. */
export function usersOf(workbook: WorkbookModel): readonly UserView[] {
  const labels = new Map<string, string>();
  const protections = workbook.sheets.flatMap((sheet) => sheet.protections);
  for (const { kind, editors, description } of protections) {
    for (const mailbox of editors) {
      if (kind === "range" && description !== "" && !labels.has(mailbox)) labels.set(mailbox, description);
    }
  }
  const others = new Set([...workbook.editors, ...protections.flatMap(({ editors }) => editors)]);
  others.delete(workbook.owner);
  return [
    { mailbox: workbook.owner, label: "Người tổng hợp" },
    ...[...others].map((mailbox) => ({ mailbox, label: labels.get(mailbox) ?? mailbox })),
  ];
}
