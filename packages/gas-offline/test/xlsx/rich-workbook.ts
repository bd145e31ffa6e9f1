/** A workbook with one of everything, for the tests of its file; literal, so that a failure can be read. */
import { ensureCell, newSheet, type WorkbookModel } from "../../src/model.ts";

const OWNER = "dieuphoi@xa.gov.vn";

/** Texts that programs like to change. */
export const TRICKY_TEXTS = [
  "007",
  "1/2",
  "=SUM(A1;B1)",
  "+84 912 345 678",
  "dòng 1\ndòng 2\r\ndòng 3",
  "👩‍💼 nữ lãnh đạo",
  "Nguye\u0302\u0303n Thi\u0323 Ho\u0300a",
  "  đầu và cuối  ",
  "   ",
  "<xml>&amp; \"nháy\" 'đơn'",
  "_x0041_ và _x000D_",
  "#N/A",
  "#SPILL!",
  "TRUE",
  "2026-03-08",
  "\u00a0không ngắt\u00a0",
  "'nháy đầu",
  "@ai",
];

export function richWorkbook(): WorkbookModel {
  const unit = newSheet(3, "Đơn vị 'A' (xã)", 80, 12);
  TRICKY_TEXTS.forEach((text, index) => {
    ensureCell(unit, index + 2, 1).value = text;
    ensureCell(unit, index + 2, 1).format = { numberFormat: "@", wrap: true };
  });
  const title = ensureCell(unit, 1, 1);
  title.value = "Kế hoạch 131 – số liệu";
  title.format = {
    bold: true,
    fontSize: 14,
    fontFamily: "Times New Roman",
    fontColor: "#ffffff",
    background: "#0b5394",
    horizontal: "center",
    vertical: "middle",
  };
  title.note = "Ghi chú\nhai dòng <&> _x0041_";
  unit.merges.push({ row: 1, column: 1, rows: 1, columns: 4 });

  const numbers = [0, 1, -1.5, 0.1 + 0.2, 1e21, 123456789.123, 1 / 3];
  numbers.forEach((value, index) => {
    const cell = ensureCell(unit, index + 2, 2);
    cell.value = value;
    cell.format = { numberFormat: ["0", "0.00", "#,##0", "0.0%"][index % 4] ?? "0", border: "#cccccc" };
  });
  const dates = [46089, 46089.5, 46089.123456789, 1, 60, 59];
  dates.forEach((value, index) => {
    const cell = ensureCell(unit, index + 2, 3);
    cell.value = value;
    cell.format = { numberFormat: index === 1 ? "dd/mm/yyyy hh:mm" : "dd/mm/yyyy" };
  });
  ensureCell(unit, 2, 4).value = true;
  ensureCell(unit, 3, 4).value = false;
  ensureCell(unit, 4, 4).value = { error: "#N/A" };
  ensureCell(unit, 5, 4).value = { error: "#REF!", message: "Không có trang này" };
  ensureCell(unit, 6, 4).value = { error: "#ERROR!", message: "MY_TY_LE: thiếu mẫu số" };
  ensureCell(unit, 7, 4).value = "";
  ensureCell(unit, 8, 4).value = "dài ".repeat(12_500);
  ensureCell(unit, 9, 4).value = "ký tự cấm \u0001\u0008\u000b\ufffe và nửa chữ \ud83d";
  // Defaults said aloud, which a style cannot tell from defaults unsaid.
  ensureCell(unit, 10, 4).format = { fontFamily: "Arial", fontSize: 10, bold: false, italic: false, wrap: false };
  ensureCell(unit, 11, 4).format = { fontColor: "#000000", vertical: "bottom", background: "#FFFFFF" };
  ensureCell(unit, 12, 4).format = {};

  for (let row = 2; row <= 20; row++) {
    ensureCell(unit, row, 5).validation = {
      kind: "list",
      strict: true,
      values: ["Đạt", "Chưa đạt"],
      help: "Chọn một trong hai",
    };
    ensureCell(unit, row, 6).validation = { kind: "number", strict: true, least: 0, most: 1000 };
    ensureCell(unit, row, 7).validation = { kind: "date", strict: false, from: 45658, to: 47483 };
    ensureCell(unit, row, 8).validation = { kind: "checkbox", strict: true };
    ensureCell(unit, row, 8).value = row % 2 === 0;
    ensureCell(unit, row, 9).validation = {
      kind: "formula",
      strict: true,
      formula: `=AND($B${row}>=0;LEN(I${row})<=20;COUNTIF($I$2:$I$20;I${row})=1)`,
    };
  }
  ensureCell(unit, 21, 5).validation = {
    kind: "list",
    strict: false,
    values: ["Phường, xã", 'Cơ quan "A"', "Trường học", "Doanh nghiệp ".repeat(20).trim()],
  };
  unit.conditionalFormats.push(
    { areas: [{ row: 2, column: 2, rows: 20, columns: 1 }], formula: '=AND(B2<>"";B2<0)', background: "#f4cccc" },
    {
      areas: [
        { row: 2, column: 1, rows: 5, columns: 1 },
        { row: 10, column: 3, rows: 5, columns: 1 },
      ],
      formula: '=COUNTIF($A$2:$A;A2)>1&"; không đổi"',
      fontColor: "#990000",
      bold: true,
    },
  );
  unit.protections.push(
    {
      id: 11,
      kind: "sheet",
      description: "Trang của đơn vị",
      editors: [OWNER],
      domainEdit: false,
      warningOnly: false,
      unprotected: [
        { row: 2, column: 2, rows: 20, columns: 7 },
        { row: 30, column: 1, rows: 40, columns: 3 },
      ],
    },
    {
      id: 12,
      kind: "range",
      area: { row: 2, column: 2, rows: 20, columns: 7 },
      description: "Khối nhập",
      editors: [OWNER, "donvi-a@xa.gov.vn"],
      domainEdit: false,
      warningOnly: true,
      unprotected: [],
    },
  );
  unit.columnWidths.set(1, 260).set(3, 91).set(11, 33);
  unit.rowHeights.set(1, 47).set(5, 21);
  unit.hiddenRows.add(25);
  unit.hiddenColumns.add(10);
  unit.frozenRows = 1;
  unit.frozenColumns = 1;
  unit.gridlines = false;
  unit.tabColor = "#38761d";

  const summary = newSheet(7, "Tổng hợp: 2026/2030 – toàn bộ các cơ quan", 40, 8);
  summary.tabColor = "#CC0000";
  const anchor = ensureCell(summary, 2, 1);
  anchor.formula = "=MY_TONG_HOP('Đơn vị ''A'' (xã)'!A2:D80;\"a;b,c\")";
  anchor.spill = { rows: 3, columns: 2 };
  anchor.value = "Nữ";
  const spilled = [undefined, 12, "Nam", 0.5, "", { error: "#N/A", message: "thiếu" }];
  spilled.forEach((value, index) => {
    if (value === undefined) return;
    const cell = ensureCell(summary, 2 + Math.floor(index / 2), 1 + (index % 2));
    cell.value = value;
    cell.spilledFrom = [2, 1];
  });
  const formulas: [string, string | number | boolean | { error: string }][] = [
    ['=IF(B2>10;"nhiều, lắm; thật";"ít")', "nhiều, lắm; thật"],
    ["=SUM(B2:B4;1)", 13.5],
    ["=AND(TRUE;B2>1)", true],
    ["=INDEX(A2:B4;9;9)", { error: "#REF!" }],
    ['=IFERROR(1/0;"")', ""],
    ["=COUNTA('Đơn vị ''A'' (xã)'!A2:A20)", 18],
    ["=SUM('Tổng hợp: 2026/2030 – toàn bộ các cơ quan'!B2:B3)", 12.5],
    ["=VSTACK(A2;A3)", "Nữ"],
    ["=SUM(B2:B)", 12.5],
    ['=HYPERLINK("#gid=3";"Về đơn vị")', "Về đơn vị"],
  ];
  formulas.forEach(([formula, value], index) => {
    const cell = ensureCell(summary, 10 + index, 3);
    cell.formula = formula;
    cell.value = value;
    if (index === 1) cell.format = { numberFormat: "#,##0.0", bold: true };
  });

  const log = newSheet(8, "History", 1000, 26);
  log.hidden = true;
  ensureCell(log, 1, 1).value = "nhật ký";

  return {
    id: "so-131",
    name: "Sổ – Xã Hòa Bình",
    locale: "vi_VN",
    timeZone: "Asia/Ho_Chi_Minh",
    owner: OWNER,
    editors: ["donvi-a@xa.gov.vn", "donvi-b@xa.gov.vn"],
    sheets: [unit, summary, log],
    documentProperties: new Map([
      ["project.version", "1"],
      ["ghi chú", "👍 \uffff"],
    ]),
    lastId: 12,
  };
}
