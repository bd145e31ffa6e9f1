/** What is wrong with files and folders: one Vietnamese line for each, the right exit code, and nothing lost. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadWorkbook, saveWorkbook } from "gas-offline";
import { openXlsx, saveXlsx, writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { type Files, makeTemporary, type Ran, run, SMALL, shown, writeFolder } from "./folders.ts";

const folder = await makeTemporary();
let made = 0;

/** Makes a workbook of the small commune with other files, or with other lines in its `values.csv`. */
async function make(files: Files): Promise<Ran & { readonly book: string }> {
  made++;
  const book = join(folder, `so-${made}.xlsx`);
  const from = await writeFolder(folder, `so-${made}`, { ...SMALL, ...files });
  return { ...(await run("new", book, "--from", from)), book };
}

const HEADER = "unit,element,total,women,note";

/** The lines of standard error after the first, which counts them. */
function refusals({ err }: Ran): readonly string[] {
  const [summary, ...lines] = err.split("\n");
  expect(summary).toBe(`Có ${lines.length} chỗ cần xem lại; phần còn lại đã được ghi:`);
  return lines.map((line) => line.trim());
}

async function scoreOf(book: string) {
  return JSON.parse((await run("score", book, "--json")).out);
}

/** One line, exit code 2, no stack. */
function expectRefused({ code, out, err }: Ran, pattern: RegExp): void {
  expect(err).toMatch(pattern);
  expect(err).not.toMatch(/\n|\bat .*:\d+|Lỗi ngoài dự kiến/);
  expect([code, out]).toEqual([2, ""]);
}

describe("the command line", () => {
  it.each<readonly [readonly string[], RegExp]>([
    [[], /^Cần một lệnh new, import, score, check, report\b.*; thấy không có lệnh\./],
    [["constructor", "x.xlsx"], /^Cần một lệnh .*“constructor”/],
    [["score"], /^Lệnh score: cần đúng một tệp sổ \.xlsx; thấy 0\./],
    [["score", "a.xlsx", "b.xlsx"], /thấy 2\./],
    [["score", "a.xlsx", "--bogus"], /^Không có tham số --bogus\./],
    [["score", "a.xlsx", "--from", "x"], /^Lệnh score không có tham số --from\./],
    [["score", "a.xlsx", "--json=1"], /^Tham số --json không nhận giá trị\./],
    [["new", "a.xlsx"], /^Lệnh new: thiếu --from THƯ_MỤC\./],
    [["new", "a.xlsx", "--from"], /^Tham số --from cần một giá trị đứng sau\./],
    [["new", "a.xls", "--from", "x"], /^Tên tệp “a\.xls”: cần đuôi \.xlsx\./],
    [["new", "a.xlsx", "--from", "x", "--year", "26"], /^Tham số --year: cần năm từ 2020 đến 2100; thấy “26”\./],
    [["report", "a.xlsx", "--out", "x", "--kind", "tuần"], /^Tham số --kind: cần year, midterm, final; thấy “tuần”\./],
    [["report", "a.xlsx", "--out", "x", "--template", "khong-co.docx"], /^Tệp mẫu “khong-co\.docx”: cần một tệp Word/],
  ])("%j is refused in one line", async (args, pattern) => {
    expectRefused(await run(...args), pattern);
  });

  it("explains itself", async () => {
    const { code, out } = await run("--help");
    expect(code).toBe(0);
    expect(out).toMatch(/^Cách dùng:\n/);
  });
});

describe("a workbook's file", () => {
  it.each<readonly [string, string | Uint8Array]>([
    ["0-byte.xlsx", ""],
    ["van-ban.xlsx", "đây không phải là tệp Excel"],
    ["hong.xlsx", Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9])],
  ])("%s is refused in one line by every verb", async (name, content) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const from = await writeFolder(folder, "nho", SMALL);
    for (const args of [["score"], ["check"], ["import", "--from", from], ["report", "--out", folder]]) {
      const [verb = "", ...rest] = args;
      expectRefused(
        await run(verb, path, ...rest),
        /^Không mở được “.+”: cần tệp \.xlsx do chương trình này lưu, nhưng .+\.$/,
      );
    }
    expect(await readFile(path)).toEqual(Buffer.from(content));
  });

  it("that is not there, or is a folder, is refused in one line", async () => {
    expectRefused(await run("score", join(folder, "khong-co.xlsx")), /không có tệp này/);
    expectRefused(await run("score", folder), /đây là một thư mục/);
  });

  it("of another program's making says what it lacks", async () => {
    const path = join(folder, "ngoai.xlsx");
    await writeFile(path, await writeXlsx({ sheets: [{ name: "Sheet1", rows: [["a", 1]] }] }));
    const { code, err } = await run("score", path);
    expect(err).toMatch(/^[^\n]*(cần tệp \.xlsx do chương trình này lưu|Cần tab “)[^\n]*$/);
    expect([1, 2]).toContain(code);
  });

  it("that exists is not overwritten, unless told to, and then in whole", async () => {
    const { book } = await make({});
    const before = await readFile(book);
    const from = await writeFolder(folder, "nho", SMALL);
    expectRefused(await run("new", book, "--from", from), /đã có; không ghi đè/);
    expect(await readFile(book)).toEqual(before);
    expect((await run("new", book, "--from", from, "--year", "2027", "--force")).code).toBe(0);
    expect((await scoreOf(book)).year).toBe(2027);
  });

  it("stays as it was when the folder to be imported is not there", async () => {
    const { book } = await make({});
    const before = await readFile(book);
    expectRefused(await run("import", book, "--from", join(folder, "khong-co")), /^Thư mục “.+”/);
    expect(await readFile(book)).toEqual(before);
    expect((await readdir(folder)).filter((name) => /\.(part|tmp)$/.test(name))).toEqual([]);
  });
});

describe("a workbook with a tab gone", () => {
  it.each(["Chỉ tiêu", "Dữ liệu", "Các ấp"])("names %s and what to do", async (tab) => {
    const { book } = await make({});
    const workbook = await loadWorkbook(book);
    const at = workbook.sheets.findIndex(({ name }) => name === tab);
    workbook.sheets.splice(at, 1);
    await saveWorkbook(workbook, book, { overwrite: true });
    const { code, err } = await run("score", book);
    expect(err).toBe(
      `Cần tab “${tab}”; không thấy trong bảng tính này. Hãy chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ, hoặc Lập sổ, lập biểu nếu sổ chưa lập.`,
    );
    expect(code).toBe(1);
  });

  it("says that a unit's tab is gone, instead of a score without it", async () => {
    const { book } = await make({});
    const elsewhere = await openXlsx(await readFile(book));
    elsewhere.sheets = elsewhere.sheets.filter(({ name }) => name !== "LHPN");
    await writeFile(book, await saveXlsx(elsewhere));
    const { code, err, out } = await run("score", book);
    expect(err).toBe(
      "Tab Dữ liệu: cần các dòng của LHPN; không thấy. Biểu có thể đã bị xóa: hãy khôi phục (Tệp → Nhật ký phiên bản), hoặc chọn trình đơn Sổ 2282 → Kiểm tra và sửa sổ.",
    );
    expect([code, out]).toEqual([1, ""]);
  });
});

describe("a data folder", () => {
  it("that is not there, is a file, or has no data file is refused in one line", async () => {
    const book = join(folder, "moi.xlsx");
    const empty = join(folder, "trong");
    await mkdir(empty, { recursive: true });
    await writeFile(join(empty, "ghi-chu.txt"), "x");
    expectRefused(await run("new", book, "--from", join(folder, "khong-co")), /^Thư mục “.+”: cần một thư mục/);
    expectRefused(await run("new", book, "--from", join(empty, "ghi-chu.txt")), /^Thư mục “.+”: cần một thư mục/);
    expectRefused(await run("new", book, "--from", empty), /cần ít nhất một tệp commune\.csv, .+; không thấy tệp nào/);
    expect(await readdir(folder)).not.toContain("moi.xlsx");
  });

  it("with an unreadable file keeps the others", async () => {
    const excel = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff]);
    const windows1252 = Buffer.concat([Buffer.from("key,value\nname,V"), Buffer.from([0xee, 0xf1]), Buffer.from("\n")]);
    const ran = await make({ "values.csv": excel, "commune.csv": windows1252, "history.csv": "" });
    expect(ran.code).toBe(1);
    expect(refusals(ran)).toEqual([
      "commune.csv: cần bảng mã UTF-8; thấy bảng mã khác hoặc tệp nhị phân. Hãy lưu lại: Lưu dưới dạng → CSV UTF-8; Excel cũ thì chọn Văn bản Unicode rồi đổi đuôi .txt thành .csv.",
      "values.csv: cần tệp văn bản CSV; thấy một sổ Excel mang đuôi .csv. Hãy lưu lại: Lưu dưới dạng → CSV UTF-8; Excel cũ thì chọn Văn bản Unicode rồi đổi đuôi .txt thành .csv.",
      "history.csv: cần một dòng tiêu đề; tệp trống (0 byte). Hãy chép lại tệp.",
    ]);
    expect((await scoreOf(ran.book)).units.registered).toBe(3);
  });

  it.each([
    ["with", "\ufeff"],
    ["without", ""],
  ])("in UTF-16, %s a mark, is read", async (_kind, mark) => {
    const ran = await make({ "values.csv": Buffer.from(`${mark}${HEADER}\nVP,LD,3,1,\n`, "utf16le") });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    expect(shown(await loadWorkbook(ran.book), "VP", 6, 4)).toBe(3);
  });

  it("may have byte-order marks, semicolons, CRLF and columns in any order", async () => {
    const lines = String(SMALL["values.csv"]).trim().split("\n").slice(1);
    const swapped = lines.map((line) => {
      const [unit, element, total, women] = line.split(",");
      return `${women};${total};${unit};${element};"ghi; chú"`;
    });
    const text = `\ufeff${["women;total;unit;element;note", ...swapped].join("\r\n")}\r\n`;
    const [plain, other] = [await make({}), await make({ "values.csv": text })];
    expect([other.code, other.err]).toEqual([0, ""]);
    expect((await scoreOf(other.book)).indicators).toEqual((await scoreOf(plain.book)).indicators);
    expect(shown(await loadWorkbook(other.book), "VP", 6, 6)).toBe("ghi; chú");
  });

  it("is read past line breaks inside quotes, with the right line numbers after them", async () => {
    for (const end of ["\n", "\r\n"]) {
      const lines = [
        HEADER,
        `VP,LD,3,1,"một${end}hai ""ba""${end}"`,
        "",
        "VP,CUX,20,8,",
        "VP,XX,1,1,",
        "KHONG,LD,1,1,",
      ];
      const ran = await make({ "values.csv": lines.join(end) });
      expect(refusals(ran)).toEqual([
        expect.stringMatching(/^values\.csv, dòng 7: cột element: cần .+; thấy “XX”\./),
        expect.stringMatching(/^values\.csv, dòng 8: cột unit: cần .+; thấy “KHONG”\./),
      ]);
      expect(ran.code).toBe(1);
      expect(shown(await loadWorkbook(ran.book), "VP", 6, 6)).toMatch(/^một\s+hai "ba"$/);
    }
  });

  it("with broken quotes keeps what stands before and after them", async () => {
    const ran = await make({ "values.csv": `${HEADER}\n\nVP,LD,3,1,\n\nVP,CUX,20,8,"dở dang\nLHPN,LD,2,2,\n` });
    expect(refusals(ran)).toEqual([
      expect.stringMatching(/^values\.csv, dòng 5: cột note: cần dấu ngoặc kép bao cả ô/),
    ]);
    const { indicators } = await scoreOf(ran.book);
    expect(indicators[0]).toMatchObject({ code: "CT1", numerator: 2, denominator: 2 });
  });

  it("without a column that it needs says which, and what it has", async () => {
    const ran = await make({ "values.csv": "unit,element,women\nVP,LD,1\n" });
    expect(refusals(ran)).toEqual([
      expect.stringMatching(/^values\.csv, dòng 1: .*\btotal\b.*; thấy .*unit, element, women/),
    ]);
  });

  it("may have a column that nobody knows: it is named and passed over", async () => {
    const ran = await make({ "values.csv": "unit,element,total,women,note,extra\nVP,LD,3,1,,thừa\n" });
    expect(refusals(ran)).toEqual([expect.stringMatching(/^values\.csv, dòng 1: cột extra: /)]);
    expect(shown(await loadWorkbook(ran.book), "VP", 6, 4)).toBe(3);
  });
});

describe("rows of figures", () => {
  it("that cannot be placed are refused and listed; the first of two is kept", async () => {
    const lines = [
      HEADER,
      "VP,LD,3,1,",
      "VP,LD,9,9,",
      "VP,CUX,hai mươi,8,",
      "VP,THG,5,2,",
      "VP,CUX,20,8,thừa,ô",
      "AP1,CUA,5,2,",
    ];
    const ran = await make({ "values.csv": lines.join("\n") });
    expect(ran.code).toBe(1);
    expect(refusals(ran)).toEqual([
      expect.stringMatching(/^values\.csv, dòng 3: .*VP, LD đã có ở dòng 2.*dòng đầu được giữ/),
      expect.stringMatching(/^values\.csv, dòng 4: cột total: cần một số hoặc để trống; thấy “hai mươi”/),
      expect.stringMatching(/^values\.csv, dòng 5: cột element: cần số liệu mà VP phải báo cáo \(LD, .+; thấy “THG”/),
      expect.stringMatching(/^values\.csv, dòng 6: .*cần 5 .*thấy 6/),
    ]);
    const workbook = await loadWorkbook(ran.book);
    expect([shown(workbook, "VP", 6, 4), shown(workbook, "VP", 6, 5)]).toEqual([3, 1]);
  });

  it("that contradict themselves are written as typed, flagged, and left out of the score", async () => {
    const lines = [
      HEADER,
      "VP,LD,3,4,",
      "VP,CUX,-5,1,",
      'LHPN,LD,"2,5",1,',
      "LHPN,BCHX,11,11,",
      "AP1,CUA,5,6,",
      "AP1,THG,5,2,",
    ];
    const ran = await make({ "values.csv": lines.join("\n") });
    expect([ran.code, ran.err]).toEqual([0, ""]);
    const workbook = await loadWorkbook(ran.book);
    const typed = (tab: string, row: number, column: number): unknown => shown(workbook, tab, row, column);
    expect([typed("VP", 6, 4), typed("VP", 6, 5), typed("LHPN", 6, 4)]).toEqual([3, 4, 2.5]);
    expect([typed("Các ấp", 5, 3), typed("Các ấp", 5, 4)]).toEqual([5, 6]);
    const issues: readonly Record<string, string>[] = JSON.parse((await run("check", ran.book, "--json")).out);
    const flagged = issues.filter(
      ({ severity, code, unit }) => severity === "error" && code !== "missing" && unit !== "",
    );
    expect(flagged.map(({ unit, element }) => `${unit} ${element}`).sort()).toEqual([
      "AP1 CUA",
      "LHPN LD",
      "VP CUX",
      "VP LD",
    ]);
    const { indicators } = await scoreOf(ran.book);
    const numbers = (code: string) => {
      const { numerator, denominator, status } = indicators.find((each: { code: string }) => each.code === code);
      return [numerator, denominator, status];
    };
    expect(numbers("CT2")).toEqual([11, 11, "met"]);
    expect(numbers("CT2.CUX")).toEqual([0, 0, "no-data"]);
    expect(numbers("CT2B.THG")).toEqual([2, 5, "baseline"]);
  });

  it("keep their validation after they have been written past it", async () => {
    const ran = await make({ "values.csv": `${HEADER}\nVP,LD,3,4,\n` });
    const workbook = await loadWorkbook(ran.book);
    const cell = workbook.sheets.find(({ name }) => name === "VP")?.cells[6]?.[5];
    expect(cell?.value).toBe(4);
    expect(cell?.validation).toMatchObject({ strict: true });
  });
});

describe("text from outside", () => {
  it("stays text, whatever it looks like", async () => {
    const notes = ["=1+1", "+84 912", "-", "@ai", "'trích", "1/2", "007", "TRUE", "40%", "1E5"];
    const lines = notes.map((note, index) => {
      const element = ["LD", "CUX", "QH", "QHT", "QHCM", "QHS", "QHC", "DTN", "LDX", "THS"][index];
      return `VP,${element},,1,${note}`;
    });
    const ran = await make({ "values.csv": [HEADER, ...lines].join("\n") });
    expect(ran.err).toBe("");
    const workbook = await loadWorkbook(ran.book);
    const cells = workbook.sheets.find(({ name }) => name === "VP")?.cells ?? [];
    const kept = cells.flatMap((line) => (notes.includes(String(line?.[6]?.value)) ? [line?.[6]?.value] : []));
    expect(kept).toEqual(notes);
    expect(cells.some((line) => line?.[6]?.formula !== undefined)).toBe(false);
  });
});
