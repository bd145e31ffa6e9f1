/** As much of a zip file as filling a template needs. */
export default class Zip {
  constructor(data: Uint8Array);
  readonly files: Readonly<Record<string, { readonly _data: ZipEntry | string | null | undefined }>>;
  file(path: string): { asText(): string; asUint8Array(): Uint8Array } | null;
  file(path: string, data: string): this;
}

/** What an archive says of an entry before it is unpacked. */
export type ZipEntry = { readonly compressedSize: number; readonly uncompressedSize: number };
