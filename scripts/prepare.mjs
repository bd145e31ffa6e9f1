/** Installs what is missing and builds what is older than its source, quietly; safe to call before every command. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** @param {string} path */
const timeOf = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** @param {string} folder @returns {number} */
function newestIn(folder) {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newestIn(path) : timeOf(path);
    }),
  );
}

/** @param {string} command @param {string[]} args @param {string} what */
function run(command, args, what) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  if (status === 0) return;
  console.error(`${what}:\n${stdout ?? ""}${stderr ?? ""}`);
  process.exit(2);
}

/** Returns once `node_modules`, `dist/` and `.build/` are there and up to date. */
export async function prepare() {
  const lock = join(root, "package-lock.json");
  if (timeOf(join(root, "node_modules/.package-lock.json")) === 0) {
    console.error("Đang cài các thư viện cần thiết (chỉ lần đầu)…");
    run("npm", ["ci", "--no-audit", "--no-fund"], "Không cài được thư viện / npm ci failed");
  } else if (timeOf(lock) > timeOf(join(root, "node_modules/.package-lock.json"))) {
    run("npm", ["install", "--no-audit", "--no-fund"], "Không cài được thư viện / npm install failed");
  }
  const newest = Math.max(
    newestIn(join(root, "src")),
    newestIn(join(root, "scripts")),
    timeOf(join(root, "appsscript.json")),
    timeOf(join(root, "package.json")),
  );
  const built = Math.min(timeOf(join(root, "dist/Code.js")), timeOf(join(root, ".build/host.mjs")));
  if (built < newest) run(process.execPath, [join(root, "scripts/build.mjs")], "Không dựng được / build failed");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
