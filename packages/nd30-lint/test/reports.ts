/** A complete report of ours in Word, and ways to spoil one thing in it. */
import PizZip from "pizzip";
import { buildDefaultTemplate } from "../../../scripts/template/default-template.ts";
import type { Settings } from "../../../src/core/commune.ts";
import { fillReport } from "../../../src/report/fill.ts";
import { communeOf, HAMLET, POLICE, reportOf, SETTINGS, VHXH, VHXH_FIGURES } from "../../../test/report/communes.ts";

const template = await buildDefaultTemplate();

/** Makes our report of a small commune; `addressees` none, one or several. */
export function ownReport(
  addressees: readonly string[] = ["UBND tỉnh", "Sở Nội vụ"],
  changes: Partial<Settings> = {},
): Uint8Array {
  const settings = { ...SETTINGS, addressees, signerTitle: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH", ...changes };
  const assessments = [{ unit: "CAX", results: "a) Đã làm", difficulties: "1. Ít người.", causes: "", proposals: "" }];
  const commune = communeOf([VHXH, POLICE, HAMLET], VHXH_FIGURES, { settings, assessments });
  return fillReport(template, reportOf(commune, { kind: "year", date: "2026-11-05" }));
}

export type Change = (report: Uint8Array) => Uint8Array;

/** Changes one file inside a report; nothing to change is a fault of the test. */
export function inPart(path: string, from: string | RegExp, to: string | ((found: string) => string)): Change {
  return (report) => {
    const zip = new PizZip(report);
    const before = zip.file(path)?.asText() ?? "";
    const after = typeof to === "string" ? before.replace(from, to) : before.replace(from, to);
    if (after === before) throw new Error(`${String(from)} is not in ${path}`);
    zip.file(path, after);
    return zip.generate({ type: "uint8array" });
  };
}

/** Changes the document's own XML. */
export function inDocument(from: string | RegExp, to: string | ((found: string) => string)): Change {
  return inPart("word/document.xml", from, to);
}

/** Changes the paragraph that holds a text. */
export function inParagraph(text: string, from: string | RegExp, to: string): Change {
  return (report) => {
    const xml = new PizZip(report).file("word/document.xml")?.asText() ?? "";
    const paragraph = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([own]) => own).find((own) => own.includes(text));
    const changed = paragraph?.replace(from, to);
    if (paragraph === undefined || changed === paragraph) throw new Error(`${String(from)} is not by ${text}`);
    return inDocument(paragraph, (changed ?? "").replace(/\$/g, "$$$$"))(report);
  };
}

/** Does one change after the other. */
export function both(...changes: readonly Change[]): Change {
  return (report) => changes.reduce((changed, change) => change(changed), report);
}
