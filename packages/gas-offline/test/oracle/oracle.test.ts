import { describe, expect, it } from "vitest";
import { openScript, SCOPES } from "../services/scripts.ts";
import { EXPECTATIONS } from "./expectations.ts";
import { implementedMembers } from "./host-objects.ts";

const ALL_SCOPES = [
  ...SCOPES,
  "https://www.googleapis.com/auth/script.send_mail",
  "https://www.googleapis.com/auth/script.scriptapp",
];

describe("the host holds what public sources say", () => {
  it.each(EXPECTATIONS.map((one, index) => [index + 1, one.members, one] as const))("%i. %s", (_, members, one) => {
    const open = openScript(
      `function go() {
        const app = SpreadsheetApp; const book = app.getActiveSpreadsheet(); const [sheet] = book.getSheets();
        const refusal = (call) => { try { call(); return ""; } catch (thrown) { return thrown.message; } };
        ${one.does}
      }`,
      ALL_SCOPES,
    );
    expect(open.run("go")).toEqual(one.gives);
    const called = open.takeCalls();
    for (const member of members.split(" ")) expect(called.has(member), member).toBe(true);
  });

  it("speaks for members that the host has, each with its source", () => {
    const implemented = new Set(implementedMembers());
    for (const { members, source } of EXPECTATIONS) {
      expect(source).toMatch(/^(github\.com|developers\.google\.com)\//);
      expect(members.split(" ").filter((member) => !implemented.has(member))).toEqual([]);
    }
  });

  it("leaves no member without a row", () => {
    const spoken = new Set(EXPECTATIONS.flatMap(({ members }) => members.split(" ")));
    expect(implementedMembers().filter((member) => !spoken.has(member))).toEqual([]);
  });
});
