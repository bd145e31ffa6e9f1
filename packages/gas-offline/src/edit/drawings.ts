/** Charts and pictures over the cells of a sheet: they follow moved cells and renamed sheets. */
import { withSheetsRenamed } from "a1";
import type { Area, Drawings } from "../model.ts";
import { areaAfter, type LineChange } from "./lines.ts";

type Anchor = Drawings["images"][number]["anchor"];

/** Rewrites the cells that charts show, as `rewrite` does with a formula. */
export function rewriteCharts({ charts, images }: Drawings, rewrite: (formula: string) => string): Drawings {
  return {
    images,
    charts: charts.map((chart) => ({
      ...chart,
      series: chart.series.map(({ values, categories, ...look }) => ({
        ...look,
        values: rewrite(values),
        ...(categories === undefined ? {} : { categories: rewrite(categories) }),
      })),
    })),
  };
}

/** Renames the sheets that charts show. The old names are in small letters. */
export function withSheetsOfChartsRenamed(drawings: Drawings, names: ReadonlyMap<string, string>): Drawings {
  return rewriteCharts(drawings, (formula) => withSheetsRenamed(formula, names));
}

/** Moves charts and pictures with the cells below them. They stay if all these cells are deleted. */
export function moveDrawings({ charts, images }: Drawings, change: LineChange): Drawings {
  return {
    charts: charts.map((chart) => ({ ...chart, anchor: anchorAfter(chart.anchor, change) })),
    images: images.map((image) => ({ ...image, anchor: anchorAfter(image.anchor, change) })),
  };
}

function anchorAfter(anchor: Anchor, change: LineChange): Anchor {
  const now = areaAfter(change, drawingArea(anchor));
  if (!now) return anchor;
  const from = { row: now.row - 1, col: now.column - 1 };
  return anchor.to ? { from, to: { row: from.row + now.rows - 1, col: from.col + now.columns - 1 } } : { from };
}

/** The cells beneath an anchor, whose rows and columns count from 0. */
function drawingArea({ from, to = from }: Anchor): Area {
  return {
    row: from.row + 1,
    column: from.col + 1,
    rows: to.row - from.row + 1,
    columns: to.col - from.col + 1,
  };
}
