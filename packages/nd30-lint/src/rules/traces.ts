/** Traces of the work on a text that should be gone before it is signed. The decree is silent on all of them. */
import type { Paragraph, WordDocument } from "../document.ts";
import { type Finding, findFirst, type Subject } from "../finding.ts";
import type { Outline } from "../outline.ts";

const TRACE: Subject = { code: "trace", element: "Dấu vết soạn thảo" };

/** What templates and programs leave behind. */
const LEFTOVERS = [
  /\{[^{}]*\}|<<[^<>]*>>|«[^»]*»|\[\s*(…|\.{3,}|[xX]{2,}|điền|nhập|ghi)[^\]]*\]/u,
  /(?<!\p{L})[xX]{3,}(?!\p{L})|\?{3,}|…{2,}|\.{5,}|_{3,}/u,
  /(?<!\p{L})(undefined|NaN|null|TODO|lorem ipsum)(?!\p{L})|#(REF|N\/A|VALUE|DIV\/0|NAME\?)/u,
  /Error! |Lỗi! Không/u,
];

/** Checks the whole text for leftovers of templates, colours, tracked changes and comments; its body for spaces. */
export function checkTraces({ paragraphs }: WordDocument, { body }: Outline): readonly Finding[] {
  const say = (
    aspect: string,
    expected: string,
    among: readonly Paragraph[],
    deviates: (one: Paragraph) => boolean,
    found: (one: Paragraph) => string,
  ) => findFirst(among.filter(deviates), TRACE, aspect, expected, found);
  return [
    ...say(
      "leftover",
      "không còn chỗ để trống hay chữ của mẫu",
      paragraphs,
      ({ text }) => leftover(text) !== undefined,
      ({ text }) => `“${leftover(text)}”`,
    ),
    ...say(
      "highlight",
      "không tô màu nền chữ",
      paragraphs,
      ({ runs }) => runs.some(({ highlighted }) => highlighted),
      () => "chữ tô màu nền",
    ),
    ...say(
      "tracked",
      "không còn thay đổi đang theo dõi",
      paragraphs,
      ({ tracked }) => tracked,
      () => "thay đổi chưa chấp nhận",
    ),
    ...say(
      "comment",
      "không còn ghi chú",
      paragraphs,
      ({ commented }) => commented,
      () => "ghi chú",
    ),
    ...say(
      "spaces",
      "đúng một dấu cách giữa hai từ",
      body,
      ({ runs }) => SPACES.test(runs.map(({ text }) => text).join("")),
      () => "dấu cách thừa",
    ),
  ];
}

/** Two spaces between words, or a space before a mark that ends a clause. */
const SPACES = /[\p{L}\d,.;:] {2,}[\p{L}\d]|[\p{L}\d] +[,;:.](?= |$)/u;

function leftover(text: string): string | undefined {
  return LEFTOVERS.map((pattern) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}
