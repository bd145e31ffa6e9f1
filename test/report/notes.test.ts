import { beforeAll, describe, expect, it } from "vitest";
import { buildBareTemplate, buildDefaultTemplate } from "../../scripts/template/default-template.ts";
import { checkTemplate, fillReport, TemplateFault } from "../../src/report/fill.ts";
import type { ReportModel } from "../../src/report/model.ts";
import { NOTES_TABLES, NOTES_TITLE } from "../../src/report/notes.ts";
import { groupTags, writeTag } from "../../src/report/tag-groups.ts";
import { communeOf, HAMLET, reportOf, VHXH, VHXH_FIGURES } from "./communes.ts";
import { paragraph, partOf, textOf, wordFile } from "./documents.ts";
import { editBody, throughAnotherProgram } from "./foreign.ts";

const MODEL = reportOf(communeOf([VHXH, HAMLET], VHXH_FIGURES));
const [OPEN, CLOSE] = [paragraph("{#huong_dan}"), paragraph("{/huong_dan}")];

const filled = (...body: readonly string[]) => textOf(fillReport(wordFile(body.join("")), MODEL));

/** The one line that a template's fault says. */
function faultOf(file: Uint8Array): string {
  try {
    fillReport(file, MODEL);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(TemplateFault);
    return thrown instanceof TemplateFault ? thrown.message : "";
  }
  return "không có lỗi";
}

describe("words to a template's editor", () => {
  it.each([
    ["in a loop that they open only", "{#chi_dao}"],
    ["of a row, outside its loop", "{stt}"],
    ["unknown", "{ten_xa} {constructor}"],
    ["without its brace", "{nam"],
    ["without anything before its brace", "nam}"],
    ["raw", "{@nam}"],
    ["closed by another", "{#chi_dao}{/kinh_phi}"],
  ])("are left out, and no tag in them is judged: %s", (_, tag) => {
    expect(filled(paragraph("Năm {nam}"), OPEN, paragraph(tag), CLOSE, paragraph("{dia_danh}"))).toBe(
      "Năm 2026\nVĩnh Phong",
    );
  });

  it("are left out with their tables", () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph("{#phu_luc_2}{stt}")}</w:tc></w:tr></w:tbl>`;
    expect(filled(paragraph("{nam}"), OPEN, table, CLOSE)).toBe("2026");
  });

  it("may stand in several places, and words beside their two tags stay", () => {
    const first = paragraph("A &amp; B {#huong_dan}x{/huong_dan} C");
    expect(filled(first, paragraph("D{#huong_dan}x"), paragraph("{stt}"), paragraph("x{/huong_dan}E {nam}"))).toBe(
      "A & B  C\nD\nE 2026",
    );
  });

  it("may have their tags in several runs, with spaces inside", () => {
    expect(
      filled(
        paragraph("{nam}"),
        paragraph("{ #", "huong", "_dan }"),
        paragraph("{stt}"),
        paragraph("{/huong_", "dan}"),
      ),
    ).toBe("2026");
  });

  it("may lie in a table's cell or in the header as a condition that never holds", () => {
    const cell = `<w:tbl><w:tr><w:tc>${paragraph("{nam}")}${OPEN}${paragraph("{stt}")}${CLOSE}</w:tc></w:tr></w:tbl>`;
    expect(filled(cell)).toBe("2026");
    const file = fillReport(wordFile(paragraph("{nam}"), paragraph("{dia_danh}{#huong_dan}{stt}{/huong_dan}")), MODEL);
    expect(textOf(file, "word/header1.xml")).toBe("Vĩnh Phong");
  });

  it("are no tags for a report: a template with nothing else is refused", () => {
    expect(faultOf(wordFile(paragraph("I. Kết quả") + OPEN + paragraph("{nam}") + CLOSE))).toContain(
      "tệp này không có thẻ nào",
    );
  });

  it("leave everything else as it is, to the letter", () => {
    const body = `${paragraph("{nam} “&lt;” ")}<w:tbl><w:tr><w:tc>${paragraph("x")}</w:tc></w:tr></w:tbl><w:sectPr><w:pgSz w:w="1"/></w:sectPr>`;
    const plain = partOf(fillReport(wordFile(body), MODEL));
    const end = body.indexOf("<w:sectPr>");
    expect(partOf(fillReport(wordFile(body.slice(0, end) + OPEN + CLOSE + body.slice(end)), MODEL))).toBe(plain);
  });
});

describe("pages around words to the editor", () => {
  const page = (name: string, type = "nextPage") =>
    `<w:sectPr><w:type w:val="${type}"/><w:pgSz w:w="${name}"/></w:sectPr>`;
  const ending = (name: string, text = "") =>
    `<w:p><w:pPr>${page(name)}</w:pPr>${text === "" ? "" : `<w:r><w:t>${text}</w:t></w:r>`}</w:p>`;
  const pages = (...body: readonly string[]) => pagesOf(MODEL, ...body);
  /** The pages of the filled report: each with its words. */
  const pagesOf = (model: ReportModel, ...body: readonly string[]) =>
    partOf(fillReport(wordFile(body.join("")), model))
      .split("</w:sectPr>")
      .slice(0, -1)
      .map((section) => `${/w:pgSz w:w="(\w+)"/.exec(section)?.[1]}: ${section.replace(/<[^>]*>/g, " ").trim()}`);

  const NOTE = paragraph("lời dặn");

  it("that held nothing else are gone, at the end, at the beginning and in between", () => {
    expect(pages(paragraph("{nam}"), ending("a"), OPEN, NOTE, CLOSE, page("b"))).toEqual(["a: 2026"]);
    expect(pages(OPEN, NOTE, CLOSE, ending("a"), paragraph("{nam}"), page("b"))).toEqual(["b: 2026"]);
    expect(
      pages(paragraph("{nam}"), ending("a"), OPEN, NOTE, CLOSE, paragraph(""), ending("b"), paragraph("x"), page("c")),
    ).toEqual(["a: 2026", "c: x"]);
  });

  it("of the last section are the ones of the section that is the last now", () => {
    const file = fillReport(wordFile([paragraph("{nam}"), ending("a"), OPEN, NOTE, CLOSE, page("b")].join("")), MODEL);
    expect(partOf(file)).toMatch(/<w:p><w:pPr><\/w:pPr><\/w:p><w:sectPr>.*w:w="a".*<\/w:sectPr><\/w:body>/);
  });

  it("stay where they hold something else", () => {
    expect(pages(paragraph("{nam}"), ending("a"), paragraph("x"), OPEN, NOTE, CLOSE, page("b"))).toEqual([
      "a: 2026",
      "b: x",
    ]);
    expect(pages(paragraph("{nam}"), ending("a"), OPEN, NOTE, CLOSE, paragraph("x"), page("b"))).toEqual([
      "a: 2026",
      "b: x",
    ]);
  });

  it("keep their set-up where it is written among those words", () => {
    expect(
      pages(paragraph("{nam}"), OPEN, NOTE, ending("a"), NOTE, ending("b"), CLOSE, paragraph("x"), page("c")),
    ).toEqual(["a: 2026", "c: x"]);
    expect(pages(paragraph("{nam}"), OPEN, ending("a", "{/huong_dan}"), paragraph("x"), page("b"))).toEqual([
      "a: 2026",
      "b: x",
    ]);
  });

  it("that are empty at the end are gone, as when somebody deleted the words alone; columns stay even", () => {
    expect(pages(paragraph("{nam}"), ending("a"), paragraph(" "), page("b"))).toEqual(["a: 2026"]);
    expect(pages(paragraph("{nam}"), ending("a"), paragraph(""), page("b", "continuous"))).toEqual(["a: 2026", "b: "]);
    const drawing = "<w:p><w:r><w:drawing/></w:r></w:p>";
    expect(pages(paragraph("{nam}"), ending("a"), drawing, page("b"))).toEqual(["a: 2026", "b: "]);
  });

  it("that only a page break had begun are gone, too", () => {
    const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    const body = (...blocks: readonly string[]) => partOf(fillReport(wordFile(blocks.join("")), MODEL));
    const plain = body(paragraph("{nam}"), page("a"));
    expect(body(paragraph("{nam}"), pageBreak, OPEN, NOTE, CLOSE, page("a"))).toBe(plain);
    expect(body(paragraph("{nam}"), pageBreak, pageBreak, paragraph(""), page("a"))).toBe(plain);
    expect(body(paragraph("{nam}"), pageBreak, paragraph("x"), page("a"))).toContain(pageBreak);
  });

  it.each([[[]], [["x"]], [["x", "y"]]])(
    "keep their set-up where a loop's tag, which vanishes, bears it: %j",
    (ghi_chu) => {
      const body = [
        paragraph("{#ghi_chu}"),
        paragraph("{.}"),
        ending("a", "{/ghi_chu}"),
        paragraph("{nam}"),
        page("b"),
      ];
      const [first = "", ...rest] = pagesOf({ ...MODEL, ghi_chu }, ...body);
      expect(first.split(/\s+/)).toEqual(["a:", ...(ghi_chu.length === 0 ? [""] : ghi_chu)]);
      expect(rest).toEqual(["b: 2026"]);
    },
  );
});

describe("a line that is missing", () => {
  const where = "Tệp mẫu, phần thân văn bản, đoạn";
  const NOTE = paragraph("{stt}");
  it.each([
    [
      "at the end",
      [OPEN, NOTE],
      `${where} “{#huong_dan}”: phần không vào báo cáo bắt đầu ở đây cần kết thúc bằng một dòng {/huong_dan}, nhưng không thấy dòng ấy. Thêm dòng {/huong_dan} ngay sau phần ấy, hoặc xóa cả phần cùng dòng {#huong_dan}.`,
    ],
    [
      "before the next begins",
      [paragraph("Dặn: {#huong_dan}"), NOTE, OPEN, NOTE, CLOSE],
      `${where} “Dặn: {#huong_dan}”: phần không vào báo cáo bắt đầu ở đây cần kết thúc bằng một dòng {/huong_dan}, nhưng không thấy dòng ấy trước {#huong_dan} kế tiếp. Thêm dòng {/huong_dan} ngay sau phần ấy, hoặc xóa cả phần cùng dòng {#huong_dan}.`,
    ],
    [
      "at the beginning",
      [NOTE, CLOSE],
      `${where} “{/huong_dan}”: phần không vào báo cáo kết thúc ở đây cần bắt đầu bằng một dòng {#huong_dan}, nhưng không thấy dòng ấy. Thêm dòng {#huong_dan} ngay trước phần ấy, hoặc xóa cả phần cùng dòng {/huong_dan}.`,
    ],
    [
      "at the beginning, for a brace is",
      [paragraph("#huong_dan}"), NOTE, CLOSE],
      `${where} “{/huong_dan}”: phần không vào báo cáo kết thúc ở đây cần bắt đầu bằng một dòng {#huong_dan}, nhưng không thấy dòng ấy. Thêm dòng {#huong_dan} ngay trước phần ấy, hoặc xóa cả phần cùng dòng {/huong_dan}.`,
    ],
    [
      "outside a table",
      [OPEN, `<w:tbl><w:tr><w:tc>${CLOSE}</w:tc></w:tr></w:tbl>`],
      `${where} “{#huong_dan}”: {#huong_dan} và {/huong_dan} cần cùng đứng ngoài bảng, nhưng có một thẻ nằm trong bảng. Đưa thẻ ấy ra ngoài bảng, thành một dòng riêng.`,
    ],
    [
      "on both sides of the pages that explain the tags",
      [paragraph("CÁC THẺ CỦA MẪU - ", "phần này không vào báo cáo."), NOTE],
      `${where} “CÁC THẺ CỦA MẪU - phần này không vào báo cáo.”: phần này cần nằm giữa một dòng {#huong_dan} và một dòng {/huong_dan} để không vào báo cáo, nhưng không thấy hai dòng ấy. Thêm dòng {#huong_dan} ngay trước và dòng {/huong_dan} ngay sau phần này, hoặc xóa cả phần.`,
    ],
  ])("is said in one line: %s", (_, body, message) => {
    const file = wordFile(paragraph("{nam}") + body.join(""));
    expect(faultOf(file)).toBe(message);
    expect(checkTemplate(file)).toEqual([message]);
  });

  it("is told from a tag of that name without a loop, and from one that means the opposite", () => {
    expect(faultOf(wordFile(paragraph("{huong_dan}")))).toContain("Viết {#huong_dan}…{/huong_dan}, hoặc xóa thẻ.");
    expect(faultOf(wordFile(paragraph("{^huong_dan}{nam}{/huong_dan}")))).toContain(
      "cần bắt đầu bằng một dòng {#huong_dan}",
    );
  });
});

describe("the default template, whose last pages explain its tags", () => {
  let editable = new Uint8Array();
  let report = "";

  beforeAll(async () => {
    editable = new Uint8Array(await buildDefaultTemplate());
    report = partOf(fillReport(new Uint8Array(await buildBareTemplate()), MODEL));
  });

  const wordsOf = (xml: string) =>
    xml
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]*>/g, "")
      .replace(/\n+/g, "\n");
  const sections = (xml: string) => xml.match(/<w:pgSz [^>]*>/g);

  it("explains every tag, piece by piece as it is typed, on upright pages after the last annex", () => {
    const lines = textOf(editable).split("\n");
    const begin = lines.indexOf("{#huong_dan}");
    expect(lines.slice(begin, begin + 2)).toEqual(["{#huong_dan}", NOTES_TITLE]);
    expect(lines.at(-1)).toBe("{/huong_dan}");
    const guide = lines.slice(begin);
    const { anywhere, loops } = groupTags();
    for (const { loop, meaning } of loops) expect(guide).toContain(`Trong {#${loop}}…{/${loop}} – ${meaning}`);
    for (const [tag, entry] of [...anywhere, ...loops.flatMap(({ tags }) => tags)]) {
      if (entry.use === "note") continue;
      const pieces = writeTag(tag, entry);
      const isThis = (line: string, at: number) =>
        line === pieces[0] && guide.slice(at, at + 6).includes(entry.meaning);
      const at = guide.findIndex(isThis);
      expect(guide.slice(at, at + pieces.length)).toEqual(pieces);
    }
    expect(sections(partOf(editable))?.at(-1)).toContain('w:orient="portrait"');
  });

  it("is without fault, and its report is the very one that is made without these pages", () => {
    expect(checkTemplate(editable)).toEqual([]);
    expect(partOf(fillReport(editable, MODEL))).toBe(report);
  });

  it("does so after it went through another program, with comments on its guide", () => {
    const back = throughAnotherProgram(editable, ["{#huong_dan}", "{/huong_dan}", "{nam}"]);
    expect(textOf(back)).toBe(textOf(editable));
    const made = partOf(fillReport(back, MODEL));
    expect(wordsOf(made)).toBe(wordsOf(report));
    expect(sections(made)).toEqual(sections(report));
  });

  const guideIn = (xml: string) =>
    /<w:p>(?:(?!<w:p>).)*?\{#huong_dan\}.*\{\/huong_dan\}.*?<\/w:p>/s.exec(xml)?.[0] ?? "";

  it.each<readonly [string, (xml: string, guide: string) => string]>([
    ["deleted", (xml, guide) => xml.replace(guide, () => "")],
    ["deleted but for its two lines", (xml, guide) => xml.replace(guide, () => OPEN + CLOSE)],
    ["moved to the front", (xml, guide) => xml.replace(guide, () => "").replace("<w:body>", () => `<w:body>${guide}`)],
    [
      "moved between two annexes",
      (xml, guide) => xml.replace(guide, () => "").replace(/(?=<w:p>(?:(?!<w:p>).)*?Phụ lục III<)/, () => guide),
    ],
    ["copied", (xml, guide) => xml.replace(guide, () => guide + guide)],
  ])("makes the same report when its guide was %s", (_, change) => {
    const changed = editBody(editable, (xml) => change(xml, guideIn(xml)));
    expect(partOf(changed)).not.toBe(partOf(editable));
    expect(partOf(fillReport(changed, MODEL))).toBe(report);
  });

  it.each(["{#huong_dan}", "{/huong_dan}"])("says in one line that %s is missing, not that tags are wrong", (mark) => {
    const broken = editBody(editable, (xml) => xml.replace(mark, ""));
    expect(checkTemplate(broken)).toEqual([expect.stringContaining(`một dòng ${mark}`)]);
  });

  it("says in one line that both are missing", () => {
    const broken = editBody(editable, (xml) => xml.replace(/\{[#/]huong_dan\}/g, ""));
    expect(checkTemplate(broken)).toEqual([expect.stringContaining(`đoạn “${NOTES_TITLE}”`)]);
  });

  it.each(NOTES_TABLES.map((heads, index) => [heads.join(", "), index] as const))(
    "says what to do where lines and title are gone, and of the tables the one that is headed %s is left",
    (heads, index) => {
      const broken = editBody(editable, (xml) =>
        xml.replace(guideIn(xml), (guide) => guide.match(/<w:tbl>.*?<\/w:tbl>/gs)?.[index] ?? ""),
      );
      expect(checkTemplate(broken)).toEqual([
        `Tệp mẫu, phần thân văn bản: bảng có các cột ${heads} giải thích thẻ, cần nằm giữa một dòng {#huong_dan} và một dòng {/huong_dan} để không vào báo cáo, nhưng không thấy hai dòng ấy. Xóa bảng ấy, hoặc thêm dòng {#huong_dan} ngay trước và dòng {/huong_dan} ngay sau nó.`,
      ]);
    },
  );

  it("has no such table but in these pages", () => {
    const bodyTable = (...cells: readonly string[]) =>
      `<w:tbl><w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join("")}</w:tr></w:tbl>`;
    for (const cells of [
      ["Thẻ", "Nội dung", "{nam}"],
      ["Thẻ", "Cách dùng"],
      ["TT", ...(NOTES_TABLES[0] ?? [])],
    ]) {
      expect(checkTemplate(wordFile(paragraph("{nam}") + bodyTable(...cells)))).toEqual([]);
    }
  });
});
