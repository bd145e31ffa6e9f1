/** The bundle's face to `globals.ts`: every function that Google can call, by its implementation. */
export {
  createReport,
  createWorkbook,
  getIssues,
  getScorecard,
  importFolder,
} from "./endpoints.ts";
export {
  issuesFormula,
  judgeFormula,
  lookUpFormula,
  neededFormula,
  percentFormula,
  scorecardFormula,
} from "./functions.ts";
export { addMenu, repairFromMenu, reportFromMenu, rightsFromMenu, setUpFromMenu, showSidebar } from "./menu.ts";
export { callEndpoint } from "./sidebar-endpoints.ts";
