/** A .docx as the rules read it: sections, tables and paragraphs in order, every look resolved. Judges nothing. */
import { relationsOf, relationsPath } from "zip-file";
import { NoWordFile, openArchive } from "./archive.ts";
import { MILLIMETRES_PER_POINT, ruleLength } from "./drawn-line.ts";
import { readSection, type Section } from "./section.ts";
import { isDrawn, type Look, MILLIMETRES_PER_TWIP, readStyles, type Shape, type Styles } from "./styles.ts";
import { attribute, child, children, descend, descendants, type Element, number, parseXml } from "./xml.ts";

export type Run = Look & { readonly text: string };

/** Where a paragraph stands in a table. */
export type Cell = { readonly table: number; readonly row: number; readonly column: number };

export type Paragraph = Shape & {
  /** In Unicode's composed form, spaces as plain single ones, trimmed; empty where it only draws a line. */
  readonly text: string;
  readonly runs: readonly Run[];
  readonly cell: Cell | undefined;
  readonly section: number;
  /** True: a page begins with it, by a break before it or as the first of a section. */
  readonly startsPage: boolean;
  /** Millimetres that its page or cell leaves to a line of text. */
  readonly space: number;
  /** Millimetres of the horizontal line that it draws or is. */
  readonly rule: number | undefined;
  /** True: the line is typed with underscores, so its length goes by whole letters. */
  readonly isTypedRule: boolean;
  /** Whether it holds a tracked change, and whether a comment is tied to it. */
  readonly tracked: boolean;
  readonly commented: boolean;
};

/** A table's columns in its widest row, and whether any border prints. */
export type TableShape = { readonly columns: number; readonly bordered: boolean };

export type WordDocument = {
  readonly sections: readonly Section[];
  readonly paragraphs: readonly Paragraph[];
  readonly tables: readonly TableShape[];
};

/**
 * Reads a .docx.
 * @throws NoWordFile where it is none, with one line for the person who chose it.
 */
export function readDocument(bytes: Uint8Array, file: string): WordDocument {
  const archive = openArchive(bytes, file);
  const part = (path: string) => parseXml(archive.read(path) ?? "");
  const body = child(part(archive.body), "w:body");
  if (!body) {
    throw new NoWordFile(
      `Tệp “${file}”: cần một tệp Word .docx; thấy phần thân văn bản bị hỏng. Hãy mở tệp bằng Word rồi lưu lại dạng .docx.`,
    );
  }
  const relations = relationsOf(archive.body, archive.read(relationsPath(archive.body)) ?? "");
  const ofType = (type: string) => part(relations.find((one) => one.type.endsWith(`/${type}`))?.path ?? "");
  const reader = new BodyReader(readStyles(ofType("styles"), ofType("theme")), (id) =>
    part(relations.find((one) => one.id === id)?.path ?? ""),
  );
  return reader.read(body);
}

/** What holds runs inside a paragraph. */
const HOLDERS = ["w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple"];

const TRACKED = ["w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange"];

/** A line of text that only draws a line. */
const TYPED_LINE = /^(_{3,}|[—―─]{3,}|[-–]{3,})$/;

/** The width that a paragraph's place has on a page whose text is so wide; all in millimetres. */
type WidthOn = (page: number) => number;

/** Goes once through the body and gathers what it meets. State lives here: the section and page that it is in. */
class BodyReader {
  private readonly sections: Section[] = [];
  private readonly paragraphs: (Omit<Paragraph, "space"> & { readonly widthOn: WidthOn })[] = [];
  private readonly tables: TableShape[] = [];
  private startsPage = true;

  constructor(
    private readonly styles: Styles,
    private readonly partOf: (relation: string) => Element | undefined,
  ) {}

  read(body: Element): WordDocument {
    this.readBlocks(body, undefined, (page) => page);
    this.closeSection(child(body, "w:sectPr"));
    return {
      sections: this.sections,
      // What a line has room for follows from the width of its page, known only at the end of its section.
      paragraphs: this.paragraphs.map(({ widthOn, ...paragraph }) => {
        const page = this.sections[paragraph.section]?.textWidth ?? 0;
        const space = widthOn(page) - paragraph.left - paragraph.right;
        return { ...paragraph, space, rule: paragraph.rule ?? (paragraph.ruled ? space : undefined) };
      }),
      tables: this.tables,
    };
  }

  private readBlocks(parent: Element, cell: Cell | undefined, widthOn: WidthOn): void {
    for (const block of children(parent)) {
      if (block.nodeName === "w:p") this.readParagraph(block, cell, widthOn);
      else if (block.nodeName === "w:tbl") this.readTable(block);
      else if (block.nodeName === "w:sdt") this.readBlocks(child(block, "w:sdtContent") ?? block, cell, widthOn);
    }
  }

  private readTable(table: Element): void {
    const index = this.tables.length;
    const rows = children(table, "w:tr");
    const own = descend(table, "w:tblPr", "w:tblBorders");
    const styled = this.styles.tableBordersOf(attribute(descend(table, "w:tblPr", "w:tblStyle"), "w:val"));
    const cellBorders = rows.flatMap((row) =>
      children(row, "w:tc").flatMap((one) => children(descend(one, "w:tcPr", "w:tcBorders"))),
    );
    this.tables.push({
      columns: Math.max(0, ...rows.map((row) => children(row, "w:tc").length)),
      bordered: [...children(own ?? styled), ...cellBorders].some(isDrawn),
    });
    rows.forEach((row, rowIndex) => {
      children(row, "w:tc").forEach((one, column) => {
        this.readBlocks(one, { table: index, row: rowIndex, column }, cellWidth(one));
      });
    });
  }

  /** Reads a paragraph; each of its lines that end in a soft break counts as a paragraph of the same shape. */
  private readParagraph(paragraph: Element, cell: Cell | undefined, widthOn: WidthOn): void {
    const { lines, breakAt } = this.readLines(paragraph);
    const shape = this.styles.shapeOf(paragraph);
    const holds = (...names: readonly string[]) => names.some((name) => descendants(paragraph, name).length > 0);
    const [tracked, commented] = [holds(...TRACKED), holds("w:commentRangeStart", "w:commentReference")];
    const drawn = ruleLength(paragraph);
    lines.forEach((runs, line) => {
      const typed = tidy(runs.map((run) => run.text).join(""));
      const isLine = TYPED_LINE.test(typed);
      const isLast = line === lines.length - 1;
      this.paragraphs.push({
        ...shape,
        text: isLine ? "" : typed,
        runs: isLine ? [] : runs.filter((run) => run.text.trim() !== ""),
        cell,
        section: this.sections.length,
        startsPage: line === 0 && (this.startsPage || shape.breakBefore || breakAt === "before"),
        rule: (isLast ? drawn : undefined) ?? (/^[_—―─]/.test(typed) && isLine ? typedLength(typed, runs) : undefined),
        isTypedRule: isLine,
        ruled: shape.ruled && isLast,
        tracked: tracked && line === 0,
        commented: commented && line === 0,
        widthOn,
      });
    });
    const isEmpty = lines.every((runs) => runs.every((run) => run.text.trim() === ""));
    // An empty paragraph at the head of a page leaves the page's beginning to the next one.
    if (!isEmpty || breakAt) this.startsPage = breakAt === "after" || (breakAt !== undefined && isEmpty);
    const section = descend(paragraph, "w:pPr", "w:sectPr");
    if (section) this.closeSection(section);
  }

  private readLines(paragraph: Element): {
    lines: readonly (readonly Run[])[];
    breakAt: "before" | "after" | undefined;
  } {
    const lines: Run[][] = [[]];
    let breakAt: "before" | "after" | undefined;
    const visit = (parent: Element): void => {
      for (const one of children(parent)) {
        if (one.nodeName === "w:r") {
          const look = this.styles.lookOf(paragraph, one);
          if (children(one, "w:br").some((mark) => attribute(mark, "w:type") === "page")) {
            breakAt = lines.flat().some((run) => run.text.trim() !== "") ? "after" : "before";
          }
          runText(one)
            .split("\n")
            .forEach((text, line) => {
              if (line > 0) lines.push([]);
              if (text !== "") lines[lines.length - 1]?.push({ ...look, text });
            });
        } else if (HOLDERS.includes(one.nodeName)) visit(one);
      }
    };
    visit(paragraph);
    return { lines, breakAt };
  }

  private closeSection(properties: Element | undefined): void {
    const section = readSection(properties, this.partOf, this.sections[this.sections.length - 1]);
    this.sections.push(section);
    this.startsPage = true;
    const index = this.sections.length - 1;
    if (!section.continuous || index === 0) return;
    // A section says of itself that it goes on with the page on which the last one ended.
    const first = this.paragraphs.findIndex((paragraph) => paragraph.section === index);
    const paragraph = this.paragraphs[first];
    if (paragraph) this.paragraphs[first] = { ...paragraph, startsPage: paragraph.breakBefore };
  }
}

/** A cell's width is its own, or a share of the page's in fiftieths of a percent. */
function cellWidth(cell: Element): WidthOn {
  const measure = descend(cell, "w:tcPr", "w:tcW");
  const width = number(measure, "w:w") ?? 0;
  if (width <= 0) return (page) => page;
  if (attribute(measure, "w:type") !== "pct") return () => width * MILLIMETRES_PER_TWIP;
  const percent = attribute(measure, "w:w")?.endsWith("%") ? width : width / 50;
  return (page) => (page * percent) / 100;
}

/** A run's text; soft breaks as line feeds. */
function runText(run: Element): string {
  return children(run, "w:t", "w:tab", "w:br", "w:cr", "w:noBreakHyphen")
    .map((one) => {
      if (one.nodeName === "w:t") return (one.textContent ?? "").replace(/\n/g, " ");
      if (one.nodeName === "w:noBreakHyphen") return "-";
      const isSoft = one.nodeName === "w:cr" || (one.nodeName === "w:br" && !attribute(one, "w:type"));
      return isSoft ? "\n" : " ";
    })
    .join("");
}

/** The width of a line that is typed: an underscore is half as wide as its size, a dash as wide. */
function typedLength(text: string, runs: readonly Run[]): number {
  const points = Math.max(0, ...runs.map(({ size }) => size));
  return text.length * points * (text.startsWith("_") ? 0.5 : 1) * MILLIMETRES_PER_POINT;
}

function tidy(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
