/** What was typed into the wizard: kept while there is no workbook, restored, forgotten once it is made. */

import { openWorkbook } from "gas-offline";
import { newWorkbook } from "so2282-cli";
import { describe, expect, it } from "vitest";
import type { SetupDraft } from "../../src/addon/rpc.ts";
import { sheetOf } from "./desk.ts";
import { COORDINATOR, callAs } from "./office.ts";
import { bundle, messageOf, openEmpty, sumOf } from "./opened.ts";

const DRAFT: SetupDraft = {
  settings: { name: "Vĩnh Phong", year: "2026", deadline: "20/11/2026" },
  step: 1,
  way: "pasted",
  text: "TYT\tTrạm Y tế xã\tĐơn vị sự nghiệp\ttram-yte@xa.example",
  hamlets: "12",
};

const SAVED = { settings: { name: "Mẫu", year: "2026", deadline: "15/11/2026" }, targets: null };
const UNITS = [{ code: "VP", name: "Văn phòng", type: "co_quan", mailboxes: [] }] as const;

describe("a draft of the wizard", () => {
  it("is there when the sidebar is opened again, by whoever may set up", () => {
    const open = openEmpty();
    expect(callAs(open, "getSetup").draft).toBeNull();
    expect(callAs(open, "keepDraft", DRAFT)).toEqual({ problem: "" });
    const again = openWorkbook(open.workbook, bundle, COORDINATOR);
    expect(callAs(again, "getSetup")).toMatchObject({ isMade: false, draft: DRAFT });
    expect(callAs(again, "keepDraft", { ...DRAFT, step: 0, text: "" })).toEqual({ problem: "" });
    expect(callAs(again, "getSetup").draft).toEqual({ ...DRAFT, step: 0, text: "" });
  });

  it("is as long as any commune's list, whatever its characters, and says where it is too long", () => {
    const open = openEmpty();
    const long = { ...DRAFT, text: "Ấp Vĩnh Đông 🌾\tẤp\n".repeat(3000) };
    expect(callAs(open, "keepDraft", long)).toEqual({ problem: "" });
    expect(callAs(open, "getSetup").draft).toEqual(long);
    const longer = { ...DRAFT, text: "x".repeat(120_000) };
    expect(callAs(open, "keepDraft", longer).problem).toContain("quá dài để giữ");
    expect(callAs(open, "getSetup").draft).toEqual(long);
  });

  it("that is cut off while it is written is none, and no fault", () => {
    const open = openEmpty();
    callAs(open, "keepDraft", { ...DRAFT, text: "x".repeat(9000) });
    open.takeCalls();
    callAs(open, "keepDraft", { ...DRAFT, text: "y".repeat(9000) });
    open.context.callsLeft = sumOf(open.takeCalls()) - 2;
    expect(messageOf(() => callAs(open, "keepDraft", { ...DRAFT, text: "z".repeat(9000) }))).toContain("Exceeded");
    open.context.callsLeft = Number.POSITIVE_INFINITY;
    expect(callAs(open, "getSetup").draft).toBeNull();
  });

  it("is forgotten once it is in the workbook, and not brought back by a call that comes late", () => {
    const open = openEmpty();
    callAs(open, "keepDraft", DRAFT);
    callAs(open, "saveSetup", { ...SAVED, units: UNITS });
    callAs(open, "keepDraft", DRAFT);
    expect(callAs(open, "getSetup").draft).toBeNull();
    expect([...open.workbook.documentProperties.keys()]).toEqual(["tabs"]);
  });

  it.each([
    [null, "cần yêu cầu là"],
    [{ ...DRAFT, step: 2 }, "cần step là 0 hoặc 1"],
    [{ ...DRAFT, way: "x" }, "cần way là"],
    [{ ...DRAFT, settings: { name: 1 } }, "cần name là chữ"],
  ])("is refused where it is %j", (given, message) => {
    expect(messageOf(() => openEmpty().run("keepDraft", [given]))).toContain(message);
  });
});

describe("a first set-up that runs out of time between two tabs", () => {
  it("is still the first run: the wizard opens with what was typed, and saving again goes on", () => {
    const workbook = newWorkbook("Sổ thử");
    const open = openWorkbook(workbook, bundle, COORDINATOR, () => {
      const made = open.context.calls.get("Spreadsheet.insertSheet") ?? 0;
      return Date.parse("2026-10-01T08:00:00+07:00") + made * 60_000;
    });
    callAs(open, "keepDraft", DRAFT);
    const tries: string[] = [];
    for (let isSaved = false; !isSaved && tries.length < 9; ) {
      open.takeCalls();
      try {
        expect(callAs(open, "saveSetup", { ...SAVED, units: UNITS })).toMatchObject({ isMade: true, formless: ["VP"] });
        isSaved = true;
      } catch (thrown) {
        tries.push(
          messageOf(() => {
            throw thrown;
          }),
        );
        expect(callAs(open, "getDesk")).toMatchObject({ kind: "new", canSetUp: true });
        expect(callAs(open, "getSetup")).toMatchObject({ isMade: false, draft: DRAFT });
      }
    }
    expect(new Set(tries)).toEqual(new Set(["Chưa lập xong các tab vì hết thời gian. Hãy bấm lại để làm tiếp."]));
    open.takeCalls();
    expect(callAs(open, "setUpWorkbook")).toMatchObject({ units: 1, left: 0 });
    expect(callAs(open, "getDesk")).toMatchObject({ kind: "coordinator", rates: { units: 1 } });
    expect(sheetOf(open, "Hướng dẫn").cells[2]?.[1]?.value).toBe("xã Mẫu – năm 2026");
    expect(callAs(open, "getRepairPlan").findings).toEqual([]);
  });
});
