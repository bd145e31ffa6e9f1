/** Finds names that are written with initials, or as the peoples of the highlands write them: told by shape alone. */
import { withoutMarks } from "../text.ts";
import { MINORITY } from "./address-words.ts";
import { GIVEN, type Lexicon, NAMED_AFTER, STRONG_SURNAMES } from "./name-words.ts";
import { bareKey, syllableKey, type TextSpan } from "./plain.ts";

/** `N.T. Hoa`, `Ng. T. Hoa`, `L.T.K. Ngân`: a surname's first letters, up to three more, a given name. */
const INITIALS =
  /(?<![\p{L}\d.&/-])(?:Ng|Tr|Ph|Hg|H|N|T|L|P|V|Đ|D|B|Q|M|C|K)\. ?(?:(?:Ng|Th|Kh|\p{Lu})\. ?){1,3}(\p{Lu}\p{Ll}+)(?!\p{L})/gu;
/** `Nguyễn T. Hoa`, `Trần Thị K. Ngân`, `Lê T.N. Ánh`. */
const AFTER_SURNAME =
  /(?<![\p{L}\d])(\p{Lu}\p{Ll}{1,6})[ .](?:(?:Thị|Văn) )?(?:(?:Th|Ng|\p{Lu})\. ?){1,3}(\p{Lu}\p{Ll}+)(?!\p{L})/gu;
/** `N. Thị Hoa`, `Ng Thị Hoa`, `Tr. Văn Hùng`; and `Nguyễn Th. Hoa`. */
const BEFORE_MIDDLE =
  /(?<![\p{L}\d.])(?:(?:Ng|Tr|Ph|Hg)\.?|[NTLPVĐDBHQMCK]\.) ?(?:Thị|Văn) (\p{Lu}\p{Ll}+)(?: \p{Lu}\p{Ll}+){0,2}(?!\p{L})/gu;
/** `H'Hen Niê`, `H’Linh`, `K'Brêu`; `Y Moan Êñuôl`, `Y Thông Niê`. */
const HIGHLAND =
  /(?<![\p{L}\d])(?:[HK] ?['’](?!Mông|Rê|Ho(?!\p{L}))\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,2}|Y \p{Lu}\p{Ll}+ (?:Niê|Ayun|Kbuôr|Mlô|Êban|Êñuôl|Ênuôl|Knul|Kđăm|Kdăm|Byă|Ksor|Rơ|Siu|Bkrông|Hmok)(?: \p{Lu}\p{Ll}+)?)(?!\p{L})/gu;

/** `Thị Néang`: a name without a surname. */
const THI = /(?<!\p{L})Thị (\p{Lu}\p{Ll}+)(?!\p{L})/gu;

/** Initials of offices and places: “T.P. Hòa”, “H.T.X. Tân”, “T.T. Y tế”. */
const OFFICES =
  /^(?:t\. ?p|t\. ?ư|t\. ?x|h\. ?t\. ?x|b\. ?c\. ?h|b\. ?t\. ?v|u\. ?b|đ\. ?c|p\. ?v|c\. ?l\. ?b|t\. ?h\. ?c|h\. ?đ)/iu;

/** Finds them in a prepared text, in the order of their kinds. */
export function findInitials(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  const keep = (match: RegExpMatchArray & { readonly index: number }) => {
    if (!isNamedAfter(text.slice(Math.max(0, match.index - 30), match.index))) {
      spans.push({ start: match.index, end: match.index + match[0].length });
    }
  };
  if (text.includes(".")) {
    for (const match of text.matchAll(INITIALS)) {
      const next = text.slice(match.index + match[0].length, match.index + match[0].length + 2);
      if (isGiven(match[1]) && !OFFICES.test(match[0]) && !/^ \p{Lu}/u.test(next)) keep(match);
    }
    for (const match of text.matchAll(AFTER_SURNAME)) {
      if (isIn(STRONG_SURNAMES, match[1] ?? "") && isGiven(match[2])) keep(match);
    }
  }
  for (const match of text.matchAll(BEFORE_MIDDLE)) if (isGiven(match[1])) keep(match);
  for (const match of text.matchAll(HIGHLAND)) keep(match);
  for (const match of text.matchAll(THI)) if (MINORITY.has(syllableKey(match[1] ?? ""), false)) keep(match);
  return spans;
}

/** Asks with the word's diacritics, or without them where it was typed so. */
function isIn(lexicon: Lexicon, word: string): boolean {
  return lexicon.has(syllableKey(word), false) || (word === withoutMarks(word) && lexicon.has(bareKey(word), true));
}

function isGiven(word: string | undefined): boolean {
  return word !== undefined && isIn(GIVEN, word);
}

/** Tells whether the words before a place name it after a person: “đường”, “Trường Tiểu học”. */
function isNamedAfter(before: string): boolean {
  const words = before
    .trimEnd()
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  const gap = before.slice(before.trimEnd().length);
  return /^ *$/.test(gap) && [1, 2, 3].some((length) => endsWith(words, length, NAMED_AFTER));
}

function endsWith(words: readonly string[], length: number, lexicon: Lexicon): boolean {
  return words.length >= length && lexicon.has(words.slice(-length).map(syllableKey).join(" "), false);
}
