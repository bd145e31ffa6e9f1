/** All that the data checks look at. */
import type { CommuneFigures } from "../scorecard.ts";
import type { Assessment, Fund, TaskReport } from "../task.ts";

/** A commune's figures, and what else its units reported. */
export type CheckedFigures = CommuneFigures & {
  readonly tasks: readonly TaskReport[];
  readonly funds: readonly Fund[];
  readonly assessments: readonly Assessment[];
  readonly custodian: string;
};
