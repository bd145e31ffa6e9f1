/** Reminders: shown before they are sent, switched on and off. */
import { type Day, showDay } from "../../core/period.ts";
import { lastDay } from "../../core/workflow/deadline.ts";
import {
  currentRound,
  groupByMailbox,
  isReminderDay,
  nextRound,
  type Reminded,
  roundDays,
} from "../../core/workflow/reminder.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import { SETTINGS_TAB, UNITS_TAB } from "../../workbook/schema.ts";
import { readReminderDays } from "../../workbook/settings.ts";
import { listReminded, sayTries, sayWhose, writeReminder } from "../../workbook/workflow/reminded.ts";
import { openBook } from "../book.ts";
import { findSettingCell } from "../cells.ts";
import { withDocumentLock } from "../change.ts";
import type { Clock } from "../clock.ts";
import type { ReminderMail, ReminderPlan, ReminderRequest } from "../rpc/reminders.ts";
import { type Reading, readAsCoordinator, readWorkflow } from "../workflow/reading.ts";
import { linkTo } from "../workflow/show.ts";
import { readPermissions } from "../workflow/who.ts";
import { missingDocumentWarning } from "./missing-document.ts";
import { findRefused, findUnsureMailboxes } from "./refused.ts";
import { keepSent, markOf, readSentLog, type SentLog } from "./sent.ts";
import { isReminding, startReminding, stopReminding } from "./trigger.ts";

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** The round that is due, whom it reminds, and whom nobody can reach. */
export type Round = {
  readonly due: Day | undefined;
  readonly next: Day | undefined;
  readonly days: readonly number[];
  readonly mails: ReadonlyMap<string, readonly Reminded[]>;
  readonly unreachable: readonly Reminded[];
};

/** Works out the round of today. */
export function findRound(book: Spreadsheet, { board, typed }: Reading, sent: SentLog, today: Day): Round {
  const days = readReminderDays(typed);
  const rounds = roundDays(lastDay(board.records.commune.settings.deadline), days);
  const reminded = listReminded(board, book.getUrl());
  return {
    due: sent.since === "" ? undefined : currentRound(rounds, today, sent.since),
    next: nextRound(rounds, today),
    days,
    mails: groupByMailbox(reminded),
    unreachable: reminded.filter(({ mailboxes }) => mailboxes.length === 0),
  };
}

/** Shows what would be sent today; sends nothing. */
export function planReminders(clock: Clock): ReminderPlan {
  const book = openBook();
  const reading = readAsCoordinator(book, clock);
  return showPlan(book, reading, clock, readSentLog(reading.notes));
}

/** Shows the reminders as they stand. */
export function showPlan(book: Spreadsheet, reading: Reading, clock: Clock, sent = readSentLog()): ReminderPlan {
  const { day } = clock.moment();
  const permissions = readPermissions();
  const { due, next, days, mails, unreachable } = findRound(book, reading, sent, day);
  const isOpen = sent.round === due;
  const marks = new Set(isOpen ? sent.marks : []);
  const unsure = findUnsureMailboxes(mails, isOpen ? sent.unsure : []);
  return {
    on: permissions.triggers && isReminding(),
    days,
    round: due === undefined ? "" : showDay(due),
    next: next === undefined ? "" : showDay(next),
    mails: [...mails].map(([mailbox, units]): ReminderMail => {
      const letter = writeReminder(units, reading.board, day);
      const isUnsure = unsure.some((mail) => mail.mailbox === mailbox);
      const isSent = marks.has(markOf(mailbox));
      return { mailbox, units: units.map(({ unit }) => unit), ...letter, sent: isSent, unsure: isUnsure };
    }),
    unsure: unsure.map((mail) => ({ mailbox: mail.mailbox, text: sayWhose(mail) })),
    refused: findRefused(mails, sent).map((refused) => ({
      mailbox: refused.mailbox,
      text: `${sayTries(refused)}.`,
      link: linkTo(reading.board, { tab: UNITS_TAB.title, cell: mailboxCell(reading, refused.units[0]?.unit) }),
    })),
    unreachable: unreachable.map(({ unit, name }) => ({ unit, name })),
    quota: permissions.mail ? MailApp.getRemainingDailyQuota() : null,
    problem: [problemOf(permissions), missingDocumentWarning(), sayTelling(sent)]
      .filter((text) => text !== "")
      .join(" "),
  };
}

/** Says of a summary that was cut off that nobody knows whether it went; the next summary settles it. */
function sayTelling({ isTelling }: SentLog): string {
  if (!isTelling) return "";
  return "Chưa rõ thư tóm tắt lần trước tới bạn đã đi hay chưa, vì việc gửi bị ngắt giữa chừng: hãy xem hộp thư của bạn. Sổ không gửi lại thư ấy; từng thư nhắc xem ở tab Nhật ký.";
}

/** The cell of the register in which a unit's mailboxes stand. */
function mailboxCell({ board }: Reading, unit: string | undefined): string {
  return board.records.register.find(({ code }) => code === unit)?.mailboxCell ?? "";
}

/** Says what reminders lack; empty: nothing. */
export function problemOf({ mail, triggers }: { readonly mail: boolean; readonly triggers: boolean }): string {
  const lacks = [...(mail ? [] : ["gửi thư thay bạn"]), ...(triggers ? [] : ["tự chạy hằng ngày khi bạn không mở sổ"])];
  if (lacks.length === 0) return "";
  return `Cần bạn cho phép sổ ${lacks.join(" và ")}; hiện chưa được phép. Hãy mở Thiết lập → Quyền đã cho Sổ 2282, cho quyền còn thiếu, rồi làm lại.`;
}

/** Switches reminders on or off and keeps their days in the settings. */
export function setReminders({ on, days }: ReminderRequest, clock: Clock): ReminderPlan {
  if (!days.every(isReminderDay)) throw new WorkbookFault("Cần số ngày là số nguyên từ 0 đến 365, ví dụ 30, 14, 7, 1.");
  return withDocumentLock(() => {
    const book = openBook();
    const { tabs } = readAsCoordinator(book, clock);
    const problem = on ? problemOf(readPermissions()) : "";
    if (problem !== "") throw new WorkbookFault(problem);
    const cell = findSettingCell(tabs.need(SETTINGS_TAB.title), "reminder_days");
    if (!cell) {
      throw new WorkbookFault(
        "Tab Cấu hình: cần mục “Nhắc trước hạn mấy ngày”; không thấy. Hãy chọn trình đơn Sổ 2282 → Lập sổ, lập biểu.",
      );
    }
    const text = [...new Set(days)].sort((one, other) => other - one).join("|");
    // First what may be refused: the days are kept only where the run is.
    switchTrigger(on, clock);
    cell.setValue(`'${text}`);
    SpreadsheetApp.flush();
    return showPlan(book, readWorkflow(book, clock), clock);
  });
}

function switchTrigger(on: boolean, clock: Clock): void {
  if (!on) {
    stopReminding();
    return;
  }
  const isNew = startReminding();
  const sent = readSentLog();
  // Rounds that began before reminders were switched on are past.
  if (isNew || sent.since === "") keepSent({ ...sent, since: clock.moment().day });
}
