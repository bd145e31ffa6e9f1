/** A spreadsheet that an account in English has made: set-up and repair set its locale, and name the days to look at. */

import type { SheetModel } from "gas-offline";
import { newWorkbook, type OpenWorkbook, openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { choose, chooseAll, rowOf, sheetOf, type } from "./desk.ts";
import { callAs } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

function openIn(locale: string): OpenWorkbook {
  return openWorkbook({ ...newWorkbook("Sổ thử"), locale }, bundle);
}

/** Makes a workbook of one unit in a spreadsheet of a locale. */
function setUpIn(locale: string): OpenWorkbook {
  const open = openIn(locale);
  choose(open, "menuSetUp");
  type(open, "Đơn vị", "A5", [["TYT", "Trạm Y tế", "Đơn vị sự nghiệp"]]);
  choose(open, "menuSetUp");
  return open;
}

/** Types into the first activity's row of the unit's form as a person does, and returns what the cell then holds. */
function typeInto(open: OpenWorkbook, column: number, text: string): unknown {
  const sheet: SheetModel = sheetOf(open, "TYT");
  const row = rowOf(open, "TYT", "HD.1");
  open.typeInto(sheet, row, column, text);
  return sheet.cells[row]?.[column]?.value;
}

/** Columns of a form: participants, day. */
const [PARTICIPANTS, DAY] = [4, 7];

/** Days since 30/12/1899. */
const [MARCH_8, AUGUST_3, NOVEMBER_25] = [46_089, 46_237, 46_351];

describe.each(["vi_VN", "en_US"])("a workbook set up in a spreadsheet of %s", (locale) => {
  it("takes what is typed as in Vietnam", () => {
    const open = setUpIn(locale);
    expect(open.workbook.locale).toBe("vi_VN");
    expect(typeInto(open, DAY, "08/03/2026")).toBe(MARCH_8);
    expect(typeInto(open, DAY, "25/11/2026")).toBe(NOVEMBER_25);
    expect(typeInto(open, PARTICIPANTS, "1.500")).toBe(1500);
    expect(callAs(open, "getRepairPlan").findings).toEqual([]);
  });

  it("does so when a folder makes it", () => {
    const open = openIn(locale);
    const rows = [["year", "2026"]].map((cells, index) => ({ line: index + 2, cells }));
    open.run("createWorkbook", [[{ file: "commune.csv", header: ["key", "value"], rows }]]);
    expect(open.workbook.locale).toBe("vi_VN");
  });
});

/** A workbook whose locale was English while its unit typed. */
function typedInEnglish(): OpenWorkbook {
  const open = setUpIn("vi_VN");
  open.workbook.locale = "en_US";
  return open;
}

describe("a workbook whose locale is English", () => {
  it("has days turned round or refused, and decimals for thousands", () => {
    const open = typedInEnglish();
    expect(typeInto(open, DAY, "08/03/2026")).toBe(AUGUST_3);
    expect(messageOf(() => typeInto(open, DAY, "25/11/2026"))).toContain("violates the data validation rules");
    expect(messageOf(() => typeInto(open, PARTICIPANTS, "1.500"))).toContain("violates the data validation rules");
  });

  const LOCALE = /^Cách ghi ngày và số của bảng tính: cần cách của Việt Nam .*; thấy cách của Hoa Kỳ\. Sẽ đặt lại;/;
  const look = (open: OpenWorkbook) =>
    `Tab TYT, ô G${rowOf(open, "TYT", "HD.1")}: cần đúng ngày đã diễn ra; thấy 03/08/2026, có thể người nhập đã gõ 08/03/2026. Hãy xem lại; nếu sai thì gõ lại.`;

  it("is found by the repair, which sets it, and names the days that may be turned round", () => {
    const open = typedInEnglish();
    typeInto(open, DAY, "08/03/2026");
    const planned = callAs(open, "getRepairPlan").findings;
    expect(planned.map(({ code }) => code)).toEqual(["locale", "day-order"]);
    expect(planned[0]?.message).toMatch(LOCALE);
    expect(planned[1]?.message).toBe(look(open));
    const { findings, left, copy } = callAs(open, "repairWorkbook");
    expect(findings).toEqual(planned);
    expect(left).toEqual(planned.slice(1));
    expect(copy).not.toBe("");
    expect(open.workbook.locale).toBe("vi_VN");
    expect(callAs(open, "getRepairPlan").findings).toEqual([]);
  });

  it("is set by set-up, which names them too", () => {
    const open = typedInEnglish();
    typeInto(open, DAY, "08/03/2026");
    expect(choose(open, "menuSetUp")).toContain(look(open));
    expect(open.workbook.locale).toBe("vi_VN");
    expect(choose(open, "menuSetUp")).not.toContain("ngày");
  });

  it.each(["10/15/2026", "05/05/2026"])("names no day that has one reading only: %s", (day) => {
    const open = typedInEnglish();
    typeInto(open, DAY, day);
    expect(callAs(open, "getRepairPlan").findings.map(({ code }) => code)).toEqual(["locale"]);
  });

  it("is mended from the menu, where the days are listed", () => {
    const open = typedInEnglish();
    typeInto(open, DAY, "08/03/2026");
    open.context.answers.push("OK", "YES");
    expect(chooseAll(open, "menuRepair").at(-1)).toContain(look(open));
  });
});
