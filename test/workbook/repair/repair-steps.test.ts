/** What a repair finds and does, step for step, after one damage and after several at once. */
import { describe, expect, it } from "vitest";
import type { PlanStep } from "../../../src/workbook/plan.ts";
import { describeStep } from "../describe-step.ts";
import { type Book, filledBook } from "./book.ts";

const DAMAGES: Readonly<Record<string, (book: Book) => unknown>> = {
  "formulas lost": (book) => {
    book.sheet("Dữ liệu").type("A5", "x", "SL.LD", "y").type("J5", "đè");
    book.sheet("Bảng điểm").type("A5", "gõ đè");
    book.sheet("Kiểm tra").type("A5", "gõ đè");
    book.sheet("LHPN").type("J7", "xong").type("J9", "");
  },
  "a label, a key and a title": (book) =>
    book
      .sheet("LHPN")
      .type("C7", "Cấp gì đó")
      .type("B8", "")
      .type("C2", "")
      .put("C10", [["sai 1"], ["sai 2"], [""]]),
  "rules and formats": (book) => {
    book.sheet("LHPN").each("D6:E8", (cell) => {
      cell.help = null;
    });
    book.sheet("CAX").each("D41:E42", (cell) => {
      cell.format = "@";
    });
    book.sheet("VHXH").each("D6:E9", (cell) => {
      cell.background = "#ffffff";
    });
    book.sheet("Các ấp").each("C5:D6", (cell) => {
      cell.background = "#ffffff";
    });
    book.sheet("Cấu hình").each("C5:C8", (cell) => {
      cell.format = "0.00";
    });
    book.sheet("Lịch sử").each("D5:D9", (cell) => {
      cell.help = "khác";
    });
  },
  "formats by other names": (book) =>
    book.sheet("LHPN").each("D6:E8", (cell, down) => {
      cell.format = ["", "General", "0.###############"][down] ?? "";
    }),
  "merges and highlights": (book) => {
    book.sheet("LHPN").merges = [];
    book.sheet("CAX").merges.push("D6:E6");
    book.sheet("VHXH").highlights = [];
  },
  "a form's rows sorted and inserted": (book) => {
    book.sheet("LHPN").insertRows(8).type("C8", "lạc", 7);
    book.sheet("CAX").rows.splice(5, 12, ...book.sheet("CAX").rows.slice(5, 17).reverse());
  },
  "a form's rows deleted": (book) => book.sheet("LHPN").deleteRows(7, 2).deleteRows(40, 3),
  "a form's columns": (book) => {
    book.sheet("LHPN").insertColumns(5);
    book.sheet("CAX").deleteColumns(5);
  },
  "a form's keys erased": (book) => book.sheet("LHPN").each("A5:B50", (cell) => Object.assign(cell, { value: "" })),
  "a form's figures twice": (book) => book.sheet("LHPN").insertRows(8).type("A8", "LHPN", "SL.LD", "Lãnh đạo", 9, 3),
  "a form gone, another copied": (book) => {
    book.delete("LHPN");
    book.copy("CAX", "Bản sao của CAX").type("D7", 99);
  },
  "the hamlets' grid": (book) =>
    book.sheet("Các ấp").type("A5", "AP9").type("B6", "Ấp Một").type("D4", "Nữ đâu").type("F5", 4),
  "the hamlets' grid without its header": (book) => book.sheet("Các ấp").deleteRows(4),
  "the hamlets' rows swapped": (book) =>
    book.sheet("Các ấp").rows.splice(4, 2, ...book.sheet("Các ấp").rows.slice(4, 6).reverse()),
  "the hamlets' columns": (book) => book.sheet("Các ấp").insertColumns(4).type("D5", "ngoài cột").moveColumn(3, 6),
  "a hamlet's row deleted, another below": (book) =>
    book.sheet("Các ấp").deleteRows(5).insertRows(6).type("A6", "AP7", "Ấp Bảy", 5),
  "the hamlets' forms": (book) => book.sheet("Hoạt động ấp").type("A7", "APX").insertRows(9).type("C9", "chen vào"),
  "the hamlets' forms without units": (book) => book.sheet("Hoạt động ấp").deleteColumns(1),
  "the hamlets' forms gone": (book) => book.delete("Hoạt động ấp"),
  settings: (book) =>
    book.sheet("Cấu hình").type("A10", "nam").type("C10", "2027").type("C24", "nhiều").type("C29", ""),
  "a deadline": (book) => book.sheet("Cấu hình").type("C11", "hôm nào đó").type("C10", ""),
  "fewer rows of activities": (book) => book.sheet("Cấu hình").type("C24", "1").type("C30", ""),
  "rows of settings, targets and tasks": (book) => {
    book.sheet("Cấu hình").deleteRows(7);
    book.sheet("Chỉ tiêu").deleteRows(6);
    book.sheet("Nhiệm vụ").type("B5", "").type("A5", "").type("A7", "V1.1");
  },
  "tabs gone": (book) => book.delete("Chỉ tiêu").delete("Nhật ký").delete("Hướng dẫn"),
  "the settings gone": (book) => book.delete("Cấu hình"),
  "the register gone": (book) => book.delete("Đơn vị"),
  "the register's words": (book) =>
    book
      .sheet("Đơn vị")
      .type("A10", "lhpn", "Trùng", "Ấp")
      .type("C7", "hội gì")
      .type("H6", "5|XX")
      .type("B4", "tên gì"),
  "units that got other codes": (book) => {
    book.sheet("Lịch sử").type("A5", 2025, "LHPN", "LD", 3, 1).type("A6", 2025, "ap1", "CUA", 3, 1);
    book.sheet("Nhật ký").type("A5", "01/11/2026 08:00:00", "Hội trưởng", "LHPN", "Nộp báo cáo");
    book.sheet("Đơn vị").type("A7", "PHUNU").type("A8", "AP8");
  },
  "units that closed": (book) => book.sheet("Đơn vị").type("J7", "Ngừng hoạt động").type("J8", "Ngừng hoạt động"),
  "a unit merged": (book) => book.sheet("Đơn vị").type("K7", "CAX").type("K8", "AP2"),
  "units of another type": (book) => book.sheet("Đơn vị").type("C7", "Ấp").type("C8", "Cơ quan, phòng ban"),
  "a unit that left": (book) => book.sheet("Đơn vị").type("A7", "", "", "", "", "", "", "", "", ""),
  "other figures to report": (book) => book.sheet("Đơn vị").type("F7", "LD|BCHX").type("F9", "CUA"),
  "new units": (book) =>
    book.sheet("Đơn vị").type("A10", "MN1", "Mầm non", "Đơn vị sự nghiệp").type("A11", "AP3", "Ấp 3", "Ấp"),
  "tables moved": (book) => {
    book.sheet("Cấu hình").insertRows(1, 2).insertColumns(1);
    book.sheet("Đơn vị").insertRows(2, 3).moveColumn(2, 5);
    book.sheet("Lịch sử").deleteColumns(3).type("D2", "của tôi");
  },
  copies: (book) => {
    book.copy("Cấu hình", "Bản sao Cấu hình");
    book.copy("LHPN", "Bản sao của LHPN");
    book.delete("Lịch sử");
    book.copy("Hướng dẫn", "lịch sử").put("A1", [["x"], ["x"]]);
  },
  "another locale": (book) => {
    book.locale = "en_US";
  },
};

/** Steps that a rebuilt tab has like a new one, which new-workbook.txt has. */
const AS_NEW: ReadonlySet<PlanStep["do"]> = new Set([
  ...([
    "look",
    "rule",
    "highlights",
    "notes",
    "formula",
    "formulas",
    "fix",
    "merge",
    "widths",
    "freeze",
    "write",
  ] as const),
]);

const healthy = filledBook();

/** What a repair does in any case; `nothing.txt` has it. */
const ALWAYS: ReadonlySet<string> = new Set(healthy.plan().steps.map(describeStep));

function describeRepair(damage: (book: Book) => unknown): readonly string[] {
  const book = healthy.clone();
  damage(book);
  const { findings, steps, rebuilt } = book.plan();
  book.repair();
  const left = book.plan();
  const tell = (told: readonly PlanStep[]) => told.map(describeStep).filter((step) => !ALWAYS.has(step));
  return [
    ...findings.map(({ message }) => message),
    ...tell(steps.filter((step) => !(rebuilt.has(step.tab) && AS_NEW.has(step.do)))),
    ...left.findings.map(({ message }) => `Still: ${message}`),
    ...tell(left.steps).map((step) => `Again ${step}`),
  ];
}

// After a change: vitest -u, then read the diff.
describe("the steps of a repair", () => {
  it("of a healthy workbook are those in nothing.txt", async () => {
    await expect(`${[...ALWAYS].join("\n")}\n`).toMatchFileSnapshot("steps/nothing.txt");
    expect(describeRepair(() => undefined)).toEqual([]);
  });

  it.each(Object.entries(DAMAGES))("after %s are those in its file", async (name, damage) => {
    const file = `steps/${name.replace(/[^a-z]+/g, "-")}.txt`;
    await expect(`${describeRepair(damage).join("\n")}\n`).toMatchFileSnapshot(file);
  });
});
