/** The register's life: units come, are renamed, change type, close, come back, are merged – by one entry of the menu. */
import { describe, expect, it } from "vitest";
import { choose, held, rowOf, setUp, sheetOf, titles, type } from "./desk.ts";

const OFFICE = "Cơ quan, phòng ban";
const SERVICE = "Đơn vị sự nghiệp";
const UNION = "MTTQ, tổ chức CT-XH";
const HAMLET = "Ấp";

describe("a unit", () => {
  it("that gets another name has it in its form, with all its figures", () => {
    const open = setUp([["TYT", "Trạm Y tế", SERVICE]]);
    type(open, "TYT", "D6", [[5, 2, "ghi chú"]]);
    type(open, "Đơn vị", "B5", [["Trạm Y tế xã Mẫu"]]);
    choose(open, "menuSetUp");
    expect(held(open, "TYT", 1, 1, 3)).toEqual(["TYT", expect.stringContaining("SL.LD"), "Trạm Y tế xã Mẫu"]);
    expect(held(open, "TYT", 6, 4, 3)).toEqual([5, 2, "ghi chú"]);
  });

  it("that gets another code keeps its form and its earlier years under it", () => {
    const open = setUp([
      ["TYT", "Trạm Y tế", SERVICE],
      ["VP", "Văn phòng", OFFICE],
    ]);
    type(open, "TYT", "D6", [[5, 2]]);
    type(open, "Lịch sử", "A5", [
      [2025, "TYT", "LD", 4, 1],
      [2025, "VP", "LD", 3, 1],
    ]);
    type(open, "Đơn vị", "A5", [["TYTX"]]);
    choose(open, "menuSetUp");
    expect(titles(open).filter((title) => title.includes("TYT"))).toEqual(["TYT"]);
    expect(held(open, "TYT", 6, 1, 5)).toEqual(["TYTX", "SL.LD", expect.any(String), 5, 2]);
    expect(
      sheetOf(open, "Lịch sử")
        .cells.slice(5, 7)
        .map((line) => line?.[2]?.value),
    ).toEqual(["TYTX", "VP"]);
    expect(held(open, "Đơn vị", 5, 7, 2)).toEqual(["TYT", expect.stringMatching(/^\d+\|TYTX$/)]);
  });

  it("that reports other data elements has other rows shown, and keeps those it has filled in", () => {
    const open = setUp([["HND", "Hội Nông dân", OFFICE]]);
    type(open, "HND", "D6", [[5, 2]]);
    const row = rowOf(open, "HND", "SL.BCHX");
    expect(sheetOf(open, "HND").hiddenRows.has(row)).toBe(true);
    type(open, "Đơn vị", "C5", [[UNION]]);
    choose(open, "menuSetUp");
    expect(sheetOf(open, "HND").hiddenRows.has(row)).toBe(false);
    expect(sheetOf(open, "HND").hiddenRows.has(rowOf(open, "HND", "SL.CUX"))).toBe(true);
    expect(held(open, "HND", 6, 4, 2)).toEqual([5, 2]);
  });

  it("that becomes a hamlet takes its figures along, and its form is put away", () => {
    const open = setUp([
      ["KP1", "Khu phố Một", OFFICE],
      ["AP1", "Ấp Một", HAMLET],
    ]);
    type(open, "KP1", `D${rowOf(open, "KP1", "SL.THG")}`, [[5, 2, "tổ chung"]]);
    type(open, "KP1", `C${rowOf(open, "KP1", "HD.1")}`, [["Họp dân", 40, 21]]);
    type(open, "KP1", `D${rowOf(open, "KP1", "DG.results")}`, [["Đã làm tốt"]]);
    type(open, "Các ấp", "C5", [[7, 3]]);
    type(open, "Đơn vị", "C5", [[HAMLET]]);
    choose(open, "menuSetUp");
    const grid = sheetOf(open, "Các ấp");
    const thg = grid.cells[4]?.findIndex((cell) => cell?.value === "THG: tổng số") ?? 0;
    expect(held(open, "Các ấp", 5, 1, 1)).toEqual(["KP1"]);
    expect(held(open, "Các ấp", 5, thg, 3)).toEqual([5, 2, "tổ chung"]);
    expect(held(open, "Các ấp", 6, 1, 4)).toEqual(["AP1", "Ấp Một", 7, 3]);
    expect(held(open, "Hoạt động ấp", rowOf(open, "Hoạt động ấp", "HD.1", "KP1"), 3, 3)).toEqual(["Họp dân", 40, 21]);
    expect(held(open, "Hoạt động ấp", rowOf(open, "Hoạt động ấp", "DG.results", "KP1"), 4, 1)).toEqual(["Đã làm tốt"]);
    expect(sheetOf(open, "KP1 (lưu)").hidden).toBe(true);
    expect(held(open, "KP1 (lưu)", rowOf(open, "KP1 (lưu)", "SL.THG"), 4, 2)).toEqual([5, 2]);
  });

  it("that is no hamlet any more gets a form with all that its row and its block held", () => {
    const open = setUp([
      ["AP1", "Ấp Một", HAMLET],
      ["AP2", "Ấp Hai", HAMLET],
    ]);
    type(open, "Các ấp", "C5", [[7, 3, "một"]]);
    type(open, "Các ấp", "C6", [[9, 4, "hai"]]);
    type(open, "Hoạt động ấp", `D${rowOf(open, "Hoạt động ấp", "KP.ns", "AP1")}`, [[5_000_000, 4_000_000]]);
    type(open, "Đơn vị", "C5", [[OFFICE]]);
    type(open, "Đơn vị", "F5", [["LD|CUA"]]);
    choose(open, "menuSetUp");
    expect(held(open, "AP1", rowOf(open, "AP1", "SL.CUA"), 4, 3)).toEqual([7, 3, "một"]);
    expect(held(open, "AP1", rowOf(open, "AP1", "KP.ns"), 4, 2)).toEqual([5_000_000, 4_000_000]);
    expect(held(open, "Các ấp", 5, 1, 5)).toEqual(["AP2", "Ấp Hai", 9, 4, "hai"]);
    expect(held(open, "Các ấp", 6, 1, 1)).toEqual([null]);
  });

  it("that closes is put away with its figures, counts no more, and comes back as it was", () => {
    const open = setUp([
      ["TYT", "Trạm Y tế", SERVICE],
      ["VP", "Văn phòng", OFFICE],
    ]);
    type(open, "TYT", "D6", [[5, 2]]);
    type(open, "VP", "D6", [[3, 0]]);
    type(open, "Đơn vị", "J5", [["Ngừng hoạt động"]]);
    choose(open, "menuSetUp");
    expect(sheetOf(open, "TYT (lưu)").hidden).toBe(true);
    expect(open.run("getScorecard")).toMatchObject({
      units: { registered: 1 },
      indicators: expect.arrayContaining([expect.objectContaining({ code: "CT1", numerator: 0, denominator: 1 })]),
    });
    type(open, "Đơn vị", "J5", [["Đang hoạt động"]]);
    choose(open, "menuSetUp");
    expect(sheetOf(open, "TYT").hidden).toBe(false);
    expect(held(open, "TYT", 6, 4, 2)).toEqual([5, 2]);
    expect(open.run("getScorecard")).toMatchObject({ units: { registered: 2 } });
  });

  it("that leaves the register is put away, never deleted, and comes back with its row", () => {
    const open = setUp([
      ["TYT", "Trạm Y tế", SERVICE],
      ["VP", "Văn phòng", OFFICE],
    ]);
    type(open, "TYT", "D6", [[5, 2]]);
    open.act({ kind: "deleteRows", sheet: sheetOf(open, "Đơn vị").id, at: 5, count: 1 });
    choose(open, "menuSetUp");
    expect(held(open, "TYT (lưu)", 6, 4, 2)).toEqual([5, 2]);
    type(open, "Đơn vị", "A6", [["TYT", "Trạm Y tế", SERVICE]]);
    choose(open, "menuSetUp");
    expect(titles(open).filter((title) => title.includes("TYT"))).toEqual(["TYT"]);
    expect(held(open, "TYT", 6, 4, 2)).toEqual([5, 2]);
  });
});

describe("a hamlet that closes", () => {
  it("gives its row up; what stood in it is in the archive with its old place and the reason", () => {
    const open = setUp([
      ["AP1", "Ấp Một", HAMLET],
      ["AP2", "Ấp Hai", HAMLET],
    ]);
    type(open, "Các ấp", "C5", [[7, 3, "một"]]);
    type(open, "Các ấp", "C6", [[9, 4, "hai"]]);
    type(open, "Hoạt động ấp", `C${rowOf(open, "Hoạt động ấp", "HD.1", "AP1")}`, [["Họp dân"]]);
    type(open, "Đơn vị", "J5", [["Ngừng hoạt động"]]);
    choose(open, "menuSetUp");
    expect(held(open, "Các ấp", 5, 1, 5)).toEqual(["AP2", "Ấp Hai", 9, 4, "hai"]);
    const archive = sheetOf(open, "Lưu trữ")
      .cells.slice(5)
      .map((line) => line?.slice(2).map((cell) => cell?.value));
    const place = ["AP1", "Các ấp", undefined];
    expect(archive).toEqual([
      [...place, "Chi ủy ấp (CUA)", "7", "Đơn vị ngừng hoạt động"],
      [...place, "Chi ủy ấp (CUA)", "3", "Đơn vị ngừng hoạt động"],
      [...place, "Chi ủy ấp (CUA)", "một", "Đơn vị ngừng hoạt động"],
      [...place, "HD.1", "Họp dân", "Đơn vị ngừng hoạt động"],
    ]);
  });
});

describe("a unit that is merged into another", () => {
  const merged = () => {
    const open = setUp([
      ["TH1", "Tiểu học Một", SERVICE],
      ["TH2", "Tiểu học Hai", SERVICE],
    ]);
    const activity = (tab: string, key: string) => `C${rowOf(open, tab, key)}`;
    type(open, "TH1", "D6", [[2, 1]]);
    type(open, "TH1", activity("TH1", "HD.1"), [["Ngày hội", 40, 30]]);
    type(open, "TH1", `D${rowOf(open, "TH1", "KP.ns")}`, [[1_000_000, 400_000]]);
    type(open, "TH2", "D6", [[3, 2]]);
    type(open, "TH2", activity("TH2", "HD.1"), [["Tọa đàm", 50, 20]]);
    type(open, "TH2", `D${rowOf(open, "TH2", "KP.ns")}`, [[2_000_000, 500_000]]);
    return open;
  };

  it("hands over its activities and its money, not its counts; its form is put away", () => {
    const open = merged();
    type(open, "Đơn vị", "K5", [["th2"]]);
    choose(open, "menuSetUp");
    const row = rowOf(open, "TH2", "HD.1");
    expect([held(open, "TH2", row, 3, 3), held(open, "TH2", row + 1, 3, 3)]).toEqual([
      ["Tọa đàm", 50, 20],
      ["Ngày hội", 40, 30],
    ]);
    expect(held(open, "TH2", rowOf(open, "TH2", "KP.ns"), 4, 2)).toEqual([3_000_000, 900_000]);
    expect(held(open, "TH2", 6, 4, 2)).toEqual([3, 2]);
    expect(held(open, "TH1 (lưu)", 6, 4, 2)).toEqual([2, 1]);
    expect(held(open, "Đơn vị", 5, 10, 2)).toEqual(["Đã gộp", "th2"]);
  });

  it("is merged once, however often set-up is run", () => {
    const open = merged();
    type(open, "Đơn vị", "K5", [["TH2"]]);
    choose(open, "menuSetUp");
    choose(open, "menuSetUp");
    expect(held(open, "TH2", rowOf(open, "TH2", "KP.ns"), 4, 2)).toEqual([3_000_000, 900_000]);
    expect(held(open, "TH2", rowOf(open, "TH2", "HD.3"), 3, 1)).toEqual([null]);
  });

  it("stays as it is, with a word, where the other has no rows left", () => {
    const open = merged();
    const first = rowOf(open, "TH2", "HD.1");
    type(
      open,
      "TH2",
      `C${first}`,
      Array.from({ length: 10 }, (_, index) => [`Việc ${index}`]),
    );
    type(open, "Đơn vị", "K5", [["TH2"]]);
    const before = structuredClone(open.workbook.sheets);
    expect(choose(open, "menuSetUp")).toBe(
      "Sổ 2282\nGộp TH1 (Tiểu học Một) vào TH2: cần thêm 1 dòng hoạt động trong biểu của TH2; thấy biểu đã hết chỗ. Hãy tăng số dòng hoạt động ở tab Cấu hình rồi làm lại.",
    );
    expect(open.workbook.sheets).toEqual(before);
  });

  it("into none that there is stays active, and is told of", () => {
    const open = merged();
    type(open, "Đơn vị", "K5", [["KHONGCO"]]);
    choose(open, "menuSetUp");
    expect(titles(open)).toContain("TH1");
    expect(open.run("getIssues")).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "unit-merger", tab: "Đơn vị", cell: "K5", severity: "error" }),
      ]),
    );
  });
});

describe("forms follow the plan", () => {
  it("when a task is added: all get its row, and keep what they had", () => {
    const open = setUp([["LHPN", "Hội Phụ nữ", UNION]]);
    type(open, "LHPN", `F${rowOf(open, "LHPN", "NV.V3.1")}`, [["Đang làm", "Kết quả một"]]);
    type(open, "LHPN", `C${rowOf(open, "LHPN", "HD.2")}`, [["Hội thi", 30, 25]]);
    const last = sheetOf(open, "Nhiệm vụ").cells.length - 1;
    open.act({ kind: "insertRows", sheet: sheetOf(open, "Nhiệm vụ").id, at: last, count: 1 });
    type(open, "Nhiệm vụ", `A${last}`, [["V9.1", "1", "Việc mới của huyện", "LHPN"]]);
    choose(open, "menuSetUp");
    const row = rowOf(open, "LHPN", "NV.V9.1");
    expect(held(open, "LHPN", row, 3, 1)).toEqual(["V9.1. Việc mới của huyện"]);
    expect(sheetOf(open, "LHPN").hiddenRows.has(row)).toBe(false);
    expect(held(open, "LHPN", rowOf(open, "LHPN", "NV.V3.1"), 6, 2)).toEqual(["Đang làm", "Kết quả một"]);
    expect(held(open, "LHPN", rowOf(open, "LHPN", "HD.2"), 3, 3)).toEqual(["Hội thi", 30, 25]);
  });

  it("when more rows for activities are set: all get them", () => {
    const open = setUp([
      ["VP", "Văn phòng", OFFICE],
      ["AP1", "Ấp Một", HAMLET],
    ]);
    type(open, "VP", `C${rowOf(open, "VP", "HD.10")}`, [["Việc thứ mười"]]);
    const setting = sheetOf(open, "Cấu hình").cells.findIndex((line) => line?.[1]?.value === "activity_rows");
    type(open, "Cấu hình", `C${setting}`, [[14]]);
    choose(open, "menuSetUp");
    expect(held(open, "VP", rowOf(open, "VP", "HD.10"), 3, 1)).toEqual(["Việc thứ mười"]);
    expect(rowOf(open, "VP", "HD.14") - rowOf(open, "VP", "HD.10")).toBe(4);
  });

  it("when another year is set: rules and titles are of that year", () => {
    const open = setUp([["VP", "Văn phòng", OFFICE]]);
    open.run("saveSetup", [{ settings: { year: "2027" }, targets: null, units: null }]);
    choose(open, "menuSetUp");
    expect(held(open, "VP", 2, 1, 1)).toEqual([2027]);
    expect(held(open, "VP", 2, 3, 1)).toEqual([expect.stringContaining("Báo cáo năm 2027")]);
    const day = 46_450; // 04/03/2027
    const row = rowOf(open, "VP", "HD.1");
    open.typeInto(sheetOf(open, "VP"), row, 7, day);
    expect(held(open, "VP", row, 7, 1)).toEqual([day]);
  });
});
