import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { fileKind, zipEntries } from "../src/index.ts";

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const OLD = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1";
const LOCKED = `${OLD}E${[..."EncryptedPackage"].map((letter) => `${letter}\0`).join("")}`;

describe("a file", () => {
  it.each([
    ["", "empty"],
    ["PK\u0003\u0004", "zip"],
    ["P", "other"],
    [OLD, "old office"],
    [LOCKED, "locked office"],
    ["%PDF-1.7", "pdf"],
    ["\u0089PNG", "picture"],
    ["\u00ff\u00d8\u00ff\u00e0", "picture"],
    ["Kinh", "other"],
  ])("that begins with %j is %s", (text, kind) => {
    expect(fileKind(bytesOf(text))).toBe(kind);
  });
});

describe("a zip", () => {
  const zip = new PizZip().file("a.txt", "aaaa").file("b/c.xml", "<x/>").generate({ type: "uint8array" });

  it("tells its files and how large they are", () => {
    const told = zipEntries(zip)?.filter(({ name }) => !name.endsWith("/"));
    expect(told?.map(({ name, size, hidesSize }) => [name, size, hidesSize])).toEqual([
      ["a.txt", 4, false],
      ["b/c.xml", 4, false],
    ]);
  });

  it("has no directory where its end is cut off", () => {
    expect(zipEntries(zip.slice(0, -23))).toBeUndefined();
  });
});
