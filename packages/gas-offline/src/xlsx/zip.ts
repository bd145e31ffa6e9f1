/** Reads the parts of a zip, and changes some of them. All others go into the new zip as they are packed. */
import { Buffer } from "node:buffer";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { xmlText, type ZipEntry, zipEntries } from "zip-file";
import { LARGEST_UNPACKED } from "./archive.ts";

export type ZipParts = {
  readonly names: () => readonly string[];
  /** Unpacks a part. Undefined if it is not there. */
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** Reads a part as XML; "" if it is not there. */
  readonly xml: (name: string) => string;
};

/** Opens a zip whose directory is complete. */
export function openZip(zip: Uint8Array): ZipParts {
  const entries = new Map((zipEntries(zip) ?? []).map((entry) => [nameOf(entry), entry]));
  const bytes = (name: string) => {
    const entry = entries.get(name);
    if (!entry) return undefined;
    const data = packedData(zip, entry);
    return entry.method === 0 ? data : inflateRawSync(data, { maxOutputLength: LARGEST_UNPACKED });
  };
  return {
    names: () => [...entries.keys()],
    bytes,
    xml(name) {
      const found = bytes(name);
      return found === undefined ? "" : xmlText(found, (utf8) => Buffer.from(utf8).toString("utf8"));
    },
  };
}

/** Makes a zip with some parts changed or added. */
export function withParts(zip: Uint8Array, parts: ReadonlyMap<string, Uint8Array | string>): Uint8Array {
  if (parts.size === 0) return zip;
  const kept = (zipEntries(zip) ?? []).filter((entry) => !parts.has(nameOf(entry)) && !entry.name.endsWith("/"));
  const files = [
    ...kept.map((entry) => ({ ...entry, name: nameOf(entry), data: packedData(zip, entry) })),
    ...[...parts].map(([name, content]) => {
      const bytes = Buffer.from(content);
      return { name, data: deflateRawSync(bytes), size: bytes.length, method: 8, crc: crcOf(bytes) };
    }),
  ];
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, data, size, method, crc } of files) {
    const letters = Buffer.from(name, "latin1");
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(method, 4);
    // 1/1/1980, the first day that a zip knows.
    header.writeUInt16LE(0x21, 8);
    header.writeUInt32LE(crc, 10);
    header.writeUInt32LE(data.length, 14);
    header.writeUInt32LE(size, 18);
    header.writeUInt16LE(letters.length, 22);
    pieces.push(Buffer.from("PK\u0003\u0004", "latin1"), header, letters, data);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), header, place, letters);
    offset += 30 + letters.length + data.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, { length }) => sum + length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, ...directory, Buffer.from("PK\u0005\u0006", "latin1"), end]);
}

function nameOf({ name }: ZipEntry): string {
  return name.replace(/^\//, "");
}

function packedData(zip: Uint8Array, { offset, packed }: ZipEntry): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return zip.subarray(start, start + packed);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
