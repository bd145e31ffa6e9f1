/** The year of the figures, which stays theirs, and the day up to which activities count. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadWorkbook, type OpenWorkbook, openWorkbook } from "gas-offline";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, writeFolder } from "./folders.ts";
import { callAs, deskOf } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

const UNITS = "code,name,type,email,ct1,elements\nVP,Văn phòng,co_quan,,,\n";
const BLANK = { "commune.csv": "key,value\nname,Mẫu\nyear,2026\n", "units.csv": UNITS };
const FILES = {
  ...BLANK,
  "values.csv": "unit,element,total,women,note\nVP,LD,3,1,\n",
  "activities.csv":
    "unit,date,theme,kind,co_organisers,participants,women,link\nVP,2026-03-08,Đã tổ chức,,,,,\nVP,2026-12-20,Sắp tới,,,,,\n",
};

let folder = "";
let [book, empty] = ["", ""];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "so2282-"));
  book = join(folder, "so.xlsx");
  empty = join(folder, "trong.xlsx");
  await run("new", book, "--from", await writeFolder(folder, "xa", FILES));
  await run("new", empty, "--from", await writeFolder(folder, "trong", BLANK));
});

afterAll(() => rm(folder, { recursive: true }));

async function openAt(path: string, day: string): Promise<OpenWorkbook> {
  const workbook = await loadWorkbook(path);
  return openWorkbook(workbook, bundle, workbook.owner, () => Date.parse(`${day}T05:00:00Z`));
}

/** Finds a setting's value by its key: its sheet and its 0-based place. */
function findSetting({ workbook }: OpenWorkbook, key: string) {
  const sheet = workbook.sheets.find(({ name }) => name === "Cấu hình");
  const row = sheet?.cells.findIndex((line) => line?.some((cell) => cell?.value === key)) ?? -1;
  if (!sheet || row < 0) throw new Error(`no setting ${key}`);
  return { sheet, row, column: 3, value: () => sheet.cells[row]?.[3]?.value };
}

const saveYear = (open: OpenWorkbook) =>
  callAs(open, "saveSetup", { settings: { year: "2027" }, targets: null, units: null });

describe("the year of figures that are there", () => {
  const REFUSED = /không đổi năm được: hãy để nguyên sổ này, và lập sổ của năm khác/;

  it("is refused in the cell and in the sidebar, with what to do", async () => {
    const open = await openAt(book, "2026-11-30");
    const { sheet, row, column } = findSetting(open, "year");
    expect(messageOf(() => open.typeInto(sheet, row, column, 2027))).toMatch(REFUSED);
    open.typeInto(sheet, row, column, 2026);
    expect(messageOf(() => saveYear(open))).toMatch(REFUSED);
  });

  it("stays theirs where another one was pasted: scored as before, an error, put back by a repair", async () => {
    const open = await openAt(book, "2026-11-30");
    const { sheet, row, column, value } = findSetting(open, "year");
    const cell = sheet.cells[row]?.[column];
    if (!cell) throw new Error("no cell");
    Object.assign(cell, { value: 2027 });
    open.context.restructured = true;
    expect(open.run("getScorecard")).toMatchObject({ year: 2026 });
    expect(open.run("getIssues")).toContainEqual(
      expect.objectContaining({ severity: "error", code: "year-changed", message: expect.stringMatching(REFUSED) }),
    );
    open.run("repairWorkbook");
    expect(value()).toBe(2026);
  });

  it("is not mixed with a folder of another year: exit code 1, and nothing is written", async () => {
    const before = await readFile(book);
    const from = await writeFolder(folder, "nam-sau", { "commune.csv": "key,value\nyear,2027\n" });
    const { code, out, err } = await run("import", book, "--from", from);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toMatch(/^commune\.csv, dòng 2, cột value: cần năm 2026, là năm của sổ; thấy 2027\. Chưa nhập gì\./);
    expect(await readFile(book)).toEqual(before);
  });

  it("may be changed in the sidebar while there are none", async () => {
    const open = await openAt(empty, "2026-11-30");
    saveYear(open);
    expect([findSetting(open, "year").value(), findSetting(open, "data_year").value()]).toEqual([2027, 2027]);
    expect(open.run("getScorecard")).toMatchObject({ year: 2027 });
  });
});

describe("an activity that is still to come", () => {
  const countAt = async (day: string): Promise<unknown> => {
    const { out } = await run("score", book, "--json", "--today", day);
    return JSON.parse(out).indicators.find(({ code }: { readonly code: string }) => code === "CT6").numerator;
  };

  it("counts from its day on", async () => {
    expect([await countAt("2026-12-19"), await countAt("2026-12-20")]).toEqual([1, 2]);
  });

  it("is told of as planned, and blocks nothing", async () => {
    const { out } = await run("check", book, "--today", "2026-11-30");
    expect(out).toMatch(/Lưu ý {2}VP: .*thấy 20\/12\/2026 \(dự kiến\)/);
    const issues: readonly Record<string, string>[] = JSON.parse(
      (await run("check", book, "--json", "--today", "2026-11-30")).out,
    );
    expect(issues.filter(({ severity, unit }) => severity === "error" && unit === "VP")).toEqual([]);
  });

  it("counts in the tab's formulas once the coordinator has opened the sidebar on that day", async () => {
    const open = await openAt(book, "2026-12-21");
    const shown = () =>
      open.workbook.sheets
        .find(({ name }) => name === "Bảng điểm")
        ?.cells.find((line) => line?.[1]?.value === "CT6")?.[3]?.value;
    expect([shown(), findSetting(open, "today").value()]).toEqual([1, "14/11/2026"]);
    deskOf(open);
    expect([shown(), findSetting(open, "today").value()]).toEqual([2, "21/12/2026"]);
  });

  it("needs a day that the calendar has", async () => {
    const { code, err } = await run("score", book, "--today", "2026-02-30");
    expect([code, err]).toEqual([2, "Tham số --today: cần ngày có thật dạng yyyy-mm-dd; thấy “2026-02-30”."]);
  });
});
