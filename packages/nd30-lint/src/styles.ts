/** What a paragraph or a run looks like once styles, their ancestors and the document's defaults have had their say. */
import { attribute, child, children, descend, type Element, number, toggle } from "./xml.ts";

/** Character formatting. `size` in points; `colour`: `auto` or six hexadecimal digits. */
export type Look = {
  /** The fonts of ASCII letters and of all others: Word keeps them apart, and most Vietnamese letters are others. */
  readonly font: string;
  readonly accentedFont: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly caps: boolean;
  readonly colour: string;
  /** Marked with a background colour. */
  readonly highlighted: boolean;
};

export type Align = "left" | "center" | "right" | "both";

/** Paragraph formatting: lengths in millimetres, spacing in points. `line`: lines, or points where `lineIsPoints`. */
export type Shape = {
  readonly align: Align;
  readonly firstLine: number;
  readonly left: number;
  readonly right: number;
  readonly before: number;
  readonly after: number;
  readonly line: number;
  readonly lineIsPoints: boolean;
  readonly ruled: boolean;
  readonly breakBefore: boolean;
};

export type Styles = {
  readonly lookOf: (paragraph: Element, run: Element) => Look;
  readonly shapeOf: (paragraph: Element) => Shape;
  /** The borders that a table has of its style. */
  readonly tableBordersOf: (style: string | undefined) => Element | undefined;
};

/** Millimetres of a twip (a twentieth of a point). */
export const MILLIMETRES_PER_TWIP = 25.4 / 1440;

/** Reads `styles.xml` and the theme's fonts, either of which may be missing. */
export function readStyles(styles: Element | undefined, theme: Element | undefined): Styles {
  const byId = new Map(children(styles, "w:style").map((style) => [attribute(style, "w:styleId") ?? "", style]));
  const usual = children(styles, "w:style").find(
    (style) => attribute(style, "w:type") === "paragraph" && attribute(style, "w:default") === "1",
  );
  const defaults = child(styles, "w:docDefaults");
  const runDefault = descend(defaults, "w:rPrDefault", "w:rPr");
  const paragraphDefault = descend(defaults, "w:pPrDefault", "w:pPr");

  /** A style and its ancestors, the nearest first; stops at a circle. */
  function chain(id: string | undefined): readonly Element[] {
    const found: Element[] = [];
    for (let style = byId.get(id ?? ""); style && !found.includes(style); ) {
      found.push(style);
      style = byId.get(attribute(child(style, "w:basedOn"), "w:val") ?? "");
    }
    return found;
  }

  function paragraphChain(paragraph: Element): readonly Element[] {
    const own = chain(attribute(descend(paragraph, "w:pPr", "w:pStyle"), "w:val"));
    return own.length > 0 ? own : chain(attribute(usual, "w:styleId"));
  }

  function lookOf(paragraph: Element, run: Element): Look {
    const own = child(run, "w:rPr");
    const layers = present([
      own,
      ...chain(attribute(child(own, "w:rStyle"), "w:val")).map((style) => child(style, "w:rPr")),
      ...paragraphChain(paragraph).map((style) => child(style, "w:rPr")),
      runDefault,
    ]);
    const first = (name: string) => layers.map((layer) => child(layer, name)).find((found) => found !== undefined);
    const underline = attribute(first("w:u"), "w:val") ?? "none";
    return {
      font: fontOf(layers, theme, "ascii"),
      accentedFont: fontOf(layers, theme, "hAnsi"),
      size: (number(first("w:sz"), "w:val") ?? 20) / 2,
      bold: toggle(first("w:b")) ?? false,
      italic: toggle(first("w:i")) ?? false,
      underline: underline !== "none",
      caps: toggle(first("w:caps")) ?? false,
      colour: (attribute(first("w:color"), "w:val") ?? "auto").toUpperCase(),
      highlighted:
        (attribute(first("w:highlight"), "w:val") ?? "none") !== "none" ||
        !["AUTO", "FFFFFF"].includes((attribute(first("w:shd"), "w:fill") ?? "auto").toUpperCase()),
    };
  }

  function shapeOf(paragraph: Element): Shape {
    const layers = present([
      child(paragraph, "w:pPr"),
      ...paragraphChain(paragraph).map((style) => child(style, "w:pPr")),
      paragraphDefault,
    ]);
    const first = (name: string) => layers.map((layer) => child(layer, name)).find((found) => found !== undefined);
    const measure = (name: string, ...attributes: readonly string[]) =>
      layers
        .flatMap((layer) => attributes.map((one) => number(child(layer, name), one)))
        .find((value) => value !== undefined);
    const twips = (...attributes: readonly string[]) => (measure("w:ind", ...attributes) ?? 0) * MILLIMETRES_PER_TWIP;
    const rule = layers.map((layer) => attribute(child(layer, "w:spacing"), "w:lineRule")).find((value) => value);
    const lineIsPoints = rule === "exact" || rule === "atLeast";
    const hanging = measure("w:ind", "w:hanging");
    return {
      align: alignOf(attribute(first("w:jc"), "w:val")),
      firstLine: hanging ? -hanging * MILLIMETRES_PER_TWIP : twips("w:firstLine"),
      left: twips("w:left", "w:start"),
      right: twips("w:right", "w:end"),
      before: (measure("w:spacing", "w:before") ?? 0) / 20,
      after: (measure("w:spacing", "w:after") ?? 0) / 20,
      line: (measure("w:spacing", "w:line") ?? 240) / (lineIsPoints ? 20 : 240),
      lineIsPoints,
      ruled: children(first("w:pBdr"), "w:top", "w:bottom").some(isDrawn),
      breakBefore: toggle(first("w:pageBreakBefore")) ?? false,
    };
  }

  return {
    lookOf,
    shapeOf,
    tableBordersOf: (style) =>
      chain(style)
        .map((one) => descend(one, "w:tblPr", "w:tblBorders"))
        .find((borders) => borders !== undefined),
  };
}

/** Tells whether a border is one that prints. */
export function isDrawn(border: Element): boolean {
  return !["nil", "none"].includes(attribute(border, "w:val") ?? "none");
}

function present(layers: readonly (Element | undefined)[]): readonly Element[] {
  return layers.filter((layer) => layer !== undefined);
}

function alignOf(value: string | undefined): Align {
  if (value === "center" || value === "both") return value;
  if (value === "distribute") return "both";
  return value === "right" || value === "end" ? "right" : "left";
}

/** The font of one kind of letters: the nearest layer that names it, itself or through the theme. */
function fontOf(layers: readonly Element[], theme: Element | undefined, letters: "ascii" | "hAnsi"): string {
  for (const fonts of layers.map((layer) => child(layer, "w:rFonts"))) {
    const themed = attribute(fonts, `w:${letters}Theme`);
    if (themed) {
      const kind = themed.startsWith("major") ? "a:majorFont" : "a:minorFont";
      const latin = descend(theme, "a:themeElements", "a:fontScheme", kind, "a:latin");
      return attribute(latin, "typeface") ?? themed;
    }
    const named = attribute(fonts, `w:${letters}`);
    if (named) return named;
  }
  return "Times New Roman";
}
