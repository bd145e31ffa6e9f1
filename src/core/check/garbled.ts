/** Warns of inputs whose letters were broken on their way: a wrong encoding, or a font of before Unicode. */
import { findGarbled, GARBLED_EXPECTED, garbledAction } from "../garbled.ts";
import { type Issue, show } from "./issue.ts";
import { listInputs, type TypedFigures } from "./privacy.ts";

/** Lists every input with broken letters: the report would repeat them. */
export function checkGarbled(figures: TypedFigures): readonly Issue[] {
  return listInputs(figures).flatMap(({ unit, subject, typed }): readonly Issue[] => {
    const garbled = typeof typed === "string" ? findGarbled(typed) : undefined;
    if (!garbled) return [];
    const action = garbledAction(garbled);
    return [
      {
        severity: "warning",
        code: "garbled-text",
        unit,
        subject,
        expected: GARBLED_EXPECTED,
        found: show(typed),
        action,
      },
    ];
  });
}
