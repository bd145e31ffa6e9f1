/** Section I: what the coordinator says of guidance, and which units have reported and were approved. */
import { paragraphsOf } from "../../core/narrative.ts";
import { UNIT_TYPES, type UnitType } from "../../core/unit-type.ts";
import { type Facts, localName } from "../facts.ts";
import { joinList, showCount, showDate, unitInside } from "../vietnamese.ts";
import type { ReportKind } from "./heading.ts";

/** More names than this are left to the annex to which the template points. */
const MOST_NAMES = 15;

const NOW = "Đến thời điểm lập báo cáo";
const PARTLY = "báo cáo chưa đầy đủ hoặc có số liệu chưa hợp lệ";
const PROVISIONAL = "do đó các số liệu tổng hợp dưới đây là số liệu tạm tính";

/** Writes section I, a text per paragraph. */
export function writeConduct(facts: Facts, kind: ReportKind): readonly string[] {
  return [
    ...paragraphsOf(facts.commune.narrative, "guidance"),
    ...describeReporting(facts),
    ...limitReview(facts, kind),
  ];
}

/** A review rests on this year for all but the rates: the history holds nothing else. */
function limitReview({ commune }: Facts, kind: ReportKind): readonly string[] {
  if (kind === "year") return [];
  const year = commune.year;
  return [
    `Tỷ lệ các năm trước lấy từ số liệu đã lưu hằng năm; kết quả nhiệm vụ, hoạt động, kinh phí và đánh giá trong báo cáo này là của năm ${year}.`,
  ];
}

function describeReporting(facts: Facts): readonly string[] {
  const { commune, incomplete, completeness } = facts;
  const { units, settings } = commune;
  if (units.length === 0) return ["Chưa có đơn vị nào trong danh sách báo cáo kết quả thực hiện Kế hoạch."];
  const all = showCount(units.length);
  const who =
    units.length === 1 ? ` là ${facts.nameOf(units[0]?.code ?? "")}` : `, gồm: ${countTypes(facts).join("; ")}`;
  const scope = `Có ${all} đơn vị thuộc diện báo cáo kết quả thực hiện Kế hoạch${who}. Thời hạn báo cáo là trước ${showDate(settings.deadline)}.`;
  const complete = units.length - incomplete.length;
  if (incomplete.length === 0) {
    const done = units.length === 1 ? "đơn vị đã" : `${all}/${all} đơn vị đã`;
    return [scope, `${NOW}, ${done} báo cáo đầy đủ số liệu.`, describeFilings(facts)];
  }
  // Where nothing was reported there are no figures that could be provisional, and nobody to be told from others.
  if (units.every((unit) => completeness.get(unit.code) === "silent")) {
    const none = units.length === 1 ? "đơn vị chưa báo cáo số liệu" : "chưa có đơn vị nào báo cáo số liệu";
    return [scope, `${NOW}, ${none}.`, describeFilings(facts)];
  }
  if (units.length === 1) {
    return [scope, `${NOW}, đơn vị ${PARTLY}; ${PROVISIONAL}.`, describeFilings(facts)];
  }
  const reported =
    complete === 0
      ? "chưa có đơn vị nào báo cáo đầy đủ số liệu"
      : `mới có ${showCount(complete)}/${all} đơn vị báo cáo đầy đủ số liệu`;
  const silent = incomplete.filter((unit) => completeness.get(unit.code) === "silent").map((unit) => unit.name);
  const partial = incomplete.filter((unit) => completeness.get(unit.code) === "partial").map((unit) => unit.name);
  return [
    scope,
    `${NOW}, ${reported}; ${PROVISIONAL}.`,
    ...nameUnits(silent, "đơn vị chưa báo cáo"),
    ...nameUnits(partial, `đơn vị ${PARTLY}`),
    describeFilings(facts),
  ];
}

/** Says how many reports were submitted, on time or late, and how many of them are approved. */
function describeFilings({ commune, filingOf, unapproved, incomplete }: Facts): string {
  const { units } = commune;
  const filings = units.map(filingOf).filter((filing) => filing?.submittedAt !== undefined);
  const late = filings.filter((filing) => filing?.late).length;
  const approved = units.length - unapproved.length;
  // Where figures are missing too, that sentence has said it.
  const provisional = incomplete.length > 0 ? "" : `; ${PROVISIONAL}`;
  if (filings.length === 0) return `Chưa có đơn vị nào nộp báo cáo để duyệt${provisional}.`;
  const share = (count: number) => `${showCount(count)}/${showCount(units.length)} đơn vị`;
  const who = units.length === 1 ? "Đơn vị đã nộp báo cáo" : `Có ${share(filings.length)} đã nộp báo cáo`;
  const onTime = filings.length - late;
  const some = `, trong đó ${showCount(onTime)} đơn vị đúng hạn, ${showCount(late)} đơn vị trễ hạn`;
  const when = late === 0 ? " đúng hạn" : onTime === 0 ? " trễ hạn" : some;
  if (unapproved.length === 0) return `${who}${when}${some === when ? "; tất cả" : " và"} đã được duyệt.`;
  const judged = approved === 0 ? "chưa có báo cáo nào được duyệt" : `${showCount(approved)} báo cáo đã được duyệt`;
  return `${who}${when}; ${judged}${provisional}.`;
}

function nameUnits(names: readonly string[], what: string): readonly string[] {
  if (names.length === 0) return [];
  const who = names.length > MOST_NAMES ? "." : `: ${joinList(names.map(unitInside))}.`;
  return [`- ${showCount(names.length)} ${what}${who}`];
}

const TYPE_WORDS: Readonly<Record<UnitType, string>> = {
  dang: "cơ quan Đảng",
  co_quan: "cơ quan, phòng ban",
  su_nghiep: "đơn vị sự nghiệp",
  vu_trang: "đơn vị công an, quân sự",
  ct_xh: "tổ chức (Mặt trận Tổ quốc, tổ chức chính trị - xã hội)",
  ap: "ấp",
};

function countTypes({ commune }: Facts): readonly string[] {
  return UNIT_TYPES.flatMap((type) => {
    const count = commune.units.filter((unit) => unit.type === type).length;
    const word = localName(` ${TYPE_WORDS[type]}`, commune.settings.kind).trim();
    return count === 0 ? [] : [`${showCount(count)} ${word}`];
  });
}
