/** As much of a zip file as filling a template needs. */
export default class Zip {
  constructor(data: string | Uint8Array, options?: { base64?: boolean });
  readonly files: Readonly<Record<string, unknown>>;
  file(path: string): { asText(): string } | null;
}
