/** `npm run picture`: renders the sample's scorecard to docs/bang-diem.png with LibreOffice and poppler. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { readBundle, runCommand } = await import(new URL("../.build/host.mjs", import.meta.url).href);
const folder = mkdtempSync(join(tmpdir(), "so2282-picture-"));
try {
  const workbook = join(folder, "so.xlsx");
  const bundle = await readBundle(new URL("../dist/", import.meta.url));
  await runCommand(["new", workbook, "--from", join(root, "examples/vinh-phong")], bundle, { out() {}, err() {} });
  execFileSync("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, workbook], { stdio: "ignore" });
  const page = [
    "-png",
    "-r",
    "120",
    "-f",
    "2",
    "-l",
    "2",
    "-x",
    "45",
    "-y",
    "60",
    "-W",
    "1320",
    "-H",
    "350",
    "-singlefile",
  ];
  execFileSync("pdftoppm", [...page, join(folder, "so.pdf"), join(folder, "page")]);
  renameSync(join(folder, "page.png"), join(root, "docs/bang-diem.png"));
} finally {
  rmSync(folder, { recursive: true });
}
