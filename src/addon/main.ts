/** The bundle's face to `globals.ts`: every function that Google can call, by its implementation. */
export { activateCell } from "./activate.ts";
export {
  createReport,
  createWorkbook,
  getIssues,
  getRepairPlan,
  getScorecard,
  importFolder,
  mendWorkbook,
  setUpWorkbook,
} from "./endpoints.ts";
export {
  issuesFormula,
  judgeFormula,
  lookUpFormula,
  neededFormula,
  percentFormula,
  scorecardFormula,
} from "./functions.ts";
export { addMenu, openSidebar, repairFromMenu, reportFromMenu, rightsFromMenu, setUpFromMenu } from "./menu.ts";
