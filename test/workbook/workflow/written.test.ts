/** What an act wrote, put into the grids that it had read: as a second reading would find it. */
import { describe, expect, it } from "vitest";
import { WorkbookFault } from "../../../src/workbook/grid.ts";
import { DATA_TAB, LOG_TAB } from "../../../src/workbook/schema.ts";
import { readLog } from "../../../src/workbook/workflow/log.ts";
import { readReported } from "../../../src/workbook/workflow/reported.ts";
import { placeLines, withConfirmation, withLines } from "../../../src/workbook/workflow/written.ts";
import { newWorkbook } from "../workbook.ts";

const HEADER = LOG_TAB.columns.map(({ title }) => title);
const LINE = LOG_TAB.columns.map(({ key }) => (key === "action" ? "Duyệt" : key));

describe("lines of the log", () => {
  it("come below the last, each cell under its header", () => {
    const log = withLines([HEADER, LINE], [LINE]);
    expect(log).toEqual([HEADER, LINE, LINE]);
    expect(readLog(log)).toHaveLength(2);
  });

  it("follow headers that were moved, and stand clear of a column before them", () => {
    const [first = "", second = "", ...rest] = HEADER;
    const moved = ["của tôi", second, first, ...rest];
    const [cell = "", other = "", ...cells] = LINE;
    expect(placeLines([moved], [LINE])).toEqual({
      column: 2,
      cells: [[other, cell, ...cells]],
    });
    expect(withLines([moved], [LINE])[1]).toEqual(["", other, cell, ...cells]);
  });

  it("are refused with the header that is missing; none need no header", () => {
    expect(() => withLines([HEADER.slice(1)], [LINE])).toThrow(WorkbookFault);
    expect(withLines([], [])).toEqual([]);
  });
});

describe("a confirmation", () => {
  const written = { role: "Trưởng", time: "25/11/2026 08:00:00", stamp: "2026|abc" };

  it("stands in the unit's own row, and is read as its submission", () => {
    const { data, hamlets } = newWorkbook().grids();
    const after = withConfirmation(data, "LHPN", written);
    const reported = readReported(after, hamlets);
    expect(reported.get("LHPN")?.submission).toEqual({ unit: "LHPN", ...written });
    expect(reported.get("CAX")?.submission).toBeUndefined();
    expect(after.filter((row, index) => row !== data[index])).toHaveLength(1);
  });

  it("of an earlier time is written over, and of a unit without the row there is none", () => {
    const { data, hamlets } = newWorkbook().grids();
    const earlier = withConfirmation(data, "LHPN", { ...written, role: "Phó" });
    expect(readReported(withConfirmation(earlier, "LHPN", written), hamlets).get("LHPN")?.submission?.role).toBe(
      "Trưởng",
    );
    expect(withConfirmation(data, "KHONG", written)).toBe(data);
  });

  it("goes by the headers of the tidy tab", () => {
    const moved = [...DATA_TAB.columns].reverse();
    const rowOf = (cells: Readonly<Record<string, string>>) => moved.map(({ key }) => cells[key] ?? "");
    const [titles, row] = [moved.map(({ title }) => title), rowOf({ unit: "VP", key: "XN.nop" })];
    expect(withConfirmation([titles, row], "VP", written)[1]).toEqual(
      rowOf({ unit: "VP", key: "XN.nop", first: "Trưởng", when: "25/11/2026 08:00:00", link: "2026|abc" }),
    );
  });
});
