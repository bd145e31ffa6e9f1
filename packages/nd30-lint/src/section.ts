/** A section of a Word file: its page, its margins, and where its pages are numbered. */
import { type Align, MILLIMETRES_PER_TWIP } from "./styles.ts";
import { attribute, child, children, descendants, type Element, number, toggle } from "./xml.ts";

/** A page number in a header or footer. `size` in points; 0: as the style has it. */
export type PageNumber = { readonly place: "header" | "footer"; readonly align: Align; readonly size: number };

/** Lengths in millimetres. */
export type Section = {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly textWidth: number;
  readonly continuous: boolean;
  /** `decimal` unless the section says otherwise. */
  readonly numberFormat: string;
  /** Whether its first page has a header and footer of its own. */
  readonly titlePage: boolean;
  readonly pageNumber: PageNumber | undefined;
  /** In the header or footer meant for a first page of its own. */
  readonly titlePageNumber: PageNumber | undefined;
};

/** Reads a section; what it leaves out of headers and footers it has of the one before. */
export function readSection(
  properties: Element | undefined,
  partOf: (relation: string) => Element | undefined,
  before: Section | undefined,
): Section {
  const size = child(properties, "w:pgSz");
  const margin = child(properties, "w:pgMar");
  const twips = (element: Element | undefined, name: string) => (number(element, name) ?? 0) * MILLIMETRES_PER_TWIP;
  const numberOn = (kind: string, earlier: PageNumber | undefined): PageNumber | undefined => {
    const found = children(properties, "w:headerReference", "w:footerReference")
      .filter((reference) => (attribute(reference, "w:type") ?? "default") === kind)
      .map((reference) => {
        const place = reference.nodeName === "w:headerReference" ? "header" : "footer";
        return findNumber(partOf(attribute(reference, "r:id") ?? ""), place);
      });
    return found.length === 0 ? earlier : found.find((one) => one !== undefined);
  };
  const [width, left, right] = [twips(size, "w:w"), twips(margin, "w:left"), twips(margin, "w:right")];
  return {
    width,
    height: twips(size, "w:h"),
    top: twips(margin, "w:top"),
    bottom: twips(margin, "w:bottom"),
    left,
    right,
    textWidth: width - left - right,
    continuous: attribute(child(properties, "w:type"), "w:val") === "continuous",
    numberFormat: attribute(child(properties, "w:pgNumType"), "w:fmt") ?? "decimal",
    titlePage: toggle(child(properties, "w:titlePg")) ?? false,
    pageNumber: numberOn("default", before?.pageNumber),
    titlePageNumber: numberOn("first", before?.titlePageNumber),
  };
}

function findNumber(part: Element | undefined, place: "header" | "footer"): PageNumber | undefined {
  if (!part) return undefined;
  for (const paragraph of descendants(part, "w:p")) {
    const coded = descendants(paragraph, "w:instrText").some((code) => /\bPAGE\b/.test(code.textContent ?? ""));
    const simple = descendants(paragraph, "w:fldSimple").some((field) =>
      /\bPAGE\b/.test(attribute(field, "w:instr") ?? ""),
    );
    if (!coded && !simple) continue;
    const align = attribute(descendants(paragraph, "w:jc")[0], "w:val");
    const size = descendants(paragraph, "w:sz").map((one) => number(one, "w:val") ?? 0)[0] ?? 0;
    return { place, align: align === "center" || align === "right" ? align : "left", size: size / 2 };
  }
  return undefined;
}
