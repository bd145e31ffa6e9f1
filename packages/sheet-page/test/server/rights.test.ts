import { describe, expect, it } from "vitest";
import { rightsOf, shareWithNamed, usersOf } from "../../src/server/rights.ts";
import { OWNER, STATION, smallBook } from "./files.ts";

const book = smallBook();
const [form, totals] = book.sheets;
const cell = { row: 1, column: 1, rows: 1, columns: 1 };

describe("what a user may edit", () => {
  it.each([
    ["the owner: everything", OWNER, { all: true, open: [], closed: [] }],
    ["a unit: the holes of a protected tab", STATION, { all: false, open: [cell], closed: [] }],
    ["someone whom the workbook does not know: nothing", "la@xa.example", { all: false, open: [], closed: [] }],
  ])("%s", (_, user, rights) => {
    expect(form && rightsOf(book, form, user)).toEqual(rights);
  });

  it("is not a hole that belongs to another unit", () => {
    const other = "khac@xa.example";
    const shared = { ...book, editors: [STATION, other] };
    expect(form && rightsOf(shared, form, other)).toEqual({ all: false, open: [], closed: [cell] });
  });

  it("is what another unit's lock leaves of a hole", () => {
    const wide = smallBook();
    const [tab] = wide.sheets;
    const whole = tab?.protections.find(({ kind }) => kind === "sheet");
    whole?.unprotected.splice(0, 1, { ...cell, columns: 3 });
    wide.editors.push("khac@xa.example");
    const rest = { ...cell, column: 2, columns: 2 };
    expect(tab && rightsOf(wide, tab, "khac@xa.example").open).toEqual([rest]);
  });

  it("is all of a tab without protection", () => {
    expect(totals && rightsOf(book, totals, STATION)).toEqual({ all: true, open: [], closed: [] });
  });
});

describe("sharing", () => {
  it("lets in everyone whom a protection names, once", () => {
    const fresh = { ...smallBook(), editors: [] };
    shareWithNamed(fresh);
    shareWithNamed(fresh);
    expect(fresh.editors).toEqual([STATION]);
  });
});

describe("the users of a workbook", () => {
  it("are the owner and the editors, each called by what is theirs", () => {
    expect(usersOf(book)).toEqual([
      { mailbox: OWNER, label: "Người tổng hợp" },
      { mailbox: STATION, label: "Trạm Y tế" },
    ]);
  });
});
