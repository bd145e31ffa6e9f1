/** `npm run tags`: writes the guide to the template's tags and the default template into docs/. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "so2282-tags-"));

/** @param {string} name */
const load = (name) => import(pathToFileURL(join(folder, `${name}.mjs`)).href);

try {
  await build({
    entryPoints: ["tag-guide", "default-template"].map((name) => join(root, `scripts/template/${name}.ts`)),
    bundle: true,
    platform: "node",
    format: "esm",
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    logLevel: "error",
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  });
  const { describeTags } = await load("tag-guide");
  const { buildDefaultTemplate } = await load("default-template");
  await writeFile(join(root, "docs/mau-bao-cao.md"), describeTags());
  await writeFile(join(root, "docs/mau-bao-cao.docx"), await buildDefaultTemplate());
} finally {
  await rm(folder, { recursive: true });
}
