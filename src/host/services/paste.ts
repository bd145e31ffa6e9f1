/** Copies blocks of cells as the user: what protections and merged cells allow. */
import { contains } from "../edit/areas.ts";
import { type Cells, copyCells, filledArea, type Pasted } from "../edit/transfer.ts";
import { requireEdit, wholeSheet } from "./access.ts";
import { fail, type HostContext, settle } from "./context.ts";
import { requireWholeMerges } from "./merges.ts";

/** Copies cells onto a target, repeated where they fit into it several times. The target must lie on its sheet. */
export function pasteCells(context: HostContext, source: Cells, target: Cells, what: Pasted, transposed = false): void {
  const area = filledArea(source.area, target.area, transposed);
  if (!contains(wholeSheet(target.sheet), area)) {
    fail(context, "The coordinates of the range are outside the dimensions of the sheet.");
  }
  requireEdit(context, target.sheet, area);
  if (what === "all") requireWholeMerges(context, target.sheet, area);
  settle(context);
  copyCells(source, { sheet: target.sheet, area }, what, transposed);
  context.changed.push({ sheet: target.sheet, area });
}
