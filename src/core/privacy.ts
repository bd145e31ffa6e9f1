/**
 * The privacy guard: finds personal data in what someone typed into an input or a note. The workbook holds counts only,
 * since whoever opens it reads every tab (Luật 91/2025/QH15). Never throws, and never shows what it found in full.
 */
import { findMailboxes, isPrivateProvider, isRoleMailbox } from "./privacy/mailbox.ts";
import { findNames } from "./privacy/names.ts";
import { findNumbers } from "./privacy/numbers.ts";
import { findLinks, hideSpans, prepareText, type TextSpan } from "./privacy/plain.ts";
import { findProfiles } from "./privacy/profile.ts";

export { isPersonalMailbox } from "./privacy/mailbox.ts";
export { findSensitive } from "./privacy/sensitive.ts";

export const PERSONAL_DATA_KINDS = ["names", "idNumber", "phone", "account", "email", "profile"] as const;

export type PersonalDataKind = (typeof PERSONAL_DATA_KINDS)[number];

/** The kinds as users read them. */
export const PERSONAL_DATA_NAMES: Readonly<Record<PersonalDataKind, string>> = {
  names: "họ tên người",
  idNumber: "số giấy tờ, số thẻ cá nhân",
  phone: "số điện thoại",
  account: "số tài khoản",
  email: "e-mail cá nhân",
  profile: "tài khoản mạng xã hội",
};

/** One find: its kind, its text masked for showing, and its place in the text's NFC form. */
export type PersonalData = {
  readonly kind: PersonalDataKind;
  /** `Nguyễn …`, `09…78`, `l…@gmail.com`: enough to find it again, never the whole. */
  readonly masked: string;
  readonly start: number;
  readonly end: number;
};

/**
 * Finds personal data in a text, in the order of the text: persons' full names (lists of them; single ones where a
 * title, a post, a birth year or a line of their own tells), CCCD and CMND numbers, Vietnamese phone numbers, e-mail
 * addresses but role mailboxes, accounts and profiles; given names after a form of address or in a list of persons. Names of streets, schools, movements and public figures, money, plan numbers, dates and
 * web links are none. Takes time in proportion to the length.
 */
export function findPersonalData(text: string): readonly PersonalData[] {
  const prepared = prepareText(text);
  if (prepared.trim() === "") return [];
  const mailboxes = findMailboxes(prepared);
  const found = (kind: PersonalDataKind, { start, end }: TextSpan): PersonalData => ({
    kind,
    masked: mask(kind, prepared.slice(start, end)),
    start,
    end,
  });
  const links = findLinks(prepared);
  const withoutLinks = hideSpans(prepared, links);
  const inLink = ({ start }: TextSpan) => withoutLinks[start] !== prepared[start];
  const plain = hideSpans(prepared, merge([...links, ...mailboxes]));
  return [
    ...mailboxes
      .filter((mailbox) => isPersonal(mailbox.address, inLink(mailbox)))
      .map((mailbox) => found("email", mailbox)),
    ...links.flatMap((link) => findZalo(prepared, link)).map((phone) => found("phone", phone)),
    ...findProfiles(hideSpans(prepared, mailboxes)).map((profile) => found("profile", profile)),
    ...findNumbers(plain).map((number) => found(number.kind, number)),
    ...findNames(plain).map((name) => found("names", name)),
  ].sort((one, other) => one.start - other.start);
}

/** Shows a text with its personal data masked; other text is left as it is, in NFC. */
export function maskPersonalData(text: string): string {
  const found = findPersonalData(text);
  if (found.length === 0) return text;
  const whole = text.normalize("NFC");
  let shown = "";
  let from = 0;
  for (const { masked, start, end } of found) {
    if (start < from) continue;
    shown += whole.slice(from, start) + masked;
    from = end;
  }
  return shown + whole.slice(from);
}

/** Keeps so much that its writer knows it again: a surname, the ends of a number, the first letter of a mailbox. */
function mask(kind: PersonalDataKind, found: string): string {
  switch (kind) {
    case "names":
      return `${found.split(" ", 1)[0]} …`;
    case "email":
      return `${[...found][0] ?? ""}…${found.includes("@") ? found.slice(found.lastIndexOf("@")) : ""}`;
    case "profile":
      return `${[...found][0] ?? ""}…`;
    case "idNumber":
    case "phone":
    case "account":
      return `${found.slice(0, 2)}…${found.slice(-2)}`;
  }
}

/** A Zalo link is a phone number. */
function findZalo(text: string, { start, end }: TextSpan): readonly TextSpan[] {
  const match = /^(.*zalo\.me\/)((?:0|84)\d{9})(?!\d)/i.exec(text.slice(start, end));
  if (!match) return [];
  const from = start + (match[1] ?? "").length;
  return [{ start: from, end: from + (match[2] ?? "").length }];
}

/** A link may hold what looks like an address and is none (`/@page.name`); one at a private provider is one anywhere. */
function isPersonal(address: string, inLink: boolean): boolean {
  return isPrivateProvider(address) || (!inLink && !isRoleMailbox(address));
}

/** Orders spans and joins those that overlap. */
function merge(spans: readonly TextSpan[]): readonly TextSpan[] {
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    const last = merged[merged.length - 1];
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
