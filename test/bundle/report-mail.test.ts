/** A report on its way to the province, through the shipped bundle: shown, sent once, noted. */

import { DOCX, driveOf, type OpenWorkbook, openWorkbook, PDF } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import type { SendRequest } from "../../src/addon/rpc.ts";
import { COORDINATOR, callAs, makeOffice, STATION } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";
import { breakDrive, coordinatorBut, logLines, makeWhole, PDF_BYTES, withPdf } from "./reports.ts";

const NAME = "BC-2282-nam-2026-xa-Mau";
const NOTHING = { to: null, subject: null, body: null, files: null } as const;

let owner: OpenWorkbook;
let request: SendRequest;
/** The .docx as the sidebar has it in its hands. */
let docx: string;

beforeEach(() => {
  owner = withPdf(openWorkbook(makeOffice(), bundle, COORDINATOR));
  const { made } = makeWhole(owner);
  docx = made.base64;
  const { subject, body } = callAs(owner, "previewMail", { report: made.job, ...NOTHING });
  request = {
    id: "lan-gui-0001",
    report: made.job,
    to: ["vanthu@snv.example", "tonghop@ubnd-tinh.example"],
    subject,
    body,
    files: ["docx", "pdf"],
    docx: null,
    draftAgreed: true,
  };
});

const without = (name: string) =>
  Object.assign(owner.context, {
    scopes: new Set([...owner.context.scopes].filter((scope) => !scope.endsWith(name))),
  });

describe("the preview", () => {
  it("proposes subject, text and files, says that it is a draft, and asks for a recipient; nothing is sent", () => {
    const preview = callAs(owner, "previewMail", { report: request.report, ...NOTHING });
    expect(preview).toMatchObject({
      to: [],
      subject: "[DỰ THẢO] Báo cáo năm 2026 của UBND xã Mẫu",
      files: ["docx", "pdf"],
      draft: true,
      warnings: [],
      problems: ["Cần ít nhất một hộp thư nhận; chưa có hộp thư nào."],
    });
    expect(preview.body).toContain("Đây là bản dự thảo: số liệu chưa đủ hoặc chưa được duyệt hết.");
    expect(preview.offered.map(({ name }) => name)).toEqual([`${NAME}.docx`, `${NAME}.pdf`]);
    expect(preview.offered[0]?.size).toMatch(/^\d+ KB$/);
    expect(owner.context.mails).toEqual([]);
  });

  it("takes the recipients of the settings", () => {
    const settings = { report_mailboxes: "vanthu@snv.example|tonghop@ubnd-tinh.example" };
    callAs(owner, "saveSetup", { settings, targets: null, units: null });
    const { to, problems } = callAs(owner, "previewMail", { report: request.report, ...NOTHING });
    expect([to, problems]).toEqual([["vanthu@snv.example", "tonghop@ubnd-tinh.example"], []]);
  });

  it("reads mailboxes as they are typed, doubts a person's, and names what is none", () => {
    const to = "vanthu@snv.example; VanThu@snv.example\nnguyenthilan@gmail.com, so-noi-vu";
    const preview = callAs(owner, "previewMail", { report: request.report, ...NOTHING, to });
    expect(preview.to).toEqual(["vanthu@snv.example", "nguyenthilan@gmail.com", "so-noi-vu"]);
    expect(preview.warnings).toEqual([
      "“nguyenthilan@gmail.com” giống hộp thư riêng của một người, không phải của cơ quan. Hãy xem lại.",
    ]);
    expect(preview.problems).toEqual(["Cần hộp thư dạng van-thu@tinh.gov.vn; thấy “so-noi-vu”. Hãy sửa lại."]);
  });

  it("tells how many recipients are left for today", () => {
    owner.context.mailQuota = 1;
    const preview = callAs(owner, "previewMail", { report: request.report, ...NOTHING, to: request.to.join(",") });
    expect(preview.problems).toEqual([
      "Hôm nay Google còn cho bạn gửi tới 1 hộp thư; thư này có 2. Hãy gửi ngày mai, hoặc bớt hộp thư.",
    ]);
  });

  it("tells that the consent for mails is missing", () => {
    without("script.send_mail");
    const preview = callAs(owner, "previewMail", { report: request.report, ...NOTHING, to: "vanthu@snv.example" });
    expect(preview.problems).toEqual(["Bạn chưa cho phép sổ gửi thư thay bạn. Hãy cấp quyền ở Thiết lập rồi làm lại."]);
  });

  it("of a report that nobody made is refused", () => {
    expect(messageOf(() => callAs(owner, "previewMail", { report: "khong-co", ...NOTHING }))).toContain(
      "Không thấy báo cáo này trong Nhật ký.",
    );
  });
});

describe("sending", () => {
  it("takes the files as they were made to all recipients in one mail, and leaves a line in the log", () => {
    expect(callAs(owner, "sendReport", request)).toMatchObject({ to: request.to, again: false });
    expect(owner.context.mails).toHaveLength(1);
    const [mail] = owner.context.mails;
    expect(mail?.to).toBe(request.to.join(","));
    expect(mail?.attachments.map(({ name, mimeType }) => [name, mimeType])).toEqual([
      [`${NAME}.docx`, DOCX],
      [`${NAME}.pdf`, PDF],
    ]);
    expect(Buffer.from(mail?.attachments[0]?.bytes ?? []).toString("base64")).toBe(docx);
    expect(logLines(owner)[1]?.slice(1)).toEqual([
      "Người tổng hợp",
      "",
      "Gửi báo cáo",
      `${NAME} (.docx, .pdf) tới vanthu@snv.example, tonghop@ubnd-tinh.example. Bản DỰ THẢO.`,
    ]);
    expect(callAs(owner, "getReportState").made[0]?.sent).toEqual([
      expect.stringMatching(/^Đã gửi \d{2}\/\d{2}\/\d{4} \d{2}:\d{2}: BC-2282/),
    ]);
  });

  it("happens once, however often the same wish arrives; another wish is another mail", () => {
    callAs(owner, "sendReport", request);
    expect(callAs(owner, "sendReport", request).again).toBe(true);
    const other = openWorkbook(owner.workbook, bundle, COORDINATOR);
    expect(callAs(other, "sendReport", request).again).toBe(true);
    expect([...owner.context.mails, ...other.context.mails]).toHaveLength(1);
    callAs(owner, "sendReport", { ...request, id: "lan-gui-0002" });
    expect(owner.context.mails).toHaveLength(2);
    expect(logLines(owner)).toHaveLength(3);
  });

  it("of a draft wants an explicit yes", () => {
    expect(messageOf(() => callAs(owner, "sendReport", { ...request, draftAgreed: false }))).toContain(
      "Báo cáo này mang chữ DỰ THẢO.",
    );
    expect(owner.context.mails).toEqual([]);
  });

  it("counts a person's mailbox in the log, and does not name it", () => {
    callAs(owner, "sendReport", { ...request, to: ["nguyenthilan@gmail.com", "vanthu@snv.example"] });
    expect(logLines(owner)[1]?.[4]).toContain("tới vanthu@snv.example, 1 hộp thư riêng.");
    expect(JSON.stringify(logLines(owner))).not.toContain("gmail");
  });

  it.each([
    [{ to: [] }, "Cần ít nhất một hộp thư nhận"],
    [{ to: ["so-noi-vu"] }, "thấy “so-noi-vu”"],
    [
      { to: Array.from({ length: 51 }, (_, at) => `vanthu${at}@snv.example`) },
      "Một thư gửi được tới 50 hộp thư; thấy 51.",
    ],
    [{ subject: " " }, "Cần tiêu đề thư; thấy ô trống."],
    [{ body: "x".repeat(20_001) }, "Cần lời thư không quá 20000 chữ; thấy 20001."],
    [{ files: [] }, "Cần gửi kèm ít nhất một tệp"],
    [{ id: "x" }, "cần id là tên của lần gửi"],
  ])("with %j is refused, and nobody gets anything", (given, message) => {
    expect(messageOf(() => owner.run("sendReport", [{ ...request, ...given }]))).toContain(message);
    expect(owner.context.mails).toEqual([]);
    expect(logLines(owner)).toHaveLength(1);
  });

  it("beyond the day's quota or without the consent is refused", () => {
    owner.context.mailQuota = 1;
    expect(messageOf(() => callAs(owner, "sendReport", request))).toContain("còn cho bạn gửi tới 1 hộp thư");
    without("script.send_mail");
    expect(messageOf(() => callAs(owner, "sendReport", request))).toContain("Bạn chưa cho phép sổ gửi thư thay bạn.");
    expect(owner.context.mails).toEqual([]);
  });

  it("that Google refuses is said, and can be tried again as the same wish", () => {
    const to = ["vanthu@snv.example", "a b@x.example"];
    const { makeError } = owner.context.realm;
    const push = () => {
      throw makeError(`Invalid email: ${request.to[0]}`);
    };
    Object.assign(owner.context, { mails: { push } });
    expect(messageOf(() => callAs(owner, "sendReport", request))).toContain(
      `Chưa gửi được thư, chưa ai nhận được gì. Google báo: Invalid email: ${request.to[0]}.`,
    );
    Object.assign(owner.context, { mails: [] });
    expect(messageOf(() => callAs(owner, "sendReport", { ...request, to }))).toContain("a b@x.example");
    expect(callAs(owner, "sendReport", request).again).toBe(false);
  });

  it("does not send a file that is no more as it was made", () => {
    for (const entry of driveOf(owner.workbook).values())
      if (entry.mimeType === DOCX) Object.assign(entry, { bytes: new Uint8Array(entry.bytes.length) });
    expect(messageOf(() => callAs(owner, "sendReport", request))).toContain(
      `Chưa gửi thư: không lấy được “${NAME}.docx” từ Drive. Tệp trong Drive không còn như lúc sổ làm ra.`,
    );
    expect(owner.context.mails).toEqual([]);
    expect(callAs(owner, "sendReport", { ...request, docx })).toMatchObject({ again: false });
  });

  it("does not take a .docx for the report's that the sidebar only says to be it", () => {
    breakDrive(owner, ({ method }) => method === "get", "File not found: x.");
    const forged = Buffer.from("PK giả").toString("base64");
    expect(messageOf(() => callAs(owner, "sendReport", { ...request, docx: forged }))).toContain(
      "Không thấy tệp: tệp đã bị xóa hẳn",
    );
  });

  it("works where Drive's service gives content as text: the held .docx, and the PDF made again of the Doc", () => {
    owner.context.driveGivesText = true;
    expect(messageOf(() => callAs(owner, "sendReport", request))).toContain(
      "Google không trả lại tệp Word nguyên vẹn.",
    );
    callAs(owner, "sendReport", { ...request, docx });
    expect(owner.context.mails[0]?.attachments[1]).toEqual({
      name: `${NAME}.pdf`,
      mimeType: PDF,
      bytes: PDF_BYTES,
    });
  });

  it("that the log could not note says that the mail is out", () => {
    const second = coordinatorBut(owner.workbook, "Nhật ký");
    const held = { ...request, files: ["docx"], docx } as const;
    expect(messageOf(() => callAs(second, "sendReport", held))).toMatch(/^Thư đã gửi lúc .*; đừng gửi lại\./);
    expect(second.context.mails).toHaveLength(1);
    expect(callAs(second, "sendReport", held).again).toBe(true);
  });

  it("is the coordinator's alone", () => {
    const station = openWorkbook(owner.workbook, bundle, STATION);
    expect(messageOf(() => callAs(station, "sendReport", request))).toContain("Cần quyền sửa tab Đơn vị");
    expect(station.context.mails).toEqual([]);
  });
});
