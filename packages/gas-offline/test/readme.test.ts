/** The example of the README is run as it stands there. */
import { spawnSync } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";

const FOLDER = new URL("../../../.build/readme/", import.meta.url);
const README = await readFile(new URL("../README.md", import.meta.url), "utf8");
const EXAMPLE = /```ts\n([\s\S]*?)```/.exec(README)?.[1] ?? "";

afterAll(() => rm(FOLDER, { recursive: true, force: true }));

/** Runs a program that uses the package by its name. */
async function run(program: string) {
  await mkdir(FOLDER, { recursive: true });
  const outfile = fileURLToPath(new URL("example.mjs", FOLDER));
  await writeFile(new URL("example.ts", FOLDER), program);
  await build({
    entryPoints: [fileURLToPath(new URL("example.ts", FOLDER))],
    bundle: true,
    platform: "node",
    format: "esm",
    external: ["@univerjs/*", "hucre"],
    outfile,
    logLevel: "error",
  });
  return spawnSync(process.execPath, [outfile], { encoding: "utf8" });
}

describe("the README's example", () => {
  it("runs somebody else's script and holds", async () => {
    expect(await run(EXAMPLE)).toMatchObject({ status: 0, stderr: "" });
  });

  it("fails where the script does otherwise", async () => {
    expect(EXAMPLE).toContain("RATE = 0.1");
    expect((await run(EXAMPLE.replace("RATE = 0.1", "RATE = 0.2"))).status).toBe(1);
  });
});
