/** Who may import whom, and who may touch the world: read from the sources, so that a slip fails here. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Node, parse } from "acorn";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** For each layer, the layers and the libraries that it may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  workbook: ["a1", "core"],
  report: ["zip-file", "core", "docxtemplater", "pizzip"],
  addon: ["core", "workbook", "report", "valibot", "virtual:default-template"],
  /** Of the add-on it takes the contract's types alone. */
  sidebar: ["core", "workbook", "report", "addon", "preact", "preact/hooks"],
  a1: [],
  "zip-file": [],
  "gas-offline": ["a1", "zip-file", "@univerjs/core", "@univerjs/engine-formula", "hucre", "hucre/xlsx"],
  "nd30-lint": ["zip-file", "@xmldom/xmldom"],
  "sheet-page": ["a1", "gas-offline", "valibot"],
  "so2282-cli": ["gas-offline", "sheet-page", "nd30-lint", "csv-parse/sync"],
  /** The page's client shares with its server the types of what the two say to each other. */
  "sheet-page/client": [
    "gas-offline",
    "sheet-page",
    "@univerjs/core",
    "@univerjs/core/facade",
    "@univerjs/preset-sheets-core",
    "@univerjs/preset-sheets-core/locales/vi-VN",
    "@univerjs/preset-sheets-data-validation",
    "@univerjs/preset-sheets-data-validation/locales/vi-VN",
    "@univerjs/preset-sheets-note",
    "@univerjs/preset-sheets-note/locales/vi-VN",
  ],
};

/** Packages whose files run in Node. */
const NODE_PACKAGES = ["gas-offline", "nd30-lint", "sheet-page", "so2282-cli"];

const PURE_LAYERS = ["core", "workbook", "report"];

const GOOGLE_SERVICES = [
  "SpreadsheetApp",
  "HtmlService",
  "Drive",
  "DriveApp",
  "DocumentApp",
  "LockService",
  "PropertiesService",
  "CacheService",
  "ScriptApp",
  "Session",
  "Utilities",
  "MailApp",
  "GmailApp",
  "UrlFetchApp",
  "Logger",
];

/** Globals through which a pure function would meet the clock, chance, the network or the process. */
const THE_WORLD = [
  "console",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "fetch",
  "process",
  "Buffer",
  "performance",
  "crypto",
];

type SourceFile = { readonly path: string; readonly layer: string; readonly text: string };

type Package = { readonly name: string; readonly folder: string; readonly exports: Readonly<Record<string, string>> };

/** The packages, each with the files that others may take of it. */
const PACKAGES = readdirSync(join(ROOT, "packages")).map((name): Package => {
  const folder = `packages/${name}`;
  const own: Omit<Package, "folder"> = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
  return { name: own.name, folder, exports: own.exports };
});

/** Returns the file of ours that an import leads to, or the import as it is where it leads to another's library. */
function fileOf(file: SourceFile, specifier: string): string {
  if (specifier.startsWith(".")) return join(dirname(file.path), specifier);
  const [name, ...entry] = specifier.split("/");
  const own = PACKAGES.find((one) => one.name === name);
  const target = own?.exports[["."].concat(entry).join("/")];
  return own && target ? join(own.folder, target) : specifier;
}

/** The layer of a file: its folder of `src`, or its package; the page's part that runs in the browser is a layer of its own. */
function layerOf(path: string): string {
  const [top, folder = "", , part] = path.split("/");
  const name = PACKAGES.find((one) => one.folder === `${top}/${folder}`)?.name ?? folder;
  return top === "packages" && part === "client" ? `${name}/client` : name;
}

function filesBelow(folder: string): readonly SourceFile[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(path);
    if (!/\.(tsx?|js)$/.test(entry.name) || entry.name.endsWith(".d.ts")) return [];
    return [{ path, layer: layerOf(path), text: readFileSync(join(ROOT, path), "utf8") }];
  });
}

/** The sources of the add-on and of the packages, without their tests. */
function sourceFiles(): readonly SourceFile[] {
  return ["src", ...PACKAGES.map(({ folder }) => `${folder}/src`)].flatMap(filesBelow);
}

const FILES = sourceFiles();

/** Every module that a file names: imports and re-exports, of types too, `import()` and `require()`. */
function importsOf({ text }: SourceFile): readonly string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)"([\w@./:-]+)"/g;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

/** The layer or library that an import leads to. */
function targetOf(file: SourceFile, specifier: string): string {
  const target = fileOf(file, specifier);
  return /^(src|packages)\//.test(target) ? layerOf(target) : specifier;
}

/** Finds circles of files that import one another: each as the paths from a file back to itself. */
function circlesOf(files: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const importedBy = (file: SourceFile) =>
    importsOf(file).flatMap((specifier) => byPath.get(fileOf(file, specifier)) ?? []);
  const circles: string[] = [];
  const done = new Set<SourceFile>();
  const visit = (file: SourceFile, way: readonly SourceFile[]): void => {
    const from = way.indexOf(file);
    if (from >= 0) circles.push([...way.slice(from), file].map(({ path }) => path).join(" → "));
    if (from >= 0 || done.has(file)) return;
    for (const imported of importedBy(file)) visit(imported, [...way, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return circles;
}

/** Tells whether a file takes nothing but types of another. */
function isTypesOnly({ text }: SourceFile, specifier: string): boolean {
  return new RegExp(`import type \\{[^}]*\\} from "${specifier}"`).test(text);
}

type AnyNode = Node & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Goes through all nodes of a file's syntax tree, types and comments taken away. */
function* nodesOf(file: SourceFile): Iterable<AnyNode> {
  const { code } = transformSync(file.text, {
    loader: file.path.endsWith(".tsx") ? "tsx" : "ts",
    jsx: "automatic",
    jsxImportSource: "preact",
    target: "es2022",
  });
  const waiting: unknown[] = [parse(code, { ecmaVersion: 2022, sourceType: "module" })];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (Array.isArray(next)) waiting.push(...next);
    else if (isNode(next)) {
      yield next;
      waiting.push(...Object.values(next).filter((part) => typeof part === "object" && part !== null));
    }
  }
}

/** Names that a file uses, but not those of members (`x.name`) and of keys. */
function namesOf(file: SourceFile): ReadonlySet<string> {
  const members = new Set<unknown>();
  const names: AnyNode[] = [];
  for (const node of nodesOf(file)) {
    if (node.type === "MemberExpression" && node["computed"] === false) members.add(node["property"]);
    if (node.type === "Property" && node["computed"] === false && node["shorthand"] === false) members.add(node["key"]);
    if (node.type === "Identifier") names.push(node);
  }
  return new Set(names.filter((node) => !members.has(node)).map((node) => String(node["name"])));
}

/** Calls such as `Date.now()` and `new Date()` that ask the clock or chance. */
function clockCallsOf(file: SourceFile): readonly string[] {
  const calls: string[] = [];
  for (const node of nodesOf(file)) {
    const callee = node["callee"];
    if (node.type === "NewExpression" && isNode(callee) && callee["name"] === "Date") {
      const given = node["arguments"];
      if (Array.isArray(given) && given.length === 0) calls.push("new Date()");
    }
    if (node.type !== "MemberExpression") continue;
    const [object, property] = [node["object"], node["property"]];
    const member = `${isNode(object) ? object["name"] : ""}.${isNode(property) ? property["name"] : ""}`;
    if (member === "Date.now" || member === "Math.random") calls.push(member);
  }
  return calls;
}

describe("the layers", () => {
  it("are all known here", () => {
    expect([...new Set(FILES.map(({ layer }) => layer))].sort()).toEqual(Object.keys(MAY_IMPORT).sort());
    expect(FILES.length).toBeGreaterThan(80);
  });

  it.each(Object.entries(MAY_IMPORT))("%s imports itself and %j, and nothing else", (layer, allowed) => {
    const strangers = FILES.filter((file) => file.layer === layer).flatMap((file) =>
      importsOf(file)
        .map((specifier) => targetOf(file, specifier))
        .filter((target) => target !== layer && !allowed.includes(target))
        .filter((target) => !(NODE_PACKAGES.includes(layer) && target.startsWith("node:")))
        .map((target) => `${file.path} → ${target}`),
    );
    expect(strangers).toEqual([]);
  });

  it("take of a package what it hands out, by its name, and nothing from inside it", () => {
    const inside = FILES.flatMap((file) =>
      importsOf(file)
        .filter(
          (specifier) => specifier.startsWith(".") || PACKAGES.some(({ name }) => specifier.startsWith(`${name}/`)),
        )
        .filter((specifier) => {
          const folderOf = (path: string) =>
            path
              .split("/")
              .slice(0, path.startsWith("packages/") ? 2 : 1)
              .join("/");
          const target = fileOf(file, specifier);
          return specifier.startsWith(".") ? folderOf(target) !== folderOf(file.path) : target === specifier;
        })
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(inside).toEqual([]);
  });

  it("stand one above the other: packages know nothing of src, and src of packages only leaves", () => {
    const ofSource = ["core", "workbook", "report", "addon", "sidebar"];
    const leaves = PACKAGES.map(({ name }) => name).filter((name) => MAY_IMPORT[name]?.length === 0);
    const names = Object.keys(MAY_IMPORT).filter((layer) => !ofSource.includes(layer));
    expect(names.filter((layer) => MAY_IMPORT[layer]?.some((target) => ofSource.includes(target)))).toEqual([]);
    const taken = ofSource.flatMap((layer) => MAY_IMPORT[layer] ?? []).filter((target) => names.includes(target));
    expect(taken.filter((target) => !leaves.includes(target))).toEqual([]);
  });

  it("keep the browser's part apart: it takes nothing but types of the packages", () => {
    const taken = FILES.filter(({ layer }) => layer === "sheet-page/client").flatMap((file) =>
      importsOf(file)
        .filter((specifier) => NODE_PACKAGES.includes(targetOf(file, specifier)))
        .filter((specifier) => !isTypesOnly(file, specifier))
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(taken).toEqual([]);
  });

  it("keep the sidebar apart: of the add-on it takes nothing but the contract's types", () => {
    const taken = FILES.filter(({ layer }) => layer === "sidebar").flatMap((file) =>
      importsOf(file)
        .filter((specifier) => targetOf(file, specifier) === "addon")
        .filter((specifier) => !/\/addon\/rpc\.ts$/.test(specifier) || !isTypesOnly(file, specifier))
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(taken).toEqual([]);
  });

  it("have no circles: no file imports itself by way of others, not even for a type", () => {
    expect(circlesOf(FILES)).toEqual([]);
    const made = (path: string, text: string) => ({ path, layer: "core", text });
    const turning = [
      made("src/core/a.ts", `import { b } from "./in/b.ts";`),
      made("src/core/in/b.ts", `import type { C } from "./c.ts";`),
      made("src/core/in/c.ts", `export * from "../a.ts";`),
    ];
    expect(circlesOf(turning)).toEqual(["src/core/a.ts → src/core/in/b.ts → src/core/in/c.ts → src/core/a.ts"]);
  });

  it("take the description of the tabs from its one face", () => {
    const aside = FILES.filter(({ path }) => !path.startsWith("src/workbook/schema")).flatMap((file) =>
      importsOf(file)
        .filter((specifier) => /(^|\/)schema\/\w/.test(specifier))
        .map((specifier) => `${file.path} → ${specifier}`),
    );
    expect(aside).toEqual([]);
  });

  it("are read for all kinds of imports", () => {
    const text = `import a from "a"; import "b"; export * from "./c.ts"; type T = import("d"); require("e");`;
    expect(importsOf({ path: "src/core/x.ts", layer: "core", text })).toEqual(["a", "b", "./c.ts", "d", "e"]);
    expect(targetOf({ path: "src/report/sections/x.ts", layer: "report", text }, "../../core/y.ts")).toBe("core");
  });
});

describe("the world outside", () => {
  it("is Google's services in src/addon alone", () => {
    const named = FILES.filter(({ layer }) => [...PURE_LAYERS, "sidebar", "a1", "zip-file"].includes(layer)).flatMap(
      (file) => {
        const names = namesOf(file);
        return GOOGLE_SERVICES.filter((service) => names.has(service)).map((service) => `${file.path}: ${service}`);
      },
    );
    expect(named).toEqual([]);
    const inAddon = FILES.filter(({ layer }) => layer === "addon").flatMap((file) => [...namesOf(file)]);
    expect(GOOGLE_SERVICES.filter((service) => inAddon.includes(service))).toEqual([
      "SpreadsheetApp",
      "HtmlService",
      "Drive",
      "LockService",
      "PropertiesService",
      "ScriptApp",
      "Session",
      "Utilities",
      "MailApp",
    ]);
  });

  it("does not reach the pure layers: no clock, no chance, no timers, no network, no process", () => {
    const met = FILES.filter(({ layer }) => PURE_LAYERS.includes(layer)).flatMap((file) => {
      const names = namesOf(file);
      return [...THE_WORLD.filter((name) => names.has(name)), ...clockCallsOf(file)].map(
        (what) => `${file.path}: ${what}`,
      );
    });
    expect(met).toEqual([]);
  });

  it("is found where it is", () => {
    const text = "const at = new Date(); const r: number = Math.random(); fetch(x.process); new Date(5); Date.now();";
    const file = { path: "src/core/x.ts", layer: "core", text };
    expect([...clockCallsOf(file)].sort()).toEqual(["Date.now", "Math.random", "new Date()"]);
    expect(THE_WORLD.filter((name) => namesOf(file).has(name))).toEqual(["fetch"]);
  });
});

describe("the names of a package", () => {
  const exported = (text: string): readonly string[] =>
    [...text.matchAll(/^export (?:async )?(?:function\*?|type|const|class) (\w+)/gm)].map(([, name = ""]) => name);

  it.each(PACKAGES.map(({ folder }) => folder))("are exported once each in %s", (folder) => {
    const names = filesBelow(`${folder}/src`).flatMap(({ text }) => exported(text));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name, index) => names.indexOf(name) < index)).toEqual([]);
  });

  it("are read of all kinds of exports", () => {
    const text =
      "export function a() {}\nexport async function* b() {}\nexport type C = 1;\nexport const d = 1;\ntype E = 2;";
    expect(exported(text)).toEqual(["a", "b", "C", "d"]);
  });
});

describe("the packages for any project", () => {
  it.each(["a1", "zip-file", "gas-offline", "nd30-lint", "sheet-page"])(
    "%s name no product of ours, in tests and pages neither",
    (name) => {
      const folder = join(ROOT, "packages", name);
      const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
        /\.(ts|js|html|css|md|json)$/.test(path),
      );
      const named = files.filter((path) => /so.?2282|sổ.?2282|\bBDG_/i.test(readFileSync(join(folder, path), "utf8")));
      expect(files.length).toBeGreaterThan(2);
      expect(named).toEqual([]);
    },
  );
});
