/** Signature and recipients (NĐ 30/2020, PL I, mục II.7 and II.9), and annexes (mục III). */
import type { WordDocument } from "../document.ts";
import { type Finding, findAt, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook, isCapital } from "../look.ts";
import type { Outline } from "../outline.ts";
import { checkBlockTable } from "./block-table.ts";

const FOOTER: Subject = { code: "footer", element: "Phần cuối văn bản" };
const RECIPIENTS: Subject = { code: "recipients", element: "Nơi nhận" };
const LIST: Subject = { code: "recipient-list", element: "Danh sách nơi nhận" };
const AUTHORITY: Subject = { code: "authority", element: "Quyền hạn, chức vụ người ký" };
const SIGNER: Subject = { code: "signer", element: "Họ tên người ký" };
const ANNEX: Subject = { code: "annex", element: "Phụ lục" };
const ANNEX_TITLE: Subject = { code: "annex-title", element: "Tên phụ lục" };
const ANNEX_REFERENCE: Subject = { code: "annex-reference", element: "Dòng “Kèm theo” của phụ lục" };

const NUMBERING = "có từ hai phụ lục thì đánh số La Mã (Phụ lục I, II…)";

/** Checks everything below the body. */
export function checkClosing(document: WordDocument, outline: Outline): readonly Finding[] {
  return [...checkRecipients(document, outline), ...checkSignature(outline), ...checkAnnexes(outline)];
}

function checkRecipients(document: WordDocument, outline: Outline): readonly Finding[] {
  const { recipients, recipientList, address } = outline;
  if (!recipients) return missing(RECIPIENTS, "“Nơi nhận:”");
  const first = recipientList[0]?.text ?? "";
  const last = recipientList[recipientList.length - 1]?.text ?? "";
  const unended = recipientList.slice(0, -1).find(({ text }) => !/^[-–] ?.*;$/.test(text));
  const isForAbove = !address || first === "- Như trên;";
  return [
    ...checkBlockTable(FOOTER, recipients.cell && document.tables[recipients.cell.table]),
    ...unless(recipients.text === "Nơi nhận:", RECIPIENTS, "form", "“Nơi nhận:”", quote(recipients.text)),
    ...checkLook(RECIPIENTS, [recipients], { size: [12, 12], bold: true, italic: true }),
    ...checkLook(LIST, recipientList, { size: [11, 11], bold: false, italic: false }),
    ...unless(isForAbove, LIST, "first", "dòng đầu “- Như trên;” vì có “Kính gửi”", quote(first)),
    ...findAt(unended, LIST, "ends", "mỗi nơi một dòng, “- …;”", ({ text }) => quote(text)),
    ...unless(/^[-–] ?Lưu: ?VT\b.*\.$/.test(last), LIST, "archive", "dòng cuối “- Lưu: VT, ….”", quote(last)),
  ];
}

function checkSignature({ signature, recipients }: Outline): readonly Finding[] {
  if (!recipients) return [];
  const [first, ...rest] = signature;
  if (!first) return missing(AUTHORITY, "“TM. ỦY BAN NHÂN DÂN”, chức vụ người ký");
  const named = rest[rest.length - 1];
  // The name is the only line of the signature that is not in capitals; it stays away until someone signs.
  const name = named && !isCapital(named) && rest.length > 1 ? named : undefined;
  const titles = name ? signature.slice(0, -1) : signature;
  const isLevel = first.cell !== undefined && first.cell.row === recipients.cell?.row;
  const isOpened = /^(TM|KT|Q|TL|TUQ)\. /i.test(first.text) || titles.length === 1;
  return [
    ...unless(isOpened, AUTHORITY, "form", "bắt đầu bằng “TM.”, “KT.”, “Q.”, “TL.” hoặc “TUQ.”", quote(first.text)),
    ...unless(isLevel, RECIPIENTS, "level", "ngang hàng với quyền hạn, chức vụ người ký", "khác hàng"),
    ...checkLook(AUTHORITY, titles, { size: [13, 14], bold: true, italic: false, capitals: true, centred: true }),
    ...(name ? checkLook(SIGNER, [name], { size: [13, 14], bold: true, italic: false, centred: true }) : []),
  ];
}

function checkAnnexes({ annexes }: Outline): readonly Finding[] {
  const labels = annexes.map(({ label }) => label);
  const titles = annexes.flatMap(({ title }) => title ?? []);
  const references = annexes.flatMap(({ reference }) => reference ?? []);
  const joined = labels.find(({ startsPage }) => !startsPage);
  const several = annexes.length > 1;
  const misnumbered = labels.find(({ text }) => (several ? !/^Phụ lục [IVXLC]+$/i.test(text) : /\d/.test(text)));
  const untitled = annexes.find(({ title }) => !title);
  const unreferred = annexes.find(({ reference }) => !reference);
  return [
    ...findAt(joined, ANNEX, "page", "bắt đầu ở trang mới", ({ text }) => `${quote(text)} nối tiếp trang trước`),
    ...findAt(misnumbered, ANNEX, "number", NUMBERING, ({ text }) => quote(text)),
    ...checkLook(ANNEX, labels, { size: [14, 14], bold: true, italic: false, centred: true }),
    ...findAt(untitled, ANNEX_TITLE, "missing", "có, dưới chữ “Phụ lục”", tellLacking),
    ...checkLook(ANNEX_TITLE, titles, { size: [13, 14], bold: true, italic: false, capitals: true, centred: true }),
    ...findAt(unreferred, ANNEX_REFERENCE, "missing", "“(Kèm theo … số … ngày …)”", tellLacking),
    ...checkLook(ANNEX_REFERENCE, references, { size: [13, 14], bold: false, italic: true, centred: true }),
  ];
}

function tellLacking({ label }: Outline["annexes"][number]): string {
  return `${quote(label.text)} không có`;
}
