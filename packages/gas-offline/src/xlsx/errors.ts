/**
 * What can go wrong with a workbook's file, each as one line for a person to read.
 * Must not let the library's own messages or a stack reach that person.
 */

/** A file that cannot be opened as a workbook. */
export class UnreadableFile extends Error {
  override readonly name = "UnreadableFile";

  constructor(file: string, found: string, action: string, options?: ErrorOptions) {
    super(
      `Không mở được “${oneLine(file)}”: cần tệp .xlsx do chương trình này lưu, nhưng ${oneLine(found)}; ${oneLine(action)}.`,
      options,
    );
  }
}

/** A file that a workbook cannot be saved to. */
export class UnwritableFile extends Error {
  override readonly name = "UnwritableFile";

  constructor(file: string, found: string, action: string, options?: ErrorOptions) {
    super(`Không lưu được vào “${oneLine(file)}”: ${oneLine(found)}; ${oneLine(action)}.`, options);
  }
}

/** Returns the system's code of a failure (`ENOENT`, `EACCES` …). Undefined for other failures. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
