import { describe, expect, it } from "vitest";
import type { RegisteredUnit } from "../../../src/core/unit.ts";
import type { PlanStep, SetupPlan } from "../../../src/workbook/plan.ts";
import { OWN_TITLES } from "../../../src/workbook/schema.ts";
import { planWorkbook } from "../../../src/workbook/setup/index.ts";
import { content, newWorkbook, SMALL_COMMUNE, TestWorkbook, unit } from "../workbook.ts";

const plan = (register: readonly RegisteredUnit[] = SMALL_COMMUNE, settings = {}) =>
  planWorkbook(content(register, settings));

function stepsOf<Kind extends PlanStep["do"]>(steps: SetupPlan, kind: Kind, tab?: string) {
  return steps.filter(
    (step): step is Extract<PlanStep, { do: Kind }> => step.do === kind && (tab === undefined || step.tab === tab),
  );
}

describe("the plan of a small commune", () => {
  it("makes the tabs in their order", () => {
    const made = plan().filter((step) => step.do === "insert" || step.do === "copy");
    expect(made.map(({ tab }) => tab)).toEqual([
      "Hướng dẫn",
      "Bảng điểm",
      "Kiểm tra",
      "Cấu hình",
      "Chỉ tiêu",
      "Danh mục số liệu",
      "Mốc",
      "Nhiệm vụ",
      "Đơn vị",
      "Lịch sử",
      "Nội dung báo cáo",
      "Nhật ký",
      "Quyền sửa",
      "Lưu trữ",
      "Dữ liệu",
      "Mẫu biểu",
      "Các ấp",
      "Hoạt động ấp",
      "VHXH",
      "CAX",
      "LHPN",
    ]);
    expect(OWN_TITLES).toEqual(expect.arrayContaining(made.map(({ tab }) => tab).slice(0, 14)));
  });

  it("writes settings, targets and the register", () => {
    const book = newWorkbook();
    expect(book.sheet("Cấu hình").slice(3, 6)).toEqual([
      ["Khóa", "Mục", "Giá trị", "Giải thích"],
      [
        "name",
        "Tên xã, phường",
        "Mẫu",
        "Không kèm chữ “xã”, ví dụ: Vĩnh Phong. Đặt theo tên người, chữ số, sự kiện thì ghi cả: Phường Điện Biên Phủ.",
      ],
      ["kind", "Loại", "xã", "xã, phường hoặc đặc khu."],
    ]);
    expect(book.sheet("Chỉ tiêu")[5]?.slice(0, 6)).toEqual([
      "CT2",
      "Nữ tham gia cấp ủy, Ban Chấp hành các tổ chức chính trị - xã hội cấp xã và các ấp",
      40,
      "%",
      2030,
      "CUX|CUA|BCHX|BCHA trừ Hội LHPN",
    ]);
    expect(
      book
        .sheet("Đơn vị")
        .slice(4, 9)
        .map((row) => [row[0], row[2], row[5], row[6]]),
    ).toEqual([
      ["VHXH", "Cơ quan, phòng ban", "", "VHXH"],
      ["CAX", "Công an, quân sự", "", "CAX"],
      ["LHPN", "MTTQ, tổ chức CT-XH", "", "LHPN"],
      ["AP1", "Ấp", "", "Các ấp"],
      ["AP2", "Ấp", "CUA|THG", "Các ấp"],
    ]);
  });

  it("gives each row of a form its unit, its key and its label, asked or not", () => {
    const form = newWorkbook().sheet("LHPN");
    const labels = form.map((row) => [row[0], row[1], row[2]]);
    expect(labels.slice(0, 3)).toEqual([
      ["LHPN", "# SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3 NV.V5.1 NV.V5.2 NV.V5.3", "Tên LHPN"],
      [2026, "", "Báo cáo năm 2026 – xã Mẫu. Xong trước ngày 15/11/2026 (muộn nhất 23:59 ngày 14/11/2026)."],
      ["", "", "Chỉ nhập vào ô màu vàng. Không có người nào thì gõ 0; để trống là chưa báo cáo. Không ghi tên người."],
    ]);
    expect(labels.slice(4, 7)).toEqual([
      ["LHPN", "", "I. SỐ LIỆU"],
      ["LHPN", "SL.LD", "Lãnh đạo, quản lý của đơn vị (LD)"],
      ["LHPN", "SL.CUX", "Cấp ủy xã (CUX)"],
    ]);
    expect(
      form
        .slice(4)
        .map((row) => row[1])
        .filter((key) => key !== ""),
    ).toHaveLength(16 + 14 + 2 + 3 + 4 + 1);
    expect(form[36]?.slice(0, 9)).toEqual([
      "LHPN",
      "",
      "III. HOẠT ĐỘNG TUYÊN TRUYỀN (chủ đề)",
      "Người dự",
      "Trong đó nữ",
      "Hình thức",
      "Ngày",
      "Đơn vị phối hợp",
      "Liên kết",
    ]);
  });

  it("hides in a form what its unit need not report", () => {
    // CAX reports LD (row 6) and answers for V4.1–V4.3 (rows 31–33); 22 is the header of its tasks.
    expect(stepsOf(plan(), "hideRows", "CAX").map(({ from, count }) => [from, count])).toEqual([
      [7, 15],
      [23, 8],
      [34, 3],
    ]);
    // VHXH, the custodian, reports LD, CUX and QH … THS, and answers for V1.1–V1.4.
    expect(stepsOf(plan(), "hideRows", "VHXH").map(({ from, count }) => [from, count])).toEqual([
      [8, 6],
      [27, 10],
    ]);
  });

  it("hides the whole section of tasks from a unit that has none", () => {
    expect(stepsOf(plan([unit("KT", "co_quan")]), "hideRows", "KT").map(({ from, count }) => [from, count])).toEqual([
      [7, 30],
    ]);
  });

  it("opens what is asked for, and not the grey cells", () => {
    const [protection] = stepsOf(plan(), "protect", "CAX");
    expect(protection?.open).toEqual(["D6:I14", "E15:I21", "F23:I36", "C38:I39", "D41:E43", "D45:I48", "D50:I50"]);
  });

  it("stacks whole tabs, so that a form of another length is read to its end, and tells where each row stands", () => {
    const stacked = (tab: string) =>
      `HSTACK('${tab}'!A5:I;SEQUENCE(ROWS('${tab}'!A5:I);1;1000*ROW(INDEX('${tab}'!A5:I;1;1))+COLUMN(INDEX('${tab}'!A5:I;1;1));1000))`;
    const [stack] = stepsOf(plan(), "formula", "Dữ liệu");
    expect(stack?.formula).toBe(
      `=LET(d;VSTACK(${["VHXH", "CAX", "LHPN", "Hoạt động ấp"].map(stacked).join(";")});FILTER(d;CHOOSECOLS(d;2)<>""))`,
    );
  });

  it("gives the two formulas every tab from its header on, open at the bottom", () => {
    const [scorecard] = stepsOf(plan(), "formula", "Bảng điểm");
    expect(scorecard?.formula).toBe(
      "=BDG_BANGDIEM('Chỉ tiêu'!A4:V;'Đơn vị'!A4:K;'Dữ liệu'!A4:J;'Các ấp'!A4:T;'Lịch sử'!A4:E;'Cấu hình'!A4:D;'Nhiệm vụ'!A4:D;'Mốc'!A4:C;'Danh mục số liệu'!A4:I)",
    );
  });

  it("reads back as what it was made of", () => {
    const { register, commune } = newWorkbook().records();
    expect(register.map(({ code, name, type, inCt1, listed }) => ({ code, name, type, inCt1, listed }))).toEqual(
      SMALL_COMMUNE.map(({ code, name, type, inCt1, listed }) => ({ code, name, type, inCt1, listed })),
    );
    const { plan: made, tasks } = content([]);
    expect(commune.taskList).toEqual(tasks);
    expect(commune.plan).toEqual(made);
  });

  it("refuses a year that is none", () => {
    expect(() => plan([], { year: "2026x" })).toThrow("Tab Cấu hình, mục “Năm báo cáo”");
  });
});

describe("the hamlets' tabs", () => {
  const hamlet = (number: number) => unit(`AP${number}`, "ap");

  it("are there, and empty, in a commune without hamlets", () => {
    const steps = plan([unit("VHXH", "co_quan")]);
    expect(stepsOf(steps, "insert", "Các ấp")[0]).toMatchObject({ rows: 5, columns: 20 });
    expect(stepsOf(steps, "insert", "Hoạt động ấp")[0]).toMatchObject({ rows: 5, columns: 10 });
    expect(stepsOf(steps, "formula", "Dữ liệu")[0]?.formula).not.toContain("Hoạt động ấp");
    expect(new TestWorkbook(steps).found()).toEqual([]);
  });

  it("have a row and a block for one hamlet", () => {
    const book = newWorkbook([hamlet(1)]);
    expect(book.sheet("Các ấp").slice(4)).toEqual([["AP1", "Tên AP1", ...Array.from({ length: 18 }, () => "")]]);
    expect(
      book
        .sheet("Hoạt động ấp")
        .slice(4)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      ["AP1", "", "TÊN AP1"],
      ["AP1", "HD.1", ""],
      ["AP1", "KP.ns", "Ngân sách nhà nước (đồng): dự toán, đã chi"],
      ["AP1", "KP.xhh", "Xã hội hóa (đồng): dự toán, đã chi"],
      ["AP1", "KP.khac", "Nguồn hợp pháp khác (đồng): dự toán, đã chi"],
      ["AP1", "DG.results", "Kết quả nổi bật"],
      ["AP1", "DG.difficulties", "Khó khăn, hạn chế"],
      ["AP1", "DG.causes", "Nguyên nhân"],
      ["AP1", "DG.proposals", "Đề xuất, kiến nghị"],
      ["AP1", "XN.nop", "Đơn vị nộp báo cáo"],
    ]);
  });

  it("have 25 rows and blocks under one another, in the order of the register, wherever the hamlets stand there", () => {
    const hamlets = Array.from({ length: 25 }, (_, index) => hamlet(25 - index));
    const book = newWorkbook([hamlets[0] ?? hamlet(0), unit("VHXH", "co_quan"), ...hamlets.slice(1)]);
    const codes = hamlets.map(({ code }) => code);
    expect(
      book
        .sheet("Các ấp")
        .slice(4)
        .map((row) => row[0]),
    ).toEqual(codes);
    expect(
      book
        .sheet("Hoạt động ấp")
        .filter((row) => row[1] === "HD.1")
        .map((row) => row[0]),
    ).toEqual(codes);
    expect(book.sheet("Hoạt động ấp")).toHaveLength(4 + 25 * 10);
  });

  it("take a constant number of steps, but for one guard each, however many hamlets there are", () => {
    const count = (hamlets: number) => {
      const steps = plan(Array.from({ length: hamlets }, (_, index) => hamlet(index)));
      return steps.filter((step) => step.tab === "Hoạt động ấp" && step.do !== "guard").length;
    };
    expect(count(25)).toBe(count(1));
  });

  it("hide the columns that no hamlet is asked for, and show LD where one counts for CT1", () => {
    const hiddenColumns = (register: readonly RegisteredUnit[]) =>
      stepsOf(plan(register), "hideColumns", "Các ấp").map(({ from, count }) => [from, count]);
    expect(hiddenColumns([hamlet(1)])).toEqual([[18, 3]]);
    expect(hiddenColumns([hamlet(1), unit("AP2", "ap", { inCt1: true })])).toEqual([]);
    expect(hiddenColumns([unit("AP2", "ap", { listed: ["CUA"] })])).toEqual([
      [6, 3],
      [9, 3],
      [12, 3],
      [15, 3],
      [18, 3],
    ]);
  });

  it("leave out a hamlet that reports the commune's cấp ủy: it has a form of its own", () => {
    const book = newWorkbook([hamlet(1), unit("AP2", "ap", { listed: ["CUA", "CUX"] }), hamlet(3)]);
    expect(
      book
        .sheet("Các ấp")
        .slice(4)
        .map((row) => row[0]),
    ).toEqual(["AP1", "AP3"]);
    expect(book.at("AP2", "A6")).toBe("AP2");
    expect(
      book
        .sheet("Đơn vị")
        .slice(4, 7)
        .map((row) => row[6]),
    ).toEqual(["Các ấp", "AP2", "Các ấp"]);
  });

  it("leave out a hamlet that answers for a task", () => {
    const { tasks, ...rest } = content([hamlet(1), hamlet(2)]);
    const own = { code: "V9", group: "1", text: "Việc của ấp", assignees: ["AP2"] } as const;
    const book = new TestWorkbook(planWorkbook({ ...rest, tasks: [...tasks, own] }));
    expect(
      book
        .sheet("Các ấp")
        .slice(4)
        .map((row) => row[0]),
    ).toEqual(["AP1"]);
    expect(book.sheet("AP2").map((row) => row[1])).toContain("NV.V9");
  });
});

describe("text in a plan", () => {
  it("stays text, whatever it looks like", () => {
    const name = '=HYPERLINK("http://x";"y")';
    const book = newWorkbook(
      [unit("007", "ap", { name: "1/2" }), unit("a/b", "co_quan", { name }), unit("TRUE", "co_quan")],
      {
        note: "=1+1",
        custodian: "007",
      },
    );
    // The test's workbook, like Sheets, takes one apostrophe off: without it these would be formulas, days and numbers.
    expect([book.at("Đơn vị", "A5"), book.at("Đơn vị", "B6"), book.at("Đơn vị", "A7")]).toEqual(["007", name, "TRUE"]);
    expect([book.at("a-b", "A6"), book.at("a-b", "C1"), book.at("Bảng điểm", "A3")]).toEqual(["a/b", name, "=1+1"]);
    const written = plan([unit("007", "ap"), unit("a/b", "co_quan", { name })], { note: "=1+1" })
      .filter((step) => step.do === "write")
      .flatMap(({ cells }) => cells.flat());
    expect(written.filter((cell) => typeof cell === "string" && /^[=+\-@\d]/.test(cell))).toEqual([]);
    expect(written).toEqual(expect.arrayContaining([`'${name}`, "'007", "'=1+1"]));
  });
});
