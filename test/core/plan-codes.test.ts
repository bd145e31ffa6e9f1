/** Codes are text: nothing but this holds that those which the sources, the samples and the sentences name exist. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { UNIT_FIGURE_ELEMENTS } from "../../src/report/sections/unit-figures.ts";
import { HAMLET_GRID_ELEMENTS } from "../../src/workbook/schema.ts";
import { PLAN } from "../plan.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const INDICATORS: readonly string[] = [...PLAN.indicators, ...PLAN.targets].map(({ code }) => code);

function sources(folder: string): readonly string[] {
  return readdirSync(`${ROOT}${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

/** Code in which a data element is asked for by its code. */
const ASKED = /(?:elements\.get\(|womenOf\(facts, |numerator === |numerator !== |element === |case )"([A-Z]{2,5})"/g;

describe("the codes that are named", () => {
  it("by the sources are KH 131's: of data elements, of targets and indicators", () => {
    const text = ["src/core", "src/workbook", "src/report", "src/addon", "src/sidebar"]
      .flatMap(sources)
      .map((path) => readFileSync(`${ROOT}${path}`, "utf8"))
      .join("\n");
    const asked = [...text.matchAll(ASKED)].map(([, code = ""]) => code);
    expect(asked.length).toBeGreaterThan(8);
    expect(asked.filter((code) => !PLAN.elements.has(code))).toEqual([]);
    const targets = [...text.matchAll(/"((?:CT\d|QG\d)[A-Z]?(?:\.[A-Z]+)?)"/g)].map(([, code = ""]) => code);
    expect(targets.length).toBeGreaterThan(30);
    expect(targets.filter((code) => !INDICATORS.includes(code))).toEqual([]);
  });

  it("by the hamlets' grid and by Annex II are data elements", () => {
    const named: readonly string[] = [...HAMLET_GRID_ELEMENTS, ...UNIT_FIGURE_ELEMENTS];
    expect(named.filter((code) => !PLAN.elements.has(code))).toEqual([]);
  });

  it.each(["vinh-phong", "so-ket-2028", "tong-ket-2030"])("by the sample %s are KH 131's", (sample) => {
    const lines = (file: string) => {
      try {
        return readFileSync(`${ROOT}examples/${sample}/${file}`, "utf8").split(/\r?\n/).slice(1);
      } catch {
        return [];
      }
    };
    const values = lines("values.csv").flatMap((line) => line.split(",")[1] ?? []);
    const history = lines("history.csv").flatMap((line) => line.split(",")[2] ?? []);
    const expected = lines("EXPECTED.md").flatMap((line) => /^\| `([A-Z][A-Z0-9.]+)` \|/.exec(line)?.[1] ?? []);
    expect([...values, ...history].filter((code) => !PLAN.elements.has(code))).toEqual([]);
    expect(expected.filter((code) => !INDICATORS.includes(code))).toEqual([]);
  });
});
