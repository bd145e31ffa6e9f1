/** The pieces of an official text in Vietnamese (NĐ 30/2020, PL I), as `docx` objects. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  type IParagraphOptions,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";

/** Points, as `docx` wants them: half-points. */
export const points = (size: number) => size * 2;

/** Where the text of a portrait and of a landscape page has its width, in millimetres. */
export const PORTRAIT_WIDTH = 210 - 30 - 20;
export const LANDSCAPE_WIDTH = 297 - 30 - 20;
/** The same of the pages for the template's editor, which no rule of form binds. */
export const NOTES_WIDTH = 210 - 20 - 20;

/** Length of the line under a subject or an annex's title: a third to a half of a full line. */
export const SUBJECT_RULE = 60;

export type Block = Paragraph | Table;

export type Look = {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
};

/** A line without first-line indent, centred unless said otherwise; for header blocks, titles and cells. */
export function line(text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  const { size = 14, bold = false, italics = false, align = AlignmentType.CENTER } = look;
  return new Paragraph({
    alignment: align,
    ...options,
    children: [new TextRun({ text, size: points(size), bold, italics })],
  });
}

/** A line whose words stand in a frame, like a stamp. */
export function boxed(text: string, look: Look): Paragraph {
  const { size = 14, bold = false } = look;
  const border = { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" };
  const run = new TextRun({ text: `\u00a0${text}\u00a0`, size: points(size), bold, border });
  return new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before: 80 }, children: [run] });
}

/** A paragraph of the body: justified, first line indented. */
export function body(text: string, look: Look = {}, options: IParagraphOptions = {}): Paragraph {
  const { bold = false, italics = false } = look;
  return new Paragraph({ style: "Body", ...options, children: [new TextRun({ text, bold, italics })] });
}

/** A heading of the body: `I.` in capitals, `1.` as it is; never alone at the foot of a page. */
export function heading(text: string): Paragraph {
  return body(text, { bold: true }, { keepNext: true });
}

/** A loop or a condition around whole paragraphs or tables: its two tags stand in paragraphs that vanish. */
export function loop<Block = Paragraph>(tag: string, ...blocks: readonly Block[]): readonly (Paragraph | Block)[] {
  return [new Paragraph(`{#${tag}}`), ...blocks, new Paragraph(`{/${tag}}`)];
}

/** The opposite condition: what stands there when the tag is false or empty. */
export function unless<Block = Paragraph>(tag: string, ...blocks: readonly Block[]): readonly (Paragraph | Block)[] {
  return [new Paragraph(`{^${tag}}`), ...blocks, new Paragraph(`{/${tag}}`)];
}

/** A list of texts, each a paragraph of the body. */
export function bodyLoop(tag: string): readonly Paragraph[] {
  return loop(tag, body("{.}"));
}

/** A horizontal line of `length` in the middle of `width`, both in millimetres: a border, which prints everywhere. */
export function rule(length: number, width: number): Paragraph {
  const side = convertMillimetersToTwip((width - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    spacing: { before: 80, after: 0, line: 60, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [new TextRun({ text: "", size: 4 })],
  });
}

/** A little space. */
export function gap(): Paragraph {
  return line("", { size: 8 });
}

/**
 * Ends a section whose table may fill its page: too low to come to stand on a blank one. It carries the section's page,
 * so it must not be a loop's tag, which vanishes.
 */
export function sectionEnd(): Paragraph {
  return line("", { size: 1 }, { spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });
}

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" };
const NO_BORDERS = {
  top: NO_BORDER,
  bottom: NO_BORDER,
  left: NO_BORDER,
  right: NO_BORDER,
  insideHorizontal: NO_BORDER,
  insideVertical: NO_BORDER,
};

/** A borderless table for the header and the signature: rows of cells, widths in millimetres. */
export function layout(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  const twips = widths.map((width) => convertMillimetersToTwip(width));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: twips,
    borders: NO_BORDERS,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, index) =>
              new TableCell({
                width: { size: twips[index] ?? 0, type: WidthType.DXA },
                borders: { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER },
                children,
              }),
          ),
        }),
    ),
  });
}

/** A column of a table of figures: heading (words or tags), the tag that fills it, width in millimetres. */
export type Column = {
  readonly head: string;
  readonly tag: string;
  readonly width: number;
  readonly side?: "left" | "right";
};

/** A last row after the loop: a tag whose single item fills `columns`, beside a title over the first `span` ones. */
export type TotalRow = {
  readonly tag: string;
  readonly title: string;
  readonly span: number;
  readonly columns: readonly string[];
};

/**
 * A table of figures that repeats its header on every page, splits no row, and has one row per item of `tag`.
 * @param size Points of its text.
 */
export function figures(tag: string, columns: readonly Column[], size: number, total?: TotalRow): Table {
  const twips = columns.map(({ width }) => convertMillimetersToTwip(width));
  const cell = (text: string, index: number, look: Look, span = 1, keepNext = false) =>
    new TableCell({
      width: { size: twips.slice(index, index + span).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnSpan: span,
      verticalAlign: VerticalAlign.CENTER,
      children: [line(text, { size, ...look }, { style: "Cell", ...(keepNext ? { keepNext } : {}) })],
    });
  const alignOf = ({ side }: Column) =>
    side === "left" ? AlignmentType.LEFT : side === "right" ? AlignmentType.RIGHT : AlignmentType.CENTER;
  const looped = columns.map((column, index) => {
    const open = index === 0 ? `{#${tag}}` : "";
    const close = index === columns.length - 1 ? `{/${tag}}` : "";
    return cell(`${open}{${column.tag}}${close}`, index, { align: alignOf(column) });
  });
  const rows = [
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      // Never alone at the foot of a page.
      children: columns.map(({ head }, index) => cell(head, index, { bold: true }, 1, true)),
    }),
    new TableRow({ cantSplit: true, children: looped }),
  ];
  if (total) {
    const rest = columns.slice(total.span);
    const summed = rest.map((column, index) => {
      const close = index === rest.length - 1 ? `{/${total.tag}}` : "";
      const sum = total.columns.includes(column.tag) ? `{${column.tag}}` : "";
      return cell(`${sum}${close}`, total.span + index, { bold: true, align: alignOf(column) });
    });
    rows.push(
      new TableRow({
        cantSplit: true,
        children: [cell(`{#${total.tag}}${total.title}`, 0, { bold: true }, total.span), ...summed],
      }),
    );
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: twips,
    margins: { left: 60, right: 60, top: 20, bottom: 20 },
    rows,
  });
}
