import { defineConfig } from "vitest/config";

/** `unit`: pure layers and the host's parts; `bundle`: the built bundle in the host, from files to files; `browser`: the page. */
export default defineConfig({
  test: {
    // Both of two cores: the long files of the bundle run side by side.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/test/**/*.test.ts",
            "test/{core,workbook,report,addon,sidebar,docs}/**/*.test.ts",
            "test/*.test.ts",
          ],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "bundle",
          include: ["test/bundle/**/*.test.ts"],
          globalSetup: ["test/bundle/build.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/browser/setup.ts"],
          // After all others, one file at a time: a browser is several processes, and what it shows hangs on the clock.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          // A test that needed its second try says so in its line (“retry x1”), and is to be mended.
          retry: 1,
          testTimeout: 240_000,
          hookTimeout: 120_000,
          // What is waited for may take long on a busy machine; what takes too long is measured in the bench.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
});
