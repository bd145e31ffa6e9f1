/** A word on a colour: states of units, statuses of targets. The word says all; the colour only helps to find it. */
import type { Status } from "../../core/scorecard.ts";
import type { UnitState } from "../../core/workflow/words.ts";

export type Tone = "good" | "near" | "bad" | "none" | "blue";

const STATE_TONES: Readonly<Record<UnitState, Tone>> = {
  empty: "none",
  filling: "near",
  submitted: "blue",
  returned: "bad",
  approved: "good",
};

const STATUS_TONES: Readonly<Record<Status, Tone>> = {
  met: "good",
  near: "near",
  unmet: "bad",
  "no-data": "none",
  baseline: "none",
  up: "good",
  same: "none",
  down: "bad",
};

export function toneOfState(state: UnitState): Tone {
  return STATE_TONES[state];
}

export function toneOfStatus(status: Status): Tone {
  return STATUS_TONES[status];
}

/** Shows a word on its colour. */
export function Chip({ tone, word }: { readonly tone: Tone; readonly word: string }) {
  return <span class={`chip ${tone}`}>{word}</span>;
}
