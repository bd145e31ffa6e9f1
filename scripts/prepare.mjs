/** Installs what is missing and builds what is older than its source, quietly; safe to call before every command. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
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

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: root, encoding: "utf8" });
  return { done: status === 0, said: `${stdout ?? ""}${stderr ?? ""}` };
}

/** Ends the program where a step failed. @param {{ done: boolean, said: string }} outcome @param {string} what */
function insist(outcome, what) {
  if (outcome.done) return;
  console.error(`${what}:\n${outcome.said}`);
  process.exit(2);
}

/** Installs by the lock file; a registry that lacks another platform's file makes that fail, then by package.json. */
function install() {
  const quiet = ["--no-audit", "--no-fund"];
  if (run("npm", ["ci", ...quiet]).done) return;
  insist(run("npm", ["install", "--no-package-lock", ...quiet]), "Không cài được thư viện / npm install failed");
}

/** Returns once `node_modules`, `dist/` and `.build/` are there and up to date. */
export async function prepare() {
  const marker = join(root, "node_modules/.so2282-installed");
  const installed = Math.max(timeOf(marker), timeOf(join(root, "node_modules/.package-lock.json")));
  if (installed < timeOf(join(root, "package-lock.json"))) {
    console.error(installed === 0 ? "Đang cài các thư viện cần thiết (chỉ lần đầu)…" : "Đang cập nhật các thư viện…");
    install();
    writeFileSync(marker, "");
  }
  const newest = Math.max(
    newestIn(join(root, "packages")),
    newestIn(join(root, "src")),
    newestIn(join(root, "scripts")),
    timeOf(join(root, "appsscript.json")),
    timeOf(join(root, "package.json")),
  );
  const made = [
    "dist/Code.js",
    "dist/sidebar.html",
    ".build/host.mjs",
    ".build/nd30-lint.mjs",
    ".build/page/third-party.txt",
  ];
  const built = Math.min(...made.map((path) => timeOf(join(root, path))));
  if (built < newest)
    insist(run(process.execPath, [join(root, "scripts/build.mjs")]), "Không dựng được / build failed");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await prepare();
