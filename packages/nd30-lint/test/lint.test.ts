import { describe, expect, it } from "vitest";
import { lintDocument } from "../src/lint.ts";
import { both, type Change, inDocument, inParagraph, inPart, ownReport } from "./reports.ts";

const REPORT = ownReport();

function codesOf(report: Uint8Array): readonly string[] {
  return lintDocument(report, "bao-cao.docx").map(({ code }) => code);
}

describe("our own report", () => {
  it.each([[[]], [["Sở Nội vụ"]], [["UBND tỉnh", "Sở Nội vụ"]]])("has no deviation when addressed to %j", (to) => {
    expect(lintDocument(ownReport(to), "bao-cao.docx")).toEqual([]);
  });

  it.each([
    [{ signerTitle: "CHỦ TỊCH", signer: "" }],
    [{ signerTitle: "TM. ỦY BAN NHÂN DÂN / Q. CHỦ TỊCH" }],
    [{ signerTitle: "TL. CHỦ TỊCH / CHÁNH VĂN PHÒNG" }],
    [{ kind: "phường" as const, name: "Rạch Giá" }],
    [{ kind: "đặc khu" as const, name: "Một Tên Thật Dài Không Nằm Vừa Một Dòng" }],
    [{ recipients: [], note: "Số liệu giả định." }],
  ])("has none with %j", (changes) => {
    expect(lintDocument(ownReport(["Sở Nội vụ"], changes), "bao-cao.docx")).toEqual([]);
  });
});

const SIZE = /<w:sz w:val="\d+"\/>/;
const BOLD = "<w:b/>";
const NOT_BOLD = /<w:b w:val="false"\/>/;
const UPRIGHT = /<w:i w:val="false"\/>/;
const ITALIC = "<w:i/>";
const BODY = "Có 3 đơn vị thuộc diện";
const COUNTRY = "CỘNG HÒA";
const MOTTO = "Độc lập";
const ISSUER = "XÃ VĨNH PHONG";
const NUMBER = "/BC-UBND</w:t>";
const DATE = ", ngày\u00a005\u00a0tháng\u00a011";
const SUBJECT = "Kết quả triển khai";

/** One thing spoilt → the one finding that it makes. */
const FAULTS: readonly (readonly [code: string, found: string, change: Change])[] = [
  ["paper-size", "215,9 × 279,4 mm", inDocument('w:w="11905" w:h="16837"', 'w:w="12240" w:h="15840"')],
  ["margin-top", "10 mm (phần thứ 1 của tệp)", inDocument('w:top="1133"', 'w:top="567"')],
  ["margin-bottom", "30 mm (phần thứ 1 của tệp)", inDocument('w:bottom="1133"', 'w:bottom="1701"')],
  ["margin-left", "25,4 mm (phần thứ 1 của tệp)", inDocument('w:left="1700" w:header', 'w:left="1440" w:header')],
  ["margin-right", "25,4 mm (phần thứ 1 của tệp)", inDocument('w:right="1133" w:bottom', 'w:right="1440" w:bottom')],
  ["page-number-first", "trang thứ nhất có số trang", inDocument("<w:titlePg/>", "")],
  ["page-number-missing", "phần thứ 1 không có", inPart("word/header1.xml", "PAGE", "DATE")],
  ["page-number-centred", "không canh giữa", inPart("word/header1.xml", 'w:val="center"', 'w:val="right"')],
  ["page-number-size", "cỡ 11", inPart("word/header1.xml", /w:sz w:val="28"/g, 'w:sz w:val="22"')],
  ["page-number-format", "kiểu lowerRoman", inDocument('w:fmt="decimal"', 'w:fmt="lowerRoman"')],
  [
    "page-number-place",
    "ở lề dưới",
    inDocument('<w:headerReference w:type="default"', '<w:footerReference w:type="default"'),
  ],
  ["font", "Arial ở “Có 3 đơn vị", inParagraph(BODY, "<w:rPr>", '<w:rPr><w:rFonts w:ascii="Arial"/>')],
  ["font", "Calibri ở", inPart("word/styles.xml", /w:ascii="Times New Roman"/, 'w:ascii="Calibri"')],
  ["colour", "màu #FF0000 ở", inParagraph(BODY, "<w:rPr>", '<w:rPr><w:color w:val="ff0000"/>')],
  ["country-words", "“CỘNG HÒA XÃ HỘI VIỆT NAM”", inParagraph(COUNTRY, " CHỦ NGHĨA", "")],
  ["country-missing", "không có", inParagraph(COUNTRY, /CỘNG HÒA XÃ HỘI/, "NƯỚC")],
  ["country-size", "cỡ 14 ở", inParagraph(COUNTRY, SIZE, '<w:sz w:val="28"/>')],
  ["country-bold", "chữ không đậm ở", inParagraph(COUNTRY, BOLD, "")],
  ["motto-words", "“Độc lập – Tự do – Hạnh phúc”", inParagraph(MOTTO, /-(?= [TH])/g, "–")],
  ["motto-size", "cỡ 12 ở", both(inParagraph(MOTTO, SIZE, '<w:sz w:val="24"/>'), inDocument(/"1190"/g, `"1455"`))],
  ["motto-bold", "chữ không đậm ở", inParagraph(MOTTO, BOLD, "")],
  ["motto-line", "không có đường kẻ", inDocument(/(Hạnh phúc<\/w:t><\/w:r><\/w:p>)<w:p>.*?<\/w:p>/, "$1<w:p/>")],
  ["motto-line", "chữ gạch chân", inParagraph(MOTTO, "<w:rPr>", '<w:rPr><w:u w:val="single"/>')],
  [
    "motto-line-length",
    "đường kẻ dài 29,2 mm",
    inDocument(
      /w:left="1\d{3}" w:right="1\d{3}"(?=\/><\/w:pPr><w:r><w:rPr><w:sz w:val="4"\/><w:szCs w:val="4"\/><\/w:rPr><w:t\/><\/w:r><\/w:p><\/w:tc><\/w:tr>)/,
      'w:left="2092" w:right="2092"',
    ),
  ],
  ["header-borders", "bảng có khung", inDocument('<w:top w:val="none"', '<w:top w:val="single"')],
  ["issuer-capitals", "chữ in thường ở “Xã Vĩnh Phong”", inParagraph(ISSUER, ISSUER, "Xã Vĩnh Phong")],
  ["issuer-size", "cỡ 14 ở", inParagraph(ISSUER, SIZE, '<w:sz w:val="28"/>')],
  ["issuer-bold", "chữ không đậm ở", inParagraph(ISSUER, BOLD, "")],
  [
    "issuer-line-length",
    "đường kẻ dài 42,5 mm",
    inDocument(/w:left="1048" w:right="1048"(?=\/>)/, 'w:left="411" w:right="411"'),
  ],
  ["number-form", "“Số: /BC”", inParagraph(NUMBER, /Số:.*UBND/, "Số: /BC")],
  ["number-size", "cỡ 14 ở", inParagraph(NUMBER, SIZE, '<w:sz w:val="28"/>')],
  ["number-italic", "chữ nghiêng ở", inParagraph(NUMBER, UPRIGHT, "<w:i/>")],
  ["date-italic", "chữ đứng ở", inParagraph(DATE, ITALIC, "")],
  ["date-padding", "ngày 5 tháng 11", inParagraph(DATE, "ngày\u00a005", "ngày\u00a05")],
  ["date-padding", "ngày 05 tháng 2", inDocument(/tháng\u00a011|tháng 11/g, "tháng\u00a02")],
  ["date-padding", "ngày 05 tháng 03", inDocument(/tháng\u00a011|tháng 11/g, "tháng\u00a003")],
  ["date-form", "“Vĩnh Phong ngày 05 tháng 11 năm 2026”", inParagraph(DATE, ", ngày", " ngày")],
  ["kind-bold", "chữ không đậm ở “BÁO CÁO”", inParagraph("BÁO CÁO<", BOLD, "")],
  ["kind-centred", "căn trái ở", inParagraph("BÁO CÁO<", 'w:val="center"', 'w:val="left"')],
  ["kind-capitals", "chữ in thường ở", inParagraph("BÁO CÁO<", "BÁO CÁO", "Báo cáo")],
  ["subject-bold", "chữ không đậm ở", inParagraph(SUBJECT, BOLD, "")],
  ["subject-size", "cỡ 12 ở", inParagraph(SUBJECT, SIZE, '<w:sz w:val="24"/>')],
  ["address-ends", "“- Sở Nội vụ;”", inParagraph("- Sở Nội vụ.", "vụ.", "vụ;")],
  ["address-ends", "“- UBND tỉnh,”", inParagraph("- UBND tỉnh;", "tỉnh;", "tỉnh,")],
  ["address-bold", "chữ đậm ở", inParagraph("Kính gửi", NOT_BOLD, "<w:b/>")],
  ["body-size", "cỡ 12 ở “Có 3 đơn vị", inParagraph(BODY, "<w:rPr>", '<w:rPr><w:sz w:val="24"/>')],
  ["body-justified", "căn trái ở “Có 3 đơn vị", inParagraph(BODY, "</w:pPr>", '<w:jc w:val="left"/></w:pPr>')],
  ["body-indent", "lùi 0 mm ở", inParagraph(BODY, "</w:pPr>", '<w:ind w:firstLine="0"/></w:pPr>')],
  ["body-spacing", "cách 3 pt ở", inParagraph(BODY, "</w:pPr>", '<w:spacing w:after="60"/></w:pPr>')],
  ["body-line-spacing", "giãn dòng 2 ở", inParagraph(BODY, "</w:pPr>", '<w:spacing w:line="480"/></w:pPr>')],
  ["body-end", "xã Vĩnh Phong.”", inParagraph("./.", "./.", ".")],
  ["heading-part-bold", "chữ không đậm ở “I. ", inParagraph("I. CÔNG TÁC", BOLD, "")],
  ["heading-part-capitals", "chữ in thường ở", inParagraph("I. CÔNG TÁC", "CÔNG TÁC", "Công tác")],
  ["heading-item-bold", "chữ không đậm ở “1. ", inParagraph("1. Cơ quan", BOLD, "")],
  ["recipients-italic", "chữ đứng ở", inParagraph("Nơi nhận:", ITALIC, "")],
  ["recipients-size", "cỡ 14 ở", inParagraph("Nơi nhận:", SIZE, '<w:sz w:val="28"/>')],
  ["recipient-list-size", "cỡ 13 ở", inParagraph("- Như trên;", SIZE, '<w:sz w:val="26"/>')],
  ["recipient-list-first", "“- Như kính gửi;”", inParagraph("- Như trên;", "Như trên", "Như kính gửi")],
  ["recipient-list-archive", "“- Lưu VP.”", inParagraph("- Lưu: VT.", "Lưu: VT", "Lưu VP")],
  ["footer-columns", "bảng 3 cột", inDocument(/(Lưu: VT\.<\/w:t><\/w:r><\/w:p><\/w:tc>)/, "$1<w:tc><w:p/></w:tc>")],
  ["authority-bold", "chữ không đậm ở", inParagraph("TM. ỦY BAN", BOLD, "")],
  ["authority-capitals", "chữ in thường ở", inParagraph("PHÓ CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Phó Chủ tịch")],
  ["signer-bold", "chữ không đậm ở “Huỳnh Quốc Huy”", inParagraph("Huỳnh Quốc Huy", BOLD, "")],
  [
    "annex-page",
    "“Phụ lục I” nối tiếp trang trước",
    inDocument(/(<w:sectPr>)((?:(?!<w:sectPr>).)*w:orient="landscape")/, '$1<w:type w:val="continuous"/>$2'),
  ],
  ["annex-number", "“Phụ lục 1”", inParagraph("Phụ lục I<", "Phụ lục I", "Phụ lục 1")],
  ["annex-bold", "chữ không đậm ở “Phụ lục I”", inParagraph("Phụ lục I<", BOLD, "")],
  ["annex-title-capitals", "chữ in thường ở", inParagraph("SỐ LIỆU THEO ĐƠN VỊ", "SỐ LIỆU", "Số liệu")],
  ["annex-reference-italic", "chữ đứng ở", inParagraph("(Kèm theo", ITALIC, "")],
];

describe("a spoilt report", () => {
  it("knows at least twenty kinds of faults", () => {
    expect(new Set(FAULTS.map(([code]) => code)).size).toBeGreaterThan(50);
  });

  it.each(FAULTS)("is found out: %s, %s", (code, found, change) => {
    const findings = lintDocument(change(REPORT), "bao-cao.docx");
    expect(findings.map((finding) => finding.code)).toEqual([code]);
    const [finding] = findings;
    expect(finding?.found).toContain(found);
    expect(finding?.element).toMatch(/^[\p{Lu}]/u);
    expect(finding?.expected).not.toBe("");
  });

  it("names the first of several alike, and how many others there are", () => {
    const spoilt = inDocument(/<w:pStyle w:val="Body"\/>/g, "")(REPORT);
    expect(codesOf(spoilt)).toEqual(["body-justified", "body-indent", "body-spacing"]);
    expect(lintDocument(spoilt, "x")[0]?.found).toMatch(/^căn trái ở “Thực hiện.*…” và \d+ chỗ khác$/);
  });
});

describe("a report of another hand", () => {
  it("may draw its lines as shapes", () => {
    const shape = '<w:r><w:drawing><wp:anchor><wp:extent cx="2196000" cy="0"/></wp:anchor></w:drawing></w:r>';
    const drawn = inDocument(/(Hạnh phúc<\/w:t><\/w:r>)<\/w:p><w:p>.*?<\/w:p>/, `$1${shape}</w:p><w:p/>`);
    expect(codesOf(drawn(REPORT))).toEqual([]);
    const pict = '<w:r><w:pict><v:line from="100pt,2pt" to="273pt,2pt"/></w:pict></w:r>';
    const old = inDocument(/(Hạnh phúc<\/w:t><\/w:r><\/w:p><w:p>).*?<\/w:p>/, `$1${pict}</w:p>`);
    expect(codesOf(old(REPORT))).toEqual([]);
  });

  it("may have cells that are shares of the page", () => {
    const shares = inDocument(/<w:tcW w:type="dxa" w:w="(3231|5839)"\/>/g, '<w:tcW w:type="pct" w:w="$1"/>');
    const wide = inDocument(/w:w="3231"|w:w="5839"/g, (found) =>
      found.includes("3231") ? 'w:w="1781"' : 'w:w="3219"',
    );
    expect(codesOf(both(shares, wide)(REPORT))).toEqual([]);
  });

  it("may begin an annex with a page break instead of a section", () => {
    const joined = inDocument(
      /(<w:sectPr>)((?:(?!<w:sectPr>).)*w:orient="landscape")/,
      '$1<w:type w:val="continuous"/>$2',
    );
    const broken = inDocument(/<w:p>((?:(?!<w:p>).)*Phụ lục I<)/, '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p>$1');
    expect(codesOf(both(joined, broken)(REPORT))).toEqual([]);
  });

  it("may have its look from styles and ancestors of styles", () => {
    const style =
      '<w:style w:type="paragraph" w:styleId="X"><w:basedOn w:val="Y"/></w:style><w:style w:type="paragraph" w:styleId="Y"><w:basedOn w:val="X"/><w:rPr><w:b/></w:rPr></w:style></w:styles>';
    const styled = both(
      inPart("word/styles.xml", "</w:styles>", style),
      inParagraph(SUBJECT, BOLD, ""),
      inParagraph(SUBJECT, "<w:pPr>", '<w:pPr><w:pStyle w:val="X"/>'),
    );
    expect(codesOf(styled(REPORT))).toEqual([]);
  });

  it("may put title and unit above a table", () => {
    const unit = '<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r><w:t>Đơn vị tính: %</w:t></w:r></w:p>';
    const titled = inDocument(/(Bảng tổng hợp kết quả(?:(?!<\/w:p>).)*<\/w:p>)/, `$1${unit}`);
    expect(codesOf(titled(REPORT))).toEqual([]);
  });

  it("that has none of the elements is told all that it lacks", () => {
    const bare = inDocument(/<w:body>.*<w:sectPr>/s, "<w:body><w:p><w:r><w:t>Chào</w:t></w:r></w:p><w:sectPr>");
    expect(codesOf(bare(REPORT))).toEqual(
      expect.arrayContaining([
        "country-missing",
        "motto-missing",
        "number-missing",
        "kind-missing",
        "recipients-missing",
      ]),
    );
  });
});
