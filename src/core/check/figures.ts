/** All that the data checks look at. */
import type { NarrativeText } from "../narrative.ts";
import type { CommuneFigures } from "../scorecard.ts";
import type { Assessment, Fund, TaskReport } from "../task.ts";

/** A commune's figures, what else its units reported, and what its coordinator wrote for the report. */
export type CheckedFigures = CommuneFigures & {
  readonly tasks: readonly TaskReport[];
  readonly funds: readonly Fund[];
  readonly assessments: readonly Assessment[];
  readonly narrative: readonly NarrativeText[];
  readonly custodian: string;
};
