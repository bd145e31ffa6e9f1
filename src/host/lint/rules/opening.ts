/** Quốc hiệu to Kính gửi (NĐ 30/2020, PL I, mục II.1–5). */
import type { Paragraph, WordDocument } from "../document.ts";
import { checkLook, decimal, type Finding, find, quote, type Subject } from "../finding.ts";
import type { Outline } from "../outline.ts";
import { boldWidth } from "../times.ts";

const COUNTRY: Subject = { code: "country", element: "Quốc hiệu" };
const MOTTO: Subject = { code: "motto", element: "Tiêu ngữ" };
const ISSUER: Subject = { code: "issuer", element: "Tên cơ quan ban hành" };
const NUMBER: Subject = { code: "number", element: "Số, ký hiệu" };
const DATE: Subject = { code: "date", element: "Địa danh và thời gian" };
const KIND: Subject = { code: "kind", element: "Tên loại văn bản" };
const SUBJECT: Subject = { code: "subject", element: "Trích yếu" };
const ADDRESS: Subject = { code: "address", element: "Kính gửi" };

const COUNTRY_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO_WORDS = "Độc lập - Tự do - Hạnh phúc";

/** Checks everything above the body. */
export function checkOpening(document: WordDocument, outline: Outline): readonly Finding[] {
  return [
    ...checkCountry(outline),
    ...checkMotto(document, outline),
    ...checkTable(document, outline),
    ...checkIssuer(document, outline),
    ...checkNumber(outline),
    ...checkDate(outline),
    ...checkKind(document, outline),
    ...checkAddress(outline),
  ];
}

function missing(subject: Subject, expected: string): readonly Finding[] {
  return [find(subject, "missing", expected, "không có")];
}

function checkCountry({ country }: Outline): readonly Finding[] {
  if (!country) return missing(COUNTRY, `“${COUNTRY_WORDS}”`);
  const words = country.text.toUpperCase();
  return [
    ...(words === COUNTRY_WORDS || words === "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"
      ? []
      : [find(COUNTRY, "words", `“${COUNTRY_WORDS}”`, quote(country.text))]),
    ...checkLook(COUNTRY, [country], { size: [12, 13], bold: true, italic: false, capitals: true, centred: true }),
  ];
}

function checkMotto(document: WordDocument, { motto }: Outline): readonly Finding[] {
  if (!motto) return missing(MOTTO, `“${MOTTO_WORDS}”`);
  const width = widthOf(motto);
  return [
    ...(motto.text === MOTTO_WORDS ? [] : [find(MOTTO, "words", `“${MOTTO_WORDS}”`, quote(motto.text))]),
    ...checkLook(MOTTO, [motto], { size: [13, 14], bold: true, italic: false, centred: true }),
    ...checkRule(MOTTO, document, motto, {
      expected: "đường kẻ nét liền, dài bằng dòng chữ",
      least: width * 0.9,
      most: width * 1.1,
    }),
  ];
}

/** Holds the line under an element against its length, in millimetres. */
function checkRule(
  subject: Subject,
  { paragraphs }: WordDocument,
  above: Paragraph,
  { expected, least, most }: { expected: string; least: number; most: number },
): readonly Finding[] {
  const next = paragraphs[paragraphs.indexOf(above) + 1];
  const rule = above.rule ?? (next?.text === "" ? next.rule : undefined);
  if (above.runs.some((run) => run.underline)) return [find(subject, "line", expected, "chữ gạch chân")];
  if (rule === undefined) return [find(subject, "line", expected, "không có đường kẻ")];
  if (rule >= least && rule <= most) return [];
  const wanted = `${expected} (${decimal(least)}–${decimal(most)} mm)`;
  return [find(subject, "line-length", wanted, `đường kẻ dài ${decimal(rule)} mm`)];
}

/** The width of a text's longest line: what does not fit is broken. */
function widthOf({ text, runs, space }: Paragraph): number {
  return Math.min(space, boldWidth(text, Math.max(0, ...runs.map(({ size }) => size))));
}

/** The line under a text of several lines is a third to a half of its longest. */
function thirdToHalf(width: number): { expected: string; least: number; most: number } {
  return { expected: "đường kẻ nét liền, dài 1/3–1/2 dòng chữ", least: width * 0.3, most: width * 0.54 };
}

function checkTable({ tables }: WordDocument, { country, motto, issuer, number, date }: Outline): readonly Finding[] {
  const subject: Subject = { code: "header", element: "Phần đầu văn bản" };
  const index = country?.cell?.table;
  const table = index === undefined ? undefined : tables[index];
  if (!country || !motto) return [];
  if (!table) return [find(subject, "table", "bảng hai cột không kẻ khung", "không đặt trong bảng")];
  const wrongSide = country.cell?.column !== 1 || issuer.length === 0;
  const apart = number?.cell && date?.cell && (number.cell.row !== date.cell.row || date.cell.column !== 1);
  return [
    ...(table.columns === 2 ? [] : [find(subject, "columns", "bảng hai cột", `bảng ${table.columns} cột`)]),
    ...(table.bordered ? [find(subject, "borders", "bảng không kẻ khung", "bảng có khung")] : []),
    ...(wrongSide
      ? [find(subject, "sides", "tên cơ quan ở bên trái, Quốc hiệu và Tiêu ngữ ở bên phải", "đặt khác")]
      : []),
    ...(apart ? [find(DATE, "row", "ở bên phải, cùng hàng với số, ký hiệu", "khác hàng")] : []),
  ];
}

function checkIssuer(document: WordDocument, { issuer, country }: Outline): readonly Finding[] {
  const last = issuer[issuer.length - 1];
  if (!last) return country ? missing(ISSUER, "“ỦY BAN NHÂN DÂN XÃ …”") : [];
  // The organ above, if named, is in capitals but not bold; one name in two lines is bold throughout.
  const oneName = /^ỦY BAN NHÂN DÂN$/i.test(issuer[0]?.text ?? "");
  const own = oneName ? issuer : [last];
  return [
    ...checkLook(ISSUER, issuer, { size: [12, 13], italic: false, capitals: true, centred: true }),
    ...checkLook(ISSUER, own, { bold: true }),
    ...checkRule(ISSUER, document, last, thirdToHalf(Math.max(...own.map(widthOf)))),
  ];
}

function checkNumber({ number }: Outline): readonly Finding[] {
  if (!number) return missing(NUMBER, "“Số:      /BC-UBND”");
  return [
    ...(/^Số: ?\d*\/BC-[\p{Lu}\d-]+$/u.test(number.text)
      ? []
      : [find(NUMBER, "form", "“Số:      /BC-UBND”, viết liền, in hoa", quote(number.text))]),
    ...checkLook(NUMBER, [number], { size: [13, 13], bold: false, italic: false, centred: true }),
  ];
}

function checkDate({ date }: Outline): readonly Finding[] {
  if (!date) return missing(DATE, "“Vĩnh Phong, ngày    tháng    năm …”");
  const parts = /^[^,]+, ngày ?(\d*) ?tháng ?(\d*) ?năm ?(\d{4})$/.exec(date.text);
  const [, day = "", month = ""] = parts ?? [];
  const padded = /^(|0[1-9]|[12]\d|3[01])$/.test(day) && /^(|0[12]|[3-9]|1[0-2])$/.test(month);
  return [
    ...(parts ? [] : [find(DATE, "form", "“Địa danh, ngày … tháng … năm …”", quote(date.text))]),
    ...(parts && !padded
      ? [
          find(
            DATE,
            "padding",
            "ngày dưới 10 và tháng 1, 2 có số 0 ở trước; các tháng khác không",
            `ngày ${day} tháng ${month}`,
          ),
        ]
      : []),
    ...checkLook(DATE, [date], { size: [13, 14], bold: false, italic: true, centred: true }),
  ];
}

function checkKind(document: WordDocument, { kind, subject }: Outline): readonly Finding[] {
  if (!kind) return missing(KIND, "“BÁO CÁO”");
  const look = { size: [13, 14], bold: true, italic: false, centred: true } as const;
  const last = subject[subject.length - 1];
  return [
    ...checkLook(KIND, [kind], { ...look, capitals: true }),
    ...(last
      ? [
          ...checkLook(SUBJECT, subject, look),
          ...(subject.every(({ text }) => text === text.toUpperCase())
            ? [find(SUBJECT, "capitals", "chữ in thường", "chữ in hoa")]
            : []),
          ...checkRule(SUBJECT, document, last, thirdToHalf(Math.max(...subject.map(widthOf)))),
        ]
      : missing(SUBJECT, "trích yếu nội dung dưới tên loại văn bản")),
  ];
}

function checkAddress({ address, addressees }: Outline): readonly Finding[] {
  if (!address) return [];
  const onLine = address.text.replace(/^Kính gửi ?:?/i, "").trim() !== "";
  const last = addressees[addressees.length - 1];
  const unended = addressees.slice(0, -1).find(({ text }) => !text.endsWith(";"));
  const alone = addressees.length === 1 && !onLine;
  return [
    ...(/^Kính gửi:/.test(address.text) ? [] : [find(ADDRESS, "form", "“Kính gửi:”", quote(address.text))]),
    ...(onLine || addressees.length > 0 ? [] : [find(ADDRESS, "list", "tên nơi nhận báo cáo", "để trống")]),
    ...(alone
      ? [find(ADDRESS, "list", "một nơi thì ghi ngay sau “Kính gửi:”", `dòng riêng ${quote(last?.text ?? "")}`)]
      : []),
    ...(unended ? [find(ADDRESS, "ends", "mỗi nơi một dòng, cuối dòng có dấu “;”", quote(unended.text))] : []),
    ...(last && !last.text.endsWith(".") ? [find(ADDRESS, "ends", "dòng cuối có dấu “.”", quote(last.text))] : []),
    ...checkLook(ADDRESS, [address, ...addressees], { size: [13, 14], bold: false, italic: false }),
  ];
}
