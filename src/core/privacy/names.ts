/**
 * Finds persons' full names. A name is told by its shape and by what stands around it: a title, a post, a birth year, a
 * line of its own, other names beside it. A street, a school or a movement named after a person is none.
 */

import { findAddressed } from "./addressed.ts";
import { findInitials } from "./initials.ts";
import { type Candidate, readCandidates } from "./name-shape.ts";
import {
  FAMOUS,
  FAR_TITLES,
  type Lexicon,
  NAMED_AFTER,
  ORDINARY,
  PLACES_OF_POSTS,
  POST_HEADS,
  POSTS,
  TITLES,
} from "./name-words.ts";
import { syllableKey, type TextSpan } from "./plain.ts";
import { isNextTo, readWords, type Word } from "./words.ts";

/** Finds the names of persons in a prepared text whose links and mailboxes are hidden, in order. */
export function findNames(text: string): readonly TextSpan[] {
  const words = readWords(text);
  const full = findFullNames(text, words);
  // Of two that overlap the first stays, which is also the longer: “Nguyễn Thị Lan” holds “Thị Lan”.
  const found = [...full, ...findInitials(text), ...findAddressed(text, words)];
  return found
    .sort((one, other) => one.start - other.start || other.end - one.end)
    .reduce<TextSpan[]>((kept, span) => {
      if (span.start >= (kept[kept.length - 1]?.end ?? 0)) kept.push(span);
      return kept;
    }, []);
}

function findFullNames(text: string, words: readonly Word[]): readonly TextSpan[] {
  const candidates = readCandidates(text, words).filter((candidate) => !isOrdinary(candidate));
  return gatherChains(text, candidates).flatMap((chain) => {
    const [first] = chain;
    if (!first || isNamedAfter(text, words, first)) return [];
    const persons = chain.filter((candidate) => !isFamous(candidate) && !isNamedAfter(text, words, candidate));
    const inList = isList(text, persons);
    return persons
      .filter((candidate) => inList || isIntroduced(text, words, candidate) || standsAlone(text, candidate))
      .map(({ start, end }) => ({ start, end }));
  });
}

function isOrdinary({ keys, bare }: Candidate): boolean {
  return ORDINARY.has(keys.slice(0, 2).join(" "), bare);
}

function isFamous({ keys, bare }: Candidate): boolean {
  // A run of capitals may go on behind the name: “Hồ Chí Minh Quang Vinh”.
  return [2, 3, 4, 5].some((length) => keys.length >= length && FAMOUS.has(keys.slice(0, length).join(" "), bare));
}

/** Gathers candidates that stand beside one another as in a list: between them separators, titles, years, posts. */
function gatherChains(text: string, candidates: readonly Candidate[]): readonly Candidate[][] {
  const chains: Candidate[][] = [];
  let last: Candidate | undefined;
  for (const candidate of candidates) {
    const chain = chains[chains.length - 1];
    if (chain && last && isListGap(text.slice(last.end, candidate.start))) chain.push(candidate);
    else chains.push([candidate]);
    last = candidate;
  }
  return chains;
}

/** What may follow a name in a list, before the separator: a birth year, a post after a dash, words in brackets. */
const LIST_GAP =
  /^\s*(?:\([^()\n]{0,40}\)|[-:][^,;\n]{1,40}|,?\s*(?:sinh năm|sn|ns)?\.?\s*:?\s*[\d/.-]{4,10})?\s*(?:[,;\n\t|/&+•·-]|\d{1,2}\s?[/.)]|và|cùng|với)[\s,;|\d.)•·+*-]{0,12}(?:và\s+|cùng\s+)?(?:(?:bà|ông|chị|anh|cô|thầy|em|cháu|đồng chí|đ\/c|đ\.c|đc|ba|ong|chi|dong chi|d\/c)[\s.:]{1,3})?$/iu;
const LINE_GAP =
  /^[^\n]{0,60}\n[\s\d.)•·+*-]{0,12}(?:[\p{L} ]{1,20}:\s?)?(?:(?:bà|ông|chị|anh|cô|đồng chí|đ\/c|đc)[\s.:]{1,3})?$/iu;

function isListGap(gap: string): boolean {
  return gap.length <= 90 && (LIST_GAP.test(gap) || LINE_GAP.test(gap));
}

/** Two names that are sure, or a sure and a likely one, or three likely ones that each have a line. */
function isList(text: string, persons: readonly Candidate[]): boolean {
  const strong = persons.filter((candidate) => candidate.strong).length;
  const likely = persons.filter((candidate) => !candidate.strong && candidate.surname === "strong").length;
  if (strong >= 2 || (strong === 1 && likely >= 1)) return true;
  return persons.filter((candidate) => candidate.surname === "strong" && ownLine(text, candidate)).length >= 3;
}

/** The words right before a name, the nearest last; none across the end of a sentence. */
function wordsBefore(text: string, words: readonly Word[], { first }: Candidate, most: number): readonly Word[] {
  const before: Word[] = [];
  for (let index = first - 1; index >= 0 && before.length < most; index--) {
    const [word, next] = [words[index], words[index + 1]];
    if (!word || !next || !isNextTo(text, word, next)) break;
    before.unshift(word);
  }
  return before;
}

function endsWithPhrase(before: readonly Word[], bare: boolean, phrases: Lexicon, longest = 5): boolean {
  for (let length = 1; length <= Math.min(longest, before.length); length++) {
    const keys = before.slice(before.length - length).map((word) => (bare ? word.bare : word.key));
    if (phrases.has(keys.join(" "), bare)) return true;
  }
  return false;
}

/** Tells whether a name is a place's, a school's or an office's by the word before it. */
function isNamedAfter(text: string, words: readonly Word[], candidate: Candidate): boolean {
  // “Chủ nhiệm câu lạc bộ: …” names a person.
  if (/: ?$/.test(text.slice(Math.max(0, candidate.start - 2), candidate.start))) return false;
  const before = wordsBefore(text, words, candidate, 5);
  if (!endsWithPhrase(before, candidate.bare, NAMED_AFTER)) return false;
  if (candidate.bare) return !endsWithPhrase(before, true, TITLES, 2);
  // “Trưởng ấp Trần Thị Hoa”, “Chủ tịch UBND xã Nguyễn Thị Lan”: the post's place, then the person.
  const ofPost =
    endsWithPhrase(before, false, PLACES_OF_POSTS, 1) && before.some((word) => POST_HEADS.has(word.key, false));
  return !(ofPost && candidate.strong && candidate.keys.length >= 3) && !endsWithPhrase(before, false, TITLES, 2);
}

const BIRTH =
  /^[\s,(:-]{0,4}(?:(?:sinh(?: năm| ngày)?|sn|ns|s\.n)[\s.:]{0,3})?(?:\d{1,2}[/.-]\d{1,2}[/.-])?(?:19[3-9]\d|200\d|2010)(?!\d)/iu;

/** Tells whether a title, a post or a birth year says that this is a person. */
function isIntroduced(text: string, words: readonly Word[], candidate: Candidate): boolean {
  const { bare, strong, keys, surname } = candidate;
  const before = wordsBefore(text, words, candidate, 8);
  if (endsWithPhrase(before, bare, TITLES, 2)) {
    return strong || surname === "strong" || keys.length >= 3 || endsWithPhrase(before, bare, FAR_TITLES, 2);
  }
  if (candidate.lower) return false;
  if ((strong || surname === "strong") && BIRTH.test(text.slice(candidate.end, candidate.end + 30))) return true;
  if (!strong || keys.length < 3) return false;
  if (keys[1] === THI && !bare) return true;
  if (endsWithPhrase(before, bare, POSTS)) return true;
  if (before.some((word, index) => POST_HEADS.has(word.key, false) && index >= before.length - 6) && !bare) return true;
  return before.some((_, index) => endsWithPhrase(before.slice(0, index + 1), false, FAR_TITLES, 2));
}

const THI = syllableKey("thị");

/** A line with nothing but a name, save a number before it and a year, a post or an office's word after it. */
function ownLine(text: string, { start, end }: Candidate): boolean {
  const head = text.slice(Math.max(0, start - 20), start);
  const tail = text.slice(end, end + 60);
  return (
    /(?:^|\n)[\s\d.)•·+*-]{0,12}$/u.test(start <= 20 ? head : head.replace(/^[^\n]*/, "")) &&
    /^\s*(?:\.?\s*(?:$|\n)|[(:,;|\t-])/u.test(tail)
  );
}

/** A sure name of three syllables or more on a line of its own. */
function standsAlone(text: string, candidate: Candidate): boolean {
  return candidate.strong && candidate.keys.length >= 3 && ownLine(text, candidate);
}
