/** Units out of pasted rows: what each cell is, what is proposed, what is refused and why. */
import { describe, expect, it } from "vitest";
import { readPasted } from "../../../src/workbook/wizard/pasted.ts";
import { proposeStandard } from "../../../src/workbook/wizard/standard.ts";

function unitsOf(text: string, taken: readonly string[] = []) {
  return readPasted(text, taken).units.map(({ code, name, type, mailboxes }) => [code, name, type, ...mailboxes]);
}

describe("a pasted line", () => {
  it("is read cell by cell, in whatever order, under a header or none", () => {
    expect(
      unitsOf(
        "Mã\tTên đơn vị\tLoại\tHộp thư chung\nTYT\tTrạm Y tế xã\tĐơn vị sự nghiệp\ttramyte@xa.example\r\n1\tPhòng Kinh tế\tkinhte@xa.example; kt@xa.example\n",
      ),
    ).toEqual([
      ["TYT", "Trạm Y tế xã", "su_nghiep", "tramyte@xa.example"],
      ["PKT", "Phòng Kinh tế", "co_quan", "kinhte@xa.example", "kt@xa.example"],
    ]);
  });

  it.each([
    ["Văn phòng Đảng ủy", "dang"],
    ["Ủy ban nhân dân xã", "co_quan"],
    ["Thường trực Hội đồng nhân dân xã", "co_quan"],
    ["Trung tâm Phục vụ hành chính công", "co_quan"],
    ["Trường Tiểu học Vĩnh Phong 1", "su_nghiep"],
    ["Trung tâm Chính trị", "su_nghiep"],
    ["Ban Chỉ huy Quân sự xã", "vu_trang"],
    ["Hội Liên hiệp Phụ nữ xã", "ct_xh"],
    ["Đoàn TNCS Hồ Chí Minh xã", "ct_xh"],
    ["Ủy ban MTTQ Việt Nam xã", "ct_xh"],
    ["Ấp Vĩnh Phước 1", "ap"],
    ["Khóm 3", "ap"],
  ])("with the name %s alone is proposed as %s", (name, type) => {
    expect(unitsOf(name)[0]?.[2]).toBe(type);
  });

  it("gets a code that no other has, in the list or in the register", () => {
    expect(unitsOf("Ấp Vĩnh Phước 1\nẤp Vĩnh Phong 1\nẤp Vĩnh Phú 1", ["AVP1-2"]).map(([code]) => code)).toEqual([
      "AVP1",
      "AVP1-3",
      "AVP1-4",
    ]);
  });

  it.each([
    ["VP\tVăn phòng\nvp\tVăn phòng khác", 2, "Cần mã không trùng"],
    ["=X\tPhòng", 1, "Cần mã không bắt đầu bằng"],
    ["a@xa.example", 1, "Cần tên đơn vị"],
    ["\nTrạm Y tế, gọi 0912345678", 2, "thấy số điện thoại"],
    ["Trạm Y tế\tnguyenthilan@gmail.com", 1, "hộp thư có vẻ của cá nhân"],
  ])("%j is refused in line %i: %s", (text, line, message) => {
    const { problems } = readPasted(text, []);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.line).toBe(line);
    expect(problems[0]?.message).toContain(message);
  });

  it("that is blank is nothing", () => {
    expect(readPasted("\n \t \n", [])).toEqual({ units: [], problems: [] });
  });
});

describe("the standard list", () => {
  it("has every type of unit, and as many hamlets as asked for, with codes that differ", () => {
    const units = proposeStandard(14);
    expect(units.filter(({ type }) => type === "ap").map(({ code }) => code)).toHaveLength(14);
    expect(units[units.length - 1]).toEqual({ code: "AP14", name: "Ấp 14", type: "ap", mailboxes: [] });
    expect(new Set(units.map(({ type }) => type)).size).toBe(6);
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
    expect(proposeStandard(0).some(({ type }) => type === "ap")).toBe(false);
  });
});
