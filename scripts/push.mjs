/** `npm run push`: pushes `dist/` with clasp, once the script's id has been filled in. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { scriptId } = JSON.parse(readFileSync(new URL("../.clasp.json", import.meta.url), "utf8"));
if (scriptId === "REPLACE_WITH_YOUR_SCRIPT_ID") {
  console.error(
    "Put your script's id into .clasp.json in place of REPLACE_WITH_YOUR_SCRIPT_ID, then run npx clasp login.",
  );
  process.exit(2);
}
const { status } = spawnSync("npx", ["clasp", "push", "--force"], { cwd: root, stdio: "inherit" });
process.exit(status ?? 1);
