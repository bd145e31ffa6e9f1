/** What all windows of an open workbook share: the workbook, what they show of it, its place on the disk. */
import type { OpenWorkbook } from "gas-offline";
import { systemCode } from "gas-offline/internals";
import type { Edit, PageEvent } from "../protocol.ts";
import { messageOf } from "./as-user.ts";
import type { History } from "./history.ts";
import { createViewTracker, type ViewTracker } from "./view-tracker.ts";
import type { WorkbookStore } from "./workbook-store.ts";

/** Receives events. */
export type Listener = (event: PageEvent) => void;

export type Session = {
  readonly open: OpenWorkbook;
  readonly store: WorkbookStore;
  readonly history: History;
  /** By cell: when it was last written, and by which window. */
  readonly written: Map<string, { readonly revision: number; readonly window: string }>;
  readonly tell: Listener;
  /** Saves the file when nobody has typed for a while. */
  readonly saveLater: () => void;
  /** Saves the file, or throws. */
  readonly saveNow: () => Promise<void>;
  tracker: ViewTracker;
  revision: number;
  /** Whether something changed that neither the file nor the journal holds. */
  unsaved: boolean;
  /** The HTML that the add-on showed last. */
  sidebar: string | undefined;
};

/** Makes a cell's key in `written`. */
export function cellKey({ sheet, row, column }: Pick<Edit, "sheet" | "row" | "column">): string {
  return `${sheet},${row},${column}`;
}

/** Reads a key of `written`. */
export function cellOfKey(place: string): Pick<Edit, "sheet" | "row" | "column"> {
  const [sheet = 0, row = 0, column = 0] = place.split(",").map(Number);
  return { sheet, row, column };
}

/** Makes all windows load the workbook again. */
export function reloadWindows(session: Session): void {
  const { open } = session;
  session.tracker = createViewTracker(open.workbook, open.context.calculator);
  session.revision += 1;
  session.tell({ kind: "reload", revision: session.revision });
}

/** Says why the disk refused something. */
export function diskRefusal(error: unknown): { readonly message: string; readonly original: string } {
  const full = ["ENOSPC", "EDQUOT"].includes(systemCode(error) ?? "");
  const what = full ? "ổ đĩa đã đầy" : "ổ đĩa báo lỗi khi ghi";
  return {
    message: `Chưa lưu được: ${what}, nên sổ đã được trả lại như cũ. Hãy giải phóng chỗ trống rồi làm lại.`,
    original: messageOf(error),
  };
}
