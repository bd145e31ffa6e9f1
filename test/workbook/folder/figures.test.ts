import { describe, expect, it } from "vitest";
import type { FolderFile } from "../../../src/workbook/folder/table.ts";
import { ACTIVITIES, ASSESSMENTS, FUNDS, figures, HISTORY, TASKS, table, VALUES } from "./tables.ts";

describe("a folder's figures", () => {
  it("are read from every file, columns in any order and case", () => {
    const read = figures(
      table("values.csv", " Women ,UNIT,note,total,element", ["1", "CAX", "", "3", "LD"], ["7", "VHXH", "", "", "QHT"]),
      table("activities.csv", ACTIVITIES, ["CAX", "2026-03-08", "Chủ đề", "Hội nghị", "LHPN | VHXH", "50", "20", "u"]),
      table("tasks.csv", TASKS, ["CAX", "V4.1", "xong", "Tốt", ""]),
      table("funds.csv", FUNDS, ["CAX", "ns", "5000000", ""]),
      table("assessments.csv", ASSESSMENTS, ["CAX", "Tốt\r\nlắm", "", "", "Thêm"]),
      table("history.csv", HISTORY, ["2025", "CAX", "THG", "7", "3"]),
      table("roles.csv", "role,unit", ["LHPN", "LHPN"]),
    );
    expect(read).toEqual({
      values: [
        { line: 2, unit: "CAX", element: "LD", total: 3, women: 1, note: "" },
        { line: 3, unit: "VHXH", element: "QHT", total: undefined, women: 7, note: "" },
      ],
      activities: [
        {
          line: 2,
          unit: "CAX",
          day: "2026-03-08",
          theme: "Chủ đề",
          kind: "Hội nghị",
          coOrganisers: ["LHPN", "VHXH"],
          participants: 50,
          women: 20,
          link: "u",
        },
      ],
      tasks: [{ line: 2, unit: "CAX", task: "V4.1", status: "xong", result: "Tốt", link: "" }],
      funds: [{ line: 2, unit: "CAX", source: "ns", planned: 5_000_000, spent: undefined }],
      assessments: [{ line: 2, unit: "CAX", results: "Tốt\nlắm", difficulties: "", causes: "", proposals: "Thêm" }],
      narrative: [],
      history: [{ line: 2, year: 2025, unit: "CAX", element: "THG", total: 7, women: 3 }],
      roles: [{ line: 2, role: "lhpn", unit: "LHPN" }],
      refusals: [],
    });
  });

  it("may be none: no file, a header alone, blank lines", () => {
    const blank = table("values.csv", VALUES, ["", " ", "", "", ""], [""]);
    expect(figures().refusals).toEqual([]);
    expect(figures(table("values.csv", VALUES)).refusals).toEqual([]);
    expect(figures(blank)).toMatchObject({ values: [], refusals: [] });
  });

  it("are kept as typed where they contradict themselves", () => {
    const read = figures(table("values.csv", VALUES, ["CAX", "LD", "3", "4", ""], ["LHPN", "LD", "2,5", "-1", ""]));
    expect(read.values.map(({ total, women }) => [total, women])).toEqual([
      [3, 4],
      [2.5, -1],
    ]);
    expect(read.refusals).toEqual([]);
  });

  it("keep text that a spreadsheet would read differently", () => {
    const odd = ["=1+1", "+84", "-x", "@x", "'x", "1/2", "007", "TRUE", "hai\ndòng", "x".repeat(50_000)];
    for (const note of odd) {
      expect(figures(table("values.csv", VALUES, ["CAX", "LD", "", "", note])).values[0]?.note).toBe(note);
    }
  });

  it("take fields that are missing at the end for empty, if nothing else needs them", () => {
    const read = figures(table("values.csv", VALUES, ["CAX", "LD", "3", "1"]));
    expect(read.values).toEqual([{ line: 2, unit: "CAX", element: "LD", total: 3, women: 1, note: "" }]);
    const spare = figures(table("values.csv", `${VALUES},`, ["CAX", "LD", "3", "1", "", ""]));
    expect([spare.values.length, spare.refusals]).toEqual([1, []]);
  });

  it("are refused where there are more of them than titles, though the last is empty: none is read under another title", () => {
    const read = figures(table("values.csv", VALUES, ["CAX", "LD", "3", "1", "một", ""]));
    expect(read.values).toEqual([]);
    expect(read.refusals).toEqual([
      {
        file: "values.csv",
        line: 2,
        message: "cột thứ 6: cần 5 ô trên một dòng; thấy 6 ô. Hãy đặt ô có dấu phân cách trong ngoặc kép.",
      },
    ]);
  });
});

/** One bad row under a header; the message without file and line. */
const REFUSED: readonly (readonly [string, FolderFile, string, readonly string[], string])[] = [
  [
    "an unknown unit",
    "values.csv",
    VALUES,
    ["AI", "LD", "3", "1", ""],
    "cột unit: cần mã một đơn vị có trong tab Đơn vị; thấy “AI”. Hãy sửa mã, hoặc thêm đơn vị.",
  ],
  [
    "a code in other case",
    "values.csv",
    VALUES,
    ["cax", "LD", "3", "1", ""],
    "cột unit: cần mã một đơn vị có trong tab Đơn vị; thấy “cax”. Hãy ghi đúng như trong sổ: CAX.",
  ],
  [
    "no unit",
    "values.csv",
    VALUES,
    ["", "LD", "3", "1", ""],
    "cột unit: cần mã một đơn vị có trong tab Đơn vị; thấy ô trống. Hãy sửa mã, hoặc thêm đơn vị.",
  ],
  [
    "an unknown element",
    "values.csv",
    VALUES,
    ["CAX", "L", "3", "1", ""],
    "cột element: cần mã một số liệu, ví dụ LD; thấy “L”. Hãy sửa mã.",
  ],
  [
    "an element of others",
    "values.csv",
    VALUES,
    ["CAX", "CUX", "3", "1", ""],
    "cột element: cần số liệu mà CAX phải báo cáo (LD); thấy “CUX”. Hãy sửa mã, hoặc thêm số liệu này cho đơn vị ở tab Đơn vị.",
  ],
  [
    "a word for a number",
    "values.csv",
    VALUES,
    ["CAX", "LD", "ba", "1", ""],
    "cột total: cần một số hoặc để trống; thấy “ba”. Hãy chỉ ghi chữ số, không dấu chấm ngàn.",
  ],
  [
    "a number that reads two ways",
    "values.csv",
    VALUES,
    ["CAX", "LD", "3", "1.000", ""],
    "cột women: cần một số hoặc để trống; thấy “1.000”. Hãy chỉ ghi chữ số, không dấu chấm ngàn.",
  ],
  [
    "a total of women only",
    "values.csv",
    VALUES,
    ["VHXH", "QHT", "7", "", ""],
    "cột total: cần ô trống, vì QHT chỉ đếm nữ; thấy “7”. Hãy ghi số nữ vào cột women.",
  ],
  [
    "a field too many",
    "values.csv",
    VALUES,
    ["CAX", "LD", "3", "1", "a", "b"],
    "cột thứ 6: cần 5 ô trên một dòng; thấy 6 ô. Hãy đặt ô có dấu phân cách trong ngoặc kép.",
  ],
  [
    "a field too few",
    "values.csv",
    VALUES,
    ["CAX", "LD", "3"],
    "cột women: cần 5 ô trên một dòng; thấy 3 ô. Hãy thêm ô còn thiếu, kể cả khi để trống.",
  ],
  [
    "a field longer than a cell",
    "values.csv",
    VALUES,
    ["CAX", "LD", "3", "1", "x".repeat(50_001)],
    "cột note: cần không quá 50000 ký tự trong một ô; thấy 50001. Hãy rút ngắn hoặc chia thành nhiều phần.",
  ],
  [
    "a day that is none",
    "activities.csv",
    ACTIVITIES,
    ["CAX", "2026-02-30", "", "", "", "", "", ""],
    "cột date: cần ngày có thật dạng yyyy-mm-dd; thấy “2026-02-30”. Hãy sửa lại ngày.",
  ],
  [
    "participants in words",
    "activities.csv",
    ACTIVITIES,
    ["CAX", "", "x", "", "", "đông", "", ""],
    "cột participants: cần một số hoặc để trống; thấy “đông”. Hãy chỉ ghi chữ số, không dấu chấm ngàn.",
  ],
  [
    "a task of others",
    "tasks.csv",
    TASKS,
    ["CAX", "V1.1", "xong", "", ""],
    "cột task: cần nhiệm vụ giao cho CAX (V4.1, V4.2, V4.3); thấy “V1.1”. Hãy sửa mã, hoặc giao việc ở tab Nhiệm vụ.",
  ],
  [
    "a status that is none",
    "tasks.csv",
    TASKS,
    ["CAX", "V4.1", "rồi", "", ""],
    "cột status: cần một trong chua, dang, xong; thấy “rồi”. Hãy sửa trạng thái.",
  ],
  [
    "a source that is none",
    "funds.csv",
    FUNDS,
    ["CAX", "NSX", "1", "1"],
    "cột source: cần một trong ns, xhh, khac; thấy “NSX”. Hãy sửa nguồn.",
  ],
  [
    "money in words",
    "funds.csv",
    FUNDS,
    ["CAX", "ns", "1tr", "1"],
    "cột planned: cần một số hoặc để trống; thấy “1tr”. Hãy chỉ ghi chữ số, không dấu chấm ngàn.",
  ],
  [
    "an assessment of nobody",
    "assessments.csv",
    ASSESSMENTS,
    ["AI", "x", "", "", ""],
    "cột unit: cần mã một đơn vị có trong tab Đơn vị; thấy “AI”. Hãy sửa mã, hoặc thêm đơn vị.",
  ],
  [
    "a year of two digits",
    "history.csv",
    HISTORY,
    ["25", "CAX", "LD", "3", "1"],
    "cột year: cần năm có bốn chữ số, ví dụ 2025; thấy “25”. Hãy sửa năm.",
  ],
];

describe("a row that cannot be placed", () => {
  it.each(REFUSED)("is refused: %s", (_, file, header, cells, message) => {
    const good = [...header.split(",")].map(() => "");
    const read = figures({
      file,
      header: header.split(","),
      rows: [
        { line: 7, cells: good },
        { line: 9, cells },
      ],
    });
    expect(read.refusals).toEqual([{ file, line: 9, message }]);
  });

  it("leaves the rows beside it", () => {
    const read = figures(table("values.csv", VALUES, ["AI", "LD", "3", "1", ""], ["CAX", "LD", "3", "1", ""]));
    expect(read.values.map(({ line }) => line)).toEqual([3]);
  });

  it.each<readonly [FolderFile, string, readonly string[], string]>([
    [
      "values.csv",
      VALUES,
      ["CAX", "LD", "3", "1", ""],
      "cột unit, element: cần mỗi mục một dòng; thấy CAX, LD đã có ở dòng 2",
    ],
    [
      "tasks.csv",
      TASKS,
      ["CAX", "V4.1", "xong", "", ""],
      "cột unit, task: cần mỗi mục một dòng; thấy CAX, nhiệm vụ V4.1 đã có ở dòng 2",
    ],
    [
      "funds.csv",
      FUNDS,
      ["CAX", "ns", "1", "1"],
      "cột unit, source: cần mỗi mục một dòng; thấy CAX, nguồn ns đã có ở dòng 2",
    ],
    [
      "assessments.csv",
      ASSESSMENTS,
      ["CAX", "x", "", "", ""],
      "cột unit: cần mỗi mục một dòng; thấy đánh giá của CAX đã có ở dòng 2",
    ],
    [
      "history.csv",
      HISTORY,
      ["2025", "CAX", "LD", "3", "1"],
      "cột year, unit, element: cần mỗi mục một dòng; thấy 2025, CAX, LD đã có ở dòng 2",
    ],
  ])("is the second of two in %s", (file, header, cells, message) => {
    const { refusals } = figures(table(file, header, cells, cells));
    expect(refusals).toEqual([
      { file, line: 3, message: `${message}, dòng đầu được giữ. Hãy xóa một trong hai dòng.` },
    ]);
  });

  it("is no activity that stands there twice", () => {
    const row = ["CAX", "2026-03-08", "x", "", "", "", "", ""];
    expect(figures(table("activities.csv", ACTIVITIES, row, row))).toMatchObject({
      activities: [{}, {}],
      refusals: [],
    });
  });

  it("keeps the women of a women-only figure, and tells of a total that differs", () => {
    const read = figures(table("values.csv", VALUES, ["VHXH", "QHT", "9", "7", ""], ["VHXH", "QHS", "6", "6", ""]));
    expect(read.values.map(({ total, women }) => [total, women])).toEqual([
      [undefined, 7],
      [undefined, 6],
    ]);
    expect(read.refusals.map(({ line }) => line)).toEqual([2]);
  });
});

describe("a header", () => {
  it.each([
    [
      "without a column",
      "unit,element,total,note",
      "cột women: cần có ở dòng tiêu đề; thấy “unit, element, total, note”. Hãy sửa dòng tiêu đề rồi nhập lại cả tệp.",
    ],
    [
      "with a column twice",
      "unit,element,total,women,Total",
      "cột total: cần mỗi tên cột một lần ở dòng tiêu đề; thấy “unit, element, total, women, Total”. Hãy bỏ cột thừa rồi nhập lại cả tệp.",
    ],
  ])("%s refuses the file", (_, header, message) => {
    const read = figures(table("values.csv", header, ["CAX", "LD", "3", "1", "2"]));
    expect(read.values).toEqual([]);
    expect(read.refusals).toEqual([{ file: "values.csv", line: 1, message }]);
  });

  it("with a column that nothing is read from is told of, if something stands in it", () => {
    const read = figures(table("values.csv", "unit,element,total,women,notes", ["CAX", "LD", "3", "1", "đủ"]));
    expect(read.values).toHaveLength(1);
    expect(read.refusals.map(({ message }) => message)).toEqual([
      "cột notes: cần một trong các cột unit, element, total, women, note; thấy “đủ”. Cột này bị bỏ qua; hãy sửa tên cột.",
    ]);
    expect(
      figures(table("values.csv", "unit,element,total,women,notes", ["CAX", "LD", "3", "1", ""])).refusals,
    ).toEqual([]);
  });
});
