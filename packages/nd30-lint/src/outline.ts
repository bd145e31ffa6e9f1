/** Which paragraph is which element of an official text (NĐ 30/2020, PL I): told by words and place, never by look. */
import type { Paragraph, WordDocument } from "./document.ts";
import { abbreviationOf } from "./text-kinds.ts";
import { withoutMarks } from "./times.ts";

export type Outline = {
  readonly country: Paragraph | undefined;
  readonly motto: Paragraph | undefined;
  readonly issuer: readonly Paragraph[];
  readonly number: Paragraph | undefined;
  readonly date: Paragraph | undefined;
  readonly kind: Paragraph | undefined;
  readonly subject: readonly Paragraph[];
  /** An official letter has no kind; its subject, “V/v …”, stands under its number. */
  readonly isLetter: boolean;
  /** The line with “Kính gửi:”, and the lines of its list. */
  readonly address: Paragraph | undefined;
  readonly addressees: readonly Paragraph[];
  /** The text proper, without tables, their captions and empty lines. */
  readonly body: readonly Paragraph[];
  readonly recipients: Paragraph | undefined;
  readonly recipientList: readonly Paragraph[];
  /** All that stands beside the recipients. */
  readonly signature: readonly Paragraph[];
  readonly annexes: readonly Annex[];
};

/** An annex's three lines; what is not there is absent. */
export type Annex = {
  /** True: the label has a line of its own. */
  readonly isAlone: boolean;
  readonly isReferenceFirst: boolean;
  readonly label: Paragraph;
  readonly title: Paragraph | undefined;
  readonly reference: Paragraph | undefined;
};

/** Finds the elements of a text. */
export function outlineOf({ paragraphs }: WordDocument): Outline {
  const at = (pattern: RegExp, from = 0, to = paragraphs.length): number => {
    const found = paragraphs.slice(from, to).findIndex(({ text }) => pattern.test(fold(text)));
    return found < 0 ? -1 : from + found;
  };
  const kindAt = paragraphs.findIndex(({ text, cell }) => !cell && abbreviationOf(text) !== undefined);
  const greetingAt = at(/^kinh gui/);
  const letter = kindAt < 0 ? paragraphs.slice(0, greetingAt < 0 ? 20 : greetingAt) : [];
  const letterSubject = letter.filter(({ text }) => /^v\/v /.test(fold(text)));
  const [firstOfLetter] = letterSubject;
  const head = greetingAt < 0 ? Math.min(paragraphs.length, 20) : greetingAt;
  const top = kindAt < 0 ? head : kindAt;
  const recipientsAt = at(/^noi nhan/);
  const end = recipientsAt < 0 ? paragraphs.length : recipientsAt;

  const country = paragraphs[at(/^cong hoa xa hoi/, 0, top)];
  const number = paragraphs[at(/^so ?:/, 0, top)];
  const addressAt = at(/^kinh gui/, top, end);
  const subject = kindAt < 0 ? letterSubject : subjectAfter(paragraphs, kindAt);
  const addressees = addressAt < 0 ? [] : listAfter(paragraphs, addressAt);
  const bodyFrom = addressAt < 0 ? (kindAt < 0 ? 0 : kindAt + 1 + subject.length) : addressAt + 1 + addressees.length;
  const recipients = paragraphs[recipientsAt];
  const closing = paragraphs.slice(end + 1).filter(({ cell }) => cell && cell.table === recipients?.cell?.table);
  const beside = ({ cell }: Paragraph) => cell !== undefined && cell.column !== recipients?.cell?.column;
  return {
    country,
    motto: paragraphs[at(/doc lap.*tu do/, 0, top)],
    issuer: issuerOf(paragraphs.slice(0, top), country, number),
    isLetter: firstOfLetter !== undefined,
    number,
    date: paragraphs[at(/\bngay\b.*\bthang\b.*\bnam\b/, 0, top)],
    kind: paragraphs[kindAt],
    subject,
    address: paragraphs[addressAt],
    addressees,
    body: bodyOf(paragraphs, bodyFrom, end),
    recipients,
    recipientList: closing.filter((one) => !beside(one) && one.text !== ""),
    signature: closing.filter((one) => beside(one) && one.text !== ""),
    annexes: annexesAfter(paragraphs, end),
  };
}

/** Folds text for recognising it: no diacritics, no case. */
function fold(text: string): string {
  return withoutMarks(text).toLowerCase();
}

function issuerOf(
  head: readonly Paragraph[],
  country: Paragraph | undefined,
  number: Paragraph | undefined,
): readonly Paragraph[] {
  const table = country?.cell?.table;
  if (table === undefined) {
    const before = number ? head.slice(0, head.indexOf(number)) : [];
    return before.filter(({ text }) => /^(uy ban|hoi dong|dang bo|so |phong |xa |phuong |dac khu)/.test(fold(text)));
  }
  const left = head.filter(({ cell, text }) => cell?.table === table && cell.column === 0 && text !== "");
  const end = number ? left.indexOf(number) : -1;
  return end < 0 ? left.filter(({ cell }) => cell?.row === 0) : left.slice(0, end);
}

function subjectAfter(paragraphs: readonly Paragraph[], kindAt: number): readonly Paragraph[] {
  const found: Paragraph[] = [];
  for (const one of paragraphs.slice(kindAt + 1)) {
    const goesOn = found.length === 0 || one.align === "center" || one.runs.every((run) => run.bold);
    if (one.text === "" || one.cell || /^kinh gui/.test(fold(one.text)) || !goesOn) break;
    found.push(one);
  }
  return found;
}

function listAfter(paragraphs: readonly Paragraph[], at: number): readonly Paragraph[] {
  const rest = paragraphs.slice(at + 1);
  const end = rest.findIndex(({ text }) => !/^[-–]/.test(text));
  return end < 0 ? rest : rest.slice(0, end);
}

function bodyOf(paragraphs: readonly Paragraph[], from: number, to: number): readonly Paragraph[] {
  const inTable = (index: number) => index < to && paragraphs[index]?.cell !== undefined;
  const aside = (index: number) => ["center", "right"].includes(paragraphs[index]?.align ?? "");
  // Right above a table stands its title, or its title and then its unit (“Đơn vị tính: đồng”).
  const isCaption = (index: number) => inTable(index + 1) || (aside(index) && aside(index + 1) && inTable(index + 2));
  return paragraphs.filter(
    (one, index) => index >= from && index < to && one.text !== "" && !one.cell && !isCaption(index),
  );
}

function annexesAfter(paragraphs: readonly Paragraph[], from: number): readonly Annex[] {
  const shown = paragraphs.slice(from).filter(({ text, cell }) => text !== "" && !cell);
  return shown.flatMap((label, index) => {
    const isAlone = /^phu luc( [ivxlc\d]+)?[.:]?$/.test(fold(label.text));
    if (!isAlone && !(label.align === "center" && /^phu luc( so)? [ivxlc\d]+ ?[.:–-]/.test(fold(label.text))))
      return [];
    const after = shown.slice(index + 1, index + 5);
    const next = after.findIndex(({ text }) => /^phu luc( [ivxlc\d]+)?[.:]?$/.test(fold(text)));
    const own = next < 0 ? after : after.slice(0, next);
    const referenceAt = own.findIndex(({ text }) => /^\(?(ban hanh )?kem theo/.test(fold(text)));
    const [first, second] = own;
    const isReferenceFirst =
      referenceAt === 0 && second?.align === "center" && second.text === second.text.toUpperCase();
    // An annex need not have a title; a centred line in its place is one.
    const title = referenceAt > 0 || (referenceAt < 0 && first?.align === "center") ? first : undefined;
    return [{ label, isAlone, isReferenceFirst, title: isAlone ? title : undefined, reference: own[referenceAt] }];
  });
}
