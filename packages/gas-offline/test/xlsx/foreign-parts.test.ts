import { describe, expect, it } from "vitest";
import { cellAt, ensureCell, newSheet, newWorkbook, type WorkbookModel } from "../../src/index.ts";
import { decodeWorkbook, encodeWorkbook } from "../../src/xlsx/file.ts";
import { openZip, withParts } from "../../src/xlsx/zip.ts";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A workbook of one sheet of ours, "Biểu". */
function book(): WorkbookModel {
  const sheet = newSheet(1, "Biểu", 50, 5);
  ensureCell(sheet, 1, 1).value = "Đơn vị";
  ensureCell(sheet, 2, 2).value = 7;
  return { ...newWorkbook("sổ"), sheets: [sheet], lastId: 1 };
}

const OWN_SHEET = `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetData><row r="1"><c r="A1" s="1" t="inlineStr"><is><t>Tỷ lệ</t></is></c><c r="C1"><f>SUM(BangRieng[Tỷ lệ])</f><v>0.3</v></c><c r="D1"><f>TongLD*2</f><v>14</v></c></row><row r="2"><c r="A2"><v>0.3</v></c></row></sheetData><sheetProtection password="CC1A" sheet="1"/><conditionalFormatting sqref="A2"><cfRule type="cellIs" dxfId="0" priority="1" operator="equal"><formula>1</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="B2"><formula1>"x,o"</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId2"/></hyperlinks><headerFooter><oddHeader>&amp;CXã</oddHeader></headerFooter><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>`;
const TABLE = `<table xmlns="${MAIN}" id="1" name="BangRieng" displayName="BangRieng" ref="A1:A2"><tableColumns count="1"><tableColumn id="1" name="Tỷ lệ"/></tableColumns></table>`;

/** Adds a tab as Excel would write it: with a table, a name, a link, a password, looks, and the structure locked. */
async function withOwnTab(workbook: WorkbookModel): Promise<Uint8Array> {
  const file = await encodeWorkbook(workbook);
  const zip = openZip(file);
  const edit = (path: string, ...changes: readonly (readonly [RegExp, string])[]) =>
    changes.reduce((xml, [from, to]) => xml.replace(from, () => to), zip.xml(path));
  return withParts(
    file,
    new Map([
      ["xl/worksheets/own.xml", OWN_SHEET],
      ["xl/tables/table1.xml", TABLE],
      [
        "xl/worksheets/_rels/own.xml.rels",
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/table" Target="../tables/table1.xml"/><Relationship Id="rId2" Type="${OFFICE}/hyperlink" Target="https://xa.example/" TargetMode="External"/></Relationships>`,
      ],
      [
        "xl/_rels/workbook.xml.rels",
        edit("xl/_rels/workbook.xml.rels", [
          /<\/Relationships>/,
          `<Relationship Id="own" Type="${OFFICE}/worksheet" Target="worksheets/own.xml"/></Relationships>`,
        ]),
      ],
      [
        "[Content_Types].xml",
        edit("[Content_Types].xml", [
          /<\/Types>/,
          `<Override PartName="/xl/worksheets/own.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/tables/table1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"/></Types>`,
        ]),
      ],
      [
        "xl/workbook.xml",
        edit(
          "xl/workbook.xml",
          [/<bookViews>/, '<workbookProtection lockStructure="1"/><bookViews>'],
          [
            /<\/sheets>/,
            '<sheet name="Riêng" sheetId="77" r:id="own"/></sheets><definedNames><definedName name="TongLD">Biểu!$B$2</definedName><definedName name="_xlnm.Print_Area" localSheetId="2">Riêng!$A$1:$A$2</definedName></definedNames>',
          ],
        ),
      ],
      [
        "xl/styles.xml",
        edit(
          "xl/styles.xml",
          [/<fonts[^>]*>/, '<fonts count="2"><font><b/><sz val="17"/><name val="Arial"/></font>'],
          [/<\/cellXfs>/, '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>'],
          [/<dxfs[\s\S]*?(?:\/>|<\/dxfs>)/, '<dxfs count="1"><dxf><font><b/></font></dxf></dxfs>'],
        ),
      ],
    ]),
  );
}

async function savedAgain(file: Uint8Array, change?: (workbook: WorkbookModel) => void): Promise<Uint8Array> {
  const workbook = await decodeWorkbook(file, "sổ.xlsx");
  change?.(workbook);
  return await encodeWorkbook(workbook);
}

/** The own tab's part in a file, and what its relations lead to. */
function ownTab(file: Uint8Array): { readonly xml: string; readonly relations: string } {
  const zip = openZip(file);
  const path = zip.names().find((name) => name.startsWith("xl/worksheets/") && zip.xml(name).includes("BangRieng"));
  return {
    xml: zip.xml(path ?? ""),
    relations: zip.xml((path ?? "").replace("worksheets/", "worksheets/_rels/").concat(".rels")),
  };
}

describe("a tab that another program added", () => {
  it("goes through saves as it is, whatever is done in the others", async () => {
    let file = await withOwnTab(book());
    for (let time = 0; time < 3; time++) {
      file = await savedAgain(file, ({ sheets: [ours] }) => {
        if (ours) ensureCell(ours, 3, 1).value = `lần ${time}`;
      });
    }
    const { xml, relations } = ownTab(file);
    const withoutStyles = (text: string) => text.replace(/\s(?:s|dxfId)="\d+"/g, "");
    expect(withoutStyles(xml)).toBe(withoutStyles(OWN_SHEET));
    expect(relations).toContain('Target="https://xa.example/"');
    const zip = openZip(file);
    expect(zip.xml("xl/kept/tables/table1.xml")).toBe(TABLE);
    expect(zip.xml("[Content_Types].xml")).toContain('PartName="/xl/kept/tables/table1.xml"');
    const workbook = zip.xml("xl/workbook.xml");
    expect(workbook).toContain('<workbookProtection lockStructure="1"/>');
    expect(workbook).toContain('<definedName name="TongLD">Biểu!$B$2</definedName>');
    expect(workbook).toMatch(/<definedName name="_xlnm.Print_Area" localSheetId="1">Riêng!\$A\$1:\$A\$2</);
    const back = await decodeWorkbook(file, "sổ.xlsx");
    expect(back.sheets.map(({ name }) => name)).toEqual(["Biểu", "Riêng"]);
    expect(cellAt(back.sheets[0] ?? newSheet(0, ""), 3, 1)?.value).toBe("lần 2");
  });

  it("keeps its looks: the styles that it uses are added to ours, once", async () => {
    const once = openZip(await savedAgain(await withOwnTab(book()))).xml("xl/styles.xml");
    expect(once.split('<sz val="17"/>')).toHaveLength(2);
    const twice = openZip(await savedAgain(await savedAgain(await withOwnTab(book())))).xml("xl/styles.xml");
    expect(twice).toBe(once);
  });

  it("follows a sheet of ours that was renamed", async () => {
    const file = await savedAgain(await withOwnTab(book()), ({ sheets: [ours] }) => {
      if (ours) ours.name = "Mới";
    });
    expect(openZip(file).xml("xl/workbook.xml")).toMatch(/name="TongLD">'?Mới'?!\$B\$2</);
  });

  it("has what was changed in it", async () => {
    const file = await savedAgain(await withOwnTab(book()), ({ sheets }) => {
      const own = sheets[1];
      if (own) ensureCell(own, 2, 1).value = 0.5;
    });
    const back = await decodeWorkbook(file, "sổ.xlsx");
    expect(cellAt(back.sheets[1] ?? newSheet(0, ""), 2, 1)?.value).toBe(0.5);
  });
});

/** Changes the first sheet of a file. */
async function inSheet(workbook: WorkbookModel, edit: (xml: string) => string): Promise<Uint8Array> {
  const file = await encodeWorkbook(workbook);
  return withParts(file, new Map([["xl/worksheets/sheet1.xml", edit(openZip(file).xml("xl/worksheets/sheet1.xml"))]]));
}

describe("cells of other writers", () => {
  it("with a date in ISO's form are dates, with their time", async () => {
    const dates = ["2026-07-15", "2026-07-15T12:00:00", "2026-07-15T00:00:00Z", "06:00:00"];
    const cells = dates.map((date, index) => `<c r="A${index + 5}" t="d"><v>${date}</v></c>`);
    const rows = cells.map((cell, index) => `<row r="${index + 5}">${cell}</row>`).join("");
    const file = await inSheet(book(), (xml) => xml.replace("</sheetData>", `${rows}</sheetData>`));
    const [sheet] = (await decodeWorkbook(file, "sổ.xlsx")).sheets;
    expect(dates.map((_, index) => sheet?.cells[index + 5]?.[1]?.value)).toEqual([46218, 46218.5, 46218, 0.25]);
  });

  it("in the last corner are no damage, and stay in the file", async () => {
    const corner = (inner: string) =>
      `<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>${inner}</t></is></c></row>`;
    const withCorner = (inner: string) =>
      inSheet(book(), (xml) => xml.replace("</sheetData>", `${corner(inner)}</sheetData>`));
    for (const inner of [" ", "nháp"]) {
      const back = await decodeWorkbook(await withCorner(inner), "sổ.xlsx");
      expect(cellAt(back.sheets[0] ?? newSheet(0, ""), 2, 2)?.value).toBe(7);
      const saved = openZip(await encodeWorkbook(back)).xml("xl/worksheets/sheet1.xml");
      expect(saved.includes("XFD1048576")).toBe(inner === "nháp");
    }
  });

  it("that are blank do not make a sheet of a million rows", async () => {
    const styled = Array.from(
      { length: 20_000 },
      (_, row) => `<row r="${row + 100}"><c r="A${row + 100}" s="0"/></row>`,
    );
    const file = await inSheet(book(), (xml) => xml.replace("</sheetData>", `${styled.join("")}</sheetData>`));
    expect((await decodeWorkbook(file, "sổ.xlsx")).sheets[0]?.rows).toBe(50);
  });

  it("where a formula spills in a locked sheet give way to the formula", async () => {
    const workbook = book();
    const sheet = workbook.sheets[0] ?? newSheet(0, "");
    Object.assign(ensureCell(sheet, 5, 1), { formula: "=MY_LOC(A1)", value: 1, spill: { rows: 2, columns: 1 } });
    Object.assign(ensureCell(sheet, 6, 1), { value: 46218, spilledFrom: [5, 1] });
    sheet.protections.push({
      id: 9,
      kind: "sheet",
      description: "",
      editors: [],
      domainEdit: false,
      warningOnly: false,
      unprotected: [],
    });
    const file = await inSheet(workbook, (xml) => xml.replace("<v>46218</v>", "<v>99</v>"));
    const [back] = (await decodeWorkbook(file, "sổ.xlsx")).sheets;
    expect(back?.cells[6]?.[1]).toEqual({ value: 46218, spilledFrom: [5, 1] });
  });

  it("without what formulas came to do not hide which sheet was renamed", async () => {
    const workbook = book();
    const sheet = workbook.sheets[0] ?? newSheet(0, "");
    for (const row of [5, 6, 7]) Object.assign(ensureCell(sheet, row, 1), { formula: `=SUM(B${row};1)`, value: row });
    const file = await encodeWorkbook(workbook);
    const zip = openZip(file);
    const renamed = withParts(
      file,
      new Map([
        ["xl/workbook.xml", zip.xml("xl/workbook.xml").replace('name="Biểu"', 'name="Phòng Kinh tế"')],
        ["xl/worksheets/sheet1.xml", zip.xml("xl/worksheets/sheet1.xml").replace(/(<\/f>)<v>[^<]*<\/v>/g, "$1")],
      ]),
    );
    const back = await decodeWorkbook(renamed, "sổ.xlsx");
    expect(back.sheets.map(({ id, name }) => [id, name])).toEqual([[1, "Phòng Kinh tế"]]);
  });
});
