import { describe, expect, it } from "vitest";
import { findPersonalData } from "../../../src/core/privacy.ts";
import { NAMED, NUMBERED, OFFICIAL } from "./natural.ts";

function kindsIn(text: string): readonly string[] {
  return [...new Set(findPersonalData(text).map(({ kind }) => kind))].sort();
}

describe.each(Object.entries(NAMED))("%s", (_, texts) => {
  it.each(texts)("is found in %j", (text) => {
    expect(kindsIn(text)).toContain("names");
  });
});

describe.each(Object.entries(NUMBERED))("what is %s", (_, texts) => {
  it.each(texts)("is found in %j as %s", (text, kind) => {
    expect(kindsIn(text)).toContain(kind);
  });
});

describe("official sentences", () => {
  it.each(OFFICIAL)("are left alone: %j", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});
