/** Section VI: what is to be done next, from what this year has left undone, and what the coordinator adds to it. */
import { paragraphsOf } from "../../core/narrative.ts";
import type { Facts } from "../facts.ts";
import { capitalise, joinList, showCount, targetInside } from "../vietnamese.ts";
import { isPart, type Rating } from "./rating.ts";
import { sayYearly } from "./review.ts";
import { isDone, type TaskProgress } from "./tasks.ts";

/** Writes section VI, a text per paragraph. */
export function writeOutlook(
  facts: Facts,
  ratings: readonly Rating[],
  progress: readonly TaskProgress[],
): readonly string[] {
  const main = ratings.filter(({ result, measure }) => !isPart(result.code) || measure.kind === "trend");
  const met = main.filter(({ outcome }) => outcome === "met");
  const undone = progress.filter((one) => !isDone(one)).length;
  const { incomplete } = facts;
  const computed = [
    ...main.flatMap((rating) => [...need(rating, facts), ...needYears(rating)]),
    ...collect(main.filter(({ outcome }) => outcome === "no-data").map(({ name }) => name)),
    ...(met.length === 0
      ? []
      : [
          `Tiếp tục duy trì ${showCount(met.length)} chỉ tiêu đã đạt: ${met.map(({ name }) => targetInside(name)).join("; ")}.`,
        ]),
    ...(undone === 0
      ? []
      : [`Tiếp tục chỉ đạo thực hiện ${showCount(undone)} nhiệm vụ của Kế hoạch chưa được báo cáo hoàn thành.`]),
    ...(incomplete.length === 0
      ? []
      : [`Đôn đốc ${showCount(incomplete.length)} đơn vị chưa đủ số liệu hoàn thành báo cáo để tổng hợp chính thức.`]),
    `Tiếp tục tuyên truyền, quán triệt các mục tiêu về bình đẳng giới và công tác cán bộ nữ; kiểm tra, đôn đốc các đơn vị thực hiện Kế hoạch theo chức năng, nhiệm vụ được giao.`,
  ];
  return [...computed.map((sentence) => `- ${sentence}`), ...paragraphsOf(facts.commune.narrative, "direction")];
}

/** Says once what is to be done about all indicators without data. */
function collect(names: readonly string[]): readonly string[] {
  const work = "khẩn trương thu thập, rà soát số liệu để có cơ sở đánh giá";
  if (names.length < 2) return names.map((name) => `${name}: ${work}.`);
  return [`${capitalise(work)} ${showCount(names.length)} nội dung: ${names.map(targetInside).join("; ")}.`];
}

function need(rating: Rating, { commune }: Facts): readonly string[] {
  const { result, outcome, name, goal, bareGoal, target } = rating;
  // What was due is overdue: “đến năm 2030” is no plan for the years after it.
  const aim = target.dueYear !== null && commune.year >= target.dueYear ? bareGoal : goal;
  if (outcome === "down") return [`${name}: có giải pháp để tỷ lệ tăng trở lại so với năm trước.`];
  const isShort = result.target !== null && (result.status === "near" || result.status === "unmet");
  return isShort ? [`${name}: ${needed(rating)} để đạt mục tiêu ${aim}.`] : [];
}

/** In a review: what the other years of a yearly target leave to be done. */
function needYears({ name, result, bareGoal, yearly, outcome }: Rating): readonly string[] {
  if (!yearly || outcome === "met" || outcome === "no-data") return [];
  const unknown = yearly.unknown.map(String);
  return [
    ...(yearly.unmet.length > 0 && result.status === "met"
      ? [`${name}: bảo đảm đạt mức ${bareGoal} trong từng năm; đến nay ${sayYearly(yearly)}.`]
      : []),
    ...(unknown.length > 0
      ? [`${name}: thu thập, rà soát số liệu của năm ${joinList(unknown)} để có cơ sở đánh giá.`]
      : []),
  ];
}

function needed({ result, measure, missing }: Rating): string {
  const fixed = showCount(result.neededFixed ?? 0);
  const provisional = missing.length > 0 && measure.kind !== "events" ? "theo số liệu đã có, " : "";
  switch (measure.kind) {
    case "units-led":
      return `${provisional}cần thêm ít nhất ${fixed} cơ quan, đơn vị, tổ chức có nữ tham gia lãnh đạo, quản lý`;
    case "events":
      return `cần tổ chức thêm ít nhất ${fixed} hoạt động`;
    case "quotient":
      if (measure.numerator === "DTN") {
        return `${provisional}cần thêm ít nhất ${fixed} nữ được tham gia đào tạo, bồi dưỡng`;
      }
      if (measure.numerator === "THS") return `${provisional}cần thêm ít nhất ${fixed} nữ được tập huấn`;
      return (
        provisional + seats(result.neededAdded, fixed, `${showCount(result.denominator ?? 0)} người trong quy hoạch`)
      );
    case "share":
    case "trend":
      return provisional + seats(result.neededAdded, fixed, `${showCount(result.denominator ?? 0)} vị trí`);
  }
}

function seats(added: number | null, fixed: string, present: string): string {
  const ways = [`ít nhất ${fixed} nữ nếu giữ nguyên ${present}`];
  if (added !== null) ways.push(`ít nhất ${showCount(added)} nữ nếu chỉ bổ sung thêm nữ,`);
  return `cần thêm ${ways.join(", hoặc ")}`;
}
