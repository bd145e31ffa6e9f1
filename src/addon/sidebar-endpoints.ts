/** The server's side of the contract: who does each endpoint's work, called with an argument that has been read. */

import type * as v from "valibot";
import { approveReports } from "./acts/approve.ts";
import { continueReport, dropReport, makeDeskReport, openReportFolder } from "./acts/make-report.ts";
import { readSender, sendReminders, settleReminder } from "./acts/remind.ts";
import { reopenReport } from "./acts/reopen.ts";
import { proposeRepair, repairWorkbook } from "./acts/repair.ts";
import { returnReport } from "./acts/return.ts";
import { setUpOpenWorkbook } from "./acts/set-up.ts";
import { submitReport } from "./acts/submit.ts";
import { startClock } from "./clock.ts";
import { activateCell, readChecklist, readDesk, readIssues } from "./desk.ts";
import { keepDraft } from "./draft.ts";
import { previewMail, sendReport, settleMail } from "./outputs/mail.ts";
import { checkOwnTemplate, forgetOwnTemplate, listTags, makeOwnTemplate } from "./outputs/own-template.ts";
import { planReminders, setReminders } from "./reminders/reminders.ts";
import { readReportState } from "./report-desk.ts";
import { repairRights, showRights } from "./rights.ts";
import { readAs } from "./rpc/read.ts";
import { CONTRACT, type EndpointArgument, type EndpointName, type Rpc } from "./rpc.ts";
import { previewUnits, readSetup, saveSetup } from "./wizard.ts";

type Endpoints = { readonly [Name in EndpointName]: (given: EndpointArgument<Name>) => Rpc[Name]["result"] };

/** Every endpoint by its name. Who may do what, each act decides itself. */
const SERVER: Endpoints = {
  getDesk: () => readDesk(startClock()),
  getChecklist: (request) => readChecklist(request, startClock()),
  submit: (request) => submitReport(request, startClock()),
  returnUnit: (request) => returnReport(request, startClock()),
  approve: (request) => approveReports(request, startClock()),
  reopen: (request) => reopenReport(request, startClock()),
  activateCell: (request) => activateCell(request),
  listIssues: () => readIssues(),
  planReminders: () => planReminders(startClock()),
  setReminders: (request) => setReminders(request, startClock()),
  sendReminders: (event) => sendReminders(startClock(), readSender(event)),
  settleReminder: (request) => settleReminder(request, startClock()),
  getReportState: () => readReportState(),
  openReportFolder: () => openReportFolder(),
  makeReport: (request) => makeDeskReport(request, startClock()),
  continueReport: (request) => continueReport(request, startClock()),
  dropReport: (request) => dropReport(request, startClock()),
  previewMail: (request) => previewMail(request),
  sendReport: (request) => sendReport(request, startClock()),
  settleMail: (request) => settleMail(request),
  makeOwnTemplate: () => makeOwnTemplate(),
  checkOwnTemplate: () => checkOwnTemplate(),
  forgetOwnTemplate: () => forgetOwnTemplate(),
  listTags: () => listTags(),
  getSetup: () => readSetup(),
  previewUnits: (request) => previewUnits(request),
  keepDraft: (request) => keepDraft(request),
  saveSetup: (request) => saveSetup(request, startClock()),
  setUpWorkbook: () => setUpOpenWorkbook(startClock()),
  getRepairPlan: (request) => proposeRepair(startClock(), request),
  repairWorkbook: () => repairWorkbook(startClock()),
  showRights: () => showRights(startClock()),
  repairRights: () => repairRights(startClock()),
};

const ARGUMENTS: {
  readonly [Name in EndpointName]: { readonly argument: () => v.GenericSchema<unknown, EndpointArgument<Name>> };
} = CONTRACT;

/** Calls an endpoint. Its argument comes from outside: one that is not as the contract says is refused in words. */
export function callEndpoint<Name extends EndpointName>(name: Name, argument: unknown): Rpc[Name]["result"] {
  return SERVER[name](readAs(ARGUMENTS[name].argument(), argument));
}
