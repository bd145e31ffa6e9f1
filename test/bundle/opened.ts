/** The built bundle, and workbooks opened with it, for the tests of this folder. */
import { type Bundle, type OpenWorkbook, openWorkbook, readBundle } from "gas-offline";
import { newWorkbook } from "so2282-cli";

export { messageOf } from "../../packages/gas-offline/test/thrown.ts";

/** Where the build puts what clasp pushes. */
export const DIST = new URL("../../dist/", import.meta.url);

export const bundle: Bundle = await readBundle(DIST);

/** Opens an empty spreadsheet with the bundle, as its owner or as someone else. */
export function openEmpty(user?: string): OpenWorkbook {
  return openWorkbook(newWorkbook("Sổ thử"), bundle, user);
}

/** Adds up the calls of services. */
export function sumOf(calls: ReadonlyMap<string, number>): number {
  return [...calls.values()].reduce((sum, count) => sum + count, 0);
}
