/** What callers hand over is read field by field, or refused in words. */
import { describe, expect, it } from "vitest";
import {
  readApproveRequest,
  readChecklistRequest,
  readJobRequest,
  readMailWish,
  readPreviewRequest,
  readReasonRequest,
  readReminderRequest,
  readReportRequest,
  readSaveRequest,
  readSendRequest,
  readSubmitRequest,
} from "../../src/addon/arguments.ts";

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

describe("an argument", () => {
  it("is taken over field by field, and nothing besides", () => {
    expect(readSubmitRequest({ ...SUBMISSION, more: 1 })).toEqual(SUBMISSION);
    expect(readReasonRequest({ unit: "A", digest: "d", reason: "r" })).toEqual({ unit: "A", digest: "d", reason: "r" });
    expect(readReportRequest(REPORT)).toEqual({ ...REPORT, individuals: [], ownTemplate: false });
    const whole = { ...REPORT, individuals: ["Bà A"], ownTemplate: true };
    expect(readReportRequest(whole)).toEqual(whole);
    expect(readJobRequest({ job: "b1", more: 1 })).toEqual({ job: "b1" });
    expect(readSendRequest(MAIL)).toEqual({ ...MAIL, docx: null });
    expect(readReminderRequest({ on: false, days: [7, 1] })).toEqual({ on: false, days: [7, 1] });
    expect(readPreviewRequest({ kind: "standard", hamlets: 3 })).toEqual({ kind: "standard", hamlets: 3 });
  });

  it("that was left out is null", () => {
    expect(readChecklistRequest(undefined)).toEqual({ unit: null });
    expect(readChecklistRequest({})).toEqual({ unit: null });
    expect(readMailWish({ report: "b1" })).toEqual({ report: "b1", to: null, subject: null, body: null, files: null });
    expect(readSaveRequest({ settings: null })).toEqual({ settings: null, targets: null, units: null });
  });

  it("names each unit once, though it was sent twice", () => {
    const units = [
      { unit: "A", digest: "1" },
      { unit: "A", digest: "2" },
    ];
    expect(readApproveRequest({ units })).toEqual({ units: [{ unit: "A", digest: "2" }] });
  });

  it.each<[string, () => unknown, string]>([
    ["nothing", () => readSubmitRequest(undefined), "cần yêu cầu là một nhóm mục"],
    ["a list for a group", () => readSubmitRequest([]), "cần yêu cầu là một nhóm mục"],
    ["a number for a role", () => readSubmitRequest({ ...SUBMISSION, role: 1 }), "cần role là chữ"],
    ["a text for zeros", () => readSubmitRequest({ ...SUBMISSION, zeros: "SL.LD" }), "cần zeros là một danh sách"],
    ["numbers for zeros", () => readSubmitRequest({ ...SUBMISSION, zeros: [0] }), "cần zeros là danh sách chữ"],
    ["no digest", () => readApproveRequest({ units: [{ unit: "A" }] }), "cần digest là chữ"],
    ["a list without end", () => readApproveRequest({ units: Array(2001).fill(null) }), "cần units là một danh sách"],
    ["texts for days", () => readReminderRequest({ on: true, days: ["7"] }), "cần days là danh sách số"],
    ["a word for a switch", () => readReminderRequest({ on: "có", days: [] }), "cần on là có hoặc không"],
    ["a kind that is none", () => readPreviewRequest({ kind: "x" }), "cần kind là pasted hoặc standard"],
    ["an endless number", () => readPreviewRequest({ kind: "standard", hamlets: Number.NaN }), "cần hamlets là số"],
    ["a day that is none", () => readReportRequest({ ...REPORT, date: "2030-02-30" }), "cần date là ngày có thật"],
    ["numbers for names", () => readReportRequest({ ...REPORT, individuals: [1] }), "cần individuals là danh sách chữ"],
    ["a file that no mail bears", () => readSendRequest({ ...MAIL, files: ["exe"] }), "cần files là docx, pdf"],
    ["a wish without a name", () => readSendRequest({ ...MAIL, id: "|" }), "cần id là tên của lần gửi"],
    ["no word on a draft", () => readSendRequest({ ...MAIL, draftAgreed: null }), "cần draftAgreed là có hoặc không"],
    ["persons that are no list", () => readReportRequest({ ...REPORT, individuals: "Bà A" }), "cần individuals là"],
    ["a setting that is no text", () => readSaveRequest({ settings: { name: 1 } }), "cần name là chữ"],
    [
      "an unknown type",
      () => readSaveRequest({ units: [{ code: "A", name: "B", type: "x", mailboxes: [] }] }),
      "cần type là",
    ],
  ])("is refused in Vietnamese: %s", (_, read, message) => {
    expect(read).toThrow(message);
    expect(read).toThrow("Hãy tải lại bảng bên.");
  });
});
