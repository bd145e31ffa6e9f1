/** The menu's entries in an empty spreadsheet, as the person at the menu sees them. */

import { newSpreadsheetApp } from "gas-offline/internals";
import { describe, expect, it } from "vitest";
import { choose, titles, type } from "./desk.ts";
import { openEmpty } from "./opened.ts";
import { logLines, withPdf } from "./reports.ts";

describe("Lập sổ, lập biểu", () => {
  it("makes all tabs in an empty spreadsheet and takes its empty tab away", () => {
    const open = openEmpty();
    expect(choose(open, "menuSetUp")).toBe(
      "Sổ 2282\nĐã lập các tab. Bây giờ hãy điền tab Cấu hình và tab Đơn vị, rồi chọn lại mục này để lập biểu cho từng đơn vị.",
    );
    expect(titles(open)).toEqual(expect.arrayContaining(["Bảng điểm", "Kiểm tra", "Đơn vị", "Dữ liệu", "Các ấp"]));
    expect(titles(open)).not.toContain("Trang tính1");
  });

  it("makes a form for each unit that the register has gained, and leaves the others as they are", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    type(open, "Đơn vị", "A5", [["VP", "Văn phòng", "Cơ quan, phòng ban"]]);
    expect(choose(open, "menuSetUp")).toContain("Sổ đã có biểu cho 1 đơn vị.");
    type(open, "VP", "D6", [[3, 1]]);
    type(open, "Đơn vị", "A6", [["CA", "Công an", "Công an, quân sự"]]);
    const before = titles(open);
    choose(open, "menuSetUp");
    expect(titles(open)).toEqual([...before, "CA"]);
    expect(open.workbook.sheets.find(({ name }) => name === "VP")?.cells[6]?.[4]?.value).toBe(3);
    expect(open.run("getScorecard")).toMatchObject({ units: { registered: 2 } });
  });

  it("makes room for the rows of forms that come later before their formula needs it", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    const sheet = (name: string) => open.workbook.sheets.find((candidate) => candidate.name === name);
    const before = sheet("Dữ liệu")?.rows ?? 0;
    type(
      open,
      "Đơn vị",
      "A5",
      Array.from({ length: 40 }, (_, index) => [`DV${index}`, `Đơn vị ${index}`, "Cơ quan, phòng ban"]),
    );
    choose(open, "menuSetUp");
    const rowsOfForm = (sheet("DV1")?.rows ?? 0) - 4;
    expect(rowsOfForm).toBeGreaterThan(30);
    expect(sheet("Dữ liệu")?.rows).toBe(4 + 40 * rowsOfForm);
    expect(sheet("Dữ liệu")?.rows).toBeGreaterThan(before);
    expect(sheet("Kiểm tra")?.rows).toBe(4 + 40 * 10);
  });

  it("adds nothing when there is nothing to add", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    const before = titles(open);
    choose(open, "menuSetUp");
    expect(titles(open)).toEqual(before);
  });

  it("gives hamlets their rows, though the tabs were first made without any", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    type(open, "Đơn vị", "A5", [
      ["VP", "Văn phòng", "Cơ quan, phòng ban"],
      ["AP1", "Ấp Một", "Ấp"],
      ["AP2", "Ấp Hai", "Ấp"],
    ]);
    expect(choose(open, "menuSetUp")).toContain("Sổ đã có biểu cho 3 đơn vị.");
    type(open, "Các ấp", "C5", [[5, 2]]);
    type(open, "Các ấp", "C6", [[3, 1]]);
    const cells = open.workbook.sheets.find(({ name }) => name === "Các ấp")?.cells;
    expect([cells?.[5]?.[1]?.value, cells?.[6]?.[1]?.value]).toEqual(["AP1", "AP2"]);
    expect(open.run("getScorecard")).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT2.CUA", numerator: 3, denominator: 8 })]),
    });
    expect(new Set(titles(open)).size).toBe(titles(open).length);
  });

  it("adds a hamlet to others, and leaves their figures", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    type(open, "Đơn vị", "A5", [["AP1", "Ấp Một", "Ấp"]]);
    choose(open, "menuSetUp");
    type(open, "Các ấp", "C5", [[5, 2, "kiêm nhiệm"]]);
    type(open, "Hoạt động ấp", "C6", [["Họp dân", 40, 22]]);
    type(open, "Đơn vị", "A6", [["AP0", "Ấp Mới", "Ấp"]]);
    expect(choose(open, "menuSetUp")).toContain("Sổ đã có biểu cho 2 đơn vị.");
    const cells = open.workbook.sheets.find(({ name }) => name === "Các ấp")?.cells;
    expect([5, 6].map((row) => [1, 3, 4, 5].map((column) => cells?.[row]?.[column]?.value))).toEqual([
      ["AP1", 5, 2, "kiêm nhiệm"],
      ["AP0", undefined, undefined, undefined],
    ]);
    const blocks = open.workbook.sheets.find(({ name }) => name === "Hoạt động ấp")?.cells;
    expect([1, 3, 4, 5].map((column) => blocks?.[6]?.[column]?.value)).toEqual(["AP1", "Họp dân", 40, 22]);
    type(open, "Các ấp", "C6", [[3, 1]]);
    expect(open.run("getScorecard")).toMatchObject({
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT2.CUA", numerator: 3, denominator: 8 })]),
    });
  });

  it("knows a form by whatever title, and makes no second one", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    type(open, "Đơn vị", "A5", [["VP", "Văn phòng", "Cơ quan, phòng ban"]]);
    choose(open, "menuSetUp");
    type(open, "VP", "D6", [[3, 1]]);
    newSpreadsheetApp(open.context).getActiveSpreadsheet().getSheetByName("VP")?.setName("Văn phòng");
    const before = titles(open);
    expect(choose(open, "menuSetUp")).toContain("Sổ đã có biểu cho 1 đơn vị.");
    expect(titles(open)).toEqual(before);
    expect(open.workbook.sheets.find(({ name }) => name === "Đơn vị")?.cells[5]?.[7]?.value).toBe("Văn phòng");
    expect(open.run("getScorecard")).toMatchObject({ units: { registered: 1 } });
  });

  it("tells someone without the right to it whom to ask, and changes nothing", () => {
    const open = openEmpty();
    open.workbook.editors.push("donvi@xa.example");
    choose(open, "menuSetUp");
    type(open, "Đơn vị", "A5", [["VP", "Văn phòng", "Cơ quan, phòng ban"]]);
    const before = structuredClone(open.workbook.sheets);
    open.context.user = "donvi@xa.example";
    const refusal = "Cần quyền sửa tab Đơn vị; tài khoản của bạn không có quyền. Hãy nhờ người tổng hợp làm việc này.";
    expect(choose(open, "menuSetUp")).toBe(`Sổ 2282\n${refusal}`);
    expect(() => open.run("importFolder", [[]])).toThrow(refusal);
    expect(open.workbook.sheets).toEqual(before);
  });
});

describe("Tạo báo cáo năm", () => {
  it("says what a spreadsheet lacks that is no workbook yet", () => {
    expect(choose(openEmpty(), "menuReport")).toMatch(/^Sổ 2282\nCần tab “.+”; không thấy trong bảng tính này\./);
  });

  it("does all steps of a report, and says what is where", () => {
    const open = withPdf(openEmpty());
    choose(open, "menuSetUp");
    expect(choose(open, "menuReport")).toMatch(
      /^Sổ 2282\nĐã lưu “BC-2282-nam-\d{4}-.*\.docx” trong thư mục báo cáo ở Drive của bạn: tệp \.docx, Google Tài liệu, tệp PDF\./,
    );
    expect(open.takeFiles().map(({ mimeType }) => mimeType)).toEqual([
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      "application/vnd.google-apps.document",
      "application/pdf",
    ]);
    expect(logLines(open)).toHaveLength(1);
  });

  it("says what is there where a step fails, and what to do", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    expect(choose(open, "menuReport")).toContain(
      "trong Drive có tệp .docx, Google Tài liệu; chưa có tệp PDF. Lý do: Drive báo:",
    );
  });

  it("says that Drive is not allowed", () => {
    const open = openEmpty();
    choose(open, "menuSetUp");
    const scopes = new Set([...open.context.scopes].filter((scope) => !scope.endsWith("drive.file")));
    Object.assign(open.context, { scopes });
    expect(choose(open, "menuReport")).toMatch(/^Sổ 2282\nBạn chưa cho phép sổ lưu tệp vào Drive\./);
  });
});

describe("what the sidebar calls", () => {
  it.each<readonly [string, readonly unknown[], string]>([
    ["createWorkbook", ["x"], "Cần danh sách bảng"],
    ["createWorkbook", [[{ file: "a", header: ["b"], rows: [{ line: "1", cells: [] }] }]], "Cần danh sách bảng"],
    ["createWorkbook", [[], 1999], "Cần năm báo cáo từ 2020 đến 2100; thấy “1999”."],
    ["importFolder", [], "Cần danh sách bảng"],
    ["createReport", [{ kind: "tuần" }], "Cần loại báo cáo year, midterm, final; thấy “tuần”."],
    ["createReport", [{ template: 5 }], "Cần mẫu báo cáo là tệp .docx"],
  ])("%s%j is refused in words", (name, args, message) => {
    expect(() => openEmpty().run(name, args)).toThrow(message);
  });

  it("makes no workbook over another", () => {
    const open = openEmpty();
    open.run("createWorkbook", [[]]);
    const before = titles(open);
    expect(() => open.run("createWorkbook", [[]])).toThrow("Cần một bảng tính trống; bảng tính này đã là một sổ.");
    expect(titles(open)).toEqual(before);
  });

  it("finds the lock free again after a failure", () => {
    const open = openEmpty();
    expect(() => open.run("importFolder", [[]])).toThrow("Cần tab");
    expect(() => open.run("createWorkbook", [[]])).not.toThrow();
  });
});
