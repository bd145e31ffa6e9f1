/** Đơn vị: every unit with its state; search and filters; approving one, or all that are ready. */
import { useId, useMemo, useState } from "preact/hooks";
import type { ActionOutcome, ApproveRequest, CoordinatorDesk, UnitRow, Warning } from "../../addon/rpc.ts";
import { foldText, withoutMarks } from "../../core/text.ts";
import { LATE_NAME, STATE_NAMES, UNIT_STATES } from "../../core/workflow/words.ts";
import { Ask } from "../parts/ask.tsx";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { Progress } from "../parts/progress.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { Empty } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";
import { isReady } from "./ready.ts";
import { RefusedUnits, Warnings } from "./refused.tsx";
import { OUT_OF_TIME, Unit } from "./unit.tsx";

/** What the list can be narrowed to. */
const FILTERS: readonly (readonly [name: string, caption: string, fits: (row: UnitRow) => boolean])[] = [
  ["all", "Tất cả", () => true],
  ...UNIT_STATES.map((state) => [state, STATE_NAMES[state], (row: UnitRow) => row.state === state] as const),
  ["errors", "Có lỗi", ({ errors }) => errors > 0],
  ["changed", "Sửa sau khi nộp", ({ changedCells }) => changedCells > 0],
  ["doubt", "Bị sửa tay", ({ doubtText }) => doubtText !== ""],
  // As Tổng quan counts them: what was returned is not handed in.
  ["late", LATE_NAME, ({ late, state }) => late && (state === "submitted" || state === "approved")],
];

type LastRefusals = {
  readonly refused: ActionOutcome["refused"];
  readonly warnings: readonly Warning[];
  readonly by: string;
};

type Props = { readonly desk: CoordinatorDesk; readonly takeOutcome: (outcome: ActionOutcome) => void };

/** Shows the units. */
export function Units({ desk, takeOutcome }: Props) {
  const [typed, setTyped] = useUnsentTexts("units");
  const { search = "", filter = "all" } = typed;
  /** The last act's refusals; `by`: the one unit that it was about, which tells them itself. */
  const [refusal, setRefusal] = useState<LastRefusals>({ refused: [], warnings: [], by: "" });
  const id = useId();
  const shown = useMemo(() => {
    const fits = FILTERS.find(([name]) => name === filter)?.[2] ?? (() => true);
    const wanted = withoutMarks(foldText(search));
    const texts = (row: UnitRow) => withoutMarks(foldText(`${row.unit} ${row.name} ${row.typeName}`));
    return desk.units.filter((row) => fits(row) && texts(row).includes(wanted));
  }, [desk.units, filter, search]);
  const take = (outcome: ActionOutcome, by = ""): void => {
    setRefusal({ refused: outcome.refused, warnings: outcome.warnings ?? [], by });
    takeOutcome(outcome);
  };
  const isToldBelow = shown.some(({ unit }) => unit === refusal.by);
  return (
    <>
      <h2 class="unseen">Đơn vị</h2>
      <Field type="search" label="Tìm đơn vị" value={search} onInput={(text) => setTyped({ ...typed, search: text })} />
      <div class="field">
        <label for={id}>Lọc</label>
        <select
          id={id}
          value={filter}
          onChange={({ currentTarget }) => setTyped({ ...typed, filter: currentTarget.value })}
        >
          {FILTERS.map(([name, caption, fits]) => (
            <option key={name} value={name}>
              {caption} ({desk.units.filter(fits).length})
            </option>
          ))}
        </select>
      </div>
      <ApproveAll rows={desk.units.filter(isReady)} take={take} />
      {!isToldBelow && <RefusedUnits refused={refusal.refused} units={desk.units} />}
      <Warnings warnings={refusal.warnings} units={desk.units} />
      {desk.units.length > 0 && (
        <p class="quiet" role="status">
          {shown.length} trên {desk.units.length} đơn vị
        </p>
      )}
      {desk.units.length === 0 && <Empty>Chưa có đơn vị nào. Hãy thêm đơn vị ở Thiết lập.</Empty>}
      {desk.units.length > 0 && shown.length === 0 && (
        <div class="box">
          <p>Không có đơn vị nào hợp với điều đang tìm.</p>
          <Button onAct={() => setTyped({})}>Hiện tất cả</Button>
        </div>
      )}
      <ul class="units">
        {shown.map((row) => (
          <Unit
            key={row.unit}
            row={row}
            refused={refusal.by === row.unit ? refusal.refused : []}
            take={(outcome) => take(outcome, row.unit)}
          />
        ))}
      </ul>
    </>
  );
}

/** Figures that nobody at the unit has confirmed are approved knowingly, or not at all. */
function sayChanged(rows: readonly UnitRow[]): string {
  const names = rows.filter(({ changedCells }) => changedCells > 0).map(({ name }) => name);
  return names.length === 0 ? "" : ` Trong đó ${names.length} đơn vị đã sửa số liệu sau khi nộp: ${names.join("; ")}.`;
}

type ApproveAllProps = { readonly rows: readonly UnitRow[]; readonly take: (outcome: ActionOutcome) => void };

/** Approves all that are ready; the server may need several calls, and says whom it has not reached yet. */
function ApproveAll({ rows, take }: ApproveAllProps) {
  const { rpc, tell } = useServer();
  const [asking, setAsking] = useState(false);
  const [progress, setProgress] = useState<{ readonly done: number; readonly all: number } | undefined>(undefined);
  if (progress) {
    const text = `${progress.done}/${progress.all}`;
    return (
      <Progress label="Đang duyệt các đơn vị" done={progress.done} all={progress.all} text={`Đang duyệt ${text}`} />
    );
  }
  if (rows.length === 0) return null;
  if (!asking) return <Button onAct={() => setAsking(true)}>Duyệt {rows.length} đơn vị đã nộp, không lỗi</Button>;
  const approve = async (): Promise<void> => {
    let waiting: ApproveRequest["units"] = rows.map(({ unit, digest }) => ({ unit, digest }));
    let refused: ActionOutcome["refused"] = [];
    let done = 0;
    try {
      while (waiting.length > 0) {
        setProgress({ done, all: rows.length });
        const outcome = await rpc("approve", { units: waiting });
        done += outcome.done.length;
        refused = [...refused, ...outcome.refused];
        take({ ...outcome, refused });
        if (outcome.done.length + outcome.refused.length === 0) break;
        waiting = waiting.filter(({ unit }) => outcome.left.includes(unit));
      }
      if (waiting.length > 0) tell({ tone: "fault", message: `Đã duyệt ${done} đơn vị. ${OUT_OF_TIME}` });
      else if (done > 0) tell({ tone: "done", message: `Đã duyệt ${done} đơn vị.` });
    } finally {
      setProgress(undefined);
      setAsking(false);
    }
  };
  return (
    <Ask
      question={`Duyệt ${rows.length} đơn vị? Ô nhập của các đơn vị này sẽ khóa cho đến khi bạn mở lại.${sayChanged(rows)}`}
      yes={`Duyệt ${rows.length} đơn vị`}
      busyText="Đang duyệt…"
      onYes={approve}
      onNo={() => setAsking(false)}
    />
  );
}
