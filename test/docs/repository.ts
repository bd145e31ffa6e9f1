/** The repository's texts, for the tests of the documentation. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Repository } from "../../scripts/docs/references/make.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export const repository: Repository = {
  read: (path) => readFileSync(join(ROOT, path), "utf8"),
  list: (folder) => readdirSync(join(ROOT, folder)),
};

const FOREIGN = ["node_modules", "dist", "out"];

/** Lists the files below a folder whose names end so, by their paths from the root. */
export function listFiles(folder: string, ending: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry): readonly string[] => {
    const path = folder === "." ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      return FOREIGN.includes(entry.name) || entry.name.startsWith(".") ? [] : listFiles(path, ending);
    }
    return entry.name.endsWith(ending) ? [path] : [];
  });
}

export function sizeOf(path: string): number | undefined {
  return existsSync(join(ROOT, path)) ? statSync(join(ROOT, path)).size : undefined;
}
