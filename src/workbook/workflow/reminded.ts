/** Which units are reminded, and in which words. */
import { showDay } from "../../core/period.ts";
import { elementLabel, elementOf, type Plan } from "../../core/plan/plan.ts";
import { daysBetween, lastDay } from "../../core/workflow/deadline.ts";
import { isGivenUp, type RefusedMailbox, type Reminded } from "../../core/workflow/reminder.ts";
import { daysLeftText, REFUSED_REMEDY, STATE_NAMES, UNSURE_REMEDY } from "../../core/workflow/words.ts";
import type { Board, BoardUnit } from "./board.ts";

/** So many missing figures are named in a mail. */
const MOST_NAMED = 12;

/** Finds the units that have not submitted, or whose report was returned. `bookUrl`: the spreadsheet's address. */
export function listReminded({ units, records, sheetIds }: Board, bookUrl: string): readonly Reminded[] {
  return units
    .filter(({ standing }) => standing.state !== "submitted" && standing.state !== "approved")
    .map((row): Reminded => {
      const { unit, standing, start } = row;
      const id = sheetIds.get(start.tab);
      const anchor = id === undefined ? "" : `#gid=${id}&range=${start.cell}`;
      const { code, name, mailboxes } = unit;
      return {
        unit: code,
        name,
        mailboxes,
        missing: listMissing(row, records.commune.plan),
        url: `${bookUrl}${anchor}`,
        reason: standing.reason,
      };
    });
}

function listMissing({ unit, filled, standing, issues }: BoardUnit, plan: Plan): readonly string[] {
  const missing = unit.elements
    .filter((element) => !filled.includes(element))
    .map((element) => elementLabel(elementOf(plan, element)));
  const shown = missing.slice(0, MOST_NAMED);
  if (missing.length > shown.length) shown.push(`và ${missing.length - shown.length} mục khác`);
  if (shown.length > 0) return [`còn thiếu số liệu: ${shown.join("; ")}`];
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return [`còn ${errors} lỗi phải sửa`];
  return [standing.state === "returned" ? "sửa theo ý kiến rồi nộp lại" : "đã nhập đủ, chỉ còn bấm Nộp báo cáo"];
}

/** A mail in words. */
export type ReminderLetter = { readonly subject: string; readonly body: string };

/** Writes the mail to a mailbox about its units. */
export function writeReminder(units: readonly Reminded[], { records }: Board, today: string): ReminderLetter {
  const { settings, year } = records.commune;
  const last = lastDay(settings.deadline);
  const left = daysLeftText(daysBetween(today, last));
  const [first] = units;
  const who = units.length === 1 ? (first?.name ?? "") : `${units.length} đơn vị`;
  const about = units.map(({ name, missing, reason, url }) =>
    [
      `${name}:`,
      ...(reason === "" ? [] : [`  Ý kiến của người tổng hợp: ${reason}`]),
      ...missing.map((line) => `  - ${line}`),
      `  Mở biểu: ${url}`,
    ].join("\n"),
  );
  return {
    subject: `[Sổ 2282] ${who}: báo cáo năm ${year} – ${left.toLowerCase()}`,
    body: [
      `Báo cáo năm ${year} của ${settings.kind} ${settings.name} phải nộp chậm nhất 23:59 ngày ${showDay(last)}. ${left}.`,
      ...about,
      "Điền xong, bấm Nộp báo cáo ở bảng bên (Tiện ích mở rộng → Sổ 2282 → Mở bảng bên). Thư này do sổ tự gửi; không cần trả lời.",
    ].join("\n\n"),
  };
}

/** So many refused mailboxes are named in one sentence. */
const MOST_REFUSED_NAMED = 3;

/** Says at the desk which mailboxes Google refused, and what to do; empty: none. */
export function sayRefusedMailboxes(refused: readonly RefusedMailbox[]): string {
  if (refused.length === 0) return "";
  const named = refused.slice(0, MOST_REFUSED_NAMED).map(({ mailbox, units }) => `${mailbox} (${namesOf(units)})`);
  const rest = refused.length - named.length;
  if (rest > 0) named.push(`và ${rest} hộp thư khác`);
  return `Google không nhận thư nhắc tới ${refused.length} hộp thư: ${named.join("; ")}. ${REFUSED_REMEDY}`;
}

/** A mail that was cut off, so that nobody knows whether it went. */
export type UnsureMail = Pick<RefusedMailbox, "mailbox" | "units">;

/** Says at the desk which mails were cut off, where to look and what to choose; empty: none. */
export function sayUnsureReminders(unsure: readonly UnsureMail[]): string {
  if (unsure.length === 0) return "";
  const named = unsure.map(({ mailbox, units }) => `${mailbox} (${namesOf(units)})`);
  return `Chưa rõ thư nhắc tới ${unsure.length} hộp thư đã đi hay chưa, vì việc gửi bị ngắt giữa chừng: ${named.join("; ")}. ${UNSURE_REMEDY}`;
}

/** Says whose a mail is that was cut off. */
export function sayWhose({ units }: UnsureMail): string {
  return namesOf(units);
}

/** Says whose a refused mailbox is, and whether it is tried again. */
export function sayTries({ units, tries }: RefusedMailbox): string {
  const next = isGivenUp(tries) ? "đợt này sổ không tự thử nữa" : "lần chạy sau thử lại";
  return `${namesOf(units)}: đã thử ${tries} lần, ${next}`;
}

function namesOf(units: RefusedMailbox["units"]): string {
  return units.map(({ name, unit }) => `${name} (${unit})`).join(", ");
}

/** Writes the summary for the coordinator. */
export function writeSummary(
  board: Board,
  run: {
    readonly sent: number;
    readonly left: number;
    readonly refused: readonly RefusedMailbox[];
    readonly unsure: readonly UnsureMail[];
    /** What kept the run from its end; empty: nothing. */
    readonly problem: string;
  },
  today: string,
): ReminderLetter {
  const { year } = board.records.commune;
  const waiting = board.units.filter(({ standing }) => standing.state !== "approved");
  const unreachable = board.units.filter(
    ({ unit, standing }) =>
      unit.mailboxes.length === 0 && standing.state !== "approved" && standing.state !== "submitted",
  );
  const lines = waiting.map(({ unit, standing }) => `- ${unit.name} (${unit.code}): ${STATE_NAMES[standing.state]}`);
  const { refused } = run;
  const amiss = [
    ...(refused.length > 0 ? [`; ${refused.length} hộp thư không gửi được`] : []),
    ...(run.unsure.length > 0 ? [`; ${run.unsure.length} thư chưa rõ đã đi hay chưa`] : []),
  ].join("");
  return {
    subject: `[Sổ 2282] Tình hình báo cáo năm ${year}, ngày ${showDay(today)}: ${board.units.length - waiting.length}/${board.units.length} đã duyệt${amiss}`,
    body: [
      `Đã gửi ${run.sent} thư nhắc${run.left > 0 ? `; còn ${run.left} thư gửi tiếp ngày mai` : ""}.`,
      ...(run.problem === "" ? [] : [run.problem]),
      ...(run.unsure.length === 0 ? [] : [`CẦN LÀM NGAY: ${sayUnsureReminders(run.unsure)}`]),
      ...(refused.length > 0
        ? [
            [
              `CẦN LÀM NGAY: Google không nhận thư nhắc tới ${refused.length} hộp thư.`,
              ...refused.map((one) => `- ${one.mailbox}, của ${sayTries(one)}.`),
              REFUSED_REMEDY,
            ].join("\n"),
          ]
        : []),
      ...(unreachable.length > 0
        ? [`Chưa có hộp thư, hãy báo trực tiếp: ${unreachable.map(({ unit }) => unit.name).join("; ")}.`]
        : []),
      waiting.length > 0 ? `Chưa duyệt:\n${lines.join("\n")}` : "Mọi đơn vị đã được duyệt.",
    ].join("\n\n"),
  };
}
