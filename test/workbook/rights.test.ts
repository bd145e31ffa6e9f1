import { describe, expect, it } from "vitest";
import { type ActualRight, compareRights, type RightStep, rightRows } from "../../src/workbook/rights.ts";

const COORDINATORS = ["xa@mau.example"];
const TABS = new Set(["TYT", "Đơn vị"]);

const FORM: RightStep = { do: "protect", tab: "TYT", label: "Biểu của Trạm Y tế", open: ["D6:I14", "C36:I40"] };
const CELLS: RightStep = {
  do: "guard",
  tab: "TYT",
  label: "Trạm Y tế",
  range: "C5:I56",
  mailboxes: ["tram-yte@mau.example"],
};

function actual(change: Partial<ActualRight>): ActualRight {
  return { tab: "TYT", range: "", editors: COORDINATORS, domainEdit: false, warningOnly: false, open: [], ...change };
}

const GOOD = [
  actual({ open: ["C36:I40", "D6:I14"] }),
  actual({ range: "C5:I56", editors: ["XA@mau.example", "tram-yte@mau.example"] }),
];

const problemsOf = (rights: readonly ActualRight[], steps: readonly RightStep[] = [FORM, CELLS]) =>
  compareRights(steps, rights, COORDINATORS, TABS).map(({ problems }) => problems);

describe("compareRights", () => {
  it("finds nothing where rights are as planned, whatever the order and the case", () => {
    expect(problemsOf(GOOD)).toEqual([[], []]);
  });

  it.each<[string, Partial<ActualRight>, string]>([
    ["an editor too many", { editors: [...COORDINATORS, "la@mau.example"] }, "thừa quyền: la@mau.example"],
    [
      "a unit that is let into labels",
      { editors: [...COORDINATORS, "tram-yte@mau.example"] },
      "thừa quyền: tram-yte@mau.example",
    ],
    ["the whole domain", { domainEdit: true }, "mọi người trong tên miền sửa được"],
    ["a warning instead of a lock", { warningOnly: true }, "chỉ cảnh báo, không chặn"],
    ["holes in the wrong place", { open: ["D6:I14"] }, "ô mở và ô khóa không đúng chỗ"],
  ])("names %s", (_, change, problem) => {
    expect(problemsOf([actual({ open: ["D6:I14", "C36:I40"], ...change }), ...GOOD.slice(1)])[0]).toEqual([problem]);
  });

  it("names a mailbox that was not let in, and cells that nobody guards", () => {
    const without = actual({ range: "C5:I56" });
    expect(problemsOf([...GOOD.slice(0, 1), without])[1]).toEqual(["thiếu quyền: tram-yte@mau.example"]);
    expect(problemsOf(GOOD.slice(0, 1))[1]).toEqual(["chưa khóa"]);
  });

  it("names cells that are guarded twice: the stricter of two would decide", () => {
    expect(problemsOf([...GOOD, ...GOOD.slice(1)])[1]).toEqual(["khóa hai lần"]);
  });

  it("tells of a lock that no plan asks for, and has no step that would take it away", () => {
    const stray = actual({ range: "D6", editors: ["la@mau.example"] });
    const [, , state] = compareRights([FORM, CELLS], [...GOOD, stray], COORDINATORS, TABS);
    expect(state).toMatchObject({ tab: "TYT", range: "D6", mend: undefined });
    expect(state?.problems).toHaveLength(1);
  });

  it("leaves tabs out that are not there: set-up makes those", () => {
    expect(compareRights([{ ...FORM, tab: "KT" }], [], COORDINATORS, TABS)).toEqual([]);
  });
});

describe("rightRows", () => {
  it("says who may edit, and what deviates", () => {
    expect(rightRows(compareRights([FORM, CELLS], GOOD.slice(0, 1), COORDINATORS, TABS))).toEqual([
      ["TYT", "cả tab", "Biểu của Trạm Y tế", "người tổng hợp", "Đúng"],
      ["TYT", "C5:I56", "Trạm Y tế", "người tổng hợp, tram-yte@mau.example", "Lệch: chưa khóa"],
    ]);
  });
});
