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
          include: ["test/{core,workbook,report,host,addon,sidebar,docs}/**/*.test.ts", "test/*.test.ts"],
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
          testTimeout: 120_000,
          hookTimeout: 60_000,
          // What is waited for may take long on a busy machine; what takes too long is measured in the bench.
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
});
