/** The layout checker. */
export { type Finding, lintDocument } from "./lint.ts";
