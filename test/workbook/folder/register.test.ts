import { describe, expect, it } from "vitest";
import { withYear } from "../../../src/workbook/folder/commune.ts";
import { readFolderRegister } from "../../../src/workbook/folder/register.ts";
import { table } from "./tables.ts";

const COMMUNE = "key,value";
const UNITS = "code,name,type,email,ct1,elements";

describe("commune.csv", () => {
  it("gives settings as typed", () => {
    const rows = [
      ["name", "Vĩnh Phong"],
      ["kind", "Phường"],
      ["year", "2026"],
      ["deadline", "2026-11-15"],
      ["note", "=1+1"],
      ["signer", ""],
    ];
    const read = readFolderRegister([table("commune.csv", COMMUNE, ...rows)]);
    expect([...read.settings]).toEqual(rows);
    expect(read.refusals).toEqual([]);
  });

  it.each([
    [
      "kind",
      "thị trấn",
      "cột value: cần xã, phường, đặc khu (kind); thấy “thị trấn”. Hãy sửa lại; hiện dùng giá trị mặc định.",
    ],
    [
      "deadline",
      "2026-13-01",
      "cột value: cần ngày có thật dạng yyyy-mm-dd (deadline); thấy “2026-13-01”. Hãy sửa lại; hiện dùng giá trị mặc định.",
    ],
    [
      "plan_date",
      "hôm qua",
      "cột value: cần ngày có thật dạng yyyy-mm-dd (plan_date); thấy “hôm qua”. Hãy sửa lại; hiện dùng giá trị mặc định.",
    ],
    ["year", "26", "cột value: cần năm từ 2020 đến 2100 (year); thấy “26”. Hãy sửa lại; hiện dùng giá trị mặc định."],
    [
      "activity_rows",
      "201",
      "cột value: cần số nguyên từ 1 đến 200 (activity_rows); thấy “201”. Hãy sửa lại; hiện dùng giá trị mặc định.",
    ],
    [
      "hamlet_activity_rows",
      "0",
      "cột value: cần số nguyên từ 1 đến 200 (hamlet_activity_rows); thấy “0”. Hãy sửa lại; hiện dùng giá trị mặc định.",
    ],
  ])("refuses %s = %s", (key, value, message) => {
    const read = readFolderRegister([table("commune.csv", COMMUNE, ["name", "x"], [key, value])]);
    expect(read.refusals).toEqual([{ file: "commune.csv", line: 3, message }]);
    expect([...read.settings.keys()]).toEqual(["name"]);
  });

  it("refuses a key that is none and a key that came before", () => {
    const read = readFolderRegister([table("commune.csv", COMMUNE, ["name", "x"], ["ten", "y"], ["name", "z"])]);
    expect(read.settings.get("name")).toBe("x");
    expect(read.refusals.map(({ line, message }) => [line, message.slice(0, 40)])).toEqual([
      [3, "cột key: cần một trong name, kind, provi"],
      [4, "cột key: cần mỗi mục một dòng; thấy khóa"],
    ]);
  });

  it("tells of a custodian that is no unit, and keeps it", () => {
    const units = table("units.csv", UNITS, ["BXDD", "Ban", "dang", "", "", ""]);
    const read = readFolderRegister([table("commune.csv", COMMUNE, ["custodian", "bxdd"]), units]);
    expect(read.settings.get("custodian")).toBe("bxdd");
    expect(read.refusals).toEqual([
      {
        file: "commune.csv",
        line: 2,
        message:
          "cột value: cần mã một đơn vị trong units.csv (custodian); thấy “bxdd”. Hãy sửa mã; chưa sửa thì CT3, CT4, CT5 không có số liệu.",
      },
    ]);
    expect(readFolderRegister([table("commune.csv", COMMUNE, ["custodian", "BXDD"]), units]).refusals).toEqual([]);
    expect(readFolderRegister([table("commune.csv", COMMUNE, ["custodian", "BXDD"])]).refusals).toEqual([]);
  });
});

describe("units.csv", () => {
  const read = (...rows: readonly (readonly string[])[]) =>
    readFolderRegister([
      table("commune.csv", COMMUNE, ["custodian", "BXDD"]),
      table("units.csv", UNITS, ["BXDD", "Ban", "dang", "", "", ""], ...rows),
    ]);

  it("gives units; codes that no tab could be named after are kept", () => {
    const { register, refusals } = read(
      ["Dữ liệu", "Tên", "co_quan", "a@x.example b@x.example", "no", "LD|CNS"],
      ["a/b", "=1+1", "ap", "", "yes", ""],
      ['O"N', "hai\ndòng", "ct_xh", "", "", ""],
      ["x".repeat(60), "Tên", "vu_trang", "", "", ""],
    );
    expect(refusals).toEqual([]);
    expect(
      register.slice(1).map(({ code, name, inCt1, listed, mailboxes }) => [code, name, inCt1, listed, mailboxes]),
    ).toEqual([
      ["Dữ liệu", "Tên", false, ["LD", "CNS"], ["a@x.example", "b@x.example"]],
      ["a/b", "=1+1", true, [], []],
      ['O"N', "hai\ndòng", undefined, [], []],
      ["x".repeat(60), "Tên", undefined, [], []],
    ]);
  });

  it.each([
    ["no code", ["", "Tên", "dang", "", "", ""], "cột code: cần mã đơn vị; thấy ô trống. Hãy ghi mã."],
    [
      "a | in the code",
      ["p|q", "Tên", "dang", "", "", ""],
      "cột code: cần mã trên một dòng, không có dấu |; thấy “p|q”. Hãy đổi mã, ví dụ TYT.",
    ],
    [
      "two lines in the code",
      ["p\nq", "Tên", "dang", "", "", ""],
      "cột code: cần mã trên một dòng, không có dấu |; thấy “p q”. Hãy đổi mã, ví dụ TYT.",
    ],
    [
      "a formula as the code",
      ["=A1", "Tên", "dang", "", "", ""],
      "cột code: cần mã không bắt đầu bằng = + - @ hay dấu nháy; thấy “=A1”. Hãy đổi mã, ví dụ TYT.",
    ],
    [
      "a type as the code",
      ["dang", "Tên", "dang", "", "", ""],
      "cột code: cần mã khác với mã của các loại đơn vị; thấy “dang”. Hãy đổi mã, ví dụ DANG.",
    ],
    [
      "an unknown type",
      ["X", "Tên", "Đảng", "", "", ""],
      "cột type: cần một trong dang, co_quan, su_nghiep, vu_trang, ct_xh, ap; thấy “Đảng”. Hãy sửa loại đơn vị.",
    ],
    [
      "a code that came before, in other case",
      ["bxdd", "Tên", "dang", "", "", ""],
      "cột code: cần mỗi mục một dòng; thấy đơn vị bxdd đã có ở dòng 2, dòng đầu được giữ. Hãy xóa một trong hai dòng.",
    ],
  ])("refuses a unit with %s", (_, row, message) => {
    const { register, refusals } = read(row);
    expect(refusals).toEqual([{ file: "units.csv", line: 3, message }]);
    expect(register.map(({ code }) => code)).toEqual(["BXDD"]);
  });

  it.each([
    [
      "no name",
      ["X", "", "dang", "", "", ""],
      "cột name: cần tên đơn vị; thấy ô trống. Hãy ghi tên; hiện dùng mã X làm tên.",
    ],
    [
      "a word for CT1",
      ["X", "Tên", "dang", "", "maybe", ""],
      "cột ct1: cần yes, no hoặc để trống; thấy “maybe”. Hãy sửa lại; hiện dùng mặc định của loại đơn vị.",
    ],
    [
      "an unknown element",
      ["X", "Tên", "dang", "", "", "LD|XX"],
      "cột elements: cần mã số liệu, cách nhau bằng dấu |; thấy “XX”. Hãy sửa mã; mã này chưa được dùng.",
    ],
    [
      "quy hoạch, and is not the custodian",
      ["X", "Tên", "dang", "", "", "LD|QH|THS"],
      "cột elements: cần số liệu quy hoạch chỉ do một đơn vị nhập chung cho xã (custodian); thấy “QH|THS”. Hãy bỏ các mã này để không lộ thông tin của riêng ai; hiện vẫn giữ như đã ghi.",
    ],
  ])("keeps, and tells of, a unit with %s", (_, row, message) => {
    const { register, refusals } = read(row);
    expect(refusals).toEqual([{ file: "units.csv", line: 3, message }]);
    expect(register.map(({ code }) => code)).toEqual(["BXDD", "X"]);
  });

  it("keeps quy hoạch as listed", () => {
    expect(read(["X", "Tên", "dang", "", "", "LD|QH"]).register[1]?.listed).toEqual(["LD", "QH"]);
  });
});

describe("withYear", () => {
  const deadline = (typed: Record<string, string>, year: number) =>
    withYear(new Map(Object.entries(typed)), year).get("deadline");

  it("lets a deadline of another year give way to the plan's", () => {
    expect(deadline({ year: "2026", deadline: "2026-11-15" }, 2027)).toBe("");
    expect(withYear(new Map([["year", "2026"]]), 2027).get("year")).toBe("2027");
  });

  it("keeps a deadline that belongs to the year, be it early in the next", () => {
    expect(deadline({ year: "2026", deadline: "2026-11-15" }, 2026)).toBe("2026-11-15");
    expect(deadline({ year: "2026", deadline: "2027-01-15" }, 2026)).toBe("2027-01-15");
    expect(deadline({ deadline: "2026-11-15" }, 2026)).toBe("2026-11-15");
  });
});
