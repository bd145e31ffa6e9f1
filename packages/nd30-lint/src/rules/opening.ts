/** Quốc hiệu to Kính gửi (NĐ 30/2020, PL I, mục II.1–5). */
import type { WordDocument } from "../document.ts";
import { type Finding, findAt, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook } from "../look.ts";
import type { Outline } from "../outline.ts";
import { abbreviationOf } from "../text-kinds.ts";
import { checkBlockTable } from "./block-table.ts";
import { asLongAs, checkLineUnder, thirdToHalfOf } from "./line-under.ts";
import { checkDate } from "./place.ts";

const HEADER: Subject = { code: "header", element: "Phần đầu văn bản" };
const COUNTRY: Subject = { code: "country", element: "Quốc hiệu" };
const MOTTO: Subject = { code: "motto", element: "Tiêu ngữ" };
const ISSUER: Subject = { code: "issuer", element: "Tên cơ quan ban hành" };
const NUMBER: Subject = { code: "number", element: "Số, ký hiệu" };
const DATE: Subject = { code: "date", element: "Địa danh và thời gian" };
const KIND: Subject = { code: "kind", element: "Tên loại văn bản" };
const SUBJECT: Subject = { code: "subject", element: "Trích yếu" };
const ADDRESS: Subject = { code: "address", element: "Kính gửi" };

const COUNTRY_WORDS = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
/** The same, with the tone on the other vowel. */
const COUNTRY_WORDS_OTHERWISE = "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const MOTTO_WORDS = "Độc lập - Tự do - Hạnh phúc";
/** What the kind of the text and its subject share. */
const KIND_LOOK = { size: [13, 14], bold: true, italic: false, centred: true } as const;

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

function checkCountry({ country }: Outline): readonly Finding[] {
  if (!country) return missing(COUNTRY, `“${COUNTRY_WORDS}”`);
  const isSaid = [COUNTRY_WORDS, COUNTRY_WORDS_OTHERWISE].includes(country.text.toUpperCase());
  return [
    ...unless(isSaid, COUNTRY, "words", `“${COUNTRY_WORDS}”`, quote(country.text)),
    ...checkLook(COUNTRY, [country], { size: [12, 13], bold: true, italic: false, capitals: true, centred: true }),
  ];
}

function checkMotto(document: WordDocument, { motto }: Outline): readonly Finding[] {
  if (!motto) return missing(MOTTO, `“${MOTTO_WORDS}”`);
  return [
    ...unless(motto.text === MOTTO_WORDS, MOTTO, "words", `“${MOTTO_WORDS}”`, quote(motto.text)),
    ...checkLook(MOTTO, [motto], { size: [13, 14], bold: true, italic: false, centred: true }),
    ...checkLineUnder(MOTTO, document, motto, asLongAs(motto)),
  ];
}

function checkTable({ tables }: WordDocument, { country, motto, issuer, number, date }: Outline): readonly Finding[] {
  if (!country || !motto) return [];
  const table = country.cell && tables[country.cell.table];
  const framed = checkBlockTable(HEADER, table);
  if (!table) return framed;
  const wrongSide = country.cell?.column === 0 || issuer.length === 0;
  const apart = number?.cell && date?.cell && (number.cell.row !== date.cell.row || date.cell.column === 0);
  return [
    ...framed,
    ...unless(!wrongSide, HEADER, "sides", "tên cơ quan ở bên trái, Quốc hiệu và Tiêu ngữ ở bên phải", "đặt khác"),
    ...unless(!apart, DATE, "row", "ở bên phải, cùng hàng với số, ký hiệu", "khác hàng"),
  ];
}

function checkIssuer(document: WordDocument, { issuer, country }: Outline): readonly Finding[] {
  const last = issuer[issuer.length - 1];
  if (!last) return country ? missing(ISSUER, "“ỦY BAN NHÂN DÂN XÃ …”") : [];
  // The organ above, if named, is in capitals but not bold; one name in two lines is bold throughout.
  const oneName = /^(ỦY BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)$/i.test(issuer[0]?.text ?? "");
  const own = oneName ? issuer : [last];
  const abbreviated = own.find(({ text }) => /^(UBND|HĐND|UBMTTQ|BCĐ|TTr)(?!\p{L})/iu.test(text));
  return [
    ...checkLook(ISSUER, issuer, { size: [12, 13], italic: false, capitals: true, centred: true }),
    ...checkLook(ISSUER, own, { bold: true }),
    ...findAt(abbreviated, ISSUER, "abbreviated", "tên đầy đủ, không viết tắt", ({ text }) => quote(text)),
    ...checkLineUnder(ISSUER, document, last, thirdToHalfOf(own)),
  ];
}

function checkNumber({ number, kind, isLetter }: Outline): readonly Finding[] {
  const wanted = isLetter ? "" : `${abbreviationOf(kind?.text ?? "") ?? "BC"}-`;
  const form = `“Số:      /${wanted}UBND”, viết liền, in hoa`;
  if (!number) return missing(NUMBER, `“Số:      /${wanted}UBND”`);
  const [, digits = "", symbol = ""] = /^Số: ?(\d*) ?\/([\p{L}\d&-]+)$/u.exec(number.text) ?? [];
  const isFormed = symbol.startsWith(wanted) && /^[\p{Lu}\d&-]+$/u.test(symbol.slice(wanted.length));
  return [
    ...unless(isFormed, NUMBER, "form", form, quote(number.text)),
    ...unless(!/^\d$/.test(digits), NUMBER, "padding", "số dưới 10 có số 0 ở trước", quote(number.text)),
    ...checkLook(NUMBER, [number], { size: [13, 13], bold: false, italic: false, centred: true }),
  ];
}

function checkKind(document: WordDocument, { kind, subject, isLetter }: Outline): readonly Finding[] {
  if (isLetter) return checkLook(SUBJECT, subject, { size: [12, 13], bold: false, italic: false, centred: true });
  if (!kind) return missing(KIND, "“BÁO CÁO”");
  return [...checkLook(KIND, [kind], { ...KIND_LOOK, capitals: true }), ...checkSubject(document, subject)];
}

function checkSubject(document: WordDocument, subject: Outline["subject"]): readonly Finding[] {
  const last = subject[subject.length - 1];
  if (!last) return missing(SUBJECT, "trích yếu nội dung dưới tên loại văn bản");
  const isSmall = subject.some(({ text }) => text !== text.toUpperCase());
  return [
    ...checkLook(SUBJECT, subject, KIND_LOOK),
    ...findAt(
      subject.find(({ text }) => /^V\/v/i.test(text)),
      SUBJECT,
      "abbreviated",
      "bỏ “V/v” (chỉ công văn dùng)",
      ({ text }) => quote(text),
    ),
    ...unless(isSmall, SUBJECT, "capitals", "chữ in thường", "chữ in hoa"),
    ...checkLineUnder(SUBJECT, document, last, thirdToHalfOf(subject)),
  ];
}

function checkAddress({ address, addressees }: Outline): readonly Finding[] {
  if (!address) return [];
  const onLine = address.text.replace(/^Kính gửi ?:?/i, "").trim() !== "";
  const unended = addressees.slice(0, -1).find(({ text }) => !text.endsWith(";"));
  const unclosed = addressees.slice(-1).find(({ text }) => !text.endsWith("."));
  const alone = addressees.length === 1 && !onLine ? addressees[0] : undefined;
  return [
    ...unless(/^Kính gửi:/.test(address.text), ADDRESS, "form", "“Kính gửi:”", quote(address.text)),
    ...unless(onLine || addressees.length > 0, ADDRESS, "list", "tên nơi nhận báo cáo", "để trống"),
    ...findAt(
      alone,
      ADDRESS,
      "list",
      "một nơi thì ghi ngay sau “Kính gửi:”",
      ({ text }) => `dòng riêng ${quote(text)}`,
    ),
    ...findAt(unended, ADDRESS, "ends", "mỗi nơi một dòng, cuối dòng có dấu “;”", ({ text }) => quote(text)),
    ...findAt(unclosed, ADDRESS, "ends", "dòng cuối có dấu “.”", ({ text }) => quote(text)),
    ...checkLook(ADDRESS, [address, ...addressees], { size: [13, 14], bold: false, italic: false }),
  ];
}
