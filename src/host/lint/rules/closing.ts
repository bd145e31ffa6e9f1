/** Signature and recipients (NĐ 30/2020, PL I, mục II.7 and II.9), and annexes (mục III). */
import type { WordDocument } from "../document.ts";
import { checkLook, type Finding, find, isCapital, quote, type Subject } from "../finding.ts";
import type { Outline } from "../outline.ts";

const RECIPIENTS: Subject = { code: "recipients", element: "Nơi nhận" };
const LIST: Subject = { code: "recipient-list", element: "Danh sách nơi nhận" };
const AUTHORITY: Subject = { code: "authority", element: "Quyền hạn, chức vụ người ký" };
const SIGNER: Subject = { code: "signer", element: "Họ tên người ký" };
const ANNEX: Subject = { code: "annex", element: "Phụ lục" };
const ANNEX_TITLE: Subject = { code: "annex-title", element: "Tên phụ lục" };
const ANNEX_REFERENCE: Subject = { code: "annex-reference", element: "Dòng “Kèm theo” của phụ lục" };

/** Checks everything below the body. */
export function checkClosing(document: WordDocument, outline: Outline): readonly Finding[] {
  return [...checkRecipients(document, outline), ...checkSignature(outline), ...checkAnnexes(outline)];
}

function checkRecipients(document: WordDocument, outline: Outline): readonly Finding[] {
  const { recipients, recipientList, address } = outline;
  if (!recipients) return [find(RECIPIENTS, "missing", "“Nơi nhận:”", "không có")];
  const block: Subject = { code: "footer", element: "Phần cuối văn bản" };
  const table = recipients.cell && document.tables[recipients.cell.table];
  const last = recipientList[recipientList.length - 1];
  const unended = recipientList.slice(0, -1).find(({ text }) => !/^[-–] ?.*;$/.test(text));
  return [
    ...(table ? [] : [find(block, "table", "bảng hai cột không kẻ khung", "không đặt trong bảng")]),
    ...(table && table.columns !== 2 ? [find(block, "columns", "bảng hai cột", `bảng ${table.columns} cột`)] : []),
    ...(table?.bordered ? [find(block, "borders", "bảng không kẻ khung", "bảng có khung")] : []),
    ...(recipients.text === "Nơi nhận:" ? [] : [find(RECIPIENTS, "form", "“Nơi nhận:”", quote(recipients.text))]),
    ...checkLook(RECIPIENTS, [recipients], { size: [12, 12], bold: true, italic: true }),
    ...checkLook(LIST, recipientList, { size: [11, 11], bold: false, italic: false }),
    ...(address && recipientList[0]?.text !== "- Như trên;"
      ? [find(LIST, "first", "dòng đầu “- Như trên;” vì có “Kính gửi”", quote(recipientList[0]?.text ?? ""))]
      : []),
    ...(unended ? [find(LIST, "ends", "mỗi nơi một dòng, “- …;”", quote(unended.text))] : []),
    ...(last && /^[-–] ?Lưu: ?VT\b.*\.$/.test(last.text)
      ? []
      : [find(LIST, "archive", "dòng cuối “- Lưu: VT, ….”", quote(last?.text ?? ""))]),
  ];
}

function checkSignature({ signature, recipients }: Outline): readonly Finding[] {
  if (!recipients) return [];
  const [first, ...rest] = signature;
  if (!first) return [find(AUTHORITY, "missing", "“TM. ỦY BAN NHÂN DÂN”, chức vụ người ký", "không có")];
  const named = rest[rest.length - 1];
  // The name is the only line of the signature that is not in capitals; it stays away until someone signs.
  const name = named && !isCapital(named) && rest.length > 1 ? named : undefined;
  const titles = name ? signature.slice(0, -1) : signature;
  const level = first.cell && recipients.cell && first.cell.row === recipients.cell.row;
  return [
    ...(/^(TM|KT|Q|TL|TUQ)\. /i.test(first.text) || titles.length === 1
      ? []
      : [find(AUTHORITY, "form", "bắt đầu bằng “TM.”, “KT.”, “Q.”, “TL.” hoặc “TUQ.”", quote(first.text))]),
    ...(level ? [] : [find(RECIPIENTS, "level", "ngang hàng với quyền hạn, chức vụ người ký", "khác hàng")]),
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
    ...(joined ? [find(ANNEX, "page", "bắt đầu ở trang mới", `${quote(joined.text)} nối tiếp trang trước`)] : []),
    ...(misnumbered
      ? [find(ANNEX, "number", "có từ hai phụ lục thì đánh số La Mã (Phụ lục I, II…)", quote(misnumbered.text))]
      : []),
    ...checkLook(ANNEX, labels, { size: [14, 14], bold: true, italic: false, centred: true }),
    ...(untitled
      ? [find(ANNEX_TITLE, "missing", "có, dưới chữ “Phụ lục”", `${quote(untitled.label.text)} không có`)]
      : []),
    ...checkLook(ANNEX_TITLE, titles, { size: [13, 14], bold: true, italic: false, capitals: true, centred: true }),
    ...(unreferred
      ? [find(ANNEX_REFERENCE, "missing", "“(Kèm theo … số … ngày …)”", `${quote(unreferred.label.text)} không có`)]
      : []),
    ...checkLook(ANNEX_REFERENCE, references, { size: [13, 14], bold: false, italic: true, centred: true }),
  ];
}
