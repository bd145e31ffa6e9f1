/** Finds persons' profiles in social networks: links, handles and the names that stand after a network's. */
import { isRoleMailbox } from "./mailbox.ts";
import { FAMOUS, GIVEN, ORDINARY, STRONG_SURNAMES, WEAK_SURNAMES } from "./name-words.ts";
import { bareKey, syllableKey, type TextSpan } from "./plain.ts";

const LINK =
  /(?<![\p{L}\d@._-])(?:https?:\/\/)?(?:[a-z]{1,6}\.)?(?:facebook\.com|fb\.com|fb\.me|m\.me|t\.me|telegram\.me|instagram\.com|tiktok\.com|threads\.net|zalo\.me)\/(?:people\/)?(@?[\p{L}\d._-]{2,50}|profile\.php\?id=\d{5,20})/giu;
const HANDLE = /(?<![\p{L}\d@./_-])@([\p{L}\d._]{3,30})(?![\p{L}\d@])/gu;
/** “fb: nguyenlan85”, “tiktok hanh.nguyen”. */
const NAMED_HANDLE =
  /(?<!\p{L})(?:facebook|fb|zalo|tiktok|instagram|telegram|viber|messenger|nick) ?:? ?([a-z][\w.]{4,30})(?![\p{L}\d@/])/giu;
/** “Facebook: Lan Nguyễn”, “zalo tên Hoa Trần”, “nick zalo Bé Mai”. */
const NAMED =
  /(?<!\p{L})(?<own>(?:nick|tài khoản|tk)(?: name)? )?(?:facebook|fb|zalo|tiktok|instagram|telegram|viber|messenger|nick)(?<said> (?:cá nhân|tên|là|của))? ?:? ["“]?(?<name>\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){0,3})(?!\p{L})/giu;

/** Finds profiles in a text whose mailboxes are hidden and whose links are not. */
export function findProfiles(text: string): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  const keep = (match: RegExpMatchArray & { readonly index: number }, part: string) => {
    const start = match.index + match[0].lastIndexOf(part);
    spans.push({ start, end: start + part.length });
  };
  for (const match of text.matchAll(LINK)) {
    const name = match[1] ?? "";
    if (/^profile\.php/i.test(name) || isPersonsHandle(name.replace(/^@/, ""))) keep(match, name);
  }
  for (const match of text.matchAll(HANDLE)) if (isPersonsHandle(match[1] ?? "")) keep(match, match[0]);
  for (const match of text.matchAll(NAMED_HANDLE)) {
    const handle = match[1] ?? "";
    if (isPersonsHandle(handle)) keep(match, handle);
  }
  for (const match of text.matchAll(NAMED)) {
    const { own, said, name = "" } = match.groups ?? {};
    if (isCalled(name, own !== undefined || said !== undefined)) keep(match, name);
  }
  return spans;
}

/** Tells whether a handle is made of a person's name: a surname at an end, or given names and a year. */
function isPersonsHandle(handle: string): boolean {
  const plain = bareKey(handle);
  if (isRoleMailbox(`${plain}@x`)) return false;
  const letters = plain.replace(/[\d._-]+$/, "");
  const syllables = letters.split(/[._-]/).flatMap((part) => split(part) ?? [""]);
  if (syllables.length === 0 || syllables.length > 5 || syllables.includes("") || FAMOUS.has(syllables.join(" "), true))
    return false;
  if (ORDINARY.has(syllables.slice(0, 2).join(" "), true)) return false;
  const ends = [syllables[0] ?? "", syllables[syllables.length - 1] ?? ""];
  if (syllables.length >= 2 && ends.some((syllable) => STRONG_SURNAMES.has(syllable, true))) return true;
  return /(?<!\d)(?:\d{2}|19\d\d|200\d)$/.test(plain) && syllables.length <= 3;
}

/** Splits letters into syllables of names, the fewest; nothing if they are of something else. */
function split(letters: string): readonly string[] | undefined {
  if (letters.length > 30) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 7); start < end; start++) {
      const before = best[start];
      const syllable = letters.slice(start, end);
      const shortest = best[end];
      if (before && isSyllable(syllable) && (!shortest || before.length + 1 < shortest.length)) {
        best[end] = [...before, syllable];
      }
    }
  }
  return best[letters.length];
}

function isSyllable(letters: string): boolean {
  return [GIVEN, STRONG_SURNAMES, WEAK_SURNAMES].some((lexicon) => lexicon.has(letters, true));
}

/** Tells whether what follows a network's name is a person's: a surname at an end, or names said to be its owner's. */
function isCalled(name: string, isOwner: boolean): boolean {
  const keys = name.split(" ").map(syllableKey);
  const bareKeys = name.split(" ").map(bareKey);
  const bare = keys.every((key, at) => key === bareKeys[at]);
  const named = bareKeys.every((key, at) => isSyllable(bare ? key : "") || isName(keys[at] ?? ""));
  if (!named || ORDINARY.has(keys.slice(0, 2).join(" "), false) || FAMOUS.has(keys.join(" "), false)) return false;
  const ends = [keys[0] ?? "", keys[keys.length - 1] ?? ""];
  const surnamed = ends.some((key) => STRONG_SURNAMES.has(key, false) || (bare && STRONG_SURNAMES.has(key, true)));
  return isOwner || (keys.length >= 2 && surnamed);
}

function isName(key: string): boolean {
  return [GIVEN, STRONG_SURNAMES, WEAK_SURNAMES].some((lexicon) => lexicon.has(key, false));
}
