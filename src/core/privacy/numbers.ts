/** Finds phone numbers, numbers of a person's papers and cards, and of accounts. Money, counts, plan numbers, dates are none. */
import type { TextSpan } from "./plain.ts";

export type FoundNumber = TextSpan & { readonly kind: "idNumber" | "phone" | "account" };

/** What may stand between two digits of one number: `0912.345.678`, `(0912) 345-678`. */
const GAP = "[ .)-]{0,2}";
/** Between the digits of a phone people put nearly anything: `[0912] 345_678`, `0912 . 345 . 678`. */
const PHONE_GAP = "[ ._·()\\[\\]-]{0,4}";
const START = "(?<![\\p{L}\\d])(?<!\\d[.,/-])";
const END = "(?!\\d)(?![.,]\\d{3})(?!\\/)";

/** A citizen's number: three digits of the province, century and sex, year of birth, six more. */
const CITIZEN = new RegExp(`${START}0\\d{2}(?:${GAP}\\d){9}${END}`, "gu");
const NATIONAL = new RegExp(
  `${START}(?:[0Oo][35789](?:${PHONE_GAP}\\d){8}|01[2689](?:${GAP}\\d){8}|02\\d(?:${PHONE_GAP}\\d){8})${END}`,
  "gu",
);
/** `0912,345,678`, `0912/345/678`: no money is grouped so, and no document numbered. */
const GROUPED = new RegExp(`${START}0[35789]\\d{2}([,/])\\d{3}\\1\\d{3}${END}`, "gu");
/** By twos or one by one they may be counts, too; alone on a line or after a colon they are a phone. */
const ALONE = /(?<=^|[\n\t|:(]) {0,3}(0[35789](?:[ .-]\d{2}){4}|0(?: \d){9}) {0,3}(?=$|[\n\t|,;)])/gu;
const INTERNATIONAL = new RegExp(
  `(?<![\\p{L}\\d])(?:\\+|00)84${PHONE_GAP}(?:0${PHONE_GAP})?[235789](?:${PHONE_GAP}\\d){8}${END}`,
  "gu",
);
/** 84 and the rest in one piece, or in groups by spaces; with dots it would be money. */
const UNSIGNED = new RegExp(
  `${START}(?:84[35789]\\d{8}|\\(?84\\)?[ -]{1,2}[35789]\\d{2}[ -]\\d{3}[ -]\\d{3})${END}`,
  "gu",
);
/** After a word for a phone: the leading zero that a spreadsheet drops may be missing, and a line may break. */
const BROKEN_GAP = PHONE_GAP.replace("[", "[\\n");
const AFTER_PHONE = new RegExp(
  `(?<!\\p{L})(?:số điện thoại|điện thoại|di động|sđt|sdt|đt|dđ|zalo|phone|tel|liên hệ|liên lạc)[\\s:.(số-]{1,8}(0?[235789](?:${BROKEN_GAP}\\d){8}|0?2(?:${BROKEN_GAP}\\d){9})${END}`,
  "giu",
);
/** After a word for an identity paper: nine digits, or twelve of which a spreadsheet may have dropped the first. */
const AFTER_PAPER = new RegExp(
  `(?<!\\p{L})(?:cccd|cmnd|cmtnd|cmt|căn cước công dân|căn cước|chứng minh nhân dân|chứng minh thư|cm nhân dân|định danh cá nhân|định danh|đdcn)(?:\\s?\\/\\s?(?:cmnd|cccd|đdcn))?[\\s:.(số-]{1,8}(\\d(?:${GAP}\\d){7,11})${END}`,
  "giu",
);
/** Other papers after their word: passports, Party cards, insurance, a person's tax number, driving licences. */
const CARDS: readonly RegExp[] = [
  /(?<!\p{L})(?:hộ chiếu|passport|hc số)(?!\p{L})[^\d\n]{0,25}?(?<!\p{L})([A-Z] ?\d{3} ?\d{4}\d?)(?!\d)/giu,
  /(?<!\p{L})(?:thẻ đảng(?: viên)?|thẻ đv|tđv|đảng viên số)(?!\p{L})[^\d\n]{0,20}(\d(?:[ .-]?\d){5,9})(?![\d/])/giu,
  /(?<!\p{L})(?:bhxh|bảo hiểm xã hội)(?!\p{L})[^\d\n]{0,20}(\d(?:[ .-]?\d){9})(?!\d)(?![.,]\d{3})/giu,
  /(?<!\p{L})(?:bhyt|bảo hiểm y tế)(?!\p{L})[^\d\n]{0,20}?((?<!\p{L})[A-Z]{2} ?\d(?:[ .-]?\d){10,12}|\d{10})(?!\d)/giu,
  /(?<!\p{L})(?:mst|mã số thuế)\s(?:cá nhân|tncn)[^\d\n]{0,12}(\d{10}|\d{12})(?!\d)/giu,
  /(?<!\p{L})(?:gplx|giấy phép lái xe|bằng lái(?: xe)?)[^\d\n]{0,12}(\d{12})(?!\d)/giu,
];
const ACCOUNT =
  /(?<!\p{L})(stk|số tài khoản|số tk|tài khoản|tk|số thẻ|thẻ atm|thẻ ngân hàng)(?!\p{L})([^\d\n]{0,40}?)(\d(?:[ .-]?\d){5,18})(?![\d/])(?![.,]\d)/giu;
/** “Tài khoản” is also one of book-keeping or of an application: a bank beside it, or its owner, tells. */
const AT_A_BANK =
  /(?<!\p{L})(?:stk|số tài khoản|số tk|chuyển khoản|cá nhân|ngân hàng|nh|agribank|vietcombank|vcb|sacombank|bidv|vietinbank|mb|mbbank|acb|techcombank|tpbank|vpbank|lienvietpostbank|lpbank|atm|kienlongbank|hdbank|shb|ocb|momo)(?!\p{L})/iu;
/** An office's own account is nobody's. */
const OFFICE_ACCOUNT =
  /(?<!\p{L})(?:kho bạc|kbnn|ubnd|ủy ban|uỷ ban|hội|đoàn|quỹ|đơn vị|trường|ngân sách|mttq|mặt trận|cơ quan|trạm|văn phòng|phòng|công ty|hợp tác xã|htx)(?!\p{L})/iu;
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
  for (const match of CARDS.flatMap((card) => [...text.matchAll(card)])) {
    const digits = match[1] ?? "";
    const start = match.index + match[0].length - digits.length;
    const isPaper = /^[A-Z]/i.test(digits);
    if (!isPaper && (isDateFirst(digits) || isPlainAmount(digits, before(start), isAmount(start + digits.length))))
      continue;
    keep("idNumber", start, digits.length);
  }
  for (const match of text.matchAll(ACCOUNT)) {
    const digits = match[3] ?? "";
    const end = match.index + match[0].length;
    if (!isAmount(end) && isPrivateAccount(text, match.index, end, digits))
      keep("account", end - digits.length, digits.length);
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
    if (office || !isPhoneShape(match[0].replace(/^o/i, "0")) || CODE_BEFORE.test(before(match.index))) continue;
    keep("phone", match.index, match[0].length);
  }
  for (const match of text.matchAll(GROUPED)) keep("phone", match.index, match[0].length);
  for (const match of text.matchAll(ALONE)) {
    const digits = match[1] ?? "";
    keep("phone", match.index + match[0].indexOf(digits), digits.length);
  }
  for (const [kind, pattern] of [
    ["phone", UNSIGNED],
    ["idNumber", OLD_CARD],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const [digits] = match;
      if (isPlainAmount(digits, before(match.index), isAmount(match.index + digits.length))) continue;
      keep(kind, match.index, digits.length);
    }
  }
  for (const match of text.matchAll(WITHOUT_ZERO)) {
    const digits = match[1] ?? "";
    const isPhone = digits.length === 9 && !digits.endsWith("000");
    if (!isPhone && !(digits.length === 11 && isCitizenNumber(`0${digits}`))) continue;
    keep(isPhone ? "phone" : "idNumber", match.index + match[0].length - digits.length, digits.length);
  }
  return found;
}

/** Tells whether digits are rather money, a count or some office's code. */
function isPlainAmount(digits: string, before: string, isAmount: boolean): boolean {
  return digits.endsWith("000") || isAmount || MONEY_BEFORE.test(before) || CODE_BEFORE.test(before);
}

/** Tells an account of a person's from an office's, and from one of book-keeping, by the words of its line. */
function isPrivateAccount(text: string, start: number, end: number, digits: string): boolean {
  const head = text.slice(Math.max(0, start - 50), start).replace(/^.*[\n;]/s, "");
  const tail = text.slice(end, end + 50).replace(/[\n;].*$/s, "");
  const around = `${head}${text.slice(start, end)}${tail}`;
  return digitsOf(digits).length >= 6 && AT_A_BANK.test(around) && !OFFICE_ACCOUNT.test(around);
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
