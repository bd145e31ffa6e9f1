/** Writes the licence texts of the packages whose code is in what we build. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const LICENSE_FILE = /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i;
const PACKAGE = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//;

/**
 * Lists the packages of others that a build took code from, sorted by name.
 * @param {readonly import("esbuild").Metafile[]} builds
 */
export function bundledPackages(builds) {
  const folders = new Map();
  for (const { inputs } of builds) {
    for (const [path, { bytes }] of Object.entries(inputs)) {
      const [folder, name] = PACKAGE.exec(path) ?? [];
      if (folder && name && bytes > 0) folders.set(name, folder);
    }
  }
  return [...folders].map(([name, folder]) => ({ name, folder })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Returns each package's name, version and licence, with its text. Packages of one text stand together.
 * @param {string} root @param {ReturnType<typeof bundledPackages>} packages
 */
export async function licenseNotices(root, packages) {
  /** @type {Map<string, string[]>} */
  const byText = new Map();
  for (const { name, folder } of packages) {
    const { version, license = "no licence named" } = JSON.parse(
      await readFile(join(root, folder, "package.json"), "utf8"),
    );
    const files = (await readdir(join(root, folder))).filter((file) => LICENSE_FILE.test(file)).sort();
    const texts = await Promise.all(files.map((file) => readFile(join(root, folder, file), "utf8")));
    const text =
      texts.map((part) => part.trim()).join("\n\n") || `(The package brings no text of its licence, ${license}.)`;
    byText.set(text, [...(byText.get(text) ?? []), `${name} ${version} (${license})`]);
  }
  const notices = [...byText].map(([text, names]) => `${names.join("\n")}\n\n${text}\n`);
  const head = "Sổ 2282 (MIT) contains code of these packages. Their licences follow.\n";
  return [head, ...notices].join(`\n${"-".repeat(72)}\n\n`);
}
