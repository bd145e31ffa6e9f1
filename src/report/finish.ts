/**
 * What filling leaves to be done so that Word opens a document without a word: a paragraph in everything that must have
 * one, and ids that stay unique where a loop repeats what bears them.
 */
import { attributeOf, type Tag, tagsOf, withPieces } from "./elements.ts";

/** What must hold a paragraph, at its end. */
const HOLDERS = new Set(["w:hdr", "w:ftr", "w:txbxContent", "w:footnote", "w:endnote", "w:tc"]);

/** What a paragraph may be missing behind: a control holds paragraphs of its own. */
const ENDS = new Set(["w:p", "w:sdt", "w:customXml", "w:altChunk"]);

type Piece = { readonly start: number; readonly end: number; readonly text: string };

/** Puts an empty paragraph where Word's schema asks for one and a part has none left. */
export function keepParagraphs(xml: string): string {
  const pieces: Piece[] = [];
  const open: { readonly name: string; last: string }[] = [];
  for (const { kind, name, start, end, attributes } of tagsOf(xml)) {
    if (kind === "close") {
      const closed = open.pop();
      if (closed && HOLDERS.has(name) && !ENDS.has(closed.last)) pieces.push({ start, end: start, text: "<w:p/>" });
      continue;
    }
    const parent = open[open.length - 1];
    // Marks, of bookmarks and the like, may stand behind the last paragraph.
    if (parent && !/(?:Start|End)$/.test(name)) parent.last = name;
    if (kind === "open") open.push({ name, last: "" });
    else if (HOLDERS.has(name)) pieces.push({ start, end, text: `<${name}${attributes}><w:p/></${name}>` });
  }
  return withPieces(xml, pieces);
}

/** Marks of which the first pair stays and its repetitions go: a bookmark or a comment is of one place. */
const ONCE: Readonly<Record<string, string>> = {
  "w:bookmarkStart": "bookmark start",
  "w:bookmarkEnd": "bookmark end",
  "w:commentRangeStart": "comment start",
  "w:commentRangeEnd": "comment end",
  "w:commentReference": "comment reference",
};

const CHANGES = /^w:(?:ins|del|moveFrom|moveTo|\w+Change|cellIns|cellDel|cellMerge)$/;

const NOTES: Readonly<Record<string, string>> = {
  "w:footnoteReference": "w:footnote",
  "w:endnoteReference": "w:endnote",
};

/** A note that is pointed to once more: the element that it is, and the ids of the note and of its copy. */
export type NoteCopy = { readonly element: string; readonly id: string; readonly copy: string };

/** Gives out ids through all parts of a document. */
export function newIdKeeper() {
  const times = new Map<string, number>();
  let last = 0;
  const isRepeated = (kind: string, id: string): boolean => {
    const count = (times.get(`${kind} ${id}`) ?? 0) + 1;
    times.set(`${kind} ${id}`, count);
    return count > 1;
  };
  const copies: NoteCopy[] = [];

  const replacement = (tag: Tag, xml: string): string | undefined => {
    const { name } = tag;
    const whole = xml.slice(tag.start, tag.end);
    const id = attributeOf(tag, "w:id");
    const once = ONCE[name];
    if (once !== undefined && id !== undefined) return isRepeated(once, id) ? "" : undefined;
    if (name === "w:id") return isRepeated("control", attributeOf(tag, "w:val") ?? "") ? "" : undefined;
    const note = NOTES[name];
    if (note !== undefined && id !== undefined && isRepeated(note, id)) {
      const copy = String(++last);
      copies.push({ element: note, id, copy });
      return withId(whole, "w:id", copy);
    }
    if (CHANGES.test(name) && id !== undefined && isRepeated("change", id))
      return withId(whole, "w:id", String(++last));
    const bare = attributeOf(tag, "id");
    if (name === "wp:docPr" && bare !== undefined && isRepeated("drawing", bare)) {
      return withId(whole, "id", String(++last));
    }
    if (name.startsWith("v:") && bare !== undefined && isRepeated("shape", bare)) {
      return withId(whole, "id", `${bare}_${++last}`);
    }
    const paragraph = attributeOf(tag, "w14:paraId");
    if (paragraph !== undefined && isRepeated("paragraph", paragraph)) {
      return whole.replace(/\sw14:(?:paraId|textId)\s*=\s*(?:"[^"]*"|'[^']*')/g, "");
    }
    return undefined;
  };

  return {
    /** Looks through a part before any is changed, so that a new id is larger than all that are there. */
    learn(xml: string): void {
      for (const [, id] of xml.matchAll(/\s(?:w:)?id\s*=\s*["'](\d{1,8})["']/g)) last = Math.max(last, Number(id));
    },
    /** Makes the ids of a part unique among all parts that were given before. */
    unique(xml: string): string {
      const pieces: Piece[] = [];
      for (const tag of tagsOf(xml)) {
        if (tag.kind === "close") continue;
        const text = replacement(tag, xml);
        if (text !== undefined) pieces.push({ start: tag.start, end: tag.end, text });
      }
      return withPieces(xml, pieces);
    },
    /** Lists the notes that must exist once more. */
    copies: (): readonly NoteCopy[] => copies,
  };
}

function withId(tag: string, attribute: string, id: string): string {
  return tag.replace(new RegExp(`(\\s${attribute}\\s*=\\s*)(?:"[^"]*"|'[^']*')`), `$1"${id}"`);
}

/** Adds copies of notes to the part that holds them. */
export function withNoteCopies(xml: string, copies: readonly NoteCopy[]): string {
  return copies.reduce((text, { element, id, copy }) => {
    const note = new RegExp(`<${element}\\s[^>]*?w:id=["']${id}["'][^>]*>[\\s\\S]*?</${element}>`).exec(text)?.[0];
    if (note === undefined) return text;
    const copied = withId(note.replace(/\sw14:(?:paraId|textId)="[^"]*"/g, ""), "w:id", copy);
    return text.replace(new RegExp(`</${element}s>`), () => `${copied}</${element}s>`);
  }, xml);
}
