/** Damage to a workbook into which units have typed; what the repair says of it, and what is another way afterwards. */
import { describe, expect, it } from "vitest";
import { type Damage, filledBook, repairDamage } from "./book.ts";

const CASES: readonly Damage[] = [
  [
    "a label that was typed over",
    (book) => book.sheet("LHPN").type("C7", "Cấp gì đó"),
    { findings: ["label, patch: Tab LHPN, ô C7: cần “Cấp ủy xã (CUX)”; thấy “Cấp gì đó”. Sẽ ghi lại."] },
  ],
  [
    "a label that was typed over with another wording of its beginning",
    (book) => book.sheet("LHPN").type("C7", "Cấp ủy"),
    { findings: ["label, patch: Tab LHPN, ô C7: cần “Cấp ủy xã (CUX)”; thấy “Cấp ủy”. Sẽ ghi lại."] },
  ],
  [
    "labels one above the other",
    (book) => book.sheet("LHPN").put("C6", [["sai 1"], ["sai 2"], [""]]),
    {
      findings: [
        "label, patch: Tab LHPN, ô C6: cần “Lãnh đạo, quản lý của đơn vị (LD)”; thấy “sai 1”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô C7: cần “Cấp ủy xã (CUX)”; thấy “sai 2”. Sẽ ghi lại.",
        "label, patch: Tab LHPN, ô C8: cần “Chi ủy ấp (CUA)”; thấy ô trống. Sẽ ghi lại.",
      ],
      archived: [
        "LHPN · LHPN · C6 · Ô ngoài biểu · sai 1 · Gõ đè lên nhãn hoặc công thức",
        "LHPN · LHPN · C7 · Ô ngoài biểu · sai 2 · Gõ đè lên nhãn hoặc công thức",
      ],
    },
  ],
  [
    "a key that was erased",
    (book) => book.sheet("LHPN").type("B7", ""),
    { findings: ["label, patch: Tab LHPN, ô B7: cần “SL.CUX”; thấy ô trống. Sẽ ghi lại."] },
  ],
  [
    "a title that was erased",
    (book) => book.sheet("LHPN").type("C2", ""),
    {
      findings: [
        "label, patch: Tab LHPN, ô C2: cần “Báo cáo năm 2026 – xã Mẫu. Xong trước n…”; thấy ô trống. Sẽ ghi lại.",
      ],
    },
  ],
  [
    "a check's formula typed over",
    (book) => book.sheet("LHPN").type("J7", "xong"),
    {
      findings: ["formula, patch: Tab LHPN, ô J7: cần công thức của sổ; thấy “xong”. Sẽ đặt lại công thức."],
      archived: ["LHPN · LHPN · J7 · Ô ngoài biểu · xong · Gõ đè lên nhãn hoặc công thức"],
    },
  ],
  [
    "a check's formula that lost its tab",
    (book) =>
      book.sheet("LHPN").each("J7", (c) => {
        c.formula = "=IFERROR(#REF!A1;0)";
      }),
    { findings: ["formula, patch: Tab LHPN, ô J7: cần công thức của sổ; thấy “#REF!”. Sẽ đặt lại công thức."] },
  ],
  [
    "a check's formula that fails",
    (book) =>
      book.sheet("LHPN").each("J7", (c) => {
        c.value = "#N/A";
      }),
    { findings: ["formula, patch: Tab LHPN, ô J7: cần công thức của sổ; thấy “#N/A”. Sẽ đặt lại công thức."] },
  ],
  [
    "a rule that was lost",
    (book) =>
      book.sheet("LHPN").each("D7:E8", (c) => {
        c.help = null;
      }),
    {
      findings: [
        "rule, patch: Tab LHPN, ô D7: cần quy tắc nhập liệu; thấy ô nhập gì cũng được (4 ô, từ D7). Sẽ đặt lại, không đổi số liệu.",
      ],
    },
  ],
  [
    "a rule pasted beside the plan's",
    (book) =>
      book.sheet("LHPN").each("C9", (c) => {
        c.help = "của ô khác";
      }),
    {
      findings: [
        "strange-rule, patch: Tab LHPN, ô C9: cần ô không có quy tắc; thấy quy tắc của ô khác bị dán vào. Sẽ đặt lại, không đổi số liệu.",
      ],
    },
  ],
  [
    "a number format that was changed",
    (book) =>
      book.sheet("LHPN").each("D7", (c) => {
        c.format = "0.00%";
      }),
    {
      findings: [
        "format, patch: Tab LHPN, ô D7: cần định dạng số của sổ; thấy định dạng khác. Sẽ đặt lại, không đổi số liệu.",
      ],
    },
  ],
  [
    "a number format by its other names",
    (book) =>
      book.sheet("LHPN").each("A1:J50", (c) => {
        if (c.format === "") c.format = "0.###############";
      }),
    { changes: ["LHPN: format × 322"] },
  ],
  [
    "a number format in other letters",
    (book) =>
      book.sheet("LHPN").each("A1:J50", (c) => {
        c.format = c.format.toUpperCase();
      }),
    { changes: ["LHPN: format × 2"] },
  ],
  [
    "input cells that became white",
    (book) =>
      book.sheet("LHPN").each("D7:E7", (c) => {
        c.background = "#FFFFFF";
      }),
    {
      findings: [
        "colour, patch: Tab LHPN, ô D7: cần ô tô màu của biểu; thấy ô mất màu (2 ô, từ D7). Sẽ đặt lại, không đổi số liệu.",
      ],
    },
  ],
  [
    "input cells in a colour of the user's own",
    (book) =>
      book.sheet("LHPN").each("D7:E7", (c) => {
        c.background = "#ff0000";
      }),
    { changes: ["LHPN: background × 2"] },
  ],
  [
    "a merge that was split",
    (book) => {
      book.sheet("LHPN").merges.pop();
    },
    { findings: ["merge, patch: Tab LHPN, ô G50: cần ô gộp; thấy ô đã bị tách. Sẽ đặt lại, không đổi số liệu."] },
  ],
  [
    "cells that were merged",
    (book) => {
      book.sheet("LHPN").merges.push("D7:E7");
    },
    { findings: ["merge, patch: Tab LHPN, ô D7: cần ô riêng; thấy các ô bị gộp lại. Sẽ đặt lại, không đổi số liệu."] },
  ],
  [
    "highlights that are gone",
    (book) => {
      book.sheet("LHPN").highlights.pop();
    },
    {
      findings: [
        "highlights, patch: Tab LHPN: cần đủ các quy tắc tô màu; thấy quy tắc bị mất hay bị xê dịch. Sẽ đặt lại.",
      ],
    },
  ],
  [
    "highlights of other ranges",
    (book) => {
      book.sheet("LHPN").highlights[0] = ["A1:A2"];
    },
    {
      findings: [
        "highlights, patch: Tab LHPN: cần đủ các quy tắc tô màu; thấy quy tắc bị mất hay bị xê dịch. Sẽ đặt lại.",
      ],
    },
  ],
  [
    "a row inserted",
    (book) => book.sheet("LHPN").insertRows(8),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
    },
  ],
  [
    "a row inserted and typed into",
    (book) => book.sheet("LHPN").insertRows(8).type("C8", "lạc", 7),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      archived: [
        "LHPN · LHPN · C8 · Ô ngoài biểu · lạc · Ô không còn thuộc dòng nào của biểu",
        "LHPN · LHPN · D8 · Ô ngoài biểu · '7 · Ô không còn thuộc dòng nào của biểu",
      ],
    },
  ],
  [
    "a row deleted",
    (book) => book.sheet("LHPN").deleteRows(7),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      changes: ["LHPN!D7: ", "LHPN!E7: "],
    },
  ],
  [
    "the last row deleted",
    (book) => book.sheet("LHPN").deleteRows(50),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
    },
  ],
  [
    "a column inserted",
    (book) => book.sheet("LHPN").insertColumns(5),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
    },
  ],
  [
    "a column deleted",
    (book) => book.sheet("LHPN").deleteColumns(5),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      changes: ["LHPN!E6: ", "LHPN!E7: ", "LHPN!E38: ", "LHPN!E41: "],
    },
  ],
  [
    "a column behind the form",
    (book) => book.sheet("LHPN").insertColumns(11).type("K7", "nháp"),
    { changes: ["LHPN: 50 × 11", "LHPN!K7: nháp"] },
  ],
  [
    "rows below the form",
    (book) => book.sheet("LHPN").insertRows(51, 2).type("C51", "nháp dưới"),
    { changes: ["LHPN: 52 × 10", "LHPN!C51: nháp dưới"] },
  ],
  [
    "rows sorted",
    (book) => {
      const s = book.sheet("LHPN");
      const [row] = s.rows.splice(6, 1);
      if (row) s.rows.splice(10, 0, row);
    },
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
    },
  ],
  [
    "rows on top",
    (book) => book.sheet("LHPN").insertRows(1, 2).type("C1", "ghi chú trên cùng"),
    {
      findings: [
        "moved, rebuild: Tab LHPN: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["LHPN"],
      archived: ["LHPN · LHPN · C1 · Ô ngoài biểu · ghi chú trên cùng · Ô không còn thuộc dòng nào của biểu"],
    },
  ],
  [
    "a tab that was renamed",
    (book) => {
      book.sheet("LHPN").title = "Hội phụ nữ";
    },
    {
      changes: [
        "Đơn vị!G7: Hội phụ nữ",
        "Đơn vị!H7: Hội phụ nữ|LHPN",
        "Dữ liệu: formula × 1",
        "LHPN: gone",
        "Hội phụ nữ: new",
      ],
    },
  ],
  [
    "a tab that was deleted",
    (book) => book.delete("LHPN"),
    {
      findings: [
        "missing-tab, rebuild: Tab LHPN: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
      changes: [
        "LHPN!D6: ",
        "LHPN!E6: ",
        "LHPN!D7: ",
        "LHPN!E7: ",
        "LHPN!F23: ",
        "LHPN!G23: ",
        "LHPN!C38: ",
        "LHPN!D38: ",
        "… 16",
      ],
    },
  ],
  [
    "an identical copy",
    (book) => book.copy("LHPN", "Bản sao của LHPN"),
    {
      findings: [
        "copy, patch: Tab Bản sao của LHPN: cần mỗi biểu một tab; thấy bản sao giống hệt tab “LHPN”. Sẽ xóa bản sao.",
      ],
    },
  ],
  [
    "a copy with other figures",
    (book) => book.copy("LHPN", "Bản sao của LHPN").type("D7", 99),
    {
      findings: [
        "copy, look: Tab Bản sao của LHPN: cần mỗi biểu một tab; thấy bản sao của tab “LHPN” có số liệu khác. Hãy chép số cần giữ sang tab đó rồi xóa bản sao; sổ không tính bản sao này.",
      ],
      changes: ["Bản sao của LHPN: new"],
      again: [
        "copy, look: Tab Bản sao của LHPN: cần mỗi biểu một tab; thấy bản sao của tab “LHPN” có số liệu khác. Hãy chép số cần giữ sang tab đó rồi xóa bản sao; sổ không tính bản sao này.",
      ],
    },
  ],
  [
    "a form's key of nobody",
    (book) => {
      const s = book.copy("LHPN", "Lạ");
      for (const r of s.rows) if (r[0]?.value === "LHPN") r[0].value = "LẠ";
    },
    {
      findings: [
        "stray-form, patch: Tab Lạ, ô A1: cần mã đơn vị có trong tab Đơn vị; thấy “LẠ”. Sẽ cất biểu vào tab ẩn, giữ nguyên số liệu; ghi lại mã ở tab Đơn vị thì biểu trở lại.",
      ],
      changes: ["Lạ (lưu): new"],
    },
  ],
  [
    "a prepared form that was typed into",
    (book) => book.sheet("Mẫu biểu").type("C7", "gì"),
    {
      findings: [
        "template, rebuild: Tab Mẫu biểu: cần mẫu biểu theo danh sách nhiệm vụ và cấu hình hiện nay; thấy mẫu khác đi. Sẽ dựng lại tab mẫu, không có số liệu nào trong đó.",
      ],
      rebuilt: ["Mẫu biểu"],
    },
  ],
  [
    "a prepared form without a rule",
    (book) =>
      book.sheet("Mẫu biểu").each("D7", (c) => {
        c.help = null;
      }),
    {
      findings: [
        "template, rebuild: Tab Mẫu biểu: cần mẫu biểu theo danh sách nhiệm vụ và cấu hình hiện nay; thấy mẫu khác đi. Sẽ dựng lại tab mẫu, không có số liệu nào trong đó.",
      ],
      rebuilt: ["Mẫu biểu"],
    },
  ],
  [
    "what a form asks for typed over",
    (book) => book.sheet("LHPN").type("B1", "# SL.LD"),
    {
      findings: [
        "label, patch: Tab LHPN, ô B1: cần “# SL.LD SL.BCHX NV.V3.1 NV.V3.2 NV.V3.3…”; thấy “# SL.LD”. Sẽ ghi lại.",
      ],
    },
  ],
];

describe("the repair of a unit's form", () => {
  const healthy = filledBook();

  it("finds nothing at a glance where nothing is broken", () => {
    expect(healthy.isBrokenAtGlance()).toBe(false);
  });

  it.each(CASES)("mends %s", (_, damage, expected) => {
    expect(repairDamage(healthy, damage)).toEqual(expected);
  });
});
