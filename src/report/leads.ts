/** A line that leads to others, “…, gồm:”, stays on their page. A template repeats one paragraph, so it cannot say which. */

/** How a paragraph of the default template's body begins. */
const BODY = '<w:p><w:pPr><w:pStyle w:val="Body"/>';

const PARAGRAPH = new RegExp(`${BODY}[^]*?</w:p>`, "g");

/** Keeps the body's paragraphs that end with a colon on the page of the next. Other templates' styles are left alone. */
export function keepLeads(xml: string): string {
  return xml.replace(PARAGRAPH, (paragraph) =>
    isLead(paragraph) && !paragraph.includes("<w:keepNext")
      ? `${BODY}<w:keepNext/>${paragraph.slice(BODY.length)}`
      : paragraph,
  );
}

function isLead(paragraph: string): boolean {
  return paragraph
    .replace(/<[^>]*>/g, "")
    .trimEnd()
    .endsWith(":");
}
