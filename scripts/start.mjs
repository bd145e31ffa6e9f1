/**
 * `npm start`: the sample commune, end to end, through the built bundle: workbook, scorecard, report, and then the
 * workbook as a page in the browser. `--once` ends after writing. What is there is kept, unless `--force`.
 */
import { existsSync, mkdirSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { readBundle, runCommand } = await import(new URL("../.build/host.mjs", import.meta.url).href);
const bundle = await readBundle(new URL("../dist/", import.meta.url));
const force = process.argv.includes("--force");
const out = join(root, "out");
const workbook = join(out, "vinh-phong-2026.xlsx");
/** The day that the sample is of: its figures must not change with the clock of whoever starts it. */
const TODAY = ["--today", "2026-11-14"];
const sample = join(root, "examples/vinh-phong");

/** Runs a command and prints what it says; ends the program where it could not do its work. @param {string[]} args */
async function run(args) {
  /** @type {string[]} */
  const printed = [];
  const code = await runCommand(args, bundle, {
    out: (/** @type {string} */ line) => printed.push(line.replaceAll(root, "")),
    err: (/** @type {string} */ line) => printed.push(line.replaceAll(root, "")),
  });
  console.log(`${printed.join("\n")}\n`);
  if (code === 2) process.exit(2);
}

/** Returns a folder for the report in which nothing of that name stands yet. */
function reportFolder() {
  if (force || !existsSync(join(out, REPORT))) return out;
  let count = 2;
  while (existsSync(join(out, String(count)))) count++;
  return join(out, String(count));
}

const REPORT = "BC-2282-nam-2026-xa-Vinh-Phong.docx";

mkdirSync(out, { recursive: true });
console.log("Sổ 2282 – xã mẫu Vĩnh Phong. Mọi số liệu là giả định, chỉ để minh họa.\n");
if (force || !existsSync(workbook)) {
  await run(["new", workbook, "--from", sample, ...TODAY, ...(force ? ["--force"] : [])]);
} else {
  console.log(`Dùng lại sổ đã có “${relative(root, workbook)}” (thêm --force để lập lại từ đầu).\n`);
}
await run(["score", workbook, ...TODAY]);
await run(["report", workbook, "--out", reportFolder(), ...TODAY, ...(force ? ["--force"] : [])]);
if (!process.argv.includes("--once")) {
  const port = process.argv.find((argument) => /^--port=\d+$/.test(argument));
  const say = (/** @type {string} */ line) => console.log(line.replaceAll(`${root}`, ""));
  process.exitCode = await runCommand(["open", workbook, ...(port ? [port] : [])], bundle, { out: say, err: say });
}
