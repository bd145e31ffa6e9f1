import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import { checkTemplate, fillReport } from "../../src/report/fill.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { findBreak } from "../../src/report/soundness.ts";
import { communeOf, HAMLET, reportOf, VHXH } from "./communes.ts";
import { inFile, paragraph, partOf, textOf, wordFile } from "./documents.ts";

const MODEL = reportOf(communeOf([VHXH, HAMLET], []));
const TYPES = "[Content_Types].xml";
const BODY = "word/document.xml";
const LIST = { chi_dao: ["a", "b", "c"] };

function fill(template: Uint8Array, changes: Partial<ReportModel> = {}): Uint8Array {
  return fillReport(template, { ...MODEL, ...changes });
}

/** Changes parts of a file as text. */
function edited(file: Uint8Array, edits: Readonly<Record<string, (xml: string) => string>>): Uint8Array {
  const zip = new PizZip(file);
  for (const [path, edit] of Object.entries(edits)) zip.file(path, edit(zip.file(path)?.asText() ?? ""));
  return zip.generate({ type: "uint8array" });
}

/** Adds a part of one of Word's types. */
function withPart(file: Uint8Array, kind: string, xml: string): Uint8Array {
  const type = `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`;
  const override = `<Override PartName="/word/${kind}.xml" ContentType="${type}"/>`;
  return edited(inFile(file, `word/${kind}.xml`, xml), {
    [TYPES]: (types) => types.replace("</Types>", `${override}$&`),
  });
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("a loop whose tags lie in different parts of a paragraph", () => {
  it.each([
    ["a tracked insertion", `<w:ins w:id="1" w:author="VP">${run("{/chi_dao}")}</w:ins>`, "theo dõi thay đổi"],
    ["a tracked move", `<w:moveTo w:id="1" w:author="VP">${run("{/chi_dao}")}</w:moveTo>`, "theo dõi thay đổi"],
    ["a link", `<w:hyperlink w:anchor="x">${run("{/chi_dao}")}</w:hyperlink>`, "một liên kết"],
    ["a simple field", `<w:fldSimple w:instr="DATE">${run("{/chi_dao}")}</w:fldSimple>`, "một trường"],
    [
      "a field's result",
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run("{/chi_dao}")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      "một trường",
    ],
    ["a smart tag", `<w:smartTag w:element="x">${run("{/chi_dao}")}</w:smartTag>`, "một phần được định dạng riêng"],
    ["a content control", `<w:sdt><w:sdtContent>${run("{/chi_dao}")}</w:sdtContent></w:sdt>`, "ô điều khiển nội dung"],
  ])("is refused with its paragraph: %s", (_, close, wrapper) => {
    const lines = checkTemplate(wordFile(`<w:p>${run("Gồm {#chi_dao}{.};")}${close}</w:p>`));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("đoạn “Gồm {#chi_dao}{.};{/chi_dao}”: ");
    expect(lines[0]).toContain(wrapper);
  });

  it("is filled where both lie in the same, or in several runs", () => {
    const inserted = `<w:ins w:id="1" w:author="VP">${run("{#chi_dao}{.}")}${run(" {/chi_dao}")}</w:ins>`;
    const file = fill(wordFile(`<w:p>${inserted}${run("{#chi_dao}{.}")}${run("-{/chi_dao}")}</w:p>`), LIST);
    expect(textOf(file)).toBe("a b c a-b-c-");
    expect(findBreak(partOf(file))).toBeUndefined();
  });
});

describe("what Word cannot open", () => {
  it.each([
    ["crossed elements", "<w:p><w:r></w:p></w:r>"],
    ["an element never closed", "<w:p><w:r>"],
    ["a paragraph in a paragraph", "<w:p><w:p/></w:p>"],
    ["a run outside a paragraph", "<w:body><w:r/></w:body>"],
    ["properties behind the text", "<w:p><w:r/><w:pPr/></w:p>"],
    ["a bare bracket", "<w:t>a < b</w:t>"],
  ])("is found: %s", (_, xml) => expect(findBreak(xml)).toBeTypeOf("number"));

  it("is not found in tables, boxes and controls that are well made", () => {
    const box = `<w:r><w:pict><v:textbox><w:txbxContent>${paragraph("x")}</w:txbxContent></v:textbox></w:pict></w:r>`;
    const table = `<w:tbl><w:tr><w:tc>${paragraph("x")}</w:tc></w:tr></w:tbl>`;
    expect(findBreak(`<w:body><!-- <w:p> --><w:p><w:pPr/>${box}</w:p>${table}</w:body>`)).toBeUndefined();
  });
});

describe("parts of a template", () => {
  it("are found by relationship and content type, whatever their names", () => {
    const zip = new PizZip(wordFile(paragraph("{nam}"), paragraph("{ten_cap_hoa}")));
    zip.file("word/document2.xml", zip.file(BODY)?.asText() ?? "");
    zip.remove(BODY);
    const rename = (xml: string) => xml.replace("word/document.xml", "word/document2.xml");
    const file = edited(zip.generate({ type: "uint8array" }), { [TYPES]: rename, "_rels/.rels": rename });
    const filled = fill(file);
    expect(textOf(filled, "word/document2.xml")).toBe("2026");
    expect(textOf(filled, "word/header1.xml")).toBe("XÃ VĨNH PHONG");
  });

  it("may have a byte-order mark, other prefixes and another encoding in their declaration", () => {
    const good = wordFile(paragraph("Năm {nam}"));
    const prefixed = (xml: string) => xml.replace(/(<\/?|\s|xmlns:)w:/g, "$1ns0:").replace("xmlns:w=", "xmlns:ns0=");
    const types = (xml: string) => xml.replace(/<(\/?)(\w)/g, "<$1t:$2").replace("xmlns=", "xmlns:t=");
    const files = [
      edited(good, { [BODY]: (xml) => `\ufeff${xml}` }),
      edited(good, { [BODY]: prefixed, "word/header1.xml": prefixed }),
      edited(good, { [TYPES]: (xml) => `\ufeff${types(xml).replace("<?t:xml", "<?xml")}` }),
      edited(good, { [BODY]: (xml) => xml.replace("?>", " encoding='utf-16'?>").replace('"1.0" ', '"1.0" ') }),
    ];
    for (const file of files) expect(textOf(fill(file))).toBe("Năm 2026");
    const zip = new PizZip(good);
    zip.file(BODY, Buffer.from(`\ufeff${zip.file(BODY)?.asText()}`, "utf16le"), { binary: true });
    expect(textOf(fill(zip.generate({ type: "uint8array" })))).toBe("Năm 2026");
  });

  it("that are endnotes are filled; a fault names the note, not the body", () => {
    const note = (text: string) => `<w:endnotes ${W}><w:endnote w:id="1">${paragraph(text)}</w:endnote></w:endnotes>`;
    const body = wordFile(paragraph("{nam}"));
    expect(textOf(fill(withPart(body, "endnotes", note("{nam}"))), "word/endnotes.xml")).toBe("2026");
    expect(checkTemplate(withPart(body, "endnotes", note("{la}")))[0]).toMatch(/^Tệp mẫu, phần chú thích cuối trang,/);
  });

  it("that are comments are left as they are: braces in them are no tags", () => {
    const comments = `<w:comments ${W}><w:comment w:id="1">${paragraph("Xem {nam}, {la} và {")}</w:comment></w:comments>`;
    const filled = fill(withPart(wordFile(paragraph("{nam}")), "comments", comments));
    expect(partOf(filled, "word/comments.xml")).toBe(comments);
    expect(partOf(filled, TYPES)).toContain("wordprocessingml.comments+xml");
  });

  it("that must hold a paragraph keep one", () => {
    const loop = paragraph("{#chi_dao}") + paragraph("{.}") + paragraph("{/chi_dao}");
    const box = `<w:p><w:r><w:pict><w:txbxContent>${loop}</w:txbxContent></w:pict></w:r></w:p>`;
    const file = fill(wordFile(paragraph("{nam}") + box, loop), { chi_dao: [] });
    expect(partOf(file, "word/header1.xml")).toMatch(/<w:hdr [^>]*><w:p\/><\/w:hdr>$/);
    expect(partOf(file)).toContain("<w:txbxContent><w:p/></w:txbxContent>");
  });
});

describe("ids that a loop repeats", () => {
  const repeated = (inner: string) => wordFile(`<w:p>${run("{#chi_dao}")}${inner}${run("{/chi_dao}")}</w:p>`);
  const valuesOf = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, value]) => value);

  it("stay unique for drawings and shapes", () => {
    const xml = partOf(fill(repeated('<w:r><wp:docPr id="4"/><v:shape id="s1"/></w:r>'), LIST));
    expect(valuesOf(xml, /docPr id="(\d+)"/g)).toHaveLength(3);
    expect(new Set(valuesOf(xml, /docPr id="(\d+)"/g)).size).toBe(3);
    expect(new Set(valuesOf(xml, /shape id="(\w+)"/g)).size).toBe(3);
  });

  it("are dropped with all but the first bookmark and comment", () => {
    const inner = `<w:bookmarkStart w:id="1" w:name="x"/><w:commentRangeStart w:id="2"/>${run("{.}")}<w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r><w:bookmarkEnd w:id="1"/>`;
    const xml = partOf(fill(repeated(inner), LIST));
    for (const mark of ["bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference"]) {
      expect(xml.split(`<w:${mark} `), mark).toHaveLength(2);
    }
    expect(textOf(fill(repeated(inner), LIST))).toBe("abc");
  });

  it("give every footnote a note of its own", () => {
    const notes = `<w:footnotes ${W}><w:footnote w:id="1">${paragraph("Theo {nam}")}</w:footnote></w:footnotes>`;
    const file = fill(withPart(repeated('<w:r><w:footnoteReference w:id="1"/></w:r>'), "footnotes", notes), LIST);
    const pointed = valuesOf(partOf(file), /footnoteReference w:id="(\d+)"/g);
    expect(new Set(pointed).size).toBe(3);
    expect(valuesOf(partOf(file, "word/footnotes.xml"), /<w:footnote w:id="(\d+)"/g).sort()).toEqual(
      [...pointed].sort(),
    );
    expect(textOf(file, "word/footnotes.xml")).toBe("Theo 2026\nTheo 2026\nTheo 2026");
  });
});

describe("a content control that is bound to data", () => {
  const binding = `<w:dataBinding w:prefixMappings="xmlns:a='urn:x'" w:xpath="/a:bc[1]/a:nam[2]" w:storeItemID="{1}"/>`;
  const control = (text: string) =>
    `<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/>${binding}<w:text/></w:sdtPr><w:sdtContent>${run(text)}</w:sdtContent></w:sdt></w:p>`;
  const withData = (text: string, data: string) =>
    inFile(wordFile(control(text)), "customXml/item1.xml", `<bc xmlns="urn:x"><nam>x</nam><nam>${data}</nam></bc>`);

  it("shows what its tag is filled with, whether the tag is in the control or in the data", () => {
    for (const file of [withData("{nam}", "{nam}"), withData("{nam}", "cũ")]) {
      const filled = fill(file);
      expect(textOf(filled)).toBe("2026");
      expect(partOf(filled)).not.toMatch(/dataBinding|showingPlcHdr/);
    }
    const body = paragraph("{nam}");
    const inData = edited(withData("cũ", "{dia_danh}"), { [BODY]: (xml) => xml.replace("<w:body>", `$&${body}`) });
    expect(textOf(fill(inData))).toBe("2026\nVĩnh Phong".replace("VĨNH", "Vĩnh"));
  });

  it("without a tag stays bound", () => {
    const file = edited(withData("cũ", "mới"), { [BODY]: (xml) => xml.replace("<w:body>", `$&${paragraph("{nam}")}`) });
    expect(partOf(fill(file))).toContain(binding);
  });
});

describe("a tag of another program", () => {
  it.each([
    ["&lt;&lt;trich_yeu&gt;&gt;", "<<trich_yeu>>: cần viết {trich_yeu}."],
    ["«Trích yếu»", "«Trích yếu»: cần viết {trich_yeu}."],
    ["[TRICH_YEU]", "[TRICH_YEU]: cần viết {trich_yeu}."],
    ["[[trich_yeu]]", "[[trich_yeu]]: cần viết {trich_yeu}."],
    [`$${"{trich_yeu}"}`, `$${"{trich_yeu}"}: cần viết {trich_yeu}.`],
    ["｛trich_yeu｝", "｛trich_yeu｝: cần viết {trich_yeu}."],
    ["«Năm_báo_cáo»", "«Năm_báo_cáo»: là thẻ của chương trình khác, ở đây không được điền."],
    ["&lt;&lt;trich_yieu&gt;&gt;", "Có phải {trich_yeu} không?"],
  ])("is named with the right spelling: %s", (written, said) => {
    const lines = checkTemplate(wordFile(paragraph(`Báo cáo {nam} ${written} hết.`)));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("Tệp mẫu, phần thân văn bản, đoạn “Báo cáo {nam} ");
    expect(lines[0]).toContain(said);
  });

  it("is named in a field for mail merge, whatever the field shows", () => {
    const simple = `<w:fldSimple w:instr=" MERGEFIELD  trich_yeu  \\* MERGEFORMAT ">${run("chữ")}</w:fldSimple>`;
    const complex = `<w:r><w:instrText xml:space="preserve"> MERGE</w:instrText></w:r><w:r><w:instrText>FIELD "trich_yeu" </w:instrText></w:r>${run("«trich_yeu»")}`;
    for (const field of [simple, complex]) {
      const lines = checkTemplate(wordFile(`<w:p>${run("{nam}")}${field}</w:p>`));
      expect(lines).toHaveLength(1);
      expect(lines[0]).toContain("«trich_yeu»: cần viết {trich_yeu}");
    }
  });

  it("is told from brackets and quotation marks that are none", () => {
    const text = "{nam} [1] [Số] «trích dẫn ngắn» [sic] 5 &lt;&lt; 6 $5";
    expect(checkTemplate(wordFile(paragraph(text)))).toEqual([]);
  });
});
