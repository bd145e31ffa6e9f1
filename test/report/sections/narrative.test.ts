/** The coordinator's own text in the report: where it stands, and what comes of odd text. */
import { beforeAll, describe, expect, it } from "vitest";
import { buildDefaultTemplate } from "../../../scripts/template/default-template.ts";
import type { NarrativePart } from "../../../src/core/narrative.ts";
import type { Assessment } from "../../../src/core/task.ts";
import { fillReport } from "../../../src/report/fill.ts";
import { communeOf, POLICE, reportOf, VHXH, VHXH_FIGURES, WOMENS_UNION } from "../communes.ts";
import { partOf, textOf } from "../documents.ts";

const CAX: Assessment = { unit: "CAX", results: "Tốt", difficulties: "Ít nữ", causes: "", proposals: "Thêm kinh phí" };

function report(texts: Partial<Record<NarrativePart, string>>, assessments: readonly Assessment[] = [CAX]) {
  const narrative = Object.entries(texts).map(([part, text]) => ({ part: part as NarrativePart, text }));
  return reportOf(communeOf([VHXH, POLICE, WOMENS_UNION], VHXH_FIGURES, { narrative, assessments }));
}

describe("the coordinator's own text", () => {
  it("opens section I, a paragraph a line, before what is computed", () => {
    const { chi_dao } = report({ guidance: "Đã ban hành Kế hoạch.\nĐã họp triển khai." });
    expect(chi_dao.slice(0, 2)).toEqual(["Đã ban hành Kế hoạch.", "Đã họp triển khai."]);
    expect(chi_dao[2]).toMatch(/^Có 3 đơn vị thuộc diện báo cáo/);
  });

  it("comes first in section V, and says where the units' words begin", () => {
    const model = report({ results: "Chung.", difficulties: "Khó.", limits: "Hạn chế.", causes: "Vì sao." });
    expect(model.ket_qua).toEqual(["Chung.", "Theo báo cáo của các đơn vị:", "- Công an xã: Tốt."]);
    expect(model.kho_khan).toEqual(["Khó.", "Hạn chế.", "Theo báo cáo của các đơn vị:", "- Công an xã: Ít nữ."]);
    expect(model.nguyen_nhan).toEqual(["Vì sao."]);
  });

  it("leaves the units' words alone where there is none", () => {
    const model = report({});
    expect(model.ket_qua).toEqual(["- Công an xã: Tốt."]);
    expect(model.nguyen_nhan).toEqual(["Chưa có đơn vị nào nêu nguyên nhân."]);
  });

  it("is not repeated by a unit that wrote the same", () => {
    expect(report({ results: "- tốt ;" }).ket_qua).toEqual(["- tốt ;"]);
    const more = { ...CAX, results: "Tốt\nMới" };
    expect(report({ results: "Tốt." }, [more]).ket_qua).toEqual([
      "Tốt.",
      "Theo báo cáo của các đơn vị:",
      "- Công an xã: Mới.",
    ]);
  });

  it("is added to section VI, and comes first in section VII", () => {
    const model = report({ direction: "- Mở lớp kỹ năng số.", proposals: "Bổ sung kinh phí." });
    expect(model.phuong_huong.length).toBeGreaterThan(1);
    expect(model.phuong_huong[model.phuong_huong.length - 1]).toBe("- Mở lớp kỹ năng số.");
    expect(model.de_xuat).toEqual([
      "Bổ sung kinh phí.",
      "Theo báo cáo của các đơn vị:",
      "- Công an xã: Thêm kinh phí.",
    ]);
  });
});

describe("the praise list", () => {
  const praise = (text: string, individuals?: readonly string[]) => {
    const commune = communeOf([VHXH], VHXH_FIGURES, { narrative: text === "" ? [] : [{ part: "praise", text }] });
    return reportOf(commune, individuals ? { individuals } : {});
  };
  const OPENING = "Ủy ban nhân dân xã Vĩnh Phong đề nghị cấp có thẩm quyền xem xét, khen thưởng";
  const REASON = "có thành tích trong thực hiện Kế hoạch, gồm:";

  it("is not there where nobody is named", () => {
    expect(praise("")).toMatchObject({ co_khen_thuong: false, khen_thuong: [] });
    expect(praise(" ;\n- \n", [" "])).toMatchObject({ co_khen_thuong: false, khen_thuong: [] });
  });

  it("names collectives alone, each once and in a line of its own", () => {
    expect(praise("- Hội LHPN xã;\nCông an xã.\nHội LHPN xã").khen_thuong).toEqual([
      `${OPENING} 2 tập thể ${REASON}`,
      "- Hội LHPN xã;",
      "- Công an xã.",
    ]);
  });

  it("names one person alone", () => {
    expect(praise("", ["Bà Nguyễn Thị Bông, Chủ tịch Hội LHPN xã"]).khen_thuong).toEqual([
      `${OPENING} 1 cá nhân ${REASON}`,
      "- Bà Nguyễn Thị Bông, Chủ tịch Hội LHPN xã.",
    ]);
  });

  it("names collectives and persons under headings of their own", () => {
    expect(praise("Hội LHPN xã", ["Bà A", "Ông B"]).khen_thuong).toEqual([
      `${OPENING} 1 tập thể và 2 cá nhân ${REASON}`,
      "a) Tập thể:",
      "- Hội LHPN xã.",
      "b) Cá nhân:",
      "- Bà A;",
      "- Ông B.",
    ]);
  });
});

describe("odd text in the filled report", () => {
  let template = new Uint8Array();

  beforeAll(async () => {
    template = new Uint8Array(await buildDefaultTemplate());
  });

  it("stands there as it was written: tags, markup, emoji, formulas; control characters are gone", () => {
    const odd = "{#du_thao} {/} <w:p/> & \"'👩🏽‍💼\u0000\u0007 =1+1";
    const text = textOf(fillReport(template, report({ guidance: `${odd}\nhai` })));
    expect(text).toContain("{#du_thao} {/} <w:p/> & \"'👩🏽‍💼 =1+1");
    expect(text).toMatch(/^hai$/m);
  });

  it("of fifty thousand characters arrives whole, as paragraphs", () => {
    const line = "Chỉ đạo các đơn vị thực hiện Kế hoạch. ".repeat(25).trim();
    const long = Array.from({ length: 51 }, () => line).join("\n");
    expect(long.length).toBeGreaterThan(49_000);
    const text = textOf(fillReport(template, report({ guidance: long })));
    expect(text.split("\n").filter((paragraph) => paragraph === line)).toHaveLength(51);
  });

  it("has the praise list under a heading of its own, and numbers section VII only then", () => {
    const without = textOf(fillReport(template, report({})));
    expect(without).not.toMatch(/Đề nghị khen thưởng|1\. Đề xuất, kiến nghị/);
    const text = textOf(fillReport(template, report({ praise: "Hội LHPN xã" })));
    expect(text).toMatch(/VII\. ĐỀ XUẤT, KIẾN NGHỊ\n1\. Đề xuất, kiến nghị\n[\s\S]+2\. Đề nghị khen thưởng\nỦy ban/);
  });

  it("has the sum of the funds in bold, to the right as the amounts above it", () => {
    const funds = [{ unit: "VHXH", source: "ns" as const, planned: 5_000_000, spent: 4_000_000 }];
    const file = fillReport(template, reportOf(communeOf([VHXH], VHXH_FIGURES, { funds })));
    const rows = rowsWith(file, "5.000.000").map((row) => [/<w:b\/>/.test(row), row.includes("Tổng cộng")]);
    // Section IV: source and sum; Annex IV: unit and sum.
    expect(rows).toEqual([
      [false, false],
      [true, true],
      [false, false],
      [true, true],
    ]);
  });
});

/** The table rows in which a text stands. */
function rowsWith(file: Uint8Array, text: string): readonly string[] {
  return (partOf(file).match(/<w:tr>.*?<\/w:tr>/gs) ?? []).filter((row) => row.includes(text));
}
