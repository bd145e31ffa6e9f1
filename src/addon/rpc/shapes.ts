/**
 * The kinds of values of which shapes are made, each with the words in which a refusal says what was expected. A shape is
 * a function, so that nothing is built before a call needs it: a formula's call builds none.
 */
import * as v from "valibot";

export const GROUP = "một nhóm mục";

/** Nobody sends more at once: the longest list is of units. */
const MOST_ITEMS = 2000;

function isGroup(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What a shape expects, in words. */
function expectedBy(shape: object | undefined): string {
  return shape && "message" in shape && typeof shape.message === "string" ? shape.message : GROUP;
}

/** An object of fields as valibot makes it; the issue of a field that is missing says what it should be. */
export function object<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.object(entries, ({ path }) => expectedBy(path ? entries[String(path[0].key)] : undefined));
}

/** An object of fields; what else it has is left out. */
export function fields<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.pipe(
    v.custom<v.InferInput<v.ObjectSchema<Entries, undefined>>>(isGroup, GROUP),
    object(entries),
    v.readonly(),
  );
}

/** A text. */
export function text(expected = "chữ") {
  return v.string(expected);
}

/** A finite number. */
export function number(expected = "số") {
  return v.pipe(v.number(expected), v.finite(expected));
}

/** A yes or no. */
export function flag() {
  return v.boolean("có hoặc không");
}

/** One of a few words. */
export function choice<const Words extends readonly string[]>(words: Words) {
  return v.picklist(words, words.join(", "));
}

/** A list. */
export function list<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(v.array(item, "một danh sách"), v.readonly());
}

/** A list of texts. */
export function texts() {
  return list(text("danh sách chữ"));
}

/** Texts by their names. */
export function textsByName() {
  return v.pipe(
    v.custom<Readonly<Record<string, string>>>(isGroup, GROUP),
    v.record(v.string(), text(), GROUP),
    v.readonly(),
  );
}

/** A list that a caller sends: of no more than anybody needs. */
export function sentList<Item extends v.GenericSchema>(item: Item) {
  return v.pipe(
    v.custom<v.InferInput<Item>[]>(Array.isArray, "một danh sách"),
    v.maxLength(MOST_ITEMS, "một danh sách"),
    v.array(item),
    v.readonly(),
  );
}

/** A list of texts that a caller sends. */
export function sentTexts() {
  return sentList(text("danh sách chữ"));
}

/** A field that a caller may leave out: null then, as it arrives too where JSON had no value for it. */
export function orNull<Shape extends v.GenericSchema>(shape: Shape) {
  return v.nullish(shape, null);
}

/** What an endpoint without an argument takes; whatever is handed over all the same is dropped. */
export function Nothing() {
  return v.pipe(
    v.custom<undefined>(() => true),
    v.transform(() => undefined),
  );
}
