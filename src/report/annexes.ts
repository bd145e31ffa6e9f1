/** Which annexes a template has, so that the body points to each of them and to no other (NĐ 30/2020, PL I, III.1.a). */
import { cleanText } from "../core/text.ts";
import { paragraphTexts } from "./paragraphs.ts";

/** For each annex its name in the template, `Phụ lục I`; none where the template lacks it. Keys are tags. */
export type AnnexPointers = {
  readonly chi_dan_phu_luc_1: readonly string[];
  readonly chi_dan_phu_luc_2: readonly string[];
  readonly chi_dan_phu_luc_3: readonly string[];
  readonly chi_dan_phu_luc_4: readonly string[];
  readonly chi_dan_phu_luc_5: readonly string[];
};

const LABEL = /^phụ\s+lục(?:\s+(?:số\s+)?([ivxlc]+|\d+))?[.:]?$/i;

/** Finds a template's annexes: a table belongs to the last line “Phụ lục …” above it. `xml`: the part with its body. */
export function findAnnexes(xml: string): AnnexPointers {
  let label: string | undefined;
  const names = new Map<string, string>();
  for (const text of paragraphTexts(xml)) {
    const found = LABEL.exec(cleanText(text));
    if (found) label = ["Phụ lục", ...(found[1] ? [found[1].toUpperCase()] : [])].join(" ");
    for (const [, number = ""] of text.matchAll(/\{\s*#\s*phu_luc_(\d)\s*\}/g)) {
      if (label !== undefined && !names.has(number)) names.set(number, label);
    }
  }
  const pointTo = (number: string) => [names.get(number) ?? []].flat();
  return {
    chi_dan_phu_luc_1: pointTo("1"),
    chi_dan_phu_luc_2: pointTo("2"),
    chi_dan_phu_luc_3: pointTo("3"),
    chi_dan_phu_luc_4: pointTo("4"),
    chi_dan_phu_luc_5: pointTo("5"),
  };
}
