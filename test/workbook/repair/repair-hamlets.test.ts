/** Damage to a workbook into which units have typed; what the repair says of it, and what is another way afterwards. */
import { describe, expect, it } from "vitest";
import { type Damage, filledBook, repairDamage } from "./book.ts";

const CASES: readonly Damage[] = [
  [
    "a hamlet's code erased",
    (book) => book.sheet("Các ấp").type("A5", ""),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "a hamlet's code typed over",
    (book) => book.sheet("Các ấp").type("A5", "AP9"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "a hamlet's name typed over",
    (book) => book.sheet("Các ấp").type("B5", "Ấp Một"),
    { findings: ["label, patch: Tab Các ấp, ô B5: cần “Tên AP1”; thấy “Ấp Một”. Sẽ ghi lại."] },
  ],
  [
    "hamlets' rows swapped",
    (book) => {
      const s = book.sheet("Các ấp");
      const [r] = s.rows.splice(4, 1);
      if (r) s.rows.push(r);
    },
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "a hamlet's row above the header",
    (book) => {
      const s = book.sheet("Các ấp");
      const [r] = s.rows.splice(4, 1);
      if (r) s.rows.splice(2, 0, r);
    },
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "a header typed over",
    (book) => book.sheet("Các ấp").type("D4", "Nữ đâu"),
    {
      findings: ["label, patch: Tab Các ấp, ô D4: cần “CUA: nữ”; thấy “Nữ đâu”. Sẽ ghi lại."],
      archived: ["CÁC ẤP · Các ấp · D4 · Ô ngoài biểu · Nữ đâu · Gõ đè lên nhãn hoặc công thức"],
    },
  ],
  [
    "the header row deleted",
    (book) => book.sheet("Các ấp").deleteRows(4),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "a column deleted",
    (book) => book.sheet("Các ấp").deleteColumns(4),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      changes: ["Các ấp!D5: ", "Các ấp!D6: "],
    },
  ],
  [
    "a column inserted and typed into",
    (book) => book.sheet("Các ấp").insertColumns(4).type("D5", "ngoài cột"),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      archived: ["AP1 · Các ấp · D5 · Ô ngoài bảng · ngoài cột · Ô không thuộc cột nào của bảng"],
    },
  ],
  [
    "columns swapped",
    (book) => book.sheet("Các ấp").moveColumn(4, 3),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "a row below the hamlets",
    (book) => book.sheet("Các ấp").insertRows(7).type("A7", "AP7", "Ấp Bảy", 5),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      archived: ["AP7 · Các ấp ·  · Chi ủy ấp (CUA) · '5 · Đơn vị không còn trong tab Đơn vị"],
      changes: ["Dữ liệu: 921 × 21"],
    },
  ],
  [
    "a row of a hamlet deleted",
    (book) => book.sheet("Các ấp").deleteRows(5),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
      changes: ["Các ấp!C5: ", "Các ấp!D5: ", "Các ấp!E5: "],
    },
  ],
  [
    "grey cells of another",
    (book) =>
      book.sheet("Các ấp").each("C6", (c) => {
        c.background = c.background === "#e9e9e9" ? "#fff2cc" : "#e9e9e9";
      }),
    {
      findings: [
        "moved, rebuild: Tab Các ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Các ấp"],
    },
  ],
  [
    "the hamlets' forms: a code typed over",
    (book) => book.sheet("Hoạt động ấp").type("A7", "APX"),
    {
      findings: [
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Hoạt động ấp"],
    },
  ],
  [
    "the hamlets' forms: a row deleted",
    (book) => book.sheet("Hoạt động ấp").deleteRows(7),
    {
      findings: [
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Hoạt động ấp"],
    },
  ],
  [
    "the hamlets' forms: a row inserted",
    (book) => book.sheet("Hoạt động ấp").insertRows(7).type("C7", "chen vào"),
    {
      findings: [
        "moved, rebuild: Tab Hoạt động ấp: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Hoạt động ấp"],
      archived: ["AP1 · Hoạt động ấp · C7 · Ô ngoài biểu · chen vào · Ô không còn thuộc dòng nào của biểu"],
    },
  ],
  [
    "the hamlets' forms: gone",
    (book) => book.delete("Hoạt động ấp"),
    {
      findings: [
        "missing-tab, rebuild: Tab Hoạt động ấp: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
      changes: ["Hoạt động ấp!C6: ", "Hoạt động ấp!D6: ", "Hoạt động ấp!E6: "],
    },
  ],
  [
    "the hamlets' grid: gone",
    (book) => book.delete("Các ấp"),
    {
      findings: [
        "missing-tab, rebuild: Tab Các ấp: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
      changes: [
        "Các ấp!C5: ",
        "Các ấp!D5: ",
        "Các ấp!E5: ",
        "Các ấp!C6: ",
        "Các ấp!D6: ",
        "Các ấp!I6: ",
        "Các ấp!J6: ",
      ],
    },
  ],
];

describe("the repair of the hamlets' tabs", () => {
  const healthy = filledBook();

  it.each(CASES)("mends %s", (_, damage, expected) => {
    expect(repairDamage(healthy, damage)).toEqual(expected);
  });
});
