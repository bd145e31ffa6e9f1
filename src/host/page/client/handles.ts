/**
 * The handles of a selection, by which a block is dragged or filled. The library keeps for them the measures of the tab
 * on which they were made, and on another tab would move cells to where the mouse is not: there they are made anew.
 */
import { ICommandService, type Injector } from "@univerjs/core";
import {
  IRenderManagerService,
  ISheetSelectionRenderService,
  SelectionMoveType,
  SetSelectionsOperation,
  SheetSkeletonManagerService,
  SheetsSelectionsService,
} from "@univerjs/preset-sheets-core";
import { UNIT } from "./snapshot.ts";

/** Makes the handles of the workbook that is shown anew whenever another tab is. */
export function renewHandles(injector: Injector): void {
  const render = injector.get(IRenderManagerService).getRenderById(UNIT);
  if (!render) return;
  const handles = render.with(ISheetSelectionRenderService);
  let shown: string | undefined;
  render.with(SheetSkeletonManagerService).currentSkeleton$.subscribe((skeleton) => {
    if (!skeleton || skeleton.sheetId === shown) return;
    shown = skeleton.sheetId;
    for (const control of handles.getSelectionControls().splice(0)) control.dispose();
    const selections = [...injector.get(SheetsSelectionsService).getCurrentSelections()];
    handles.resetSelectionsByModelData(selections);
    // What listens to the handles does so from the end of a selecting on.
    const where = { unitId: UNIT, subUnitId: skeleton.sheetId };
    const chosen = { ...where, selections, type: SelectionMoveType.MOVE_END };
    injector.get(ICommandService).syncExecuteCommand(SetSelectionsOperation.id, chosen);
  });
}
