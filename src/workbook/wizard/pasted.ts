/**
 * Units out of rows that were pasted from a spreadsheet: a cell is a mailbox, a type, a code or a name by what it looks
 * like; what is missing is proposed. Nothing is dropped silently: each line is a unit or a problem.
 */
import { findPersonalData, isPersonalMailbox, PERSONAL_DATA_NAMES } from "../../core/privacy.ts";
import { cleanText, foldText, withoutMarks } from "../../core/text.ts";
import type { UnitType } from "../../core/unit-type.ts";
import { codeFault, readUnitType, splitWords } from "../read/register.ts";
import type { ProposedUnit } from "./standard.ts";

/** A line that is no unit, and why. */
export type PasteProblem = { readonly line: number; readonly message: string };

export type PastedUnits = { readonly units: readonly ProposedUnit[]; readonly problems: readonly PasteProblem[] };

/** More lines than any commune has units. */
export const MOST_LINES = 1000;

/** Reads pasted text. `taken`: codes that the register has already; a line with one of them is that unit. */
export function readPasted(text: string, taken: readonly string[]): PastedUnits {
  const units: ProposedUnit[] = [];
  const problems: PasteProblem[] = [];
  const codes = new Set<string>();
  const known = new Set(taken.map(foldText));
  text.split(/\r\n|\r|\n/).forEach((typed, index) => {
    const line = index + 1;
    const cells = typed
      .split("\t")
      .map(cleanText)
      .filter((cell) => cell !== "");
    if (cells.length === 0 || isHeader(cells)) return;
    const read = readLine(cells, (code) => codes.has(foldText(code)) || known.has(foldText(code)));
    const problem = typeof read === "string" ? read : proposalFault(read, codes);
    if (problem !== "") problems.push({ line, message: problem });
    else if (typeof read !== "string") {
      units.push(read);
      codes.add(foldText(read.code));
    }
  });
  return { units, problems };
}

const HEADERS = ["mã", "mã đơn vị", "tên", "tên đơn vị", "đơn vị", "loại", "hộp thư", "hộp thư chung", "email", "stt"];

function isHeader(cells: readonly string[]): boolean {
  return cells.every((cell) => HEADERS.includes(foldText(cell)));
}

function readLine(cells: readonly string[], isTaken: (code: string) => boolean): ProposedUnit | string {
  const mailboxes = cells.filter((cell) => cell.includes("@")).flatMap(splitWords);
  const types = cells.flatMap((cell) => readUnitType(cell) ?? []);
  const words = cells.filter((cell) => !cell.includes("@") && readUnitType(cell) === undefined && !/^\d+$/.test(cell));
  const [first, second] = words;
  if (first === undefined) return "Cần tên đơn vị; không thấy. Hãy ghi tên.";
  const hasCode = second !== undefined && first.length <= 12 && !first.includes(" ");
  const name = hasCode ? second : first;
  const code = hasCode ? first : freeCode(name, isTaken);
  return { code, name, type: types[0] ?? guessType(name), mailboxes };
}

/** Says what keeps a unit out of the register; empty: nothing. `codes`: those of the units before it, folded. */
export function proposalFault({ code, name, mailboxes }: ProposedUnit, codes: ReadonlySet<string>): string {
  const fault = code === "" ? { expected: "mã đơn vị", action: "Hãy ghi mã" } : codeFault(code);
  if (fault) return `Cần ${fault.expected}; thấy “${code}”. ${fault.action}.`;
  if (codes.has(foldText(code))) return `Cần mã không trùng; thấy “${code}” đã có ở dòng trên. Hãy đổi một trong hai.`;
  const [found] = findPersonalData(name);
  if (found) return `Cần tên đơn vị; thấy ${PERSONAL_DATA_NAMES[found.kind]} (${found.masked}). Hãy bỏ đi.`;
  if (mailboxes.some(isPersonalMailbox)) {
    return "Cần hộp thư chung của đơn vị; thấy hộp thư có vẻ của cá nhân. Hãy thay, hoặc để trống.";
  }
  return "";
}

/** Initials of a name, with a number where they are taken: `Trạm Y tế` → `TYT`. */
function freeCode(name: string, isTaken: (code: string) => boolean): string {
  const plain = withoutMarks(name).replace(/[^A-Za-z0-9 ]+/g, " ");
  const initials = plain
    .split(/\s+/)
    .map((word) => (/^\d+$/.test(word) ? word : word.slice(0, 1)))
    .join("")
    .toUpperCase();
  const wanted = initials === "" ? "DV" : initials.slice(0, 10);
  let code = wanted;
  for (let count = 2; isTaken(code); count++) code = `${wanted}-${count}`;
  return code;
}

const TYPE_WORDS: readonly (readonly [RegExp, UnitType])[] = [
  [/^(ấp|khóm|khu phố|thôn|tổ dân phố|bản|buôn)( |$)/, "ap"],
  [/công an|quân sự/, "vu_trang"],
  [/mặt trận|mttq|công đoàn|đoàn thanh niên|đoàn tncs|^hội (?!đồng)|^đoàn /, "ct_xh"],
  [/đảng/, "dang"],
  [/^trường|^trạm|sự nghiệp|trung tâm (?!phục vụ hành chính)/, "su_nghiep"],
];

/** Guesses a type by the name; the person sees it in the preview. */
function guessType(name: string): UnitType {
  const folded = foldText(name);
  return TYPE_WORDS.find(([words]) => words.test(folded))?.[1] ?? "co_quan";
}
