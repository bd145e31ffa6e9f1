import { describe, expect, it } from "vitest";
import {
  deadlineText,
  readActivityRows,
  readSettings,
  readYear,
  SETTING_ENTRIES,
  settingCell,
} from "../../src/workbook/settings.ts";

const settings = (typed: Record<string, unknown>) => readSettings(new Map(Object.entries({ year: 2026, ...typed })));

describe("readSettings", () => {
  it("reads every setting", () => {
    const typed = {
      name: " Vĩnh Phong ",
      kind: "PHƯỜNG",
      province: "An Giang",
      plan_no: "131/KH-UBND",
      plan_date: "22/05/2026",
      year: "2026",
      deadline: new Date(Date.UTC(2026, 10, 14, 17)),
      signer: "",
      signer_title: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
      custodian: "BXDD",
      addressees: "UBND tỉnh|Sở Nội vụ",
      recipients: "Các ấp",
      note: "Số liệu giả định",
    };
    expect(settings(typed)).toEqual({
      name: "Vĩnh Phong",
      isNamedInFull: false,
      kind: "phường",
      province: "An Giang",
      planNo: "131/KH-UBND",
      planDate: "2026-05-22",
      year: 2026,
      deadline: "2026-11-15",
      signer: "",
      signerTitle: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
      roles: { custodian: "BXDD" },
      addressees: ["UBND tỉnh", "Sở Nội vụ"],
      recipients: ["Các ấp"],
      note: "Số liệu giả định",
    });
  });

  it("takes the plan's deadline and title where nothing is typed", () => {
    expect(settings({})).toMatchObject({
      deadline: "2026-11-15",
      signerTitle: "CHỦ TỊCH",
      kind: "xã",
      planDate: undefined,
    });
  });

  it.each([
    ["Vĩnh Phong", "xã", "Vĩnh Phong", false],
    ["Phường Điện  Biên Phủ", "phường", "Điện  Biên Phủ", true],
    ["đặc khu Trường Sa", "ĐẶC KHU", "Trường Sa", true],
    ["1 Bảo Lộc", "phường", "1 Bảo Lộc", true],
    ["Xãng Khương", "xã", "Xãng Khương", false],
    ["", "xã", "", false],
  ])("reads the name %j of a %s, with its kind or without", (name, kind, bare, isNamedInFull) => {
    expect(settings({ name, kind })).toMatchObject({ name: bare, isNamedInFull });
  });

  it("says until when a report is on time", () => {
    expect(deadlineText(settings({}))).toBe("trước ngày 15/11/2026 (muộn nhất 23:59 ngày 14/11/2026)");
  });

  it.each([
    ["year", "hai nghìn", "mục “Năm báo cáo”: cần năm có bốn chữ số, ví dụ 2026; thấy “hai nghìn”"],
    ["year", "", "mục “Năm báo cáo”: cần năm có bốn chữ số, ví dụ 2026; thấy ô trống"],
    ["deadline", "31/02/2026", "mục “Hạn: trước ngày”: cần một ngày, ví dụ 15/11/2026; thấy “31/02/2026”"],
  ])("says where a wrong %s stands", (key, value, message) => {
    expect(() => settings({ [key]: value })).toThrow(`Tab Cấu hình, ${message}. Hãy sửa ở cột Giá trị.`);
  });

  it.each(["0", "201", "2,5", "", "mười"])("refuses %j rows of activities", (count) => {
    const typed = new Map([
      ["activity_rows", count],
      ["hamlet_activity_rows", "3"],
    ]);
    expect(() => readActivityRows(typed)).toThrow("mục “Số dòng hoạt động mỗi đơn vị”: cần số nguyên từ 1 đến 200");
  });
});

describe("readYear", () => {
  it.each([
    [2026, 2026],
    ["2026", 2026],
    [2019, undefined],
    [2026.5, undefined],
    ["", undefined],
  ])("reads %j as %j", (typed, year) => {
    expect(readYear(typed)).toBe(year);
  });
});

describe("settingCell", () => {
  const cell = (key: string, typed: unknown) => {
    const entry = SETTING_ENTRIES.find((candidate) => candidate.key === key);
    return entry && settingCell(entry, typed);
  };

  it("keeps a year a number, a day as people read it, and fills in what a new workbook begins with", () => {
    expect(cell("year", "2026")).toBe(2026);
    expect(cell("deadline", "2026-11-15")).toBe("15/11/2026");
    expect(cell("activity_rows", "")).toBe(10);
    expect(cell("kind", undefined)).toBe("xã");
    expect(cell("note", "=1+1")).toBe("=1+1");
  });
});
