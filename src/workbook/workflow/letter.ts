/** The mail with which a report goes to the province: its text, its recipients, and what is doubtful about them. */
import type { Settings } from "../../core/commune.ts";
import { isPersonalMailbox } from "../../core/privacy/mailbox.ts";

/** Google takes so many recipients a message, and so many bytes with it. */
export const MOST_RECIPIENTS = 50;
export const MOST_ATTACHED = 25 * 1024 * 1024;

const LONGEST_SUBJECT = 250;
const LONGEST_BODY = 20_000;

const MAILBOX = /^[^\s@,;<>"()]+@[^\s@,;<>"()]+\.[^\s@,;<>"().]{2,}$/;

/** Parts mailboxes as people type them: by commas, semicolons, bars, spaces or lines; each once. */
export function readMailboxes(typed: string): readonly string[] {
  const mailboxes = new Map<string, string>();
  for (const mailbox of typed.split(/[\s,;|]+/)) {
    const key = mailbox.toLowerCase();
    if (mailbox !== "" && !mailboxes.has(key)) mailboxes.set(key, mailbox);
  }
  return [...mailboxes.values()];
}

/** Names a size: `182 KB`, `1,4 MB`. */
export function showSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;
}

/** A report as its mail speaks of it. `title`: `Báo cáo năm 2026`. */
export type ReportTitle = { readonly title: string; readonly draft: boolean };

/** Writes the mail as the add-on proposes it. */
export function writeLetter(
  { kind, name, planNo }: Settings,
  { title, draft }: ReportTitle,
): { readonly subject: string; readonly body: string } {
  const place = `${kind} ${name}`;
  const plan = planNo === "" ? "" : ` thực hiện Kế hoạch số ${planNo}`;
  return {
    subject: `${draft ? "[DỰ THẢO] " : ""}${title} của UBND ${place}`,
    body: [
      "Kính gửi Quý cơ quan,",
      `Ủy ban nhân dân ${place} gửi ${lowered(title)}${plan} (tệp kèm theo).${
        draft ? " Đây là bản dự thảo: số liệu chưa đủ hoặc chưa được duyệt hết." : ""
      }`,
      `Trân trọng.\nỦy ban nhân dân ${place}`,
    ].join("\n\n"),
  };
}

function lowered(title: string): string {
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

/** The mail as it is to go out. `bytes`: of all that goes with it. */
export type Letter = {
  readonly to: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly files: number;
  readonly bytes: number;
};

/** Lists what must be set right before the mail can go out. `quota`: recipients left for today; null: no right to send. */
export function findLetterProblems(
  { to, subject, body, files, bytes }: Letter,
  quota: number | null,
): readonly string[] {
  const wrong = to.filter((mailbox) => !MAILBOX.test(mailbox));
  const problem = (isWrong: boolean, words: string) => (isWrong ? [words] : []);
  return [
    ...problem(to.length === 0, "Cần ít nhất một hộp thư nhận; chưa có hộp thư nào."),
    ...problem(
      wrong.length > 0,
      `Cần hộp thư dạng van-thu@tinh.gov.vn; thấy ${wrong.map((mailbox) => `“${mailbox}”`).join(", ")}. Hãy sửa lại.`,
    ),
    ...problem(
      to.length > MOST_RECIPIENTS,
      `Một thư gửi được tới ${MOST_RECIPIENTS} hộp thư; thấy ${to.length}. Hãy bớt đi.`,
    ),
    ...problem(subject.trim() === "", "Cần tiêu đề thư; thấy ô trống."),
    ...problem(
      subject.length > LONGEST_SUBJECT,
      `Cần tiêu đề không quá ${LONGEST_SUBJECT} chữ; thấy ${subject.length}.`,
    ),
    ...problem(body.length > LONGEST_BODY, `Cần lời thư không quá ${LONGEST_BODY} chữ; thấy ${body.length}.`),
    ...problem(files === 0, "Cần gửi kèm ít nhất một tệp; chưa chọn tệp nào."),
    ...problem(
      bytes > MOST_ATTACHED,
      `Các tệp kèm theo cần không quá 25 MB; thấy ${showSize(bytes)}. Hãy bỏ bớt, hoặc gửi đường dẫn Drive.`,
    ),
    ...problem(quota === null, "Bạn chưa cho phép sổ gửi thư thay bạn. Hãy cấp quyền ở Thiết lập rồi làm lại."),
    ...problem(
      quota !== null && quota < to.length,
      `Hôm nay Google còn cho bạn gửi tới ${quota ?? 0} hộp thư; thư này có ${to.length}. Hãy gửi ngày mai, hoặc bớt hộp thư.`,
    ),
  ];
}

/** Says of a mail that was cut off that nobody knows whether it went out, where to look, and what to choose. */
export function sayUnsureReport({ time, subject }: { readonly time: string; readonly subject: string }): string {
  return `Chưa rõ thư “${subject}”, bắt đầu gửi lúc ${time.slice(0, -3)}, đã đi hay chưa, vì việc gửi bị ngắt giữa chừng. Hãy mở Gmail của người đã bấm gửi, xem mục Đã gửi có thư ấy không, rồi chọn “Thư đã đi” hoặc “Thư chưa đi” ở mục Báo cáo.`;
}

/** Lists what is doubtful and does not hinder. */
export function findDoubts({ to }: Pick<Letter, "to">): readonly string[] {
  return to
    .filter((mailbox) => MAILBOX.test(mailbox) && isPersonalMailbox(mailbox))
    .map((mailbox) => `“${mailbox}” giống hộp thư riêng của một người, không phải của cơ quan. Hãy xem lại.`);
}

/** Says for the log to whom a report went: mailboxes of persons are counted, not named. */
export function sayRecipients(to: readonly string[]): string {
  const named = to.filter((mailbox) => !isPersonalMailbox(mailbox));
  const others = to.length - named.length;
  return [...named, ...(others > 0 ? [`${others} hộp thư riêng`] : [])].join(", ");
}
