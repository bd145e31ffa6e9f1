/** `npm run tags`: writes docs/mau-bao-cao.md, the guide to the template's tags. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "so2282-tags-"));
try {
  const outfile = join(folder, "tag-guide.mjs");
  const entryPoints = [join(root, "scripts/template/tag-guide.ts")];
  await build({ entryPoints, bundle: true, platform: "node", format: "esm", outfile, logLevel: "error" });
  const { describeTags } = await import(pathToFileURL(outfile).href);
  await writeFile(join(root, "docs/mau-bao-cao.md"), describeTags());
} finally {
  await rm(folder, { recursive: true });
}
