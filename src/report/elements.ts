/** The tags of an XML part, one by one. Comments and what else is no tag are passed over. */

export type Tag = {
  readonly kind: "open" | "close" | "empty";
  readonly name: string;
  /** Its attributes, as they are written. */
  readonly attributes: string;
  readonly start: number;
  readonly end: number;
};

const TAG =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g;

/** Lists the tags of a text in order. */
export function* tagsOf(xml: string): Generator<Tag> {
  for (const { 0: whole, 1: closes, 2: name, 3: attributes = "", 4: empty, index } of xml.matchAll(TAG)) {
    if (name === undefined) continue;
    const kind = closes ? "close" : empty ? "empty" : "open";
    yield { kind, name, attributes, start: index, end: index + whole.length };
  }
}

/** Reads an attribute of a tag. */
export function attributeOf({ attributes }: Pick<Tag, "attributes">, name: string): string | undefined {
  const [, one, other] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? [];
  return one ?? other;
}

/** Replaces pieces of a text; the pieces come in order and do not overlap. */
export function withPieces(
  xml: string,
  pieces: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): string {
  if (pieces.length === 0) return xml;
  let at = 0;
  const written: string[] = [];
  for (const { start, end, text } of pieces) {
    written.push(xml.slice(at, start), text);
    at = end;
  }
  return written.join("") + xml.slice(at);
}
