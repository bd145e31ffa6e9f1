/**
 * One sequence of accidents and the repair after it, held to what a repair promises: the structure is whole, and every
 * value that was there before and that no accident overwrote is at its place, or in the archive with the place it had.
 */
import { type Action, type Area, openWorkbook, type SheetModel, type WorkbookModel } from "gas-offline";
import { bundle } from "../opened.ts";
import { type Accident, actionOf } from "./accidents.ts";
import { type InputTexts, readInputTexts, textOf, typedTexts } from "./input-texts.ts";

/** What became of a sequence. */
export type Outcome = {
  /** What people did, in order; what Google's rules refused, with the words. */
  readonly story: readonly string[];
  /** Broken promises, in words; none: all were kept. */
  readonly broken: readonly string[];
  /** Values that are in the archive instead of their place. */
  readonly archived: readonly string[];
};

/** A workbook before accidents, and what it holds. */
export type Base = { readonly workbook: WorkbookModel; readonly kept: InputTexts };

const ARCHIVE = "Lưu trữ";

function messageOf(thrown: unknown): string {
  return typeof thrown === "object" && thrown !== null && "message" in thrown ? String(thrown.message) : String(thrown);
}

function textsIn(sheet: SheetModel | undefined, area: Area): readonly string[] {
  const texts: string[] = [];
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) {
      texts.push(textOf(sheet?.cells[row]?.[column]));
    }
  }
  return texts;
}

/**
 * What an action takes from its place by a person's own will: cut, copied over another, sorted. A sort of some columns
 * parts all of a row's cells, whichever of them it moved.
 */
function movedBy(workbook: WorkbookModel, action: Action): readonly string[] {
  if (action.kind !== "cutPaste" && action.kind !== "sortRange" && action.kind !== "copyPaste") return [];
  const sheet = workbook.sheets.find(({ id }) => id === action.sheet);
  const { area } = action;
  return textsIn(sheet, action.kind === "sortRange" ? { ...area, column: 1, columns: sheet?.columns ?? 1 } : area);
}

/** Finds the title that a tab has now, by a header of its own. */
function titleOf({ sheets }: WorkbookModel, column: number, header: string): string {
  return sheets.find(({ cells }) => textOf(cells[4]?.[column]) === header)?.name ?? "";
}

/** Lets accidents happen to a copy of a workbook, repairs it, and looks. */
export function runSequence(base: Base, accidents: readonly Accident[]): Outcome {
  const workbook = structuredClone(base.workbook);
  const open = openWorkbook(workbook, bundle);
  const story: string[] = [];
  const moved = new Set<string>();
  const gone = new Set<string>();
  for (const accident of accidents) {
    const action = actionOf(workbook, accident);
    const sheet = workbook.sheets.find(({ id }) => id === action.sheet);
    for (const text of movedBy(workbook, action)) moved.add(text);
    try {
      open.act(action);
      story.push(`${sheet?.name}: ${JSON.stringify(action)}`);
    } catch (thrown) {
      story.push(`${sheet?.name}: ${action.kind} refused: ${messageOf(thrown)}`);
    }
  }
  const originals = new Set(base.workbook.sheets.map(({ id }) => id));
  const survivors = typedTexts(workbook, ({ id }) => originals.has(id));
  for (const text of base.kept.values()) if (!survivors.has(text)) gone.add(text);
  const broken: string[] = [];
  try {
    const { left } = JSON.parse(JSON.stringify(open.run("repairWorkbook"))) as {
      left: readonly { remedy: string; message: string }[];
    };
    broken.push(...left.filter(({ remedy }) => remedy !== "look").map(({ message }) => `not whole: ${message}`));
  } catch (thrown) {
    return { story, broken: [`the repair failed: ${messageOf(thrown)}`], archived: [] };
  }
  const after = readInputTexts(workbook, {
    data: titleOf(workbook, 2, "Dòng"),
    hamlets: titleOf(workbook, 3, "CUA: tổng số"),
  });
  const anywhere = typedTexts(workbook);
  const shelved = typedTexts(workbook, ({ name }) => name.includes("(lưu)") || name === ARCHIVE || !name);
  const archived: string[] = [];
  for (const [place, text] of base.kept) {
    if (gone.has(text) || after.get(place) === text) continue;
    if (moved.has(text) && anywhere.has(text)) continue;
    if (shelved.has(text)) archived.push(`${place} = ${text}`);
    else broken.push(`lost: ${place} = ${text}`);
  }
  return { story, broken, archived };
}

/** Makes a base of a workbook: of what it holds, only what is there once can be followed. */
export function makeBase(workbook: WorkbookModel): Base {
  const kept = readInputTexts(workbook, { data: "Dữ liệu", hamlets: "Các ấp" });
  const counts = new Map<string, number>();
  for (const text of kept.values()) counts.set(text, (counts.get(text) ?? 0) + 1);
  return { workbook, kept: new Map([...kept].filter(([, text]) => counts.get(text) === 1)) };
}
