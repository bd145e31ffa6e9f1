/** The signature: authority, title and name (NĐ 30/2020, PL I, mục II.7). */
import type { Paragraph } from "../document.ts";
import { type Finding, findAt, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook } from "../look.ts";
import type { Outline } from "../outline.ts";

const AUTHORITY: Subject = { code: "authority", element: "Quyền hạn, chức vụ người ký" };
const RECIPIENTS: Subject = { code: "recipients", element: "Nơi nhận" };
const SIGNER: Subject = { code: "signer", element: "Họ tên người ký" };

/** A body of several persons: whoever signs for it signs in its name. */
const COLLECTIVE = /^(ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|BAN CHỈ ĐẠO|BAN CHẤP HÀNH|BAN THƯỜNG VỤ|THƯỜNG TRỰC)(?!\p{L})/u;
const SURNAMES =
  "NGUYỄN TRẦN LÊ PHẠM HOÀNG HUỲNH PHAN VŨ VÕ ĐẶNG BÙI ĐỖ HỒ NGÔ DƯƠNG LÝ ĐINH TRỊNH MAI ĐÀO LÂM TÔ TẠ CAO CHÂU THÁI HÀ LƯƠNG LƯU QUÁCH TĂNG TRƯƠNG KIỀU DANH THẠCH ĐOÀN TỐNG VƯƠNG CHU PHÙNG NÔNG TRIỆU LA LỤC THÂN KHỔNG".split(
    " ",
  );
const DEGREE =
  /^(ThS|TS|PGS|GS|CN|KS|BS|BSCK\w*|DS|CKI+|Thạc sĩ|Thạc sỹ|Tiến sĩ|Tiến sỹ|Cử nhân|Kỹ sư|Bác sĩ|Bác sỹ|Luật sư|NGND|NGƯT|Nhà giáo [ƯN]|Anh hùng)(?!\p{L})/iu;
const RANK = /^(Đồng chí|Đ\/c|Ông|Bà|Thượng tá|Trung tá|Thiếu tá|Đại tá|Đại úy|Thượng úy|Trung úy|Thiếu úy)(?!\p{L})/iu;
/** The organs whose own branch decides on degrees and ranks. */
const MAY_NAME_DEGREES = /TRƯỜNG |BỆNH VIỆN|Y TẾ|VIỆN |HỌC VIỆN|ĐẠI HỌC|CÔNG AN|QUÂN SỰ|BIÊN PHÒNG|BỘ CHỈ HUY/;

/** Checks the signature; the name stays away until someone signs. */
export function checkSignature({ signature, recipients, issuer }: Outline): readonly Finding[] {
  if (!recipients) return [];
  const lines = signature.filter(({ text }) => !text.startsWith("("));
  const [first] = lines;
  if (!first) return missing(AUTHORITY, "“TM. ỦY BAN NHÂN DÂN”, chức vụ người ký");
  const last = lines[lines.length - 1];
  const name = lines.length > 1 && last && isName(last) ? last : undefined;
  const titles = name ? lines.slice(0, -1) : lines;
  const isLevel = first.cell !== undefined && first.cell.row === recipients.cell?.row;
  const isExempt = MAY_NAME_DEGREES.test(issuer.map(({ text }) => text.toUpperCase()).join(" "));
  const degree = name && (isExempt ? undefined : [name].find(({ text }) => DEGREE.test(text) || RANK.test(text)));
  const undotted = titles.find(({ text }) => /^(TM|KT|TL|TUQ|Q)(:| |\.(?! ))/.test(text));
  const collective = titles.find(({ text }, index) => index === 0 && COLLECTIVE.test(text.toUpperCase()));
  const deputy = titles.find(
    ({ text }, index) =>
      /^PHÓ /.test(text.toUpperCase()) && !titles.slice(0, index).some((one) => /^(KT|TL|TUQ)\b/.test(one.text)),
  );
  return [
    ...findAt(collective, AUTHORITY, "form", "ký thay mặt tập thể thì có “TM.” ở trước", ({ text }) => quote(text)),
    ...findAt(undotted, AUTHORITY, "form", "“TM. …”, “KT. …”: dấu chấm, dấu cách", ({ text }) => quote(text)),
    ...findAt(deputy, AUTHORITY, "deputy", "cấp phó ký thay thì có “KT.” ở dòng trên", ({ text }) => quote(text)),
    ...unless(isLevel, RECIPIENTS, "level", "ngang hàng với quyền hạn, chức vụ người ký", "khác hàng"),
    ...checkLook(AUTHORITY, titles, { size: [13, 14], bold: true, italic: false, capitals: true, centred: true }),
    ...(name ? checkLook(SIGNER, [name], { size: [13, 14], bold: true, italic: false, centred: true }) : []),
    ...findAt(
      name && (name.text === name.text.toUpperCase() || name.runs.some(({ caps }) => caps)) ? name : undefined,
      SIGNER,
      "capitals",
      "chữ in thường, viết hoa chữ cái đầu",
      ({ text }) => quote(text),
    ),
    ...findAt(degree, SIGNER, "degree", "chỉ họ và tên, không học hàm, học vị, danh hiệu", ({ text }) => quote(text)),
  ];
}

/** A name is set in small letters, or begins with a surname; a title of office begins with neither. */
function isName({ text }: Paragraph): boolean {
  const words = text
    .replace(DEGREE, "")
    .replace(/^[. ]+/, "")
    .split(" ");
  const isTitle = /^(TM|KT|Q|TL|TUQ)\b|^(Phó|Chủ tịch|Giám đốc|Trưởng|Chánh|Hiệu trưởng|Bí thư|Thủ trưởng)(?!\p{L})/iu;
  if (isTitle.test(text)) return false;
  if (text !== text.toUpperCase()) return true;
  return words.length >= 2 && words.length <= 5 && SURNAMES.includes(words[0] ?? "");
}
