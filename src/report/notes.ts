/**
 * Words to the template's editor, from a line `{#huong_dan}` to a line `{/huong_dan}`: they are left out before anything
 * is judged or filled, whatever tags they show. The lines are plain text, which any program keeps.
 */
import { cutBody, isBlankParagraph, isParagraph, lettersOf, pageOf, unwrap, withoutLetters } from "./blocks.ts";
import { describePlace, TemplateFault } from "./fault.ts";
import { joinSections, keepBreak, pageBreak, type Section } from "./pages.ts";
import { paragraphTexts, quote } from "./paragraphs.ts";
import { NOTES_TAG } from "./tags.ts";

/** The title of the pages that explain the tags. */
export const NOTES_TITLE = "Các thẻ của mẫu – phần này không vào báo cáo";

/** The columns of the tables on them. */
export const NOTES_TABLES = [
  ["Cách dùng", "Viết trong mẫu", "Kết quả"],
  ["Thẻ", "Cách dùng", "Nội dung"],
  ["Thẻ", "Nội dung", "Thẻ", "Nội dung"],
] as const;

const [OPEN, CLOSE] = [`{#${NOTES_TAG}}`, `{/${NOTES_TAG}}`] as const;
const MARK = new RegExp(`\\{\\s*([#/])\\s*${NOTES_TAG}\\s*\\}`, "g");

/**
 * Leaves the notes out of a template's body, and with them a page that would be empty: one that had nothing else, or
 * the last one.
 * @throws TemplateFault where one of the two lines is missing or misplaced.
 */
export function leaveOutNotes(path: string, xml: string): string {
  const body = cutBody(xml);
  if (!body) return xml;
  const blocks = body.blocks.flatMap(freeMarks).flatMap(keepBreak);
  const wrong = findFault(blocks);
  if (wrong) throw new TemplateFault(`${describePlace(path, wrong.words)}: ${wrong.message}`);
  return joinSections(body, sectionsOf(blocks));
}

/** A content control around a mark, which Google puts where people comment, is of no use without it. */
function freeMarks(block: string): readonly string[] {
  const inner = lettersOf(block).search(MARK) < 0 ? undefined : unwrap(block);
  return inner === undefined ? [block] : inner.flatMap(freeMarks);
}

type Fault = { readonly words: string; readonly message: string };

function findFault(blocks: readonly string[]): Fault | undefined {
  let opened = "";
  let bareTitle = "";
  let bareTable = "";
  for (const block of blocks) {
    const before = opened;
    const texts = paragraphTexts(block);
    if (opened === "" && !isParagraph(block)) bareTable ||= headsOf(texts);
    for (const text of texts) {
      if (opened === "" && lettersAlone(text) === lettersAlone(NOTES_TITLE)) bareTitle ||= text;
      for (const { 0: mark, 1: kind, index } of text.matchAll(MARK)) {
        const words = quote(text, index, mark.length);
        if (kind === "#" && opened !== "")
          return { words: opened, message: `${ENDLESS} trước ${OPEN} kế tiếp. ${END_IT}` };
        if (kind === "/" && opened === "") return { words, message: BEGINLESS };
        opened = kind === "#" ? words : "";
      }
    }
    if (!isParagraph(block) && opened !== before) return { words: opened || before, message: IN_TABLE };
  }
  if (opened !== "") return { words: opened, message: `${ENDLESS}. ${END_IT}` };
  if (bareTitle !== "") return { words: bareTitle.trim(), message: MARKLESS };
  return bareTable === "" ? undefined : { words: "", message: marklessTable(bareTable) };
}

/** Names the columns of a table that explains tags, by the words with which it begins; empty: it is another table. */
function headsOf(texts: readonly string[]): string {
  const same = (head: string, index: number) => lettersAlone(texts[index] ?? "") === lettersAlone(head);
  return NOTES_TABLES.find((heads) => heads.every(same))?.join(", ") ?? "";
}

const ENDLESS = `phần không vào báo cáo bắt đầu ở đây cần kết thúc bằng một dòng ${CLOSE}, nhưng không thấy dòng ấy`;
const END_IT = `Thêm dòng ${CLOSE} ngay sau phần ấy, hoặc xóa cả phần cùng dòng ${OPEN}.`;
const BEGINLESS = `phần không vào báo cáo kết thúc ở đây cần bắt đầu bằng một dòng ${OPEN}, nhưng không thấy dòng ấy. Thêm dòng ${OPEN} ngay trước phần ấy, hoặc xóa cả phần cùng dòng ${CLOSE}.`;
const MARKLESS = `phần này cần nằm giữa một dòng ${OPEN} và một dòng ${CLOSE} để không vào báo cáo, nhưng không thấy hai dòng ấy. Thêm dòng ${OPEN} ngay trước và dòng ${CLOSE} ngay sau phần này, hoặc xóa cả phần.`;
const marklessTable = (heads: string) =>
  `bảng có các cột ${heads} giải thích thẻ, cần nằm giữa một dòng ${OPEN} và một dòng ${CLOSE} để không vào báo cáo, nhưng không thấy hai dòng ấy. Xóa bảng ấy, hoặc thêm dòng ${OPEN} ngay trước và dòng ${CLOSE} ngay sau nó.`;
const IN_TABLE = `${OPEN} và ${CLOSE} cần cùng đứng ngoài bảng, nhưng có một thẻ nằm trong bảng. Đưa thẻ ấy ra ngoài bảng, thành một dòng riêng.`;

function lettersAlone(text: string): string {
  return text.normalize("NFC").toLowerCase().replace(/\P{L}/gu, "");
}

/** Sorts what stays into sections. Marks come in pairs by now, each pair in paragraphs of the body or in one table. */
function sectionsOf(blocks: readonly string[]): readonly Section[] {
  const sections: Section[] = [];
  let kept: string[] = [];
  let isCut = false;
  let inside = false;
  const end = (page: string): void => {
    sections.push({ blocks: kept, page, isCut });
    kept = [];
    isCut = false;
  };
  for (const block of blocks) {
    const page = pageOf(block);
    if (page !== "" && !isParagraph(block)) {
      end(page);
      return sections;
    }
    const { rest, endsInside } = outsideOf(block, inside);
    inside = endsInside;
    isCut ||= rest !== block;
    // The page holds for what stood before, too.
    const stays = rest === "" && page !== "" ? pageBreak(page) : rest;
    if (stays !== "") kept.push(stays);
    if (page !== "") end(page);
  }
  end("");
  return sections;
}

type Outside = { readonly rest: string; readonly endsInside: boolean };

/** Returns what of a block stands outside the notes: all, nothing, or a paragraph's words before and after its marks. */
function outsideOf(block: string, inside: boolean): Outside {
  const letters = lettersOf(block);
  const marks = isParagraph(block) ? [...letters.matchAll(MARK)] : [];
  if (marks.length === 0) return { rest: inside ? "" : block, endsInside: inside };
  let rest = block;
  let opened = inside ? 0 : -1;
  let gone = 0;
  for (const { 0: mark, 1: kind, index } of marks) {
    if (kind === "#") opened = index;
    else {
      rest = withoutLetters(rest, opened - gone, index + mark.length - gone);
      gone += index + mark.length - opened;
      opened = -1;
    }
  }
  if (opened >= 0) rest = withoutLetters(rest, opened - gone, letters.length - gone);
  return { rest: isBlankParagraph(rest) ? "" : rest, endsInside: opened >= 0 };
}
