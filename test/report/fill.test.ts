import { describe, expect, it } from "vitest";
import { fillReport, TemplateFault } from "../../src/report/fill.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { communeOf, HAMLET, reportOf, VHXH } from "./communes.ts";
import { paragraph, partOf, textOf, wordFile } from "./documents.ts";

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
      "Tệp mẫu, phần thân văn bản: thẻ {ten_xa} không có trong danh sách thẻ. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "inherited name",
      paragraph("{constructor}"),
      "Tệp mẫu, phần thân văn bản: thẻ {constructor} không có trong danh sách thẻ. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "unknown tag in a loop that stays empty",
      paragraph("{#bang_kinh_phi}{ten_xa}{/bang_kinh_phi}"),
      "Tệp mẫu, phần thân văn bản: thẻ {ten_xa} không có trong danh sách thẻ. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "row's tag outside its loop",
      paragraph("{don_vi}"),
      "Tệp mẫu, phần thân văn bản: thẻ {don_vi} chỉ dùng được trong vòng lặp của bảng hoặc mục chứa nó. Sửa lại tên thẻ theo danh sách thẻ, hoặc xóa thẻ.",
    ],
    [
      "list without a loop",
      paragraph("{chi_dao}"),
      "Tệp mẫu, phần thân văn bản: thẻ {chi_dao} là danh sách hoặc điều kiện. Viết {#chi_dao}…{/chi_dao}.",
    ],
    [
      "dot outside a list",
      paragraph("{.}"),
      "Tệp mẫu, phần thân văn bản: thẻ {.} chỉ dùng được trong vòng lặp của một danh sách. Xóa hoặc sửa thẻ.",
    ],
    [
      "raw XML",
      paragraph("{@nguoi_ky}"),
      "Tệp mẫu, phần thân văn bản: thẻ {@nguoi_ky} không được dùng dấu @. Sửa thành {nguoi_ky}.",
    ],
    [
      "unclosed tag",
      paragraph("{nam"),
      "Tệp mẫu, phần thân văn bản: thẻ “{nam” chưa có dấu “}”. Thêm dấu } ngay sau tên thẻ.",
    ],
    [
      "unopened tag",
      paragraph("nam}"),
      "Tệp mẫu, phần thân văn bản: thẻ “nam}” chưa có dấu “{”. Thêm dấu { ngay trước tên thẻ.",
    ],
    [
      "unclosed loop",
      paragraph("{#chi_dao}{.}"),
      "Tệp mẫu, phần thân văn bản: vòng lặp {#chi_dao} chưa được đóng. Thêm {/chi_dao} ở cuối phần lặp.",
    ],
    [
      "loop never opened",
      paragraph("{/chi_dao}"),
      "Tệp mẫu, phần thân văn bản: thẻ đóng {/chi_dao} không có thẻ mở. Thêm {#chi_dao} ở đầu phần lặp, hoặc xóa thẻ đóng.",
    ],
    [
      "loop closed by another",
      paragraph("{#chi_dao}{.}{/kinh_phi}"),
      "Tệp mẫu, phần thân văn bản: vòng lặp {#chi_dao} được đóng bằng {/kinh_phi}. Sửa để hai thẻ cùng tên.",
    ],
  ])("is one line that says what to do: %s", (_, body, message) => {
    expect(faultOf(wordFile(body))).toBe(message);
  });

  it("says how many others there are, and where it is", () => {
    expect(faultOf(wordFile(paragraph("{nam"), paragraph("{nam")))).toMatch(/Còn 1 lỗi khác trong mẫu\.$/);
    expect(faultOf(wordFile(paragraph("x"), paragraph("{ten_xa}")))).toMatch(/^Tệp mẫu, phần đầu trang: thẻ {ten_xa}/);
  });

  const advice = "Mở mẫu bằng Word, lưu lại dạng .docx rồi chọn lại.";
  const good = wordFile(paragraph("{nam}"));
  const sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  it.each([
    ["empty", new Uint8Array(), "tệp trống"],
    ["empty base64", "", "tệp trống"],
    ["plain text", new TextEncoder().encode("Kính gửi"), "tệp loại khác"],
    ["a PDF", new TextEncoder().encode("%PDF-1.7"), "tệp PDF"],
    ["an old .doc", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "tệp .doc đời cũ hoặc tệp có mật khẩu"],
    ["an old .doc in base64", "0M8R4KGxGuE=", "tệp .doc đời cũ hoặc tệp có mật khẩu"],
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
