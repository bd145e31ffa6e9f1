/** The licences of the packages whose code we ship are shipped with it. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { bundledPackages } from "../scripts/license-notices.mjs";

const ROOT = new URL("../", import.meta.url);

it("takes a package for each file of it that was bundled, scoped or nested ones too, and none that left no bytes", () => {
  const input = (bytes: number) => ({ bytes, imports: [] });
  const inputs = {
    "node_modules/pizzip/js/index.js": input(1),
    "node_modules/@scope/one/lib/a.js": input(1),
    "node_modules/one/node_modules/inner/b.js": input(2),
    "node_modules/empty/index.js": input(0),
    "src/addon/main.ts": input(9),
  };
  expect(bundledPackages([{ inputs, outputs: {} }])).toEqual([
    { name: "@scope/one", folder: "node_modules/@scope/one/" },
    { name: "inner", folder: "node_modules/one/node_modules/inner/" },
    { name: "pizzip", folder: "node_modules/pizzip/" },
  ]);
});

it("names each package with its version and licence, beside dist/ and on the page", () => {
  const notices = readFileSync(new URL("THIRD-PARTY.txt", ROOT), "utf8");
  for (const name of ["docxtemplater", "pizzip", "pako", "preact", "valibot", "@univerjs/core", "react", "rxjs"])
    expect(notices).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\(.+\\)$`, "m"));
  expect(notices).toContain("Permission is hereby granted, free of charge");
  expect(readFileSync(new URL(".build/page/third-party.txt", ROOT), "utf8")).toBe(notices);
});
