/** The body points to the annexes that are there, and to no other. */
import PizZip from "pizzip";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDefaultTemplate } from "../../scripts/template/default-template.ts";
import { findAnnexes } from "../../src/report/annexes.ts";
import { fillReport } from "../../src/report/fill.ts";
import { communeOf, HAMLET, POLICE, type Row, reportOf, VHXH, VHXH_FIGURES } from "./communes.ts";
import { textOf } from "./documents.ts";

let template = new Uint8Array();

beforeAll(async () => {
  template = new Uint8Array(await buildDefaultTemplate());
});

/** The default template as someone has edited its text. */
function edited(edit: (xml: string) => string): Uint8Array {
  const zip = new PizZip(template);
  const before = zip.file("word/document.xml")?.asText() ?? "";
  const after = edit(before);
  if (after === before) throw new Error("nothing was edited");
  zip.file("word/document.xml", after);
  return zip.generate({ type: "uint8array" });
}

function filled(own: Uint8Array, units: readonly Row[] = [VHXH, POLICE, HAMLET]): string {
  return textOf(fillReport(own, reportOf(communeOf(units, VHXH_FIGURES))));
}

/** Where the body points, in its order. */
function pointersIn(text: string): readonly string[] {
  return [...(text.split(/^Nơi nhận:/m)[0] ?? "").matchAll(/\((Phụ lục[^)]*?) kèm theo\)/g)].map(
    ([, name = ""]) => name,
  );
}

/** Takes the annex out of the template: from its title to before the next one's. */
function without(number: string): Uint8Array {
  return edited((xml) => {
    const paragraphs = xml.split(/(?=<w:p[ >])/);
    const starts = paragraphs.flatMap((one, index) => (/>Phụ lục [IV]+</.test(one) ? [index] : []));
    const from = paragraphs.findIndex((one) => one.includes(`>Phụ lục ${number}<`));
    const to = starts.find((start) => start > from) ?? paragraphs.length;
    const table = (part: string) => part.replace(/^[\s\S]*?<\/w:tbl>/, "");
    const cut = paragraphs.slice(from, to).join("");
    return paragraphs.slice(0, from).join("") + table(cut) + paragraphs.slice(to).join("");
  });
}

describe("the body of a report", () => {
  it("points to every annex once, in the section that speaks of it", () => {
    const text = filled(template);
    expect(pointersIn(text)).toEqual(["Phụ lục V", "Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]);
    const section = (from: string, to: string) => text.slice(text.indexOf(from), text.indexOf(to));
    expect(pointersIn(section("I. CÔNG TÁC", "II. KẾT QUẢ"))).toEqual(["Phụ lục V"]);
    expect(pointersIn(section("IV. KINH PHÍ", "V. ĐÁNH GIÁ"))).toEqual(["Phụ lục IV"]);
  });

  it.each(["II", "IV", "V"])("does not point to an annex that a template lacks: %s", (number) => {
    const text = filled(without(number));
    expect(text).not.toMatch(new RegExp(`Phụ lục ${number}(?![IV])`));
    expect(pointersIn(text)).toEqual(
      ["V", "I", "II", "III", "IV"].filter((other) => other !== number).map((other) => `Phụ lục ${other}`),
    );
  });

  it("calls an annex as the template does", () => {
    const renumbered = filled(edited((xml) => xml.replace(">Phụ lục IV<", "> PHỤ LỤC 9 <")));
    expect(pointersIn(renumbered)).toContain("Phụ lục 9");
    expect(pointersIn(renumbered)).not.toContain("Phụ lục IV");
  });

  it("names no annex where many units are missing: the template's pointer leads there", () => {
    const units = Array.from({ length: 20 }, (_, index): Row => [`T${index}`, `Trường ${index}`, "su_nghiep"]);
    const { chi_dao } = reportOf(communeOf([VHXH, ...units], VHXH_FIGURES));
    expect(chi_dao).toContain("- 20 đơn vị chưa báo cáo.");
    expect(chi_dao.join()).not.toContain("Phụ lục");
  });
});

describe("a template's annexes", () => {
  const page = (...lines: readonly string[]) =>
    lines.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`).join("");

  it("are tables below a line of their own; a table in the body is none", () => {
    expect(findAnnexes(page("{#phu_luc_3}{stt}{/phu_luc_3}", "Phụ lục", "{# phu_luc_4 }{stt}{/phu_luc_4}"))).toEqual({
      chi_dan_phu_luc_1: [],
      chi_dan_phu_luc_2: [],
      chi_dan_phu_luc_3: [],
      chi_dan_phu_luc_4: ["Phụ lục"],
      chi_dan_phu_luc_5: [],
    });
  });
});
