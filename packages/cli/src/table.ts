/** Tables and figures for a terminal, in Vietnamese. */
import { isJson, type Json, listOf, numberOf, textOf } from "gas-offline/internals";

const STATUS_WORDS: Readonly<Record<string, string>> = {
  met: "✔ Đạt",
  near: "◐ Gần đạt",
  unmet: "✘ Chưa đạt",
  "no-data": "· Chưa có số liệu",
  baseline: "· Năm gốc",
  up: "▲ Tăng",
  same: "= Giữ nguyên",
  down: "▼ Giảm",
};

/** Returns the width of a text in columns of a terminal. Combining marks have no width. */
function widthOf(text: string): number {
  return [...text.normalize("NFC").replace(/\p{M}/gu, "")].length;
}

/** Lays rows out in columns; numbers to the right. */
function layTable(header: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const texts = rows.map((row) =>
    row.map((cell) => (cell === null ? "–" : typeof cell === "number" ? showNumber(cell) : cell)),
  );
  const widths = header.map((title, index) =>
    Math.max(widthOf(title), ...texts.map((row) => widthOf(row[index] ?? ""))),
  );
  const toRight = header.map((_, index) => rows.some((row) => typeof row[index] === "number"));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => {
        const space = " ".repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
        return toRight[index] ? space + cell : cell + space;
      })
      .join("  ")
      .trimEnd();
  return [line(header), line(widths.map((width) => "─".repeat(width))), ...texts.map(line)].join("\n");
}

/** Writes a number as Vietnamese read it; at most two decimals. */
function showNumber(value: number): string {
  return value.toLocaleString("vi-VN", { maximumFractionDigits: 2 });
}

/** Lays the scorecard out. */
export function layScorecard(scorecard: Json): string {
  const units = isJson(scorecard["units"]) ? scorecard["units"] : {};
  const rows = listOf(scorecard["indicators"]).map((indicator) => {
    const [low, high] = [numberOf(indicator["low"]), numberOf(indicator["high"])];
    const bounds = low === null || high === null || low === high ? null : `${showNumber(low)}–${showNumber(high)}`;
    return [
      textOf(indicator["code"]),
      textOf(indicator["name"]),
      numberOf(indicator["numerator"]),
      numberOf(indicator["denominator"]),
      numberOf(indicator["percent"]),
      numberOf(indicator["target"]),
      STATUS_WORDS[textOf(indicator["status"])] ?? textOf(indicator["status"]),
      numberOf(indicator["neededFixed"]),
      bounds,
      numberOf(indicator["previous"]),
    ];
  });
  const header = [
    "Mã",
    "Chỉ tiêu",
    "Thực hiện",
    "Tổng số",
    "Tỷ lệ %",
    "Mục tiêu",
    "Đánh giá",
    "Còn thiếu",
    "Khi đủ số liệu",
    "Năm trước",
  ];
  const summary = `Năm ${textOf(String(scorecard["year"] ?? ""))}: ${numberOf(units["complete"]) ?? 0} trên ${numberOf(units["registered"]) ?? 0} đơn vị đã báo cáo đủ số liệu.`;
  return `${layTable(header, rows)}\n\n${summary}`;
}
