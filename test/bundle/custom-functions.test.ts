/** The formulas `BDG_…` through the built bundle: called as Sheets calls them, and typed into cells. */

import { newSpreadsheetApp } from "gas-offline/internals";
import { describe, expect, it } from "vitest";
import { messageOf, openEmpty } from "./opened.ts";

const open = openEmpty();

const call = (name: string, ...args: readonly unknown[]): unknown => open.callFormula(name, args);

/** Rows of the tab `Bảng điểm` as `BDG_CHITIEU` is given them. */
const SCORES = [
  ["CT1", "Có nữ lãnh đạo", 19, 29, 65.5, 70, "", "Gần đạt", 2, 5, 65.5, 79.3, 64.2, 75],
  ["CT2", "Nữ cấp ủy", 163, 408, 39.95, 40, "", "Gần đạt", 1, 1, 35.3, 46.8, 37.7, ""],
];

describe("BDG_TYLE", () => {
  it("gives the rate in percent, unrounded", () => {
    expect(call("BDG_TYLE", 12, 30)).toBe(40);
    expect(call("BDG_TYLE", 163, 408)).toBe(16300 / 408);
    expect(call("BDG_TYLE", 0, 7)).toBe(0);
    expect(call("BDG_TYLE", "12", " 30 ")).toBe(40);
  });

  it("works through ranges of the same size, and leaves a row without data blank", () => {
    expect(call("BDG_TYLE", [[1], [""], [0], [3]], [[4], [5], [0], [3]])).toEqual([[25], [""], [""], [100]]);
    expect(call("BDG_TYLE", [[1, 2]], 4)).toEqual([[25, 50]]);
  });
});

describe("BDG_CONTHIEU", () => {
  it("counts with the seats kept, unless told that seats are added", () => {
    expect(call("BDG_CONTHIEU", 163, 408, 40)).toBe(1);
    expect(call("BDG_CONTHIEU", 142, 387, 40)).toBe(13);
    expect(call("BDG_CONTHIEU", 142, 387, 40, "")).toBe(13);
    expect(call("BDG_CONTHIEU", 142, 387, 40, "Giữ ghế")).toBe(13);
    expect(call("BDG_CONTHIEU", 142, 387, 40, "thêm ghế")).toBe(22);
    expect(call("BDG_CONTHIEU", 2, 5, 40, "thêm ghế")).toBe(0);
  });

  it("says where no number of added seats is enough", () => {
    expect(call("BDG_CONTHIEU", 12, 16, 100)).toBe(4);
    expect(call("BDG_CONTHIEU", 12, 16, 100, "thêm ghế")).toBe("Không đủ ở mức nào");
    expect(call("BDG_CONTHIEU", 16, 16, 100, "thêm ghế")).toBe(0);
  });

  it("takes a threshold per row", () => {
    expect(call("BDG_CONTHIEU", [[0], [0]], [[10], [10]], [[40], [70]])).toEqual([[4], [7]]);
  });
});

describe("BDG_DANHGIA", () => {
  it("never takes a rate that is rounded up for met", () => {
    expect(call("BDG_DANHGIA", 999, 2500, 40)).toBe("Gần đạt");
    expect(call("BDG_DANHGIA", 1000, 2500, 40)).toBe("Đạt");
  });

  it("is near from nine tenths of the threshold on", () => {
    expect(call("BDG_DANHGIA", 36, 100, 40)).toBe("Gần đạt");
    expect(call("BDG_DANHGIA", 359, 1000, 40)).toBe("Chưa đạt");
    expect(call("BDG_DANHGIA", 0, 5, 0)).toBe("Đạt");
  });
});

describe("BDG_CHITIEU", () => {
  it("finds the percent, or a column by its title or key, whatever the case", () => {
    expect(call("BDG_CHITIEU", "CT2", SCORES)).toBe(39.95);
    expect(call("BDG_CHITIEU", "ct2", SCORES, "")).toBe(39.95);
    expect(call("BDG_CHITIEU", "CT1", SCORES, "Đánh giá")).toBe("Gần đạt");
    expect(call("BDG_CHITIEU", "CT1", SCORES, "denominator")).toBe(29);
  });

  it("says which indicator it cannot give while the scorecard shows an error", () => {
    const failed = [["CT2", "Nữ cấp ủy", "#REF!", "#REF!", "#REF!", 40]];
    expect(messageOf(() => call("BDG_CHITIEU", "CT2", failed))).toBe(
      "Cần giá trị của CT2 trong Bảng điểm; thấy #REF!. Hãy sửa Bảng điểm trước.",
    );
  });

  it("lists what there is when it finds nothing", () => {
    expect(messageOf(() => call("BDG_CHITIEU", "CT9", SCORES))).toBe("Cần mã một chỉ tiêu (CT1, CT2); thấy “CT9”.");
    expect(messageOf(() => call("BDG_CHITIEU", "CT1", SCORES, "Cột lạ"))).toMatch(/^Cần tên một cột .*“Cột lạ”\.$/);
  });
});

/** The row of an indicator without any data. */
const EMPTY = [["CT3", "Nữ trong quy hoạch", "", "", "", 50, "", "Chưa có số liệu", "", "", "", "", "", 50]];

describe("without data", () => {
  it.each<readonly [string, readonly unknown[]]>([
    ["BDG_TYLE", ["", 30]],
    ["BDG_TYLE", [12, ""]],
    ["BDG_TYLE", [0, 0]],
    ["BDG_TYLE", [[[0]], [[0]]]],
    ["BDG_CONTHIEU", ["", 30, 40]],
    ["BDG_CONTHIEU", [0, 0, 40, "thêm ghế"]],
    ["BDG_DANHGIA", [0, 0, 40]],
    ["BDG_DANHGIA", [12, "", 40]],
    ["BDG_CHITIEU", ["CT3", EMPTY]],
    ["BDG_CHITIEU", ["CT3", EMPTY, "Đánh giá"]],
    ["BDG_CHITIEU", ["CT2", SCORES, "national"]],
    ["BDG_CHITIEU", ["CT1", [["CT1"]], "percent"]],
  ])("%s%j says so instead of giving text, which is greater than any number", (name, args) => {
    expect(messageOf(() => call(name, ...args))).toBe("Chưa có số liệu");
  });

  it("a column is blank in that row, whatever the function", () => {
    expect(call("BDG_CONTHIEU", [[0], [""]], [[10], [10]], 40)).toEqual([[4], [""]]);
    expect(call("BDG_DANHGIA", [[4], [0]], [[10], [0]], 40)).toEqual([["Đạt"], [""]]);
  });
});

const RANGES = [[["a"]], [["a"]], [["a"]], [["a"]], [["a"]], [["a"]], [["a"]]];

describe("a bad argument", () => {
  it.each<readonly [string, readonly unknown[], string]>([
    ["BDG_TYLE", [-1, 30], "Đối số “nu”: cần số nguyên từ 0 trở lên; thấy “-1”."],
    ["BDG_TYLE", [1.5, 30], "Đối số “nu”: cần số nguyên từ 0 trở lên; thấy “1,5”."],
    ["BDG_TYLE", ["nhiều", 30], "Đối số “nu”: cần số nguyên từ 0 trở lên; thấy “nhiều”."],
    ["BDG_TYLE", [12, "#N/A"], "Đối số “tong”: cần số nguyên từ 0 trở lên; thấy “#N/A”."],
    ["BDG_TYLE", [12, true], "Đối số “tong”: cần số nguyên từ 0 trở lên; thấy “true”."],
    ["BDG_TYLE", [31, 30], "Đối số “nu”: cần số không quá “tong” (30); thấy 31."],
    ["BDG_TYLE", [12], "Đối số “tong”: cần một ô hoặc một số; thấy thiếu đối số."],
    ["BDG_TYLE", [], "Đối số “nu”: cần một ô hoặc một số; thấy thiếu đối số."],
    [
      "BDG_TYLE",
      [
        [[1], ["x"]],
        [[2], [2]],
      ],
      "Đối số “nu”, dòng 2: cần số nguyên từ 0 trở lên; thấy “x”.",
    ],
    ["BDG_TYLE", [[[1, 9]], 2], "Đối số “nu”, dòng 1, cột 2: cần số không quá “tong” (2); thấy 9."],
    [
      "BDG_TYLE",
      [
        [[1], [2]],
        [[2], [2], [2]],
      ],
      "Đối số “tong”: cần vùng ô 2 dòng, 1 cột như đối số trước; thấy 3 dòng, 1 cột.",
    ],
    [
      "BDG_DANHGIA",
      [999, 2500, 0.4],
      "Đối số “nguong”: cần số nguyên từ 0 đến 100, ví dụ 40 (không phải 40%); thấy “0,4”.",
    ],
    [
      "BDG_DANHGIA",
      [999, 2500, ""],
      "Đối số “nguong”: cần số nguyên từ 0 đến 100, ví dụ 40 (không phải 40%); thấy ô trống.",
    ],
    ["BDG_DANHGIA", [999, 2500], "Đối số “nguong”: cần một ô hoặc một số; thấy thiếu đối số."],
    [
      "BDG_CONTHIEU",
      [1, 2, 101],
      "Đối số “nguong”: cần số nguyên từ 0 đến 100, ví dụ 40 (không phải 40%); thấy “101”.",
    ],
    ["BDG_CONTHIEU", [1, 2, 40, "bớt"], 'Đối số “cach”: cần "giữ ghế" hoặc "thêm ghế"; thấy “bớt”.'],
    ["BDG_CHITIEU", [], 'Đối số “ma”: cần mã một chỉ tiêu, ví dụ "CT2"; thấy thiếu đối số.'],
    ["BDG_CHITIEU", ["", SCORES], 'Đối số “ma”: cần mã một chỉ tiêu, ví dụ "CT2"; thấy ô trống.'],
    ["BDG_CHITIEU", [SCORES, SCORES], 'Đối số “ma”: cần mã một chỉ tiêu, ví dụ "CT2"; thấy một vùng ô.'],
    ["BDG_CHITIEU", ["CT2"], "Đối số “bangDiem”: cần một vùng ô kể từ dòng tiêu đề cột; thấy thiếu đối số."],
    ["BDG_CHITIEU", ["CT2", SCORES, SCORES], "Đối số “cot”: cần tên một cột; thấy một vùng ô."],
    ["BDG_BANGDIEM", [], "Đối số “chiTieu”: cần một vùng ô kể từ dòng tiêu đề cột; thấy thiếu đối số."],
    [
      "BDG_KIEMTRA",
      [...RANGES.slice(0, 6), "chữ"],
      "Đối số “nhiemVu”: cần một vùng ô kể từ dòng tiêu đề cột; thấy “chữ”.",
    ],
  ])("%s%j is refused in one line", (name, args, message) => {
    expect(messageOf(() => call(name, ...args))).toBe(message);
  });

  it("of the big two, a range of another tab, names the tab and the column it lacks", () => {
    expect(messageOf(() => call("BDG_BANGDIEM", ...RANGES))).toBe(
      "Tab Cấu hình, dòng 4: cần cột “Khóa”; không thấy. Hãy ghi lại đúng tên cột, hoặc bôi vùng từ dòng tiêu đề cột.",
    );
  });
});

describe("a result", () => {
  it("is what Sheets can show, whatever the cells hold: no null, no undefined, no NaN", () => {
    const cells = ["", 0, 1, 3, " 2 "];
    const shown: unknown[] = [];
    for (const part of cells) {
      for (const whole of cells) {
        for (const [name, ...more] of [["BDG_TYLE"], ["BDG_CONTHIEU", 100, "thêm ghế"], ["BDG_DANHGIA", 40]]) {
          try {
            shown.push(call(String(name), part, whole, ...more));
          } catch (fault) {
            expect(fault).toHaveProperty("name", "WorkbookFault");
          }
        }
      }
    }
    expect(shown.length).toBeGreaterThan(25);
    for (const value of shown) {
      if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
      else expect(value).toEqual(expect.any(String));
    }
  });
});

describe("in cells", () => {
  function typed(formula: string, grid: readonly (readonly unknown[])[] = [["", ""]]) {
    const opened = openEmpty();
    const sheet = newSpreadsheetApp(opened.context).getActiveSpreadsheet().getSheets()[0];
    if (!sheet) throw new Error("A new spreadsheet has a sheet");
    sheet.getRange(1, 1, grid.length, grid[0]?.length ?? 1).setValues(grid.map((row) => [...row]));
    sheet.getRange("E1").setFormula(formula);
    const values = sheet.getRange("E1:F4").getValues();
    return { values, cell: opened.workbook.sheets[0]?.cells[1]?.[5] };
  }

  it("a range spills one row for each", () => {
    const { values } = typed("=BDG_TYLE(A1:A3;B1:B3)", [
      [1, 4],
      ["", 4],
      [3, 4],
    ]);
    expect(values.map(([first]) => first)).toEqual([25, "", 75, ""]);
  });

  it("a blank cell is blank, not zero", () => {
    expect(typed("=BDG_TYLE(A1;B1)", [["", 5]]).cell?.value).toEqual({ error: "#ERROR!", message: "Chưa có số liệu" });
    expect(typed("=BDG_TYLE(A1;B1)", [[0, 5]]).values[0]?.[0]).toBe(0);
  });

  it.each([
    "BDG_TYLE(0;0)>40",
    "BDG_TYLE(0;0)<40",
    "BDG_CONTHIEU(A1;30;40)>0",
    'BDG_DANHGIA(0;0;40)<>"Chưa đạt"',
    'BDG_TYLE(0;0)=""',
  ])("without data %s passes neither way, and IFERROR catches it", (comparison) => {
    expect(typed(`=IF(${comparison};"đạt";"không")`).values[0]?.[0]).toBe("#ERROR!");
    expect(typed(`=IFERROR(IF(${comparison};"đạt";"không");"chưa có")`).values[0]?.[0]).toBe("chưa có");
  });

  it("a column's blank row is told by ISNUMBER", () => {
    const { values } = typed("=BDG_TYLE(A1:A2;B1:B2)", [
      [1, 4],
      ["", 4],
    ]);
    expect(values.slice(0, 2).map(([first]) => typeof first === "number")).toEqual([true, false]);
  });

  it("an error keeps its sentence", () => {
    const { cell } = typed("=BDG_DANHGIA(A1;B1;40%)", [[999, 2500]]);
    expect(cell?.value).toEqual({
      error: "#ERROR!",
      message: "Đối số “nguong”: cần số nguyên từ 0 đến 100, ví dụ 40 (không phải 40%); thấy “0,4”.",
    });
    expect(typed("=BDG_DANHGIA(A1;B1)", [[999, 2500]]).cell?.value).toMatchObject({
      message: "Đối số “nguong”: cần một ô hoặc một số; thấy thiếu đối số.",
    });
  });

  it("what is judged here is judged like everywhere", () => {
    expect(typed("=BDG_DANHGIA(A1;B1;40)", [[999, 2500]]).values[0]?.[0]).toBe("Gần đạt");
    expect(typed('=BDG_CONTHIEU(A1;B1;40;"thêm ghế")', [[142, 387]]).values[0]?.[0]).toBe(22);
  });
});
