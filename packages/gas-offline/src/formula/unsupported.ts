/**
 * Formulas with functions of Google's that this host cannot compute. They keep the value that they have, as a file
 * brought it, and their cell's note says so: a wrong value would look like a right one.
 */
import { type CellModel, isErrorValue } from "../model.ts";
import { errorValue, type Grid, type Value } from "./values.ts";

const MARK = "Máy này không tính được hàm ";

function noteOf(names: readonly string[]): string {
  return `${MARK}${[...new Set(names)].join(", ")} nên giữ giá trị lần trước; công thức còn nguyên. Hãy mở tệp bằng Google Trang tính để tính lại.`;
}

/** Returns what such a formula shows: the values that its cells hold, or an error that names the function. */
export function keptResult(held: Grid, [name = ""]: readonly string[]): Grid {
  const first: Value = held[0]?.[0];
  const isMissing = first === undefined || (isErrorValue(first) && first.error === "#NAME?");
  return isMissing ? [[errorValue("#NAME?", `Function not implemented in the offline host: '${name}'.`)]] : held;
}

/** Says in a cell's note which functions are not computed; with none, takes such a sentence off. */
export function noteUnsupported(cell: CellModel, names: readonly string[]): void {
  const others = (cell.note ?? "").split("\n").filter((line) => !line.startsWith(MARK));
  const lines = names.length === 0 ? others : [...others, noteOf(names)];
  const note = lines.filter((line, index) => line !== "" || index > 0).join("\n");
  if (note === (cell.note ?? "")) return;
  if (note === "") delete cell.note;
  else cell.note = note;
}
