/** The layout checker: a .docx → its deviations from Nghị định 30/2020/NĐ-CP, Phụ lục I. Changes nothing. */
import { readDocument } from "./document.ts";
import type { Finding } from "./finding.ts";
import { outlineOf } from "./outline.ts";
import { checkAnnexes } from "./rules/annexes.ts";
import { checkBody } from "./rules/body.ts";
import { checkOpening } from "./rules/opening.ts";
import { checkPage } from "./rules/page.ts";
import { checkRecipients } from "./rules/recipients.ts";
import { checkSignature } from "./rules/signature.ts";
import { checkTraces } from "./rules/traces.ts";

export type { Finding } from "./finding.ts";

/**
 * Lists how a report deviates from the form of an official text, from its first page to its last.
 * @param file Its name, for messages.
 * @throws NoWordFile where it is no Word file.
 */
export function lintDocument(bytes: Uint8Array, file: string): readonly Finding[] {
  const document = readDocument(bytes, file);
  const outline = outlineOf(document);
  return [
    ...checkPage(document),
    ...checkOpening(document, outline),
    ...checkBody(outline),
    ...checkRecipients(document, outline),
    ...checkSignature(outline),
    ...checkAnnexes(document, outline),
    ...checkTraces(document, outline),
  ];
}
