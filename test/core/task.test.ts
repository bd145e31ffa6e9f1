import { describe, expect, it } from "vitest";
import { DEFAULT_TASKS, tasksOf } from "../../src/core/task.ts";
import type { UnitType } from "../../src/core/unit-type.ts";
import { register, registered } from "./figures.ts";

function codesFor(code: string, type: UnitType): readonly string[] {
  return register([registered(code, type)]).flatMap((unit) => tasksOf(unit, DEFAULT_TASKS).map((task) => task.code));
}

describe("tasksOf", () => {
  // KH 131, section V: Phòng VH-XH 4, VP 1, Hội LHPN 3, Công an/Trạm Y tế/schools 3, MTTQ and organisations 3.
  it.each([
    ["VHXH", "co_quan", ["V1.1", "V1.2", "V1.3", "V1.4"]],
    ["VP", "co_quan", ["V2.1"]],
    ["LHPN", "ct_xh", ["V3.1", "V3.2", "V3.3", "V5.1", "V5.2", "V5.3"]], // an organisation as well
    ["TH1", "su_nghiep", ["V4.1", "V4.2", "V4.3"]],
    ["TYT", "su_nghiep", ["V4.1", "V4.2", "V4.3"]],
    ["CAX", "vu_trang", ["V4.1", "V4.2", "V4.3"]],
    ["MTTQ", "ct_xh", ["V5.1", "V5.2", "V5.3"]],
    // Section V names no duty for these.
    ["KT", "co_quan", []],
    ["BCHQS", "vu_trang", []],
    ["VPDU", "dang", []],
    ["AP1", "ap", []],
  ] as const)("gives %s (%s) %j", (code, type, expected) => {
    expect(codesFor(code, type)).toEqual(expected);
  });

  it("follows assignees that the coordinator names, by unit or by type", () => {
    const [unit] = register([registered("KT", "co_quan")]);
    if (!unit) throw new Error("The unit is gone");
    const task = (code: string, assignees: readonly string[]) => ({ code, group: "1" as const, text: "", assignees });
    const tasks = [task("a", ["KT"]), task("b", ["co_quan"]), task("c", ["ap", "VP"]), task("d", [])];
    expect(tasksOf(unit, tasks).map(({ code }) => code)).toEqual(["a", "b"]);
  });
});
