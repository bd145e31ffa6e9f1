/** The file that someone chose as a template → a zip that can be filled, or one line on what it is instead. */

import { contentTypes, type FileKind, fileKind, mainPart, withUsualPrefixes, xmlText } from "zip-file";
import { decodeBase64 } from "./base64.ts";
import { unbindControls } from "./controls.ts";
import { describePlace, faultOf, TemplateFault } from "./fault.ts";
import { findForeignTags } from "./foreign-tags.ts";
import { leaveOutNotes } from "./notes.ts";
import { paragraphTexts, quote } from "./paragraphs.ts";
import Zip from "./zip.js";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 20 * MEGABYTE;
const LARGEST_UNPACKED = 60 * MEGABYTE;
/** An entry may be a little larger packed than unpacked; more says that its stated size is not true. */
const PACKING = 1024;

const SAVE_AS_DOCX = "Mở mẫu bằng Word, lưu lại dạng .docx rồi chọn lại.";
const MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
/** The part that says what the others are. */
export const CONTENT_TYPES = "[Content_Types].xml";
const RELATIONS = "_rels/.rels";
const TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";

/**
 * Opens a template without its notes to the editor: bytes of a .docx, or the same in base64.
 * @throws TemplateFault where it is no Word file, locked, too large, has macros, or holds no text with a tag, or where its notes are marked badly.
 */
export function openTemplate(template: string | Uint8Array): Zip {
  const bytes = typeof template === "string" ? decodeBase64(template) : template;
  if (bytes.length > LARGEST_FILE) {
    throw new TemplateFault("Tệp mẫu: cần tệp không quá 20 MB, nhưng tệp này lớn hơn. Bỏ bớt hình ảnh rồi chọn lại.");
  }
  const kind = fileKind(bytes);
  if (kind !== "zip") throw notWord(WORDS[kind]);
  const zip = unzip(bytes);
  checkSizes(zip);
  checkType(zip);
  for (const path of textParts(zip)) {
    const before = read(zip, path);
    const usual = withUsualPrefixes(xmlText(bytesOf(zip, path), () => before));
    const after = unbindControls(usual, (name) => read(zip, name), Object.keys(zip.files));
    if (after !== before) zip.file(path, after);
  }
  dropNotes(zip);
  checkText(zip);
  return zip;
}

/** Finds the part that holds a Word file's text. */
export function bodyPart(zip: Zip): string {
  const types = contentTypes(read(zip, CONTENT_TYPES));
  const main = mainPart(read(zip, RELATIONS));
  if (main !== undefined && types.get(main) === MAIN_TYPE) return main;
  return [...types].find(([path, type]) => type === MAIN_TYPE && zip.file(path))?.[0] ?? "";
}

/** Lists the parts of a Word file in which tags are filled: the body first. */
export function textParts(zip: Zip): readonly string[] {
  const body = bodyPart(zip);
  const others = partsOfType(zip, "header", "footer", "footnotes", "endnotes");
  return [...(body === "" ? [] : [body]), ...others];
}

/** Lists the parts that hold what reviewers wrote beside the text. */
export function commentParts(zip: Zip): readonly string[] {
  return partsOfType(zip, "comments");
}

function partsOfType(zip: Zip, ...kinds: readonly string[]): readonly string[] {
  const wanted = kinds.map((kind) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`);
  return [...contentTypes(read(zip, CONTENT_TYPES))]
    .filter(([path, type]) => wanted.includes(type) && zip.file(path))
    .map(([path]) => path);
}

function notWord(found: string, reason?: unknown): TemplateFault {
  return new TemplateFault(`Tệp mẫu: cần một tệp Word .docx, nhưng đây là ${found}. ${SAVE_AS_DOCX}`, reason);
}

/** Says what a file is that is no zip. */
const WORDS: Readonly<Record<Exclude<FileKind, "zip">, string>> = {
  empty: "tệp trống",
  "locked office": "tệp có mật khẩu",
  "old office": "tệp .doc đời cũ",
  pdf: "tệp PDF",
  picture: "tệp hình ảnh",
  other: "tệp loại khác",
};

function unzip(bytes: Uint8Array): Zip {
  try {
    return new Zip(bytes);
  } catch (thrown) {
    throw notWord("tệp nén bị hỏng hoặc không phải tệp Word", thrown);
  }
}

/** Judges by what the archive says of itself, before anything is unpacked. */
function checkSizes(zip: Zip): void {
  let sum = 0;
  let lies = false;
  for (const { _data } of Object.values(zip.files)) {
    // A folder's entry has no data.
    if (typeof _data !== "object" || _data === null) continue;
    sum += _data.uncompressedSize;
    lies ||= _data.compressedSize > _data.uncompressedSize + PACKING;
  }
  if (sum <= LARGEST_UNPACKED && !lies) return;
  throw new TemplateFault(
    "Tệp mẫu: cần tệp bung ra không quá 60 MB, nhưng tệp này bung ra lớn hơn. Đừng dùng tệp không rõ nguồn gốc; chọn mẫu khác.",
  );
}

function checkType(zip: Zip): void {
  for (const path of [CONTENT_TYPES, RELATIONS]) {
    const before = read(zip, path);
    const after = withUsualPrefixes(xmlText(bytesOf(zip, path), () => before));
    if (after !== before) zip.file(path, after);
  }
  const types = read(zip, CONTENT_TYPES);
  if (/macroEnabled/.test(types) || Object.keys(zip.files).some((path) => /vbaProject/i.test(path))) {
    throw new TemplateFault(
      "Tệp mẫu: cần một tệp Word không có macro, nhưng tệp này có macro. Mở mẫu bằng Word, chọn lưu dạng .docx (không phải .docm) rồi chọn lại.",
    );
  }
  if (!types.includes(MAIN_TYPE) && !types.includes(TEMPLATE_TYPE)) {
    throw notWord("tệp nén bị hỏng hoặc không phải tệp Word");
  }
  // What is filled is a document, also where it was made from a template in Word's sense (.dotx).
  if (types.includes(TEMPLATE_TYPE)) zip.file(CONTENT_TYPES, types.replace(TEMPLATE_TYPE, MAIN_TYPE));
  if (bodyPart(zip) === "") throw notWord("tệp nén bị hỏng hoặc không phải tệp Word");
}

function dropNotes(zip: Zip): void {
  const path = bodyPart(zip);
  const before = read(zip, path);
  const after = leaveOutNotes(path, before);
  if (after !== before) zip.file(path, after);
}

function checkText(zip: Zip): void {
  const text = textParts(zip)
    .flatMap((path) => paragraphTexts(read(zip, path)))
    .join("");
  if (/[{}]/.test(text)) return;
  const foreign = foreignTags(zip);
  if (foreign.length > 0) throw faultOf(foreign);
  if (text.trim() === "") {
    throw new TemplateFault(
      "Tệp mẫu: cần chữ và thẻ, nhưng tệp này không có chữ nào (có thể là bản quét, bản chụp). Gõ lại đề cương bằng Word và đặt thẻ vào rồi chọn lại.",
    );
  }
  throw new TemplateFault(
    "Tệp mẫu: cần ít nhất một thẻ như {trich_yeu}, nhưng tệp này không có thẻ nào, nên báo cáo sẽ không có số liệu. Đặt thẻ vào mẫu theo danh sách thẻ rồi chọn lại.",
  );
}

/** Names the tags of other programs, which nothing fills, a line each. */
export function foreignTags(zip: Zip): readonly string[] {
  return textParts(zip).flatMap((path) =>
    findForeignTags(read(zip, path)).map(
      ({ words, message }) => `${describePlace(path, quote(words, 0, 0))}: ${message}`,
    ),
  );
}

function bytesOf(zip: Zip, path: string): Uint8Array {
  try {
    return zip.file(path)?.asUint8Array() ?? new Uint8Array();
  } catch (thrown) {
    throw notWord("tệp nén bị hỏng hoặc không phải tệp Word", thrown);
  }
}

function read(zip: Zip, path: string): string {
  try {
    return zip.file(path)?.asText() ?? "";
  } catch (thrown) {
    throw notWord("tệp nén bị hỏng hoặc không phải tệp Word", thrown);
  }
}
