/** `activities.csv` → activities. Two rows may be alike: two units' joint event, or two meetings on one day. */
import { readDay } from "../../core/period.ts";
import { unitListReader } from "../../core/unit.ts";
import { type FieldContext, lookUpUnit, readPair } from "./fields.ts";
import { readRows } from "./table.ts";

export type ImportedActivity = {
  /** Line of the file, for what comes to light only when it is placed. */
  readonly line: number;
  readonly unit: string;
  /** `yyyy-mm-dd`, or empty if the field is empty. */
  readonly day: string | undefined;
  readonly theme: string;
  readonly kind: string;
  /** Unit codes. */
  readonly coOrganisers: readonly string[];
  readonly participants: number | undefined;
  readonly women: number | undefined;
  readonly link: string;
};

/** Reads the activities. */
export function readActivitiesFile(reading: FieldContext): readonly ImportedActivity[] {
  const { rows, refuse } = readRows("activities.csv", reading.tables, reading.refusals);
  const readUnitList = unitListReader([...reading.units.values()]);
  return rows.flatMap((row): readonly ImportedActivity[] => {
    const { line, text } = row;
    const unit = lookUpUnit(reading, row, refuse)?.code;
    if (unit === undefined) return [];
    const day = readDay(text("date"));
    if (text("date") !== "" && !day) {
      refuse(line, "date", "ngày có thật dạng yyyy-mm-dd", text("date"), "Hãy sửa lại ngày");
      return [];
    }
    const pair = readPair(row, ["participants", "women"], refuse);
    if (!pair) return [];
    const [participants, women] = pair;
    const coOrganisers = readUnitList(text("co_organisers"));
    return [
      {
        line,
        unit,
        day,
        theme: text("theme"),
        kind: text("kind"),
        coOrganisers,
        participants,
        women,
        link: text("link"),
      },
    ];
  });
}
