import { defineConfig } from "vitest/config";

const BUNDLE = { globalSetup: ["test/bundle/build.ts"] };

/**
 * `unit`: pure layers and the host's parts; `bundle`: the built bundle in the host, from files to files; `browser`: the
 * page. In the mode `soak`: the bundle's random streams alone, in full.
 */
export default defineConfig(({ mode }) => ({
  test: {
    // Both of two cores.
    maxWorkers: "100%",
    // Files share a process, so that the host, the formula engine and the bundle are loaded once in each.
    isolate: false,
    // A busy machine takes its time; what takes too long is measured in the bench.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    projects:
      mode === "soak"
        ? [
            {
              extends: true,
              test: {
                ...BUNDLE,
                name: "soak",
                include: ["test/bundle/accidents/*.test.ts", "test/bundle/mirror.test.ts"],
                provide: { soak: true },
              },
            },
          ]
        : [
            {
              extends: true,
              test: {
                ...BUNDLE,
                name: "bundle",
                include: ["test/bundle/**/*.test.ts"],
                provide: { soak: false },
              },
            },
            {
              extends: true,
              test: {
                name: "unit",
                include: [
                  "packages/*/test/**/*.test.ts",
                  "test/{core,workbook,report,addon,sidebar,docs}/**/*.test.ts",
                  "test/*.test.ts",
                ],
                // A project after another: a process is shared by the files of one alone.
                sequence: { groupOrder: 1 },
              },
            },
            {
              extends: true,
              test: {
                name: "browser",
                include: ["test/browser/**/*.test.ts"],
                globalSetup: ["test/browser/setup.ts"],
                // One file at a time: a browser is several processes, and what it shows hangs on the clock.
                sequence: { groupOrder: 2 },
                maxWorkers: 1,
                expect: { poll: { timeout: 60_000 } },
              },
            },
          ],
  },
}));
