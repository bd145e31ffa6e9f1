/** Finds a Chromium or Chrome for the browser tests, or installs one. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/** What a Chromium needs that shows one local page and is to ask nobody else for anything. */
export const CHROMIUM_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Finds an installed Chromium or Chrome, if any. @returns {string | undefined} */
export function findChromium() {
  const named = process.env["CHROMIUM_PATH"];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
  return [...candidates, chromium.executablePath()].find((path) => existsSync(path));
}

/** @param {string} command @param {string[]} args */
const succeeds = (command, args) => spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** Tries Playwright's installer, then, as root on Debian, its packages. */
function install() {
  console.error("Đang cài Chromium để chạy thử trang sổ (chỉ lần đầu)…");
  const installer = fileURLToPath(new URL("cli.js", import.meta.resolve("playwright-core/package.json")));
  if (succeeds(process.execPath, [installer, "install", "chromium"])) return;
  if (process.getuid?.() !== 0 || !succeeds("apt-get", ["update"])) return;
  succeeds("apt-get", ["install", "-y", "--no-install-recommends", "chromium"]);
}

/** Returns the path of a Chromium; throws one clear line where there is none and none can be installed. */
export function requireChromium() {
  const found = findChromium();
  if (found) return found;
  install();
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "Không có Chromium để chạy thử trang sổ. Hãy cài Chromium hoặc Chrome, hay đặt CHROMIUM_PATH / No Chromium for the browser tests: install one, or set CHROMIUM_PATH.",
  );
}

/** Starts a browser. */
export function launchChromium() {
  return chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_ARGUMENTS, timeout: 120_000 });
}
