/** What is installed is what was tried: every package of the lock file is held to its bytes, and to no one registry. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Locked = { readonly integrity?: string; readonly resolved?: string; readonly link?: boolean };

const LOCK: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(
  readFileSync(new URL("../package-lock.json", import.meta.url), "utf8"),
);
const INSTALLED = Object.entries(LOCK.packages).filter(([path, { link }]) => path.startsWith("node_modules/") && !link);

it("holds every package of others to its hash", () => {
  expect(INSTALLED.length).toBeGreaterThan(500);
  expect(INSTALLED.filter(([, { integrity }]) => !integrity?.startsWith("sha512-")).map(([path]) => path)).toEqual([]);
});

it("names no registry", () => {
  expect(INSTALLED.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([]);
});
