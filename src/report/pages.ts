/** Sections of a Word file's body: blocks that share a page set-up. One that is left without anything makes no page. */
import { type Body, isBlankParagraph, isParagraph, lettersOf, pageOf } from "./blocks.ts";

export type Section = {
  readonly blocks: readonly string[];
  /** Its page set-up: in its last block, but for the last section, where the body bears it; empty: the body says nothing. */
  readonly page: string;
  /** Whether something was taken from it. */
  readonly isCut: boolean;
};

/** Writes a paragraph that ends a section. */
export function pageBreak(page: string): string {
  return `<w:p><w:pPr>${page}</w:pPr></w:p>`;
}

/** A loop's tag that is alone in its paragraph vanishes; the end of a section that it bears gets a paragraph of its own. */
export function keepBreak(block: string): readonly string[] {
  const page = isParagraph(block) ? pageOf(block) : "";
  if (page === "" || !/^\s*\{\s*[#/^][^{}]*\}\s*$/.test(lettersOf(block))) return [block];
  return [block.replace(page, () => ""), pageBreak(page)];
}

/** Joins sections to a part again, without those that became empty and without empty pages at the end. */
export function joinSections({ before, after }: Body, sections: readonly Section[]): string {
  const lastIndex = sections.length - 1;
  const filled = sections.filter((section, index) => !isEmpty(section, index > 0 && index === lastIndex));
  const last = filled[filled.length - 1] ?? sections[lastIndex];
  const wasLast = last === sections[lastIndex];
  const blocks = filled.flatMap((section) => (section === last && !wasLast ? withoutPage(section) : section.blocks));
  return [before, ...withoutEmptyEnd(blocks), last?.page ?? "", after].join("");
}

/** Leaves out page breaks behind which nothing is seen any more. */
function withoutEmptyEnd(blocks: readonly string[]): readonly string[] {
  let end = blocks.length;
  for (let index = blocks.length - 1; index >= 0 && isBlankParagraph(blocks[index] ?? ""); index--) {
    if (/<w:br [^>]*w:type="page"/.test(blocks[index] ?? "")) end = index;
  }
  return blocks.slice(0, end);
}

function isEmpty({ blocks, page, isCut }: Section, isLast: boolean): boolean {
  if (!blocks.every(isBlankParagraph)) return false;
  // One that continues on the page of another makes no page of its own: it only evens out columns.
  return isCut || (isLast && !page.includes('<w:type w:val="continuous"/>'));
}

/** What was not the last section bears its page in its last block; of the last one the body bears it. */
function withoutPage({ blocks, page }: Section): readonly string[] {
  return blocks.map((block, index) => (index === blocks.length - 1 ? block.replace(page, () => "") : block));
}
