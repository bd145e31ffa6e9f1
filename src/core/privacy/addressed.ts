/**
 * Finds persons who are named without a surname: “chị Lan”, “ThS. Hạnh”, “bà Thị Néang”, “danh sách gồm: Lan, Hoa, Mai”.
 * The form of address, or the word that begins the list, says that the syllable is a name.
 */
import {
  ADDRESSES,
  BEFORE_NO_ADDRESS,
  COMPOUNDS,
  DOTTED_ADDRESSES,
  MINORITY,
  NO_NAMES,
  NO_PERSONS_LISTED,
  ORDINALS,
  PAIRED,
  PERSONS_LISTED,
  PLACES_BEFORE,
  POST_WORDS,
} from "./address-words.ts";
import { FAMOUS, GIVEN, type Lexicon, ORDINARY, STRONG_SURNAMES, WEAK_SURNAMES } from "./name-words.ts";
import type { TextSpan } from "./plain.ts";
import { isJoined, type Word } from "./words.ts";

type Reading = {
  readonly text: string;
  readonly words: readonly Word[];
  /** Typed without diacritics, and looked up so. */
  readonly bare: boolean;
};

/** The words from one place to before another. */
type Run = { readonly from: number; readonly to: number };

/** Finds names after forms of address and in lists of given names, in the order of the text. */
export function findAddressed(text: string, words: readonly Word[]): readonly TextSpan[] {
  const reading: Reading = { text, words, bare: !/[À-ỹ]/u.test(text) };
  const found: TextSpan[] = [];
  for (let index = 0; index < words.length; ) {
    const names = readNames(reading, index);
    for (const { from, to } of names) found.push({ start: startOf(reading, from), end: endOf(reading, to - 1) });
    index = names[names.length - 1]?.to ?? index + 1;
  }
  return found;
}

/** Reads the name that begins at a word, and those listed behind it, if an address or a list's head is before it. */
function readNames(reading: Reading, index: number): readonly Run[] {
  const shape = reading.words[index]?.shape;
  if (shape !== "title" && shape !== "caps") return [];
  const address = addressBefore(reading, index);
  if (address === undefined) return readHeadedList(reading, index);
  const first = readAddressed(reading, address, index);
  if (!first) return [];
  const names = [first, ...readListed(reading, first.to)];
  // “Các anh chị” calls nobody by name, but a list behind it does.
  return names.length > 1 || !isPaired(reading, address) ? names : [];
}

function startOf({ words }: Reading, index: number): number {
  return words[index]?.start ?? 0;
}

function endOf({ words }: Reading, index: number): number {
  return words[index]?.end ?? 0;
}

function between(reading: Reading, index: number): string {
  return reading.text.slice(endOf(reading, index - 1), startOf(reading, index));
}

function phrase({ words, bare }: Reading, from: number, to: number): string {
  const keys = words.slice(Math.max(from, 0), to).map((word) => (bare ? word.bare : word.key));
  return keys.join(" ");
}

function isIn({ words, bare }: Reading, index: number, lexicon: Lexicon): boolean {
  const word = words[index];
  return word !== undefined && lexicon.has(bare ? word.bare : word.key, bare);
}

const ADDRESS_GAP = /^(?:\.?:? {0,3}["“(]?|[.:]? ?\n ?)$/;
const INNER_GAP = /^(?:[ ./]|\. )$/;

/** The place of the form of address right before a word, the longest that fits. */
function addressBefore(reading: Reading, index: number): number | undefined {
  const gap = between(reading, index);
  if (index === 0 || gap.length === 0 || gap.length > 6 || !ADDRESS_GAP.test(gap)) return undefined;
  let from = index;
  let longest: number | undefined;
  while (from > 0 && index - from < 3 && (from === index || INNER_GAP.test(between(reading, from)))) {
    from -= 1;
    const called = phrase(reading, from, index);
    if (ADDRESSES.has(called, reading.bare) || (gap.startsWith(".") && DOTTED_ADDRESSES.has(called, reading.bare))) {
      longest = from;
    }
  }
  return longest;
}

function readAddressed(reading: Reading, address: number, index: number): Run | undefined {
  if (isOtherWord(reading, address) || isPlace(reading, address) || isIn(reading, index, POST_WORDS)) return undefined;
  if (isNoName(reading, address, index)) return undefined;
  const run = readRun(reading, index);
  const start = phrase(reading, index, index + 2);
  if (run.to === index || ORDINARY.has(start, reading.bare)) return undefined;
  if ([2, 3, 4].some((length) => FAMOUS.has(phrase(reading, index, index + length), reading.bare))) return undefined;
  const names = { from: index, to: leadingNames(reading, run) };
  const capitals = reading.words[index]?.shape === "caps" && endOf(reading, index) - startOf(reading, index) > 1;
  if (capitals && names.to < run.to) return undefined;
  if (isMinority(reading, run)) return run;
  if (names.to === index || (names.to === index + 1 && isIn(reading, index, ORDINALS))) return undefined;
  return names;
}

/** Reads on from a name's first word, to where a post, an office or an ordinary word begins. */
function readRun(reading: Reading, index: number): Run {
  const { text, words } = reading;
  const shape = words[index]?.shape;
  let to = index;
  for (; to < words.length && to - index < 5; to++) {
    const [last, word] = [words[to - 1], words[to]];
    if (!last || !word) break;
    const single = word.end - word.start === 1 && word.shape !== "lower";
    if (to > index && !(word.shape === shape || single || words[index]?.end === startOf(reading, index) + 1)) break;
    if (to > index && word.shape === "lower") break;
    if (to > index && !isJoined(text, last, word) && !/^['’]$/.test(between(reading, to))) break;
    if (isCompound(reading, to) || (to > index && isIn(reading, to, POST_WORDS))) break;
  }
  return { from: index, to };
}

function isCompound(reading: Reading, index: number): boolean {
  const [word, next] = [reading.words[index], reading.words[index + 1]];
  if (!word || !next || !isJoined(reading.text, word, next)) return false;
  return COMPOUNDS.has(phrase(reading, index, index + 2), reading.bare);
}

function isNameWord(reading: Reading, index: number): boolean {
  return [GIVEN, STRONG_SURNAMES, WEAK_SURNAMES].some((lexicon) => isIn(reading, index, lexicon));
}

/** The place behind the syllables that begin a run and are those of names. */
function leadingNames(reading: Reading, { from, to }: Run): number {
  let end = from;
  while (end < to && isNameWord(reading, end)) end += 1;
  return end;
}

/** “Thị Néang”, “Chau Kim”, “H'Hen Niê”, “Y Moan”, “Giàng A Páo”: a word of theirs among words that begin in capitals. */
function isMinority(reading: Reading, { from, to }: Run): boolean {
  const { words } = reading;
  const places = words.slice(from, to).map((_, at) => from + at);
  if (places.some((place) => isIn(reading, place, MINORITY) || isForeign(words[place]?.bare ?? ""))) return true;
  const initial = /^[AHKY]$/.test(reading.text.slice(startOf(reading, from), endOf(reading, from)));
  return to - from >= 2 && (words[from]?.bare === "thi" || initial);
}

/** “Mariyah”, “Ismael”: no Vietnamese syllable has two vowels with a consonant between them. */
function isForeign(bare: string): boolean {
  return (
    /^[a-z]*[aeiouy][^aeiouy]+[aeiouy]/.test(bare) &&
    !/^(?:facebook|zalo|tiktok|youtube|internet|covid|online)/.test(bare)
  );
}

/** “tiếng Anh”, “trẻ em”, “Hoàng Anh Gia Lai”: no form of address. */
function isOtherWord(reading: Reading, address: number): boolean {
  const [before, word] = [reading.words[address - 1], reading.words[address]];
  if (!before || !word || !isJoined(reading.text, before, word)) return false;
  if (before.shape === "title" && word.shape === "title") return true;
  return BEFORE_NO_ADDRESS.has(phrase(reading, address - 1, address + 1), reading.bare);
}

/** “chợ Bà Chiểu”, “đường cô Giang”: the place of that name. */
function isPlace(reading: Reading, address: number): boolean {
  return address > 0 && /^ +$/.test(between(reading, address)) && isIn(reading, address - 1, PLACES_BEFORE);
}

function isNoName(reading: Reading, address: number, index: number): boolean {
  if (!NO_NAMES.has(phrase(reading, address, index + 1), reading.bare)) return false;
  // In small letters “anh Hùng” is one's name; “Anh Hùng Lao Động” is an honour.
  const [called, next] = [reading.words[address], reading.words[index + 1]];
  const isOne = called?.bare === "anh" && called.shape === "lower" && reading.words[index]?.shape === "title";
  return !(isOne && next?.shape !== "title");
}

function isPaired(reading: Reading, address: number): boolean {
  const [before, word] = [reading.words[address - 1], reading.words[address]];
  return (
    before !== undefined &&
    word !== undefined &&
    isJoined(reading.text, before, word) &&
    isIn(reading, address - 1, PAIRED)
  );
}

/** What parts the names of a list: a comma, a line, “và”, a number, an address. */
const LIST_GAP =
  /^(?: ?\([^()\n]{0,30}\))?(?: ?[,;/+&|\n\t] ?| và | với | cùng |, và | va )[\s\d.)•*+-]{0,8}(?:(?:bà|ông|chị|anh|cô|thầy|em|bác|chú|dì|đ\/c|đồng chí)[.:]? )?$/iu;

/** Reads the names that follow in a list: one or two syllables each. */
function readListed(reading: Reading, from: number): readonly Run[] {
  const names: Run[] = [];
  let end = from;
  for (let next = from; next < reading.words.length && next - end < 3; next++) {
    const shape = reading.words[next]?.shape;
    if (shape !== "title") continue;
    const gap = reading.text.slice(endOf(reading, end - 1), startOf(reading, next));
    const run = gap.length <= 50 && LIST_GAP.test(gap) ? readRun(reading, next) : undefined;
    if (
      !run ||
      isIn(reading, next, POST_WORDS) ||
      run.to - run.from > 2 ||
      leadingNames(reading, run) !== run.to ||
      run.to === run.from
    )
      break;
    names.push(run);
    end = run.to;
    next = end - 1;
  }
  return names;
}

/** “danh sách: …”, “tổ gồm …”, “người được cử là …”: a list's head, to the first name. */
const LIST_HEAD =
  /(?:danh sách|họ tên|tên|gồm|gồm có|là|thành viên|các chị|các đồng chí|danh sach|gom|la)(?![\p{L}])[^.;\n!?]{0,60}?[\s:(“"\d./)-]{0,6}$/iu;
const LEAST_LISTED = 3;

function readHeadedList(reading: Reading, index: number): readonly Run[] {
  const run = readRun(reading, index);
  if (
    run.to === index ||
    isIn(reading, index, POST_WORDS) ||
    run.to - index > 2 ||
    leadingNames(reading, run) !== run.to
  )
    return [];
  const sentence = reading.text.slice(Math.max(0, startOf(reading, index) - 120), startOf(reading, index));
  const head = sentence.replace(/^.*(?<!\d)[.;!?]\s|^.*\n(?=[^\n]*\n)/su, "");
  const persons = PERSONS_LISTED.test(head);
  if (!LIST_HEAD.test(head) && !(persons && /[:(]\s*$/.test(head))) return [];
  const names = [run, ...readListed(reading, run.to)];
  if (names.length < (persons ? 2 : LEAST_LISTED) || NO_PERSONS_LISTED.test(head)) return [];
  // Two syllables may be a place's name as well; the head must speak of persons.
  return persons || names.every(({ from, to }) => to - from === 1) ? names : [];
}
