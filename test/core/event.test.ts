import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Activity, eventFault, gatherEvents } from "../../src/core/event.ts";
import { activity } from "./figures.ts";

const DAY = "2026-03-08";
const YEAR = { year: 2026 };

function count(...rows: readonly Activity[]): number {
  return gatherEvents(rows, YEAR).length;
}

describe("eventFault", () => {
  it.each([
    ["2026-01-01", "Tuyên truyền", undefined],
    ["2026-12-31", "Tuyên truyền", undefined],
    ["2025-12-31", "Tuyên truyền", "before"],
    ["2027-01-01", "Tuyên truyền", "next"],
    [undefined, "Tuyên truyền", "no-day"],
    ["2026-03-08", " \u00a0", "no-theme"],
    ["2026-03-08", "Không", "no-theme"],
    ["2026-03-08", "0.", "no-theme"],
    ["2026-03-08", "n/a", "no-theme"],
    ["2026-03-08", "Không có hoạt động nào khác", "no-theme"],
    ["2026-03-08", "Hoạt động 8/3", undefined],
    ["2026-03-08", "Không hút thuốc", undefined],
    ["2026-03-08", "x", undefined],
  ])("of %s with theme %j is %s", (day, theme, expected) => {
    expect(eventFault(activity("A", day, theme), YEAR)).toBe(expected);
  });

  it.each([
    ["2026-11-29", undefined],
    ["2026-11-30", undefined],
    ["2026-12-01", "planned"],
    ["2027-01-01", "next"],
    ["2025-12-31", "before"],
  ])("of %s, seen on 30/11/2026, is %s", (day, expected) => {
    expect(eventFault(activity("A", day, "Tuyên truyền"), { year: 2026, today: "2026-11-30" })).toBe(expected);
  });
});

describe("gatherEvents", () => {
  it("joins two units' rows where one names the other", () => {
    expect(count(activity("A", DAY, "x", { coOrganisers: ["B"] }), activity("B", DAY, "x"))).toBe(1);
    expect(count(activity("A", DAY, "x"), activity("B", DAY, "x", { coOrganisers: ["A"] }))).toBe(1);
  });

  it("joins rows that name the same third organiser", () => {
    expect(
      count(activity("A", DAY, "x", { coOrganisers: ["C"] }), activity("B", DAY, "x", { coOrganisers: ["C"] })),
    ).toBe(1);
  });

  it("joins one unit's row with its own repetition", () => {
    expect(count(activity("A", DAY, "x"), activity("A", DAY, "x", { slot: 1 }))).toBe(1);
  });

  it("leaves out what is still to come, until its day", () => {
    const rows = [activity("A", DAY, "x"), activity("A", "2026-12-20", "y")];
    expect(gatherEvents(rows, { year: 2026, today: "2026-12-19" })).toHaveLength(1);
    expect(gatherEvents(rows, { year: 2026, today: "2026-12-20" })).toHaveLength(2);
  });

  it("keeps apart what nobody organises in common", () => {
    expect(count(activity("A", DAY, "x"), activity("B", DAY, "x"))).toBe(2);
  });

  it("keeps apart other days and other themes", () => {
    expect(count(activity("A", DAY, "x"), activity("A", "2026-03-09", "x"), activity("A", DAY, "y"))).toBe(3);
  });

  it("folds case, spacing and Unicode form of the theme, and case of the codes", () => {
    expect(
      count(
        activity("A", DAY, "Hội nghị Ế", { coOrganisers: ["b"] }),
        activity("B", DAY, " hội\u00a0 NGHỊ E\u0302\u0301"),
      ),
    ).toBe(1);
  });

  it("joins transitively, in whichever order the links come", () => {
    const left = activity("A", DAY, "x", { coOrganisers: ["B"] });
    const right = activity("D", DAY, "x", { coOrganisers: ["C"] });
    const bridge = activity("B", DAY, "x", { coOrganisers: ["C"] });
    expect(count(left, right)).toBe(2);
    expect(count(left, right, bridge)).toBe(1);
    expect(count(bridge, left, right)).toBe(1);
  });

  it("leaves out rows of other years, without a day or without a theme", () => {
    expect(count(activity("A", "2025-03-08", "x"), activity("A", undefined, "x"), activity("A", DAY, ""))).toBe(0);
  });

  it("does not link two rows of the year through one that does not count", () => {
    const outside = activity("C", "2025-03-08", "x", { coOrganisers: ["A", "B"] });
    expect(count(activity("A", DAY, "x"), activity("B", DAY, "x"), outside)).toBe(2);
  });

  it("keeps an event's rows in the order given", () => {
    const rows = [
      activity("A", DAY, "x"),
      activity("B", DAY, "x"),
      activity("C", DAY, "y"),
      activity("D", DAY, "x", { coOrganisers: ["B", "A"] }),
    ];
    const units = gatherEvents(rows, YEAR).map((event) => event.rows.map((row) => row.unit));
    expect(units).toEqual([["A", "B", "D"], ["C"]]);
  });
});

const rows = fc.array(
  fc
    .record({
      unit: fc.constantFrom("A", "B", "C", "D", "E"),
      day: fc.constantFrom("2026-03-08", "2026-10-20", "2025-03-08", undefined),
      theme: fc.constantFrom("x", "y", ""),
      coOrganisers: fc.array(fc.constantFrom("A", "B", "C", "D", "E", "Z"), { maxLength: 2 }),
    })
    .map(({ unit, day, theme, coOrganisers }) => activity(unit, day, theme, { coOrganisers })),
  { maxLength: 12 },
);

/** Counts connected rows the slow way: from each row not yet seen, spread to all that share an organiser. */
function countSlowly(candidates: readonly Activity[]): number {
  const open = new Set(candidates.filter((row) => row.day?.startsWith("2026") && row.theme !== ""));
  const organisers = (row: Activity) => [row.unit, ...row.coOrganisers];
  let events = 0;
  for (const start of open) {
    events += 1;
    const spread = [start];
    for (let row = spread.pop(); row; row = spread.pop()) {
      open.delete(row);
      for (const other of open) {
        if (other.day !== row.day || other.theme !== row.theme) continue;
        if (organisers(other).some((code) => row !== undefined && organisers(row).includes(code))) spread.push(other);
      }
    }
  }
  return events;
}

describe("gatherEvents, on any rows", () => {
  it("counts what the definition counts", () => {
    fc.assert(
      fc.property(rows, (some) => {
        expect(count(...some)).toBe(countSlowly(some));
      }),
    );
  });

  it("puts every row that counts into exactly one event", () => {
    fc.assert(
      fc.property(rows, (some) => {
        const gathered = gatherEvents(some, YEAR).flatMap((event) => event.rows);
        expect(new Set(gathered).size).toBe(gathered.length);
        expect(gathered.length).toBe(some.filter((row) => eventFault(row, YEAR) === undefined).length);
      }),
    );
  });

  it("counts the same in any order", () => {
    fc.assert(
      fc.property(
        rows.chain((some) =>
          fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length, maxLength: some.length })),
        ),
        ([some, shuffled]) => {
          expect(count(...shuffled)).toBe(count(...some));
        },
      ),
    );
  });

  it("counts the same when a row is reported again", () => {
    fc.assert(
      fc.property(rows, fc.nat(), (some, index) => {
        const again = some[index % Math.max(1, some.length)];
        expect(count(...some, ...(again ? [{ ...again, slot: 9 }] : []))).toBe(count(...some));
      }),
    );
  });
});
