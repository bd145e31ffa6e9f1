/** Findings for a person: lines to print, or JSON; and the exit code. */
import { type Finding, lintDocument } from "./lint.ts";

/** 1 if the text has a fault; advice alone leaves 0. */
export type Checked = { readonly lines: readonly string[]; readonly code: 0 | 1 };

/**
 * Checks a document and says what was found.
 * @throws NoWordFile where it is none.
 */
export function checkDocument(bytes: Uint8Array, file: string, json: boolean): Checked {
  const findings = lintDocument(bytes, file);
  const faults = findings.filter(({ kind }) => kind === "fault").length;
  const code = faults > 0 ? 1 : 0;
  if (json) return { lines: [JSON.stringify(findings, null, 2)], code };
  const advice = findings.length - faults;
  const summary = [
    faults === 0
      ? "Không thấy chỗ nào sai thể thức Nghị định 30/2020/NĐ-CP"
      : `${faults} chỗ sai thể thức Nghị định 30/2020/NĐ-CP`,
    ...(advice > 0 ? [`${advice} chỗ nên xem lại`] : []),
  ];
  return { lines: [...findings.map(tell), `${summary.join("; ")}.`], code };
}

function tell({ kind, element, expected, found, rule, mend }: Finding): string {
  const what = kind === "fault" ? "cần" : "nên";
  return `${element}: ${what} ${expected}; thấy ${found}. ${mend}. (${rule}.)`;
}
