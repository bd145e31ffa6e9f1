/** What a file is by its bytes, and what a zip says that it holds. Unpacks nothing, imports nothing. */

export {
  contentTypes,
  mainPart,
  type Relation,
  relationsOf,
  relationsPath,
  withUsualPrefixes,
  xmlText,
} from "./office.ts";

export type FileKind = "empty" | "zip" | "old office" | "locked office" | "pdf" | "picture" | "other";

/** Tells what a file is by its first bytes. An Office file with a password is an old-format file around the new one. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return "empty";
  const start = nameAt(bytes, 0, Math.min(4, bytes.length));
  if (start.startsWith("PK")) return "zip";
  if (start === "\u00d0\u00cf\u0011\u00e0")
    return holdsWord(bytes, "EncryptedPackage") ? "locked office" : "old office";
  if (start.startsWith("%PDF")) return "pdf";
  if (start.startsWith("\u0089PNG") || start.startsWith("\u00ff\u00d8\u00ff")) return "picture";
  return "other";
}

/** Tells whether a word stands in the bytes, two bytes a letter. */
function holdsWord(bytes: Uint8Array, word: string): boolean {
  const letters = [...word].map((letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(letters[0] ?? 0); at >= 0; at = bytes.indexOf(letters[0] ?? 0, at + 1)) {
    if (letters.every((letter, index) => bytes[at + 2 * index] === letter && bytes[at + 2 * index + 1] === 0))
      return true;
  }
  return false;
}

/** A file in a zip, as its directory tells of it; `hidesSize`: it cannot be as small as is said. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly size: number;
  readonly hidesSize: boolean;
  readonly method: number;
  /** The checksum of what it unpacks to. */
  readonly crc: number;
  /** Where its local header begins. */
  readonly offset: number;
};

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const END_64 = 0x06064b50;
const FULL_32 = 0xffff_ffff;
const FULL_16 = 0xffff;

/** Lists what a zip says that it holds. Undefined if it has no complete directory. Unpacks nothing. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = end.offset;
  for (let index = 0; index < end.entries; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const packed = view.getUint32(at + 20, true);
    const size = view.getUint32(at + 24, true);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const commentLength = view.getUint16(at + 32, true);
    const name = nameAt(bytes, at + 46, nameLength);
    const streamed = (view.getUint16(at + 8, true) & 8) !== 0;
    // The reader unpacks without limit where the directory says 0 bytes: such an entry is refused.
    const hidesSize = size === 0 && (packed > 2 || (streamed && packed === 0 && !name.endsWith("/")));
    const actual = size === FULL_32 ? wideSize(view, at + 46 + nameLength, extraLength) : size;
    entries.push({
      name,
      packed,
      size: actual,
      hidesSize,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function findEnd(view: DataView): { readonly offset: number; readonly entries: number } | undefined {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - FULL_16; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const entries = view.getUint16(at + 10, true);
    const offset = view.getUint32(at + 16, true);
    if (entries !== FULL_16 && offset !== FULL_32) return { offset, entries };
    // The wide form (ZIP64) keeps both in a record that the 20 bytes before this one point to.
    if (at < 20) return undefined;
    const record = Number(view.getBigUint64(at - 20 + 8, true));
    if (record + 56 > view.byteLength || view.getUint32(record, true) !== END_64) return undefined;
    return {
      offset: Number(view.getBigUint64(record + 48, true)),
      entries: Number(view.getBigUint64(record + 32, true)),
    };
  }
  return undefined;
}

/** The size in an entry's wide form; without one, more than is allowed. */
function wideSize(view: DataView, start: number, length: number): number {
  for (let at = start; at + 4 <= start + length && at + 12 <= view.byteLength; ) {
    if (view.getUint16(at, true) === 1) return Number(view.getBigUint64(at + 4, true));
    at += 4 + view.getUint16(at + 2, true);
  }
  return Number.POSITIVE_INFINITY;
}

/** Reads bytes as letters, one each: the names that programs look for are plain ones. */
function nameAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
