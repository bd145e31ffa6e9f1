/**
 * The last pages of the editable template: every tag, to be copied, and what it stands for. They lie between the two
 * tags of a note and so reach no report.
 */
import {
  AlignmentType,
  convertMillimetersToTwip,
  type IParagraphOptions,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from "docx";
import { NOTES_TABLES, NOTES_TITLE } from "../../src/report/notes.ts";
import { groupTags, type NamedTags, writeTag } from "../../src/report/tag-groups.ts";
import { NOTES_TAG, type TagEntry } from "../../src/report/tags.ts";
import { loop as around, type Block, gap, type Look, line, NOTES_WIDTH, rule, SUBJECT_RULE } from "./parts.ts";
import { EVERYWHERE, NESTED, NESTED_NOTE, nameUse, TAG_USES } from "./tag-words.ts";

const INTRODUCTION: readonly string[] = [
  "Thẻ là chữ trong ngoặc nhọn. Khi tạo báo cáo, mỗi thẻ được thay bằng nội dung của sổ, theo phông chữ, cỡ chữ của chính thẻ. Muốn thêm một nội dung thì chép thẻ, dán vào chỗ cần trong mẫu (Ctrl+Shift+V để lấy cỡ chữ ở chỗ dán); thẻ gồm hai, ba dòng thì chép cả, mỗi dòng một đoạn. Muốn bỏ một nội dung thì xóa hết các dòng của thẻ. Mẫu được kiểm tra trước khi điền: thẻ sai thì báo thẻ nào, ở đoạn nào.",
  `Phần này không vào báo cáo nhờ dòng đầu và dòng cuối của nó, có chữ ${NOTES_TAG} trong ngoặc nhọn: đừng xóa riêng dòng nào. Chuyển phần này sang chỗ khác thì chuyển cả hai dòng; không cần nữa thì xóa cả phần cùng hai dòng ấy.`,
];

const WORDS: Look = { size: 12, align: AlignmentType.LEFT };
const USE_WIDTHS = [25, 80, 65] as const;
const TAG_WIDTHS = [57, 25, 88] as const;
/** Two tags in a row: in a loop they are short, and all but one are words. */
const NESTED_WIDTHS = [28, 57, 28, 57] as const;
const [USE_HEADS, TAG_HEADS, NESTED_HEADS] = NOTES_TABLES;

/** Makes the pages. */
export function tagPages(): readonly Block[] {
  const { anywhere, loops } = groupTags();
  return around<Block>(
    NOTES_TAG,
    line(NOTES_TITLE, { bold: true }, { spacing: { before: 120 } }),
    rule(SUBJECT_RULE, NOTES_WIDTH),
    gap(),
    ...INTRODUCTION.map((text) => line(text, { ...WORDS, align: AlignmentType.JUSTIFIED }, { spacing: { after: 80 } })),
    title("Các cách dùng"),
    table(
      USE_WIDTHS,
      USE_HEADS,
      TAG_USES.filter(({ use }) => use !== "note").map(({ name, written, result }) =>
        row(USE_WIDTHS, [[name], [plain(written)], [plain(result)]]),
      ),
    ),
    title(EVERYWHERE),
    table(TAG_WIDTHS, TAG_HEADS, tagRows(anywhere)),
    title(NESTED),
    line(NESTED_NOTE, WORDS, { keepNext: true, spacing: { after: 80 } }),
    table(
      NESTED_WIDTHS,
      NESTED_HEADS,
      loops.flatMap(({ loop, meaning, tags }) => [
        band(`Trong {#${loop}}…{/${loop}} – ${meaning}`),
        ...nestedRows(tags),
      ]),
    ),
    gap(),
  );
}

/** A note's own tag is not shown: it would end the note. */
function tagRows(tags: NamedTags): readonly TableRow[] {
  return tags.flatMap(([tag, entry]) => (entry.use === "note" ? [] : [tagRow(tag, entry)]));
}

function tagRow(tag: string, entry: TagEntry): TableRow {
  return row(TAG_WIDTHS, [writeTag(tag, entry), [nameUse(entry.use)], [entry.meaning]]);
}

function nestedRows(tags: NamedTags): readonly TableRow[] {
  const cells = tags.map(([tag, entry]) => [writeTag(tag, entry), [entry.meaning]] as const);
  return cells.flatMap((left, index) =>
    index % 2 === 0 ? [row(NESTED_WIDTHS, [...left, ...(cells[index + 1] ?? [[""], [""]])])] : [],
  );
}

/** Takes off the backticks around what is to be typed. */
function plain(words: string): string {
  return words.replace(/`/g, "");
}

function title(text: string): Paragraph {
  return line(
    text,
    { size: 13, bold: true, align: AlignmentType.LEFT },
    { keepNext: true, spacing: { before: 200, after: 80 } },
  );
}

function table(widths: readonly number[], heads: readonly string[], rows: readonly TableRow[]): Table {
  const twips = widths.map((width) => convertMillimetersToTwip(width));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: convertMillimetersToTwip(NOTES_WIDTH), type: WidthType.DXA },
    columnWidths: twips,
    margins: { left: 80, right: 80 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map((head, index) => cell([head], widths[index] ?? 0, { bold: true }, SHADE)),
      }),
      ...rows,
    ],
  });
}

/** A row of cells, each of some paragraphs. */
function row(widths: readonly number[], cells: readonly (readonly string[])[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map((paragraphs, index) =>
      cell(paragraphs, widths[index] ?? 0, isTag(paragraphs) ? {} : { size: 11 }),
    ),
  });
}

/** What is copied has the size that a table of the report has, and needs no repairing there. */
function isTag([first = ""]: readonly string[]): boolean {
  return /^\{[^}]*\}$/.test(first);
}

/** A row across the table that heads the tags of one loop, and stays with the first of them. */
function band(text: string): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      cell([text], NOTES_WIDTH, { bold: true }, { ...SHADE, columnSpan: NESTED_WIDTHS.length }, { keepNext: true }),
    ],
  });
}

const SHADE = { shading: { type: ShadingType.CLEAR, color: "auto", fill: "EDEDED" } };

function cell(
  paragraphs: readonly string[],
  width: number,
  look: Look,
  options: { readonly shading?: typeof SHADE.shading; readonly columnSpan?: number } = {},
  paragraph: IParagraphOptions = {},
): TableCell {
  return new TableCell({
    ...options,
    width: { size: convertMillimetersToTwip(width), type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: paragraphs.map((text) => line(text, { ...WORDS, ...look }, { style: "Cell", ...paragraph })),
  });
}
