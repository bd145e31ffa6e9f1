/** What the sidebar calls, held against its contract. Arguments are read first; who may do what, each act decides itself. */
import { activateCell } from "./activate.ts";
import {
  readApproveRequest,
  readCellLink,
  readChecklistRequest,
  readDraft,
  readJobRequest,
  readMailWish,
  readPreviewRequest,
  readReasonRequest,
  readReminderRequest,
  readReportRequest,
  readSaveRequest,
  readSendRequest,
  readSettleReminderRequest,
  readSettleRequest,
  readSubmitRequest,
} from "./arguments.ts";
import { startClock } from "./clock.ts";
import { readChecklist, readDesk, readIssues } from "./desk.ts";
import { keepDraft } from "./draft.ts";
import { previewMail, sendReport, settleMail } from "./outputs/mail.ts";
import { checkOwnTemplate, forgetOwnTemplate, listTags, makeOwnTemplate } from "./outputs/own-template.ts";
import { continueReport, dropReport, makeDeskReport, openReportFolder } from "./outputs/steps.ts";
import { planReminders, setReminders } from "./reminders/reminders.ts";
import { readSender, sendReminders, settleReminder } from "./reminders/send.ts";
import { planRepair, repairWorkbook } from "./repair.ts";
import { readReportState } from "./report-desk.ts";
import { mendRights, showRights } from "./rights.ts";
import type { Endpoints } from "./rpc.ts";
import { setUpOpenWorkbook } from "./setup.ts";
import { previewUnits, readSetup, saveSetup } from "./wizard.ts";
import { approveReports, reopenReport, returnReport } from "./workflow/decide.ts";
import { submitReport } from "./workflow/submit.ts";

/** Every endpoint of the sidebar. */
export const sidebar: Endpoints = {
  getDesk: () => readDesk(startClock()),
  getChecklist: (argument) => readChecklist(readChecklistRequest(argument), startClock()),
  submit: (argument) => submitReport(readSubmitRequest(argument), startClock()),
  returnUnit: (argument) => returnReport(readReasonRequest(argument), startClock()),
  approve: (argument) => approveReports(readApproveRequest(argument), startClock()),
  reopen: (argument) => reopenReport(readReasonRequest(argument), startClock()),
  activateCell: (argument) => activateCell(readCellLink(argument)),
  listIssues: () => readIssues(),
  planReminders: () => planReminders(startClock()),
  setReminders: (argument) => setReminders(readReminderRequest(argument), startClock()),
  sendReminders: (event) => sendReminders(startClock(), readSender(event)),
  settleReminder: (argument) => settleReminder(readSettleReminderRequest(argument), startClock()),
  getReportState: () => readReportState(),
  openReportFolder: () => openReportFolder(),
  makeReport: (argument) => makeDeskReport(readReportRequest(argument), startClock()),
  continueReport: (argument) => continueReport(readJobRequest(argument), startClock()),
  dropReport: (argument) => dropReport(readJobRequest(argument), startClock()),
  previewMail: (argument) => previewMail(readMailWish(argument)),
  sendReport: (argument) => sendReport(readSendRequest(argument), startClock()),
  settleMail: (argument) => settleMail(readSettleRequest(argument)),
  makeOwnTemplate: () => makeOwnTemplate(),
  checkOwnTemplate: () => checkOwnTemplate(),
  forgetOwnTemplate: () => forgetOwnTemplate(),
  listTags: () => listTags(),
  getSetup: () => readSetup(),
  previewUnits: (argument) => previewUnits(readPreviewRequest(argument)),
  keepDraft: (argument) => keepDraft(readDraft(argument)),
  saveSetup: (argument) => saveSetup(readSaveRequest(argument), startClock()),
  setUpWorkbook: () => setUpOpenWorkbook(startClock()),
  getRepairPlan: () => planRepair(startClock()),
  mendWorkbook: () => repairWorkbook(startClock()),
  showRights: () => showRights(startClock()),
  mendRights: () => mendRights(startClock()),
};
