import { describe, expect, it } from "vitest";
import { readWorkbook } from "../../../src/workbook/read/workbook.ts";
import { newWorkbook } from "../workbook.ts";

const TAB = "Nội dung báo cáo";

describe("the coordinator's own text", () => {
  it("is read part by part, line breaks kept, blank parts left out", () => {
    const { commune } = newWorkbook()
      .type(TAB, "C5", "Đã ban hành\nhai văn bản")
      .type(TAB, "C12", "Hội LHPN xã")
      .records();
    expect(commune.narrative).toEqual([
      { part: "guidance", text: "Đã ban hành\nhai văn bản" },
      { part: "praise", text: "Hội LHPN xã" },
    ]);
  });

  it("goes on in a row that was put below it without key or name", () => {
    const book = newWorkbook().type(TAB, "C12", "Hội LHPN xã").type(TAB, "A13", "", "", "Công an xã");
    expect(book.records().commune.narrative).toEqual([
      { part: "praise", text: "Hội LHPN xã" },
      { part: "praise", text: "Công an xã" },
    ]);
    expect(book.found()).toEqual([]);
  });

  it("is known by its name where its key was erased", () => {
    const book = newWorkbook().type(TAB, "A6", "", "mục v.1.  kết quả nổi bật", "Tốt");
    expect(book.records().commune.narrative).toEqual([{ part: "results", text: "Tốt" }]);
  });

  it("of which nothing tells where it belongs is an issue, not a loss", () => {
    const told = newWorkbook().type(TAB, "A13", "lạ", "Mục khác", "Đoạn văn").found();
    expect(told.map(({ code, tab, cell, severity }) => [code, tab, cell, severity])).toEqual([
      ["narrative-part", TAB, "B13", "error"],
    ]);
    expect(told[0]?.message).toContain("chưa vào báo cáo");
  });

  it("is guarded against personal data like any input, at its cell", () => {
    const book = newWorkbook()
      .type(TAB, "C5", "Hội nghị triển khai ngày 05/3/2026 tại Trường THCS Nguyễn Trãi.")
      .type(TAB, "C12", "Hội LHPN xã\nBà Nguyễn Thị Bông, Chủ tịch Hội LHPN");
    const told = book.found();
    expect(told.map(({ code, tab, cell }) => [code, tab, cell])).toEqual([["personal-data", TAB, "C12"]]);
    expect(told[0]?.message).toContain("Đề nghị khen thưởng tập thể");
    expect(told[0]?.message).not.toContain("Bông");
  });

  it("is none in a workbook from before its tab, which reads as ever", () => {
    const grids = newWorkbook().type("CAX", "D6", 3, 1).grids();
    const { commune } = readWorkbook({ ...grids, narrative: [] });
    expect(commune.narrative).toEqual([]);
    expect(commune.values).toHaveLength(1);
  });
});
