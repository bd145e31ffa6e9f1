/** What the page and its server say to each other, as JSON. Types only: both sides import this file. */
import type { Action, Area, CellContent, CellFormat, Customs } from "gas-offline/model";

/** A cell as the grid shows it; an error is its code, a blank null. The format bears the conditional formats' colours. */
export type CellView = {
  readonly row: number;
  readonly column: number;
  readonly value: CellContent | null;
  readonly format?: CellFormat;
};

/** Cells that share a validation: the entries of a drop-down, a checkbox, and what to do, in the schema's words. */
export type RuleView = {
  readonly kind: "list" | "checkbox" | "other";
  readonly values: readonly string[];
  readonly help: string;
  readonly areas: readonly Area[];
};

/** What one user may edit of a sheet: all of it without the closed areas, or the open areas alone. */
export type RightsView = {
  readonly all: boolean;
  readonly open: readonly Area[];
  readonly closed: readonly Area[];
};

export type SheetView = {
  readonly id: number;
  /** Changes whenever cells move: rows inserted, sorted, a block moved. */
  readonly shape: number;
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: number;
  readonly columns: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly gridlines: boolean;
  readonly tabColor?: string;
  readonly merges: readonly Area[];
  /** Sizes in pixels, by row or column. */
  readonly columnWidths: readonly (readonly [number, number])[];
  readonly rowHeights: readonly (readonly [number, number])[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** Row, column, value, and the format's index in the view's list; −1 for no format. */
  readonly cells: readonly (readonly [number, number, CellContent | null, number])[];
  readonly notes: readonly { readonly row: number; readonly column: number; readonly text: string }[];
  readonly rules: readonly RuleView[];
  readonly rights: RightsView;
};

/** Someone as whom the workbook can be opened. */
export type UserView = { readonly mailbox: string; readonly label: string };

export type MenuEntry = { readonly caption: string; readonly functionName: string };

export type WorkbookView = {
  readonly revision: number;
  readonly name: string;
  readonly fileName: string;
  /** How its locale has days and numbers typed. */
  readonly customs: Customs;
  readonly user: UserView;
  readonly users: readonly UserView[];
  readonly menu: readonly MenuEntry[];
  /** What the person who opens the page should know. */
  readonly notices: readonly string[];
  readonly formats: readonly CellFormat[];
  readonly sheets: readonly SheetView[];
};

/** What is put into a cell: text counts as typed. */
export type Edit = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly value: CellContent | null;
};

/** The window that sends a request, and the state it was based on. The server refuses to overwrite later changes. */
export type BaseRevision = {
  readonly window: string;
  readonly revision: number;
  /** The shapes of the sheets concerned, by id. A sheet without one is not checked. */
  readonly shapes: Readonly<Record<string, number>>;
};

/** What the page lets a person do besides typing. */
export type PageAction = Exclude<Action, { readonly kind: "type" | "pasteText" | "copyPaste" | "clearValidation" }>;

/** Why an edit was refused: for the person who typed, and in Google's own words where it has some. */
export type Refusal = {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
  readonly message: string;
  readonly original: string;
};

export type EditAnswer = { readonly refusals: readonly Refusal[] };

/** What became of an action, of undoing or of doing again: nothing to say, or why it was not done. */
export type ActAnswer = { readonly refusal?: Pick<Refusal, "message" | "original"> };

export type RunAnswer = {
  readonly result: unknown;
  readonly error?: string;
  /** Cells that the script wants seen. */
  readonly goTo?: { readonly tab: string; readonly cells: string };
  /** The title of a page that the script wants shown beside the grid; its file is `/sidebar`. */
  readonly sidebar?: string;
  readonly messages: readonly string[];
  /** True: the last message is a question, answered with no; a person who says yes calls again with consent. */
  readonly asked: boolean;
  readonly files: readonly { readonly name: string; readonly mimeType: string; readonly base64: string }[];
};

/** Changed cells of a sheet, and rows with another height: in pixels, null is one line. */
export type SheetChange = {
  readonly id: number;
  readonly rows: number;
  readonly cells: readonly CellView[];
  readonly rowHeights?: readonly (readonly [number, number | null])[];
};

/** What a window hears: changed cells, a workbook to load again, or a message for the person. */
export type PageEvent =
  | { readonly kind: "hello"; readonly revision: number }
  | { readonly kind: "change"; readonly revision: number; readonly sheets: readonly SheetChange[] }
  | { readonly kind: "reload"; readonly revision: number }
  | { readonly kind: "notice"; readonly message: string };
