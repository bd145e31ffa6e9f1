import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayBefore, makeDay, periodOf, placeDay, readDay, showDay, toDate, yearOf } from "../../src/core/period.ts";

describe("makeDay", () => {
  it.each([
    [2026, 2, 28, "2026-02-28"],
    [2026, 2, 29, undefined],
    [2028, 2, 29, "2028-02-29"],
    [2026, 13, 1, undefined],
    [2026, 4, 31, undefined],
    [2026, 1, 0, undefined],
    [26, 3, 8, undefined], // not 1926, not 2026: a year has four digits
  ])("makes %i/%i/%i %s", (year, month, day, expected) => {
    expect(makeDay(year, month, day)).toBe(expected);
  });
});

describe("readDay", () => {
  it.each([
    ["2026-03-08", "2026-03-08"],
    ["2026-3-8", "2026-03-08"],
    ["08/03/2026", "2026-03-08"], // day first
    [" 8-3-2026 ", "2026-03-08"],
    ["'08/03/2026", "2026-03-08"],
    ["8.3.2026", "2026-03-08"],
    ["13/12/2026", "2026-12-13"],
    ["12/13/2026", undefined],
    ["30/02/2026", undefined],
    ["8/3/26", undefined],
    ["tháng 3", undefined],
    ["", undefined],
    // 45 658 is 1/1/2025; 365 days later 46 023 is 1/1/2026; 31 + 28 + 7 = 66 days later is 8/3
    [46089, "2026-03-08"],
    [46089.99, "2026-03-08"],
    [0, undefined],
    [0.5, undefined],
    [-0.5, undefined],
    [-5, undefined],
    ["2026-03-07T17:00:00Z", "2026-03-08"],
    ["2026-03-07T16:59:59Z", "2026-03-07"],
    ["2026-03-08 23:30:00+07:00", "2026-03-08"],
    ["2026-03-08T23:30", "2026-03-08"],
    ["8/3/2026 7:05", "2026-03-08"],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    [undefined, undefined],
    [true, undefined],
  ])("reads %j as %s", (typed, expected) => {
    expect(readDay(typed)).toBe(expected);
  });

  it("takes a Date for the day that it is in Vietnam", () => {
    expect(readDay(new Date("2025-12-31T17:00:00Z"))).toBe("2026-01-01");
    expect(readDay(new Date("2025-12-31T16:59:59Z"))).toBe("2025-12-31");
    expect(readDay(new Date(Number.NaN))).toBeUndefined();
  });

  it("reads back every day from every form that is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 60_000 }), (serial) => {
        const day = readDay(serial);
        if (day === undefined) throw new Error(`No day ${serial}`);
        expect((Date.parse(day) - Date.parse("1899-12-30")) / 86_400_000).toBe(serial);
        expect(readDay(toDate(day))).toBe(day);
        expect(readDay(showDay(day))).toBe(day);
        expect(readDay(day)).toBe(day);
      }),
    );
  });
});

describe("a day", () => {
  it("has a year, a Vietnamese form, a serial number and a day before", () => {
    expect(yearOf("2026-11-05")).toBe(2026);
    expect(showDay("2026-11-05")).toBe("05/11/2026");
    expect(readDay(45658)).toBe("2025-01-01");
    expect(toDate("2026-01-01").toISOString()).toBe("2025-12-31T17:00:00.000Z");
    expect(dayBefore("2026-11-15")).toBe("2026-11-14");
    expect(dayBefore("2026-03-01")).toBe("2026-02-28");
    expect(dayBefore("2026-01-01")).toBe("2025-12-31");
  });
});

describe("a period", () => {
  const year = periodOf(2026);

  it("is the calendar year, both ends included", () => {
    expect(year).toEqual({ from: "2026-01-01", to: "2026-12-31" });
  });

  it.each([
    ["2025-12-31", "before"],
    ["2026-01-01", "counts"],
    ["2026-06-30", "counts"],
    ["2026-07-01", "planned"],
    ["2026-12-31", "planned"],
    ["2027-01-01", "next"],
  ])("has %s as a day that is “%s”, on 30/06/2026", (day, place) => {
    expect(placeDay(day, year, "2026-06-30")).toBe(place);
  });

  it("has nothing still to come where nobody says which day it is", () => {
    expect(placeDay("2026-12-31", year, undefined)).toBe("counts");
  });
});

describe("the calendar", () => {
  it("goes from 1900 to 9999", () => {
    expect([makeDay(1899, 12, 31), makeDay(1900, 1, 1)]).toEqual([undefined, "1900-01-01"]);
    expect([makeDay(9999, 12, 31), makeDay(10_000, 1, 1)]).toEqual(["9999-12-31", undefined]);
    expect([readDay(1), readDay(2), readDay(0), readDay(-5)]).toEqual([undefined, "1900-01-01", undefined, undefined]);
  });
});
