import { describe, expect, it } from "vitest";
import type { Activity } from "../../../src/core/event.ts";
import { activity, checkWithoutRoles, register, registered, value } from "../figures.ts";

const UNITS = register([registered("A", "co_quan"), registered("B", "co_quan")]);
const VALUES = [value("A", "LD", 3, 1), value("B", "LD", 3, 1)];
const DAY = "2026-03-08";

function check(...activities: readonly Activity[]) {
  return checkWithoutRoles({ units: UNITS, values: VALUES, activities });
}

function inShort(...activities: readonly Activity[]) {
  return check(...activities).map(({ severity, code, unit, subject }) => {
    const place = subject.kind === "activity" ? `${unit}/${subject.slot} ${subject.field}` : unit;
    return `${severity} ${code} ${place}`;
  });
}

describe("an activity", () => {
  it.each([
    ["2026-12-31", "x", {}, []],
    ["2025-12-31", "x", {}, ["warning event-outside-year A/2 day"]],
    ["2027-01-01", "x", {}, ["warning event-outside-year A/2 day"]],
    [undefined, "x", {}, ["error event-no-day A/2 day"]],
    [DAY, " ", {}, ["error event-no-theme A/2 theme"]],
    [DAY, "Không", {}, ["error event-no-theme A/2 theme"]],
    [undefined, "Không", { kind: "Không", participants: 0, women: 0 }, []], // an answer, no activity
    [undefined, "Không", { participants: 9 }, ["error event-no-day A/2 day"]],
    [DAY, "x", { participants: 9, women: 9 }, []],
    [DAY, "x", { participants: 9, women: 10 }, ["error women-over-total A/2 women"]],
    [DAY, "x", { women: 10 }, []],
    [DAY, "x", { participants: "đông" }, ["error not-a-number A/2 participants"]],
    [DAY, "x", { participants: 1.5, women: -1 }, ["error not-whole A/2 participants", "error negative A/2 women"]],
    [DAY, "x", { kind: "Hội nghị" }, []],
    [DAY, "x", { kind: "Tập huấn kỹ năng" }, []], // a course, and known to be one
    [DAY, "x", { kind: "Thi đấu" }, ["warning event-form A/2 kind"]],
    [DAY, "x", { coOrganisers: ["B"] }, []],
    [DAY, "x", { coOrganisers: ["b "] }, []], // events are joined without regard to case
    [DAY, "x", { coOrganisers: ["B", "Hội"] }, ["warning unknown-co-organiser A/2 coOrganisers"]],
  ])("on %s, theme %j, %j: %j", (day, theme, more, expected) => {
    expect(inShort(activity("A", day, theme, { ...more, slot: 2 }))).toEqual(expected);
  });

  it("that is still to come is planned, and one of another year says in which year it counts: notices, no errors", () => {
    const said = (day: string, today: string) =>
      checkWithoutRoles({ units: UNITS, values: VALUES, activities: [activity("A", day, "x")], today }).map(
        ({ severity, code, found, action }) => [severity, code, found, action],
      );
    expect(said("2026-12-20", "2026-12-20")).toEqual([]);
    expect(said("2026-12-20", "2026-12-19")).toEqual([
      [
        "warning",
        "event-planned",
        "2026-12-20 (dự kiến)",
        "Hoạt động dự kiến chưa được tính; đến ngày đó sổ tự tính, đổi lịch thì sửa ngày",
      ],
    ]);
    const next = "Hoạt động này tính vào năm 2027, không tính vào năm 2026; gõ nhầm thì sửa ngày";
    expect(said("2027-01-05", "2026-12-19")).toEqual([["warning", "event-outside-year", "2027-01-05 (dự kiến)", next]]);
    expect(said("2027-01-05", "2027-01-06")).toEqual([["warning", "event-outside-year", "2027-01-05", next]]);
    expect(said("2025-12-31", "2026-12-19")).toEqual([
      [
        "warning",
        "event-outside-year",
        "2025-12-31",
        "Hoạt động này thuộc báo cáo năm 2025, không tính vào năm 2026; gõ nhầm thì sửa ngày",
      ],
    ]);
  });

  it("shows the date that could not be read, and the codes that are not known", () => {
    expect(check(activity("A", undefined, "x", { dateTyped: "tháng 3" }))[0]?.found).toBe("“tháng 3”");
    expect(check(activity("A", undefined, "x"))[0]?.found).toBe("ô trống");
    expect(check(activity("A", DAY, "x", { coOrganisers: ["C", "B", "D"] }))[0]?.found).toBe("“C|D”");
  });
});

describe("a joint event", () => {
  const told = (unit: string, more: Partial<Activity>) =>
    activity(unit, DAY, "x", { coOrganisers: ["A", "B"], ...more });

  it("told in the same numbers is fine, and a blank contradicts nothing", () => {
    const first = told("A", { participants: 50, women: 30 });
    expect(inShort(first, told("B", { participants: 50, women: 30 }))).toEqual([]);
    expect(inShort(first, told("B", {}))).toEqual([]);
    expect(inShort(told("A", {}), told("B", { participants: 50 }))).toEqual([]);
    expect(inShort(first, told("B", { participants: 50 }))).toEqual([]);
  });

  it.each([
    [{ participants: 40, women: 30 }],
    [{ participants: 50, women: 20 }],
    [{ women: 0 }], // 0 is no blank
  ])("told as 50, women 30, and as %j is doubtful", (other) => {
    const first = told("A", { participants: 50, women: 30 });
    expect(inShort(first, told("B", other))).toEqual(["warning joint-event-differs B/0 participants"]);
  });

  it("says who told it first", () => {
    const [issue] = check(told("A", { participants: 50, women: 30 }), told("B", { participants: 40, women: 30 }));
    expect(issue?.expected).toBe("như đơn vị A đã ghi: 50 người, nữ 30");
    expect(issue?.found).toBe("40 người, nữ 30");
  });

  it("is not seen in two events on one day", () => {
    expect(
      inShort(activity("A", DAY, "x", { participants: 50 }), activity("B", DAY, "x", { participants: 40 })),
    ).toEqual([]);
  });
});
