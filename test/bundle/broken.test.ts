/** The broken example: every refusal and every issue, each where a person would look for it. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { makeTemporary, run } from "./folders.ts";

const BROKEN = fileURLToPath(new URL("../../examples/broken", import.meta.url));
const file = join(await makeTemporary(), "broken.xlsx");
const made = await run("new", file, "--from", BROKEN);

describe("examples/broken", () => {
  it("has the rows refused that cannot be placed, each with file and line", () => {
    expect(made.code).toBe(1);
    const places = [...made.err.matchAll(/^ {2}(\S+), dòng (\d+): /gm)].map(([, name, line]) => `${name} ${line}`);
    expect(places).toEqual([
      "units.csv 11",
      "units.csv 12",
      "values.csv 17",
      "values.csv 18",
      "values.csv 24",
      "values.csv 25",
      "values.csv 26",
      "activities.csv 8",
      "tasks.csv 3",
      "tasks.csv 4",
      "funds.csv 3",
      "history.csv 4",
      "history.csv 5",
    ]);
  });

  it("has every other fault listed, with severity, tab and cell", async () => {
    const { code, out } = await run("check", file, "--json");
    expect(code).toBe(1);
    const issues: unknown = JSON.parse(out);
    if (!Array.isArray(issues)) throw new Error("no list");
    expect(issues.map((issue) => `${issue.severity} ${issue.code} ${issue.tab} ${issue.cell}`)).toEqual([
      "warning no-leaders VHXH D6",
      "error qhs-over-qh VHXH E17",
      "error dtn-over-qhc VHXH E19",
      "error ths-over-ldx VHXH E21",
      "warning qhc-differs VHXH E18",
      "error women-over-total KT E6",
      "warning personal-mailbox Đơn vị D6",
      "error negative TYT D6",
      "error not-whole TH1 D6",
      "error half-missing TH2 D6",
      "error missing TH3 D6",
      "error missing LHPN D9",
      "warning jump LHPN D6",
      "warning event-outside-year LHPN G39",
      "error event-no-day LHPN G40",
      "error event-no-theme LHPN C41",
      "error women-over-total LHPN E42",
      "warning unknown-co-organiser LHPN H42",
      "warning joint-event-differs LHPN D38",
      "warning done-without-result LHPN G28",
      "warning overspent LHPN E49",
      "error negative LHPN D50",
      "error personal-data LHPN D53",
      "error personal-data LHPN D54",
      "warning few-mediators Các ấp I5",
      "warning no-woman-mediator Các ấp J5",
      "error personal-data Các ấp E5",
      "warning history-invalid Lịch sử D6",
      "error missing Các ấp C6",
      "error missing Các ấp F6",
      "error missing Các ấp I6",
      "error missing Các ấp L6",
      "error missing Các ấp O6",
      "warning no-role Cấu hình C17",
      "warning no-role Cấu hình C18",
      "warning no-role Cấu hình C19",
      "warning no-role Cấu hình C20",
    ]);
    for (const { message } of issues) {
      expect(message).toMatch(/^Tab .+, ô [A-Z]+\d+ – .+: cần .+; thấy .+\. .+\.$/);
      expect(message).not.toMatch(/Bông|Tèo|Mận|345 678|001 234/);
    }
  });

  it("counts nothing that is wrong", async () => {
    const { out } = await run("score", file, "--json");
    const { indicators }: { indicators: { code: string; numerator: number; denominator: number }[] } = JSON.parse(out);
    const of = (wanted: string) => {
      const found = indicators.find(({ code }) => code === wanted);
      return [found?.numerator, found?.denominator];
    };
    // CT1: of seven units only VHXH (0 of 0) and LHPN (9 of 9) have valid leaders. CT4, CT5: DTN and THS are invalid.
    expect(of("CT1")).toEqual([1, 7]);
    expect(of("CT4")).toEqual([0, 18]);
    expect(of("CT5")).toEqual([0, 6]);
    // 08/03 counts once for LHPN and TYT; the event with too many women is one all the same.
    expect(of("CT6")).toEqual([2, null]);
  });
});
