/** The host's Drive, as `drive.file` and the advanced service have it. */
import { describe, expect, it } from "vitest";
import { messageOf } from "../../../../test/bundle/opened.ts";
import { driveOf } from "../../src/services/drive.ts";
import { openScript } from "./scripts.ts";

const SCRIPT = `
  const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const DOC = "application/vnd.google-apps.document";
  const FOLDER = "application/vnd.google-apps.folder";
  const blob = (bytes) => Utilities.newBlob(bytes, DOCX, "a.docx");
  function makeFolder() { return Drive.Files.create({ name: "Thư mục", mimeType: FOLDER }); }
  function makeDocx(parent) { return Drive.Files.create({ name: "a.docx", mimeType: DOCX, parents: parent ? [parent] : [] }, blob([80, 75, 1])); }
  function makeText() { return Drive.Files.create({ name: "b", mimeType: DOC }, blob([1, 2])); }
  function convert(id) { return Drive.Files.copy({ name: "a", mimeType: DOC }, id); }
  function look(id, fields) { return Drive.Files.get(id, fields ? { fields } : {}); }
  function content(id) { const got = Drive.Files.get(id, { alt: "media" }); return typeof got === "string" ? got : got.getBytes(); }
  function exported(id, mime) { return Drive.Files.export(id, mime, { alt: "media" }).getBytes(); }
  function exportedAsJson(id) { return Drive.Files.export(id, DOCX); }
  function bin(id) { return Drive.Files.update({ trashed: true }, id); }
`;

const open = () => openScript(SCRIPT);
const idOf = (file: unknown): string =>
  typeof file === "object" && file !== null ? String(Reflect.get(file, "id")) : "";

describe("Drive", () => {
  it("makes folders and files in them, and answers few fields unless more are asked for", () => {
    const script = open();
    const folder = idOf(script.run("makeFolder"));
    const file = idOf(script.run("makeDocx", [folder]));
    expect(Object.keys(Object(script.run("look", [file]))).sort()).toEqual(["id", "kind", "mimeType", "name"]);
    expect(script.run("look", [file, "trashed,size,ownedByMe"])).toEqual({
      trashed: false,
      size: "3",
      ownedByMe: true,
    });
    script.run("bin", [file]);
    expect(script.run("look", [file, "trashed"])).toEqual({ trashed: true });
    expect(script.takeFiles().map(({ name }) => name)).toEqual(["a.docx"]);
  });

  it("converts a .docx by copying it, and exports a Google Doc as one", () => {
    const script = open();
    const doc = idOf(script.run("convert", [idOf(script.run("makeDocx"))]));
    expect(
      script.run("exported", [doc, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"]),
    ).toEqual([80, 75, 1]);
    expect(messageOf(() => script.run("exportedAsJson", [doc]))).toContain("Response Code: 200");
    expect(messageOf(() => script.run("exported", [doc, "application/pdf"]))).toContain("không làm được PDF");
    expect(messageOf(() => script.run("content", [doc]))).toContain("Use Export with Docs Editors files.");
    expect(messageOf(() => script.run("makeText"))).toContain("Bad Request");
  });

  it("gives a stored file's content as a blob, or as text where it is set so", () => {
    const script = open();
    const file = idOf(script.run("makeDocx"));
    expect(script.run("content", [file])).toEqual([80, 75, 1]);
    script.context.driveGivesText = true;
    expect(script.run("content", [file])).toBe("PK\u0001");
  });

  it("shows nobody what is another's, or is no more", () => {
    const script = open();
    const file = idOf(script.run("makeDocx"));
    script.context.user = "ai@do.example";
    expect(messageOf(() => script.run("look", [file]))).toContain(`File not found: ${file}.`);
    expect(messageOf(() => script.run("makeDocx", [file]))).toContain("File not found");
    driveOf(script.workbook).clear();
    expect(messageOf(() => script.run("bin", [file]))).toContain("File not found");
  });
});
