/** Builds what the browser tests run, installs a browser if there is none, and makes the sample commune's workbook for them to copy. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readBundle } from "gas-offline";
import { makeNew } from "so2282-cli";
import type { TestProject } from "vitest/node";
import { requireChromium } from "../../scripts/chromium.mjs";
import { prepare } from "../../scripts/prepare.mjs";

const ROOT = new URL("../../", import.meta.url);

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of the sample commune's workbook; nobody writes there. */
    readonly sample: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await prepare();
  requireChromium();
  const folder = await mkdtemp(join(tmpdir(), "so2282-sample-"));
  const sample = join(folder, "mau.xlsx");
  const from = fileURLToPath(new URL("examples/vinh-phong", ROOT));
  await makeNew({ bundle: await readBundle(new URL("dist/", ROOT)) }, sample, { from, year: 2026, force: false });
  project.provide("sample", sample);
  return () => rm(folder, { recursive: true, force: true });
}
