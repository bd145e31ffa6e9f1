/**
 * What nobody outside Google knows must not matter: the year's work comes out the same under both answers to each open
 * question.
 */
import { ANSWERS, type Answers, type CellModel, openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { callAs, makeOffice, STATION, submitAs } from "./office.ts";
import { bundle } from "./opened.ts";

const QUESTIONS = Object.keys(ANSWERS) as readonly (keyof Answers)[];

/** A week before the deadline. */
const NOW = Date.UTC(2026, 10, 8, 3);

/** Submits, approves, breaks and repairs, copies, reminds; tells what came of it. */
function work(answers: Partial<Answers>) {
  const workbook = makeOffice();
  const owner = openWorkbook(workbook, bundle, workbook.owner, () => NOW);
  const station = openWorkbook(workbook, bundle, STATION, () => NOW);
  for (const open of [owner, station]) Object.assign(open.context, answers);
  submitAs(station, "TYT");
  owner.context.restructured = true;
  owner.run("onOpen", [{}], "LIMITED");
  const [tab] = workbook.sheets.filter(({ name }) => name === "TYT");
  if (!tab) throw new Error("the station has a tab");
  owner.act({ kind: "type", sheet: tab.id, row: 5, column: 1, value: "đè lên nhãn" });
  const repair = callAs(owner, "repairWorkbook");
  const rights = callAs(owner, "showRights");
  callAs(owner, "setReminders", { on: true, days: [7] });
  const [trigger] = owner.context.triggers;
  if (!trigger) throw new Error("a daily trigger was made");
  const mailed = owner.fire(trigger);
  const desk = callAs(owner, "getDesk");
  const copies = owner.takeCopies().length;
  return {
    menu: [...owner.context.menu.keys()],
    states: desk.kind === "coordinator" ? desk.units.map(({ unit, state }) => [unit, state]) : desk.kind,
    left: repair.left,
    named: repair.copy !== "",
    copies,
    rights,
    on: callAs(owner, "planReminders").on,
    mailed,
    shown: workbook.sheets.map((sheet) => [sheet.name, sheet.cells.flatMap((line) => (line ?? []).map(textOf))]),
  };
}

describe("the year's work is the same, whatever Google does about", () => {
  const asAnswered = work({});

  it.each(QUESTIONS)("%s", (question) => {
    const other = work({ [question]: !ANSWERS[question] });
    // Without its document a clock sends nothing, and says so.
    const { mailed } = question === "clockKnowsDocument" ? asAnswered : other;
    expect({ ...other, mailed }).toEqual(asAnswered);
  });
});

/** What a cell holds, without the apostrophe that Google may keep before a text. */
function textOf(cell: CellModel | undefined): string {
  return String(cell?.value ?? "").replace(/^'/, "");
}
