/** What clasp pushes, as Google reads it: which functions it can call, with which words, and nothing it lacks. */
import { readFileSync } from "node:fs";
import { createContext, Script } from "node:vm";
import { type Comment, type FunctionDeclaration, type Node, type Program, parse } from "acorn";
import { describe, expect, it } from "vitest";
import { bundle, DIST, openEmpty } from "./opened.ts";

const CODE = readFileSync(new URL("Code.js", DIST), "utf8");

/** Everything that Google can call, with its parameters. Users' formulas rely on the first group. */
const GLOBALS: Readonly<Record<string, readonly string[]>> = {
  BDG_BANGDIEM: ["chiTieu", "donVi", "duLieu", "cacAp", "lichSu", "cauHinh", "nhiemVu", "moc", "danhMuc"],
  BDG_KIEMTRA: ["chiTieu", "donVi", "duLieu", "cacAp", "lichSu", "cauHinh", "nhiemVu", "noiDung", "moc", "danhMuc"],
  BDG_CHITIEU: ["ma", "bangDiem", "cot"],
  BDG_TYLE: ["nu", "tong"],
  BDG_CONTHIEU: ["nu", "tong", "nguong", "cach"],
  BDG_DANHGIA: ["tu", "mau", "nguong"],
  onOpen: [],
  onInstall: [],
  menuSetUp: [],
  activateCell: ["link"],
  menuReport: [],
  menuRights: [],
  createWorkbook: ["tables", "year"],
  importFolder: ["tables"],
  getRepairPlan: ["request"],
  getScorecard: [],
  repairWorkbook: [],
  menuRepair: [],
  setUpWorkbook: [],
  getIssues: [],
  createReport: ["request"],
  menuSidebar: [],
  getDesk: [],
  getChecklist: ["request"],
  submit: ["request"],
  returnUnit: ["request"],
  approve: ["request"],
  reopen: ["request"],
  listIssues: [],
  planReminders: [],
  setReminders: ["request"],
  settleReminder: ["request"],
  sendReminders: ["event"],
  getReportState: [],
  openReportFolder: [],
  makeReport: ["request"],
  continueReport: ["request"],
  dropReport: ["request"],
  previewMail: ["request"],
  sendReport: ["request"],
  settleMail: ["request"],
  makeOwnTemplate: [],
  checkOwnTemplate: [],
  forgetOwnTemplate: [],
  listTags: [],
  getSetup: [],
  previewUnits: ["request"],
  keepDraft: ["request"],
  saveSetup: ["request"],
  showRights: [],
  repairRights: [],
};

const FORMULAS = Object.keys(GLOBALS).filter((name) => name.startsWith("BDG_"));

const comments: Comment[] = [];
/** Apps Script's V8 takes ES2020: a later syntax, a `#private` or a static field does not parse here. */
const PROGRAM: Program = parse(CODE, { ecmaVersion: 2020, sourceType: "script", onComment: comments });

type AnyNode = Node & Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is AnyNode {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** Calls `visit` with each node and the nodes around it, the nearest last. */
function walk(node: unknown, visit: (node: AnyNode, around: readonly AnyNode[]) => void, around: AnyNode[] = []): void {
  if (Array.isArray(node)) for (const part of node) walk(part, visit, around);
  if (!isNode(node)) return;
  visit(node, around);
  around.push(node);
  for (const part of Object.values(node)) if (typeof part === "object" && part !== null) walk(part, visit, around);
  around.pop();
}

function functions(): readonly FunctionDeclaration[] {
  return PROGRAM.body.flatMap((node) => (node.type === "FunctionDeclaration" ? [node] : []));
}

/** The comment that ends where a function begins. */
function commentAbove(name: string): string {
  const declared = functions().find(({ id }) => id?.name === name);
  const above = comments.find(
    ({ type, end }) => type === "Block" && declared && /^\s*$/.test(CODE.slice(end, declared.start)),
  );
  return above?.value ?? "";
}

describe("the functions that Google can call", () => {
  it("are these, with these parameters, and no others", () => {
    const found = functions().map(({ id, params }) => [
      id?.name,
      params.map((parameter) => (parameter.type === "Identifier" ? parameter.name : parameter.type)),
    ]);
    expect(Object.fromEntries(found)).toEqual(GLOBALS);
  });

  it("become global with So2282, and nothing else does", () => {
    const globals = createContext(Object.create(null));
    const names = (): string[] => new Script("Object.getOwnPropertyNames(globalThis)").runInContext(globals);
    const before = [...names()];
    new Script(CODE).runInContext(globals);
    const added = [...names()].filter((name) => !before.includes(name));
    expect(added.sort()).toEqual([...Object.keys(GLOBALS), "So2282"].sort());
  });

  it("have names that Sheets takes: not private, not like a cell", () => {
    for (const name of Object.keys(GLOBALS)) {
      expect(name).not.toMatch(/_$/);
      expect(name).not.toMatch(/^([A-Z]{1,3}\d+|R\d*C\d*)$/i);
    }
  });

  it.each(FORMULAS)("%s explains itself and each parameter to those who type it", (name) => {
    const comment = commentAbove(name);
    expect(comment).toMatch(/^\*/);
    expect(comment).toContain("@customfunction");
    const described = [...comment.matchAll(/@param \{(.+?)\} (\w+) (\S.*)$/gm)];
    expect(described.map((match) => match[2])).toEqual(GLOBALS[name]);
    expect(comment).toMatch(/@return \S/);
    expect(comment.replace(/^[\s*]+/, "")).toMatch(/^\p{Lu}/u);
  });

  it("keep the marks of the build to themselves", () => {
    expect(CODE).not.toContain("@preserve");
    expect(comments.filter(({ value }) => value.includes("@customfunction"))).toHaveLength(FORMULAS.length);
  });

  it("are what the menu calls", () => {
    const open = openEmpty();
    open.run("onOpen", [], "NONE");
    expect([...open.context.menu.values()]).toEqual([
      "menuSidebar",
      "menuSetUp",
      "menuReport",
      "menuRights",
      "menuRepair",
    ]);
    expect(Object.keys(GLOBALS)).toEqual(expect.arrayContaining([...open.context.menu.values()]));
  });
});

describe("the top level", () => {
  it("calls no service", () => {
    expect([...openEmpty().takeCalls()]).toEqual([]);
  });

  it("is evaluated within 5 ms of processor time, as it is at every call of a formula", () => {
    const times = Array.from({ length: 9 }, () => {
      const globals = createContext(Object.create(null));
      const start = process.cpuUsage();
      for (const file of bundle.code) file.runInContext(globals);
      return process.cpuUsage(start).user / 1_000;
    });
    const median = times.sort((one, other) => one - other)[4] ?? Number.NaN;
    expect(median).toBeLessThanOrEqual(5);
  });
});

describe("the syntax", () => {
  it("is ES2020 in one script, without modules", () => {
    const dynamic: string[] = [];
    walk(PROGRAM, ({ type }) => {
      if (type === "ImportExpression" || type === "MetaProperty") dynamic.push(type);
    });
    expect(dynamic).toEqual([]);
    expect(() => parse("class A { #x = 1 }", { ecmaVersion: 2020 })).toThrow();
    expect(() => parse("class A { static x = 1 }", { ecmaVersion: 2020 })).toThrow();
    expect(() => parse("export {}", { ecmaVersion: 2020, sourceType: "script" })).toThrow();
  });
});

/** What browsers or Node have and Apps Script has not. */
const ABSENT = [
  "Blob",
  "Buffer",
  "DOMParser",
  "FileReader",
  "MessageChannel",
  "TextDecoder",
  "TextEncoder",
  "URL",
  "URLSearchParams",
  "XMLHttpRequest",
  "XMLSerializer",
  "atob",
  "btoa",
  "clearTimeout",
  "crypto",
  "document",
  "fetch",
  "importScripts",
  "navigator",
  "performance",
  "process",
  "queueMicrotask",
  "require",
  "self",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "structuredClone",
  "window",
];

/** Tells whether a name is only asked after, or used where it was asked after or may fail. */
function isGuarded(name: string, around: readonly AnyNode[]): boolean {
  const parent = around[around.length - 1];
  if (parent?.type === "UnaryExpression" && parent["operator"] === "typeof") return true;
  return around.some((outer) => {
    if (outer.type === "TryStatement") return true;
    const test = outer.type === "LogicalExpression" ? outer["left"] : outer["test"];
    const asked = isNode(test) ? CODE.slice(test.start, test.end) : "";
    return asked.includes(`typeof ${name}`) || (name === "self" && asked.includes("typeof globalThis"));
  });
}

/** Uses of names that Apps Script lacks, without a guard, as they stand in the code. */
function unguarded(): readonly string[] {
  const uses: string[] = [];
  walk(PROGRAM, (node, around) => {
    const name = node.type === "Identifier" ? String(node["name"]) : "";
    if (!ABSENT.includes(name)) return;
    const parent = around[around.length - 1];
    const isMember = parent?.type === "MemberExpression" && parent["property"] === node && parent["computed"] === false;
    const isKey = parent?.type === "Property" && parent["key"] === node && parent["computed"] === false;
    if (!isMember && !isKey && !isGuarded(name, around)) uses.push(CODE.slice(parent?.start, parent?.end));
  });
  return uses;
}

describe("what Apps Script has not", () => {
  it("is used nowhere without asking, but for pizzip's branch for Node", () => {
    // pizzip takes this branch only after `typeof Buffer` has told it that it runs on Node.
    expect(unguarded()).toEqual(["Buffer.alloc", "Buffer.from", "Buffer.isBuffer"]);
  });
});

/** Each service that the bundle may name, and the scope that it needs. */
const SCOPES: Readonly<Record<string, string | undefined>> = {
  SpreadsheetApp: "https://www.googleapis.com/auth/spreadsheets.currentonly",
  Drive: "https://www.googleapis.com/auth/drive.file",
  Session: "https://www.googleapis.com/auth/userinfo.email",
  HtmlService: "https://www.googleapis.com/auth/script.container.ui",
  MailApp: "https://www.googleapis.com/auth/script.send_mail",
  ScriptApp: "https://www.googleapis.com/auth/script.scriptapp",
  PropertiesService: undefined,
  LockService: undefined,
  Utilities: undefined,
};

const OTHER_SERVICES = ["CacheService", "DocumentApp", "DriveApp", "FormApp", "GmailApp", "UrlFetchApp"];

describe("the manifest", () => {
  const manifest: unknown = JSON.parse(readFileSync(new URL("appsscript.json", DIST), "utf8"));

  it("asks for these scopes, the narrowest that do the work", () => {
    expect(manifest).toEqual({
      timeZone: "Asia/Ho_Chi_Minh",
      runtimeVersion: "V8",
      exceptionLogging: "STACKDRIVER",
      dependencies: { enabledAdvancedServices: [{ userSymbol: "Drive", version: "v3", serviceId: "drive" }] },
      oauthScopes: [
        "https://www.googleapis.com/auth/spreadsheets.currentonly",
        "https://www.googleapis.com/auth/drive.file",
        "https://www.googleapis.com/auth/script.container.ui",
        "https://www.googleapis.com/auth/userinfo.email",
        "https://www.googleapis.com/auth/script.send_mail",
        "https://www.googleapis.com/auth/script.scriptapp",
      ],
    });
  });

  it("has the scope of each service that the bundle names", () => {
    const named = new Set<string>();
    walk(PROGRAM, (node, around) => {
      const parent = around[around.length - 1];
      if (node.type !== "Identifier" || (parent?.type === "MemberExpression" && parent["property"] === node)) return;
      named.add(String(node["name"]));
    });
    expect(OTHER_SERVICES.filter((service) => named.has(service))).toEqual([]);
    const services = Object.keys(SCOPES).filter((service) => named.has(service));
    expect(services).toEqual(Object.keys(SCOPES));
    for (const service of services) {
      const scope = SCOPES[service];
      if (scope !== undefined) expect(bundle.scopes).toContain(scope);
    }
  });
});
