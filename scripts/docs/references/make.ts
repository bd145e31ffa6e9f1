/** Every page of the documentation that is made of the sources: where it stands, and what it says. */
import { describeChecks } from "./checks.ts";
import { describeDecisions } from "./decisions.ts";
import { describeEndpoints } from "./endpoints.ts";
import { describeFolder } from "./folder.ts";
import { describeFormulas } from "./formulas.ts";
import { describeIndicators } from "./indicators.ts";
import { describeTabs } from "./tabs.ts";

/** Reads the repository's texts; paths begin at its root. */
export type Repository = {
  readonly read: (path: string) => string;
  /** The names of the files in a folder. */
  readonly list: (folder: string) => readonly string[];
};

/** Files outside the folders of checks in which an issue is said. */
const ISSUE_FILES = ["src/workbook/unasked.ts", "src/workbook/issues.ts"];

const ISSUE_FOLDERS = ["src/core/check", "src/workbook/unparsed"];

/** Lists the sources in which issues are said. */
export function issueSources({ read, list }: Repository): readonly string[] {
  const inFolders = ISSUE_FOLDERS.flatMap((folder) => list(folder).map((name) => `${folder}/${name}`));
  return [...inFolders, ...ISSUE_FILES].map(read);
}

/** Makes the pages, by their paths. */
export function makeReferences(repository: Repository): ReadonlyMap<string, string> {
  const { read, list } = repository;
  const globals = read("src/addon/globals.ts");
  const decisions = list("docs/adr").filter((name) => /^\d{3}-.+\.md$/.test(name));
  return new Map([
    ["docs/tham-khao/cac-tab.md", describeTabs()],
    ["docs/tham-khao/so-lieu-va-chi-tieu.md", describeIndicators()],
    ["docs/tham-khao/cong-thuc.md", describeFormulas(globals)],
    ["docs/tham-khao/kiem-tra.md", describeChecks(issueSources(repository))],
    ["docs/tham-khao/bo-du-lieu.md", describeFolder()],
    ["docs/tham-khao/ham-goi-duoc.md", describeEndpoints(globals)],
    ["docs/adr/README.md", describeDecisions(new Map(decisions.map((name) => [name, read(`docs/adr/${name}`)])))],
  ]);
}
