/** Utilities, and the blobs that it makes: bytes as Apps Script counts them, −128 to 127. */
import { randomUUID } from "node:crypto";
import { complete, fail, type HostContext, spend } from "./context.ts";

type Blob = GoogleAppsScript.Base.Blob;

/** What Google lets a script sleep at once, in milliseconds. */
const LONGEST_SLEEP = 300_000;

const contents = new WeakMap<object, Uint8Array>();

/** Makes a blob of bytes. */
export function newBlob(context: HostContext, given: Uint8Array, contentType?: string, name?: string): Blob {
  const kept = { bytes: given, contentType: contentType ?? null, name: name ?? null };
  const keep = (bytes: Uint8Array): Blob => {
    kept.bytes = bytes;
    contents.set(blob, bytes);
    return blob;
  };
  const blob: Blob = complete<Blob>(context, "Blob", {
    getBytes: () => Array.from(kept.bytes, (byte) => (byte > 127 ? byte - 256 : byte)),
    getDataAsString: () => Buffer.from(kept.bytes).toString("utf8"),
    setBytes: (bytes) => keep(readBytes(context, bytes)),
    setDataFromString: (text) => keep(Buffer.from(text, "utf8")),
    getContentType: () => kept.contentType,
    setContentType(type) {
      kept.contentType = type;
      return blob;
    },
    getName: () => kept.name,
    setName(called) {
      kept.name = called;
      return blob;
    },
    copyBlob: () => newBlob(context, kept.bytes, kept.contentType ?? undefined, kept.name ?? undefined),
    isGoogleType: () => kept.contentType?.startsWith("application/vnd.google-apps") ?? false,
  });
  return keep(given);
}

function readBytes(context: HostContext, data: readonly number[]): Uint8Array {
  if (data.some((byte) => !Number.isInteger(byte) || byte < -128 || byte > 127)) {
    return fail(context, "Cannot convert Array to (class)[]: bytes must be from -128 to 127.");
  }
  return Uint8Array.from(data, (byte) => byte & 0xff);
}

/** Returns the bytes of a blob. Undefined if the value is not a blob. */
export function bytesOf(blob: unknown): Uint8Array | undefined {
  return typeof blob === "object" && blob !== null ? contents.get(blob) : undefined;
}

/** Makes Utilities. */
export function newUtilities(context: HostContext): GoogleAppsScript.Utilities.Utilities {
  return complete<GoogleAppsScript.Utilities.Utilities>(context, "Utilities", {
    base64Encode(data: number[] | string) {
      const bytes = typeof data === "string" ? Buffer.from(data, "utf8") : data.map((byte) => byte & 0xff);
      return Buffer.from(bytes).toString("base64");
    },
    base64Decode(encoded: string) {
      const bytes = Buffer.from(encoded, "base64");
      if (encoded !== "" && bytes.length === 0) return fail(context, "Could not decode string.");
      return Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte));
    },
    /** Text is stored in UTF-8, and is plain text unless told otherwise. */
    newBlob(data: number[] | string, contentType?: string, name?: string) {
      return typeof data === "string"
        ? newBlob(context, Buffer.from(data, "utf8"), contentType ?? "text/plain", name)
        : newBlob(context, readBytes(context, data), contentType, name);
    },
    getUuid: () => randomUUID(),
    /** Nobody waits: the virtual clock alone goes on. */
    sleep(milliseconds) {
      if (milliseconds < 0 || milliseconds > LONGEST_SLEEP) fail(context, "Invalid argument: milliseconds");
      spend(context, milliseconds);
    },
  });
}
