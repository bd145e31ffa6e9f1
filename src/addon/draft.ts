/**
 * What was typed into the wizard before the workbook is made, kept in the document's properties: a property takes 9 KB, so
 * it is cut into pieces. It is forgotten once it is in the workbook.
 */
import { fnv64 } from "../core/workflow/digest.ts";
import { openBook } from "./book.ts";
import { requireCoordinator } from "./change.ts";
import { readStored } from "./rpc/read.ts";
import { type KeptDraft, SetupDraft } from "./rpc/setup.ts";
import { isSetUp } from "./tabs.ts";

const KEY = "wizard.draft";

/** UTF-16 units of a piece: at most three bytes each. */
const PIECE = 2_600;

/** About 100,000 characters: more than any commune's list of units. */
const MOST_PIECES = 40;

/** Keeps what was typed. */
export function keepDraft(draft: SetupDraft): KeptDraft {
  const book = openBook();
  requireCoordinator(book);
  // A call that was under way when the workbook was made must not bring the draft back.
  if (isSetUp(book)) return { problem: "" };
  const text = writeText(draft);
  const count = Math.ceil(text.length / PIECE);
  if (count > MOST_PIECES) {
    return { problem: "Danh sách dán vào quá dài để giữ khi đóng bảng bên; hãy đi tiếp đến lúc lập sổ rồi mới đóng." };
  }
  const properties = PropertiesService.getDocumentProperties();
  for (let index = 0; index < count; index++) {
    properties.setProperty(`${KEY}.${index}`, text.slice(index * PIECE, (index + 1) * PIECE));
  }
  properties.setProperty(KEY, `${count}|${fnv64(text)}`);
  return { problem: "" };
}

/** Characters beyond the basic plane are escaped, for a cut between their halves would lose them. */
function writeText(draft: SetupDraft): string {
  return JSON.stringify(draft).replace(/[\ud800-\udfff]/g, (half) => `\\u${half.charCodeAt(0).toString(16)}`);
}

/** Reads what is kept; null: nothing, it was cut off while it was written, or another version wrote it. */
export function readKeptDraft(): SetupDraft | null {
  const properties = PropertiesService.getDocumentProperties();
  const [count = "", mark = ""] = (properties.getProperty(KEY) ?? "").split("|");
  if (count === "") return null;
  const pieces = Array.from({ length: Number(count) }, (_, index) => properties.getProperty(`${KEY}.${index}`) ?? "");
  const text = pieces.join("");
  return fnv64(text) === mark ? readStored(SetupDraft(), text) : null;
}

/** Forgets what is kept. */
export function forgetDraft(): void {
  const properties = PropertiesService.getDocumentProperties();
  for (const key of properties.getKeys()) if (key === KEY || key.startsWith(`${KEY}.`)) properties.deleteProperty(key);
}
