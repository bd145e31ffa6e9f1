/** The head of section II: how many targets are met, near, unmet, and which, before anything is said of each. */
import { capitalise, joinList, showCount, targetInside } from "../vietnamese.ts";
import { isPart, type Outcome, type Rating } from "./rating.ts";
import { sayYearly } from "./review.ts";

/** The order in which the verdicts are told, and what they are called after a number. */
const VERDICTS: readonly { readonly outcome: Outcome; readonly word: string; readonly meant?: string }[] = [
  { outcome: "met", word: "đạt" },
  // The plan does not know this word: whoever reads it is told.
  { outcome: "near", word: "gần đạt", meant: " (từ 90% mức mục tiêu trở lên)" },
  { outcome: "unmet", word: "chưa đạt" },
  { outcome: "partial", word: "chưa đủ số liệu các năm" },
  { outcome: "no-data", word: "chưa có số liệu" },
];

const TREND_WORDS: Readonly<Partial<Record<Outcome, string>>> = {
  up: "tăng so với năm trước",
  same: "giữ nguyên so với năm trước",
  down: "giảm so với năm trước",
  undecided: "chưa đủ căn cứ so sánh với năm trước",
  baseline: "lấy năm nay làm năm gốc",
  "no-data": "chưa có số liệu",
};

/** Sums up all targets: a sentence, then a line for each verdict that occurs, then a sentence on the rates that are to rise. */
export function summariseTargets(ratings: readonly Rating[]): readonly string[] {
  const trends = ratings.filter(({ measure }) => measure.kind === "trend");
  const judged = ratings.filter(({ result, target }) => !isPart(result.code) && target.threshold !== null);
  const groups = VERDICTS.map(({ outcome, word, meant = "" }) => ({
    word,
    meant,
    names: judged.filter((rating) => rating.outcome === outcome).map(nameInside),
  })).filter(({ names }) => names.length > 0);
  return [
    ...(judged.length === 0 ? [] : [countGroups(judged.length, groups)]),
    // Where all are judged alike, naming them would repeat the plan.
    ...(groups.length === 1 ? [] : groups).map(
      ({ word, meant, names }) => `- ${capitalise(word)}${meant}: ${names.join("; ")}.`,
    ),
    ...(trends.length === 0 ? [] : [`Các tỷ lệ phấn đấu tăng dần: ${trends.map(sayTrend).join("; ")}.`]),
  ];
}

function countGroups(
  all: number,
  groups: readonly { word: string; meant: string; names: readonly string[] }[],
): string {
  const [only] = groups;
  const scope = `Kế hoạch có ${showCount(all)} chỉ tiêu đặt mức cụ thể`;
  if (groups.length === 1 && only) return `${scope}; tất cả đều ${only.word}${only.meant}.`;
  const counts = groups.map(({ word, names }) => `${showCount(names.length)} chỉ tiêu ${word}`);
  const none = groups.some(({ word }) => word === "đạt") ? "" : "chưa có chỉ tiêu nào đạt, ";
  return `${scope}; đến thời điểm lập báo cáo, ${none}có ${joinList(counts)}, gồm:`;
}

/** The name; with the years of a yearly target that was not met in all of them. */
function nameInside({ name, outcome, yearly }: Rating): string {
  return targetInside(name) + (yearly && outcome !== "met" ? ` – ${sayYearly(yearly)}` : "");
}

function sayTrend({ name, outcome }: Rating): string {
  return `${targetInside(name)} ${TREND_WORDS[outcome] ?? ""}`;
}
