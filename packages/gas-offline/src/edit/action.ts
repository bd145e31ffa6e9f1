/** What a person does in the grid, as plain data. Types only. */
import type { Area, FormatChange } from "../model.ts";
import type { PasteKind } from "./transfer.ts";

/** A cell of a sheet. */
export type Place = { readonly row: number; readonly column: number };
type Lines = { readonly at: number; readonly count: number };

/** An action on the sheet with the id `sheet`. Rows, columns and positions count from 1. */
export type Action = { readonly sheet: number } & (
  | ({ readonly kind: "type"; readonly value: string | number | boolean | null } & Place)
  /** A block of texts from outside: read as if typed, but not checked by validations, which stay. */
  | ({ readonly kind: "pasteText"; readonly texts: readonly (readonly string[])[] } & Place)
  /** `what`: `all` by default. */
  | {
      readonly kind: "copyPaste";
      readonly area: Area;
      readonly to: Place & { readonly sheet: number };
      readonly what?: PasteKind;
    }
  | { readonly kind: "cutPaste"; readonly area: Area; readonly to: Place & { readonly sheet: number } }
  | { readonly kind: "clearContent" | "clearAll" | "clearValidation" | "merge" | "unmerge"; readonly area: Area }
  /** New lines stand at `at`. */
  | ({ readonly kind: "insertRows" | "insertColumns" | "deleteRows" | "deleteColumns" } & Lines)
  /** `before`: the line before which they are put, counted before the move. */
  | ({ readonly kind: "moveRows" | "moveColumns"; readonly before: number } & Lines)
  | ({ readonly kind: "hideRows" | "showRows" | "hideColumns" | "showColumns" } & Lines)
  | ({ readonly kind: "resizeRows" | "resizeColumns"; readonly pixels: number } & Lines)
  /** So many of the first rows and columns stay in sight. */
  | { readonly kind: "freeze"; readonly rows: number; readonly columns: number }
  | { readonly kind: "sortRange"; readonly area: Area; readonly column: number; readonly ascending: boolean }
  | { readonly kind: "setFormat"; readonly area: Area; readonly format: FormatChange }
  | { readonly kind: "renameSheet"; readonly name: string }
  /** A new sheet, after the sheet of the action. */
  | { readonly kind: "addSheet"; readonly name: string }
  | { readonly kind: "duplicateSheet" | "deleteSheet" | "hideSheet" | "showSheet" }
  | { readonly kind: "moveSheet"; readonly position: number }
  | { readonly kind: "colourSheet"; readonly colour: string | null }
);
