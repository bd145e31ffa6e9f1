/** Utilities, and the blobs that it makes: bytes as Apps Script counts them, −128 to 127. */
import { complete, fail, type HostContext } from "./context.ts";

type Blob = GoogleAppsScript.Base.Blob;

const contents = new WeakMap<object, Uint8Array>();

/** Makes a blob of bytes. */
export function newBlob(context: HostContext, bytes: Uint8Array, contentType?: string, name?: string): Blob {
  let called = name ?? null;
  const blob: Blob = complete<Blob>(context, "Blob", {
    getBytes: () => Array.from(bytes, (byte) => (byte > 127 ? byte - 256 : byte)),
    getContentType: () => contentType ?? null,
    getName: () => called,
    setName(given) {
      called = given;
      return blob;
    },
  });
  contents.set(blob, bytes);
  return blob;
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
    newBlob(data: number[] | string, contentType?: string, name?: string) {
      if (typeof data === "string")
        return fail(context, "not implemented in the offline host: Utilities.newBlob of text");
      if (data.some((byte) => !Number.isInteger(byte) || byte < -128 || byte > 127)) {
        return fail(context, "Cannot convert Array to (class)[]: bytes must be from -128 to 127.");
      }
      const bytes = Uint8Array.from(data, (byte) => byte & 0xff);
      return newBlob(context, bytes, contentType, name);
    },
  });
}
