import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFigures } from "../../src/core/check.ts";
import { computeScorecard } from "../../src/core/scorecard.ts";
import { FUND_SOURCES } from "../../src/core/task.ts";
import { ELEMENT_CODES } from "../plan.ts";
import { activity, checkWithoutRoles, earlier, figures, register, registered, value } from "./figures.ts";
import { VINH_MAU } from "./vinh-mau.ts";

describe("checkFigures", () => {
  it("lists a commune's issues in the order of its register, each where it stands", () => {
    const listed = checkFigures(VINH_MAU).map(({ severity, code, unit, subject }) => ({
      severity,
      code,
      unit,
      subject,
    }));
    expect(listed).toEqual([
      // 16 against 10 last year: more than half as many again.
      { severity: "warning", code: "jump", unit: "VHXH", subject: { kind: "value", element: "QHC", field: "women" } },
      // 16 CBCCVC of 18 women in quy hoạch.
      {
        severity: "warning",
        code: "qhc-differs",
        unit: "VHXH",
        subject: { kind: "value", element: "QHC", field: "women" },
      },
      {
        severity: "warning",
        code: "event-outside-year",
        unit: "VHXH",
        subject: { kind: "activity", slot: 1, field: "day" },
      },
      { severity: "error", code: "missing", unit: "TH1", subject: { kind: "value", element: "LD", field: "total" } },
      {
        severity: "error",
        code: "women-over-total",
        unit: "APB",
        subject: { kind: "value", element: "CUA", field: "women" },
      },
      { severity: "error", code: "missing", unit: "APB", subject: { kind: "value", element: "MTQ", field: "total" } },
      { severity: "warning", code: "no-role", unit: "", subject: { kind: "role", role: "hdnd" } },
      { severity: "warning", code: "no-role", unit: "", subject: { kind: "role", role: "ubnd" } },
    ]);
  });

  it("puts what belongs to no unit of the register last", () => {
    const units = register([registered("B", "co_quan"), registered("A", "co_quan")]);
    const history = [earlier(2024, "GONE", "LD", 1, 2), earlier(2024, "A", "LD", 1, 2)];
    const listed = checkFigures(figures({ units, history, roles: { custodian: "" } })).map(
      ({ unit, code }) => `${unit} ${code}`,
    );
    expect(listed).toEqual([
      "B missing",
      "A missing",
      "A history-invalid",
      "GONE history-invalid",
      " no-role",
      " no-custodian",
      " no-role",
      " no-role",
    ]);
  });

  it("says in full what was expected, what was found and what to do", () => {
    const issue = checkFigures(VINH_MAU).find(({ code }) => code === "women-over-total");
    expect(issue).toMatchObject({
      expected: "số nữ không quá tổng số (5)",
      found: "6",
      action: "Sửa số nữ hoặc tổng số",
    });
  });

  it("finds nothing in an empty commune", () => {
    expect(checkFigures(figures({}))).toEqual([]);
  });
});

const UNITS = register(
  [registered("VHXH", "co_quan"), registered("LHPN", "ct_xh"), registered("A1", "ap", { inCt1: true })],
  "VHXH",
);

const typed = fc.oneof(
  { weight: 3, arbitrary: fc.nat(9) },
  { weight: 1, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: fc.double() }, // NaN, infinities, fractions, negatives, huge
  { weight: 1, arbitrary: fc.oneof(fc.string(), fc.constantFrom("NaN", "-1", "1.000", "=A1")) },
);

const unit = fc.constantFrom("VHXH", "LHPN", "A1", "NOBODY");
const element = fc.constantFrom(...ELEMENT_CODES);

const anything = fc
  .record({
    values: fc.array(fc.tuple(unit, element, typed, typed), { maxLength: 40 }),
    history: fc.array(fc.tuple(fc.constantFrom(2024, 2025), unit, element, typed, typed), { maxLength: 40 }),
    activities: fc.array(
      fc.tuple(unit, fc.constantFrom("2026-03-08", "2025-03-08", undefined), fc.string(), typed, typed),
      { maxLength: 5 },
    ),
    funds: fc.array(fc.tuple(unit, fc.constantFrom(...FUND_SOURCES), typed, typed), { maxLength: 5 }),
    statuses: fc.array(fc.tuple(unit, fc.string()), { maxLength: 3 }),
    custodian: fc.constantFrom("VHXH", "", "NOBODY"),
  })
  .map(({ values, history, activities, funds, statuses, custodian }) =>
    figures({
      units: UNITS,
      values: values.map((row) => value(...row)),
      history: history.map((row) => earlier(...row)),
      activities: activities.map(([who, day, theme, participants, women]) =>
        activity(who, day, theme, { participants, women, coOrganisers: [theme] }),
      ),
      funds: funds.map(([who, source, planned, spent]) => ({ unit: who, source, planned, spent })),
      tasks: statuses.map(([who, statusTyped]) => ({
        unit: who,
        task: "V1.1",
        status: undefined,
        statusTyped,
        result: "",
        link: "",
      })),
      roles: { custodian },
    }),
  );

describe("checkFigures, on anything that can be typed", () => {
  it("never throws, and neither does the scorecard", () => {
    fc.assert(
      fc.property(anything, (some) => {
        for (const issue of checkFigures(some)) {
          expect(issue.expected).not.toBe("");
          expect(issue.found).not.toBe("");
          expect(issue.action).not.toBe("");
        }
        for (const { percent } of computeScorecard(some).indicators) expect(percent).not.toBeNaN();
      }),
    );
  });

  it("finds an error in a unit's values exactly where the scorecard does not call the unit complete", () => {
    fc.assert(
      fc.property(anything, (some) => {
        const wrong = new Set(
          checkFigures(some)
            .filter(({ severity, subject }) => severity === "error" && subject.kind === "value")
            .map((issue) => issue.unit),
        );
        expect(computeScorecard(some).units.complete).toBe(UNITS.length - wrong.size);
      }),
    );
  });

  it("finds nothing wrong in one valid value, and an error in each invalid one", () => {
    fc.assert(
      fc.property(typed, typed, (total, women) => {
        const units = register([registered("A", "co_quan")]);
        const errors = checkWithoutRoles({ units, values: [value("A", "LD", total, women)] }).filter(
          ({ severity }) => severity === "error",
        );
        const whole = (cell: unknown) => typeof cell === "number" && Number.isSafeInteger(cell) && cell >= 0;
        const valid = whole(total) && whole(women) && Number(women) <= Number(total);
        expect(errors.length === 0).toBe(valid);
      }),
    );
  });
});
