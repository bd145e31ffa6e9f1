/** What programs take that build on the host's own parts, as the page does. It may change with any version. */
export * from "./edit/areas.ts";
export { UsageFault } from "./faults.ts";
export { type Calculator, createCalculator } from "./formula/calculator.ts";
export { compileFormula } from "./formula/compile.ts";
export * from "./json.ts";
export { customsOf } from "./locale.ts";
export { isDateFormat } from "./number-format.ts";
export { requireEdit } from "./services/access.ts";
export { newUtilities } from "./services/blobs.ts";
export { writeValues } from "./services/cells.ts";
export { evaluateChanges, type HostContext } from "./services/context.ts";
export { newLockService, newSession } from "./services/lock-and-session.ts";
export { growTo } from "./services/paste.ts";
export { newPropertiesService } from "./services/properties.ts";
export { newSpreadsheetApp } from "./services/spreadsheet.ts";
export { systemCode, systemWords } from "./xlsx/errors.ts";
export { fileName } from "./xlsx/file.ts";
export { fittedHeights } from "./xlsx/row-heights.ts";
