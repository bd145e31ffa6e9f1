import { describe, expect, it } from "vitest";
import { checkFigures } from "../../../src/core/check.ts";
import type { RoleSettings } from "../../../src/core/role.ts";
import { DEFAULT_TASKS } from "../../../src/core/task.ts";
import { type RegisteredUnit, resolveUnits } from "../../../src/core/unit.ts";
import type { HistoryValue } from "../../../src/core/value.ts";
import { PLAN } from "../../plan.ts";
import { earlier, figures, register, registered } from "../figures.ts";

function check(history: readonly HistoryValue[]) {
  return checkFigures(figures({ history })).map(({ severity, code, subject }) => ({
    said: `${severity} ${code}`,
    row: subject.kind === "history" ? subject.row : undefined,
  }));
}

describe("an earlier year's row", () => {
  it("that is valid is fine, in whichever year", () => {
    expect(check([earlier(2025, "A", "LD", 3, 1), earlier(2024, "A", "LD", 3, 1)])).toEqual([]);
  });

  it.each([
    [3, 4],
    [3, undefined],
    [undefined, 1],
    [3.5, 1],
    ["ba", 1],
  ])("of %j, women %j is listed by its place", (total, women) => {
    expect(check([earlier(2025, "B", "LD", 3, 1), earlier(2025, "A", "LD", total, women)])).toEqual([
      { said: "warning history-invalid", row: 1 },
    ]);
  });

  it("with more trained women than women is listed, as it is left out of that year's rate", () => {
    const whole = earlier(2025, "A", "QHC", undefined, 5);
    expect(check([earlier(2025, "A", "DTN", undefined, 6), whole])).toEqual([
      { said: "warning history-invalid", row: 0 },
    ]);
    expect(check([earlier(2025, "A", "DTN", undefined, 5), whole])).toEqual([]);
    expect(check([earlier(2024, "A", "DTN", undefined, 6), whole])).toEqual([]);
    expect(check([earlier(2025, "B", "DTN", undefined, 6), whole])).toEqual([]);
  });

  it("that repeats another is listed", () => {
    const row = earlier(2025, "A", "LD", 3, 1);
    expect(check([row, earlier(2025, "A", "LD", 5, 1), earlier(2025, "A", "CNS", 5, 1)])).toEqual([
      { said: "warning history-duplicate", row: 1 },
    ]);
  });
});

describe("the custodian", () => {
  it.each([
    ["A", []],
    ["", ["ô trống, và không đơn vị nào có mã hay tên như vậy"]],
    ["Z", ["“Z”, không phải mã một đơn vị đang hoạt động"]],
  ])("%j: %j", (custodian, expected) => {
    const units = register([registered("A", "co_quan")]);
    const found = checkFigures(figures({ units, roles: { custodian } }))
      .filter(({ code }) => code === "no-custodian")
      .map((issue) => issue.found);
    expect(found).toEqual(expected);
  });
});

describe("a role", () => {
  const named = (code: string, name: string) => registered(code, "ct_xh", { name });
  const check = (units: readonly RegisteredUnit[], roles: RoleSettings = {}) =>
    checkFigures(figures({ units: resolveUnits(units, roles, PLAN), taskList: DEFAULT_TASKS, roles }))
      .filter(({ subject }) => subject.kind === "role")
      .map(({ severity, code, subject, found, action }) => ({
        severity,
        code,
        role: subject.kind === "role" ? subject.role : "",
        found,
        action,
      }));
  const office = named("VP", "Văn phòng HĐND và UBND xã");

  it("that nobody holds is an error that names what depends on it", () => {
    expect(check([office]).filter(({ role }) => role === "lhpn")).toEqual([
      {
        severity: "error",
        code: "no-role",
        role: "lhpn",
        found: "ô trống, và không đơn vị nào có mã hay tên như vậy",
        action:
          "Ghi mã đơn vị đó ở tab Cấu hình; hiện phần tính riêng của chỉ tiêu CT2 và nhiệm vụ V3.1, V3.2, V3.3 chưa có đơn vị nào",
      },
    ]);
  });

  it("of HĐND or UBND is a notice, and nothing once the settings say that there is none", () => {
    const short = (roles: RoleSettings) =>
      check([office], roles)
        .filter(({ role }) => role === "hdnd" || role === "ubnd")
        .map(({ severity, role }) => `${severity} ${role}`);
    expect(short({})).toEqual(["warning hdnd", "warning ubnd"]);
    expect(short({ hdnd: "Không" })).toEqual(["warning ubnd"]);
  });

  it("that only a name tells is asked about until the settings have it", () => {
    const units = [named("HLX", "Hội Liên hiệp Phụ nữ xã")];
    const asked = (roles: RoleSettings) => check(units, roles).filter(({ role }) => role === "lhpn");
    expect(asked({})).toMatchObject([{ severity: "warning", code: "role-by-name" }]);
    expect(asked({ lhpn: "HLX" })).toEqual([]);
    expect(check([named("LHPN", "Hội LHPN xã")]).filter(({ role }) => role === "lhpn")).toEqual([]);
  });

  it("that two units may hold names both", () => {
    const units = [named("A", "Hội LHPN xã"), named("B", "Hội Phụ nữ xã")];
    expect(check(units).find(({ role }) => role === "lhpn")?.found).toContain("2 đơn vị có mã hay tên như vậy: A, B");
  });
});
