/** Who is proposed for commendation: collectives from the workbook, persons only as they are named for this report. */
import { paragraphsOf } from "../../core/narrative.ts";
import type { Facts } from "../facts.ts";
import { joinList, showCount } from "../vietnamese.ts";
import { namesIn } from "./assessments.ts";

/** Writes the proposal, a text per paragraph; empty if nobody is named. */
export function writePraise({ commune, committee }: Facts, individuals: readonly string[]): readonly string[] {
  const collectives = namesIn(paragraphsOf(commune.narrative, "praise"));
  const persons = namesIn(individuals);
  const groups = [
    { names: collectives, what: "tập thể", heading: "a) Tập thể:" },
    { names: persons, what: "cá nhân", heading: "b) Cá nhân:" },
  ].filter(({ names }) => names.length > 0);
  if (groups.length === 0) return [];
  const counts = joinList(groups.map(({ names, what }) => `${showCount(names.length)} ${what}`));
  return [
    `${committee} đề nghị cấp có thẩm quyền xem xét, khen thưởng ${counts} có thành tích trong thực hiện Kế hoạch, gồm:`,
    ...groups.flatMap(({ names, heading }) => [
      ...(groups.length > 1 ? [heading] : []),
      ...names.map((name, index) => `- ${name}${index === names.length - 1 ? "." : ";"}`),
    ]),
  ];
}
