/** The built bundle, and workbooks opened with it, for the tests of this folder. */
import { type Bundle, type OpenWorkbook, openWorkbook, readBundle, type WorkbookModel } from "gas-offline";
import { newWorkbook } from "so2282-cli";

export { messageOf } from "../../packages/gas-offline/test/thrown.ts";

/** Where the build puts what clasp pushes. */
export const DIST = new URL("../../dist/", import.meta.url);

export const bundle: Bundle = await readBundle(DIST);

/** Opens an empty spreadsheet with the bundle, as its owner or as someone else. */
export function openEmpty(user?: string): OpenWorkbook {
  return openWorkbook(newWorkbook("Sổ thử"), bundle, user);
}

/** Makes a workbook once for the same arguments and hands out copies: copying one costs a tenth of making it. */
export function madeOnce<Given extends readonly unknown[]>(
  make: (...given: Given) => WorkbookModel,
): (...given: Given) => WorkbookModel {
  const made = new Map<string, WorkbookModel>();
  return (...given) => {
    const key = JSON.stringify(given);
    const workbook = made.get(key) ?? make(...given);
    made.set(key, workbook);
    return structuredClone(workbook);
  };
}

/** Adds up the calls of services. */
export function sumOf(calls: ReadonlyMap<string, number>): number {
  return [...calls.values()].reduce((sum, count) => sum + count, 0);
}
