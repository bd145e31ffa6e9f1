import { beforeAll, describe, expect, it } from "vitest";
import { buildBareTemplate, buildDefaultTemplate } from "../../scripts/template/default-template.ts";
import type { Filing } from "../../src/core/workflow/filing.ts";
import { fillReport } from "../../src/report/fill.ts";
import { TEMPLATE_TAGS } from "../../src/report/tags.ts";
import { element } from "../plan.ts";
import { communeOf, filingsOf, HAMLET, POLICE, reportOf, SETTINGS, VHXH, VHXH_FIGURES } from "./communes.ts";
import { partOf, textOf } from "./documents.ts";

let template = new Uint8Array();

beforeAll(async () => {
  template = new Uint8Array(await buildBareTemplate());
});

const MILLIMETRE = 1440 / 25.4;

/** Every value of an attribute, in millimetres, rounded. */
function millimetres(element: string, attribute: string): readonly number[] {
  const found = partOf(template).matchAll(new RegExp(`<w:${element} [^>]*w:${attribute}="(\\d+)"`, "g"));
  return [...found].map((match) => Math.round(Number(match[1]) / MILLIMETRE));
}

describe("the default template", () => {
  it("is light, and the same however often it is built", async () => {
    const shipped = await buildDefaultTemplate();
    expect(shipped.length).toBeLessThanOrEqual(32_000);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(Buffer.from(await buildDefaultTemplate()).equals(Buffer.from(shipped))).toBe(true);
  });

  it("is A4, upright for the report and the narrow annexes, across for the wide ones", () => {
    expect(millimetres("pgSz", "w")).toEqual([210, 297, 297, 297, 210, 297]);
    expect(millimetres("pgSz", "h")).toEqual([297, 210, 210, 210, 297, 210]);
  });

  it("has the margins of NĐ 30/2020", () => {
    expect(millimetres("pgMar", "top")).toEqual(Array(6).fill(20));
    expect(millimetres("pgMar", "bottom")).toEqual(Array(6).fill(20));
    expect(millimetres("pgMar", "left")).toEqual(Array(6).fill(30));
    expect(millimetres("pgMar", "right")).toEqual(Array(6).fill(20));
  });

  it("is set in black Times New Roman 14, justified, with the first line indented", () => {
    const styles = partOf(template, "word/styles.xml");
    expect(styles).toMatch(/<w:docDefaults>.*w:ascii="Times New Roman".*<w:color w:val="000000"\/><w:sz w:val="28"\/>/);
    expect(styles).toMatch(/w:styleId="Body".*?w:after="120".*?w:firstLine="720".*?<w:jc w:val="both"\/>/);
    expect(partOf(template)).not.toMatch(/w:rFonts/);
  });

  it("numbers its pages in the top margin, but not the first page of the report", () => {
    const sections = [...partOf(template).matchAll(/<w:sectPr.*?<\/w:sectPr>/g)].map(([section]) => section);
    expect(sections.map((section) => /<w:titlePg\/>/.test(section))).toEqual([true, false, false, false, false, false]);
    expect(sections.every((section) => /<w:headerReference w:type="default"/.test(section))).toBe(true);
    expect(partOf(template, "word/header1.xml")).toMatch(/<w:jc w:val="center"\/>.*PAGE/);
  });

  it("repeats the header of every table of figures, and splits no row", () => {
    const xml = partOf(template);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(12);
    expect(xml.match(/<w:tr>/g)?.length).toBe(xml.match(/<w:cantSplit\/>/g)?.length);
  });

  it("uses every tag there is, but for the ones that stand in for another, and notes", () => {
    const xml = textOf(template);
    const unused = Object.keys(TEMPLATE_TAGS).filter((tag) => !xml.includes(`{${tag}}`) && !xml.includes(`{#${tag}}`));
    expect(unused).toEqual(["ly_do_du_thao", "so_ket", "tong_ket", "bang_kinh_phi", "huong_dan"]);
  });
});

describe("the filled report", () => {
  it("has the sections and annexes in order, and no tag left", () => {
    const text = textOf(fillReport(template, reportOf(communeOf([VHXH, POLICE, HAMLET], VHXH_FIGURES))));
    expect(text).not.toMatch(/[{}]|undefined|null|NaN/);
    const headings = text.match(/^(?:[IV]+\. .*|Phụ lục [IV]+)$/gm);
    expect(headings).toEqual([
      "I. CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI",
      "II. KẾT QUẢ THỰC HIỆN CÁC MỤC TIÊU, CHỈ TIÊU",
      "III. KẾT QUẢ THỰC HIỆN NHIỆM VỤ, GIẢI PHÁP",
      "IV. KINH PHÍ THỰC HIỆN",
      "V. ĐÁNH GIÁ CHUNG",
      "VI. PHƯƠNG HƯỚNG, NHIỆM VỤ THỜI GIAN TỚI",
      "VII. ĐỀ XUẤT, KIẾN NGHỊ",
      "Phụ lục I",
      "Phụ lục II",
      "Phụ lục III",
      "Phụ lục IV",
      "Phụ lục V",
    ]);
  });

  it("keeps its six sections, so that each annex begins on a page of its own", () => {
    const settings = { ...SETTINGS, note: "Số liệu giả định." };
    for (const commune of [communeOf([VHXH], []), communeOf([VHXH], [], { settings })]) {
      expect(partOf(fillReport(template, reportOf(commune))).match(/<w:sectPr>/g)).toHaveLength(6);
    }
  });

  it("shows the workbook's remark in the body and in every annex", () => {
    const settings = { ...SETTINGS, note: "Số liệu giả định." };
    const text = textOf(fillReport(template, reportOf(communeOf([VHXH], [], { settings }))));
    expect(text.match(/Ghi chú: Số liệu giả định\./g)).toHaveLength(6);
    expect(text.indexOf("Ghi chú")).toBeLessThan(text.indexOf("./."));
  });

  it("says on its face and on every page that it is a draft until all is complete and approved, and not after", () => {
    const places = ["word/document.xml", ...[1, 2, 3, 4, 5, 6].map((number) => `word/header${number}.xml`)];
    const marked = (figures: typeof VHXH_FIGURES, filing: Partial<Filing> = {}) => {
      const commune = communeOf([VHXH], figures);
      const file = fillReport(template, reportOf(commune, { filings: filingsOf(commune, { VHXH: filing }) }));
      return places.map((path) => textOf(file, path).includes("DỰ THẢO"));
    };
    expect(marked([])).toEqual(places.map(() => true));
    expect(marked(VHXH_FIGURES, { state: "submitted" })).toEqual(places.map(() => true));
    expect(marked(VHXH_FIGURES)).toEqual(places.map(() => false));
  });

  it("says what there is to say of an annex above its table: below one that fills its page it would stand alone", () => {
    const settings = { ...SETTINGS, note: "Số liệu giả định." };
    const text = textOf(fillReport(template, reportOf(communeOf([VHXH, HAMLET], [], { settings }))));
    const annexes = text.split(/^Phụ lục (?=[IV]+$)/m).slice(1);
    const headings = annexes.map((annex) => annex.slice(0, annex.indexOf("\nTT\n")).split("\n"));
    expect(headings.map((lines) => lines.includes("Ghi chú: Số liệu giả định."))).toEqual(Array(5).fill(true));
    expect(headings.map((lines) => lines.some((line) => /[Dd]ấu “–”/.test(line)))).toEqual([
      true,
      true,
      false,
      false,
      true,
    ]);
  });

  it("ends every section so low that a full page is not followed by a blank one", () => {
    const last =
      partOf(template).match(/<w:p>(?:(?!<w:p>).)*?<w:sectPr>|<w:p>(?:(?!<w:p>).)*?<\/w:p><w:sectPr>/g) ?? [];
    expect(last.map((paragraph) => paragraph.includes('w:line="20" w:lineRule="exact"'))).toEqual(Array(6).fill(true));
  });

  it("keeps a table's header with its first row, and its last row, the sum or not, with the one before", () => {
    const units = [VHXH, POLICE, HAMLET];
    const funds = units.map(([unit]) => ({ unit, source: "ns" as const, planned: 5, spent: 5 }));
    const xml = partOf(fillReport(template, reportOf(communeOf(units, VHXH_FIGURES, { funds }))));
    const tables = xml.match(/<w:tbl>.*?<\/w:tbl>/g)?.filter((table) => table.includes("<w:tblHeader/>")) ?? [];
    expect(tables).toHaveLength(7);
    for (const table of tables) {
      const kept = table.match(/<w:tr>.*?<\/w:tr>/g)?.map((row) => /<w:keepNext\/>/.test(row));
      expect(kept).toEqual(kept?.map((_, row, { length }) => row === 0 || row === length - 2));
    }
  });

  it("says in an annex without rows that there are none", () => {
    const text = textOf(fillReport(template, reportOf(communeOf([VHXH], []))));
    expect(text).toContain("Chưa có hoạt động nào của năm được báo cáo.");
    expect(text).toContain("Chưa có đơn vị nào báo cáo số liệu kinh phí hợp lệ.");
    const funds = [{ unit: "VHXH", source: "ns" as const, planned: 5, spent: 5 }];
    const other = textOf(fillReport(template, reportOf(communeOf([VHXH], [], { funds }))));
    expect(other).toContain("Đơn vị không có tên trong bảng chưa báo cáo số liệu kinh phí.");
    expect(other).not.toContain("Chưa có đơn vị nào báo cáo số liệu kinh phí hợp lệ.");
  });

  it("has one table of years in a review, as wide as years are known, and none in a yearly report", () => {
    const heads = (kind: "year" | "midterm" | "final", many: number) => {
      const past = [2025, 2026, 2027, 2029].slice(0, many);
      const history = past.map((year) => ({ year, unit: "VHXH", element: element("QH"), total: 40, women: 16 }));
      const settings = { ...SETTINGS, year: 2030 };
      const commune = communeOf([VHXH], VHXH_FIGURES, { year: 2030, settings, history });
      const text = textOf(fillReport(template, reportOf(commune, { kind })));
      return text.match(/^20\d\d$/gm) ?? [];
    };
    expect(heads("year", 4)).toEqual([]);
    expect(heads("midterm", 4)).toEqual(["2027", "2029", "2030"]);
    expect(heads("final", 4)).toEqual(["2025", "2026", "2027", "2029", "2030"]);
    expect(heads("final", 1)).toEqual(["2025", "2030"]);
    expect(heads("final", 0)).toEqual([]);
  });

  it("stays quick for 240 units", () => {
    const hamlets = Array.from({ length: 240 }, (_, index) => [`AP${index}`, `Ấp ${index}`, "ap"] as const);
    const model = reportOf(communeOf([VHXH, ...hamlets], VHXH_FIGURES));
    const begun = process.cpuUsage();
    fillReport(template, model);
    expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(1.5);
  });
});
