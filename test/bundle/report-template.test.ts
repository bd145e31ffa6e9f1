/** The commune's own template through the shipped bundle: a Google Doc of the default one, edited, used, lost, forgotten. */

import { driveOf, GOOGLE_DOC, type OpenWorkbook, openWorkbook } from "gas-offline";
import PizZip from "pizzip";
import { beforeEach, describe, expect, it } from "vitest";
import Zip from "../../src/report/zip.js";
import { throughAnotherProgram } from "../report/foreign.ts";
import { COORDINATOR, callAs, makeOffice } from "./office.ts";
import { bundle, messageOf } from "./opened.ts";
import { breakDrive, inDrive, makeWhole, REQUEST, repairDrive, withPdf } from "./reports.ts";

let owner: OpenWorkbook;

beforeEach(() => {
  owner = withPdf(openWorkbook(makeOffice(), bundle, COORDINATOR));
});

const templates = () => inDrive(owner).filter(({ name }) => name === "Mẫu báo cáo 2282 – xã Mẫu");

/** Edits the Doc as a person does: words in its text become others. */
function edit(from: string, to: string): void {
  const [entry] = templates();
  if (!entry) throw new Error("no template");
  const zip = new PizZip(entry.bytes);
  const path = "word/document.xml";
  const before = zip.file(path)?.asText() ?? "";
  expect(before.includes(from)).toBe(true);
  zip.file(path, before.split(from).join(to));
  Object.assign(entry, { bytes: zip.generate({ type: "uint8array" }) });
}

/** Converts the Doc as Google's editor does: names, runs and content controls change, words stay. */
function convert(commented: readonly string[]): void {
  const [entry] = templates();
  if (!entry) throw new Error("no template");
  Object.assign(entry, { bytes: throughAnotherProgram(entry.bytes, commented) });
}

const make = () => callAs(owner, "makeReport", { ...REQUEST, ownTemplate: true, drive: false });

function textOf(base64: string): string {
  return textIn(Buffer.from(base64, "base64"));
}

function textIn(file: Uint8Array): string {
  return new Zip(file).file("word/document.xml")?.asText() ?? "";
}

const wordsIn = (xml: string) =>
  xml
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/\n+/g, "\n");

describe("an own template", () => {
  it("is a Google Doc in the folder, with every tag of the default one; it is made once", () => {
    const made = callAs(owner, "makeOwnTemplate");
    expect(made).toEqual({
      name: "Mẫu báo cáo 2282 – xã Mẫu",
      url: expect.stringMatching(/^https:\/\/docs\.google\.com\/document\/d\/.+\/edit$/),
    });
    expect(callAs(owner, "makeOwnTemplate")).toEqual(made);
    expect(callAs(owner, "getReportState").template).toEqual(made);
    expect(templates().map(({ mimeType, parents }) => [mimeType, parents.length])).toEqual([[GOOGLE_DOC, 1]]);
    expect(callAs(owner, "checkOwnTemplate")).toEqual({ faults: [] });
  });

  it("is what a report is then written with, as it was edited", () => {
    callAs(owner, "makeOwnTemplate");
    edit(">BÁO CÁO<", ">BÁO CÁO RIÊNG<");
    expect(textOf(make().base64).includes("BÁO CÁO RIÊNG")).toBe(true);
    const { base64 } = callAs(owner, "makeReport", { ...REQUEST, drive: false });
    expect(textOf(base64).includes("BÁO CÁO RIÊNG")).toBe(false);
  });

  it("explains its tags at its end, and a report written with it is the one of the default", () => {
    callAs(owner, "makeOwnTemplate");
    const [entry] = templates();
    expect(textIn(entry?.bytes ?? new Uint8Array())).toContain("Các thẻ của mẫu – phần này không vào báo cáo");
    const standard = textOf(callAs(owner, "makeReport", { ...REQUEST, drive: false }).base64);
    expect(textOf(make().base64)).toBe(standard);
    convert(["{#huong_dan}", "{/huong_dan}"]);
    expect(callAs(owner, "checkOwnTemplate")).toEqual({ faults: [] });
    expect(wordsIn(textOf(make().base64))).toBe(wordsIn(standard));
  });

  it("says of a guide that lost its last line what is missing, and makes no report of it", () => {
    callAs(owner, "makeOwnTemplate");
    edit("{/huong_dan}", "");
    const { faults } = callAs(owner, "checkOwnTemplate");
    expect(faults).toEqual([expect.stringContaining("cần kết thúc bằng một dòng {/huong_dan}, nhưng không thấy")]);
    expect(messageOf(make)).toContain(faults[0]);
  });

  it("with a misspelt tag is named with the tag that was meant, by the check and by the report", () => {
    callAs(owner, "makeOwnTemplate");
    edit("{trich_yeu}", "{trich_yeo}");
    const { faults } = callAs(owner, "checkOwnTemplate");
    expect(faults.join()).toContain("trich_yeu");
    expect(messageOf(make)).toContain("trich_yeo");
    expect(callAs(owner, "getReportState").unfinished).toEqual([]);
  });

  it("is explained tag by tag, from the list that checks it", () => {
    const [everywhere, ...rows] = callAs(owner, "listTags");
    expect(everywhere?.tags).toContainEqual({ tag: "{#du_thao}…{/du_thao}", text: expect.stringContaining("chưa đủ") });
    expect(rows.find(({ place }) => place === "Trong {#phu_luc_2}…{/phu_luc_2}")?.tags).toContainEqual({
      tag: "{don_vi}",
      text: "Tên đơn vị",
    });
  });

  it("is forgotten where the default is wanted again; its file stays", () => {
    callAs(owner, "makeOwnTemplate");
    expect(callAs(owner, "forgetOwnTemplate")).toEqual({ forgotten: true });
    expect(callAs(owner, "getReportState").template).toBeNull();
    expect(templates()).toHaveLength(1);
    expect(messageOf(make)).toContain("Sổ chưa có mẫu riêng.");
    expect(callAs(owner, "forgetOwnTemplate")).toEqual({ forgotten: false });
  });
});

describe("a fault", () => {
  it("while it is made leaves the default as it was, and no Doc", () => {
    breakDrive(owner, ({ mimeType }) => mimeType === GOOGLE_DOC);
    expect(messageOf(() => callAs(owner, "makeOwnTemplate"))).toContain(
      "Chưa làm được mẫu riêng; mẫu chuẩn vẫn dùng được như trước. Lý do: Drive báo:",
    );
    expect(callAs(owner, "getReportState").template).toBeNull();
    expect(templates()).toEqual([]);
  });

  it("where it could not be noted puts the Doc into the bin", () => {
    owner.workbook.documentProperties.set("day", "x".repeat(500 * 1024 - 60));
    expect(messageOf(() => callAs(owner, "makeOwnTemplate"))).toContain("Chưa làm được mẫu riêng");
    expect(templates()).toEqual([]);
  });

  const OFFER = "Hãy bấm “Dùng lại mẫu chuẩn”";
  const [first] = [() => templates()[0]];

  it.each<readonly [string, () => void, string]>([
    ["in the bin", () => Object.assign(first() ?? {}, { trashed: true }), "đang ở thùng rác của Drive."],
    ["deleted", () => driveOf(owner.workbook).clear(), "không thấy tệp: tệp đã bị xóa hẳn"],
    ["another's", () => Object.assign(first() ?? {}, { owner: "ai@do.example" }), "do người khác tạo"],
    [
      "over 10 MB",
      () => Object.assign(first() ?? {}, { bytes: new Uint8Array(10 * 1024 * 1024 + 1).fill(80) }),
      "tài liệu lớn hơn 10 MB",
    ],
    ["out of reach", () => breakDrive(owner, ({ method }) => method === "export"), "Drive báo:"],
  ])("where it is %s is said, and the default is offered", (_, lose, words) => {
    callAs(owner, "makeOwnTemplate");
    lose();
    const message = messageOf(make);
    expect(message).toContain(words);
    expect(message).toContain(OFFER);
    repairDrive(owner);
    expect(makeWhole(owner).steps.at(-1)?.next).toBeNull();
  });

  it("without the consent for Drive is said", () => {
    callAs(owner, "makeOwnTemplate");
    const scopes = new Set([...owner.context.scopes].filter((scope) => !scope.endsWith("drive.file")));
    Object.assign(owner.context, { scopes });
    expect(messageOf(make)).toContain("bạn chưa cho phép sổ lưu tệp vào Drive");
  });

  it("is no longer one once a lost Doc is rebuilt", () => {
    const before = callAs(owner, "makeOwnTemplate");
    driveOf(owner.workbook).clear();
    const after = callAs(owner, "makeOwnTemplate");
    expect(after.url).not.toBe(before.url);
    expect(make().base64.length).toBeGreaterThan(10_000);
  });
});
