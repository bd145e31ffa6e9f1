/**
 * A workbook as the bytes of an .xlsx file, and back.
 * Touches no disk.
 */

import { quotedSheet } from "a1";
import { cloneChart, HucreError } from "hucre";
import {
  readXlsx,
  type Sheet,
  type SheetChart,
  type Workbook,
  type WriteOptions,
  type WriteSheet,
  writeXlsx,
} from "hucre/xlsx";
import { withSheetsOfChartsRenamed } from "../edit/drawings.ts";
import type { Drawings, SheetModel, WorkbookModel } from "../model.ts";
import { checkArchive } from "./archive.ts";
import { UnreadableFile } from "./errors.ts";
import { foreignParts, keptSheets, withForeignParts } from "./foreign-parts.ts";
import { findHiddenSheet, HIDDEN_SHEET, hiddenSheet, newLists, PROGRAM, readHiddenSheet } from "./hidden-sheet.ts";
import { matchSheets, withRenamedSheets } from "./match-sheets.ts";
import { readForeignSheet, readStoredSheet } from "./read-sheet.ts";
import { newFormatList } from "./shared-formats.ts";
import { fileNames } from "./sheet-names.ts";
import type { StoredWorkbook } from "./stored.ts";
import { DEFAULT_FONT } from "./style.ts";
import { textForFile } from "./text.ts";
import { headingRows, sheetForFile } from "./write-sheet.ts";

/** Makes the bytes of the .xlsx file that keeps a workbook. */
export async function encodeWorkbook(workbook: WorkbookModel): Promise<Uint8Array> {
  const kept = keptSheets(workbook);
  const isKept = (index: number) => {
    const sheet = workbook.sheets[index];
    return sheet !== undefined && kept.has(sheet);
  };
  const lists = newLists();
  const formats = newFormatList();
  const names = fileNames(workbook.sheets);
  const sheetNames = new Set(
    workbook.sheets.filter((sheet) => names.get(sheet) === sheet.name).map((sheet) => sheet.name.toLowerCase()),
  );
  const sheets = workbook.sheets.map((sheet) =>
    sheetForFile(sheet, names.get(sheet) ?? sheet.name, { lists, formats, sheetNames }),
  );
  const stored: StoredWorkbook = {
    id: workbook.id,
    name: workbook.name,
    locale: workbook.locale,
    timeZone: workbook.timeZone,
    owner: workbook.owner,
    editors: workbook.editors,
    documentProperties: [...workbook.documentProperties],
    lastId: workbook.lastId,
    formats: formats.all(),
    // A kept sheet says everything itself.
    sheets: sheets.flatMap(({ stored }, index) => (isKept(index) ? [] : [stored])),
  };
  const namesInFile = new Map(
    workbook.sheets.map((sheet) => [sheet.name.toLowerCase(), names.get(sheet) ?? sheet.name]),
  );
  const written = sheets.map(({ written }, index): WriteSheet => {
    if (isKept(index)) return { name: written.name, rows: [], ...(written.hidden ? { hidden: true } : {}) };
    const drawings = workbook.sheets[index]?.drawings;
    return drawings ? { ...written, ...drawingsForFile(drawings, namesInFile) } : written;
  });
  // Excel refuses a file without a visible sheet.
  const firstVisible = written.findIndex((sheet) => !sheet.hidden);
  if (firstVisible === -1 && written[0]) written[0].hidden = false;
  const namedRanges: NonNullable<WriteOptions["namedRanges"]> = workbook.sheets.flatMap((sheet) => {
    const rows = kept.has(sheet) ? undefined : headingRows(sheet);
    const scope = names.get(sheet) ?? sheet.name;
    // Named here, since the library does not quote the sheet's name in what it derives from the page setup.
    return rows === undefined ? [] : [{ name: "_xlnm.Print_Titles", range: `${quotedSheet(scope)}!${rows}`, scope }];
  });
  const hidden = hiddenSheet(stored, lists);
  const bytes = await writeXlsx({
    sheets: [...written, written.length > 0 ? hidden : { ...hidden, veryHidden: false }],
    properties: { title: textForFile(workbook.name), creator: PROGRAM },
    namedRanges,
    defaultFont: DEFAULT_FONT,
    activeSheet: Math.max(firstVisible, 0),
  });
  return withForeignParts(bytes, workbook, kept, names);
}

/** Reads a workbook from the bytes of a file that is called `name`, or throws {@link UnreadableFile}. */
export async function decodeWorkbook(bytes: Uint8Array, name: string): Promise<WorkbookModel> {
  checkArchive(bytes, name);
  const file = await unpacked(bytes, name);
  const hidden = findHiddenSheet(file.sheets);
  if (!hidden) {
    throw new UnreadableFile(
      name,
      `đây không phải sổ của chương trình này (không có trang ẩn “${HIDDEN_SHEET}”)`,
      "hãy chọn đúng tệp của sổ, hoặc tạo sổ mới rồi chép số liệu vào",
    );
  }
  const stored = readHiddenSheet(hidden, name);
  const visible = file.sheets.filter((sheet) => sheet !== hidden);
  const from1904 = file.dateSystem === "1904";
  const parts = { from1904, themeColors: file.themeColors ?? [], formats: stored.formats };
  const known = matchSheets(visible, stored.sheets, from1904);
  const renamed = new Map<string, string>();
  for (const [sheet, one] of known) if (sheet.name !== one.fileName) renamed.set(one.name.toLowerCase(), sheet.name);

  let lastId = Math.max(stored.lastId, 0, ...stored.sheets.map((sheet) => sheet.id));
  const sheets = visible.map((sheet): SheetModel => {
    const one = known.get(sheet);
    if (!one) return readForeignSheet(sheet, ++lastId, parts);
    return readStoredSheet(
      sheet,
      sheet.name === one.fileName ? one.name : sheet.name,
      withRenamedSheets(one, renamed),
      parts,
    );
  });
  const namesInWorkbook = new Map(
    visible.map(({ name }, index) => [name.toLowerCase(), sheets[index]?.name ?? name] as const),
  );
  visible.forEach((sheet, index) => {
    const model = sheets[index];
    if (model) model.drawings = readDrawings(sheet, namesInWorkbook);
  });
  return {
    id: stored.id,
    name: stored.name,
    locale: stored.locale,
    timeZone: stored.timeZone,
    owner: stored.owner,
    editors: [...stored.editors],
    sheets,
    documentProperties: new Map(stored.documentProperties),
    lastId,
    foreign: foreignParts(
      bytes,
      new Map(visible.flatMap((sheet, index) => (sheets[index] ? [[sheets[index], sheet.name] as const] : []))),
      visible.flatMap((sheet, index) => (sheets[index] && !known.has(sheet) ? [sheets[index]] : [])),
    ),
  };
}

async function unpacked(bytes: Uint8Array, name: string): Promise<Workbook> {
  try {
    return await readXlsx(bytes, { readStyles: true });
  } catch (error) {
    // Whatever the library stumbles over in a stranger's file, the person can do but one thing.
    const reason = error instanceof HucreError ? "nội dung bên trong bị hỏng" : "nội dung bên trong không đọc được";
    throw new UnreadableFile(name, `tệp này ${reason}`, "hãy chép lại tệp hoặc mở bản sao lưu gần nhất", {
      cause: error,
    });
  }
}

/**
 * Reads the charts and pictures of a sheet; the host keeps them for the file alone. The library loses some looks, and
 * charts of kinds that it cannot write. `names`: the workbook's sheet names, by the file's.
 */
function readDrawings({ charts = [], images = [] }: Sheet, names: ReadonlyMap<string, string>): Drawings {
  return withSheetsOfChartsRenamed({ charts: charts.flatMap(readChart), images }, names);
}

function readChart(chart: NonNullable<Sheet["charts"]>[number]): readonly SheetChart[] {
  if (!chart.anchor) return [];
  try {
    return [cloneChart(chart, { anchor: chart.anchor })];
  } catch {
    // The library only says that it cannot write this kind.
    return [];
  }
}

/** Writes the charts and pictures of a sheet. `names`: the file's sheet names, by the workbook's. */
function drawingsForFile(
  drawings: Drawings,
  names: ReadonlyMap<string, string>,
): Pick<WriteSheet, "charts" | "images"> {
  const { charts, images } = withSheetsOfChartsRenamed(drawings, names);
  return {
    ...(charts.length > 0 ? { charts: [...charts] } : {}),
    ...(images.length > 0 ? { images: [...images] } : {}),
  };
}
