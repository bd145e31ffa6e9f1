/** Recipients (NĐ 30/2020, PL I, mục II.9). */
import type { WordDocument } from "../document.ts";
import { type Finding, find, findAt, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook } from "../look.ts";
import type { Outline } from "../outline.ts";
import { checkBlockTable } from "./block-table.ts";

const FOOTER: Subject = { code: "footer", element: "Phần cuối văn bản" };
const RECIPIENTS: Subject = { code: "recipients", element: "Nơi nhận" };
const ADDRESS: Subject = { code: "address", element: "Kính gửi" };
const LIST: Subject = { code: "recipient-list", element: "Danh sách nơi nhận" };

/** Checks “Nơi nhận” and its list. */
export function checkRecipients(document: WordDocument, outline: Outline): readonly Finding[] {
  const { recipients, recipientList, address, addressees } = outline;
  if (!recipients) return missing(RECIPIENTS, "“Nơi nhận:”");
  const addressed = [address?.text.replace(/^Kính gửi ?:?/i, "") ?? "", ...addressees.map(({ text }) => text)].map(
    nameOf,
  );
  const repeated = recipientList.find(({ text }) => nameOf(text) !== "" && addressed.includes(nameOf(text)));
  const first = recipientList[0]?.text ?? "";
  const last = recipientList[recipientList.length - 1]?.text ?? "";
  const unended = recipientList.slice(0, -1).find(({ text }) => !/^[-–] ?.*;$/.test(text));
  const isForAbove = !address || /^[-–] ?Như trên[;,]/.test(first);
  const isUnaddressed = !address && /^[-–] ?Như trên/.test(first);
  return [
    ...checkBlockTable(FOOTER, recipients.cell && document.tables[recipients.cell.table]),
    ...unless(recipients.text === "Nơi nhận:", RECIPIENTS, "form", "“Nơi nhận:”", quote(recipients.text)),
    ...checkLook(RECIPIENTS, [recipients], { size: [12, 12], bold: true, italic: true }),
    ...checkLook(LIST, recipientList, { size: [11, 11], bold: false, italic: false }),
    ...unless(isForAbove, LIST, "first", "dòng đầu “- Như trên;” vì có “Kính gửi”", quote(first)),
    ...(isUnaddressed ? [find(ADDRESS, "missing", "“Kính gửi: …” vì Nơi nhận ghi “- Như trên”", "không có")] : []),
    ...findAt(repeated, LIST, "repeated", "chỉ nơi chưa ghi ở “Kính gửi”", ({ text }) => quote(text)),
    ...findAt(unended, LIST, "ends", "mỗi nơi một dòng, “- …;”", ({ text }) => quote(text)),
    ...unless(/^[-–] ?Lưu: ?VT\b.*\.$/.test(last), LIST, "archive", "dòng cuối “- Lưu: VT, ….”", quote(last)),
  ];
}

/** The name of a place that a text goes to, without the marks of its list. */
function nameOf(line: string): string {
  return line.replace(/^[-–\s]+|[;.,\s]+$/g, "").toLowerCase();
}
