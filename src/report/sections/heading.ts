/** What stands around the report's body: issuer, date, subject, addressees, closing, recipients, signature (NĐ 30/2020). */
import { saysNothing } from "../../core/answer.ts";
import type { Settings } from "../../core/commune.ts";
import type { Day } from "../../core/period.ts";
import { foldText } from "../../core/text.ts";
import { BLANK_NAME, type Facts } from "../facts.ts";
import { capitalise, showBlankDate, showDate } from "../vietnamese.ts";
import { namesIn } from "./assessments.ts";

/** A yearly report, the mid-term review (sơ kết), the final review (tổng kết). */
export type ReportKind = "year" | "midterm" | "final";

export type Heading = {
  readonly co_quan: string;
  readonly ten_cap_hoa: string;
  readonly dia_danh: string;
  readonly so_van_ban: string;
  readonly ngay_thang: string;
  readonly nam: string;
  readonly trich_yeu: string;
  readonly kinh_gui_mot: readonly string[];
  readonly co_nhieu_noi_gui: boolean;
  readonly kinh_gui_nhieu: readonly string[];
  readonly mo_dau: string;
  readonly ket_thuc: string;
  readonly noi_nhan: readonly string[];
  readonly ky_thay_mat: boolean;
  readonly chuc_vu_ky: readonly string[];
  readonly nguoi_ky: string;
  readonly ghi_chu: readonly string[];
};

const DECISION = "Quyết định số 2282/QĐ-TTg ngày 31 tháng 12 năm 2020 của Thủ tướng Chính phủ";
/** Told in full where the Decision is named first in the text (NĐ 30/2020, PL I). */
const PROGRAMME =
  "phê duyệt Chương trình “Tăng cường sự tham gia bình đẳng của phụ nữ trong các vị trí lãnh đạo và quản lý ở các cấp hoạch định chính sách”";
const PERIOD = "giai đoạn 2026–2030";

/** Room for the number that the registry gives. */
const BLANK_NUMBER = "\u00a0".repeat(6);

/** Writes everything around the body. Without a day the date stays blank, to be filled in when the report is signed. */
export function writeHeading(
  { commune, place, committee }: Facts,
  kind: ReportKind,
  { day, number }: { readonly day: Day | undefined; readonly number: string | undefined },
): Heading {
  const { settings } = commune;
  const { subject, span } = headingWords(kind, settings, place);
  const addressees = namesIn(settings.addressees);
  const titles = signerTitles(settings.signerTitle);
  return {
    co_quan: committee,
    // A name that needs two lines leaves no single word on the second.
    ten_cap_hoa: place.toUpperCase().replace(/(?<=\S \S+ \S+) (?=\S+$)/, "\u00a0"),
    dia_danh: settings.isNamedInFull ? capitalise(place) : settings.name || BLANK_NAME,
    so_van_ban: number === undefined ? BLANK_NUMBER : `\u00a0${number}`,
    // In one piece: beside a long name it goes to the next line as a whole.
    ngay_thang: (day === undefined ? showBlankDate(settings.year) : showDate(day)).replace(/ /g, "\u00a0"),
    nam: String(settings.year),
    trich_yeu: capitalise(subject),
    kinh_gui_mot: addressees.length === 1 ? addressees : [],
    co_nhieu_noi_gui: addressees.length > 1,
    kinh_gui_nhieu: addressees.length > 1 ? addressees.map((name, index) => listed(name, index, addressees)) : [],
    mo_dau: `Thực hiện ${planOf(settings, committee)} về việc triển khai ${DECISION} ${PROGRAMME}, ${committee} báo cáo ${span} như sau:`,
    ket_thuc: `Trên đây là báo cáo ${span} của ${committee}./.`,
    noi_nhan: listRecipients(settings.recipients, addressees.length > 0),
    ky_thay_mat: !titles.some((title) => /^(?:TL|TUQ)\./.test(title)),
    chuc_vu_ky: titles,
    nguoi_ky: settings.signer,
    ghi_chu: saysNothing(settings.note) ? [] : [settings.note],
  };
}

/** Begins with “Như trên” where there are addressees, and ends with where it is filed, whether or not users wrote so. */
function listRecipients(recipients: readonly string[], addressed: boolean): readonly string[] {
  const names = namesIn(recipients).filter((name) => foldText(name) !== "như trên");
  const filed = names.filter((name) => /^Lưu\s*:/i.test(name));
  return [
    ...(addressed ? ["- Như trên;"] : []),
    ...names.filter((name) => !filed.includes(name)).map((name) => `- ${name};`),
    `- ${filed[0] ?? "Lưu: VT"}.`,
  ];
}

function listed(name: string, index: number, all: readonly string[]): string {
  return `- ${name}${index === all.length - 1 ? "." : ";"}`;
}

/** `subject` is the trích yếu, `span` what the opening and the closing say is reported. */
function headingWords(kind: ReportKind, settings: Settings, place: string): { subject: string; span: string } {
  const carriedOut = `triển khai thực hiện ${DECISION} trên địa bàn ${place}`;
  if (kind === "year") {
    return {
      subject: `kết quả ${carriedOut} năm\u00a0${settings.year}`,
      span: `kết quả thực hiện Kế hoạch năm ${settings.year}`,
    };
  }
  if (kind === "final") {
    return { subject: `tổng kết việc ${carriedOut} ${PERIOD}`, span: `tổng kết việc thực hiện Kế hoạch ${PERIOD}` };
  }
  const review = `sơ kết giữa ${PERIOD}`;
  return { subject: `${review} việc ${carriedOut}`, span: `${review} việc thực hiện Kế hoạch` };
}

/** `Kế hoạch số 131/KH-UBND ngày 22 tháng 5 năm 2026 của Ủy ban nhân dân …`, as far as number and day are known. */
function planOf(settings: Settings, committee: string): string {
  const number = settings.planNo === "" ? "" : ` số ${settings.planNo}`;
  const day = settings.planDate === undefined ? "" : ` ${showDate(settings.planDate)}`;
  return `Kế hoạch${number}${day} của ${committee}`;
}

/** `KT. CHỦ TỊCH / PHÓ CHỦ TỊCH` stands in two lines. */
function signerTitles(title: string): readonly string[] {
  const lines = title
    .split("/")
    .map((line) => line.trim().toUpperCase())
    // “TM. ỦY BAN NHÂN DÂN” stands in the template, but where someone signs by order or authorisation of the chair.
    .filter((line) => line !== "" && !line.startsWith("TM."));
  return lines.length > 0 ? lines : ["CHỦ TỊCH"];
}
