/** Lines that Word draws as shapes: how long the one in a paragraph is. */
import { attribute, children, descendants, type Element, number } from "./xml.ts";

const MILLIMETRES_PER_EMU = 25.4 / 914_400;
/** Millimetres of a point. */
export const MILLIMETRES_PER_POINT = 25.4 / 72;
/** A shape that is higher is no line. */
const THICKEST = 3;

/** Returns the length, in millimetres, of the first flat shape in a paragraph. */
export function ruleLength(paragraph: Element): number | undefined {
  for (const extent of descendants(paragraph, "wp:extent")) {
    const width = (number(extent, "cx") ?? 0) * MILLIMETRES_PER_EMU;
    if (width > 0 && (number(extent, "cy") ?? 0) * MILLIMETRES_PER_EMU <= THICKEST) return width;
  }
  for (const picture of descendants(paragraph, "w:pict")) {
    for (const shape of children(picture)) {
      const length = shape.nodeName === "v:line" ? lineLength(shape) : flatLength(attribute(shape, "style") ?? "");
      if (length !== undefined) return length;
    }
  }
  return undefined;
}

function lineLength(line: Element): number | undefined {
  const [from, to] = ["from", "to"].map((end) => Number.parseFloat(attribute(line, end) ?? ""));
  if (from === undefined || to === undefined || Number.isNaN(from) || Number.isNaN(to)) return undefined;
  return Math.abs(to - from) * MILLIMETRES_PER_POINT;
}

function flatLength(style: string): number | undefined {
  const measure = (name: string) => Number.parseFloat(new RegExp(`(?:^|;)${name}:([\\d.]+)pt`).exec(style)?.[1] ?? "");
  const width = measure("width") * MILLIMETRES_PER_POINT;
  return width > 0 && !(measure("height") * MILLIMETRES_PER_POINT > THICKEST) ? width : undefined;
}
