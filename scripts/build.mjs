/** Builds `dist/` (what clasp pushes) and `.build/` (the offline host's program). */
import { copyFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, transform } from "esbuild";
import { bundledPackages, licenseNotices } from "./license-notices.mjs";
import { othersExternal } from "./third-party.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Apps Script's V8: ES2020, no `#private`, no static fields. */
const APPS_SCRIPT = "es2020";

/** Bundles a source of ours for Node and loads it. @param {string} source */
async function load(source) {
  const folder = await mkdtemp(join(tmpdir(), "so2282-"));
  try {
    const program = join(folder, "program.mjs");
    await build({
      entryPoints: [join(root, source)],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile: program,
      logLevel: "error",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    });
    return await import(pathToFileURL(program).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** @type {import("esbuild").Metafile[]} What each build of a bundle took its code from. */
const builds = [];

/** Makes the default template, a .docx in base64. */
async function buildTemplate() {
  const { buildDefaultTemplate } = await load("scripts/template/default-template.ts");
  return Buffer.from(await buildDefaultTemplate()).toString("base64");
}

/** @param {string} template @returns {import("esbuild").Plugin} */
function templatePlugin(template) {
  return {
    name: "template",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^virtual:default-template$/ }, ({ path }) => ({ path, namespace: "template" }));
      onLoad({ filter: /.*/, namespace: "template" }, () => ({
        contents: `export default ${JSON.stringify(template)};`,
        loader: "js",
      }));
    },
  };
}

/** Bundles the add-on as one global, `So2282`. */
async function buildBundle() {
  const { outputFiles, metafile } = await build({
    entryPoints: [join(root, "src/addon/main.ts")],
    metafile: true,
    bundle: true,
    format: "iife",
    globalName: "So2282",
    target: APPS_SCRIPT,
    charset: "utf8",
    minify: true,
    legalComments: "none",
    write: false,
    logLevel: "error",
    plugins: [templatePlugin(await buildTemplate())],
  });
  builds.push(metafile);
  return outputFiles[0]?.text ?? "";
}

/** Turns `globals.ts` into plain functions with their JSDoc, which Sheets shows; then those of the contract. */
async function buildGlobals() {
  const { writeGlobals } = await load("scripts/contract-globals.ts");
  const source = await readFile(join(root, "src/addon/globals.ts"), "utf8");
  const { code } = await transform(source, {
    loader: "ts",
    target: APPS_SCRIPT,
    charset: "utf8",
    legalComments: "inline",
  });
  return `${code.replace(/^ \* @preserve\n/gm, "")}${writeGlobals()}`;
}

/** Writes a whole file or nothing. @param {string} path @param {string} text */
async function write(path, text) {
  await writeFile(`${path}.part`, text);
  await rename(`${path}.part`, path);
}

/** Bundles a package as a program for Node. @param {string} name @param {string} program */
async function buildProgram(name, program) {
  await build({
    entryPoints: [join(root, `packages/${name}/src/index.ts`)],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    plugins: [othersExternal],
    charset: "utf8",
    sourcemap: "inline",
    outfile: join(root, `.build/${program}.mjs`),
    logLevel: "error",
  });
}

/** Bundles the page's client: one script, one style sheet, one page; nothing is fetched from elsewhere. */
async function buildPage() {
  const source = join(root, "packages/sheet-page/src/client");
  const page = await build({
    metafile: true,
    entryPoints: { page: join(source, "main.ts"), style: join(source, "page.css") },
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".ttf": "dataurl", ".woff": "dataurl", ".woff2": "dataurl", ".svg": "dataurl", ".png": "dataurl" },
    outdir: join(root, ".build/page"),
    logLevel: "error",
  });
  const worker = await build({
    metafile: true,
    entryPoints: { events: join(source, "events-worker.ts") },
    bundle: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    outdir: join(root, ".build/page"),
    logLevel: "error",
  });
  const scripts = await build({
    metafile: true,
    entryPoints: { bridge: join(source, "bridge.ts"), "early-keys": join(source, "early-keys.ts") },
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minify: true,
    outdir: join(root, ".build/page"),
    logLevel: "error",
  });
  for (const { metafile } of [page, worker, scripts]) builds.push(metafile);
  await copyFile(join(source, "index.html"), join(root, ".build/page/index.html"));
}

/**
 * Bundles the sidebar as one file with nothing to fetch. HtmlService takes `//` inside a template literal for a comment
 * and `<?` for a scriptlet: the former are lowered, the latter a test looks for.
 */
async function buildSidebar() {
  const source = join(root, "src/sidebar");
  const { outputFiles, metafile } = await build({
    metafile: true,
    entryPoints: { script: join(source, "main.tsx"), style: join(source, "style.css") },
    bundle: true,
    format: "iife",
    target: APPS_SCRIPT,
    supported: { "template-literal": false },
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    outdir: join(root, "dist"),
    write: false,
    logLevel: "error",
  });
  builds.push(metafile);
  /** @param {string} name */
  const made = (name) => outputFiles.find(({ path }) => path.endsWith(name))?.text.trim() ?? "";
  const page = await readFile(join(source, "index.html"), "utf8");
  return page
    .replace("/* style */", () => made(".css"))
    .replace("/* script */", () => made(".js").replaceAll("</script", "<\\/script"));
}

const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
await mkdir(join(root, "dist"), { recursive: true });
const [bundle, globals, sidebar] = await Promise.all([buildBundle(), buildGlobals(), buildSidebar()]);
const banner = `// Sổ 2282 ${version} (MIT). Built from src/; see src/addon/globals.ts for what Google can call.\n`;
await write(join(root, "dist/Code.js"), `${banner}${bundle}\n${globals}`);
await write(join(root, "dist/sidebar.html"), sidebar);
await copyFile(join(root, "appsscript.json"), join(root, "dist/appsscript.json"));
if (process.argv[2] !== "--bundle") {
  await Promise.all([buildProgram("cli", "host"), buildProgram("nd30-lint", "nd30-lint"), buildPage()]);
  const notices = await licenseNotices(root, bundledPackages(builds));
  await write(join(root, "THIRD-PARTY.txt"), notices);
  await write(join(root, ".build/page/third-party.txt"), notices);
}
