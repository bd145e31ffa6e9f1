import { describe, expect, it } from "vitest";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { VINH_MAU } from "./vinh-mau.ts";

describe("the scorecard of a whole commune, reckoned by hand", () => {
  const card = computeScorecard(VINH_MAU);
  const rows = new Map(card.indicators.map((indicator) => [indicator.code, indicator]));

  it("counts eight units; TH1 and APB are not complete", () => {
    expect(card.year).toBe(2026);
    expect(card.units).toEqual({ registered: 8, complete: 6 });
  });

  it("lists every indicator, in the order of the plan", () => {
    expect([...rows.keys()]).toEqual([
      "CT1",
      "CT2",
      "CT2.CUX",
      "CT2.CUA",
      "CT2.BCHX",
      "CT2.BCHA",
      "CT2.NOLHPN",
      "CT2B.THG",
      "CT2B.CNS",
      "CT2B.MTQ",
      "CT3",
      "CT4",
      "CT5",
      "CT6",
      "QG1",
    ]);
  });

  it.each([
    [
      // VPDU, VHXH, MTTQ, LHPN of the six outside the ấp. 400 < 420; 4 000 ≥ 3 780. TH1 may make it five.
      // Last year: VHXH, MTTQ, LHPN of the five with a row.
      "CT1",
      {
        numerator: 4,
        denominator: 6,
        percent: 400 / 6,
        target: 70,
        status: "near",
        neededFixed: 1, // ⌈20/100⌉
        neededAdded: 1, // ⌈20/30⌉
        low: 400 / 6,
        high: 500 / 6,
        previous: 60,
        comparison: "up",
        national: null,
      },
    ],
    [
      // Women 5 + 2 + (6 + 15) + (9 + 5) = 42; seats 15 + 5 + (20 + 15) + (18 + 12) = 85. 4 200 ≥ 3 400.
      // APB's chi ủy is left out: last year it had 4 seats, so 42/89 to 46/89.
      // Last year: women 4 + (1 + 1) + (6 + 15) = 27 of 15 + (5 + 4) + (20 + 15) = 59.
      "CT2",
      {
        numerator: 42,
        denominator: 85,
        percent: 4200 / 85,
        target: 40,
        status: "met",
        neededFixed: 0,
        neededAdded: 0,
        low: 4200 / 89,
        high: 4600 / 89,
        previous: 2700 / 59,
        comparison: "up",
        national: null,
      },
    ],
    [
      // 500 < 600; 5 000 < 5 400.
      "CT2.CUX",
      {
        numerator: 5,
        denominator: 15,
        percent: 500 / 15,
        target: 40,
        status: "unmet",
        neededFixed: 1, // 100/100
        neededAdded: 2, // ⌈100/60⌉
        low: 500 / 15,
        high: 500 / 15,
        previous: 400 / 15,
        comparison: "up",
        national: null,
      },
    ],
    [
      // 200 = 200.
      "CT2.CUA",
      {
        numerator: 2,
        denominator: 5,
        percent: 40,
        target: 40,
        status: "met",
        neededFixed: 0,
        neededAdded: 0,
        low: 200 / 9,
        high: 600 / 9,
        previous: 200 / 9,
        comparison: "undecided",
        national: null,
      },
    ],
    [
      "CT2.BCHX",
      {
        numerator: 21,
        denominator: 35,
        percent: 60,
        target: 40,
        status: "met",
        neededFixed: 0,
        neededAdded: 0,
        low: 60,
        high: 60,
        previous: 60,
        comparison: "same",
        national: null,
      },
    ],
    [
      // No history, but nothing is missing either.
      "CT2.BCHA",
      {
        numerator: 14,
        denominator: 30,
        percent: 1400 / 30,
        target: 40,
        status: "met",
        neededFixed: 0,
        neededAdded: 0,
        low: 1400 / 30,
        high: 1400 / 30,
        previous: null,
        comparison: null,
        national: null,
      },
    ],
    [
      // 42 − 15 women of 85 − 15 seats. 2 700 < 2 800; 27 000 ≥ 25 200. Last year 27 − 15 of 59 − 15.
      "CT2.NOLHPN",
      {
        numerator: 27,
        denominator: 70,
        percent: 2700 / 70,
        target: 40,
        status: "near",
        neededFixed: 1, // 100/100
        neededAdded: 2, // ⌈100/60⌉
        low: 2700 / 74,
        high: 3100 / 74,
        previous: 1200 / 44,
        comparison: "up",
        national: null,
      },
    ],
    [
      // 5/12 against 4/12.
      "CT2B.THG",
      {
        numerator: 5,
        denominator: 12,
        percent: 500 / 12,
        target: null,
        status: "up",
        neededFixed: null,
        neededAdded: null,
        low: 500 / 12,
        high: 500 / 12,
        previous: 400 / 12,
        comparison: "up",
        national: null,
      },
    ],
    [
      // 5/15 against 2/6: 5·6 = 2·15.
      "CT2B.CNS",
      {
        numerator: 5,
        denominator: 15,
        percent: 500 / 15,
        target: null,
        status: "same",
        neededFixed: null,
        neededAdded: null,
        low: 500 / 15,
        high: 500 / 15,
        previous: 200 / 6,
        comparison: "same",
        national: null,
      },
    ],
    [
      // APB is missing, and last year does not know its seats; 2024 does, but is not last year.
      "CT2B.MTQ",
      {
        numerator: 2,
        denominator: 8,
        percent: 25,
        target: null,
        status: "baseline",
        neededFixed: null,
        neededAdded: null,
        low: null,
        high: null,
        previous: null,
        comparison: null,
        national: null,
      },
    ],
    [
      // 1 800 = 1 800.
      "CT3",
      {
        numerator: 18,
        denominator: 40,
        percent: 45,
        target: 45,
        status: "met",
        neededFixed: 0,
        neededAdded: 0,
        low: 45,
        high: 45,
        previous: 40,
        comparison: "up",
        national: 50,
      },
    ],
    [
      // 1 200 < 1 280; 12 000 ≥ 11 520.
      "CT4",
      {
        numerator: 12,
        denominator: 16,
        percent: 75,
        target: 80,
        status: "near",
        neededFixed: 1, // ⌈80/100⌉
        neededAdded: 4, // 80/20
        low: 75,
        high: 75,
        previous: 80,
        comparison: "down",
        national: 90,
      },
    ],
    [
      // 800 < 900; 8 000 < 8 100.
      "CT5",
      {
        numerator: 8,
        denominator: 9,
        percent: 800 / 9,
        target: 100,
        status: "unmet",
        neededFixed: 1,
        neededAdded: null,
        low: 800 / 9,
        high: 800 / 9,
        previous: null,
        comparison: null,
        national: null,
      },
    ],
    [
      // 8/3 (two units, one event) and 28/6; the one of 2025 is left out.
      "CT6",
      {
        numerator: 2,
        denominator: null,
        percent: null,
        target: 2,
        status: "met",
        neededFixed: 0,
        neededAdded: null,
        low: null,
        high: null,
        previous: null,
        comparison: null,
        national: null,
      },
    ],
  ])("gives %s", (code, expected) => {
    expect(rows.get(code)).toEqual({ ...expected, code, name: rows.get(code)?.name, milestone: null });
  });
});
