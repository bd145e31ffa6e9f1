/** `narrative.csv` → the coordinator's own text. Several rows of one part are its paragraphs, in their order. */
import { NARRATIVE_PART_NAMES, NARRATIVE_PARTS, type NarrativePart } from "../../core/narrative.ts";
import { MOST_CELL_CHARACTERS } from "../grid.ts";
import { type FieldContext, readWord } from "./fields.ts";
import { readRows } from "./table.ts";

export type ImportedNarrative = { readonly line: number; readonly part: NarrativePart; readonly text: string };

/** Reads the texts; a part has one cell in the workbook, so what its cell cannot hold any more is refused. */
export function readNarrativeFile({ tables, refusals }: FieldContext): readonly ImportedNarrative[] {
  const { rows, refuse } = readRows("narrative.csv", tables, refusals);
  const lengths = new Map<NarrativePart, number>();
  return rows.flatMap(({ line, text }): readonly ImportedNarrative[] => {
    const part = readWord(NARRATIVE_PARTS, NARRATIVE_PART_NAMES, text("part"));
    if (!part) {
      refuse(line, "part", `một trong ${NARRATIVE_PARTS.join(", ")}`, text("part"), "Hãy sửa tên phần");
      return [];
    }
    if (text("text") === "") return [];
    const before = lengths.get(part);
    const length = (before === undefined ? 0 : before + 1) + text("text").length;
    if (length > MOST_CELL_CHARACTERS) {
      const expected = `không quá ${MOST_CELL_CHARACTERS} ký tự cho cả phần ${part}`;
      refuse(line, "text", expected, `${length} ký tự`, "Hãy rút ngắn");
      return [];
    }
    lengths.set(part, length);
    return [{ line, part, text: text("text") }];
  });
}
