import { describe, expect, it } from "vitest";
import { contentTypes, mainPart, relationsOf, relationsPath, withUsualPrefixes, xmlText } from "zip-file";

const utf8 = (bytes: Uint8Array) => Buffer.from(bytes).toString("utf8");

describe("the parts of an Office file", () => {
  it("are found by relationship and by content type, in any spelling of the same XML", () => {
    const rels = `<r:Relationships xmlns:r="x"><r:Relationship Target='/word/document2.xml' Type="http://a/officeDocument" Id="r1"/></r:Relationships>`;
    expect(mainPart(rels)).toBe("word/document2.xml");
    expect([...contentTypes(`<Types><Override ContentType='t' PartName='/word/a.xml'/></Types>`)]).toEqual([
      ["word/a.xml", "t"],
    ]);
  });

  it("are related from the folder of their part", () => {
    const relation = (target: string) =>
      `<Relationships><Relationship Id="a" Type="t" Target="${target}"/></Relationships>`;
    const pathOf = (target: string) => relationsOf("xl/worksheets/sheet1.xml", relation(target))[0]?.path;
    expect([pathOf("../tables/t.xml"), pathOf("/xl/t.xml"), pathOf("./b.xml")]).toEqual([
      "xl/tables/t.xml",
      "xl/t.xml",
      "xl/worksheets/b.xml",
    ]);
    expect([relationsPath("xl/workbook.xml"), relationsPath("")]).toEqual([
      "xl/_rels/workbook.xml.rels",
      "_rels/.rels",
    ]);
  });
});

describe("XML", () => {
  it("is read by its first bytes, then by its declaration", () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><a>Ấp</a>`;
    const read = (bytes: Uint8Array) => xmlText(bytes, utf8);
    const expected = xml.replace("UTF-16", "UTF-8");
    expect(read(Buffer.from(`\ufeff${xml}`, "utf16le"))).toBe(expected);
    expect(read(Buffer.from(`\ufeff${xml}`, "utf16le").swap16())).toBe(expected);
    expect(read(Buffer.from(xml, "utf16le"))).toBe(expected);
    expect(read(Buffer.from(`\ufeff${xml}`))).toBe(expected);
    expect(read(Buffer.from(`<?xml version='1.0' encoding='windows-1252'?><a>é\u0093</a>`, "latin1"))).toBe(
      `<?xml version='1.0' encoding="UTF-8"?><a>é“</a>`,
    );
  });

  it("gets the usual prefixes, and stays as it is where it has them", () => {
    const uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    expect(withUsualPrefixes(`<x:a xmlns:x="${uri}" x:b="x:c"><x:d/>x:e</x:a>`)).toBe(
      `<w:a xmlns:w="${uri}" w:b="x:c"><w:d/>x:e</w:a>`,
    );
    expect(withUsualPrefixes(`<a xmlns="${uri}" xmlns:w="${uri}" w:b="1"/>`)).toBe(
      `<w:a xmlns="${uri}" xmlns:w="${uri}" w:b="1"/>`,
    );
    const usual = `<w:a  xmlns:w="${uri}"  w:b='1' ><w:p /></w:a>`;
    expect(withUsualPrefixes(usual)).toBe(usual);
  });
});
