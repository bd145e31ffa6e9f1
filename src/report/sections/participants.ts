/** Who took part in the year's communication activities. An event that two units report counts once, by its first row. */
import { gatherEvents } from "../../core/event.ts";
import { isCount } from "../../core/value.ts";
import type { Facts } from "../facts.ts";
import { showCount } from "../vietnamese.ts";

/** Says how many people the events reached, as far as known; nothing where no event says it. */
export function countParticipants({ commune }: Facts): readonly string[] {
  const events = gatherEvents(commune.activities, commune.year);
  const told = events.flatMap(({ rows }) => {
    const row = rows.find(
      ({ participants, women }) =>
        isCount(participants) && (women === undefined || (isCount(women) && women <= participants)),
    );
    return row && isCount(row.participants) ? [{ people: row.participants, women: row.women }] : [];
  });
  if (told.length === 0) return [];
  const people = told.reduce((sum, event) => sum + event.people, 0);
  const women = told.reduce((sum, event) => sum + (isCount(event.women) ? event.women : 0), 0);
  const share = told.every((event) => isCount(event.women)) ? `, trong đó có ${showCount(women)} lượt nữ` : "";
  const scope =
    told.length === events.length ? "Các hoạt động" : `${showCount(told.length)} hoạt động có báo cáo số người dự`;
  return [`${scope} thu hút ${showCount(people)} lượt người tham dự${share}.`];
}
