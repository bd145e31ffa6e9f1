/** Reading WordprocessingML: elements by their qualified names, attributes, text. Knows no rule. */
import { DOMParser, type Element, type Node, ParseError } from "@xmldom/xmldom";

export type { Element } from "@xmldom/xmldom";

/** Parses a part of a Word file; undefined if it is no well-formed XML. */
export function parseXml(text: string): Element | undefined {
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        if (level !== "warning") throw new ParseError(message);
      },
    });
    return parser.parseFromString(text, "text/xml").documentElement ?? undefined;
  } catch (thrown) {
    if (thrown instanceof ParseError) return undefined;
    throw thrown;
  }
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

/** Lists an element's children, or those of some names. */
export function children(parent: Element | undefined, ...names: readonly string[]): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node; node = node.nextSibling) {
    if (isElement(node) && (names.length === 0 || names.includes(node.nodeName))) found.push(node);
  }
  return found;
}

/** Finds the first child of a name. */
export function child(parent: Element | undefined, name: string): Element | undefined {
  return children(parent, name)[0];
}

/** Follows a path of names down from an element. */
export function descend(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>((at, name) => child(at, name), parent);
}

/** Lists all elements below one that have a name, in order. */
export function descendants(parent: Element, name: string): readonly Element[] {
  return children(parent).flatMap((one) => [...(one.nodeName === name ? [one] : []), ...descendants(one, name)]);
}

/** Reads an attribute; undefined if it is not there. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.hasAttribute(name) ? (element.getAttribute(name) ?? undefined) : undefined;
}

/** Reads an attribute as a number; undefined if it is none. */
export function number(element: Element | undefined, name: string): number | undefined {
  const value = Number.parseFloat(attribute(element, name) ?? "");
  return Number.isNaN(value) ? undefined : value;
}

/** Reads an on/off property (`<w:b/>`, `<w:b w:val="0"/>`); undefined if it is not there. */
export function toggle(element: Element | undefined): boolean | undefined {
  if (!element) return undefined;
  return !["0", "false", "none", "off"].includes(attribute(element, "w:val") ?? "1");
}
