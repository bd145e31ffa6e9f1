/** Finds e-mail addresses, and tells a person's from an office's: a role mailbox stays when its holder goes. */
import { bareKey, type TextSpan } from "./plain.ts";

/** An address and whether it is one at a provider for private persons. */
export type FoundMailbox = TextSpan & { readonly address: string };

const ADDRESS =
  /(?<![\p{L}\d._%+-])([\p{L}\d._%+-]{1,64}) ?@ ?((?:[\p{L}\d-]{1,63}\.){1,6}[\p{L}]{2,24}|gmail|yahoo)(?![\p{L}\d@])/giu;

const PRIVATE_PROVIDERS =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|outlook|hotmail|live|msn|icloud|me|mac|aol|proton|protonmail|zoho|yandex|gmx|mail|zalo)(?:\.(?:com|vn|net|org|me|ru|co))*$/i;

/** Words with which an office's address begins or that stand in it between dots and dashes. */
const ROLE =
  /^(?:lehoi|ubnd|hdnd|hdndubnd|uyban|vp|vanphong|vanthu|congvan|baocao|tonghop|phong|p$|ban|bxd|ubkt|hoi|doan|tram|tyt|yte|truong|mamnon|mamgiao|maugiao|mn|mg|tieuhoc|th\d|thvp|thcs|thpt|congan|cax|ca\d?$|quansu|bchqs|qsx|bch|mttq|mattran|dang|chibo|ap\d|ap$|khom|congdoan|cdx|lhpn|phunu|nongdan|hnd|ccb|cuuchienbinh|tncs|thanhnien|tt|trungtam|pvhcc|hcc|motcua|kinhte|kt$|ktht|vhxh|vh$|vanhoa|xahoi|tuphap|taichinh|tckh|tochuc|noivu|snv|bnv|lienhe|contact|info|hotro|support|admin|gopy|phananh|banbientap|bbt|toasoan|so[a-z]{3,}|bo(?:noivu|yte|tuphap|giaoduc)|xa[a-z]{2,}|xa$|phuong[a-z]{2,}|tinh|website|congthongtin|cong$|duongdaynong|binhdanggioi|bdg|ct\d|dv[a-z]{0,4}$|giaoduc|phongchong|daisu|thuvien)/;

/** A surname with the rest of a name behind it: `nguyenthilan`, `tran.van.hung`. */
const PERSON =
  /^(?:nguyen|tran|le|pham|huynh|hoang|phan|vo|vu|bui|do|ngo|dang|truong|dinh|trinh|quach|phung|ton|luu|ho|ly|doan|dao|duong|lam|mai|cao|ha|luong|to|ta|danh|thach)[._-]?(?:thi|van|minh|thanh|ngoc|hoang|huu|duc|kim|my|thu|quoc|cong|xuan|hong|bich|phuong|tuyet|anh|tuan|hung)[a-z._-]*\d*$/;

/** “@” and “.” as people write them to hide an address: “lan [a] gmail (chấm) com”, “lan a còng gmail chấm com”. */
const AT =
  " {0,2}(?:[\\[({<] ?(?:@|a|at|a còng|a cong|a móc) ?[\\])}>]|[@#]| (?:at|a|a còng|a cong|acong|a móc) ) {0,2}";
const DOT = "(?: ?[\\[({<] ?(?:\\.|chấm|cham|dot) ?[\\])}>] ?| (?:chấm|cham|dot) | ?[.,] ?| (?=com(?!\\p{L})))";
const ENDINGS = "com|vn|net|org|edu|gov|info|me|example";
const DISGUISED = new RegExp(
  `(?<![\\p{L}\\d._%+-])([\\w.+-]{2,64})${AT}([a-z\\d-]{2,30}(?:${DOT}[a-z\\d-]{2,30}){0,3}?)${DOT}((?:${ENDINGS})(?:${DOT}vn)?)(?![\\p{L}\\d@])`,
  "giu",
);
/** `gmail: lan85@`, `mail lan85@`: the provider stands before, or is left out. */
const CUT_OFF = /(?<!\p{L})(?:e-?mail|gmail|yahoo|mail)(?: ?:| )(?: ?)([\w.+-]{3,64}) ?@(?![\w.])/giu;

/** Finds every address in a prepared text; mailboxes of offices among them. */
export function findMailboxes(text: string): readonly FoundMailbox[] {
  const found: FoundMailbox[] = [];
  const keep = (match: RegExpMatchArray & { readonly index: number }, address: string) => {
    found.push({ start: match.index, end: match.index + match[0].length, address });
  };
  if (text.includes("@")) {
    for (const match of text.matchAll(ADDRESS)) keep(match, match[0].replace(/ /g, ""));
    for (const match of text.matchAll(CUT_OFF)) keep(match, `${match[1]}@gmail.com`);
  }
  if (/(?<!\p{L})(?:a|at|acong)(?!\p{L})|[@#]/iu.test(text)) {
    for (const match of text.matchAll(DISGUISED)) {
      if (found.some(({ start, end }) => match.index < end && start < match.index + match[0].length)) continue;
      const domain = `${match[2]}.${match[3]}`.replace(new RegExp(DOT, "giu"), ".");
      // A bare “a” or “at” between words is one in prose, unless a provider for private persons follows.
      const isPlain = /^[\w.+-]+ (?:at|a) /i.test(match[0]);
      if (!isPlain || PRIVATE_PROVIDERS.test(domain)) keep(match, `${match[1]}@${domain}`);
    }
  }
  return found.sort((one, other) => one.start - other.start);
}

/** Makes one key of all spellings of a mailbox: case counts nowhere, and at gmail.com neither do dots nor `+…`. */
export function mailboxKey(address: string): string {
  const [local = "", domain = ""] = address.trim().toLowerCase().split("@");
  if (domain !== "gmail.com" && domain !== "googlemail.com") return `${local}@${domain}`;
  return `${local.replace(/\+.*$/, "").replace(/\./g, "")}@gmail.com`;
}

function partsOf(address: string): readonly [string, string] {
  const at = address.lastIndexOf("@");
  return [bareKey(address.slice(0, at)), address.slice(at + 1).toLowerCase()];
}

/** Tells whether an address is at a provider that serves private persons. */
export function isPrivateProvider(address: string): boolean {
  return PRIVATE_PROVIDERS.test(partsOf(address)[1]);
}

/** Tells whether an address names an office and no person: `tram-yte@xa.gov.vn`. */
export function isRoleMailbox(address: string): boolean {
  const [local] = partsOf(address);
  if (PERSON.test(local)) return false;
  return local.split(/[._-]/).some((word) => ROLE.test(word));
}

/** Tells whether a unit's mailbox looks like a person's: named like one, or at a private provider without any role. */
export function isPersonalMailbox(address: string): boolean {
  return PERSON.test(partsOf(address)[0]) || (isPrivateProvider(address) && !isRoleMailbox(address));
}
