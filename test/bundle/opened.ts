/** The built bundle, and workbooks opened with it, for the tests of this folder. */
import { type Bundle, newWorkbook, type OpenWorkbook, openWorkbook, readBundle } from "../../src/host/open.ts";

/** Where the build puts what clasp pushes. */
export const DIST = new URL("../../dist/", import.meta.url);

export const bundle: Bundle = await readBundle(DIST);

/** Opens an empty spreadsheet with the bundle, as its owner or as someone else. */
export function openEmpty(user?: string): OpenWorkbook {
  return openWorkbook(newWorkbook("Sổ thử"), bundle, user);
}

/** Returns what an action throws, in words. */
export function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (thrown) {
    return typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : "";
  }
  throw new Error("nothing was thrown");
}

/** Adds up the calls of services. */
export function sumOf(calls: ReadonlyMap<string, number>): number {
  return [...calls.values()].reduce((sum, count) => sum + count, 0);
}
