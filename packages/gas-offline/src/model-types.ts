/** The types of a workbook and of what a person does in it: all that a program in the browser may take. */
export type { Action } from "./edit/action.ts";
export type { Customs } from "./locale.ts";
export type * from "./model.ts";
