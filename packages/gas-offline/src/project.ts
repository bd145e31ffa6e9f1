/** An Apps Script project: what clasp pushes, from a folder or from texts. Runs nothing. */
import { readdir, readFile } from "node:fs/promises";
import { Script } from "node:vm";

/** A project's files, each compiled once and run in this order in one scope; its scopes; its pages by name. */
export type Bundle = {
  readonly code: readonly Script[];
  readonly scopes: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, string>;
};

const MANIFEST = "appsscript.json";

/** All scopes: for a project whose manifest names none. Google finds them in the code; the host allows all. */
const ALL_SCOPES = ["spreadsheets.currentonly", "drive.file", "userinfo.email", "script.container.ui"]
  .concat("script.send_mail", "script.scriptapp")
  .map((scope) => `https://www.googleapis.com/auth/${scope}`);

/**
 * Makes a project of its files' texts by name. `.gs` and `.js` are code, `.html` pages, `appsscript.json` the manifest;
 * other files are ignored. A bundle is a project of one file.
 */
export function bundleOf(files: Readonly<Record<string, string>>): Bundle {
  const named = Object.entries(files).sort(([one], [other]) => (one < other ? -1 : 1));
  const pages = named.filter(([name]) => name.endsWith(".html"));
  const code = named.filter(([name]) => /\.(gs|js)$/.test(name));
  return {
    code: code.map(([filename, text]) => new Script(text, { filename })),
    scopes: new Set(scopesOf(files[MANIFEST] ?? "{}")),
    pages: new Map(pages.map(([name, text]) => [name.slice(0, -".html".length), text])),
  };
}

function scopesOf(manifest: string): readonly string[] {
  const read: unknown = JSON.parse(manifest);
  const scopes: unknown = typeof read === "object" && read !== null ? Reflect.get(read, "oauthScopes") : undefined;
  return Array.isArray(scopes) ? scopes.map(String) : ALL_SCOPES;
}

/** Reads the project that stands in a folder, as clasp pushes it. */
export async function readBundle(folder: URL): Promise<Bundle> {
  const names = (await readdir(folder)).filter((name) => name === MANIFEST || /\.(gs|js|html)$/.test(name));
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(new URL(name, folder), "utf8")]));
  return bundleOf(Object.fromEntries(texts));
}
