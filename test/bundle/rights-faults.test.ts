/** Rights under faults: no act counts as done while its unit is locked out, or not locked; only a refused mailbox is passed over, by name. */

import type { WorkbookModel } from "gas-offline";
import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { describe, expect, it } from "vitest";
import { FAULTS, listEffects, runWithFault } from "./faults.ts";
import { COORDINATOR, callAs, deskOf, makeOffice, STATION, submitAs } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";

const submitted = makeOffice();
submitAs(openWorkbook(submitted, bundle, STATION), "TYT");
const approved = structuredClone(submitted);
approve(openWorkbook(approved, bundle, COORDINATOR));

function digestOf(open: OpenWorkbook): string {
  return deskOf(open).units.find(({ unit }) => unit === "TYT")?.digest ?? "";
}

function approve(open: OpenWorkbook) {
  return callAs(open, "approve", { units: [{ unit: "TYT", digest: digestOf(open) }] });
}

const reopen = (open: OpenWorkbook) => callAs(open, "reopen", { unit: "TYT", digest: "", reason: "Sai số" });

const giveBack = (open: OpenWorkbook) =>
  callAs(open, "returnUnit", { unit: "TYT", digest: digestOf(open), reason: "Thiếu số" });

const start = (workbook: WorkbookModel) => openWorkbook(structuredClone(workbook), bundle, COORDINATOR);

/** Lists who may type into the station's block. */
function editorsOf({ workbook }: OpenWorkbook): readonly string[] {
  const form = workbook.sheets.find(({ name }) => name === "TYT");
  return form?.protections.find(({ kind }) => kind === "range")?.editors ?? [];
}

const stateOf = (open: OpenWorkbook) => deskOf(open).units.find(({ unit }) => unit === "TYT")?.state;

/** Lets a call end with a fault each time that it is made. */
function breakCall(open: OpenWorkbook, broken: string, words: string): void {
  open.context.onCall = (call, when) => {
    if (call === broken && when === "before") throw open.context.realm.makeError(words);
  };
}

describe("a unit that is let in again", () => {
  it.each(["Service Spreadsheets failed while accessing document", "You do not have permission to do that."])(
    "stays approved and locked where Google says “%s”, and the coordinator is told",
    (words) => {
      const open = start(approved);
      breakCall(open, "Protection.addEditor", words);
      const told = messageOf(() => reopen(open));
      expect(told).toContain(
        `Việc này bị dừng giữa chừng; khóa của các ô nhập đã đặt lại đúng theo Nhật ký. Google báo: ${words}`,
      );
      open.context.onCall = () => undefined;
      expect([stateOf(open), editorsOf(open)]).toEqual(["approved", [COORDINATOR]]);
      expect(reopen(open).done).toEqual(["TYT"]);
      expect([stateOf(open), editorsOf(open)]).toEqual(["filling", [COORDINATOR, STATION]]);
    },
  );

  it("is let in with its other mailboxes where Google refuses one, which is named", () => {
    const open = start(approved);
    const register = open.workbook.sheets.find(({ name }) => name === "Đơn vị");
    if (!register) throw new Error("no tab");
    open.typeInto(register, 6, 4, `khong-co@xa.example|${STATION}`);
    const addEditor = "Protection.addEditor";
    let first = true;
    open.context.onCall = (call, when) => {
      if (call !== addEditor || when !== "before" || !first) return;
      first = false;
      throw open.context.realm.makeError("Invalid email: khong-co@xa.example");
    };
    const outcome = reopen(open);
    expect(outcome.done).toEqual(["TYT"]);
    expect(outcome.warnings).toEqual([
      {
        unit: "TYT",
        text: expect.stringMatching(
          /^Google không nhận hộp thư khong-co@xa\.example nên .* Hãy sửa hộp thư ở tab Đơn vị/,
        ),
      },
    ]);
    expect(editorsOf(open)).toEqual([COORDINATOR, STATION]);
  });

  it("does not count as let in where Google took the mailbox and did nothing", () => {
    const open = start(approved);
    open.context.onCall = (call, when) => {
      const form = open.workbook.sheets.find(({ name }) => name === "TYT");
      const block = form?.protections.find(({ kind }) => kind === "range");
      if (call === "Protection.addEditor" && when === "after" && block) block.editors = [COORDINATOR];
    };
    expect(messageOf(() => reopen(open))).toContain(`Cần ${STATION} sửa được ô nhập của mình`);
    open.context.onCall = () => undefined;
    expect(stateOf(open)).toBe("approved");
  });

  it("by a return, too: whoever was locked out by an accident can correct what is asked", () => {
    const open = start(submitted);
    const form = open.workbook.sheets.find(({ name }) => name === "TYT");
    for (const protection of form?.protections ?? []) protection.editors = [COORDINATOR];
    expect(giveBack(open).done).toEqual(["TYT"]);
    expect(editorsOf(open)).toEqual([COORDINATOR, STATION]);
  });
});

describe("a unit that is approved", () => {
  it("is not where its cells cannot be locked", () => {
    const open = start(submitted);
    breakCall(open, "Protection.removeEditors", "Service Spreadsheets failed");
    expect(messageOf(() => approve(open))).toContain("Google báo: Service Spreadsheets failed");
    open.context.onCall = () => undefined;
    expect([stateOf(open), editorsOf(open)]).toEqual(["submitted", [COORDINATOR, STATION]]);
    expect(approve(open).done).toEqual(["TYT"]);
    expect(editorsOf(open)).toEqual([COORDINATOR]);
  });

  it("is not where Google locked nobody out and said nothing", () => {
    const open = start(submitted);
    open.context.onCall = (call, when) => {
      const form = open.workbook.sheets.find(({ name }) => name === "TYT");
      const block = form?.protections.find(({ kind }) => kind === "range");
      if (call === "Protection.removeEditors" && when === "after" && block) block.editors = [COORDINATOR, STATION];
    };
    expect(messageOf(() => approve(open))).toContain(`Cần khóa ô nhập với ${STATION}`);
    open.context.onCall = () => undefined;
    expect(stateOf(open)).toBe("submitted");
  });
});

describe("whichever call fails or is the last", () => {
  it.each([
    ["an approval", submitted, approve],
    ["a reopening", approved, reopen],
  ] as const)("in %s, after the next act the locks are as the state says", (_, workbook, act) => {
    const measured = start(workbook);
    const effects = listEffects(measured, "Lock.tryLock", () => act(measured));
    for (const kind of FAULTS)
      for (const number of effects.filter((_number, index) => index % 2 === 0)) {
        const first = start(workbook);
        runWithFault(first, number, kind, () => act(first));
        const second = openWorkbook(first.workbook, bundle, COORDINATOR);
        callAs(second, "returnUnit", { unit: "VP", digest: "", reason: "Chưa nộp" });
        const isLocked = !editorsOf(second).includes(STATION);
        expect({ kind, number, isLocked }).toEqual({ kind, number, isLocked: stateOf(second) === "approved" });
      }
  });
});
