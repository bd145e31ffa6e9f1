/** The report's pages and styles (NĐ 30/2020, PL I): paper, margins, page numbers, font, paragraphs. */
import {
  AlignmentType,
  convertMillimetersToTwip,
  Header,
  type ISectionOptions,
  LineRuleType,
  NumberFormat,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import { line, loop, points } from "./parts.ts";

/** The document's font and its two styles. */
export const STYLES = {
  default: {
    document: {
      run: { font: "Times New Roman", size: points(14), color: "000000", language: { value: "vi-VN" } },
      paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  },
  paragraphStyles: [
    {
      id: "Body",
      name: "Thân văn bản",
      basedOn: "Normal",
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: convertMillimetersToTwip(12.7) },
        spacing: { before: 0, after: 120, line: 264, lineRule: LineRuleType.AUTO },
      },
    },
    { id: "Cell", name: "Ô bảng", basedOn: "Normal", paragraph: { spacing: { before: 20, after: 20 } } },
  ],
};

/**
 * Makes a section's page: size, margins, page number. Each annex numbers its own pages; wide ones lie across (NĐ 30/2020,
 * PL I). Notes to the template's editor have neither number nor mark.
 */
export function page(kind: "main" | "annex" | "annex-across" | "notes"): Omit<ISectionOptions, "children"> {
  return {
    headers: { default: kind === "notes" ? new Header({ children: [new Paragraph("")] }) : pageNumber() },
    properties: {
      titlePage: kind === "main",
      page: {
        size: {
          width: convertMillimetersToTwip(210),
          height: convertMillimetersToTwip(297),
          orientation: kind === "annex-across" ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: convertMillimetersToTwip(20),
          bottom: convertMillimetersToTwip(20),
          left: convertMillimetersToTwip(kind === "notes" ? 20 : 30),
          right: convertMillimetersToTwip(20),
          header: convertMillimetersToTwip(8),
          footer: convertMillimetersToTwip(10),
        },
        pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
      },
    },
  };
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: points(14) });
  return new Header({
    children: [
      new Paragraph({ alignment: AlignmentType.CENTER, children: [number] }),
      ...loop("du_thao", line("DỰ THẢO", { size: 10, bold: true, align: AlignmentType.RIGHT })),
    ],
  });
}
