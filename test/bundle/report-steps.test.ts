/** The report through the shipped bundle, step by step: what is made, what the log says, and what a fault leaves behind. */

import { DOCX, driveOf, FOLDER, GOOGLE_DOC, type OpenWorkbook, openWorkbook, PDF } from "gas-offline";
import { beforeEach, describe, expect, it } from "vitest";
import { readProperty } from "../../src/report/properties.ts";
import Zip from "../../src/report/zip.js";
import { type } from "./desk.ts";
import { COORDINATOR, callAs, makeOffice, STATION } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";
import {
  breakDrive,
  coordinatorBut,
  finish,
  inDrive,
  logLines,
  makeWhole,
  namesInDrive,
  PDF_BYTES,
  REQUEST,
  repairDrive,
  withPdf,
} from "./reports.ts";

let owner: OpenWorkbook;

beforeEach(() => {
  owner = withPdf(openWorkbook(makeOffice(), bundle, COORDINATOR));
});

const NAME = "BC-2282-nam-2026-xa-Mau";

describe("a report that is kept", () => {
  it("is made in five steps: folder, .docx, Google Doc, PDF, a line of the log", () => {
    expect(callAs(owner, "openReportFolder")).toEqual({
      url: expect.stringMatching(/^https:\/\/drive\.google\.com\/drive\/folders\/.+/),
      problem: "",
    });
    const made = callAs(owner, "makeReport", REQUEST);
    expect(made).toMatchObject({ fileName: `${NAME}.docx`, draft: true, next: "document", files: ["docx"] });
    expect(finish(owner, made).map(({ next, files }) => [next, ...files])).toEqual([
      ["pdf", "docx", "document"],
      ["log", "docx", "document", "pdf"],
      [null, "docx", "document", "pdf"],
    ]);
    const [folder, ...files] = inDrive(owner);
    expect([folder?.name, folder?.mimeType]).toEqual(["Báo cáo 2282 – xã Mẫu", FOLDER]);
    expect(files.map(({ name, mimeType, parents }) => [name, mimeType, ...parents])).toEqual([
      [`${NAME}.docx`, DOCX, folder?.id],
      [NAME, GOOGLE_DOC, folder?.id],
      [`${NAME}.pdf`, PDF, folder?.id],
    ]);
    expect(files[0]?.bytes).toEqual(new Uint8Array(Buffer.from(made.base64, "base64")));
    expect(files[2]?.bytes).toEqual(PDF_BYTES);
  });

  it("is one line of the log, by which its file is traced to the figures", () => {
    const { made } = makeWhole(owner);
    const [line, ...others] = logLines(owner);
    expect(others).toEqual([]);
    expect(line).toEqual([
      expect.stringMatching(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/),
      "Người tổng hợp",
      "",
      "Tạo báo cáo",
      `Báo cáo năm 2026, bản DỰ THẢO: ${NAME}; trong Drive: tệp .docx, Google Tài liệu, tệp PDF.`,
    ]);
    const digest = readProperty(new Zip(Buffer.from(made.base64, "base64")), "So2282.DauSoLieu");
    expect(digest).toMatch(/^[0-9a-f]{16}$/);
    const cells = owner.workbook.sheets.find(({ name }) => name === "Nhật ký")?.cells[5];
    expect(cells?.[9]?.value).toBe(digest);
  });

  it("is listed when the view is opened again, with its links, until its figures change", () => {
    makeWhole(owner);
    const [report] = callAs(owner, "getReportState").made;
    expect(report).toMatchObject({ title: "Báo cáo năm 2026", name: NAME, draft: true, changed: "", canSend: true });
    expect(report?.links.pdf).toMatch(/^https:\/\/drive\.google\.com\/file\/d\/.+\/view$/);
    expect(report?.links.document).toMatch(/^https:\/\/docs\.google\.com\/document\/d\/.+\/edit$/);
    type(owner, "TYT", "D6", [[9]]);
    expect(callAs(owner, "getReportState").made[0]?.changed).toBe("Số liệu đã đổi sau báo cáo này");
    type(owner, "TYT", "D6", [[3]]);
    expect(callAs(owner, "getReportState").made[0]?.changed).toBe("");
  });

  it("never writes over another of its kind and year", () => {
    makeWhole(owner);
    expect(makeWhole(owner).made.fileName).toBe(`${NAME}-lan-2.docx`);
    expect(makeWhole(owner, { kind: "midterm" }).made.fileName).toBe("BC-2282-so-ket-2026-xa-Mau.docx");
    expect(makeWhole(owner).made.fileName).toBe(`${NAME}-lan-3.docx`);
    expect(namesInDrive(owner).filter((name) => name.endsWith(".pdf"))).toHaveLength(4);
  });

  it("that another makes at the same time has another name", () => {
    const [one, other] = [callAs(owner, "makeReport", REQUEST), callAs(owner, "makeReport", REQUEST)];
    expect([one.fileName, other.fileName]).toEqual([`${NAME}.docx`, `${NAME}-lan-2.docx`]);
  });

  it("leaves the workflow as it is: its lines are no unit's", () => {
    const before = callAs(owner, "getDesk");
    makeWhole(owner);
    expect(callAs(owner, "getDesk")).toEqual(before);
  });

  it("is passed over where somebody broke its line", () => {
    makeWhole(owner);
    const log = owner.workbook.sheets.find(({ name }) => name === "Nhật ký");
    Object.assign(log?.cells[5]?.[8] ?? {}, { value: "bao-cao|x|{không phải JSON" });
    owner.context.restructured = true;
    expect(callAs(owner, "getReportState").made).toEqual([]);
  });
});

describe("a report that is only downloaded", () => {
  it("leaves nothing in Drive, and a line in the log", () => {
    const { made, steps } = makeWhole(owner, { drive: false });
    expect(Buffer.from(made.base64, "base64").subarray(0, 2).toString()).toBe("PK");
    expect([made.next, ...steps.map(({ next }) => next)]).toEqual(["log", null]);
    expect(inDrive(owner)).toEqual([]);
    expect(logLines(owner)[0]?.[4]).toBe(`Báo cáo năm 2026, bản DỰ THẢO: ${NAME}; không có tệp nào trong Drive.`);
    expect(callAs(owner, "getReportState").made[0]).toMatchObject({ canSend: false, links: { docx: "" } });
  });
});

describe("the folder", () => {
  const folders = () => [...driveOf(owner.workbook).values()].filter(({ mimeType }) => mimeType === FOLDER);

  it("is made once", () => {
    const { url } = callAs(owner, "openReportFolder");
    expect(callAs(owner, "openReportFolder").url).toBe(url);
    expect(callAs(owner, "getReportState").folder).toBe(url);
    expect(folders()).toHaveLength(1);
  });

  it.each([
    ["lies in the bin", () => Object.assign(folders()[0] ?? {}, { trashed: true })],
    ["was deleted", () => driveOf(owner.workbook).clear()],
  ])("is rebuilt where it %s", (_, lose) => {
    const { url } = callAs(owner, "openReportFolder");
    lose();
    expect(callAs(owner, "openReportFolder").url).not.toBe(url);
    expect(folders().filter(({ trashed }) => !trashed)).toHaveLength(1);
  });

  it("is each coordinator's own: nobody reaches another's", () => {
    const { url } = callAs(owner, "openReportFolder");
    const other = coordinatorBut(owner.workbook);
    expect(callAs(other, "openReportFolder")).toEqual({ url: expect.not.stringContaining(url), problem: "" });
    expect(callAs(owner, "openReportFolder").url).toBe(url);
    expect(folders().map((folder) => folder.owner)).toEqual([COORDINATOR, other.context.user]);
  });

  it("is not made a second time because Drive does not answer", () => {
    callAs(owner, "openReportFolder");
    breakDrive(owner, ({ method }) => method === "get");
    const { url, problem } = callAs(owner, "openReportFolder");
    expect(url).toBe("");
    expect(problem).toBe(
      "Chưa mở được thư mục báo cáo trong Drive; hãy tải tệp về máy. Lý do: Drive báo: Internal Error.",
    );
    expect(folders()).toHaveLength(1);
  });
});

describe("a fault of Drive's", () => {
  it("at the .docx leaves nothing there, hands the file over, and is noted as such", () => {
    callAs(owner, "openReportFolder");
    breakDrive(owner, ({ mimeType }) => mimeType === DOCX, "The user's Drive storage quota has been exceeded.");
    const made = callAs(owner, "makeReport", REQUEST);
    expect(made).toMatchObject({ next: "log", files: [] });
    expect(made.problem).toBe(
      "Chưa lưu được tệp nào vào Drive; hãy tải tệp .docx về máy. Lý do: Drive của bạn đã đầy. Hãy xóa bớt tệp trong Drive rồi làm lại.",
    );
    expect(made.base64.length).toBeGreaterThan(10_000);
    finish(owner, made);
    expect(namesInDrive(owner)).toEqual(["Báo cáo 2282 – xã Mẫu"]);
    expect(logLines(owner)[0]?.[4]).toContain("không có tệp nào trong Drive");
  });

  it("at the Google Doc keeps the .docx, and says what is there, what not, what to do", () => {
    callAs(owner, "openReportFolder");
    breakDrive(owner, ({ method }) => method === "copy");
    const made = callAs(owner, "makeReport", REQUEST);
    const [step] = finish(owner, made);
    expect(step?.problem).toBe(
      `“${NAME}”: trong Drive có tệp .docx; chưa có Google Tài liệu, tệp PDF. Lý do: Drive báo: Internal Error. Hãy dùng tệp .docx, hoặc tạo lại báo cáo khi Drive đã ổn.`,
    );
    expect(namesInDrive(owner)).toEqual(["Báo cáo 2282 – xã Mẫu", `${NAME}.docx`]);
    expect(logLines(owner)[0]?.[4]).toContain("trong Drive: tệp .docx.");
  });

  it.each([
    ["export", "This file is too large to be exported.", "tài liệu lớn hơn 10 MB, là mức Google cho chuyển."],
    ["export", "Internal Error", "Drive báo: Internal Error."],
    ["create", "The user's Drive storage quota has been exceeded.", "Drive của bạn đã đầy."],
  ])("at the PDF's %s (%s) keeps .docx and Google Doc, and tells another way to a PDF", (method, words, said) => {
    callAs(owner, "openReportFolder");
    const made = callAs(owner, "makeReport", REQUEST);
    breakDrive(owner, (call) => call.method === method && call.mimeType === PDF, words);
    const problems = finish(owner, made).map(({ problem }) => problem);
    expect(problems[1]).toContain(`trong Drive có tệp .docx, Google Tài liệu; chưa có tệp PDF. Lý do: ${said}`);
    expect(problems[1]).toContain("Cần PDF thì mở Google Tài liệu, chọn Tệp → Tải xuống → PDF.");
    expect(namesInDrive(owner)).toEqual(["Báo cáo 2282 – xã Mẫu", `${NAME}.docx`, NAME]);
  });

  it("caps what is exported at 10 MB, as Google does", () => {
    Object.assign(owner.context, { toPdf: () => new Uint8Array(10 * 1024 * 1024 + 1) });
    const { steps } = makeWhole(owner);
    expect(steps[1]?.problem).toContain("tài liệu lớn hơn 10 MB");
  });

  it("without the consent for Drive is told at the folder and at the .docx; the file can be downloaded", () => {
    const scopes = new Set([...owner.context.scopes].filter((scope) => !scope.endsWith("drive.file")));
    Object.assign(owner.context, { scopes });
    expect(callAs(owner, "openReportFolder").problem).toMatch(/^Bạn chưa cho phép sổ lưu tệp vào Drive\./);
    const { made, steps } = makeWhole(owner);
    expect(made.problem).toMatch(/^Bạn chưa cho phép sổ lưu tệp vào Drive\./);
    expect(made.base64.length).toBeGreaterThan(10_000);
    expect(steps.map(({ next }) => next)).toEqual([null]);
  });
});

describe("a sidebar that was closed in the middle", () => {
  it("leaves a report that is named, and that goes on from there", () => {
    callAs(owner, "openReportFolder");
    const { job } = callAs(owner, "makeReport", REQUEST);
    callAs(owner, "continueReport", { job });
    const [unfinished] = callAs(owner, "getReportState").unfinished;
    expect(unfinished).toMatchObject({ job, name: NAME, running: false });
    expect(unfinished?.text).toBe(`“${NAME}”: trong Drive có tệp .docx, Google Tài liệu; chưa có tệp PDF.`);
    callAs(owner, "continueReport", { job });
    callAs(owner, "continueReport", { job });
    const after = callAs(owner, "getReportState");
    expect([after.unfinished, after.made.map(({ name }) => name)]).toEqual([[], [NAME]]);
    expect(messageOf(() => callAs(owner, "continueReport", { job }))).toContain("không còn dở");
    expect(logLines(owner)).toHaveLength(1);
  });

  it("whose step Google cut off says what may be there besides, and goes on", () => {
    callAs(owner, "openReportFolder");
    const { job } = callAs(owner, "makeReport", REQUEST);
    const properties = owner.workbook.documentProperties;
    const noted = JSON.parse(properties.get(`report.job.${job}`) ?? "");
    properties.set(`report.job.${job}`, JSON.stringify({ ...noted, since: Date.now() - 7 * 60_000 }));
    expect(callAs(owner, "getReportState").unfinished[0]).toMatchObject({
      running: false,
      text: `“${NAME}”: trong Drive có tệp .docx; chưa có Google Tài liệu, tệp PDF. Bước đang làm bị dừng giữa chừng: trong thư mục có thể đã có Google Tài liệu cùng tên.`,
    });
    expect(callAs(owner, "continueReport", { job }).files).toEqual(["docx", "document"]);
  });

  it("in the writing itself leaves nothing but a line of the log to be written", () => {
    const { job } = callAs(owner, "makeReport", { ...REQUEST, drive: false });
    const properties = owner.workbook.documentProperties;
    const noted = JSON.parse(properties.get(`report.job.${job}`) ?? "");
    properties.set(`report.job.${job}`, JSON.stringify({ ...noted, at: "write", since: 1 }));
    expect(callAs(owner, "getReportState").unfinished[0]?.text).toBe(
      `“${NAME}”: chưa có tệp nào trong Drive. Bước đang làm bị dừng giữa chừng: trong thư mục có thể đã có tệp .docx cùng tên.`,
    );
    expect(callAs(owner, "continueReport", { job }).next).toBeNull();
    expect(logLines(owner)[0]?.[4]).toContain("không có tệp nào trong Drive");
  });

  it("of which only an unreadable note is left is passed over, and the others are listed", () => {
    const { job } = callAs(owner, "makeReport", { ...REQUEST, drive: false });
    for (const [id, note] of Object.entries({ a: "{", b: "", c: "null", d: "[]" })) {
      owner.workbook.documentProperties.set(`report.job.${id}`, note);
    }
    expect(callAs(owner, "getReportState").unfinished.map((report) => report.job)).toEqual([job]);
  });

  it("leaves a report that can be given up: its files go to the bin", () => {
    callAs(owner, "openReportFolder");
    const { job } = callAs(owner, "makeReport", REQUEST);
    expect(callAs(owner, "dropReport", { job }).message).toBe(
      `Đã bỏ báo cáo làm dở “${NAME}”. Các tệp của nó, nếu có, đã vào thùng rác của Drive.`,
    );
    expect(namesInDrive(owner)).toEqual(["Báo cáo 2282 – xã Mẫu"]);
    expect(callAs(owner, "getReportState")).toMatchObject({ unfinished: [], made: [] });
    expect(logLines(owner).map((line) => line[3])).toEqual(["Bỏ báo cáo dở"]);
  });

  it("names what could not be put into the bin", () => {
    callAs(owner, "openReportFolder");
    const { job } = callAs(owner, "makeReport", REQUEST);
    breakDrive(owner, ({ method }) => method === "update");
    expect(callAs(owner, "dropReport", { job }).message).toContain(
      `Còn trong Drive, hãy tự xóa: tệp .docx “${NAME}.docx”.`,
    );
    expect(logLines(owner)[0]?.[4]).toContain("hãy tự xóa");
  });

  it("cut off by Google anywhere leaves nothing that is neither listed nor in the log", () => {
    for (let cut = 1; cut < 120; cut += 29) {
      const open = withPdf(openWorkbook(makeOffice(), bundle, COORDINATOR));
      callAs(open, "openReportFolder");
      open.context.callsLeft = cut;
      try {
        finish(open, callAs(open, "makeReport", REQUEST));
      } catch {
        // What Google says is not the point here.
      }
      open.context.callsLeft = Number.POSITIVE_INFINITY;
      const made = namesInDrive(open).filter((name) => name.startsWith("BC-"));
      const { unfinished, made: listed } = callAs(open, "getReportState");
      const told = [...unfinished.map(({ name }) => name), ...listed.map(({ name }) => name)];
      expect([cut, made.length > 0 && told.length === 0]).toEqual([cut, false]);
    }
  });
});

describe("two windows", () => {
  it("do not do the same step at once", () => {
    callAs(owner, "openReportFolder");
    const { job } = callAs(owner, "makeReport", REQUEST);
    const properties = owner.workbook.documentProperties;
    const key = `report.job.${job}`;
    properties.set(key, JSON.stringify({ ...JSON.parse(properties.get(key) ?? ""), since: Date.now() }));
    expect(messageOf(() => callAs(owner, "continueReport", { job }))).toContain("đang được làm ở một cửa sổ khác");
    expect(callAs(owner, "getReportState").unfinished[0]?.running).toBe(true);
  });
});

describe("the log", () => {
  it("that cannot be written keeps the report for another try, and says what is there", () => {
    callAs(owner, "openReportFolder");
    const { job } = callAs(owner, "makeReport", { ...REQUEST });
    callAs(owner, "continueReport", { job });
    callAs(owner, "continueReport", { job });
    const log = owner.workbook.sheets.find(({ name }) => name === "Nhật ký");
    const at = owner.workbook.sheets.findIndex(({ name }) => name === "Nhật ký");
    if (log) owner.workbook.sheets.splice(at, 1);
    expect(messageOf(() => callAs(owner, "continueReport", { job }))).toContain(
      `“${NAME}”: trong Drive có tệp .docx, Google Tài liệu, tệp PDF. Chưa ghi được vào Nhật ký:`,
    );
    if (log) owner.workbook.sheets.splice(at, 0, log);
    repairDrive(owner);
    expect(callAs(owner, "continueReport", { job }).next).toBeNull();
    expect(logLines(owner)).toHaveLength(1);
  });
});

describe("a unit's user", () => {
  it("makes, continues, gives up and sends nothing", () => {
    const { job } = callAs(owner, "makeReport", REQUEST);
    const station = openWorkbook(owner.workbook, bundle, STATION);
    const acts: readonly (() => unknown)[] = [
      () => callAs(station, "openReportFolder"),
      () => callAs(station, "makeReport", REQUEST),
      () => callAs(station, "continueReport", { job }),
      () => callAs(station, "dropReport", { job }),
      () => callAs(station, "previewMail", { report: job, to: null, subject: null, body: null, files: null }),
      () => callAs(station, "makeOwnTemplate"),
      () => callAs(station, "checkOwnTemplate"),
      () => callAs(station, "forgetOwnTemplate"),
    ];
    for (const act of acts) expect(messageOf(act)).toContain("Cần quyền sửa tab Đơn vị");
  });
});
