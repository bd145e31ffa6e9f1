/**
 * The handles of a selection, by which cells are filled. The library keeps for them the measures of the tab on which
 * they were made, and on another tab would fill cells where the mouse is not: there they are made anew. Until a cell of
 * that tab is clicked, they fill nothing.
 */
import type { Injector } from "@univerjs/core";
import {
  type IRender,
  IRenderManagerService,
  ISheetSelectionRenderService,
  SheetSkeletonManagerService,
} from "@univerjs/preset-sheets-core";
import { UNIT } from "./snapshot.ts";

/** How often it is looked whether the library has come to the tab, once for each time that it draws. */
const MOST_LOOKS = 60;

export type Selecting = {
  readonly activeSheet: () => string | undefined;
  /** Chooses the cells again that are chosen. */
  readonly chooseAgain: () => void;
};

/** Makes the handles anew from now on whenever another tab is shown, of whatever workbook is shown. */
export function renewHandles(injector: Injector, { activeSheet, chooseAgain }: Selecting): void {
  const renders = injector.get(IRenderManagerService);
  const follow = (render: IRender): void => {
    if (render.unitId !== UNIT) return;
    let shown: string | undefined;
    const renew = (sheet: string, looks: number): void => {
      if (renders.getRenderById(UNIT) !== render || shown !== sheet || activeSheet() !== sheet) return;
      const handles = render.with(ISheetSelectionRenderService);
      if (handles.getSkeleton()?.worksheet.getSheetId() !== sheet) {
        if (looks < MOST_LOOKS) requestAnimationFrame(() => renew(sheet, looks + 1));
        return;
      }
      for (const control of handles.getSelectionControls().splice(0)) control.dispose();
      chooseAgain();
    };
    render.with(SheetSkeletonManagerService).currentSkeleton$.subscribe((skeleton) => {
      if (!skeleton || skeleton.sheetId === shown) return;
      shown = skeleton.sheetId;
      requestAnimationFrame(() => renew(skeleton.sheetId, 0));
    });
  };
  // The first workbook is drawn some time after it has come, every other one at once.
  for (const [, render] of renders.getRenderAll()) follow(render);
  renders.created$.subscribe((render) => queueMicrotask(() => follow(render)));
}
