import { describe, expect, it } from "vitest";
import { keepLeads } from "../../src/report/leads.ts";

const paragraph = (text: string, style = "Body", more = "") =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe("a paragraph that ends with a colon", () => {
  it("is kept with the next, and no other", () => {
    const kept = keepLeads(paragraph("gồm:") + paragraph("một: hai.") + paragraph("Theo báo cáo: "));
    expect(kept).toBe(
      paragraph("gồm:", "Body", "<w:keepNext/>") +
        paragraph("một: hai.") +
        paragraph("Theo báo cáo: ", "Body", "<w:keepNext/>"),
    );
  });

  it("stays as it is where it is kept already, or where the style is another template's", () => {
    const xml = [
      paragraph("a:", "Body", "<w:keepNext/>"),
      paragraph("b:", "Normal"),
      "<w:p><w:r><w:t>c:</w:t></w:r></w:p>",
    ].join("");
    expect(keepLeads(xml)).toBe(xml);
  });
});
