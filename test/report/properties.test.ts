/** Properties of a .docx that no page shows. */
import { describe, expect, it } from "vitest";
import { fillReport } from "../../src/report/fill.ts";
import { readProperty, setProperties } from "../../src/report/properties.ts";
import Zip from "../../src/report/zip.js";
import { communeOf, reportOf, VHXH } from "./communes.ts";
import { inFile, paragraph, partOf, wordFile } from "./documents.ts";

const MODEL = reportOf(communeOf([VHXH], []));
const TEMPLATE = wordFile(paragraph("{trich_yeu}"));

const PART = "docProps/custom.xml";
const OWN = `<?xml version="1.0"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Phòng"><vt:lpwstr>VH-XH</vt:lpwstr></property></Properties>`;

describe("a report's properties", () => {
  it("are in its file, announced once, and in no text of it", () => {
    const file = fillReport(TEMPLATE, MODEL, { "So2282.DauSoLieu": "0123456789abcdef" });
    expect(readProperty(new Zip(file), "So2282.DauSoLieu")).toBe("0123456789abcdef");
    expect(partOf(file, "[Content_Types].xml").match(/docProps\/custom\.xml/g)).toHaveLength(1);
    expect(partOf(file, "_rels/.rels").match(/docProps\/custom\.xml/g)).toHaveLength(1);
    expect(partOf(file)).not.toContain("0123456789abcdef");
  });

  it("stand beside those that a template has, numbered again; a second time they are replaced", () => {
    const zip = new Zip(inFile(TEMPLATE, PART, OWN));
    setProperties(zip, { Dau: "một <&> hai" });
    setProperties(zip, { Dau: "ba" });
    expect([readProperty(zip, "Phòng"), readProperty(zip, "Dau")]).toEqual(["VH-XH", "ba"]);
    expect(
      zip
        .file(PART)
        ?.asText()
        .match(/pid="\d+"/g),
    ).toEqual(['pid="2"', 'pid="3"']);
  });

  it("are written so that XML stays XML", () => {
    const zip = new Zip(TEMPLATE);
    setProperties(zip, { 'a"b': "<x>&" });
    expect(zip.file(PART)?.asText()).toContain('name="a&quot;b"><vt:lpwstr>&lt;x&gt;&amp;</vt:lpwstr>');
  });

  it("that nobody wants change nothing", () => {
    const zip = new Zip(TEMPLATE);
    setProperties(zip, {});
    expect(zip.file(PART)).toBeNull();
  });
});
