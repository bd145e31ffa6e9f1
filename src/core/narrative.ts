/** The coordinator's own text for the report: its parts, and what of it is a paragraph. */
import { saysNothing } from "./answer.ts";

/** The parts, in the order of the report. Keys are public (`narrative.csv`, the workbook's hidden column). */
export const NARRATIVE_PARTS = [
  "guidance",
  "results",
  "difficulties",
  "limits",
  "causes",
  "direction",
  "proposals",
  "praise",
] as const;

export type NarrativePart = (typeof NARRATIVE_PARTS)[number];

export const NARRATIVE_PART_NAMES: Readonly<Record<NarrativePart, string>> = {
  guidance: "Mục I. Công tác chỉ đạo, triển khai",
  results: "Mục V.1. Kết quả nổi bật",
  difficulties: "Mục V.2. Khó khăn",
  limits: "Mục V.2. Hạn chế",
  causes: "Mục V.3. Nguyên nhân",
  direction: "Mục VI. Phương hướng, nhiệm vụ",
  proposals: "Mục VII. Đề xuất, kiến nghị",
  praise: "Đề nghị khen thưởng tập thể",
};

/** Text for one part; a part may have several of them. */
export type NarrativeText = { readonly part: NarrativePart; readonly text: string };

/** Lists the paragraphs of a part: each line that says anything is one. */
export function paragraphsOf(narrative: readonly NarrativeText[], part: NarrativePart): readonly string[] {
  return narrative
    .filter((own) => own.part === part)
    .flatMap(({ text }) => text.split(LINE_BREAK))
    .map((line) => line.replace(CONTROL, " ").trim())
    .filter((line) => !saysNothing(line));
}

/** Every sign that ends a line, in whatever program the text was written. */
const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/;

const CONTROL = /\s*\p{Cc}+\s*/gu;
