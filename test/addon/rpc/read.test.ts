/** What callers hand over is read field by field, or refused in words. */
import { describe, expect, it } from "vitest";
import {
  ApproveRequest,
  CellRequest,
  ChecklistRequest,
  ReasonRequest,
  SubmitRequest,
} from "../../../src/addon/rpc/desk.ts";
import { readAs, readStored } from "../../../src/addon/rpc/read.ts";
import { ReminderRequest } from "../../../src/addon/rpc/reminders.ts";
import { JobRequest, MailWish, MakeReportRequest, SendRequest } from "../../../src/addon/rpc/report.ts";
import { PreviewRequest, SaveSetupRequest, SetupDraft } from "../../../src/addon/rpc/setup.ts";

const SUBMISSION = { unit: "TYT", digest: "d", role: "Trạm trưởng", zeros: ["SL.LD"] };
const REPORT = { kind: "final", number: "12", date: "2030-12-01", template: null, drive: true };
const MAIL = {
  id: "lan-gui-1",
  report: "b1",
  to: ["a@b.vn"],
  subject: "s",
  body: "b",
  files: ["pdf"],
  draftAgreed: true,
};

const DRAFT = { settings: { commune: "Xã A" }, step: 1, way: "pasted", text: "A", hamlets: "" };

describe("an argument", () => {
  it("is taken over field by field, and nothing besides", () => {
    expect(readAs(SubmitRequest(), { ...SUBMISSION, more: 1 })).toEqual(SUBMISSION);
    expect(readAs(ReasonRequest(), { unit: "A", digest: "d", reason: "r" })).toEqual({
      unit: "A",
      digest: "d",
      reason: "r",
    });
    expect(readAs(MakeReportRequest(), REPORT)).toEqual({ ...REPORT, individuals: [], ownTemplate: false });
    const whole = { ...REPORT, individuals: ["Bà A"], ownTemplate: true };
    expect(readAs(MakeReportRequest(), whole)).toEqual(whole);
    expect(readAs(JobRequest(), { job: "b1", more: 1 })).toEqual({ job: "b1" });
    expect(readAs(SendRequest(), MAIL)).toEqual({ ...MAIL, docx: null });
    expect(readAs(ReminderRequest(), { on: false, days: [7, 1] })).toEqual({ on: false, days: [7, 1] });
    expect(readAs(PreviewRequest(), { kind: "standard", hamlets: 3 })).toEqual({ kind: "standard", hamlets: 3 });
  });

  it("that was left out is null", () => {
    expect(readAs(ChecklistRequest(), undefined)).toEqual({ unit: null });
    expect(readAs(ChecklistRequest(), {})).toEqual({ unit: null });
    expect(readAs(MailWish(), { report: "b1" })).toEqual({
      report: "b1",
      to: null,
      subject: null,
      body: null,
      files: null,
    });
    expect(readAs(SaveSetupRequest(), { settings: null })).toEqual({ settings: null, targets: null, units: null });
  });

  it("may leave a place's row untold, and its tab's number", () => {
    const place = { tab: "Đơn vị", cell: "A5" };
    expect(readAs(CellRequest(), place)).toEqual({ ...place, sheetId: null, beside: [] });
    expect(readAs(CellRequest(), { ...place, sheetId: 7, beside: ["TYT"] })).toEqual({
      ...place,
      sheetId: 7,
      beside: ["TYT"],
    });
  });

  it("names each unit once, though it was sent twice", () => {
    const units = [
      { unit: "A", digest: "1" },
      { unit: "A", digest: "2" },
    ];
    expect(readAs(ApproveRequest(), { units })).toEqual({ units: [{ unit: "A", digest: "2" }] });
  });

  it.each<[string, () => unknown, string]>([
    ["nothing", () => readAs(SubmitRequest(), undefined), "cần yêu cầu là một nhóm mục"],
    ["a list for a group", () => readAs(SubmitRequest(), []), "cần yêu cầu là một nhóm mục"],
    ["a number for a role", () => readAs(SubmitRequest(), { ...SUBMISSION, role: 1 }), "cần role là chữ"],
    [
      "a text for zeros",
      () => readAs(SubmitRequest(), { ...SUBMISSION, zeros: "SL.LD" }),
      "cần zeros là một danh sách",
    ],
    ["numbers for zeros", () => readAs(SubmitRequest(), { ...SUBMISSION, zeros: [0] }), "cần zeros là danh sách chữ"],
    ["no digest", () => readAs(ApproveRequest(), { units: [{ unit: "A" }] }), "cần digest là chữ"],
    [
      "a list without end",
      () => readAs(ApproveRequest(), { units: Array(2001).fill(null) }),
      "cần units là một danh sách",
    ],
    ["texts for days", () => readAs(ReminderRequest(), { on: true, days: ["7"] }), "cần days là danh sách số"],
    ["a word for a switch", () => readAs(ReminderRequest(), { on: "có", days: [] }), "cần on là có hoặc không"],
    ["a kind that is none", () => readAs(PreviewRequest(), { kind: "x" }), "cần kind là pasted hoặc standard"],
    [
      "an endless number",
      () => readAs(PreviewRequest(), { kind: "standard", hamlets: Number.NaN }),
      "cần hamlets là số",
    ],
    [
      "a day that is none",
      () => readAs(MakeReportRequest(), { ...REPORT, date: "2030-02-30" }),
      "cần date là ngày có thật",
    ],
    [
      "numbers for names",
      () => readAs(MakeReportRequest(), { ...REPORT, individuals: [1] }),
      "cần individuals là danh sách chữ",
    ],
    ["a file that no mail bears", () => readAs(SendRequest(), { ...MAIL, files: ["exe"] }), "cần files là docx, pdf"],
    ["a wish without a name", () => readAs(SendRequest(), { ...MAIL, id: "|" }), "cần id là tên của lần gửi"],
    [
      "no word on a draft",
      () => readAs(SendRequest(), { ...MAIL, draftAgreed: null }),
      "cần draftAgreed là có hoặc không",
    ],
    [
      "persons that are no list",
      () => readAs(MakeReportRequest(), { ...REPORT, individuals: "Bà A" }),
      "cần individuals là",
    ],
    ["a list for what may all be left out", () => readAs(SaveSetupRequest(), []), "cần yêu cầu là một nhóm mục"],
    ["nothing for a preview", () => readAs(PreviewRequest(), null), "cần yêu cầu là một nhóm mục"],
    ["a preview without its rows", () => readAs(PreviewRequest(), { kind: "pasted" }), "cần text là chữ"],
    ["a list for settings", () => readAs(SaveSetupRequest(), { settings: ["A"] }), "cần settings là một nhóm mục"],
    ["an item that is no group", () => readAs(ApproveRequest(), { units: [1] }), "cần units là một nhóm mục"],
    ["a step that is none", () => readAs(SetupDraft(), { ...DRAFT, step: 2 }), "cần step là 0 hoặc 1"],
    ["no settings", () => readAs(SetupDraft(), { ...DRAFT, settings: undefined }), "cần settings là một nhóm mục"],
    ["a setting that is no text", () => readAs(SaveSetupRequest(), { settings: { name: 1 } }), "cần name là chữ"],
    [
      "an unknown type",
      () => readAs(SaveSetupRequest(), { units: [{ code: "A", name: "B", type: "x", mailboxes: [] }] }),
      "cần type là",
    ],
  ])("is refused in Vietnamese: %s", (_, read, message) => {
    expect(read).toThrow(message);
    expect(read).toThrow("Hãy tải lại bảng bên.");
  });
});

describe("what was stored", () => {
  it("is read by its shape", () => {
    expect(readStored(SetupDraft(), JSON.stringify(DRAFT))).toEqual(DRAFT);
  });

  it.each([
    ["no JSON", "{"],
    ["an older version's", JSON.stringify({ ...DRAFT, way: "typed" })],
    ["a list", "[]"],
  ])("is nothing where it is %s", (_, text) => {
    expect(readStored(SetupDraft(), text)).toBeNull();
  });
});
