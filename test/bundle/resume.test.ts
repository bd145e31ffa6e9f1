/** A set-up that is cut off, as Google does after six minutes, at any call: the next one goes on and misses nothing. */

import { type CellModel, openWorkbook, type SheetModel, type WorkbookModel } from "gas-offline";
import { newSpreadsheetApp } from "gas-offline/internals";
import { newWorkbook } from "so2282-cli";
import { describe, expect, it } from "vitest";
import { bundle, madeOnce, messageOf, sumOf } from "./opened.ts";

const REGISTER = [
  ["VP", "Văn phòng", "Cơ quan, phòng ban", "vp@mau.example"],
  ["TYT", "Trạm Y tế", "Đơn vị sự nghiệp", ""],
  ["LHPN", "Hội LHPN", "MTTQ, tổ chức CT-XH", ""],
  ["AP1", "Ấp Một", "Ấp", "ap1@mau.example"],
];

/** Makes the tabs of a workbook and its register, but no form yet. */
const prepared = madeOnce((): WorkbookModel => {
  const workbook = newWorkbook("Sổ thử");
  const open = openWorkbook(workbook, bundle);
  open.run("menuSetUp");
  const sheet = newSpreadsheetApp(open.context).getActiveSpreadsheet().getSheetByName("Đơn vị");
  sheet?.getRange("A5:D8").setValues(REGISTER);
  return workbook;
});

/** Ids are whatever numbers were free. */
function withoutIds(value: CellModel["value"]): CellModel["value"] {
  return typeof value === "string" ? value.replace(/=\d+/g, "=id").replace(/^\d+\|/, "id|") : value;
}

/** What a set-up leaves behind, without the numbers that only tell tabs apart. */
function picture({ sheets }: WorkbookModel) {
  const cellsOf = ({ cells }: SheetModel) =>
    cells.flatMap((line, row) =>
      (line ?? []).flatMap((cell, column) => {
        const content = cell?.formula?.replace(/gid=\d+/, "gid") ?? withoutIds(cell?.value);
        return content === undefined || /^\d+$/.test(String(content)) ? [] : [`${row},${column} ${String(content)}`];
      }),
    );
  return sheets.map((sheet) => ({
    name: sheet.name,
    size: [sheet.rows, sheet.columns],
    cells: cellsOf(sheet),
    rules: sheet.cells.flatMap((line) => line ?? []).filter((cell) => cell?.validation).length,
    hidden: [sheet.hidden, [...sheet.hiddenRows].sort((one, other) => one - other)],
    protections: sheet.protections.map(({ kind, description, editors }) => [kind, description, editors]),
  }));
}

const whole = prepared();
const uninterrupted = openWorkbook(whole, bundle);
uninterrupted.run("menuSetUp");
const CALLS = sumOf(uninterrupted.takeCalls());
const expected = picture(whole);

/** Starts a set-up that is cut off after so many calls. */
function cutOff(workbook: WorkbookModel, calls: number): void {
  const open = openWorkbook(workbook, bundle);
  open.context.callsLeft = calls;
  expect(messageOf(() => open.run("menuSetUp"))).toBe("Exceeded maximum execution time");
}

describe("a set-up that is cut off", () => {
  const cuts = Array.from({ length: 24 }, (_, index) => 1 + Math.floor((index * (CALLS - 2)) / 24));

  it.each(cuts)("after %i calls is completed by the next", (calls) => {
    const workbook = prepared();
    cutOff(workbook, calls);
    openWorkbook(workbook, bundle).run("menuSetUp");
    expect(picture(workbook)).toEqual(expected);
  });

  it("many times over is completed in the end: each goes on where the last one stopped", () => {
    const workbook = prepared();
    const tabs: number[] = [];
    for (let round = 0; round < 3; round++) {
      cutOff(workbook, 260);
      tabs.push(workbook.sheets.length);
    }
    openWorkbook(workbook, bundle).run("menuSetUp");
    expect(picture(workbook)).toEqual(expected);
    expect([...tabs].sort((one, other) => one - other)).toEqual(tabs);
  });

  it("keeps what was typed into forms that were complete", () => {
    const workbook = prepared();
    cutOff(workbook, CALLS - 40);
    const form = workbook.sheets.find(({ name }) => name === "VP");
    if (!form) throw new Error("the first form was not made");
    openWorkbook(workbook, bundle).typeInto(form, 6, 4, 3);
    openWorkbook(workbook, bundle).run("menuSetUp");
    expect(workbook.sheets.find(({ name }) => name === "VP")?.cells[6]?.[4]?.value).toBe(3);
    expect(workbook.sheets.filter(({ name }) => name.includes("đang lập"))).toEqual([]);
  });
});

describe("a set-up run again", () => {
  it("changes nothing", () => {
    const workbook = prepared();
    openWorkbook(workbook, bundle).run("menuSetUp");
    openWorkbook(workbook, bundle).run("menuSetUp");
    expect(picture(workbook)).toEqual(expected);
  });
});
