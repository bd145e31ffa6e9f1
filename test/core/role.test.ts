import { describe, expect, it } from "vitest";
import { findHolder, type Role, type RoleSettings, readRole } from "../../src/core/role.ts";
import { DEFAULT_TASKS, tasksOf } from "../../src/core/task.ts";
import { resolveUnits } from "../../src/core/unit.ts";
import type { UnitType } from "../../src/core/unit-type.ts";
import { PLAN } from "../plan.ts";
import { earlier, figures, registered, score, value } from "./figures.ts";

type Row = readonly [code: string, name: string, type?: UnitType];

function holder(role: Role, rows: readonly Row[], settings: RoleSettings = {}): string {
  const units = rows.map(([code, name, type = "ct_xh"]) => registered(code, type, { name }));
  const holding = findHolder(role, units, settings);
  if (holding.kind === "held") return `${holding.unit.code} by ${holding.by}`;
  return holding.kind === "open" ? `open ${holding.candidates.map(({ code }) => code).join(" ")}`.trim() : holding.kind;
}

describe("a role", () => {
  it.each<readonly [Role, string, string]>([
    ["lhpn", "HLX", "Hội Liên hiệp Phụ nữ xã"],
    ["lhpn", "HLX", "Hội LHPN xã Vĩnh Phong"],
    ["lhpn", "P1", "hội  phụ nữ"],
    ["lhpn", "P1", "HLHPN"],
    ["lhpn", "P1", "Hội LH Phụ nữ Việt Nam xã"],
    ["lhpn", "P1", "Ban Thường vụ Hội LHPN"],
    ["lhpn", "P1", "Hội Liên hiệp Phụ nữ xã".normalize("NFD")],
    ["vhxh", "P1", "Phòng Văn hóa - Xã hội"],
    ["vhxh", "P1", "Phòng Văn hoá – Xã hội"],
    ["vhxh", "P1", "PHÒNG VHXH"],
    ["vhxh", "P1", "P. VH-XH xã"],
    ["vhxh", "P1", "Văn hoá và Xã hội"],
    ["ubnd", "P1", "UBND xã Vĩnh Phong"],
    ["ubnd", "P1", "Uỷ ban Nhân dân"],
    ["ubnd", "P1", "Lãnh đạo Ủy ban nhân dân xã"],
    ["hdnd", "P1", "HĐND xã"],
    ["hdnd", "P1", "Thường trực HĐND"],
    ["hdnd", "P1", "Hội đồng nhân dân phường"],
    ["vanphong", "P1", "Văn phòng HĐND và UBND xã"],
    ["vanphong", "P1", "VP HĐND&UBND"],
    ["congan", "P1", "Công an phường"],
  ])("%s is recognised by the name: %s “%s”", (role, code, name) => {
    expect(
      holder(role, [
        ["KT", "Phòng Kinh tế"],
        [code, name],
      ]),
    ).toBe(`${code} by name`);
  });

  it.each<readonly [Role, string, string]>([
    ["lhpn", "CHPN1", "Chi hội Phụ nữ ấp 1"],
    ["lhpn", "P1", "Hội Phụ nữ Công an xã"],
    ["lhpn", "P1", "Hội Phụ nữ ấp Vĩnh Lợi"],
    ["lhpn", "LHPN", "Liên hiệp Phát triển Nông thôn"],
    ["hdnd", "VP", "Văn phòng HĐND và UBND"],
    ["ubnd", "VP", "Văn phòng HĐND và UBND"],
    ["ubnd", "UBND", "Văn phòng UBND xã"],
    ["hdnd", "HDND", "Hội Nông dân xã"],
    ["hdnd", "P1", "Ban Kinh tế - Ngân sách HĐND xã"],
    ["hdnd", "P1", "HĐND và UBND xã"],
    ["ubnd", "P1", "Ủy ban MTTQ Việt Nam xã"],
    ["ubnd", "P1", "Ủy ban Kiểm tra Đảng ủy"],
    ["vhxh", "P1", "Ban Văn hóa - Xã hội HĐND"],
    ["vanphong", "VP", "Văn phòng Đảng ủy"],
    ["custodian", "BXDD", "Ban Xây dựng Đảng"],
  ])("%s is not %s “%s”", (role, code, name) => {
    expect(holder(role, [[code, name]])).toBe("open");
  });

  it("is none of a hamlet's", () => {
    expect(holder("lhpn", [["LHPN", "Hội Phụ nữ", "ap"]])).toBe("open");
  });

  it("is recognised by a common code first, where the name speaks of the same", () => {
    const other: Row = ["X", "Hội Phụ nữ"];
    expect(holder("lhpn", [other, ["LHPN", "Hội Liên hiệp Phụ nữ"]])).toBe("LHPN by code");
    expect(holder("lhpn", [other, ["LHPN", "LHPN"]])).toBe("LHPN by code");
    expect(holder("lhpn", [other, ["LHPN", "Liên hiệp Phát triển Nông thôn"]])).toBe("X by name");
  });

  it("is open where two names say it, and held by the one that the settings name", () => {
    const two: readonly Row[] = [
      ["A", "Hội LHPN xã"],
      ["B", "Hội Phụ nữ xã"],
    ];
    expect(holder("lhpn", two)).toBe("open A B");
    expect(holder("lhpn", two, { lhpn: "B" })).toBe("B by setting");
    expect(holder("lhpn", two, { lhpn: "C" })).toBe("unknown");
    expect(holder("lhpn", two, { lhpn: "không" })).toBe("nobody");
  });

  it.each<readonly [string, Role | undefined]>([
    ["Hội LHPN", "lhpn"],
    ["LHPN", "lhpn"],
    ["hội liên hiệp phụ nữ xã", "lhpn"],
    ["Phòng VH-XH", "vhxh"],
    ["VP", "vanphong"],
    ["Công an", "congan"],
    ["su_nghiep", undefined],
    ["TYT", undefined],
  ])("is named by the word %s: %s", (word, role) => {
    expect(readRole(word)).toBe(role);
  });
});

describe("a commune whose Hội LHPN has another code", () => {
  const register = [
    registered("P1", "co_quan", { name: "Phòng Văn hóa – Xã hội" }),
    registered("VPHU", "co_quan", { name: "Văn phòng HĐND và UBND xã" }),
    registered("MTTQ", "ct_xh", { name: "Ủy ban MTTQ" }),
    registered("HLX", "ct_xh", { name: "Hội Liên hiệp Phụ nữ xã" }),
  ];
  const values = [value("MTTQ", "BCHX", 20, 5), value("HLX", "BCHX", 10, 10)];

  it("leaves it out of the share without Hội LHPN, and gives it its tasks", () => {
    const units = resolveUnits(register, {}, PLAN);
    expect(score({ units, values }, "CT2.NOLHPN")).toMatchObject({ numerator: 5, denominator: 20 });
    const tasks = units.map((unit) =>
      tasksOf(unit, DEFAULT_TASKS)
        .map(({ code }) => code)
        .join(" "),
    );
    expect(tasks).toEqual(["V1.1 V1.2 V1.3 V1.4", "V2.1", "V5.1 V5.2 V5.3", "V3.1 V3.2 V3.3 V5.1 V5.2 V5.3"]);
  });

  it("has no such share where nobody is Hội LHPN: it would be CT2 under another name", () => {
    const units = resolveUnits(register, { lhpn: "không" }, PLAN);
    expect(score({ units, values }, "CT2.NOLHPN")).toMatchObject({
      percent: null,
      status: "no-data",
      low: null,
      high: null,
      previous: null,
    });
  });

  it("leaves last year's Hội LHPN out by its old code, once the register has it no more", () => {
    const history = [earlier(2025, "LHPN", "BCHX", 10, 10), earlier(2025, "MTTQ", "BCHX", 20, 8)];
    expect(score({ units: resolveUnits(register, {}, PLAN), values, history }, "CT2.NOLHPN").previous).toBe(40);
  });
});

describe("QG1", () => {
  const council = registered("A", "co_quan", { name: "Thường trực HĐND xã", inCt1: false, listed: ["LD"] });
  const committee = registered("B", "co_quan", { name: "UBND xã" });
  const office = registered("C", "co_quan", { name: "Văn phòng HĐND và UBND xã" });
  const values = [value("A", "LD", 3, 1), value("B", "LD", 4, 0), value("C", "LD", 3, 3)];
  const history = [earlier(2025, "A", "LD", 3, 0), earlier(2025, "B", "LD", 4, 0), earlier(2025, "C", "LD", 3, 3)];

  it("counts HĐND and UBND that a woman helps to lead, CT1 or not, and has the national figure to itself", () => {
    const units = resolveUnits([council, committee, office], {}, PLAN);
    expect(score({ units, values, history }, "QG1")).toMatchObject({
      numerator: 1,
      denominator: 2,
      percent: 50,
      target: null,
      status: "up",
      neededFixed: null,
      low: 50,
      high: 50,
      previous: 0,
      national: 75,
    });
    expect(score({ units, values }, "CT1").national).toBeNull();
  });

  it("is over those roles that are held", () => {
    expect(score({ units: resolveUnits([council, office], {}, PLAN), values }, "QG1")).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
    expect(score({ units: resolveUnits([office], {}, PLAN), values }, "QG1")).toMatchObject({
      denominator: 0,
      percent: null,
      status: "no-data",
      low: null,
      high: null,
    });
  });

  it("is bounded while one of them has not reported", () => {
    const units = resolveUnits([council, committee, office], {}, PLAN);
    expect(score({ units, values: [value("A", "LD", 3, 1)] }, "QG1")).toMatchObject({
      percent: 50,
      low: 50,
      high: 100,
    });
  });

  it("is the last indicator", () => {
    expect(figures({}).plan.targets.at(-1)?.code).toBe("QG1");
  });
});
