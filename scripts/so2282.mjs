#!/usr/bin/env node
/** Runs the offline host's command line; builds it first where it is missing or older than its source. */
import { prepare } from "./prepare.mjs";

await prepare();
const { readBundle, runCommand } = await import(new URL("../.build/host.mjs", import.meta.url).href);
const bundle = await readBundle(new URL("../dist/", import.meta.url));
process.exitCode = await runCommand(process.argv.slice(2), bundle, {
  out: (/** @type {string} */ line) => console.log(line),
  err: (/** @type {string} */ line) => console.error(line),
});
