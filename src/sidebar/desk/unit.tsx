/** One unit in the coordinator's list: its state at a glance; opened, all of it and what can be done with it. */
import { useId, useRef, useState } from "preact/hooks";
import type { ActionOutcome, UnitRow } from "../../addon/rpc.ts";
import { LATE_NAME, LONGEST_REASON, type WorkflowAction } from "../../core/workflow/words.ts";
import { Ask } from "../parts/ask.tsx";
import { Button } from "../parts/button.tsx";
import { GoTo } from "../parts/cell-link.tsx";
import { Chip, toneOfState } from "../parts/chip.tsx";
import { Progress } from "../parts/progress.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { useFocusReturn } from "../parts/use-focus-return.ts";
import { type TypedTexts, useServer } from "../server.ts";
import { RefusedUnits } from "./refused.tsx";

type Act = Extract<WorkflowAction, "approve" | "return" | "reopen">;

/** What each act asks before it is done. */
const QUESTIONS: Readonly<
  Record<Act, { readonly caption: string; readonly question: string; readonly field?: string; readonly busy: string }>
> = {
  approve: {
    caption: "Duyệt",
    question: "Duyệt số liệu của đơn vị này? Ô nhập sẽ khóa cho đến khi bạn mở lại.",
    busy: "Đang duyệt…",
  },
  return: {
    caption: "Trả lại",
    question: "Trả lại để đơn vị sửa rồi nộp lại.",
    field: "Lý do (đơn vị sẽ đọc)",
    busy: "Đang trả lại…",
  },
  reopen: {
    caption: "Mở lại",
    question: "Mở khóa để đơn vị sửa số liệu đã duyệt.",
    field: "Lý do (đơn vị sẽ đọc)",
    busy: "Đang mở lại…",
  },
};

/** Said where the server has stopped before it came to a unit. */
export const OUT_OF_TIME = "Google dừng việc này vì hết giờ, phần chưa làm còn nguyên. Hãy bấm lại để làm tiếp.";

function actsOf({ state, errors }: UnitRow): readonly Act[] {
  if (state === "approved") return ["reopen"];
  if (state === "submitted") return errors === 0 ? ["approve", "return"] : ["return"];
  return [];
}

type Props = {
  readonly row: UnitRow;
  /** Why the last act on it was refused; empty: it was not. */
  readonly refused: ActionOutcome["refused"];
  readonly take: (outcome: ActionOutcome) => void;
};

/** Shows a unit. */
export function Unit({ row, refused, take }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [asking, setAsking] = useState<Act | undefined>(undefined);
  const { rpc, tell } = useServer();
  const id = useId();
  const head = useRef<HTMLButtonElement>(null);
  useFocusReturn(head);
  const [typed, setTyped] = useUnsentTexts(`reason ${row.unit}`);
  /** What had the focus is gone: it goes back to the unit. */
  const stopAsking = (): void => {
    setAsking(undefined);
    head.current?.focus();
  };
  const act = async (kind: Act): Promise<void> => {
    const { unit, digest, name } = row;
    const reason = (typed[kind] ?? "").trim();
    const outcome =
      kind === "approve"
        ? await rpc("approve", { units: [{ unit, digest }] })
        : await rpc(kind === "return" ? "returnUnit" : "reopen", { unit, digest, reason });
    take(outcome);
    const now = outcome.units.find((other) => other.unit === unit);
    const isRefused = outcome.refused.some((other) => other.unit === unit);
    // What was refused and can still be done is asked again, with what was typed.
    if (!isRefused || !now || !actsOf(now).includes(kind)) stopAsking();
    if (outcome.done.includes(unit)) setTyped({});
    if (outcome.left.includes(unit)) tell({ tone: "fault", message: OUT_OF_TIME });
    const words = kind === "reopen" ? "đã mở lại, đơn vị sửa được" : (now?.stateName ?? "xong");
    if (outcome.done.includes(unit)) tell({ tone: "done", message: `${name}: ${words}.` });
  };
  return (
    <li class="unit">
      <button
        ref={head}
        type="button"
        class="head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="name">{row.name}</span>
        <Chip tone={toneOfState(row.state)} word={row.stateName} />
        <Marks row={row} />
      </button>
      {isOpen && (
        <div id={id} class="inside">
          <Details row={row} />
          <RefusedUnits refused={refused} units={[row]} />
          {asking ? (
            <Ask
              question={QUESTIONS[asking].question}
              reason={reasonOf(asking, typed, setTyped)}
              yes={QUESTIONS[asking].caption}
              busyText={QUESTIONS[asking].busy}
              onYes={() => act(asking)}
              onNo={stopAsking}
            />
          ) : (
            <div class="row">
              <GoTo link={row.link} caption="Mở tab" about={row.name} />
              {actsOf(row).map((kind) => (
                <Button key={kind} label={`${QUESTIONS[kind].caption}: ${row.name}`} onAct={() => setAsking(kind)}>
                  {QUESTIONS[kind].caption}…
                </Button>
              ))}
            </div>
          )}
        </div>
      )}
    </li>
  );
}

/** The field for the reason of an act, where it needs one. */
function reasonOf(act: Act, typed: TypedTexts, setTyped: (typed: TypedTexts) => void) {
  const { field } = QUESTIONS[act];
  if (field === undefined) return undefined;
  const onText = (text: string): void => setTyped({ ...typed, [act]: text });
  return { caption: field, text: typed[act] ?? "", onText, most: LONGEST_REASON };
}

/** What is worth seeing of a unit that is closed. */
function Marks({ row }: { readonly row: UnitRow }) {
  const marks = [
    `${row.filled}/${row.asked} số liệu`,
    row.errors > 0 ? `${row.errors} lỗi` : "",
    row.late ? LATE_NAME : "",
    row.doubtText === "" ? "" : "Bị sửa tay",
    row.changedText,
  ].filter((text) => text !== "");
  return <span class={row.errors > 0 ? "marks wrong" : "marks quiet"}>{marks.join(" · ")}</span>;
}

function Details({ row }: { readonly row: UnitRow }) {
  return (
    <>
      <Progress label="Số liệu đã nhập" done={row.filled} all={row.asked} text={`${row.filled}/${row.asked} số liệu`} />
      {row.submittedAt !== "" && (
        <p>
          Nộp {row.submittedAt}
          {row.role !== "" && `, ${row.role}`}
          {row.late && ` (${LATE_NAME.toLowerCase()})`}
        </p>
      )}
      {row.doubtText !== "" && <p class="wrong">{row.doubtText}. Hãy hỏi lại đơn vị, hoặc trả lại để nộp lại.</p>}
      {row.changedText !== "" && <p>{row.changedText}</p>}
      {row.changedText !== "" && row.state === "approved" && (
        <p class="wrong">
          Số liệu không còn như lúc duyệt nên báo cáo mang chữ “DỰ THẢO”. Hãy mở lại để đơn vị nộp lại, rồi duyệt.
        </p>
      )}
      {row.reason !== "" && <p>Lý do đã ghi: {row.reason}</p>}
      {row.errors > 0 && row.state === "submitted" && (
        <p class="wrong">Còn {row.errors} lỗi nên chưa duyệt được. Hãy xem ở Kiểm tra, hoặc trả lại cho đơn vị.</p>
      )}
      {row.warnings > 0 && <p class="quiet">{row.warnings} chỗ cần lưu ý.</p>}
      {!row.hasForm && <p class="wrong">Đơn vị chưa có biểu. Hãy lập biểu ở Thiết lập.</p>}
      <p class="quiet">
        {row.typeName} · {row.mailboxes.length > 0 ? row.mailboxes.join(", ") : "chưa có hộp thư"}
      </p>
    </>
  );
}
