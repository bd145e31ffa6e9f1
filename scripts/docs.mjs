/**
 * `npm run docs`: makes everything in docs/ that is made of the sources: the references, the template's guide, the index
 * of the decisions, and the pictures, which are taken in a Chromium. `-- --text` leaves the pictures as they are.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { CHROMIUM_ARGUMENTS, requireChromium } from "./chromium.mjs";
import { othersExternal } from "./third-party.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Bundles a program of this folder and loads it. @param {string} path */
async function load(path) {
  const outfile = join(root, ".build/docs", `${path.replaceAll("/", "-")}.mjs`);
  await build({
    entryPoints: [join(root, `scripts/docs/${path}.ts`)],
    bundle: true,
    platform: "node",
    format: "esm",
    plugins: [othersExternal],
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

const started = Date.now();
await import("./tags.mjs");
const { makeReferences } = await load("references/make");
/** @type {ReadonlyMap<string, string>} */
const references = makeReferences({
  read: (/** @type {string} */ path) => readFileSync(join(root, path), "utf8"),
  list: (/** @type {string} */ folder) => readdirSync(join(root, folder)),
});
await mkdir(join(root, "docs/tham-khao"), { recursive: true });
for (const [path, text] of references) await writeFile(join(root, path), text);
if (!process.argv.includes("--text")) {
  const { takePictures } = await load("pictures/take-pictures");
  const pictures = join(root, "docs/anh");
  await mkdir(pictures, { recursive: true });
  /** @type {readonly string[]} */
  const problems = await takePictures({
    executablePath: requireChromium(),
    args: CHROMIUM_ARGUMENTS,
    root: new URL("..", import.meta.url),
    sample: join(root, "examples/vinh-phong"),
    pictures,
  });
  for (const problem of problems) console.error(`Chưa chụp được / not taken: ${problem}\n`);
  if (problems.length > 0) process.exitCode = 1;
}
console.log(`docs/: ${Math.round((Date.now() - started) / 1000)} giây. Hãy xem lại các ảnh trong docs/anh.`);
