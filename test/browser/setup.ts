/** Builds what the browser tests run, and finds them a browser. */
import type { TestProject } from "vitest/node";
import { requireChromium } from "../../scripts/chromium.mjs";
import { prepare } from "../../scripts/prepare.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** The path of the browser's program. */
    readonly chromium: string;
  }
}

export default async function setUp(project: TestProject): Promise<void> {
  await prepare();
  project.provide("chromium", requireChromium());
}
