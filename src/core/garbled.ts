/**
 * Text whose letters were broken on their way into the workbook: UTF-8 read as another encoding, letters lost, or typed
 * in TCVN3 or VNI, whose fonts of before Unicode show other letters. Finds it, and what was meant where that is certain.
 */
import { shorten } from "./text.ts";

/** Broken text. `meant`: what it was; absent where letters are lost or two readers would differ. */
export type Garbled = { readonly meant?: string };

/** What a cell must hold, for messages. */
export const GARBLED_EXPECTED = "chữ tiếng Việt đọc được (Unicode)";

/** Says what to do with broken text, and what it may have been. */
export function garbledAction({ meant }: Garbled): string {
  return meant === undefined ? "Hãy gõ lại bằng Unicode" : `Hãy gõ lại bằng Unicode, có lẽ là “${shorten(meant, 80)}”`;
}

/** Letters of Vietnamese, and signs that its texts hold; text of nothing else is looked at no further. */
const ORDINARY = /^[\0-\u007fàáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ“”‘’–—…•]*$/i;

/** Finds broken letters in what somebody typed; undefined: there are none. Links are not looked at. */
export function findGarbled(typed: string): Garbled | undefined {
  if (/^[\0->@-~]*$/.test(typed)) return undefined;
  const text = typed.normalize("NFC").replace(/(?:https?:\/\/|www\.)\S+/gi, "");
  if (text.includes("\ufffd")) return {};
  if ((text.match(/\p{L}\?(?=\p{L})/gu)?.length ?? 0) >= 2) return {};
  if (UTF8.test(text)) return repaired(fromUtf8(fromUtf8(text)));
  if (/[ÐðƉɖ]/.test(text)) return repaired(text.replace(/[ÐƉ]/g, "Đ").replace(/[ðɖ]/g, "đ"));
  const words = text.match(WORD) ?? [];
  const odd = words.filter((word) => !ORDINARY.test(word) || !isReadable(word));
  // One odd word may be a name of another language.
  if (odd.length < 2 || odd.length * 2 < words.filter((word) => !ASCII.test(word)).length) return undefined;
  for (const decode of [fromTcvn3, fromVni]) {
    const meant = decode(text);
    if (meant !== text && (meant.match(WORD) ?? []).every(isReadable)) return { meant };
  }
  return undefined;
}

const WORD = /[^\s\0-\u0040[-`{-\u007f“”‘’–—…•]+/gu;
const ASCII = /^[\0-\u007f]*$/;

function repaired(meant: string | undefined): Garbled {
  return meant === undefined || !ORDINARY.test(meant) ? {} : { meant };
}

/** A syllable: beginning, vowels, end. Whether a language has it is not asked; a closed one with ’ ` or ~ none has. */
const SYLLABLE =
  /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?(?:a[iouy]?|ă|â[uy]?|eo?|êu?|iêu?|i[au]?|oa[ioy]?|oă|oeo?|oi|oo?|ôi?|ơi?|ua|uây?|uê|ui|uôi?|uơ|uy[aêu]?|u|ưa|ươ[iu]?|ưu|ưi|ư|yêu?|y)(?:ch|ng|nh|[cmnpt])?$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Tells whether a word may be a Vietnamese syllable, or has no letter that could be broken. */
function isReadable(word: string): boolean {
  if (ASCII.test(word)) return true;
  if (/\p{Ll}\p{Lu}/u.test(word)) return false;
  const parts = word.toLowerCase().normalize("NFD");
  const tones = parts.match(TONES) ?? [];
  const bare = parts.replace(TONES, "").normalize("NFC");
  if (tones.length > 1 || !SYLLABLE.test(bare)) return false;
  return !/(?:ch|[cpt])$/.test(bare) || !tones.some((tone) => /[\u0300\u0303\u0309]/.test(tone));
}

/** What Windows-1252 and 1258 show for the bytes 80–9F, and where 1258 differs above. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const HIGH: Readonly<Record<string, number>> = {
  Ă: 0xc3,
  Đ: 0xd0,
  Ơ: 0xd5,
  Ư: 0xdd,
  ă: 0xe3,
  đ: 0xf0,
  ơ: 0xf5,
  ư: 0xfd,
};

/** Sequences of a first byte and its further ones, as letters; no Vietnamese word has them. */
const UTF8 =
  /á[º»][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ ]|[ÃĂ][\u0080-\u00bf€‚ƒ„†‡ˆ‰Š‹Œ˜™š›œžŸ]|Ä[ƒ‘\u0090‚\u0091]|Æ[°¡¯\u00a0]|â€[œ“”™¦\u009d˜]/;

function byteOf(letter: string): number | undefined {
  const at = WINDOWS.indexOf(letter);
  if (at >= 0) return 0x80 + at;
  const code = HIGH[letter] ?? letter.charCodeAt(0);
  return code < 0x100 ? code : undefined;
}

/** Reads letters as the bytes of UTF-8 that they were; all other text stays. */
function fromUtf8(text: string): string {
  // Cleaning makes a no-break space, the second half of “à”, a plain one.
  const letters = [...text.replace(/([ÃÆ]|á[º»]) /g, "$1\u00a0").replace(/Ã$/, "Ã\u00a0")];
  let read = "";
  for (let index = 0; index < letters.length; ) {
    const letter = letters[index] ?? "";
    const first = byteOf(letter) ?? 0;
    const length = first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xc2 && first < 0xe0 ? 2 : 1;
    const further = letters.slice(index + 1, index + length).map((next) => (byteOf(next) ?? 0) - 0x80);
    const isWhole = further.length === length - 1 && further.every((bits) => bits >= 0 && bits < 0x40);
    if (length === 1 || !isWhole) {
      read += letter;
      index++;
    } else {
      const lead = first & (length === 2 ? 0x1f : 0x0f);
      read += String.fromCharCode(further.reduce((code, bits) => code * 0x40 + bits, lead));
      index += length;
    }
  }
  return read.normalize("NFC");
}

/** TCVN 5712: each letter, and the one of Latin-1 that an old font drew it for. */
const TCVN3_FROM = "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦";
const TCVN3_TO = "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ";

function fromTcvn3(text: string): string {
  return [...text].map((letter) => TCVN3_TO[TCVN3_FROM.indexOf(letter)] ?? letter).join("");
}

/** VNI Windows: a vowel, then a sign for its mark and tone. */
const VNI_SIGNS: Readonly<Record<string, string>> = {
  ù: "\u0301",
  ø: "\u0300",
  û: "\u0309",
  õ: "\u0303",
  ï: "\u0323",
  â: "\u0302",
  á: "\u0302\u0301",
  à: "\u0302\u0300",
  å: "\u0302\u0309",
  ã: "\u0302\u0303",
  ä: "\u0302\u0323",
  ê: "\u0306",
  é: "\u0306\u0301",
  è: "\u0306\u0300",
  ú: "\u0306\u0309",
  ü: "\u0306\u0303",
  ë: "\u0306\u0323",
};
const VNI_LETTERS: Readonly<Record<string, string>> = { ñ: "đ", ô: "ơ", ö: "ư", æ: "ỉ", ó: "ĩ", ò: "ị", î: "ỵ" };

function fromVni(text: string): string {
  const read = text.replace(
    /([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ñôöæóòî]/gi,
    (whole: string, vowel?: string, sign = "") => {
      const letter = vowel ?? whole;
      const low = VNI_LETTERS[letter.toLowerCase()] ?? letter.toLowerCase();
      const shown = letter === letter.toLowerCase() ? low : low.toUpperCase();
      return shown + (VNI_SIGNS[sign.toLowerCase()] ?? "");
    },
  );
  return read.normalize("NFC");
}
