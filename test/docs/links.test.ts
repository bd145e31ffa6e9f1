/** Every link of every page leads somewhere, and every picture is shown somewhere. */
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { listFiles, repository, sizeOf } from "./repository.ts";

const PAGES = listFiles(".", ".md");

/** A page without its code, in which nothing is a link. */
function prose(text: string): string {
  return text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]*`/g, "");
}

/** Targets of links and pictures, in Markdown and in HTML. */
function targetsOf(text: string): readonly string[] {
  const found = [...prose(text).matchAll(/\]\(([^()\s]+)\)|(?:src|href)="([^"]+)"/g)];
  return found
    .map(([, markdown, html]) => markdown ?? html ?? "")
    .filter((target) => !/^(https?|mailto):/.test(target));
}

/** The anchor of a heading, as GitHub makes it; the second of the same words gets a number. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const [, heading = ""] of prose(text.replace(/`/g, "")).matchAll(/^#{1,6} (.+)$/gm)) {
    const plain = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*]/g, "");
    const anchor = plain
      .toLowerCase()
      .trim()
      .replace(/[^\p{L}\p{N}\p{M} _-]/gu, "")
      .replace(/ /g, "-");
    let free = anchor;
    for (let count = 1; anchors.has(free); count++) free = `${anchor}-${count}`;
    anchors.add(free);
  }
  for (const [, id = ""] of text.matchAll(/\bid="([^"]+)"/g)) anchors.add(id);
  return anchors;
}

/** Says what of a page's links leads nowhere. */
function brokenLinks(path: string): readonly string[] {
  return targetsOf(repository.read(path)).filter((target) => {
    const [file = "", anchor] = decodeURIComponent(target).split("#");
    const to = file === "" ? path : normalize(join(dirname(path), file));
    if (sizeOf(to) === undefined) return true;
    return anchor !== undefined && anchor !== "" && !anchorsOf(repository.read(to)).has(anchor);
  });
}

describe("the links of", () => {
  it.each(PAGES)("%s lead to files and headings that are there", (path) => {
    expect(brokenLinks(path)).toEqual([]);
  });
});

describe("the pictures", () => {
  const pictures = listFiles("docs", ".png");

  it("are all shown on some page", () => {
    const shown = new Set(
      PAGES.flatMap((path) => targetsOf(repository.read(path)).map((target) => normalize(join(dirname(path), target)))),
    );
    expect(pictures.length).toBeGreaterThan(15);
    expect(pictures.filter((path) => !shown.has(path))).toEqual([]);
  });

  it("are small enough to be kept with the sources", () => {
    expect(pictures.reduce((sum, path) => sum + (sizeOf(path) ?? 0), 0)).toBeLessThan(2.5 * 1024 * 1024);
  });
});
