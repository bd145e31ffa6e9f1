/** Findings for a person: lines to print, or JSON; and the exit code. */
import { lintDocument } from "./lint.ts";

/** 1 where the text deviates, else 0. */
export type Checked = { readonly lines: readonly string[]; readonly code: 0 | 1 };

/**
 * Checks a document and says what was found.
 * @throws NoWordFile where it is none.
 */
export function checkDocument(bytes: Uint8Array, file: string, json: boolean): Checked {
  const findings = lintDocument(bytes, file);
  const code = findings.length > 0 ? 1 : 0;
  if (json) return { lines: [JSON.stringify(findings, null, 2)], code };
  const lines = findings.map(({ element, expected, found }) => `${element}: cần ${expected}; thấy ${found}.`);
  const summary =
    findings.length === 0
      ? "Không thấy chỗ nào sai thể thức Nghị định 30/2020/NĐ-CP."
      : `${findings.length} chỗ sai thể thức Nghị định 30/2020/NĐ-CP.`;
  return { lines: [...lines, summary], code };
}
