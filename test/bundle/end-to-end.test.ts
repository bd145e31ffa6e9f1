/** The sample commune, from its folder to workbook, scorecard, issues and report, through files only. */
import { spawnSync } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadWorkbook, openWorkbook } from "gas-offline";
import { openXlsx, saveXlsx } from "hucre/xlsx";
import PizZip from "pizzip";
import { beforeAll, describe, expect, it } from "vitest";
import { makeTemporary, run, SAMPLE, SMALL, shown, writeFolder } from "./folders.ts";
import { bundle } from "./opened.ts";

const folder = await makeTemporary();
const book = join(folder, "vinh-phong.xlsx");

beforeAll(async () => {
  expect(await run("new", book, "--from", SAMPLE)).toMatchObject({
    code: 0,
    out: `Đã lập sổ “${book}”: 44 đơn vị, nhập 299 dòng số liệu.`,
    err: "",
  });
});

/** `examples/vinh-phong/EXPECTED.md`, with the percentages as fractions. */
const EXPECTED: readonly (readonly [
  code: string,
  numerator: number | null,
  denominator: number | null,
  percent: number | null,
  target: number | null,
  status: string,
  neededFixed: number | null,
  neededAdded: number | null,
  low: number | null,
  high: number | null,
  previous: number | null,
  national: number | null,
])[] = [
  ["CT1", 19, 29, 1900 / 29, 70, "near", 2, 5, 1900 / 29, 2300 / 29, 1800 / 28, null],
  ["CT2", 163, 408, 16300 / 408, 40, "near", 1, 1, 16300 / 461, 21600 / 461, 17400 / 461, null],
  ["CT2.CUX", 9, 29, 900 / 29, 40, "unmet", 3, 5, 900 / 29, 900 / 29, 800 / 29, null],
  ["CT2.CUA", 17, 47, 1700 / 47, 40, "near", 2, 3, 1700 / 53, 2300 / 53, 1700 / 53, null],
  ["CT2.BCHX", 53, 125, 42.4, 40, "met", 0, 0, 5300 / 140, 6800 / 140, 5700 / 140, null],
  ["CT2.BCHA", 84, 207, 8400 / 207, 40, "met", 0, 0, 8400 / 239, 11600 / 239, 9200 / 239, null],
  ["CT2.NOLHPN", 142, 387, 14200 / 387, 40, "near", 13, 22, 14200 / 440, 19500 / 440, 15300 / 440, null],
  ["CT2B.THG", 23, 65, 2300 / 65, null, "up", null, null, 2300 / 75, 44, 2300 / 76, null],
  ["CT2B.CNS", 34, 85, 40, null, "down", null, null, 3400 / 97, 4600 / 97, 4100 / 97, null],
  ["CT2B.MTQ", 24, 72, 2400 / 72, null, "same", null, null, null, null, 2600 / 78, null],
  ["CT3", 24, 62, 2400 / 62, 45, "unmet", 4, 8, 2400 / 62, 2400 / 62, 2200 / 60, 50],
  ["CT4", 19, 23, 1900 / 23, 80, "met", 0, 0, 1900 / 23, 1900 / 23, 1500 / 21, 90],
  ["CT5", 12, 16, 75, 100, "unmet", 4, null, 75, 75, null, null],
  ["CT6", 16, null, null, 2, "met", 0, null, null, null, null, null],
  ["QG1", 2, 2, 100, null, "up", null, null, 100, 100, 50, 75],
];

const STATUS_WORDS: Readonly<Record<string, string>> = {
  met: "Đạt",
  near: "Gần đạt",
  unmet: "Chưa đạt",
  up: "Tăng",
  same: "Giữ nguyên",
  down: "Giảm",
};

/** Holds a number against the expected one to ten decimals; other things must be the same. */
function expectCell(found: unknown, expected: unknown, where: string): void {
  if (typeof expected === "number") {
    expect(found, where).toEqual(expect.any(Number));
    expect(Number(found), where).toBeCloseTo(expected, 10);
  } else expect(found, where).toEqual(expected);
}

describe("the sample commune", () => {
  it("scores what was worked out by hand", async () => {
    const { code, out, err } = await run("score", book, "--json");
    expect([code, err]).toEqual([0, ""]);
    const scorecard = JSON.parse(out);
    expect(scorecard.year).toBe(2026);
    expect(scorecard.units).toEqual({ registered: 44, complete: 38 });
    expect(scorecard.indicators).toHaveLength(EXPECTED.length);
    for (const [index, [code, ...rest]] of EXPECTED.entries()) {
      const found = scorecard.indicators[index];
      expect(found.code).toBe(code);
      expect(found.name).toMatch(/\p{L}/u);
      const keys = "numerator denominator percent target status neededFixed neededAdded low high previous national";
      for (const [at, key] of keys.split(" ").entries()) expectCell(found[key], rest[at], `${code} ${key}`);
    }
  });

  it("shows the same in the tab Bảng điểm of the saved workbook", async () => {
    const workbook = await loadWorkbook(book);
    for (const [index, expected] of EXPECTED.entries()) {
      const row = 5 + index;
      const [code, numerator, denominator, percent, target, status, ...rest] = expected;
      const at = (column: number): unknown => shown(workbook, "Bảng điểm", row, column) ?? null;
      // The second column is the name, the seventh the milestone of the year.
      const cells = [1, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14].map((column) => {
        const cell = at(column);
        return cell === "" ? null : cell;
      });
      const wanted = [code, numerator, denominator, percent, target, STATUS_WORDS[status], ...rest];
      for (const [column, value] of wanted.entries()) expectCell(cells[column], value, `${code}, ${column}`);
    }
    expect(shown(workbook, "Bảng điểm", 20, 1)).toBe("HT");
    expect(shown(workbook, "Bảng điểm", 20, 3)).toBe(38);
  });

  it("prints as a table with Vietnamese numbers", async () => {
    const { code, out } = await run("score", book);
    expect(code).toBe(0);
    expect(out).toMatch(
      /^CT2 +Nữ trong cấp ủy và Ban Chấp hành +163 +408 +39,95 +40 +◐ Gần đạt +1 +35,36–46,85 +37,74$/m,
    );
    expect(out).toContain("Năm 2026: 38 trên 44 đơn vị đã báo cáo đủ số liệu.");
    expect(out).not.toMatch(/null|undefined|NaN/);
  });

  it("has the issues that EXPECTED.md lists, and exit code 1", async () => {
    const { code, out } = await run("check", book, "--json");
    expect(code).toBe(1);
    const issues: readonly Record<string, string>[] = JSON.parse(out);
    const errors = issues.filter(({ severity }) => severity === "error");
    expect(errors.filter(({ code }) => code === "missing").map(({ unit, element }) => `${unit} ${element}`)).toEqual([
      ...["QSX LD", "CDX LD", "CDX BCHX", "THCS2 LD"],
      ...["CUA", "BCHA", "THG", "CNS", "MTQ"].map((element) => `AP09 ${element}`),
      ...["CUA", "BCHA", "THG", "CNS", "MTQ"].map((element) => `AP12 ${element}`),
    ]);
    expect(errors.filter(({ code }) => code !== "missing").map(({ unit, tab, cell }) => [unit, tab, cell])).toEqual([
      ["TH4", "TH4", "E6"],
    ]);
    expect(issues.filter(({ severity }) => severity === "warning").map(({ unit, element }) => [unit, element])).toEqual(
      [
        ["BXDD", "QHC"],
        ["VHXH", ""],
        ["AP06", "THG"],
        ["AP06", "THG"],
      ],
    );
    for (const issue of issues) {
      expect(Object.keys(issue).sort()).toEqual(["cell", "code", "element", "message", "severity", "tab", "unit"]);
      expect(issue["message"]).toMatch(/^Tab .+: cần .+; thấy .+\. .+\.$/);
      expect(issue["cell"]).toMatch(/^[A-Z]+\d+$/);
    }
    const lines = await run("check", book);
    expect(lines.code).toBe(1);
    expect(lines.out).toMatch(/15 lỗi, 4 lưu ý\.$/);
  });

  it("is reported as a Word file with its figures", async () => {
    const out = join(folder, "bao-cao");
    const made = await run("report", book, "--out", out);
    expect(made).toEqual({
      code: 0,
      out: join(out, "BC-2282-nam-2026-xa-Vinh-Phong.docx"),
      err: "Báo cáo ghi DỰ THẢO, vì 6/44 đơn vị chưa báo cáo đủ số liệu hợp lệ; 44/44 đơn vị chưa được duyệt (44 chưa nộp).",
    });
    const text = new PizZip(await readFile(made.out)).file("word/document.xml")?.asText() ?? "";
    const words = text.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
    for (const word of ["163", "408", "Vĩnh Phong", "BÁO CÁO", "Gần đạt", "82,6"]) expect(words).toContain(word);
    expect(words).not.toMatch(/undefined|null|NaN|\{[#/]?\w/);
    expect(await readdir(out)).toHaveLength(1);
    const again = await run("report", book, "--out", out);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/^Tệp “.+” đã có; không ghi đè\./);
    expect((await run("report", book, "--out", out, "--force", "--kind", "midterm")).out).toContain("so-ket");
  });

  it("imported again, is the same", async () => {
    const before = await loadWorkbook(book);
    const again = await run("import", book, "--from", SAMPLE);
    const copy = book.replace(/\.xlsx$/, " (bản trước khi nhập).xlsx");
    const out = `Đã nhập 299 dòng số liệu vào “${book}”.\nBản trước khi nhập: “${copy}”.`;
    expect(again).toEqual({ code: 0, out, err: "" });
    expect((await loadWorkbook(copy)).sheets).toEqual(before.sheets);
    const after = await loadWorkbook(book);
    expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
    for (const [index, sheet] of after.sheets.entries()) {
      expect(sheet.cells, sheet.name).toEqual(before.sheets[index]?.cells);
      expect(sheet.protections, sheet.name).toEqual(before.sheets[index]?.protections);
    }
  });
});

describe("a workbook that another program has changed", () => {
  /** Changes a cell with the spreadsheet library alone, as Excel or LibreOffice would: formulas keep their old results. */
  async function changeElsewhere(
    name: string,
    tab: string,
    row: number,
    column: number,
    value: number,
  ): Promise<string> {
    const elsewhere = await openXlsx(await readFile(book));
    const sheet = elsewhere.sheets.find((each) => each.name === tab);
    const line = sheet?.rows[row - 1];
    if (!line) throw new Error(`no row ${row} in ${tab}`);
    line[column - 1] = value;
    const path = join(folder, name);
    await writeFile(path, await saveXlsx(elsewhere));
    return path;
  }

  it("scores by the new figure", async () => {
    // TH4 had four women of three leaders, which kept it out of CT1.
    const path = await changeElsewhere("sua-o.xlsx", "TH4", 6, 5, 2);
    const scorecard = JSON.parse((await run("score", path, "--json")).out);
    expect(scorecard.units).toEqual({ registered: 44, complete: 39 });
    expect(scorecard.indicators[0]).toMatchObject({ code: "CT1", numerator: 20, denominator: 29, neededFixed: 1 });
  });
});

describe("an edit of one figure", () => {
  it("evaluates what depends on it and nothing else", async () => {
    const workbook = await loadWorkbook(book);
    const { context } = openWorkbook(workbook, bundle);
    const sheet = workbook.sheets.find(({ name }) => name === "TH3");
    const cell = sheet?.cells[6]?.[5];
    if (!sheet || !cell) throw new Error("no figure");
    cell.value = 2;
    const report = context.calculator.recalculate([{ sheet, area: { row: 6, column: 5, rows: 1, columns: 1 } }]);
    const titles = new Map(workbook.sheets.map(({ id, name }) => [id, name]));
    const cells = report.cells.map(({ sheetId, row, column }) => `${titles.get(sheetId)} ${row},${column}`);
    expect(cells.sort()).toEqual(["Bảng điểm 5,1", "Dữ liệu 5,1", "Kiểm tra 5,1", "TH3 6,10"]);
  });
});

describe("a small commune without a fault", () => {
  it("passes check with exit code 0", async () => {
    const path = join(folder, "nho.xlsx");
    const made = await run(
      "new",
      path,
      "--from",
      await writeFolder(folder, "nho", { ...SMALL, "roles.csv": "role,unit\nvhxh,VP\n" }),
    );
    expect(made).toMatchObject({ code: 0, err: "" });
    const checked = await run("check", path);
    expect(checked.out).not.toContain("Lỗi");
    expect(checked.code).toBe(0);
    expect(JSON.parse((await run("check", path, "--json")).out)).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ severity: "error" })]),
    );
  });

  it("takes its year from the command line where one is given", async () => {
    const path = join(folder, "nam-2028.xlsx");
    await run("new", path, "--from", await writeFolder(folder, "nho", SMALL), "--year", "2028");
    expect(JSON.parse((await run("score", path, "--json")).out).year).toBe(2028);
  });
});

describe("the program itself", () => {
  it("makes, scores and refuses, with exit codes", { timeout: 120_000 }, () => {
    const program = fileURLToPath(new URL("../../scripts/so2282.mjs", import.meta.url));
    const start = (...args: readonly string[]) =>
      spawnSync(process.execPath, [program, ...args], { encoding: "utf8", cwd: folder });
    const made = start("new", "that.xlsx", "--from", SAMPLE);
    expect([made.status, made.stderr]).toEqual([0, ""]);
    expect(made.stdout).toContain("44 đơn vị");
    const again = start("new", "that.xlsx", "--from", SAMPLE);
    expect(again.status).toBe(2);
    expect(again.stderr).toMatch(/^Tệp “that\.xlsx” đã có; không ghi đè\..*\n$/);
    expect(start("check", "that.xlsx").status).toBe(1);
  });
});
