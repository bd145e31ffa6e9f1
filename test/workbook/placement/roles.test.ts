import { describe, expect, it } from "vitest";
import { readFolderFigures } from "../../../src/workbook/folder/figures.ts";
import { readFolderRegister } from "../../../src/workbook/folder/register.ts";
import { planImport } from "../../../src/workbook/placement/plan.ts";
import { table } from "../folder/tables.ts";
import { newWorkbook, SMALL_COMMUNE, unit } from "../workbook.ts";

const BOOK = [...SMALL_COMMUNE, unit("HLX", "ct_xh")];

function importRoles(settings: Record<string, unknown>, ...rows: readonly (readonly string[])[]) {
  const book = newWorkbook(BOOK, settings);
  const records = book.records();
  const figures = readFolderFigures([table("roles.csv", "role,unit", ...rows)], records.commune);
  const plan = planImport(figures, records);
  return {
    book: book.write(plan.writes),
    refusals: [...figures.refusals, ...plan.refusals].map(({ message }) => message),
  };
}

describe("roles.csv", () => {
  it("names the units in the settings, which then have the roles", () => {
    const { book, refusals } = importRoles({}, ["lhpn", "HLX"], ["custodian", "VHXH"]);
    expect(refusals).toEqual([]);
    expect(
      book
        .records()
        .commune.units.filter(({ roles }) => roles.includes("lhpn"))
        .map(({ code }) => code),
    ).toEqual(["HLX"]);
  });

  it("may not contradict what the settings say, and leaves that", () => {
    const { book, refusals } = importRoles({ lhpn: "LHPN" }, ["custodian", "CAX"], ["lhpn", "HLX"]);
    expect(refusals).toEqual([
      "cột unit: cần đơn vị đã ghi cho vai trò Đơn vị nhập số liệu quy hoạch (custodian) ở tab Cấu hình, là “VHXH”; thấy “CAX”. Hãy sửa một trong hai cho khớp.",
      "cột unit: cần đơn vị đã ghi cho vai trò Hội LHPN (lhpn) ở tab Cấu hình, là “LHPN”; thấy “HLX”. Hãy sửa một trong hai cho khớp.",
    ]);
    expect(book.records().commune.roles).toEqual({ custodian: "VHXH", lhpn: "LHPN" });
  });

  it("is refused where role or unit are none, and for a second unit", () => {
    const { refusals } = importRoles(
      {},
      ["chutich", "CAX"],
      ["lhpn", "hlx"],
      ["vhxh", ""],
      ["hdnd", "CAX"],
      ["hdnd", "HLX"],
    );
    expect(refusals).toEqual([
      "cột role: cần một trong lhpn, vhxh, custodian, hdnd, ubnd, vanphong, congan; thấy “chutich”. Hãy sửa tên vai trò.",
      "cột unit: cần mã một đơn vị có trong tab Đơn vị; thấy “hlx”. Hãy ghi đúng như trong sổ: HLX.",
      "cột unit: cần mã một đơn vị có trong tab Đơn vị; thấy ô trống. Hãy sửa mã, hoặc thêm đơn vị.",
      "cột role: cần mỗi mục một dòng; thấy vai trò hdnd đã có ở dòng 5, dòng đầu được giữ. Hãy xóa một trong hai dòng.",
    ]);
  });

  it("gives a new workbook its roles, the custodian among them, unless commune.csv names another", () => {
    const folder = (custodian: string) =>
      readFolderRegister([
        table("commune.csv", "key,value", ["custodian", custodian]),
        table("units.csv", "code,name,type", ["BXDD", "Ban", "dang"], ["HLX", "Hội", "ct_xh"]),
        table("roles.csv", "role,unit", ["custodian", "BXDD"], ["lhpn", "HLX"]),
      ]).settings;
    expect([folder("").get("custodian"), folder("").get("lhpn")]).toEqual(["BXDD", "HLX"]);
    expect(folder("HLX").get("custodian")).toBe("HLX");
  });
});
