/**
 * Remembers cut cells: the next paste moves them, if the clipboard still holds them. The library marks them and puts
 * them on the clipboard; the host moves them.
 */
import type { Injector } from "@univerjs/core";
import { COPY_TYPE, ISheetClipboardService } from "@univerjs/preset-sheets-core";
import type { Area } from "gas-offline/model";

export type Cut = { readonly sheet: number; readonly area: Area };

export type CutCells = {
  /** Remembers the cells to be cut. */
  readonly begin: (cells: Cut) => void;
  /** Returns the cells to paste, once. `lost` if the workbook was loaded again since they were cut. */
  readonly take: (html: string) => Cut | "lost" | undefined;
  /** Forgets the cut because the workbook is loaded again: its cells may have moved. */
  readonly lose: () => void;
};

/** Makes an empty one. */
export function createCutCells(injector: Injector): CutCells {
  let cells: Cut | undefined;
  let lost: string | undefined;
  /** The cut's name on the clipboard, if nothing was copied since. */
  const cutName = (): string | undefined => {
    const cache = injector.get(ISheetClipboardService).copyContentCache();
    const name = cache.getLastCopyId();
    return name !== null && cache.get(name)?.copyType === COPY_TYPE.CUT ? name : undefined;
  };
  document.addEventListener(
    "keydown",
    ({ key }) => {
      if (key === "Escape") cells = undefined;
    },
    true,
  );
  return {
    begin(chosen) {
      cells = chosen;
    },
    take(html) {
      const taken = cells;
      const name = /data-copy-id="([^"\s]+)"/.exec(html)?.[1];
      cells = undefined;
      if (name === undefined) return undefined;
      if (name === lost) return "lost";
      if (!taken || name !== cutName()) return undefined;
      injector.get(ISheetClipboardService).removeMarkSelection();
      return taken;
    },
    lose() {
      if (cells) lost = cutName();
      cells = undefined;
    },
  };
}
