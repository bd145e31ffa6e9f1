/** Finds phone numbers and numbers of identity papers. Money, counts, plan numbers and dates are none. */
import type { TextSpan } from "./plain.ts";

export type FoundNumber = TextSpan & { readonly kind: "idNumber" | "phone" };

/** What may stand between two digits of one number: `0912.345.678`, `(0912) 345-678`. */
const GAP = "[ .)-]{0,2}";
const START = "(?<![\\p{L}\\d])(?<!\\d[.,/-])";
const END = "(?!\\d)(?![.,]\\d{3})(?!\\/)";

/** A citizen's number: three digits of the province, century and sex, year of birth, six more. */
const CITIZEN = new RegExp(`${START}0\\d{2}(?:${GAP}\\d){9}${END}`, "gu");
const NATIONAL = new RegExp(
  `${START}(?:0[35789](?:${GAP}\\d){8}|01[2689](?:${GAP}\\d){8}|02\\d(?:${GAP}\\d){8})${END}`,
  "gu",
);
const INTERNATIONAL = new RegExp(
  `(?<![\\p{L}\\d])(?:\\+|00)84${GAP}(?:\\(?0\\))?${GAP}[235789](?:${GAP}\\d){8}${END}`,
  "gu",
);
/** 84 and the rest in one piece; with dots it would be money. */
const UNSIGNED = new RegExp(`${START}84[35789]\\d{8}${END}`, "gu");
/** After a word for a phone: the leading zero that a spreadsheet drops may be missing. */
const AFTER_PHONE = new RegExp(
  `(?<!\\p{L})(?:số điện thoại|điện thoại|di động|sđt|sdt|đt|dđ|zalo|phone|tel|liên hệ|liên lạc)[\\s:.(số-]{1,8}(0?[235789](?:${GAP}\\d){8,9})${END}`,
  "giu",
);
/** After a word for an identity paper: nine digits, or twelve of which a spreadsheet may have dropped the first. */
const AFTER_PAPER = new RegExp(
  `(?<!\\p{L})(?:cccd|cmnd|cmtnd|cmt|căn cước công dân|căn cước|chứng minh nhân dân|chứng minh thư|cm nhân dân|định danh cá nhân|định danh|đdcn)(?:\\s?\\/\\s?(?:cmnd|cccd|đdcn))?[\\s:.(số-]{1,8}(\\d(?:${GAP}\\d){7,11})${END}`,
  "giu",
);
const PASSPORT = /(?<!\p{L})hộ chiếu[\s:.(số-]{1,8}([A-Z]\d{7,8})(?!\d)/giu;
/** Nine digits in one piece, as on the older identity card; its first two are a province's, 01 to 38. */
const OLD_CARD = new RegExp(`${START}(?:0[1-9]|[12]\\d|3[0-8])\\d{7}${END}`, "gu");

/** A cell or a line of nine or eleven digits: a spreadsheet drops the leading zero of what it takes for a number. */
const WITHOUT_ZERO = /(?<=^|[\n\t|]) {0,4}([35789]\d{8}|[1-9]\d{10})(?= {0,4}(?:$|[\n\t|]))/g;

const UNIT_AFTER =
  /^\s*(?:đồng|đ|vnđ|vnd|₫|triệu|tr|tỷ|tỉ|nghìn|ngàn|người|lượt|hộ|m2|m²|kg|%|usd|cổ phiếu|trường hợp)(?!\p{L})/iu;
const MONEY_BEFORE =
  /(?:kinh phí|số tiền|tiền|dự toán|quyết toán|giải ngân|ngân sách|xã hội hóa|đã chi|tổng chi|tổng cộng|tổng số|tổng|doanh thu|vốn|vay)[^\d]{0,15}$/iu;
const CODE_BEFORE =
  /(?:mst|mã số thuế|mã số doanh nghiệp|mã hồ sơ|mã giao dịch|mã đơn vị|mã qhns|mã số|mã|biên nhận|biên lai|hóa đơn|số tài khoản|stk|tài khoản|seri|serial)[^\d\p{L}]{0,4}(?:số)?[^\d\p{L}]{0,3}$/iu;
/** An office's own line is nobody's personal number. */
const OFFICE_BEFORE =
  /(?:đường dây nóng|tổng đài|hotline|trực ban|cơ quan|văn phòng|ubnd xã|công an xã)[^\d\n]{0,25}$/iu;

/** Finds phone and identity numbers, without regard to their order. `text` is prepared, its links are hidden. */
export function findNumbers(text: string): readonly FoundNumber[] {
  // Most texts hold few digits: a passport's number, the shortest, has seven of them.
  if (!/(?:\d[^\d]{0,4}){6}\d/.test(text)) return [];
  const found: FoundNumber[] = [];
  // The first to claim a digit keeps it: a number after its word, then a citizen's, then phones.
  const taken = new Set<number>();
  const keep = (kind: FoundNumber["kind"], start: number, length: number) => {
    const places = Array.from({ length }, (_, offset) => start + offset);
    if (places.some((place) => taken.has(place))) return;
    for (const place of places) taken.add(place);
    found.push({ kind, start, end: start + length });
  };
  const before = (start: number) => text.slice(Math.max(0, start - 40), start);
  const isAmount = (end: number) => UNIT_AFTER.test(text.slice(end, end + 15));

  for (const match of text.matchAll(AFTER_PAPER)) {
    const digits = match[1] ?? "";
    const end = match.index + match[0].length;
    if (isPaperLength(digits) && !isAmount(end)) keep("idNumber", end - digits.length, digits.length);
  }
  for (const match of text.matchAll(PASSPORT)) {
    const digits = match[1] ?? "";
    keep("idNumber", match.index + match[0].length - digits.length, digits.length);
  }
  for (const match of text.matchAll(AFTER_PHONE)) {
    const digits = match[1] ?? "";
    const end = match.index + match[0].length;
    const office = digits.startsWith("02") && OFFICE_BEFORE.test(before(end - digits.length));
    if (!isAmount(end) && !isDateFirst(digits) && !office) keep("phone", end - digits.length, digits.length);
  }
  for (const match of text.matchAll(CITIZEN)) {
    if (!isCitizenNumber(match[0]) || CODE_BEFORE.test(before(match.index))) continue;
    keep("idNumber", match.index, match[0].length);
  }
  for (const match of text.matchAll(INTERNATIONAL)) keep("phone", match.index, match[0].length);
  for (const match of text.matchAll(NATIONAL)) {
    const office = match[0].startsWith("02") && OFFICE_BEFORE.test(before(match.index));
    if (office || !isPhoneShape(match[0]) || CODE_BEFORE.test(before(match.index))) continue;
    keep("phone", match.index, match[0].length);
  }
  for (const match of text.matchAll(UNSIGNED)) {
    if (!isPlainAmount(match, before(match.index), isAmount)) keep("phone", match.index, match[0].length);
  }
  for (const match of text.matchAll(OLD_CARD)) {
    if (!isPlainAmount(match, before(match.index), isAmount)) keep("idNumber", match.index, match[0].length);
  }
  for (const match of text.matchAll(WITHOUT_ZERO)) {
    const digits = match[1] ?? "";
    const isPhone = digits.length === 9 && !digits.endsWith("000");
    if (!isPhone && !(digits.length === 11 && isCitizenNumber(`0${digits}`))) continue;
    keep(isPhone ? "phone" : "idNumber", match.index + match[0].length - digits.length, digits.length);
  }
  return found;
}

/** Tells whether digits in one piece are rather money, a count or some office's code. */
function isPlainAmount(
  match: RegExpMatchArray & { readonly index: number },
  before: string,
  isAmount: (end: number) => boolean,
): boolean {
  return (
    match[0].endsWith("000") ||
    isAmount(match.index + match[0].length) ||
    MONEY_BEFORE.test(before) ||
    CODE_BEFORE.test(before)
  );
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, "");
}

function isPaperLength(number: string): boolean {
  return [9, 11, 12].includes(digitsOf(number).length);
}

function groupsOf(number: string): readonly number[] {
  return number.split(/[^\d]+/).map(({ length }) => length);
}

/** Twelve digits with a province that exists (001–096) and a birth year between 1910 and 2029. */
function isCitizenNumber(number: string): boolean {
  if ((groupsOf(number)[0] ?? 0) < 3) return false;
  const digits = digitsOf(number);
  const [province, century, year] = [Number(digits.slice(0, 3)), Number(digits[3]), Number(digits.slice(4, 6))];
  if (province < 1 || province > 96) return false;
  return century <= 1 ? year >= 10 : century <= 3 && year < 30;
}

/** Phones are grouped from a first group of three or more on; `05 12 34 56 78` are counts, `05.11.2026 08` is a date. */
function isPhoneShape(number: string): boolean {
  const [first = 0, second = 0] = groupsOf(number);
  return first >= 3 || second === 4 || second === 8;
}

function isDateFirst(number: string): boolean {
  return /^\d{1,2}[ .-]\d{1,2}[ .-]\d{4}/.test(number);
}
