import { describe, expect, it } from "vitest";
import { keepTableEnds } from "../../src/report/table-ends.ts";

const KEPT = "<w:keepNext/>";
const HEADER = "<w:trPr><w:tblHeader/></w:trPr>";

const cell = (properties: string) => `<w:tc><w:p>${properties}<w:r><w:t>1</w:t></w:r></w:p></w:tc>`;
const row = (properties = "", more = "") => `<w:tr>${more}${cell(properties)}${cell(properties)}</w:tr>`;
const table = (...rows: readonly string[]) => `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
const kept = row(`<w:pPr>${KEPT}</w:pPr>`);

describe("the end of a table that repeats its header", () => {
  const header = row("", HEADER);

  it("keeps its last row with the row before, and no other", () => {
    expect(keepTableEnds(`<w:p/>${table(header, row(), row(), row())}<w:p/>`)).toBe(
      `<w:p/>${table(header, row(), kept, row())}<w:p/>`,
    );
  });

  it("keeps it with the header where it is the only row", () => {
    expect(keepTableEnds(table(header, row()))).toBe(table(row(`<w:pPr>${KEPT}</w:pPr>`, HEADER), row()));
    expect(keepTableEnds(table(header))).toBe(table(header));
  });

  it.each([
    ["nothing", "", `<w:pPr>${KEPT}</w:pPr>`],
    ["no properties", "<w:pPr/>", `<w:pPr>${KEPT}</w:pPr>`],
    [
      "a style",
      '<w:pPr><w:pStyle w:val="Cell"/><w:jc w:val="left"/></w:pPr>',
      `<w:pPr><w:pStyle w:val="Cell"/>${KEPT}<w:jc w:val="left"/></w:pPr>`,
    ],
    [
      "that it is not kept",
      '<w:pPr><w:keepNext w:val="0"/><w:jc w:val="left"/></w:pPr>',
      `<w:pPr>${KEPT}<w:jc w:val="left"/></w:pPr>`,
    ],
    ["that it is kept", `<w:pPr>${KEPT}</w:pPr>`, `<w:pPr>${KEPT}</w:pPr>`],
  ])("writes so in the one place that Word allows, where a paragraph says %s", (_, before, after) => {
    expect(keepTableEnds(table(header, row(before), row()))).toBe(table(header, row(after), row()));
  });

  it("is found in every table, and in one that lies in another", () => {
    const [before, after] = [table(header, row(), row()), table(header, kept, row())];
    expect(keepTableEnds(before + before)).toBe(after + after);
    const around = (inner: string) => table(row(), `<w:tr><w:tc>${inner}<w:p/></w:tc></w:tr>`, row());
    expect(keepTableEnds(around(before))).toBe(around(after));
  });

  it("stays as it is in a table for layout, whose header is not repeated", () => {
    const others = [row(), row("", '<w:trPr><w:tblHeader w:val="0"/></w:trPr>')];
    for (const first of others) expect(keepTableEnds(table(first, row(), row()))).toBe(table(first, row(), row()));
  });
});
