/** Report and wizard as the sidebar calls them. */

import { type OpenWorkbook, openWorkbook } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { wordsOf } from "../../scripts/golden.mjs";
import { sheetOf, type } from "./desk.ts";
import { COORDINATOR, callAs, makeOffice } from "./office.ts";
import { bundle, messageOf, openEmpty } from "./opened.ts";

let owner: OpenWorkbook;

beforeEach(() => {
  owner = openWorkbook(makeOffice(), bundle, COORDINATOR);
});

/** Types a unit's figures as the coordinator: of a form in its first row, of a hamlet as its mediators. */
function typeFigures(unit: string, total: number, women: number): void {
  if (unit === "AP2") type(owner, "Các ấp", "I6", [[total, women]]);
  else type(owner, unit, "D6", [[total, women]]);
}

const REPORT = { kind: "year", number: null, date: null, template: null, ownTemplate: false, drive: false } as const;

describe("the report", () => {
  it("tells what is missing before it is sent", () => {
    const state = callAs(owner, "getReportState");
    expect(state).toMatchObject({ year: 2026, draft: true, drive: true });
    expect(state.kinds.find(({ suggested }) => suggested)?.kind).toBe("year");
    expect(state.missing).toEqual(
      expect.arrayContaining([
        "2 đơn vị chưa báo cáo đủ số liệu; báo cáo sẽ ghi DỰ THẢO",
        "4 đơn vị chưa được duyệt; báo cáo sẽ ghi DỰ THẢO",
        "Chưa ghi người ký ở tab Cấu hình; báo cáo để trống",
      ]),
    );
    expect(state.errors.map(({ unit, link }) => [unit, link.cell])).toEqual(expect.arrayContaining([["VP", "D6"]]));
  });

  it("is no draft once every unit is complete and approved, and one again when approved figures change", () => {
    typeFigures("VP", 3, 1);
    typeFigures("AP2", 5, 2);
    for (const unit of ["VP", "TYT", "AP1", "AP2"]) {
      const { unit: row, zeros } = callAs(owner, "getChecklist", { unit });
      callAs(owner, "submit", { unit, digest: row.digest, role: "Thủ trưởng", zeros: zeros.map(({ key }) => key) });
    }
    const drafts = () => callAs(owner, "getReportState").missing.filter((line) => line.includes("DỰ THẢO"));
    expect(callAs(owner, "getReportState").draft).toBe(true);
    expect(drafts()).toEqual(["4 đơn vị chưa được duyệt; báo cáo sẽ ghi DỰ THẢO"]);
    const digestOf = (unit: string) => callAs(owner, "getChecklist", { unit }).unit.digest;
    const approve = (...units: readonly string[]) =>
      callAs(owner, "approve", { units: units.map((unit) => ({ unit, digest: digestOf(unit) })) });
    approve("VP", "TYT", "AP1");
    expect(drafts()).toEqual(["1 đơn vị chưa được duyệt; báo cáo sẽ ghi DỰ THẢO"]);
    approve("AP2");
    expect([callAs(owner, "getReportState").draft, drafts()]).toEqual([false, []]);
    const words = wordsOf(Buffer.from(callAs(owner, "makeReport", REPORT).base64, "base64"));
    expect(words).not.toContain("DỰ THẢO");
    expect(words).toMatch(
      /Trạm Y tế \| 1\/1 .*\| \d\d\/\d\d\/\d{4} \d\d:\d\d \| \S.* \| Đã duyệt \| \d\d\/\d\d\/\d{4} \d\d:\d\d/,
    );
    typeFigures("VP", 4, 1);
    expect(callAs(owner, "makeReport", REPORT).draft).toBe(true);
    expect(drafts()).toEqual(["1 đơn vị chưa được duyệt; báo cáo sẽ ghi DỰ THẢO"]);
  });

  it("names persons who are to be praised, and keeps their names nowhere in the workbook", () => {
    const individuals = ["Bà Nguyễn Thị Bông, Chủ tịch Hội LHPN xã"];
    const words = wordsOf(Buffer.from(callAs(owner, "makeReport", { ...REPORT, individuals }).base64, "base64"));
    expect(words).toMatch(/khen thưởng 1 cá nhân có thành tích[\s\S]+- Bà Nguyễn Thị Bông, Chủ tịch Hội LHPN xã\./);
    const kept = JSON.stringify(owner.workbook.sheets, (_, value) => (value instanceof Map ? [...value] : value));
    expect(kept).not.toContain("Bông");
  });

  it("comes as a file, without Drive", () => {
    const made = callAs(owner, "makeReport", REPORT);
    expect(made).toMatchObject({ fileName: "BC-2282-nam-2026-xa-Mau.docx", draft: true, files: [], problem: "" });
    expect(Buffer.from(made.base64, "base64").subarray(0, 2).toString()).toBe("PK");
    expect(owner.takeFiles()).toEqual([]);
  });

  it.each([
    [{ kind: "tuần" }, "cần kind là year, midterm, final"],
    [{ number: "12/BC" }, "cần number là số văn bản"],
    [{ date: "31/02/2026" }, "cần date là ngày có thật"],
    [{ drive: "có" }, "cần drive là có hoặc không"],
  ])("with %j is refused", (given, message) => {
    expect(messageOf(() => owner.run("makeReport", [{ ...REPORT, ...given }]))).toContain(message);
  });
});

describe("the wizard", () => {
  const unit = (code: string, name: string) => ({ code, name, type: "co_quan", mailboxes: [] }) as const;

  it("begins with what a new workbook has, and makes the tabs when it saves", () => {
    const open = openEmpty();
    const before = callAs(open, "getSetup");
    expect(before).toMatchObject({ isMade: false, units: [], formless: [] });
    expect(before.settings.find(({ key }) => key === "plan_no")).toMatchObject({ name: "Số kế hoạch", value: "" });
    expect(before.targets.map(({ code, threshold }) => [code, threshold])).toContainEqual(["CT2", 40]);
    expect(before.targets.find(({ code }) => code === "CT2")?.scope).toBe(
      "Cấp ủy xã; Chi ủy ấp; Ban Chấp hành tổ chức cấp xã; Ban Chấp hành chi hội, chi đoàn ấp",
    );
    const saved = callAs(open, "saveSetup", {
      settings: { name: "Mẫu", year: "2026", deadline: "15/11/2026" },
      targets: [{ code: "CT2", threshold: 42 }],
      units: [unit("VP", "Văn phòng"), unit("007", "Phòng 1/2")],
    });
    expect(saved).toMatchObject({ isMade: true, formless: ["VP", "007"] });
    expect(saved.settings.find(({ key }) => key === "deadline")?.value).toBe("15/11/2026");
    expect(saved.targets.find(({ code }) => code === "CT2")?.threshold).toBe(42);
    const formless = () => {
      const desk = callAs(open, "getDesk");
      return desk.kind === "coordinator" ? desk.units.filter(({ hasForm }) => !hasForm).map(({ unit }) => unit) : [];
    };
    expect(formless()).toEqual(["VP", "007"]);
    expect(callAs(open, "setUpWorkbook")).toMatchObject({ units: 2, left: 0 });
    expect(formless()).toEqual([]);
    expect(callAs(open, "getSetup").formless).toEqual([]);
    expect(callAs(open, "getDesk")).toMatchObject({ kind: "coordinator", rates: { units: 2 } });
  });

  it("lets the guide follow name, year and deadline, and leaves what a person has worded otherwise", () => {
    const guide = () => sheetOf(owner, "Hướng dẫn").cells.map((line) => line?.[1]?.value);
    const row = guide().findIndex((text) => String(text).startsWith("4. Xong trước ngày 15/11/2026"));
    const save = (settings: Readonly<Record<string, string>>) =>
      callAs(owner, "saveSetup", { settings, targets: null, units: null });
    save({ name: "Vĩnh Phong", province: "An Giang", deadline: "20/11/2026" });
    expect(guide()[2]).toBe("xã Vĩnh Phong – An Giang – năm 2026");
    expect(guide()[row]).toMatch(/^4\. Xong trước ngày 20\/11\/2026/);
    owner.typeInto(sheetOf(owner, "Hướng dẫn"), 2, 1, "Xã ta");
    save({ name: "Mẫu" });
    expect(guide()[2]).toBe("Xã ta");
  });

  it("writes over units that are there, by code, and adds the others below", () => {
    callAs(owner, "saveSetup", {
      settings: null,
      targets: null,
      units: [unit("VP", "Văn phòng HĐND"), unit("KT", "Phòng Kinh tế")],
    });
    expect(callAs(owner, "getSetup").units.map(({ code, name }) => `${code} ${name}`)).toEqual([
      "VP Văn phòng HĐND",
      "TYT Trạm Y tế",
      "AP1 Ấp Một",
      "AP2 Ấp Hai",
      "KT Phòng Kinh tế",
    ]);
    callAs(owner, "setUpWorkbook");
    expect(owner.workbook.sheets.map(({ name }) => name)).toContain("KT");
  });

  it("previews pasted rows beside the register, and the standard list; writes nothing", () => {
    const before = structuredClone(owner.workbook.sheets);
    expect(
      callAs(owner, "previewUnits", { kind: "pasted", text: "Trạm y tế\nVĂN PHÒNG" }).units.map(({ code }) => code),
    ).toEqual(["TYT-2", "VP-2"]);
    expect(callAs(owner, "previewUnits", { kind: "standard", hamlets: 3 }).units.length).toBeGreaterThan(20);
    expect(owner.workbook.sheets).toEqual(before);
  });

  it.each([
    [{ settings: { year: "26" } }, "mục “Năm báo cáo”"],
    [{ settings: { tabs: "x" } }, "không có mục “tabs”"],
    [{ targets: [{ code: "CT9", threshold: 1 }] }, "không có chỉ tiêu “CT9”"],
    [{ targets: [{ code: "CT1", threshold: 101 }] }, "cần số nguyên từ 0 đến 100"],
    [{ units: [unit("", "Phòng")] }, "Đơn vị thứ 1: Cần mã đơn vị"],
    [{ units: [unit("A|B", "Phòng")] }, "không có dấu |"],
    [{ units: [{ code: "A", name: "B", type: "x", mailboxes: [] }] }, "cần type là"],
  ])("saves nothing of %j", (given, message) => {
    const before = structuredClone(owner.workbook.sheets);
    const request = { settings: { name: "Khác" }, targets: null, units: null, ...given };
    expect(messageOf(() => owner.run("saveSetup", [request]))).toContain(message);
    expect(owner.workbook.sheets).toEqual(before);
  });
});

describe("the menu", () => {
  it("says in words that the sidebar's page is missing, and shows it where it is there", () => {
    Object.assign(owner.context, { pages: new Map() });
    owner.run("menuSidebar");
    expect(owner.context.messages.join()).toContain("No HTML file named sidebar was found.");
    Object.assign(owner.context, { pages: new Map([["sidebar", "<main>Sổ</main>"]]) });
    owner.run("menuSidebar");
    expect(owner.context.sidebar).toEqual({ title: "Sổ 2282", html: "<main>Sổ</main>", width: 300 });
  });
});
