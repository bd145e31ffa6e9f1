/**
 * Charts and pictures that another program drew: no service sees them, and the file keeps them. Looks that the library
 * does not know are lost, as is a chart of a kind that it cannot write.
 */
import { cloneChart } from "hucre";
import type { Sheet, SheetChart, WriteSheet } from "hucre/xlsx";
import { withSheetsOfChartsRenamed } from "../edit/drawings.ts";
import type { Drawings } from "../model.ts";

/** Reads what is drawn on a sheet of a file; `names` gives the workbook's names of its sheets, by the file's. */
export function readDrawings({ charts = [], images = [] }: Sheet, names: ReadonlyMap<string, string>): Drawings {
  return withSheetsOfChartsRenamed({ charts: charts.flatMap(readChart), images }, names);
}

function readChart(chart: NonNullable<Sheet["charts"]>[number]): readonly SheetChart[] {
  if (!chart.anchor) return [];
  try {
    return [cloneChart(chart, { anchor: chart.anchor })];
  } catch {
    // The library says no more than that it cannot write this kind.
    return [];
  }
}

/** Makes what is drawn on a sheet for its file; `names` gives the file's names of the sheets, by the workbook's. */
export function drawingsForFile(
  drawings: Drawings,
  names: ReadonlyMap<string, string>,
): Pick<WriteSheet, "charts" | "images"> {
  const { charts, images } = withSheetsOfChartsRenamed(drawings, names);
  return {
    ...(charts.length > 0 ? { charts: [...charts] } : {}),
    ...(images.length > 0 ? { images: [...images] } : {}),
  };
}
