/** All that the data checks look at. */
import type { NarrativeText } from "../narrative.ts";
import type { RoleSettings } from "../role.ts";
import type { CommuneFigures } from "../scorecard.ts";
import type { Assessment, Fund, Task, TaskReport } from "../task.ts";

/** A commune's figures, what else its units reported, and what its coordinator wrote for the report. */
export type CheckedFigures = CommuneFigures & {
  readonly tasks: readonly TaskReport[];
  readonly funds: readonly Fund[];
  readonly assessments: readonly Assessment[];
  readonly narrative: readonly NarrativeText[];
  /** The plan's tasks, with their assignees. */
  readonly taskList: readonly Task[];
  /** The units that hold the roles, as far as the settings name them. */
  readonly roles: RoleSettings;
};
