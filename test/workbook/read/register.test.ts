import { describe, expect, it } from "vitest";
import {
  codeFault,
  readElementList,
  readRegister,
  readYesNo,
  splitWords,
} from "../../../src/workbook/read/register.ts";
import { PLAN } from "../../plan.ts";
import { newWorkbook, unit } from "../workbook.ts";

describe("readRegister", () => {
  it("reads every column", () => {
    const book = newWorkbook([
      unit("TYT", "su_nghiep", { mailboxes: ["a@x.example", "b@x.example"], inCt1: false, listed: ["LD", "CNS"] }),
    ]);
    expect(readRegister(book.grids().units)).toEqual([
      {
        code: "TYT",
        name: "Tên TYT",
        type: "su_nghiep",
        mailboxes: ["a@x.example", "b@x.example"],
        inCt1: false,
        listed: ["LD", "CNS"],
        row: 5,
        cell: "A5",
        mailboxCell: "D5",
        tab: "TYT",
        sheetId: "",
        notedFor: "",
        closed: false,
        merged: false,
        mergedInto: "",
      },
    ]);
  });

  it("reads which units are closed or merged, and takes a merger into none for none", () => {
    const book = newWorkbook([unit("A", "co_quan"), unit("B", "co_quan"), unit("C", "co_quan"), unit("D", "co_quan")])
      .type("Đơn vị", "J5", "Ngừng hoạt động")
      .type("Đơn vị", "K6", "c")
      .type("Đơn vị", "J8", "Đã gộp", "A");
    const read = readRegister(book.grids().units);
    expect(read.map(({ code, closed, merged, mergedInto }) => [code, closed, merged, mergedInto])).toEqual([
      ["A", true, false, ""],
      ["B", true, false, "C"],
      ["C", false, false, ""],
      ["D", true, true, ""],
    ]);
  });

  it("reads the id of a form with the code for which it was noted", () => {
    const book = newWorkbook([unit("TYT", "su_nghiep")]).type("Đơn vị", "H5", "12|TH");
    expect(readRegister(book.grids().units)[0]).toMatchObject({ sheetId: "12", notedFor: "TH" });
  });

  it("takes a type's code for its name, and a code for a name that is missing", () => {
    const book = newWorkbook([unit("TYT", "su_nghiep")]).type("Đơn vị", "B5", "", "vu_trang");
    expect(readRegister(book.grids().units)[0]).toMatchObject({ name: "TYT", type: "vu_trang" });
  });

  it("refuses a code that differs from another in case only, and a type that is none", () => {
    const twice = newWorkbook([unit("LHPN", "ct_xh"), unit("X", "ct_xh")]).type("Đơn vị", "A6", "lhpn");
    expect(() => readRegister(twice.grids().units)).toThrow(
      "Tab Đơn vị, dòng 6, cột “Mã”: cần mã đơn vị không trùng; thấy “lhpn” đã có ở dòng 5. Hãy đổi một trong hai mã.",
    );
    const odd = newWorkbook([unit("X", "ct_xh")]).type("Đơn vị", "C5", "");
    expect(() => readRegister(odd.grids().units)).toThrow(
      "Tab Đơn vị, dòng 5, cột “Loại”: cần loại đơn vị trong danh sách; thấy ô trống. Hãy chọn lại.",
    );
  });
});

describe("the words of the register", () => {
  it.each(["a|b", "a\nb", "=x", "+x", "-x", "@x", "'x", "ap", "co_quan"])("hold no code like %j", (code) => {
    expect(codeFault(code)).toBeDefined();
  });

  it.each(["LHPN", "a/b", "Dữ liệu", "007", 'O"N', "AP", "x".repeat(60), "T-1"])("hold a code like %j", (code) => {
    expect(codeFault(code)).toBeUndefined();
  });

  it.each([
    ["Có", true],
    ["CÓ ".normalize("NFD"), true],
    ["yes", true],
    ["Không", false],
    ["NO", false],
    ["", undefined],
    ["chắc có", undefined],
  ])("say yes and no: %j is %j", (typed, answer) => {
    expect(readYesNo(typed)).toBe(answer);
  });

  it("list data elements in the forms' order, and tell what is none", () => {
    expect(readElementList("thg| LD |LĐ|LD", PLAN)).toEqual({ known: ["LD", "THG"], unknown: ["LĐ"] });
    expect(splitWords("a@x.example; b@x.example, a@x.example")).toEqual(["a@x.example", "b@x.example"]);
  });
});
