/** Text for the report that reading passes over, since nothing tells where it belongs. */
import { NARRATIVE_PART_NAMES, NARRATIVE_PARTS } from "../../core/narrative.ts";
import type { Grid } from "../grid.ts";
import { narrativeRowsOf } from "../read/narrative.ts";
import { NARRATIVE_TAB } from "../schema.ts";
import { type UnparsedIssue, unparsedCell } from "./unparsed.ts";

/** Lists the rows whose part cannot be told. */
export function findUnparsedNarrative(grid: Grid): readonly UnparsedIssue[] {
  if (grid.length === 0) return [];
  return narrativeRowsOf(grid).flatMap(({ part, row }) => {
    if (part || row.text("text") === "") return [];
    const names = NARRATIVE_PARTS.map((known) => NARRATIVE_PART_NAMES[known]).join("; ");
    return [
      unparsedCell(NARRATIVE_TAB, row, "name", {
        code: "narrative-part",
        expected: `tên một phần của báo cáo (${names})`,
        action: "Chuyển đoạn này về dòng của phần đó; hiện đoạn chưa vào báo cáo",
      }),
    ];
  });
}
