/** What could be a person's full name by its shape alone: a surname and the syllables that follow it. */
import { GIVEN, STRONG_SURNAMES, WEAK_SURNAMES } from "./name-words.ts";
import { bareKey, syllableKey, type TextSpan } from "./plain.ts";
import { isJoined, type Word } from "./words.ts";

export type Candidate = TextSpan & {
  /** Place of the surname among the words. */
  readonly first: number;
  readonly keys: readonly string[];
  /** Written without diacritics, and looked up so. */
  readonly bare: boolean;
  /** Written without capitals. */
  readonly lower: boolean;
  /** Whether the surname is hardly anything else, or also an ordinary word. */
  readonly surname: "strong" | "weak";
  /** True: every syllable is a name's, so it needs little beside it to be sure. */
  readonly strong: boolean;
};

/** A name has six syllables at most; a longer run of capitals is a headline. */
const MOST = 6;
const MIDDLES = ["thị", "văn"].map(syllableKey);
const BARE_MIDDLES = ["thi", "van"];
const THI = syllableKey("thị");

/** Reads every candidate of a text, from left to right; they do not overlap. */
export function readCandidates(text: string, words: readonly Word[]): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let index = 0; index < words.length; ) {
    const candidate = readCandidate(text, words, index);
    if (candidate) candidates.push(candidate);
    index += candidate ? candidate.keys.length : 1;
  }
  return candidates;
}

function readCandidate(text: string, words: readonly Word[], first: number): Candidate | undefined {
  const start = words[first];
  if (!start || start.shape === "mixed" || !couldBeSurname(start)) return undefined;
  const run = readRun(text, words, first, start);
  const bare = run.every(({ key, bare }) => key === bare);
  const surname = surnameKind(start, bare);
  if (run.length < 2 || !surname) return undefined;
  const lower = start.shape === "lower";
  const rest = run.slice(1);
  const given = (word: Word) => isGiven(word, bare);
  const middle = isMiddle(rest[0], bare) && run.length >= 3;
  const named = rest.every(given);
  const strong = middle || (named && (run.length >= 3 || surname === "strong"));
  if (lower && !(middle && surname === "strong" && rest.slice(1).some(given))) return undefined;
  // Within a run of capitals (“Hội Thi Hoa Mai Vàng”) an ordinary word that is also a surname begins no name.
  if (surname === "weak" && !middle && isInRun(text, words, first)) return undefined;
  return {
    start: start.start,
    end: run[run.length - 1]?.end ?? start.end,
    first,
    keys: run.map((word) => (bare ? word.bare : word.key)),
    bare,
    lower,
    surname,
    strong,
  };
}

/** Without diacritics anything may be meant; which of the two sets holds is known once the run is read. */
function couldBeSurname(word: Word): boolean {
  return surnameKind(word, false) !== undefined || (word.key === word.bare && surnameKind(word, true) !== undefined);
}

function surnameKind({ key, bare }: Word, isBare: boolean): Candidate["surname"] | undefined {
  if (isBare && STRONG_SURNAMES.has(bare, true)) return "strong";
  if (isBare && WEAK_SURNAMES.has(bare, true)) return "weak";
  if (STRONG_SURNAMES.has(key, false)) return "strong";
  return WEAK_SURNAMES.has(key, false) ? "weak" : undefined;
}

function isGiven({ key, bare }: Word, isBare: boolean): boolean {
  return GIVEN.has(key, false) || (isBare && GIVEN.has(bare, true)) || key.length === 1;
}

function isMiddle(word: Word | undefined, isBare: boolean): boolean {
  return word !== undefined && (MIDDLES.includes(word.key) || (isBare && BARE_MIDDLES.includes(word.bare)));
}

/** Reads on from a surname: capitals take any syllable, CAPS and small letters only those of names. */
function readRun(text: string, words: readonly Word[], first: number, start: Word): readonly Word[] {
  const run = [start];
  for (let index = first + 1; index < words.length && run.length <= MOST; index++) {
    const [last, word] = [words[index - 1], words[index]];
    if (!last || !word || !continues(run, word, start.shape)) break;
    if (!isJoined(text, last, word) && !isBrokenOff(text, run, word, words[index + 1])) break;
    run.push(word);
  }
  if (run.length <= 5) return run;
  // Headlines are written in capitals too: what follows the last syllable of a name is not of it.
  const end = run.findIndex((word, index) => index >= 2 && !isGiven(word, word.key === word.bare));
  return end < 0 ? run.slice(0, MOST) : run.slice(0, Math.max(end, 3));
}

/** “Nguyễn Thị ⏎ Lan”, “Trần ⏎ Văn Hùng”, “Lê Ngọc ⏎ Ánh,”: a line ended before the name did. */
function isBrokenOff(text: string, run: readonly Word[], word: Word, next: Word | undefined): boolean {
  const [surname, middle] = run;
  const last = run[run.length - 1];
  if (!surname || !last || !/^ {0,3}-?\r?\n {0,8}$/.test(text.slice(last.end, Math.min(word.start, last.end + 14))))
    return false;
  const bare = run.every(({ key, bare }) => key === bare);
  if (surnameKind(surname, bare) !== "strong") return false;
  if (run.length === 1) return isMiddle(word, bare) && next !== undefined && isJoined(text, word, next);
  if (run.length === 2 && isMiddle(middle, bare)) return true;
  const ends = /^ {0,3}(?:$|[\n,;.)])/.test(text.slice(word.end, word.end + 4));
  return (
    run.length === 2 &&
    ends &&
    run.every((syllable) => syllable === surname || isGiven(syllable, bare)) &&
    isGiven(word, bare) &&
    surnameKind(word, bare) !== "strong"
  );
}

function continues(run: readonly Word[], word: Word, shape: Word["shape"]): boolean {
  const single = word.end - word.start === 1 && word.shape === "title";
  if (shape === "title") return word.shape === "title" || continuesCarelessly(run, word);
  if (word.shape !== shape && !(single && shape === "caps")) return false;
  const bare = bareKey(word.key) === word.key;
  if (run.length === 1 && shape === "lower") return isMiddle(word, bare);
  if (run.length === 2 && isMiddle(run[1], true)) return true;
  if (run.length >= 4 && shape === "lower") return false;
  return isGiven(word, bare) || isMiddle(word, bare);
}

/** “Lê thị mai”: “thị” behind a sure surname, and what follows that. */
function continuesCarelessly(run: readonly Word[], word: Word): boolean {
  const [surname, middle] = run;
  if (word.shape !== "lower" || !surname || surnameKind(surname, false) !== "strong") return false;
  return run.length === 1 ? word.key === THI : run.length === 2 && middle?.shape === "lower" && isGiven(word, false);
}

function isInRun(text: string, words: readonly Word[], first: number): boolean {
  const [before, word] = [words[first - 1], words[first]];
  return (
    before?.shape === "title" && word !== undefined && isJoined(text, before, word) && !BEFORE_NAMES.has(before.key)
  );
}

/** Words that begin a sentence or a line and stand right before a name. */
const BEFORE_NAMES: ReadonlySet<string> = new Set(
  ["bà", "ông", "chị", "anh", "cô", "thầy", "em", "cháu", "chí", "ba", "ong"].map(syllableKey),
);
