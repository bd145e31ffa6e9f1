/** Names of what a report leaves in Drive. */
import type { Settings } from "../../core/commune.ts";
import { cleanText, withoutMarks } from "../../core/text.ts";

const KIND_NAMES = { year: "nam", midterm: "so-ket", final: "tong-ket" } as const;

/** Names a report's files, without an ending: `BC-2282-nam-2026-xa-Vinh-Phong`. */
export function reportName(settings: Settings, kind: keyof typeof KIND_NAMES): string {
  const commune = withoutMarks(cleanText(`${settings.kind} ${settings.name}`));
  const place = commune.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return ["BC-2282", KIND_NAMES[kind], settings.year, place].join("-");
}

/** Finds a name that no other report has: the second of a year is `…-lan-2`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let [free, count] = [name, 1];
  while (taken.has(free)) {
    count++;
    free = `${name}-lan-${count}`;
  }
  return free;
}

/** Names the folder that the add-on makes: `Báo cáo 2282 – xã Vĩnh Phong`. */
export function folderName({ kind, name }: Settings): string {
  return `Báo cáo 2282 – ${kind} ${cleanText(name)}`.trim();
}

/** Names the template that a commune may edit. */
export function templateName({ kind, name }: Settings): string {
  return `Mẫu báo cáo 2282 – ${kind} ${cleanText(name)}`.trim();
}
