/** A tab of a tab's title that a unit made is not that tab: what it says is neither counted, shown, approved nor reported. */

import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { chooseAll, sheetOf, titles } from "./desk.ts";
import { callAs, deskOf, makeOffice, STATION, submitAs } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

const BASE = makeOffice();

function rename(open: OpenWorkbook, tab: string, name: string): void {
  open.act({ kind: "renameSheet", sheet: sheetOf(open, tab).id, name });
}

/**
 * Lets a unit make its own tab in a tab's place: a copy of what the tab shows, as values, with its words changed. The
 * coordinator has given the true tab another title before.
 */
function forge(owner: OpenWorkbook, tab: string, change: (value: unknown) => unknown = (value) => value): void {
  rename(owner, tab, `${tab} 2026`);
  const unit = openWorkbook(owner.workbook, bundle, STATION);
  unit.act({ kind: "addSheet", sheet: sheetOf(owner, `${tab} 2026`).id, name: tab });
  const [truth, copy] = [sheetOf(owner, `${tab} 2026`), sheetOf(owner, tab)];
  Object.assign(copy, { rows: truth.rows, columns: truth.columns });
  for (const [row, line] of truth.cells.entries()) {
    if (!line) continue;
    const cells = line.map((cell) => (cell?.value === undefined ? undefined : { value: change(cell.value) }));
    Object.assign(copy.cells, { [row]: cells });
  }
  owner.context.restructured = true;
}

/** The unit protects its own tab, so that it looks like one of the workbook's: itself and the owner may edit it. */
function guard(owner: OpenWorkbook, tab: string): void {
  const sheet = sheetOf(owner, tab);
  const truth = sheetOf(owner, `${tab} 2026`).protections.find(({ kind }) => kind === "sheet");
  if (!truth) throw new Error(`a tab ${tab} without a protection`);
  sheet.protections.push({ ...structuredClone(truth), editors: [owner.workbook.owner, STATION], unprotected: [] });
}

const said = (open: OpenWorkbook) => [open.run("getScorecard"), open.run("getIssues"), deskOf(open).units];

describe("a tab that a unit forged", () => {
  it.each(["Dữ liệu", "Cấu hình", "Đơn vị", "Nhật ký", "Các ấp", "Chỉ tiêu"])(
    "of the title %s changes neither score nor desk",
    (tab) => {
      const owner = openWorkbook(structuredClone(BASE), bundle);
      const before = said(owner);
      forge(owner, tab, (value) => (value === 3 || value === 5 ? 99 : value === "Trạm Y tế" ? "Trạm giả" : value));
      expect(said(owner)).toEqual(before);
    },
  );

  it.each(["Dữ liệu", "Cấu hình", "Đơn vị", "Nhật ký", "Các ấp", "Chỉ tiêu"])(
    "of the title %s changes nothing either where the unit protected it",
    (tab) => {
      const owner = openWorkbook(structuredClone(BASE), bundle);
      const before = said(owner);
      forge(owner, tab, (value) => (value === 3 || value === 5 ? 99 : value === "Trạm Y tế" ? "Trạm giả" : value));
      guard(owner, tab);
      expect(said(owner)).toEqual(before);
    },
  );

  it("is not taken in the place of a tab that is gone, though the unit protected it", () => {
    const owner = openWorkbook(structuredClone(BASE), bundle);
    forge(owner, "Chỉ tiêu", (value) => (value === 40 ? 1 : value));
    guard(owner, "Chỉ tiêu");
    forge(owner, "Dữ liệu");
    owner.act({ kind: "deleteSheet", sheet: sheetOf(owner, "Chỉ tiêu 2026").id });
    expect(messageOf(() => owner.run("getScorecard"))).toContain("Cần tab “Chỉ tiêu”; không thấy");
  });

  it("with a forged approval approves nobody, and a true one goes into the true log", () => {
    const owner = openWorkbook(structuredClone(BASE), bundle);
    submitAs(owner, "AP1");
    forge(owner, "Dữ liệu");
    forge(owner, "Nhật ký");
    const { digest, state } = deskOf(owner).units.find(({ unit }) => unit === "AP1") ?? { digest: "", state: "" };
    expect(state).toBe("submitted");
    expect(callAs(owner, "approve", { units: [{ unit: "AP1", digest }] })).toMatchObject({ done: ["AP1"] });
    expect(JSON.stringify(sheetOf(owner, "Nhật ký 2026").cells)).toContain("Duyệt");
    expect(deskOf(owner).units.find(({ unit }) => unit === "AP1")?.state).toBe("approved");
  });

  it.each([false, true])("is not taken for the workbook's by a repair, protected: %s", (isGuarded) => {
    const owner = openWorkbook(structuredClone(BASE), bundle);
    forge(owner, "Cấu hình", (value) => (value === "Mẫu" ? "Giả" : value));
    if (isGuarded) guard(owner, "Cấu hình");
    chooseAll(owner, "menuRepair");
    expect(titles(owner)).toContain("Cấu hình 2026");
    expect(JSON.stringify(sheetOf(owner, "Cấu hình 2026").cells)).toContain("Mẫu");
    expect(deskOf(owner).commune).toContain("Mẫu");
  });
});

describe("a workbook without protections, as a copy is", () => {
  it("is read as before, with a word on the missing protections", () => {
    const owner = openWorkbook(structuredClone(BASE), bundle);
    const [scorecard, issues, ...others] = said(owner);
    for (const { protections } of owner.workbook.sheets) protections.length = 0;
    const word = expect.objectContaining({ code: "no-protection", tab: "Đơn vị", cell: "A1" });
    expect(said(owner)).toEqual([scorecard, [word, ...(Array.isArray(issues) ? issues : [])], ...others]);
  });

  it("takes the settings that note their own id, not a copy of them", () => {
    const owner = openWorkbook(structuredClone(BASE), bundle);
    for (const { protections } of owner.workbook.sheets) protections.length = 0;
    const before = said(owner);
    forge(owner, "Cấu hình", (value) => (value === "Mẫu" ? "Giả" : value));
    expect(said(owner)).toEqual(before);
  });
});
