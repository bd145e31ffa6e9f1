/** The types of a workbook and of a person's actions: all that a program in the browser may import. */
export type { Action } from "./edit/action.ts";
export type { Customs } from "./locale.ts";
export type * from "./model.ts";
