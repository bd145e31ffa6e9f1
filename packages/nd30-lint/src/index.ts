/** The layout checker: a .docx → its findings. */
export { NoWordFile } from "./archive.ts";
export { type Finding, lintDocument } from "./lint.ts";
export { checkDocument } from "./report.ts";
