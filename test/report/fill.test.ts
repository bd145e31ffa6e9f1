import fc from "fast-check";
import PizZip from "pizzip";
import { describe, expect, it, vi } from "vitest";
import { checkTemplate, fillReport, TemplateFault } from "../../src/report/fill.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { communeOf, HAMLET, reportOf, VHXH } from "./communes.ts";
import { inFile, paragraph, partOf, textOf, wordFile } from "./documents.ts";

const MODEL = reportOf(communeOf([VHXH, HAMLET], []));

function filled(template: string | Uint8Array, changes: Partial<ReportModel> = {}): string {
  return textOf(fillReport(template, { ...MODEL, ...changes }));
}

/** The one line that a template's fault says. */
function faultOf(template: string | Uint8Array): string {
  try {
    fillReport(template, MODEL);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(TemplateFault);
    return thrown instanceof TemplateFault ? thrown.message : "";
  }
  return "không có lỗi";
}

describe("a template", () => {
  it("is filled from bytes and from base64 alike", () => {
    const template = wordFile(paragraph("Năm {nam} tại {dia_danh}"));
    expect(filled(template)).toBe("Năm 2026 tại Vĩnh Phong");
    expect(filled(Buffer.from(template).toString("base64"))).toBe("Năm 2026 tại Vĩnh Phong");
  });

  it("may have its tags split across runs, and spaces inside them", () => {
    expect(filled(wordFile(paragraph("Năm {", "na", "m} tại { dia_danh", " }")))).toBe("Năm 2026 tại Vĩnh Phong");
  });

  it("may have tags in its header", () => {
    const file = fillReport(wordFile(paragraph("x"), paragraph("{ten_cap_hoa}")), MODEL);
    expect(textOf(file, "word/header1.xml")).toBe("XÃ VĨNH PHONG");
  });

  it("repeats paragraphs and rows, and drops what a condition denies", () => {
    const list = [paragraph("{#chi_dao}"), paragraph("* {.}"), paragraph("{/chi_dao}")].join("");
    expect(filled(wordFile(list), { chi_dao: ["a", "b"] })).toBe("* a\n* b");
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = `<w:tbl><w:tr>${cell("{#phu_luc_2}{stt}")}${cell("{don_vi}{/phu_luc_2}")}</w:tr></w:tbl>`;
    expect(filled(wordFile(row))).toBe("1\nPhòng Văn hóa – Xã hội\n2\nẤp 1");
    const draft = wordFile(paragraph("{#du_thao}Dự thảo{/du_thao}{^du_thao}Chính thức{/du_thao}"));
    expect(filled(draft, { du_thao: true })).toBe("Dự thảo");
    expect(filled(draft, { du_thao: false })).toBe("Chính thức");
  });

  it("is read where a tag can only mean one: in capitals, with diacritics, with spaces", () => {
    expect(filled(wordFile(paragraph("{NAM} {Đ", "ịa danh} {#CHỈ_ĐẠO}{.}{/chi_dao}")), { chi_dao: ["a"] })).toBe(
      "2026 Vĩnh Phong a",
    );
  });

  it("of the macro-enabled or the template kind is a Word file too", () => {
    const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml";
    expect(filled(wordFile(paragraph("{nam}"), "", type))).toBe("2026");
  });
});

describe("what users typed", () => {
  const template = wordFile(paragraph("[{nguoi_ky}]"));

  it.each([
    ["tags", "{nam} {#chi_dao} {/x} {@raw}"],
    ["markup", `<w:p>&amp; "a" 'b' ]]> <!--`],
    ["formulas", "=1+1"],
    ["signs", "+ - @ %"],
    ["emoji", "👩‍💼 ok 🇻🇳"],
    ["dollars", "$& $1 $$"],
  ])("comes out as text: %s", (_, typed) => {
    expect(filled(template, { nguoi_ky: typed })).toBe(`[${typed}]`);
  });

  it.each([
    ["line breaks", "a\nb\r\nc\rd\u2028e\vf", "a\nb\nc\nd\ne\nf"],
    ["tabs", "a\tb", "a b"],
    ["control characters", "a\u0000\u0008\u001fb\u007f", "ab"],
    ["half an emoji", "a\ud83db\udc69c", "abc"],
    ["what is no character", "a\ufffeb\uffff", "ab"],
  ])("is made fit for a document: %s", (_, typed, text) => {
    expect(filled(template, { nguoi_ky: typed })).toBe(`[${text}]`);
  });

  it("may be 50,000 characters long", () => {
    const long = "Đã làm {việc} <này>.\n".repeat(2400).slice(0, 50_000);
    expect(long).toHaveLength(50_000);
    expect(filled(template, { nguoi_ky: long })).toBe(`[${long}]`);
  });

  it("leaves the document well-formed", () => {
    const file = fillReport(template, { ...MODEL, nguoi_ky: "<w:p>\u0001&\n{x}\ud800" });
    expect(partOf(file)).toContain('preserve">[&lt;w:p&gt;&amp;</w:t></w:r><w:r><w:br/></w:r>');
    expect(partOf(file)).toContain("{x}]</w:t>");
  });
});

describe("a template's fault", () => {
  it.each([
    [
      "unknown tag",
      paragraph("{ten_xa}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{ten_xa}”: thẻ {ten_xa} không có trong danh sách thẻ. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "misspelt tag",
      paragraph("Kính gửi: {trich_yieu}"),
      "Tệp mẫu, phần thân văn bản, đoạn “Kính gửi: {trich_yieu}”: thẻ {trich_yieu} không có trong danh sách thẻ. Có phải {trich_yeu} không? Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "misspelt tag with diacritics",
      paragraph("Nă", "m {Nămm", "}"),
      "Tệp mẫu, phần thân văn bản, đoạn “Năm {Nămm}”: thẻ {Nămm} không có trong danh sách thẻ. Có phải {nam} không? Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "misspelt tag of a row",
      paragraph("{#phu_luc_2}{don_vj}{/phu_luc_2}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{#phu_luc_2}{don_vj}{/phu_luc_2}”: thẻ {don_vj} không có trong danh sách thẻ. Có phải {don_vi} không? Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "tag in a long paragraph",
      paragraph(`${"Căn cứ ".repeat(20)}{nm} ${"như sau ".repeat(20)}`),
      "Tệp mẫu, phần thân văn bản, đoạn “…cứ Căn cứ Căn cứ Căn cứ {nm} như sau như sau như s…”: thẻ {nm} không có trong danh sách thẻ. Có phải {nam} không? Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "inherited name",
      paragraph("{constructor}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{constructor}”: thẻ {constructor} không có trong danh sách thẻ. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "unknown tag in a loop that stays empty",
      paragraph("{#bang_kinh_phi}{ten_xa}{/bang_kinh_phi}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{#bang_kinh_phi}{ten_xa}{/bang_kinh_phi}”: thẻ {ten_xa} không có trong danh sách thẻ. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "row's tag outside its loop",
      paragraph("{don_vi}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{don_vi}”: thẻ {don_vi} chỉ dùng được trong vòng lặp của bảng hoặc mục chứa nó, ví dụ {#phu_luc_2}…{/phu_luc_2}. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "list without a loop",
      paragraph("{chi_dao}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{chi_dao}”: thẻ {chi_dao} là danh sách hoặc điều kiện. Viết {#chi_dao}…{/chi_dao}.",
    ],
    [
      "dot outside a list",
      paragraph("{.}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{.}”: thẻ {.} chỉ dùng được trong vòng lặp của một danh sách. Xóa hoặc sửa thẻ.",
    ],
    [
      "raw XML",
      paragraph("{@nguoi_ky}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{@nguoi_ky}”: thẻ {@nguoi_ky} không được dùng dấu @. Sửa thành {nguoi_ky}.",
    ],
    [
      "unclosed tag",
      paragraph("{nam"),
      "Tệp mẫu, phần thân văn bản, đoạn “{nam”: thẻ “{nam” chưa có dấu “}”. Thêm dấu } ngay sau tên thẻ.",
    ],
    [
      "unopened tag",
      paragraph("nam}"),
      "Tệp mẫu, phần thân văn bản, đoạn “nam}”: thẻ “nam}” chưa có dấu “{”. Thêm dấu { ngay trước tên thẻ.",
    ],
    [
      "unclosed loop",
      paragraph("{#chi_dao}{.}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{#chi_dao}{.}”: vòng lặp {#chi_dao} chưa được đóng. Thêm {/chi_dao} ở cuối phần lặp.",
    ],
    [
      "loop never opened",
      paragraph("{/chi_dao}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{/chi_dao}”: thẻ đóng {/chi_dao} không có thẻ mở. Thêm {#chi_dao} ở đầu phần lặp, hoặc xóa thẻ đóng.",
    ],
    [
      "loop closed by another",
      paragraph("{#chi_dao}{.}{/kinh_phi}"),
      "Tệp mẫu, phần thân văn bản, đoạn “{#chi_dao}{.}{/kinh_phi}”: vòng lặp {#chi_dao} được đóng bằng {/kinh_phi}. Sửa để hai thẻ cùng tên.",
    ],
  ])("is one line that says what to do: %s", (_, body, message) => {
    expect(faultOf(wordFile(body))).toBe(message);
  });

  it("stands in a line of its own beside the others, and says where it is", () => {
    expect(faultOf(wordFile(paragraph("{nam"), paragraph("{nam} {nmm}"))).split("\n")).toEqual([
      expect.stringMatching(/^Tệp mẫu, phần thân văn bản, đoạn “{nam”/),
      expect.stringMatching(/^Tệp mẫu, phần đầu trang, đoạn “{nam} {nmm}”: thẻ {nmm}/),
    ]);
    expect(faultOf(wordFile(paragraph("{nam}"), paragraph("{ten_xa}")))).toMatch(
      /^Tệp mẫu, phần đầu trang, đoạn “{ten_xa}”: thẻ {ten_xa}/,
    );
  });

  const advice = "Mở mẫu bằng Word, lưu lại dạng .docx rồi chọn lại.";
  const good = wordFile(paragraph("{nam}"));
  const LOCKED = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.from("EncryptedPackage", "utf16le"),
    Buffer.from([0, 1]),
  ]);
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  it.each([
    ["empty", new Uint8Array(), "tệp trống"],
    ["empty base64", "", "tệp trống"],
    ["plain text", new TextEncoder().encode("Kính gửi"), "tệp loại khác"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7"), "tệp PDF"],
    ["an old .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "tệp .doc đời cũ"],
    ["an old .doc in base64", "0M8R4KGxGuE=", "tệp .doc đời cũ"],
    ["a locked one", LOCKED, "tệp có mật khẩu"],
    ["a locked one in base64", Buffer.from(LOCKED).toString("base64"), "tệp có mật khẩu"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), "tệp hình ảnh"],
    ["a photograph", new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), "tệp hình ảnh"],
    ["half a file", good.slice(0, good.length / 2), "tệp nén bị hỏng hoặc không phải tệp Word"],
    ["a spreadsheet", wordFile("", "", sheet), "tệp nén bị hỏng hoặc không phải tệp Word"],
  ])("names what the file is instead: %s", (_, template, found) => {
    expect(faultOf(template)).toBe(`Tệp mẫu: cần một tệp Word .docx, nhưng đây là ${found}. ${advice}`);
  });

  it("covers bytes damaged in the middle", () => {
    const damaged = good.slice();
    damaged.fill(0xff, 200, 900);
    expect(faultOf(damaged)).toMatch(/^Tệp mẫu.*Mở mẫu bằng Word, lưu lại dạng \.docx rồi chọn lại\.$/);
  });
});

describe("a file that should not be opened", () => {
  const good = wordFile(paragraph("{nam}"));
  it.each<readonly [name: string, file: Uint8Array, found: string]>([
    ["larger than 20 MB", new Uint8Array(21 * 1024 * 1024), "cần tệp không quá 20 MB, nhưng tệp này lớn hơn"],
    ["a zip bomb", inFile(good, "word/a.xml", " ".repeat(61 * 1024 * 1024)), "cần tệp bung ra không quá 60 MB"],
    ["one that understates its size", understated(good), "cần tệp bung ra không quá 60 MB"],
    ["one with macros", inFile(good, "word/vbaProject.bin", "x"), "cần một tệp Word không có macro"],
    [
      "one of the macro kind",
      wordFile(paragraph("{nam}"), "", "application/vnd.ms-word.document.macroEnabled.main+xml"),
      "cần một tệp Word không có macro",
    ],
    [
      "a scanned outline",
      wordFile("<w:p><w:r><w:drawing/></w:r></w:p>"),
      "cần chữ và thẻ, nhưng tệp này không có chữ nào (có thể là bản quét, bản chụp)",
    ],
    ["an outline without tags", wordFile(paragraph("I. Kết quả")), "nhưng tệp này không có thẻ nào"],
  ])("is refused with what to do: %s", (_, file, found) => {
    const message = faultOf(file);
    expect(message).toContain(found);
    expect(message).toMatch(/^Tệp mẫu: cần .*\. .*[^.]\.$/);
    expect(checkTemplate(file)).toEqual([message]);
  });
});

/** Makes the archive say of a large entry that it is small. */
function understated(file: Uint8Array): Uint8Array {
  const text = Array.from({ length: 20_000 }, (_, index) => String((index * 7919) % 10_007)).join("");
  const bytes = Buffer.from(inFile(file, "word/a.xml", text));
  const directory = bytes.lastIndexOf("word/a.xml") - 46;
  bytes.writeUInt32LE(10, directory + 24);
  return bytes;
}

describe("checking a template", () => {
  it("lists every fault, not only the first", () => {
    const template = wordFile(paragraph("{nm} {trich_yieu}") + paragraph("{chi_dao}"), paragraph("{diadanh}"));
    const lines = checkTemplate(template);
    expect(lines.map((line) => /thẻ \{(\w+)\}/.exec(line)?.[1]).sort()).toEqual([
      "chi_dao",
      "diadanh",
      "nm",
      "trich_yieu",
    ]);
    expect(faultOf(template).split("\n")).toEqual(lines);
  });

  it("finds nothing wrong with one that can be filled", () => {
    expect(checkTemplate(wordFile(paragraph("{nam}")))).toEqual([]);
  });

  it("takes one whose archive lists its folders, as a filled report does", () => {
    const zip = new PizZip(wordFile(paragraph("{nam}")));
    zip.folder("word");
    zip.folder("customXml");
    expect(filled(zip.generate({ type: "uint8array" }))).toBe("2026");
  });

  it("says of damaged bytes what is wrong, whatever they are", () => {
    // The XML parser inside docxtemplater tells the console of every fault.
    const silent = ["error", "warn"] as const;
    for (const level of silent) vi.spyOn(console, level).mockImplementation(() => {});
    const template = wordFile(paragraph("{nam} {#chi_dao}{.}{/chi_dao}"), paragraph("{dia_danh}"));
    const damage = fc.array(fc.tuple(fc.nat(template.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(damage, (changes) => {
        const damaged = template.slice();
        for (const [at, byte] of changes) damaged[at] = byte;
        for (const line of checkTemplate(damaged)) expect(line).toMatch(/^Tệp mẫu.*\.$/s);
      }),
      { numRuns: 300 },
    );
    vi.restoreAllMocks();
  });

  it("lets a table's header row have tags", () => {
    const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
    const head = `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Năm {nam}")}${cell("Tên")}</w:tr>`;
    const row = `<w:tr>${cell("{#phu_luc_2}{stt}")}${cell("{don_vi}{/phu_luc_2}")}</w:tr>`;
    expect(filled(wordFile(`<w:tbl>${head}${row}</w:tbl>`))).toBe("Năm 2026\nTên\n1\nPhòng Văn hóa – Xã hội\n2\nẤp 1");
  });
});
