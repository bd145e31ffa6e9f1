/** Damage to a workbook into which units have typed; what the repair says of it, and what is another way afterwards. */
import { describe, expect, it } from "vitest";
import { type Damage, filledBook, repairDamage } from "./book.ts";

const CASES: readonly Damage[] = [
  [
    "a formula typed over",
    (book) => book.sheet("Dữ liệu").type("A5", "x", "SL.LD", "y"),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức bị thay bằng giá trị. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      archived: [
        "DỮ LIỆU · Dữ liệu · A5 · Ô ngoài biểu · x · Gõ vào tab tự tính",
        "DỮ LIỆU · Dữ liệu · B5 · Ô ngoài biểu · SL.LD · Gõ vào tab tự tính",
        "DỮ LIỆU · Dữ liệu · C5 · Ô ngoài biểu · y · Gõ vào tab tự tính",
      ],
    },
  ],
  [
    "a formula that fails",
    (book) =>
      book.sheet("Dữ liệu").each("A5", (c) => {
        c.value = "#REF!";
      }),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức báo lỗi hoặc bị chép thêm. Sẽ dọn chỗ và đặt lại công thức.",
      ],
    },
  ],
  [
    "a formula that lost a tab",
    (book) =>
      book.sheet("Dữ liệu").each("A5", (c) => {
        c.formula = "=VSTACK(#REF!)";
      }),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức báo lỗi hoặc bị chép thêm. Sẽ dọn chỗ và đặt lại công thức.",
      ],
    },
  ],
  [
    "a formula blocked by what was typed",
    (book) =>
      book
        .sheet("Dữ liệu")
        .type("B9", "chắn")
        .each("A5", (c) => {
          c.value = "#SPILL!";
        }),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức báo lỗi hoặc bị chép thêm. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      archived: ["DỮ LIỆU · Dữ liệu · B9 · Ô ngoài biểu · chắn · Gõ vào tab tự tính"],
    },
  ],
  [
    "a formula copied below",
    (book) =>
      book.sheet("Dữ liệu").each("A9", (c) => {
        c.formula = "=VSTACK(A1)";
      }),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức báo lỗi hoặc bị chép thêm. Sẽ dọn chỗ và đặt lại công thức.",
      ],
    },
  ],
  [
    "a formula that moved",
    (book) => book.sheet("Dữ liệu").insertRows(5),
    {
      findings: [
        "moved, rebuild: Tab Dữ liệu: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Dữ liệu"],
    },
  ],
  [
    "a header that moved",
    (book) => book.sheet("Dữ liệu").insertRows(2),
    {
      findings: [
        "moved, rebuild: Tab Dữ liệu: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Dữ liệu"],
    },
  ],
  [
    "a header typed over",
    (book) => book.sheet("Dữ liệu").type("B4", "Sai"),
    { findings: ["label, patch: Tab Dữ liệu, ô B4: cần “Dòng”; thấy “Sai”. Sẽ ghi lại."] },
  ],
  ["a column deleted", (book) => book.sheet("Dữ liệu").deleteColumns(21), { changes: ["Dữ liệu: 918 × 20"] }],
  [
    "the mirror's formula typed over",
    (book) => book.sheet("Dữ liệu").type("K5", "đè", "lên"),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô K5: cần công thức chép các tab khác, để sổ đọc một lần; thấy không có công thức. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      archived: [
        "DỮ LIỆU · Dữ liệu · K5 · Ô ngoài biểu · đè · Gõ vào tab tự tính",
        "DỮ LIỆU · Dữ liệu · L5 · Ô ngoài biểu · lên · Gõ vào tab tự tính",
      ],
      changes: ["Dữ liệu: format × 8316"],
    },
  ],
  [
    "the mirror's formula failing",
    (book) =>
      book.sheet("Dữ liệu").each("K5", (c) => {
        c.value = "#REF!";
      }),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô K5: cần công thức chép các tab khác, để sổ đọc một lần; thấy công thức báo lỗi. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      changes: ["Dữ liệu: format × 8316"],
    },
  ],
  [
    "the mirror's columns gone",
    (book) => book.sheet("Dữ liệu").deleteColumns(11, 11),
    {
      findings: [
        "formula, patch: Tab Dữ liệu, ô K5: cần công thức chép các tab khác, để sổ đọc một lần; thấy không có công thức. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      changes: ["Dữ liệu: format × 8316"],
    },
  ],
  [
    "the scorecard's formula typed over",
    (book) =>
      book.sheet("Bảng điểm").each("A5", (c) => {
        c.formula = "";
        c.value = "gõ";
      }),
    {
      findings: [
        "formula, patch: Tab Bảng điểm, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức bị thay bằng giá trị. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      archived: ["BẢNG ĐIỂM · Bảng điểm · A5 · Ô ngoài biểu · gõ · Gõ vào tab tự tính"],
    },
  ],
  [
    "the scorecard gone",
    (book) => book.delete("Bảng điểm"),
    {
      findings: [
        "missing-tab, rebuild: Tab Bảng điểm: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
    },
  ],
  [
    "the scorecard's columns deleted",
    (book) => book.sheet("Bảng điểm").deleteColumns(3, 12),
    {
      findings: [
        "moved, rebuild: Tab Bảng điểm: cần các dòng, cột ở đúng chỗ của biểu; thấy dòng hoặc cột bị thêm, xóa hay chuyển chỗ. Sẽ dựng lại tab, chuyển mọi số đã nhập sang đúng dòng.",
      ],
      rebuilt: ["Bảng điểm"],
    },
  ],
  [
    "the list of issues: formula typed over",
    (book) => book.sheet("Kiểm tra").type("A5", "gõ đè"),
    {
      findings: [
        "formula, patch: Tab Kiểm tra, ô A5: cần công thức của sổ, không có gì chắn chỗ; thấy công thức bị thay bằng giá trị. Sẽ dọn chỗ và đặt lại công thức.",
      ],
      archived: ["KIỂM TRA · Kiểm tra · A5 · Ô ngoài biểu · gõ đè · Gõ vào tab tự tính"],
    },
  ],
  [
    "the guide typed over",
    (book) => book.sheet("Hướng dẫn").type("A3", "tôi viết"),
    { changes: ["Hướng dẫn!A3: tôi viết"] },
  ],
  [
    "the guide gone",
    (book) => book.delete("Hướng dẫn"),
    {
      findings: [
        "missing-tab, rebuild: Tab Hướng dẫn: cần một tab của sổ; thấy tab đã bị xóa. Sẽ lập lại tab trống; số liệu cũ lấy lại ở Tệp → Nhật ký phiên bản.",
      ],
    },
  ],
  [
    "another locale",
    (book) => {
      book.locale = "en_US";
      book.sheet("LHPN").type("G38", new Date("2026-03-07T17:00:00Z")).type("G39", new Date("2026-03-12T17:00:00Z"));
    },
    {
      findings: [
        "locale, patch: Cách ghi ngày và số của bảng tính: cần cách của Việt Nam (ngày trước tháng sau, 1.500 là một nghìn rưỡi); thấy cách của Hoa Kỳ. Sẽ đặt lại; ngày và số đã gõ không tự đổi: hãy xem lại những ngày được kể ra và những số gõ có dấu chấm, dấu phẩy.",
        "day-order, look: Tab LHPN, ô G38: cần đúng ngày đã diễn ra; thấy 08/03/2026, có thể người nhập đã gõ 03/08/2026. Hãy xem lại; nếu sai thì gõ lại.",
      ],
      changes: ["LHPN!G38: 2026-03-07T17:00:00.000Z", "LHPN!G39: 2026-03-12T17:00:00.000Z"],
      again: [
        "locale, patch: Cách ghi ngày và số của bảng tính: cần cách của Việt Nam (ngày trước tháng sau, 1.500 là một nghìn rưỡi); thấy cách của Hoa Kỳ. Sẽ đặt lại; ngày và số đã gõ không tự đổi: hãy xem lại những ngày được kể ra và những số gõ có dấu chấm, dấu phẩy.",
        "day-order, look: Tab LHPN, ô G38: cần đúng ngày đã diễn ra; thấy 08/03/2026, có thể người nhập đã gõ 03/08/2026. Hãy xem lại; nếu sai thì gõ lại.",
      ],
    },
  ],
  [
    "another country's locale",
    (book) => {
      book.locale = "fr_FR";
      book.sheet("LHPN").type("G38", new Date("2026-03-02T17:00:00Z")).type("G39", new Date("2026-03-11T17:00:00Z"));
    },
    {
      findings: [
        "locale, patch: Cách ghi ngày và số của bảng tính: cần cách của Việt Nam (ngày trước tháng sau, 1.500 là một nghìn rưỡi); thấy cách của nước khác. Sẽ đặt lại; ngày và số đã gõ không tự đổi: hãy xem lại những ngày được kể ra và những số gõ có dấu chấm, dấu phẩy.",
        "day-order, look: Tab LHPN, ô G39: cần đúng ngày đã diễn ra; thấy 12/03/2026, có thể người nhập đã gõ 03/12/2026. Hãy xem lại; nếu sai thì gõ lại.",
      ],
      changes: ["LHPN!G38: 2026-03-02T17:00:00.000Z", "LHPN!G39: 2026-03-11T17:00:00.000Z"],
      again: [
        "locale, patch: Cách ghi ngày và số của bảng tính: cần cách của Việt Nam (ngày trước tháng sau, 1.500 là một nghìn rưỡi); thấy cách của nước khác. Sẽ đặt lại; ngày và số đã gõ không tự đổi: hãy xem lại những ngày được kể ra và những số gõ có dấu chấm, dấu phẩy.",
        "day-order, look: Tab LHPN, ô G39: cần đúng ngày đã diễn ra; thấy 12/03/2026, có thể người nhập đã gõ 03/12/2026. Hãy xem lại; nếu sai thì gõ lại.",
      ],
    },
  ],
  [
    "the bare locale",
    (book) => {
      book.locale = "vi";
    },
    {},
  ],
];

describe("the repair of tabs that formulas fill", () => {
  const healthy = filledBook();

  it.each(CASES)("mends %s", (_, damage, expected) => {
    expect(repairDamage(healthy, damage)).toEqual(expected);
  });
});
