/**
 * Which members of Google's services the add-on calls, and which of them the offline host has and its oracle speaks for.
 * `npm run host:coverage` prints the list.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { EXPECTATIONS } from "../packages/gas-offline/test/oracle/expectations.ts";
import { implementedMembers } from "../packages/gas-offline/test/oracle/host-objects.ts";

const ADDON = fileURLToPath(new URL("../src/addon/", import.meta.url));
const TYPES = fileURLToPath(new URL("../node_modules/@types/google-apps-script/", import.meta.url));

/** Google's services that the add-on may name, by the files that declare them. */
const DECLARATIONS = ["base", "html", "lock", "mail", "properties", "script", "spreadsheet", "utilities"];

/** Names that plain values have too. */
const BUILT_IN = new Set(
  [
    Array.prototype,
    String.prototype,
    Date.prototype,
    Map.prototype,
    RegExp.prototype,
    Date,
    JSON,
    Math,
    Object,
    console,
  ].flatMap((one) => Object.getOwnPropertyNames(one)),
);

/** Names of our own functions that Google has for others. */
const OWN = new Set(["addMenu"]);

const addon = readdirSync(ADDON, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(`${ADDON}${name}`, "utf8"))
  .join("\n");

/** Names behind a dot, called. */
const called = new Set([...addon.matchAll(/[.?]\s*([a-z]\w+)\(/g)].map(([, name = ""]) => name));

const implemented = implementedMembers();

/** Members of the host whose name the add-on calls: which class's a call is, its name alone does not tell. */
const used = implemented.filter((member) => called.has(member.slice(member.lastIndexOf(".") + 1)));

function proofOf(member: string): string {
  const rows = EXPECTATIONS.filter(({ members }) => members.split(" ").includes(member));
  if (rows.length === 0) return "untested";
  return rows.some(({ proof }) => proof === "live") ? "live" : "documented";
}

describe("of Google's members that the add-on calls", () => {
  it("each is in the host", () => {
    const names = new Set(implemented.map((member) => member.slice(member.lastIndexOf(".") + 1)));
    const googles = new Set(
      DECLARATIONS.flatMap((name) => [
        ...readFileSync(`${TYPES}google-apps-script.${name}.d.ts`, "utf8").matchAll(/^\s+([a-z]\w+)\(/gm),
      ]).map(([, name = ""]) => name),
    );
    const missing = [...called].filter(
      (name) => googles.has(name) && !names.has(name) && !BUILT_IN.has(name) && !OWN.has(name),
    );
    expect(missing).toEqual([]);
  });

  it("each is spoken for by the oracle", () => {
    if (process.env["npm_lifecycle_event"] === "host:coverage") {
      const isUsed = new Set(used);
      const lines = implemented.map((member) => `${member}\t${isUsed.has(member) ? "used" : "-"}\t${proofOf(member)}`);
      const live = used.filter((member) => proofOf(member) === "live").length;
      console.info(
        `${lines.join("\n")}\n${implemented.length} members, ${used.length} used, ${live} of them proved live`,
      );
    }
    expect(used.filter((member) => proofOf(member) === "untested")).toEqual([]);
  });
});
