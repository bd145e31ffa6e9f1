/** An apostrophe that marks text: whether a plain-text cell keeps it or not, everything works and reads the same. */

import { newWorkbook, type OpenWorkbook, openWorkbook } from "gas-offline";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { choose, sheetOf } from "./desk.ts";
import { callAs, deskOf, submitAs } from "./office.ts";
import { bundle } from "./opened.ts";

const MAILBOX = "tramyte@xa.example";

const table = (file: string, header: string, ...rows: readonly (readonly string[])[]) => ({
  file,
  header: header.split(","),
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
});

const QUOTED = "'5 không, 3 sạch' được 12 hội viên H'Mông giữ vững";

/** Codes, names, numbers and days that begin as a number, a sign or an apostrophe. */
const FOLDER = [
  table(
    "commune.csv",
    "key,value",
    ["name", "4 Mẫu"],
    ["kind", "xã"],
    ["plan_no", "131/KH-UBND"],
    ["plan_date", "2026-03-08"],
    ["year", "2026"],
    ["deadline", "2026-11-15"],
    ["note", "'nháp"],
  ),
  table(
    "units.csv",
    "code,name,type,email,ct1,elements",
    ["1A", "1. Trạm Y tế", "su_nghiep", MAILBOX, "", ""],
    ["'2B", "- Văn phòng", "co_quan", "", "", ""],
    ["3C", "Ấp 3", "ap", "", "", "THG"],
  ),
  table(
    "values.csv",
    "unit,element,total,women,note",
    ["1A", "LD", "3", "1", "-1 so với năm trước"],
    ["2B", "LD", "4", "0", "+1 ='khuyết'"],
    ["3C", "THG", "5", "2", "'đủ"],
  ),
  table("activities.csv", "unit,date,theme,kind,co_organisers,participants,women,link", [
    "1A",
    "2026-03-08",
    "8/3 gặp mặt",
    "tọa đàm",
    "2B|3C",
    "50",
    "40",
    "",
  ]),
  table("assessments.csv", "unit,results,difficulties,causes,proposals", ["1A", QUOTED, "- Thiếu", "", "2 kiến nghị"]),
];

function openBook(keepsTextMark: boolean): { readonly owner: OpenWorkbook; readonly station: OpenWorkbook } {
  const workbook = newWorkbook("Sổ thử");
  workbook.editors.push(MAILBOX);
  const [owner, station] = [workbook.owner, MAILBOX].map((user) => {
    const open = openWorkbook(workbook, bundle, user, () => Date.UTC(2026, 10, 1, 3));
    open.context.keepsTextMark = keepsTextMark;
    return open;
  });
  if (!owner || !station) throw new Error("two windows were opened");
  return { owner, station };
}

/** The words of the year's report. */
function reportText(open: OpenWorkbook): string {
  open.run("createReport", [{ kind: "year" }]);
  const [file] = open.takeFiles();
  if (!file) throw new Error("no report was stored");
  const xml = new PizZip(file.bytes).file("word/document.xml")?.asText() ?? "";
  return xml.replace(/<\/w:p>/g, "\n").replace(/<[^>]+>/g, "");
}

/** All that people do with a workbook in a year, and what they see of it. */
function workThrough(keepsTextMark: boolean) {
  const { owner, station } = openBook(keepsTextMark);
  const made = owner.run("createWorkbook", [FOLDER]);
  expect(made).toMatchObject({ units: 3, refusals: [] });
  const marked = owner.workbook.sheets.flatMap(({ cells }) =>
    cells.flatMap((line) => line.filter((cell) => typeof cell?.value === "string" && cell.value.startsWith("'"))),
  );
  const again = callAs(owner, "setUpWorkbook");
  const broken = callAs(owner, "getRepairPlan").findings;
  const scorecard = owner.run("getScorecard");
  const issues = owner.run("getIssues");
  const before = deskOf(owner).units.map(({ unit, name, stateName, digest }) => [unit, name, stateName, digest]);
  station.context.restructured = true;
  const submitted = submitAs(station, "1A").unit;
  const [row] = deskOf(owner).units;
  const approved = callAs(owner, "approve", { units: [{ unit: "1A", digest: row?.digest ?? "" }] });
  owner.context.restructured = true;
  const standing = sheetOf(owner, "1A")
    .cells[4]?.map((cell) => cell?.value)
    .find((text) => /^Đã/.test(String(text)));
  const after = deskOf(owner).units.map(({ unit, stateName, digest, doubtText }) => [
    unit,
    stateName,
    digest,
    doubtText,
  ]);
  const afterwards = callAs(owner, "getRepairPlan").findings;
  const report = reportText(owner);
  return {
    marked: marked.length,
    seen: {
      made,
      again: [again.made, again.left],
      broken,
      scorecard,
      issues,
      before,
      submitted: [submitted.stateName, submitted.digest],
      approved: [approved.done, approved.refused],
      standing,
      after,
      afterwards,
      report,
    },
  };
}

describe("an apostrophe in front of text", () => {
  it("changes nothing in set-up, score, desk, submission, approval, repair and report where cells keep it", () => {
    const [dropped, kept] = [workThrough(false), workThrough(true)];
    expect(kept.marked).toBeGreaterThan(dropped.marked + 10);
    expect(kept.seen).toEqual(dropped.seen);
    expect(dropped.seen).toMatchObject({ again: [0, 0], broken: [], afterwards: [], approved: [["1A"], []] });
    expect(dropped.seen.standing).toMatch(/^Đã duyệt lúc 01\/11\/2026 10:00/);
    expect(dropped.seen.report).toContain(QUOTED.replaceAll("'", "&apos;"));
  });

  it("does not hold up the menu's set-up and its report of what is broken", () => {
    const { owner } = openBook(true);
    owner.run("createWorkbook", [FOLDER]);
    expect(choose(owner, "menuSetUp")).toContain("Sổ đã có biểu cho 3 đơn vị");
    expect(choose(owner, "menuRepair")).toContain("cấu trúc nguyên vẹn");
  });
});
