import { describe, expect, it } from "vitest";
import type { Grid } from "../../../src/workbook/grid.ts";
import { MIRROR_END, MIRRORED_TABS } from "../../../src/workbook/mirror.ts";
import { readMirror } from "../../../src/workbook/read/mirror.ts";
import { DATA_TAB, HEADER_ROW, LOG_TAB, TARGETS_TAB, type TableTab } from "../../../src/workbook/schema.ts";

const WIDTH = 20;
const TABS: readonly TableTab[] = Object.values(MIRRORED_TABS);

/** A tab of two rows below its header, whose every cell tells where it stands. */
function sourceOf({ title, columns }: TableTab): Grid {
  const blank = columns.map(() => "");
  const heading = [columns.map((_, index) => (index === 0 ? title.toUpperCase() : "")), blank, blank];
  const data = [5, 6].map((row) => columns.map((_, index) => `${title} ${row} ${index + 1}`));
  return [...heading, columns.map((column) => column.title), ...data, blank];
}

/** What the mirror's formula gives of tabs, each cut into parts of so many columns. */
function mirrorOf(sources: ReadonlyMap<string, Grid>, most = 9): unknown[][] {
  const lines: unknown[][] = [];
  for (const [title, grid] of sources) {
    const width = grid[0]?.length ?? 0;
    for (let first = 0; first < width; first += most) {
      const columns = Math.min(most, width - first);
      lines.push([`${title}|1|${first + 1}|${grid.length}|${columns}`]);
      for (const row of grid) lines.push(row.slice(first, first + columns));
    }
  }
  return [...lines, [MIRROR_END]];
}

/** The range from the tidy tab's header down, the mirror beside its rows. */
function wholeOf(lines: readonly (readonly unknown[])[]): unknown[][] {
  const titles = DATA_TAB.columns.map(({ title }) => title);
  const padded = (left: readonly unknown[], right: readonly unknown[]) => [
    ...titles.map((_, index) => left[index] ?? ""),
    ...Array.from({ length: WIDTH - titles.length }, (_, index) => right[index] ?? "#N/A"),
  ];
  return [padded(titles, []), ...lines.map((line, index) => padded(index === 0 ? ["VP", "SL.LD"] : [], line))];
}

const SOURCES: ReadonlyMap<string, Grid> = new Map(TABS.map((tab) => [tab.title, sourceOf(tab)]));

function changed(title: string, change: (cells: unknown[][]) => void): ReadonlyMap<string, Grid> {
  const cells = (SOURCES.get(title) ?? []).map((row) => [...row]);
  change(cells);
  return new Map([...SOURCES].map(([name, grid]) => [name, name === title ? cells : grid]));
}

/** Puts a value into the first column of a tab's first row of data. */
function withCell(title: string, value: unknown): Grid {
  return wholeOf(
    mirrorOf(
      changed(title, (cells) => {
        const row = cells[HEADER_ROW];
        if (row) row[0] = value;
      }),
    ),
  );
}

describe("the range that is the whole workbook", () => {
  it("gives every tab from its header on, its parts side by side, without the blank rows below its last", () => {
    const read = readMirror(wholeOf(mirrorOf(SOURCES)));
    const wanted = Object.entries<TableTab>(MIRRORED_TABS).map(([key, tab]) => [key, sourceOf(tab).slice(3, -1)]);
    expect(Object.entries(read ?? {}).filter(([key]) => key !== "data")).toEqual(wanted);
    expect(read?.data[1]?.slice(0, 2)).toEqual(["VP", "SL.LD"]);
  });

  it("keeps the numbers of rows where people inserted some above the first", () => {
    const lines = mirrorOf(SOURCES).map((line) =>
      String(line[0]).startsWith(`${LOG_TAB.title}|`) ? [String(line[0]).replace("|1|1|", "|3|1|")] : line,
    );
    // What was the third row is the fifth now, and the header below the row in which reading looks for it.
    expect(readMirror(wholeOf(lines))).toBeUndefined();
  });

  it("takes a column that people inserted into a tab along", () => {
    const grown = changed(LOG_TAB.title, (cells) => {
      for (const row of cells) row.splice(2, 0, "thêm");
    });
    expect(readMirror(wholeOf(mirrorOf(grown, 10)))?.log[1]?.[2]).toBe("thêm");
  });

  it("lets errors that stand in a tab through as they are", () => {
    expect(readMirror(withCell(TARGETS_TAB.title, "#DIV/0!"))?.targets[1]?.[0]).toBe("#DIV/0!");
  });

  it.each([
    ["no mirror", wholeOf([])],
    ["an error in its place", wholeOf([["#REF!"]])],
    ["a tab that it has not", wholeOf(mirrorOf(new Map([...SOURCES].slice(1))))],
    ["rows that are cut off", wholeOf(mirrorOf(SOURCES)).slice(0, -1)],
    ["a part that is too wide", wholeOf(mirrorOf(SOURCES, 12))],
    [
      "a part that begins in another column",
      wholeOf(mirrorOf(SOURCES).map((line) => [...line].map((cell) => String(cell).replace("|1|1|", "|1|2|")))),
    ],
    [
      "a header that is not there",
      wholeOf(mirrorOf(changed(TARGETS_TAB.title, (cells) => cells.splice(HEADER_ROW - 1, 1)))),
    ],
    ["a number that may be a day", withCell(TARGETS_TAB.title, 46_341)],
    ["a number that may be a time of day", withCell(TARGETS_TAB.title, 0.4375)],
    ["a day", withCell(TARGETS_TAB.title, new Date(0))],
  ])("gives nothing where there is %s", (_, whole) => {
    expect(readMirror(whole)).toBeUndefined();
  });
});
