import { describe, expect, it } from "vitest";
import type { Subject } from "../../src/core/check.ts";
import { issueRows, subjectName } from "../../src/workbook/issues.ts";
import { element, PLAN } from "../plan.ts";
import { newWorkbook, SMALL_COMMUNE, type TestWorkbook, unit } from "./workbook.ts";

const cells = (book: TestWorkbook) =>
  book.found().map(({ code, unit, tab, cell }) => `${code} ${unit}: ${tab} ${cell}`);

describe("personal data", () => {
  it("is an error in the very cell, says why, and is not repeated", () => {
    const book = newWorkbook()
      .type("CAX", "D45", "Bà Nguyễn Thị Bông, điện thoại 0912 345 678, đã trình bày tham luận.")
      .type("CAX", "C38", "Tọa đàm với bà Trần Thị Mận", 5, 4, "", "08/03/2026");
    const told = book.issues().filter(({ code }) => code === "personal-data");
    expect(told.map(({ severity, unit, tab, cell }) => [severity, unit, tab, cell])).toEqual([
      ["error", "CAX", "CAX", "C38"],
      ["error", "CAX", "CAX", "D45"],
    ]);
    for (const { message } of told) {
      expect(message).toContain("Luật 91/2025/QH15");
      expect(message).not.toMatch(/345 678|Bông|Mận/);
    }
  });

  it("is asked about in the register, at the mailbox", () => {
    const book = newWorkbook().type("Đơn vị", "D6", "nguyenthibong@gmail.com");
    const told = book.issues().filter(({ code }) => code === "personal-mailbox");
    expect(told.map(({ severity, unit, tab, cell }) => [severity, unit, tab, cell])).toEqual([
      ["warning", "CAX", "Đơn vị", "D6"],
    ]);
  });

  it("is not seen in ordinary words", () => {
    const book = newWorkbook().type("CAX", "D45", "Phối hợp Trường THCS Nguyễn Trãi tổ chức 02 buổi, 15.000.000 đồng.");
    expect(book.issues().filter(({ code }) => code === "personal-data")).toEqual([]);
  });
});

describe("numbers as people type them", () => {
  it("are understood where they can mean one thing only", () => {
    const book = newWorkbook().type("CAX", "D6", "12 người", "０５").type("CAX", "D41", "15.000.000 đồng", "9.500.000");
    const { values, funds } = book.records().commune;
    expect(values.find(({ unit, element }) => unit === "CAX" && element === "LD")).toMatchObject({
      total: 12,
      women: 5,
    });
    expect(funds).toEqual([{ unit: "CAX", source: "ns", planned: 15_000_000, spent: 9_500_000 }]);
  });

  it("are asked about where they can mean two", () => {
    const told = newWorkbook().type("CAX", "D6", "1.234", 5).found();
    expect(told.map(({ code, cell }) => [code, cell])).toEqual([["not-a-number", "D6"]]);
    expect(told[0]?.message).toMatch(/1234/);
  });
});

/** Two tasks' rows apart: the form of CAX has V4.1 in row 31; its activities begin in row 38, money in 41, words in 45. */
describe("an issue", () => {
  it("of a form's figure stands in its cell", () => {
    expect(cells(newWorkbook().type("CAX", "D6", 3, 4))).toEqual(["women-over-total CAX: CAX E6"]);
    expect(cells(newWorkbook().type("CAX", "D6", "ba", 1))).toEqual(["not-a-number CAX: CAX D6"]);
    expect(cells(newWorkbook().type("VHXH", "E18", 3, "").type("VHXH", "E19", 4))).toEqual([
      "dtn-over-qhc VHXH: VHXH E19",
    ]);
  });

  it("of a hamlet's figure stands in the grid", () => {
    expect(cells(newWorkbook().type("Các ấp", "C6", 5, 6))).toEqual(["women-over-total AP2: Các ấp D6"]);
    expect(cells(newWorkbook().type("Các ấp", "I5", 2, 1))).toEqual(["few-mediators AP1: Các ấp I5"]);
  });

  it("of an activity, money or a task stands in its row of the form", () => {
    const book = newWorkbook()
      .type("CAX", "C39", "Chủ đề", 5, 6, "", "08/03/2026", "AI ĐÓ")
      .type("CAX", "D42", 10, 20)
      .type("CAX", "F31", "gần xong")
      .type("CAX", "F32", "Xong");
    expect(cells(book)).toEqual([
      "women-over-total CAX: CAX E39",
      "unknown-co-organiser CAX: CAX H39",
      "task-status CAX: CAX F31",
      "done-without-result CAX: CAX G32",
      "overspent CAX: CAX E42",
    ]);
    expect(cells(newWorkbook().type("CAX", "C38", "Chủ đề"))).toEqual(["event-no-day CAX: CAX G38"]);
    expect(cells(newWorkbook().type("CAX", "D38", 5, 4, "", "08/03/2026"))).toEqual(["event-no-theme CAX: CAX C38"]);
    expect(cells(newWorkbook().type("CAX", "C38", "Chủ đề", "năm", "", "", "08/03/2026"))).toEqual([
      "not-a-number CAX: CAX D38",
    ]);
  });

  it("of a hamlet's activity or money stands in its block", () => {
    // Blocks of ten rows: AP1 from row 5, AP2 from row 15.
    const book = newWorkbook().type("Hoạt động ấp", "C16", "Chủ đề").type("Hoạt động ấp", "D17", -1);
    expect(cells(book)).toEqual(["event-no-day AP2: Hoạt động ấp G16", "negative AP2: Hoạt động ấp D17"]);
  });

  it("of an earlier year stands in that row, wherever its columns have gone", () => {
    const book = newWorkbook()
      .type("Lịch sử", "A5", 2025, "CAX", "LD", 3, 1)
      .type("Lịch sử", "A7", 2025, "CAX", "CUX", 3, 4);
    expect(cells(book)).toEqual(["history-invalid CAX: Lịch sử D7"]);
    for (const row of book.sheet("Lịch sử").slice(3)) row.reverse();
    expect(cells(book)).toEqual(["history-invalid CAX: Lịch sử B7"]);
  });

  it("of the custodian stands in the settings, also when their rows were sorted", () => {
    const book = newWorkbook(SMALL_COMMUNE, { custodian: "AI" });
    expect(cells(book)).toEqual(["no-custodian : Cấu hình C14"]);
    const settings = book.sheet("Cấu hình");
    settings.splice(4, settings.length, ...settings.slice(4).reverse());
    expect(cells(book)).toEqual(["no-custodian : Cấu hình C21"]);
  });

  it("of a word in a scope or among a task's assignees that is neither role nor unit stands there", () => {
    const book = newWorkbook()
      .type("Chỉ tiêu", "F6", "CUX trừ Hội LHPN|PNX")
      .type("Nhiệm vụ", "D5", "VHXH|VHX|co_quan");
    expect(cells(book)).toEqual(["target-scope : Chỉ tiêu F6", "task-assignee : Nhiệm vụ D5"]);
    const old = newWorkbook().type("Chỉ tiêu", "F6", "CUX trừ LHPN").type("Nhiệm vụ", "D10", "LHPN");
    expect(cells(old)).toEqual([]);
  });

  it("of a national figure where none counts stands there", () => {
    expect(cells(newWorkbook().type("Chỉ tiêu", "L5", 60, 75))).toEqual([
      "target-national : Chỉ tiêu L5",
      "target-national : Chỉ tiêu M5",
    ]);
  });

  it("of a role that nobody holds stands in the settings", () => {
    const told = newWorkbook(SMALL_COMMUNE, { lhpn: "PN" }).issues();
    expect(told.find(({ code, message }) => code === "no-role" && message.includes("LHPN"))).toMatchObject({
      severity: "error",
      tab: "Cấu hình",
      cell: "C15",
      message:
        "Tab Cấu hình, ô C15 – Hội LHPN: cần mã đơn vị có vai trò Hội LHPN; thấy “PN”, không phải mã một đơn vị đang hoạt động. Ghi mã đơn vị đó ở tab Cấu hình; hiện phần tính riêng của chỉ tiêu CT2 và nhiệm vụ V3.1, V3.2, V3.3 chưa có đơn vị nào.",
    });
  });

  it("says where, what was expected, what was found and what to do", () => {
    expect(newWorkbook().type("Các ấp", "C6", 5, 6).found()).toEqual([
      {
        severity: "error",
        code: "women-over-total",
        tab: "Các ấp",
        cell: "D6",
        unit: "AP2",
        element: "CUA",
        message:
          "Tab Các ấp, ô D6 – Chi ủy ấp (CUA), số nữ: cần số nữ không quá tổng số (5); thấy 6. Sửa số nữ hoặc tổng số.",
      },
    ]);
  });

  it("comes unit by unit in the order of the register, the commune's last", () => {
    const book = newWorkbook(SMALL_COMMUNE, { custodian: "AI" })
      .type("Các ấp", "C5", 5, 6)
      .type("CAX", "D6", 3, 4)
      .type("Lịch sử", "A5", 2025, "VHXH", "??", 1, 1);
    expect(book.found().map(({ unit }) => unit)).toEqual(["VHXH", "CAX", "AP1", ""]);
  });
});

describe("a form keeps its shape", () => {
  const typed = () => newWorkbook().type("CAX", "D42", 10, 20).type("Hoạt động ấp", "D17", -1);

  it("when the number of activities' rows has been changed since", () => {
    for (const rows of [1, 5, 200]) {
      const book = typed().type("Cấu hình", "C18", rows, "").type("Cấu hình", "C19", rows, "");
      expect(cells(book)).toEqual(["overspent CAX: CAX E42", "negative AP2: Hoạt động ấp D17"]);
    }
  });

  it("when a task has been added or taken off the list", () => {
    expect(cells(typed().type("Nhiệm vụ", "A19", "V9", "1", "Việc mới", "CAX"))).toContain("overspent CAX: CAX E42");
    expect(cells(typed().type("Nhiệm vụ", "A5", "", "", "", ""))).toContain("overspent CAX: CAX E42");
  });

  it("when the register has been sorted", () => {
    const book = newWorkbook().type("Các ấp", "C6", 5, 6).type("Hoạt động ấp", "D17", -1);
    const register = book.sheet("Đơn vị");
    register.splice(4, 5, ...register.slice(4, 9).reverse());
    expect(cells(book)).toEqual(["women-over-total AP2: Các ấp D6", "negative AP2: Hoạt động ấp D17"]);
  });

  it("when the hamlets' columns have been moved", () => {
    const book = newWorkbook().type("Các ấp", "C6", 5, 6);
    for (const row of book.sheet("Các ấp").slice(3)) row.reverse();
    expect(cells(book)).toEqual(["women-over-total AP2: Các ấp Q6"]);
  });
});

describe("nothing that was typed vanishes", () => {
  it.each<readonly [string, (book: TestWorkbook) => unknown, string]>([
    ["a figure in a hidden row", (book) => book.type("CAX", "D7", 9, 3), "unasked-value CAX: CAX D7"],
    ["a note in a hidden row", (book) => book.type("CAX", "F7", "nhớ hỏi"), "unasked-value CAX: CAX D7"],
    ["a total in a grey cell", (book) => book.type("VHXH", "D15", 9, 3), "unasked-total VHXH: VHXH D15"],
    ["a figure in a grey cell of the grid", (book) => book.type("Các ấp", "F6", "", 3), "unasked-value AP2: Các ấp G6"],
    ["a task of another unit", (book) => book.type("CAX", "F23", "Xong"), "unasked-task CAX: CAX F23"],
    ["the result of a task of another unit", (book) => book.type("CAX", "G23", "Tốt"), "unasked-task CAX: CAX G23"],
    ["a row of the grid without a code", (book) => book.type("Các ấp", "C7", 5, 2), "hamlet-row : Các ấp A7"],
    [
      "a hamlet that the register has not",
      (book) => book.type("Các ấp", "A7", "AP9", "", 5),
      "hamlet-row AP9: Các ấp A7",
    ],
    ["a second row of a hamlet", (book) => book.type("Các ấp", "A7", "AP1", "", 5), "hamlet-row AP1: Các ấp A7"],
    [
      "an unknown element of an earlier year",
      (book) => book.type("Lịch sử", "A5", 2025, "CAX", "L D", 3, 1),
      "history-unreadable CAX: Lịch sử C5",
    ],
    [
      "an earlier year in words",
      (book) => book.type("Lịch sử", "A5", "năm ngoái", "CAX", "LD", 3, 1),
      "history-unreadable CAX: Lịch sử A5",
    ],
    [
      "an earlier year without its unit",
      (book) => book.type("Lịch sử", "A5", 2025, "", "LD", 3, 1),
      "history-unreadable : Lịch sử B5",
    ],
    ["a unit without a code", (book) => book.type("Đơn vị", "B10", "Trường mới"), "unit-without-code : Đơn vị A10"],
    [
      "an odd code",
      (book) => book.type("Đơn vị", "A10", "X|Y", "", "Ấp", "", "", "", "X-Y"),
      "unit-code X|Y: Đơn vị A10",
    ],
    ["an unknown element of a unit", (book) => book.type("Đơn vị", "F6", "LD|LĐ"), "unit-elements CAX: Đơn vị F6"],
    ["a word for CT1", (book) => book.type("Đơn vị", "E6", "chắc có"), "unit-ct1 CAX: Đơn vị E6"],
    [
      "quy hoạch of another unit",
      (book) => book.type("Đơn vị", "F6", "LD|QH"),
      "planned-outside-custodian CAX: Đơn vị F6",
    ],
    ["an unknown kind of commune", (book) => book.type("Cấu hình", "C6", "thị trấn"), "setting-kind : Cấu hình C6"],
    ["a day that is none", (book) => book.type("Cấu hình", "C9", "hôm qua"), "setting-day : Cấu hình C9"],
    [
      "a target of the commune's own",
      (book) => book.type("Chỉ tiêu", "A21", "CT7", "Mới", 50),
      "target-row : Chỉ tiêu A21",
    ],
    [
      "a second row of a target",
      (book) => book.type("Chỉ tiêu", "A12", "CT1", "Khác", 50),
      "target-row : Chỉ tiêu A12",
    ],
    ["a threshold of CT2B", (book) => book.type("Chỉ tiêu", "C7", 30), "target-threshold : Chỉ tiêu C7"],
    ["a task without a code", (book) => book.type("Nhiệm vụ", "C19", "Việc mới"), "task-code : Nhiệm vụ A19"],
    [
      "a task with a code that is taken",
      (book) => book.type("Nhiệm vụ", "A19", "V1.1", "1"),
      "task-code : Nhiệm vụ A19",
    ],
    ["a task of a fourth group", (book) => book.type("Nhiệm vụ", "B5", "4"), "task-group : Nhiệm vụ B5"],
  ])("%s is told of", (_, type, told) => {
    const book = newWorkbook();
    expect(cells(book)).not.toContain(told);
    type(book);
    expect(cells(book)).toContain(told);
  });

  it("tells once of the form of a unit that was taken off the register", () => {
    const book = newWorkbook().type("CAX", "D6", 3, 1).type("CAX", "C38", "Chủ đề", 5, 4, "", "08/03/2026");
    book.type("Đơn vị", "A6", "CA");
    const told = book.found().filter(({ code }) => code === "unknown-unit");
    expect(told.map(({ unit, tab, cell }) => [unit, tab, cell])).toEqual([["CAX", "Dữ liệu", "A45"]]);
    expect(book.records().commune.activities).toEqual([]);
  });

  it("tells of a unit that has no form yet, in the register", () => {
    const book = newWorkbook().type("Đơn vị", "A10", "TYT", "Trạm Y tế", "Đơn vị sự nghiệp");
    const told = book.issues().filter((issue) => issue.unit === "TYT");
    expect(told.map(({ code, tab, cell }) => [code, tab, cell])).toEqual([
      ["missing", "Đơn vị", "A10"],
      ["no-form", "Đơn vị", "A10"],
    ]);
  });

  it("counts a hamlet's figure in the grid when its own form is still blank, and tells of two", () => {
    const book = newWorkbook([unit("AP1", "ap", { listed: ["CUA", "CUX"] }), unit("AP2", "ap", { listed: ["CUA"] })]);
    book.type("Các ấp", "A6", "AP1", "Tên AP1", 5, 2);
    expect(book.records().commune.values).toEqual([{ unit: "AP1", element: "CUA", total: 5, women: 2, note: "" }]);
    expect(cells(book)).not.toContain("value-twice AP1: Các ấp C6");
    book.type("AP1", "F8", "xem tab Các ấp");
    expect(book.records().commune.values).toMatchObject([{ unit: "AP1", element: "CUA", total: 5, women: 2 }]);
    book.type("AP1", "D8", 7, 3, "");
    expect(book.records().commune.values).toEqual([{ unit: "AP1", element: "CUA", total: 7, women: 3, note: "" }]);
    expect(cells(book)).toContain("value-twice AP1: Các ấp C6");
  });
});

describe("a unit that was closed", () => {
  it("counts no more at once, and its form is told of until it is put away", () => {
    const book = newWorkbook([unit("CAX", "vu_trang"), unit("KT", "co_quan")], { custodian: "" })
      .type("CAX", "D6", 3, 1)
      .type("Đơn vị", "J5", "Ngừng hoạt động");
    expect(book.records().commune.units.map(({ code }) => code)).toEqual(["KT"]);
    const issues = book.issues().filter(({ unit }) => unit === "CAX");
    expect(issues.map(({ code, severity, tab, cell }) => [code, severity, tab, cell])).toEqual([
      ["closed-form", "warning", "Đơn vị", "A5"],
    ]);
  });
});

describe("the rows of the tab Kiểm tra", () => {
  it("say the same, and the id of the tab where one is known", () => {
    const book = newWorkbook([unit("CAX", "vu_trang")], { custodian: "CAX" }).type("CAX", "D6", 3, 4);
    book.type("Đơn vị", "H5", "47|CAX");
    expect(issueRows(book.records()).find((row) => row[0] === "Lỗi" && row[3] === "E6")).toEqual([
      "Lỗi",
      "CAX",
      "CAX",
      "E6",
      "Lãnh đạo, quản lý của đơn vị (LD), số nữ",
      "Cần số nữ không quá tổng số (3); thấy 4. Sửa số nữ hoặc tổng số.",
      "47",
    ]);
  });

  it("say so where there is nothing to say", () => {
    expect(issueRows(newWorkbook([], { custodian: "" }).records())).toEqual([
      ["Tốt", "", "", "", "", "Không có chỗ nào thiếu hay sai.", ""],
    ]);
  });
});

describe("subjectName", () => {
  it.each<readonly [Subject, string]>([
    [{ kind: "value", element: element("THG"), field: "women" }, "Tổ hòa giải (THG), số nữ"],
    [{ kind: "activity", slot: 2, field: "coOrganisers" }, "Hoạt động thứ 3, đơn vị phối hợp"],
    [{ kind: "fund", source: "ns", field: "spent" }, "Kinh phí ngân sách nhà nước, đã chi"],
    [{ kind: "task", task: "V1.1", field: "result" }, "Nhiệm vụ V1.1, kết quả"],
    [{ kind: "history", row: 0 }, "Số liệu năm trước"],
    [{ kind: "role", role: "custodian" }, "Đơn vị nhập số liệu quy hoạch"],
  ])("says %j in words", (subject, name) => {
    expect(subjectName(subject, PLAN)).toBe(name);
  });
});
