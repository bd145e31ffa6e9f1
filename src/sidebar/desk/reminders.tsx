/** Reminders: on or off, on which days, and exactly which mails would go out, before any does. */
import { useState } from "preact/hooks";
import type { ReminderPlan } from "../../addon/rpc.ts";
import { REFUSED_REMEDY, UNSURE_REMEDY } from "../../core/workflow/words.ts";
import { useLoaded } from "../parts/act.ts";
import { Ask } from "../parts/ask.tsx";
import { Button } from "../parts/button.tsx";
import { GoTo } from "../parts/cell-link.tsx";
import { Field } from "../parts/field.tsx";
import { Section } from "../parts/section.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";
import { Unsure } from "./unsure.tsx";

/** Shows the reminders. */
export function Reminders() {
  const { rpc } = useServer();
  const { state, again, put } = useLoaded(() => rpc("planReminders"));
  return (
    <Show state={state} again={again}>
      {(plan) => <Planned plan={plan} put={put} again={again} />}
    </Show>
  );
}

/** Reads `30, 14, 7, 1`. */
function readDays(text: string): readonly number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const days = parts.map(Number);
  const isGood = parts.length > 0 && parts.every((part) => /^\d{1,3}$/.test(part));
  return isGood ? [...new Set(days)].sort((one, other) => other - one) : undefined;
}

type Props = {
  readonly plan: ReminderPlan;
  readonly put: (plan: ReminderPlan) => void;
  readonly again: () => void;
};

function Planned({ plan, put, again }: Props) {
  const { rpc, tell } = useServer();
  const [typed, setTyped] = useUnsentTexts("reminders");
  const { days = plan.days.join(", ") } = typed;
  const [wrong, setWrong] = useState("");
  const [asking, setAsking] = useState(false);
  const isDue = plan.round !== "";
  const waiting = plan.mails.filter(({ sent, unsure }) => !sent && !unsure);
  const set = async (on: boolean): Promise<void> => {
    // Switching off must not wait for days that are typed right.
    const read = readDays(days) ?? (on ? undefined : plan.days);
    if (!read) return setWrong(`Cần các số ngày, cách nhau bằng dấu phẩy, ví dụ 30, 14, 7, 1; thấy “${days}”.`);
    setWrong("");
    put(await rpc("setReminders", { on, days: read }));
    setTyped({});
    tell({ tone: "done", message: on ? "Đã bật nhắc tự động." : "Đã lưu; nhắc tự động đang tắt." });
  };
  const send = async (): Promise<void> => {
    const { sent, left, failed, problem } = await rpc("sendReminders");
    const words = [
      `Đã gửi ${sent} thư.`,
      left > 0 ? `Còn ${left} thư gửi vào hôm sau.` : "",
      failed.length > 0 ? `Không gửi được đến: ${failed.join(", ")}.` : "",
      problem,
    ].filter((text) => text !== "");
    tell({ tone: failed.length > 0 || problem !== "" ? "fault" : "done", message: words.join(" ") });
    setAsking(false);
    again();
  };
  return (
    <>
      <p>
        <b>{plan.on ? "Đang bật" : "Đang tắt"}</b>
        {plan.next !== "" && `. ${plan.on ? "Đợt tới" : "Nếu bật, đợt tới"}: ${plan.next}`}
        {plan.round !== "" && `. Đợt đang gửi: ${plan.round}`}
      </p>
      {plan.problem !== "" && <p class="box bad">{plan.problem}</p>}
      <RefusedMailboxes refused={plan.refused} />
      <CutOff
        unsure={plan.unsure ?? []}
        onSettle={async (mailbox, sent) => {
          put(await rpc("settleReminder", { mailbox, sent }));
          tell({ tone: "done", message: sent ? "Đã ghi là thư đã đi." : "Đã ghi là thư chưa đi; lần gửi tới sẽ gửi." });
        }}
      />
      <Field
        label="Nhắc trước hạn mấy ngày"
        value={days}
        onInput={(text) => setTyped({ days: text })}
        help="Quá hạn thì nhắc mỗi tuần. Mỗi hộp thư nhận một thư cho một đợt, dù có mấy người tổng hợp cùng bật."
        wrong={wrong}
      />
      {/* Nobody switches on what they have not been shown. */}
      <Section title="Xem thư sẽ gửi" note={String(plan.mails.length)} isOpen={!plan.on}>
        {plan.mails.length === 0 && <p class="empty">Không có thư nào phải gửi.</p>}
        <Mails mails={plan.mails.slice(0, SEEN_AT_ONCE)} />
        {plan.mails.length > SEEN_AT_ONCE && (
          <Section title="Các thư còn lại" note={String(plan.mails.length - SEEN_AT_ONCE)}>
            <Mails mails={plan.mails.slice(SEEN_AT_ONCE)} />
          </Section>
        )}
      </Section>
      {plan.unreachable.length > 0 && (
        <p class="wrong">Chưa có hộp thư để nhắc: {plan.unreachable.map(({ name }) => name).join(", ")}.</p>
      )}
      {plan.quota !== null && <p class="quiet">Hôm nay còn gửi được {plan.quota} thư.</p>}
      {asking ? (
        <Ask
          question={`Gửi ${waiting.length} thư ngay bây giờ?`}
          yes={`Gửi ${waiting.length} thư`}
          busyText="Đang gửi…"
          onYes={send}
          onNo={() => setAsking(false)}
        />
      ) : (
        <div class="row">
          <Button look="main" busyText="Đang lưu…" onAct={() => set(!plan.on)}>
            {plan.on ? "Tắt nhắc tự động" : "Bật nhắc tự động"}
          </Button>
          {plan.on && (
            <Button busyText="Đang lưu…" onAct={() => set(true)}>
              Lưu số ngày
            </Button>
          )}
          {isDue && waiting.length > 0 && <Button onAct={() => setAsking(true)}>Gửi ngay…</Button>}
        </div>
      )}
      {!isDue && plan.mails.length > 0 && (
        <p class="quiet">Chưa đến đợt nhắc nào nên hôm nay chưa gửi; các thư trên là để xem trước.</p>
      )}
    </>
  );
}

/** Mailboxes that Google does not take: whose they are, whether they are tried again, and what to do. */
function RefusedMailboxes({ refused }: Pick<ReminderPlan, "refused">) {
  if (refused.length === 0) return null;
  return (
    <div class="box bad">
      <p>
        <b>Google không nhận thư tới {refused.length} hộp thư:</b>
      </p>
      <ul>
        {refused.map(({ mailbox, text, link }) => (
          <li key={mailbox}>
            <b>{mailbox}</b>, của {text} <GoTo link={link} about={`hộp thư ${mailbox} ở tab ${link.tab}`} />
          </li>
        ))}
      </ul>
      <p>{REFUSED_REMEDY}</p>
    </div>
  );
}

type CutOffProps = {
  readonly unsure: NonNullable<ReminderPlan["unsure"]>;
  readonly onSettle: (mailbox: string, sent: boolean) => Promise<void>;
};

/** Mails of which nobody knows whether they went: whose they are, where to look, and the two answers. */
function CutOff({ unsure, onSettle }: CutOffProps) {
  if (unsure.length === 0) return null;
  return (
    <div class="box bad">
      <p>
        <b>Chưa rõ {unsure.length} thư đã đi hay chưa, vì việc gửi bị ngắt giữa chừng:</b>
      </p>
      {unsure.map(({ mailbox, text }) => (
        <div key={mailbox}>
          <p>
            <b>{mailbox}</b>, của {text}
          </p>
          <Unsure name={mailbox} onSettle={(sent) => onSettle(mailbox, sent)} />
        </div>
      ))}
      <p>{UNSURE_REMEDY}</p>
    </div>
  );
}

/** So many mails are shown at once, so that what switches them on stays near. */
const SEEN_AT_ONCE = 1;

function Mails({ mails }: Pick<ReminderPlan, "mails">) {
  return (
    <>
      {mails.map(({ mailbox, subject, body, sent, unsure }) => (
        <article key={mailbox} class="mail">
          <p>
            <b>{mailbox}</b>
            {sent && " (đã gửi)"}
            {unsure && " (chưa rõ đã đi hay chưa)"}
          </p>
          <p>{subject}</p>
          <p class="letter">{body}</p>
        </article>
      ))}
    </>
  );
}
