/** What units reported, as canonical text, and what a submission left in a block. */
import { describe, expect, it } from "vitest";
import { DATA_TAB, HAMLETS_TAB } from "../../../src/workbook/schema.ts";
import { readReported } from "../../../src/workbook/workflow/reported.ts";

const DATA_HEADER = DATA_TAB.columns.map(({ title }) => title);
const HAMLET_HEADER = HAMLETS_TAB.columns.map(({ title }) => title);

function dataRow(...cells: readonly unknown[]): readonly unknown[] {
  return DATA_HEADER.map((_, index) => cells[index] ?? "");
}

const NO_HAMLETS = [HAMLET_HEADER];

describe("what a unit reported", () => {
  it("is each row's typed cells; a label counts nowhere but in an activity, which its unit names", () => {
    const reported = readReported(
      [
        DATA_HEADER,
        dataRow("TYT", "SL.LD", "Lãnh đạo (LD)", 3, 1, "mới tách"),
        dataRow("TYT", "HD.1", "Họp dân", 40, 22),
        dataRow("TYT", "", "I. SỐ LIỆU"),
      ],
      NO_HAMLETS,
    );
    expect(reported.get("TYT")).toEqual({
      rows: [
        { key: "SL.LD", cells: ["3", "1", "mới tách", "", "", ""] },
        { key: "HD.1", cells: ["40", "22", "", "", "", "", "Họp dân"] },
      ],
      submission: undefined,
    });
  });

  it("of a hamlet stands in its row of the grid too", () => {
    const row = HAMLETS_TAB.columns.map(({ key }) => (key === "code" ? "AP1" : key === "THG.total" ? 5 : ""));
    const { rows } = readReported([DATA_HEADER], [HAMLET_HEADER, row, row]).get("AP1") ?? { rows: [] };
    expect(rows.filter(({ cells }) => cells.some((cell) => cell !== ""))).toEqual([
      { key: "SL.THG", cells: ["5", "", ""] },
    ]);
  });

  it("leaves the confirmation out of the figures, and reads it as the submission", () => {
    const data = [
      DATA_HEADER,
      dataRow("TYT", "XN.nop", "Đơn vị nộp", "Trạm trưởng", "", "", "10/11/2026 08:05:30", "", "v1"),
    ];
    expect(readReported(data, NO_HAMLETS).get("TYT")).toEqual({
      rows: [],
      submission: { unit: "TYT", role: "Trạm trưởng", time: "10/11/2026 08:05:30", stamp: "v1" },
    });
    expect(
      readReported([DATA_HEADER, dataRow("TYT", "XN.nop", "Đơn vị nộp")], NO_HAMLETS).get("TYT")?.submission,
    ).toBeUndefined();
  });

  it("is the same whether Unicode is composed or not, and in its first row where a key stands twice", () => {
    const one = readReported(
      [DATA_HEADER, dataRow("A", "DG.results", "", "Tốt ạ"), dataRow("A", "DG.results", "", "Khác")],
      NO_HAMLETS,
    );
    const other = readReported([DATA_HEADER, dataRow("A", "DG.results", "", "Tốt ạ".normalize("NFD"))], NO_HAMLETS);
    expect(one).toEqual(other);
  });
});
