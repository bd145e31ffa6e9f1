/** Why a report is a draft: “DỰ THẢO” stays on it until every unit's figures are complete and approved. */
import { isApproved } from "../core/workflow/filing.ts";
import type { Facts } from "./facts.ts";
import { joinList, showCount } from "./vietnamese.ts";

/** Lists what keeps a report from being the final one, in words with their numbers; empty if nothing does. */
export function whyDraft(facts: Facts): readonly string[] {
  const { commune, incomplete, unapproved } = facts;
  const all = commune.units.length;
  if (all === 0) return ["chưa có đơn vị nào trong danh sách báo cáo"];
  const share = (count: number) => `${showCount(count)}/${showCount(all)} đơn vị`;
  return [
    ...(incomplete.length === 0 ? [] : [`${share(incomplete.length)} chưa báo cáo đủ số liệu hợp lệ`]),
    ...(unapproved.length === 0 ? [] : [`${share(unapproved.length)} chưa được duyệt${detail(facts)}`]),
  ];
}

/** `(3 chưa nộp, 2 chờ duyệt và 1 bị trả lại)`: where all stand alike, and nobody has submitted, the number says it. */
function detail({ commune, filingOf }: Facts): string {
  const filings = commune.units.map(filingOf).filter((filing) => !isApproved(filing));
  const count = (is: (filing: (typeof filings)[number]) => boolean, words: string) => {
    const many = filings.filter(is).length;
    return many === 0 ? [] : [`${showCount(many)} ${words}`];
  };
  const groups = [
    ...count((filing) => filing === undefined || filing.state === "empty" || filing.state === "filling", "chưa nộp"),
    ...count((filing) => filing?.state === "submitted", "chờ duyệt"),
    ...count((filing) => filing?.state === "returned", "bị trả lại"),
    ...count((filing) => filing?.state === "approved", "đã duyệt nhưng số liệu có sửa sau khi duyệt"),
  ];
  return ` (${joinList(groups)})`;
}
