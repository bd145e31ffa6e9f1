import { describe, expect, it } from "vitest";
import { findPersonalData, findSensitive } from "../../../src/core/privacy.ts";
import { FOUND_LATER, NAMED, NOT_SENSITIVE, NUMBERED, OFFICIAL, OFFICIAL_LATER, SENSITIVE } from "./natural.ts";

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
  it.each([...OFFICIAL, ...OFFICIAL_LATER])("are left alone: %j", (text) => {
    expect(findPersonalData(text)).toEqual([]);
  });
});

describe("other ways", () => {
  it.each(FOUND_LATER)("are found in %j", (text) => {
    expect(findPersonalData(text)).not.toEqual([]);
  });
});

describe("what is sensitive without a name", () => {
  it.each(SENSITIVE)("is hinted at in %j: %s", (text, topic) => {
    expect(findSensitive(text)).toContain(topic);
  });

  it.each(NOT_SENSITIVE)("is not in %j", (text) => {
    expect(findSensitive(text)).toEqual([]);
  });

  it.each([...OFFICIAL, ...OFFICIAL_LATER])("is not in the official sentence %j", (text) => {
    expect(findSensitive(text)).toEqual([]);
  });
});
