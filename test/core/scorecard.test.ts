import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { element, PLAN, withMeasures, withTargets } from "../plan.ts";
import { activity, earlier, figures, register, registered, score, value } from "./figures.ts";

const THREE_OFFICES = register([registered("A", "co_quan"), registered("B", "co_quan"), registered("C", "co_quan")]);
const TWO_HAMLETS = register([registered("A1", "ap"), registered("A2", "ap")]);
const CUSTODIAN = register([registered("VHXH", "co_quan")], "VHXH");

describe("CT1", () => {
  it("has no data while no unit in scope has reported: anything is possible", () => {
    expect(score({ units: THREE_OFFICES }, "CT1")).toMatchObject({
      numerator: 0,
      denominator: 3,
      percent: null,
      status: "no-data",
      neededFixed: null,
      neededAdded: null,
      low: 0,
      high: 100,
      previous: null,
    });
  });

  it("keeps units that have not reported, or not validly, in the denominator", () => {
    const values = [value("A", "LD", 2, 1), value("B", "LD", 2, 3)];
    expect(score({ units: THREE_OFFICES, values }, "CT1")).toMatchObject({
      numerator: 1,
      denominator: 3,
      percent: 100 / 3,
      status: "unmet",
      low: 100 / 3,
      high: 100,
    });
  });

  it("takes a typed 0 for a report, and a blank for none", () => {
    const values = [value("A", "LD", 2, 1), value("B", "LD", 2, 0), value("C", "LD", 2, undefined)];
    expect(score({ units: THREE_OFFICES, values }, "CT1")).toMatchObject({ low: 100 / 3, high: 200 / 3 });
  });

  it("counts only the units that the register puts in scope", () => {
    const units = register([
      registered("A", "co_quan"),
      registered("B", "co_quan", { inCt1: false }),
      registered("AP", "ap"),
      registered("AQ", "ap", { inCt1: true }),
    ]);
    const values = [value("A", "LD", 2, 0), value("B", "LD", 2, 2), value("AQ", "LD", 2, 1)];
    expect(score({ units, values }, "CT1")).toMatchObject({ numerator: 1, denominator: 2 });
  });

  it("is met at exactly 70 %", () => {
    const units = register(Array.from({ length: 10 }, (_, index) => registered(`U${index}`, "co_quan")));
    const values = units.map((unit, index) => value(unit.code, "LD", 2, index < 7 ? 1 : 0));
    expect(score({ units, values }, "CT1")).toMatchObject({ percent: 70, status: "met", neededFixed: 0 });
    expect(score({ units, values: values.slice(1) }, "CT1")).toMatchObject({
      percent: 60,
      status: "unmet", // 6 000 < 6 300
      neededFixed: 1,
      neededAdded: 4, // ⌈100/30⌉
      low: 60,
      high: 70,
    });
  });

  it("reckons last year over the units with a row there, an invalid row included", () => {
    const history = [earlier(2025, "A", "LD", 2, 1), earlier(2025, "B", "LD", 2, 9), earlier(2024, "C", "LD", 2, 2)];
    expect(score({ units: THREE_OFFICES, history }, "CT1").previous).toBe(50);
  });

  it("asks for a row of leaders: a unit known by other figures only does not count last year", () => {
    const history = [earlier(2025, "A", "LD", 2, 1), earlier(2025, "B", "CNS", 5, 1)];
    expect(score({ units: THREE_OFFICES, history }, "CT1").previous).toBe(100);
  });

  it("reckons last year with units that are gone by now, without those outside the scope", () => {
    const units = register([registered("A", "co_quan"), registered("B", "co_quan", { inCt1: false })]);
    const history = [earlier(2025, "A", "LD", 2, 0), earlier(2025, "B", "LD", 2, 1), earlier(2025, "GONE", "LD", 2, 1)];
    expect(score({ units, history }, "CT1").previous).toBe(50);
  });
});

describe("CT2", () => {
  it("is not met at 39,96 %", () => {
    const values = [value("A1", "CUA", 2500, 999)];
    expect(score({ units: TWO_HAMLETS, values }, "CT2")).toMatchObject({
      status: "near",
      neededFixed: 1,
      neededAdded: 2,
    });
  });

  it("has no data where there are no seats", () => {
    const values = [value("A1", "CUA", 0, 0), value("A2", "CUA", 0, 0)];
    const history = [earlier(2025, "A1", "BCHA", 5, 1), earlier(2025, "A2", "BCHA", 5, 1)];
    expect(score({ units: TWO_HAMLETS, values, history }, "CT2")).toMatchObject({
      numerator: 0,
      denominator: 0,
      percent: null,
      status: "no-data",
      neededFixed: null,
      neededAdded: null,
      low: null,
      high: null,
    });
  });

  it("has no bounds while last year lacks the total of one missing value", () => {
    const values = [value("A1", "CUA", 5, 2)];
    expect(score({ units: TWO_HAMLETS, values }, "CT2.CUA")).toMatchObject({ percent: 40, low: null, high: null });
    const otherYear = [earlier(2024, "A2", "CUA", 5, 1)];
    expect(score({ units: TWO_HAMLETS, values, history: otherYear }, "CT2.CUA").low).toBeNull();
    const otherElement = [earlier(2025, "A2", "BCHA", 5, 1)];
    expect(score({ units: TWO_HAMLETS, values, history: otherElement }, "CT2.CUA").low).toBeNull();
    const known = [earlier(2025, "A2", "CUA", 5, 1)];
    expect(score({ units: TWO_HAMLETS, values, history: known }, "CT2.CUA")).toMatchObject({ low: 20, high: 70 });
    // CT2 sums BCHA as well, and knows nothing of it.
    expect(score({ units: TWO_HAMLETS, values, history: known }, "CT2").low).toBeNull();
  });

  it("asks last year for a total only", () => {
    const values = [value("A1", "CUA", 5, 2)];
    const history = [earlier(2025, "A2", "CUA", 5, undefined)];
    expect(score({ units: TWO_HAMLETS, values, history }, "CT2.CUA")).toMatchObject({
      low: 20,
      high: 70,
      previous: null,
    });
  });

  it("sums the elements of the target's settings, and leaves out its units", () => {
    const elements = [element("CUA")];
    const changed = withMeasures(({ code, measure }) => {
      if (code === "CT2") return { kind: "share", elements };
      return code === "CT2.NOLHPN" ? { kind: "share", elements, without: ["A2"] } : measure;
    });
    const { targets } = withTargets((target) => (target.code === "CT2" ? { ...target, threshold: 50 } : target));
    const plan = { ...changed, targets };
    const values = [value("A1", "CUA", 4, 1), value("A2", "CUA", 4, 4), value("A1", "BCHA", 9, 9)];
    expect(score({ units: TWO_HAMLETS, values, plan }, "CT2")).toMatchObject({
      numerator: 5,
      denominator: 8,
      target: 50,
      status: "met",
    });
    expect(score({ units: TWO_HAMLETS, values, plan }, "CT2.NOLHPN")).toMatchObject({
      numerator: 1,
      denominator: 4,
      low: 25, // nothing of A1 is missing
    });
    expect(score({ units: TWO_HAMLETS, values, plan }, "CT2.BCHA")).toMatchObject({ numerator: 9, target: 50 });
  });
});

describe("CT2B", () => {
  it.each([
    [6, 3, 8, 4, "same"], // 50 % of fewer members
    [7, 7, 3, 3, "same"], // 100 % cannot rise
    [9, 3, 10, 4, "down"],
    [10, 4, 9, 3, "up"],
    [3000, 1001, 3, 1, "up"], // 33,37 % against 33,33 %
  ])("with %i/%i women now and %i/%i before is %s", (total, women, totalBefore, womenBefore, status) => {
    const values = [value("A1", "THG", total, women)];
    const history = [earlier(2025, "A1", "THG", totalBefore, womenBefore)];
    expect(score({ units: TWO_HAMLETS, values, history }, "CT2B.THG").status).toBe(status);
  });

  it("begins with a baseline, and has no colour without data", () => {
    const values = [value("A1", "THG", 5, 1)];
    expect(score({ units: TWO_HAMLETS, values }, "CT2B.THG").status).toBe("baseline");
    const emptyBefore = [earlier(2025, "A1", "THG", 0, 0)];
    expect(score({ units: TWO_HAMLETS, values, history: emptyBefore }, "CT2B.THG").status).toBe("baseline");
    const history = [earlier(2025, "A1", "THG", 5, 1)];
    expect(score({ units: TWO_HAMLETS, history }, "CT2B.THG")).toMatchObject({ status: "no-data", previous: 20 });
  });
});

describe("CT3, CT4, CT5", () => {
  it.each([
    ["CT3", []],
    ["CT3", [value("VHXH", "QH", 0, 0)]],
    ["CT4", [value("VHXH", "QHC", undefined, 5)]],
    ["CT4", [value("VHXH", "DTN", undefined, 5)]],
    ["CT4", [value("VHXH", "DTN", undefined, 0), value("VHXH", "QHC", undefined, 0)]],
    ["CT4", [value("VHXH", "DTN", undefined, 6), value("VHXH", "QHC", undefined, 5)]],
    ["CT5", [value("VHXH", "THS", undefined, 6), value("VHXH", "LDX", undefined, 5)]],
  ])("%s has no data in %j", (code, values) => {
    expect(score({ units: CUSTODIAN, values }, code)).toMatchObject({
      percent: null,
      status: "no-data",
      neededFixed: null,
      neededAdded: null,
      low: null,
      high: null,
    });
  });

  it("take 0 of some for 0 %, not for no data", () => {
    const values = [value("VHXH", "DTN", undefined, 0), value("VHXH", "QHC", undefined, 5)];
    expect(score({ units: CUSTODIAN, values }, "CT4")).toMatchObject({ percent: 0, status: "unmet", neededFixed: 4 });
  });

  it("leave out last year's DTN above QHC", () => {
    const history = [earlier(2025, "VHXH", "DTN", undefined, 6), earlier(2025, "VHXH", "QHC", undefined, 5)];
    expect(score({ units: CUSTODIAN, history }, "CT4").previous).toBeNull();
  });

  it("do not count a figure that its unit is not asked for", () => {
    const units = register([registered("VHXH", "co_quan"), registered("VP", "co_quan")], "VHXH");
    const values = [value("VHXH", "QH", 10, 5), value("VP", "QH", 10, 0), value("NOBODY", "QH", 10, 0)];
    expect(score({ units, values }, "CT3")).toMatchObject({ numerator: 5, denominator: 10 });
  });

  it("reach 100 % only with everybody", () => {
    const values = [value("VHXH", "THS", undefined, 5), value("VHXH", "LDX", undefined, 5)];
    expect(score({ units: CUSTODIAN, values }, "CT5")).toMatchObject({ status: "met", neededAdded: 0 });
  });
});

describe("CT6", () => {
  it.each([
    [0, "unmet", 2],
    [1, "unmet", 1],
    [2, "met", 0],
    [3, "met", 0],
  ])("with %i events is %s, %i short", (events, status, neededFixed) => {
    const activities = ["2026-03-08", "2026-06-28", "2026-10-20"]
      .slice(0, events)
      .map((day) => activity("A", day, "x"));
    expect(score({ activities }, "CT6")).toMatchObject({ numerator: events, status, neededFixed, neededAdded: null });
  });

  const held = (...kinds: readonly string[]) =>
    kinds.map((kind, index) => activity("A", `2026-03-0${index + 1}`, "x", { kind }));

  it.each([
    ["Hội nghị", 1],
    ["HỘI NGHỊ tuyên truyền", 1],
    ["Sinh hoạt chuyên đề", 1],
    ["Truyền thanh", 1],
    ["", 1],
    ["Tập huấn", 0],
    ["Khác", 0],
    ["Hội nghịch", 0],
    ["Thi đấu", 0],
  ])("counts an activity of the form “%s”: %i", (kind, numerator) => {
    expect(score({ activities: held(kind) }, "CT6").numerator).toBe(numerator);
  });

  it("counts a joint event that one unit calls a course and another a conference", () => {
    const joint = activity("A", "2026-03-01", "x", { kind: "Tập huấn", coOrganisers: ["B"] });
    const told = activity("B", "2026-03-01", "x", { kind: "Hội nghị" });
    expect(score({ activities: [joint, told] }, "CT6").numerator).toBe(1);
  });

  it("counts the forms that the plan names, and every form where it names none", () => {
    const plan = (...forms: readonly string[]) =>
      withMeasures(({ measure }) => (measure.kind === "events" ? { kind: "events", forms } : measure));
    const activities = held("Tập huấn", "Hội nghị", "Thi đấu");
    expect(score({ activities, plan: plan("Tập huấn", "Thi đấu") }, "CT6").numerator).toBe(2);
    expect(score({ activities, plan: plan() }, "CT6").numerator).toBe(3);
  });
});

describe("settings", () => {
  it("give the step of the year where there is one", () => {
    const plan = withTargets((target) => ({ ...target, milestones: new Map([[2026, 55]]) }));
    expect(score({ plan }, "CT1").milestone).toBe(55);
    expect(score({ plan, year: 2027 }, "CT1").milestone).toBeNull();
  });

  it("that lack a target are a fault of the caller", () => {
    expect(() => computeScorecard(figures({ plan: { ...PLAN, targets: [] } }))).toThrow("No target CT1");
  });
});

describe("complete units", () => {
  it("have a valid value for every element that they report", () => {
    const all = [value("VHXH", "LD", 3, 1), value("VHXH", "CUX", 9, 3), value("VHXH", "QH", 9, 3)];
    const womenOnly = ["QHT", "QHCM", "QHS", "QHC", "DTN", "LDX", "THS"] as const;
    const values = [...all, ...womenOnly.map((element) => value("VHXH", element, undefined, 2))];
    const complete = (given: typeof values) =>
      computeScorecard(figures({ units: CUSTODIAN, values: given })).units.complete;
    expect(complete(values)).toBe(1);
    expect(complete(values.slice(1))).toBe(0);
    expect(complete(values.map((one) => (one.element === "DTN" ? { ...one, women: 3 } : one)))).toBe(0);
  });
});
