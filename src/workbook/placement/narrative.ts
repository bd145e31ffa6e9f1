/** Imported text for the report → cells of the tab `Nội dung báo cáo`. */
import type { NarrativePart } from "../../core/narrative.ts";
import type { ImportedNarrative } from "../folder/narrative.ts";
import { asLiteral } from "../grid.ts";
import type { WorkbookRecords } from "../read/workbook.ts";
import { NARRATIVE_TAB } from "../schema.ts";
import type { Placing } from "./lines.ts";

/** Returns a function that places a paragraph: all of a part's go into its cell, in the place of what is there. */
export function narrativePlacer(
  imported: readonly ImportedNarrative[],
  { layout }: WorkbookRecords,
): (paragraph: ImportedNarrative) => Placing {
  const texts = new Map<NarrativePart, string>();
  for (const { part, text } of imported) {
    const before = texts.get(part);
    texts.set(part, before === undefined ? text : `${before}\n${text}`);
  }
  const { partRows, column } = layout.narrative;
  return ({ part }) => {
    const rows = partRows.get(part) ?? [];
    if (rows.length === 0) {
      const expected = `dòng ${part} ở tab ${NARRATIVE_TAB.title}`;
      return { refusal: `cột part: cần ${expected}; không thấy. Hãy chọn Lập sổ, lập biểu rồi nhập lại.` };
    }
    return {
      lines: rows.map((row, index) => ({
        tab: NARRATIVE_TAB.title,
        row,
        column,
        cells: [index === 0 ? asLiteral(texts.get(part) ?? "") : ""],
        unruly: false,
      })),
    };
  };
}
