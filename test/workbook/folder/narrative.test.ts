import { describe, expect, it } from "vitest";
import { planImport } from "../../../src/workbook/placement/plan.ts";
import { readWorkbook } from "../../../src/workbook/read/workbook.ts";
import { newWorkbook } from "../workbook.ts";
import { figures, NARRATIVE, table } from "./tables.ts";

const TAB = "Nội dung báo cáo";

describe("narrative.csv", () => {
  it("has several paragraphs of a part in several rows, and all go into the part's cell", () => {
    const read = figures(
      table(
        "narrative.csv",
        NARRATIVE,
        ["praise", "Hội LHPN xã"],
        ["guidance", "- một\nhai"],
        ["praise", "=Công an xã"],
      ),
    );
    expect(read.refusals).toEqual([]);
    const book = newWorkbook().type(TAB, "C12", "cũ").type(TAB, "A13", "", "", "cũ hơn");
    const plan = planImport(read, book.records());
    expect([plan.placed, plan.refusals]).toEqual([3, []]);
    expect(book.write(plan.writes).records().commune.narrative).toEqual([
      { part: "guidance", text: "- một\nhai" },
      { part: "praise", text: "Hội LHPN xã\n=Công an xã" },
    ]);
  });

  it("leaves what is there where it says nothing", () => {
    const book = newWorkbook().type(TAB, "C5", "của người tổng hợp");
    const read = figures(table("narrative.csv", NARRATIVE, ["guidance", ""], ["causes", "Kiêm nhiệm"]));
    expect(book.write(planImport(read, book.records()).writes).at(TAB, "C5")).toBe("của người tổng hợp");
  });

  it("is refused row by row: an unknown part, and what no cell can hold", () => {
    const long = "x".repeat(30_000);
    const { narrative, refusals } = figures(
      table("narrative.csv", NARRATIVE, ["loi_khen", "a"], ["causes", long], ["causes", long], ["causes", "thêm"]),
    );
    expect(narrative.map(({ line, part }) => [line, part])).toEqual([
      [3, "causes"],
      [5, "causes"],
    ]);
    expect(refusals).toEqual([
      {
        file: "narrative.csv",
        line: 2,
        message:
          "cột part: cần một trong guidance, results, difficulties, limits, causes, direction, proposals, praise; thấy “loi_khen”. Hãy sửa tên phần.",
      },
      {
        file: "narrative.csv",
        line: 4,
        message: "cột text: cần không quá 50000 ký tự cho cả phần causes; thấy “60001 ký tự”. Hãy rút ngắn.",
      },
    ]);
  });

  it("finds no place in a workbook from before the tab, and says what to do", () => {
    const records = readWorkbook({ ...newWorkbook().grids(), narrative: [] });
    const plan = planImport(figures(table("narrative.csv", NARRATIVE, ["praise", "Hội LHPN xã"])), records);
    expect(plan.writes).toEqual([]);
    expect(plan.refusals.map(({ message }) => message)).toEqual([
      "cột part: cần dòng praise ở tab Nội dung báo cáo; không thấy. Hãy chọn Lập sổ, lập biểu rồi nhập lại.",
    ]);
  });
});
