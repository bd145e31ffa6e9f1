/** Small data folders for tests. */
import { readFolderFigures } from "../../../src/workbook/folder/figures.ts";
import type { FolderFile, FolderTable } from "../../../src/workbook/folder/table.ts";
import { newWorkbook } from "../workbook.ts";

/** A table whose header stands in line 1 and whose rows follow, a line each. */
export function table(file: FolderFile, header: string, ...rows: readonly (readonly string[])[]): FolderTable {
  return { file, header: header.split(","), rows: rows.map((cells, index) => ({ line: index + 2, cells })) };
}

export const VALUES = "unit,element,total,women,note";
export const ACTIVITIES = "unit,date,theme,kind,co_organisers,participants,women,link";
export const TASKS = "unit,task,status,result,link";
export const FUNDS = "unit,source,planned,spent";
export const ASSESSMENTS = "unit,results,difficulties,causes,proposals";
export const NARRATIVE = "part,text";
export const HISTORY = "year,unit,element,total,women";

/** Reads figures against the small commune of the tests. */
export function figures(...tables: readonly FolderTable[]) {
  const { commune } = newWorkbook().records();
  return readFolderFigures(tables, commune);
}
