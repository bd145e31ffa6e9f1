/** Place and date (NĐ 30/2020, PL I, mục II.4). */
import { type Finding, missing, quote, type Subject, unless } from "../finding.ts";
import { checkLook } from "../look.ts";
import type { Outline } from "../outline.ts";

const DATE: Subject = { code: "date", element: "Địa danh và thời gian" };
const PLACE: Subject = { code: "place", element: "Địa danh" };
const PADDING = "ngày dưới 10 và tháng 1, 2 có số 0 ở trước; các tháng khác không";
const KIND = /^(xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|tp\.?) /iu;

/** Persons after whom communes and wards are called. */
const PERSONS = new Set(
  "Lê Lợi|Lê Lai|Lê Đại Hành|Lê Hồng Phong|Lê Chân|Lê Hoàn|Lê Duẩn|Lê Quý Đôn|Lê Thanh Nghị|Lê Ích Mộc|Lê Bình|Quang Trung|Nguyễn Huệ|Nguyễn Trãi|Nguyễn Du|Nguyễn Tất Thành|Trần Hưng Đạo|Trần Phú|Trần Phán|Trần Lãm|Trần Nguyên Hãn|Trần Nhân Tông|Trần Liễu|Trần Quang Diệu|Ngô Quyền|Ngô Mây|Lý Thường Kiệt|Lý Thái Tổ|Lý Văn Lâm|Lý Bôn|Hai Bà Trưng|Bà Triệu|Trưng Vương|Phan Bội Châu|Phan Chu Trinh|Phan Đình Phùng|Phan Đình Giót|Phan Ngọc Hiển|Hoàng Văn Thụ|Hoàng Diệu|Hoàng Hoa Thám|Hồ Thị Kỷ|Hồ Tùng Mậu|Hồng Bàng|Đinh Tiên Hoàng|Đinh Công Tráng|Dương Minh Châu|Võ Thị Sáu|Võ Văn Kiệt|Tô Hiệu|Tôn Đức Thắng|Trương Định|Thoại Ngọc Hầu|Bùi Thị Xuân|Mạc Đĩnh Chi|Mạc Cửu|Chu Văn An|Lương Thế Vinh|Lương Văn Tri|Huỳnh Thúc Kháng|Kim Đồng|Quách Phẩm|Minh Khai|Nguyễn Phích|Nguyễn Việt Khái|Đào Duy Từ|Chế Lan Viên"
    .split("|")
    .map((name) => name.toLowerCase()),
);
const EVENTS = /^(cách mạng tháng tám|tháng tám|điện biên phủ|đồng khởi|xô viết|ba mươi tháng|\d+ tháng \d+)/iu;

/** Checks place, form of the date, and its look. */
export function checkDate(outline: Outline): readonly Finding[] {
  const { date } = outline;
  if (!date) return missing(DATE, "“Vĩnh Phong, ngày    tháng    năm …”");
  const parts = /^([^,]+), ngày ?(\d*) ?tháng ?(\d*) ?năm ?(\d{4})$/.exec(date.text);
  const [, place = "", day = "", month = "", year = ""] = parts ?? [];
  const padded = /^(|0[1-9]|[1-9]\d+)$/.test(day) && /^(|0[12]|[3-9]|[1-9]\d+)$/.test(month);
  const isReal = !day || !month || isDay(Number(day), Number(month), Number(year));
  return [
    ...unless(parts !== null, DATE, "form", "“Địa danh, ngày … tháng … năm …”", quote(date.text)),
    ...unless(parts === null || padded, DATE, "padding", PADDING, `ngày ${day} tháng ${month}`),
    ...unless(isReal, DATE, "real", "một ngày có trong lịch", quote(date.text)),
    ...(parts ? checkPlace(place, outline) : []),
    ...checkLook(DATE, [date], { size: [13, 14], bold: false, italic: true, centred: true }),
  ];
}

/** A name after a person, a number or an event stands with its kind; the decree says nothing of the others. */
function checkPlace(place: string, { issuer }: Outline): readonly Finding[] {
  const name = place.replace(KIND, "");
  const isFull = name !== place;
  const isSpecial = PERSONS.has(name.toLowerCase()) || /^\d+$/.test(name) || EVENTS.test(name) || isPersonal(name);
  const own = /(?:^| )(XÃ|PHƯỜNG|ĐẶC KHU|THỊ TRẤN) (.+)$/.exec(issuer[issuer.length - 1]?.text.toUpperCase() ?? "");
  const isOwn = !own || !/ỦY BAN|HỘI ĐỒNG|^(XÃ|PHƯỜNG|ĐẶC KHU)/.test(issuer[0]?.text.toUpperCase() ?? "");
  const isSame = isOwn || own[2] === name.toUpperCase();
  return [
    ...unless(
      isFull || !isSpecial,
      PLACE,
      "person",
      "tên đầy đủ của nơi đặt theo tên người, chữ số hoặc sự kiện: “Phường …”",
      quote(place),
    ),
    ...unless(!isFull || isSpecial, PLACE, "kind", `chỉ ghi tên: “${name}”`, quote(place)),
    ...unless(isSame, PLACE, "other", `địa danh của cơ quan ban hành (${own?.[2] ?? ""})`, quote(place)),
  ];
}

/** Middle names that only persons have: “Hồ Văn Cường”, “Võ Thị Sáu”. */
function isPersonal(name: string): boolean {
  return /^\p{Lu}\p{Ll}+ (Văn|Thị) \p{Lu}\p{Ll}+$/u.test(name) || name.startsWith("Nguyễn ");
}

function isDay(day: number, month: number, year: number): boolean {
  const made = new Date(Date.UTC(year, month - 1, day));
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}
