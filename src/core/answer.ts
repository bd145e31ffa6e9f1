/**
 * What people type into a cell that must not stay empty: “Không”, “0”, “n/a”, “Không có ý kiến gì thêm ạ”. It answers the
 * question and says nothing, so no report prints it. “Không có nữ do thiếu nguồn” says something.
 */
import { foldText, withoutMarks } from "./text.ts";

/** Longer than any such answer. */
const LONGEST = 120;

/** Phrases without diacritics; `#` stands for a year. */
function phrases(text: string): readonly (readonly string[])[] {
  return text.split(",").map((phrase) => phrase.trim().split(" "));
}

const NOT = phrases("khong, ko, kg, k, kh, hong, hok, 0, chua, chang");

const VERB = phrases("co, con, thay, gap, gap phai, phat sinh, ghi nhan");

/** What the form asks about. Nothing that a commune may lack: “không có nguồn”, “không có kinh phí” are told. */
const ASKED = phrases(
  `gi, j, chi, y kien, kien nghi, de xuat, de nghi, gop y, dong gop, kho khan, vuong mac, tro ngai, han che, ton tai,
  bat cap, nguyen nhan, ket qua, thanh tich, noi dung, thong tin, so lieu, nhan xet, danh gia, ghi chu, bo sung, van de,
  thac mac, phat sinh, noi bat`,
);

/** What may follow what is asked about, and adds nothing. */
const MORE = phrases(
  `nao, khac, them, nua, moi, lon, nhieu, ca, va, hay, hoac, cung nhu, rieng, cu the, dang ke, dac biet, truc tiep,
  chu quan, khach quan, nay, tren, can, de, bao cao, neu, trong, qua trinh, trien khai, thuc hien, ke hoach, nhiem vu,
  nam, nam #, ky, tai, cua, o, voi, ve, don vi, nha truong`,
);

/** What may stand before: who says so, and of what. */
const LEAD = phrases(
  `da, thua, vang, xin, bao cao, don vi, co quan, nha truong, truong, tram, hoi, doan, ap, chi bo, chi hoi, chung toi,
  chung em, toi, em, hien, hien tai, hien nay, den nay, nam nay, nam, nam #, trong, ky, ve, ve phia, co ban, nhin chung,
  khac, va`,
);

const COURTESY = phrases("a, ah, nhe, nha, dau, luon, em a, xin cam on, cam on, xin het, het");

/** Answers in one piece. */
const WHOLE = phrases(
  `0 dong, 0 d, x, n a, na, n t, nt, nil, null, nan, none, no, nope, nothing, nothing to report, no comment, no comments,
  no data, not applicable, not available, undefined, trong, de trong, bo trong, khong ap dung, khong lien quan,
  nhu nam truoc, nhu nam ngoai, nhu ky truoc, nhu lan truoc, nhu bao cao nam truoc, giong nam truoc, giong nhu nam truoc,
  tuong tu nam truoc, tuong tu nhu nam truoc, nhu tren, nhu cu`,
);

/** How far an answer has been read. Only `before` is not yet one. */
type State = "before" | "not" | "asked" | "done";

type AnswerStep = { readonly words: readonly (readonly string[])[]; readonly to: State };

const FIRST: readonly AnswerStep[] = [
  { words: [...LEAD, ...ASKED], to: "before" },
  { words: NOT, to: "not" },
  { words: WHOLE, to: "done" },
];
const COURTEOUS: AnswerStep = { words: COURTESY, to: "done" };

/** After an answer another may begin: “Không. Không có ý kiến.” */
const STEPS: Readonly<Record<State, readonly AnswerStep[]>> = {
  before: FIRST,
  not: [...FIRST, { words: VERB, to: "not" }, { words: ASKED, to: "asked" }, COURTEOUS],
  asked: [...FIRST, { words: [...ASKED, ...MORE], to: "asked" }, COURTEOUS],
  done: [...FIRST, COURTEOUS],
};

/** Tells whether a text answers and says nothing, whatever its case, diacritics, bullets and marks; blank: true. */
export function saysNothing(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = foldedWords(text);
  if (words.length === 0) return true;
  // All states in which each word can be reached, so that the time grows with the length alone.
  const reached = words.map(() => new Set<State>());
  const ends = new Set<State>();
  const isNumbered = words.length > 1 && /^(?:\d{1,2}|[a-e])$/.test(words[0] ?? "");
  for (const start of isNumbered ? [0, 1] : [0]) reached[start]?.add("before");
  reached.forEach((states, at) => {
    for (const state of states) {
      for (const { words: choices, to } of STEPS[state]) {
        for (const phrase of choices) {
          if (phrase.every((word, index) => words[at + index] === word)) (reached[at + phrase.length] ?? ends).add(to);
        }
      }
    }
  });
  return ends.has("not") || ends.has("asked") || ends.has("done");
}

/** Splits a text into folded words without diacritics and marks. */
function foldedWords(text: string): readonly string[] {
  return withoutMarks(foldText(text.normalize("NFKC")))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "")
    .map((word) =>
      word
        .replace(/^0+$/, "0")
        .replace(/^x+$/, "x")
        .replace(/^\d{4}$/, "#"),
    );
}
