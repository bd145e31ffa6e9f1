/** Section II and Annex I: the targets, in sentences and in tables. */
import { STATUS_NAMES } from "../../core/scorecard.ts";
import { type Facts, INVALID, MISSING, NOTHING } from "../facts.ts";
import { showCount } from "../vietnamese.ts";
import { countParticipants } from "./participants.ts";
import { isPart, type Rating, showNeeded, UNDECIDED, womenOf } from "./rating.ts";
import { sayYearly } from "./review.ts";

/** A heading with its paragraphs. */
export type Passage = { readonly so: string; readonly ten: string; readonly doan: readonly string[] };

export type TargetRow = {
  readonly stt: string;
  readonly ten: string;
  readonly muc_tieu: string;
  readonly thuc_hien: string;
  readonly ty_le: string;
  readonly nam_truoc: string;
  readonly so_sanh: string;
  readonly danh_gia: string;
  readonly con_thieu: string;
  readonly quoc_gia: string;
};

/** A row of Annex I: also this year's step, the bounds, and the need when seats are added. */
export type TargetDetail = TargetRow & {
  readonly moc_nam: string;
  readonly khoang: string;
  readonly them_vi_tri: string;
};

/** Writes section II: a passage per target. CT2B's groups and CT2's sub-rates are lines under their target. */
export function writeTargets(facts: Facts, ratings: readonly Rating[]): readonly Passage[] {
  const targets = facts.commune.plan.targets.filter((target) => ratings.some((rating) => rating.target === target));
  return targets.map((target, index) => {
    const own = ratings.filter((rating) => rating.target === target);
    const main = own.filter((rating) => !isPart(rating.result.code));
    const parts = own.filter((rating) => isPart(rating.result.code));
    return {
      so: String(index + 1),
      ten: target.name,
      doan: [
        ...main.flatMap((rating) => describe(rating, facts)),
        ...parts.map((rating, place) => describePart(rating, facts, place === parts.length - 1 ? "." : ";")),
      ],
    };
  });
}

function describe(rating: Rating, facts: Facts): readonly string[] {
  if (rating.result.status === "no-data") return [[lament(rating), ...sayYears(rating)].join(" ")];
  const clauses = [count(rating, facts), judge(rating), compare(rating, facts)].filter((clause) => clause !== "");
  const known = rating.measure.kind === "events" ? countParticipants(facts, rating.measure.forms) : [];
  return [
    [`${clauses.join("; ")}.`, ...sayYears(rating), ...known, ...qualify(rating)].join(" "),
    ...describePlanned(rating, facts),
  ];
}

function lament({ figures }: Rating): string {
  if (figures === INVALID) return "Chỉ tiêu này có số liệu chưa hợp lệ, chưa đánh giá được.";
  if (figures === MISSING) return "Chỉ tiêu này chưa được báo cáo số liệu, chưa đánh giá được.";
  return "Chỉ tiêu này chưa có số liệu để đánh giá.";
}

/** The first half of the sentence: how many of how many. Never begins with a bare zero, and claims no more than was told. */
function count(rating: Rating, facts: Facts): string {
  const { result, measure, percent } = rating;
  const part = showCount(result.numerator);
  const whole = showCount(result.denominator ?? 0);
  const none = result.numerator === 0;
  const year = facts.commune.year;
  switch (measure.kind) {
    case "units-led": {
      const what = measure.roles
        ? { units: "cơ quan (HĐND, UBND)", led: "nữ lãnh đạo chủ chốt" }
        : { units: "cơ quan, đơn vị, tổ chức", led: "nữ tham gia lãnh đạo, quản lý" };
      return none
        ? `Trong ${whole} ${what.units}, chưa ghi nhận nơi nào có ${what.led}, tỷ lệ ${percent}`
        : `Có ${part}/${whole} ${what.units} có ${what.led}, tỷ lệ ${percent}`;
    }
    case "share":
    case "trend":
      return none
        ? `Chưa có nữ trong tổng số ${whole} ủy viên cấp ủy, Ban Chấp hành, tỷ lệ ${percent}`
        : `Có ${part} nữ trong tổng số ${whole} ủy viên cấp ủy, Ban Chấp hành, tỷ lệ ${percent}`;
    case "quotient":
      return countQuotient(measure.numerator, part, whole, none, percent);
    case "events":
      return none
        ? `Năm ${year} chưa có hoạt động tuyên truyền nào được báo cáo`
        : `Năm ${year} đã tổ chức ${part} hoạt động tuyên truyền`;
  }
}

function countQuotient(numerator: string, part: string, whole: string, none: boolean, percent: string): string {
  switch (numerator) {
    case "DTN":
      return none
        ? `Trong ${whole} nữ cán bộ, công chức, viên chức thuộc diện quy hoạch, chưa có người nào được tham gia lớp đào tạo, bồi dưỡng trong năm, tỷ lệ ${percent}`
        : `Có ${part}/${whole} nữ cán bộ, công chức, viên chức thuộc diện quy hoạch được tham gia ít nhất một lớp đào tạo, bồi dưỡng trong năm, tỷ lệ ${percent}`;
    case "THS":
      return none
        ? `Trong ${whole} nữ lãnh đạo, quản lý đương nhiệm, chưa có người nào được tập huấn công nghệ thông tin, chuyển đổi số từ năm 2026, tỷ lệ ${percent}`
        : `Có ${part}/${whole} nữ lãnh đạo, quản lý đương nhiệm đã được tập huấn công nghệ thông tin, chuyển đổi số từ năm 2026, tỷ lệ ${percent}`;
    default:
      return none
        ? `Chưa có nữ trong tổng số ${whole} người thuộc diện quy hoạch, tỷ lệ ${percent}`
        : `Có ${part} nữ trong tổng số ${whole} người thuộc diện quy hoạch, tỷ lệ ${percent}`;
  }
}

/** In a review, a yearly target is judged in each of the plan's years: this one stands for no other. */
function sayYears({ yearly }: Rating): readonly string[] {
  return yearly ? [`Mục tiêu hằng năm: ${sayYearly(yearly)}.`] : [];
}

function judge({ result, goal, bareGoal, milestone, national, yearly }: Rating): string {
  const beyondGoal = national === "" ? "" : `mục tiêu quốc gia đến năm 2030: ${national}${widerOf(result.code)}`;
  if (result.target === null) return beyondGoal;
  const beyond = beyondGoal === "" ? "" : ` (${beyondGoal})`;
  const step = milestone ? `, ${milestone.reached ? "đã đạt" : "chưa đạt"} mức của năm nay (${milestone.goal})` : "";
  const aim = yearly ? `mức ${bareGoal} của năm nay` : `mục tiêu ${goal}`;
  return `${STATUS_NAMES[result.status].toLowerCase()} ${aim}${beyond}${step}`;
}

/** Says that the national figure beside CT4 counts more women than CT4 does. */
function widerOf(code: string): string {
  return code === "CT4"
    ? ", tính cho nữ trong quy hoạch hoặc đang lãnh đạo, quản lý; tỷ lệ trên chỉ tính cán bộ, công chức, viên chức, trong một năm"
    : "";
}

const CHANGE_NAMES = { up: "Tăng", same: "Giữ nguyên", down: "Giảm", undecided: UNDECIDED } as const;

/** Before “năm 2025”. */
const CHANGE_WORDS = {
  up: "tăng so với",
  same: "giữ nguyên so với",
  down: "giảm so với",
  undecided: "chưa đủ căn cứ so sánh với",
} as const;

function compare({ change, previous }: Rating, facts: Facts): string {
  return change === undefined ? "" : `${CHANGE_WORDS[change]} năm ${facts.commune.year - 1} (${previous})`;
}

/** Says what is missing behind a rate, and between which bounds it may end. */
function qualify({ measure, missing, low, high, percent }: Rating): readonly string[] {
  if (missing.length === 0) return [];
  const who = `Còn ${showCount(missing.length)} đơn vị chưa có số liệu hợp lệ`;
  const range = low === high ? `tỷ lệ vẫn là ${percent}` : `tỷ lệ nằm trong khoảng từ ${low} đến ${high}`;
  if (measure.kind === "units-led") return [`${who}, vẫn được tính trong tổng số; khi đủ số liệu, ${range}.`];
  if (measure.kind === "quotient") return [`${who}.`];
  if (low === "" || high === "") {
    return [`${who}, không có số liệu năm trước để ước tính nên tỷ lệ trên mới tính theo số đã báo cáo.`];
  }
  return [`${who}; nếu lấy tổng số năm trước của các đơn vị này, ${range}.`];
}

/**
 * Young, qualified and IT-capable women in quy hoạch: commune totals beside CT3. Empty if there is no woman; a count
 * above that of all women is not told as one.
 */
function describePlanned({ measure, result }: Rating, facts: Facts): readonly string[] {
  if (measure.kind !== "quotient" || measure.numerator !== "QH" || result.numerator === 0) return [];
  const counts = [
    { women: womenOf(facts, "QHT"), what: "nữ trẻ" },
    { women: womenOf(facts, "QHCM"), what: "nữ đạt trình độ chuyên môn của chức danh" },
    { women: womenOf(facts, "QHS"), what: "nữ có khả năng ứng dụng công nghệ thông tin" },
  ].filter(({ women }) => women !== undefined);
  if (counts.length === 0) return [];
  const told = counts.map(({ women = 0, what }) => {
    if (women > result.numerator) return `số ${what} ${INVALID}`;
    return women === 0 ? `chưa có ${what}` : `${showCount(women)} ${what}`;
  });
  return [`Trong đó: ${told.join("; ")}.`];
}

function describePart(rating: Rating, facts: Facts, end: string): string {
  const { result, figures, percent, measure, missing, low, high } = rating;
  // Tables are short of room, sentences are not.
  const name = rating.name.replace(/^BCH /, "Ban Chấp hành ");
  if (result.status === "no-data") return `- ${name}: ${figures}${end}`;
  const people = measure.kind === "trend" ? "thành viên" : "ủy viên";
  const whole = `${showCount(result.denominator ?? 0)} ${people}`;
  const none = `chưa có nữ trong tổng số ${whole}`;
  const rate = result.numerator === 0 ? none : `${showCount(result.numerator)} nữ/${whole}`;
  const baseline = result.status === "baseline" ? "lấy làm số liệu gốc để so sánh các năm sau" : "";
  const clauses = [rate, `tỷ lệ ${percent}`, compare(rating, facts), baseline].filter((clause) => clause !== "");
  const range = low === "" || low === high ? "" : ` nên tỷ lệ có thể từ ${low} đến ${high}`;
  const lacking =
    missing.length === 0 ? "" : `, còn ${showCount(missing.length)} đơn vị chưa có số liệu hợp lệ${range}`;
  return `- ${name}: ${clauses.join(", ")}${lacking}${end}`;
}

/** Fills the table of section II: one row per target, CT2B's groups each their own. */
export function tabulateTargets(ratings: readonly Rating[]): readonly TargetRow[] {
  return ratings
    .filter(({ result, measure }) => !isPart(result.code) || measure.kind === "trend")
    .map((rating, index) => targetTableRow(rating, String(index + 1)));
}

function targetTableRow(rating: Rating, stt: string): TargetRow {
  return {
    stt,
    ten: rating.name,
    muc_tieu: rating.shortGoal,
    thuc_hien: rating.figures,
    ty_le: rating.percent || NOTHING,
    nam_truoc: rating.previous || NOTHING,
    so_sanh: rating.change === undefined ? NOTHING : CHANGE_NAMES[rating.change],
    danh_gia: rating.verdict,
    con_thieu: showNeeded(rating, rating.result.neededFixed),
    quoc_gia: rating.national || NOTHING,
  };
}

/** Fills Annex I: every indicator; the sub-rates of a target carry no number of their own. */
export function tabulateDetails(ratings: readonly Rating[]): readonly TargetDetail[] {
  let number = 0;
  return ratings.map((rating) => {
    const part = isPart(rating.result.code) && rating.measure.kind !== "trend";
    if (!part) number += 1;
    const { low, high, milestone, measure } = rating;
    const bounded = low !== "" && high !== "" && measure.kind !== "events" && low !== high;
    return {
      ...targetTableRow(rating, part ? "" : String(number)),
      ten: part ? `– ${rating.name}` : rating.name,
      moc_nam: milestone?.shortGoal ?? NOTHING,
      khoang: bounded ? `${low} – ${high}` : NOTHING,
      them_vi_tri: measure.kind === "units-led" ? NOTHING : showNeeded(rating, rating.result.neededAdded),
    };
  });
}
