/** Whether Word can open a part: its elements match, and each lies where the schema of WordprocessingML allows it. */
import { tagsOf } from "./elements.ts";

const IN_PARAGRAPH = ["w:p", "w:r", "w:t", "w:hyperlink", "w:ins", "w:del", "w:smartTag", "w:fldSimple"];
const IN_TABLE = ["w:tbl", "w:tr"];

/** Elements that may not lie directly in some others. */
const MISPLACED: Readonly<Record<string, readonly string[]>> = {
  "w:p": [...IN_PARAGRAPH, ...IN_TABLE, "w:document"],
  "w:tbl": [...IN_PARAGRAPH, ...IN_TABLE, "w:document"],
  "w:tr": [...IN_PARAGRAPH.filter((name) => name !== "w:ins" && name !== "w:del"), "w:tr", "w:tc", "w:body"],
  "w:tc": [...IN_PARAGRAPH, "w:tbl", "w:tc", "w:body"],
  "w:r": ["w:r", "w:t", "w:body", "w:tbl", "w:tr", "w:tc", "w:hdr", "w:ftr", "w:txbxContent", "w:document"],
  "w:t": [...IN_PARAGRAPH.filter((name) => name !== "w:r"), ...IN_TABLE, "w:tc", "w:body", "w:hdr", "w:ftr"],
};

/** Properties come before all else in their element. */
const FIRST: Readonly<Record<string, string>> = {
  "w:pPr": "w:p",
  "w:rPr": "w:r",
  "w:tcPr": "w:tc",
  "w:sdtPr": "w:sdt",
};

/** Finds the place in a part at which it breaks the rules of XML or of Word's schema. */
export function findBreak(xml: string): number | undefined {
  const open: { readonly name: string; readonly start: number; children: number }[] = [];
  let after = 0;
  for (const { kind, name, start, end } of tagsOf(xml)) {
    if (
      xml
        .slice(after, start)
        .replace(/<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[?!][^>]*>/g, "")
        .includes("<")
    ) {
      return after;
    }
    after = end;
    const parent = open[open.length - 1];
    if (kind === "close") {
      if (parent?.name !== name) return start;
      open.pop();
      continue;
    }
    if (parent && MISPLACED[name]?.includes(parent.name)) return start;
    if (parent && FIRST[name] === parent.name && parent.children > 0) return start;
    if (parent) parent.children += 1;
    if (kind === "open") open.push({ name, start, children: 0 });
  }
  return open[open.length - 1]?.start;
}
