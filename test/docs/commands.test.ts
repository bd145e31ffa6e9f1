/** What the pages tell people to run, and what they tell of permissions, is what there is. */
import { describe, expect, it } from "vitest";
import { listFiles, repository } from "./repository.ts";

const PAGES = listFiles(".", ".md").filter((path) => path !== "CHANGELOG.md");
const TEXT = PAGES.map(repository.read).join("\n");

/** The words that follow a beginning, each once. */
function wordsAfter(beginning: RegExp, text = TEXT): readonly string[] {
  return [...new Set([...text.matchAll(beginning)].map(([, word = ""]) => word))];
}

describe("what the pages tell people to run", () => {
  it("npm has a script for", () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(repository.read("package.json"));
    const told = wordsAfter(/npm run (?:-s )?([a-z]+(?::[a-z]+)*)/g);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((name) => !(name in scripts))).toEqual([]);
  });

  it("so2282 knows", () => {
    const known = repository.read("packages/cli/src/cli.ts");
    const told = wordsAfter(/npx so2282 ([a-z]+)/g);
    expect(told.length).toBeGreaterThan(5);
    expect(told.filter((verb) => !new RegExp(`\\b${verb}\\b`).test(known))).toEqual([]);
  });

  it("is in the files that they name", () => {
    const named = wordsAfter(/`((?:packages|src|scripts|test|examples)\/[\w./-]+)`/g).filter(
      (path) => !path.includes("*"),
    );
    const files = ["packages", "src", "scripts", "test", "examples"].flatMap((folder) => listFiles(folder, ""));
    // A package's own page names its files from its folder on.
    const isThere = (path: string) =>
      files.some((file) => {
        const inPackage = file.replace(/^packages\/[\w-]+\//, "");
        return file === path || inPackage === path || file.startsWith(path.replace(/\/?$/, "/"));
      });
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !isThere(path))).toEqual([]);
  });
});

describe("docs/trien-khai.md", () => {
  const page = repository.read("docs/trien-khai.md");
  const manifest: { oauthScopes: string[]; dependencies: object } = JSON.parse(repository.read("appsscript.json"));

  it("explains each permission that the manifest asks for, and no other", () => {
    const asked = manifest.oauthScopes.map((scope) => scope.replace("https://www.googleapis.com/auth/", ""));
    expect(wordsAfter(/^\| `([a-z._]+)` \|/gm, page)).toEqual(expect.arrayContaining(asked));
    expect(wordsAfter(/^\| `([a-z._]+)` \|/gm, page)).toHaveLength(asked.length);
  });

  it("shows the advanced service as the manifest declares it", () => {
    const shown = /```json\n"dependencies": (.+)\n```/.exec(page)?.[1] ?? "";
    expect(JSON.parse(shown)).toEqual(manifest.dependencies);
  });
});
