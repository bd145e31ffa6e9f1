/** The names that sheets bear in the file: Excel allows 31 characters, not all signs, and each name once. */
import type { SheetModel } from "../model.ts";
import { HIDDEN_SHEET } from "./hidden-sheet.ts";
import { textForFile } from "./text.ts";

/** Finds a name for each sheet that Excel accepts and that no other sheet has. */
export function fileNames(sheets: readonly SheetModel[]): ReadonlyMap<SheetModel, string> {
  const names = new Map<SheetModel, string>();
  const taken = new Set([HIDDEN_SHEET, "history"]);
  const left: SheetModel[] = [];
  // Unchanged names go first, so that no changed name takes one.
  for (const sheet of sheets) {
    const key = sheet.name.toLowerCase();
    if (sheet.name !== "" && acceptable(sheet.name) === sheet.name && !taken.has(key)) {
      names.set(sheet, sheet.name);
      taken.add(key);
    } else left.push(sheet);
  }
  for (const sheet of left) {
    const base = acceptable(sheet.name) || "Trang";
    let name = base;
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      name = `${base.slice(0, 31 - ` (${number})`.length)} (${number})`;
    }
    names.set(sheet, name);
    taken.add(name.toLowerCase());
  }
  return names;
}

function acceptable(name: string): string {
  return textForFile(name.replace(/[[\]:*?/\\\t\r\n]/g, "-"), 31)
    .replace(/^'+|'+$/g, "")
    .trim();
}
