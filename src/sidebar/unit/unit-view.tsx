/** The unit's own checklist: when it is due, what is still to be done, what is filled, and handing it in. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Checklist, ChecklistItem } from "../../addon/rpc.ts";
import { LATE_NAME } from "../../core/workflow/words.ts";
import { useAct } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { GoTo } from "../parts/cell-link.tsx";
import { Chip, toneOfState } from "../parts/chip.tsx";
import { IssueList } from "../parts/issue-list.tsx";
import { Progress } from "../parts/progress.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/waiting.tsx";
import { messageOf, useServer } from "../server.ts";
import { Submit } from "./submit.tsx";

/** Shows the checklist. */
export function UnitView({ first }: { readonly first: Checklist }) {
  const { reload } = useServer();
  const [checklist, setChecklist] = useChecklist(first);
  const { unit, items, issues } = checklist;
  // A faulty figure is among the issues, with what to do.
  const left = items.filter(({ state }) => state === "blank" || (state === "faulty" && issues.length === 0));
  const filled = items.filter(({ state }) => state === "filled");
  return (
    <>
      <header>
        <div class="title">
          <h1>{unit.name}</h1>
          <Button look="link" label="Tải lại số liệu" busyText="Đang đọc" onAct={reload}>
            Tải lại
          </Button>
        </div>
        <p class="quiet">
          {checklist.commune}, năm {checklist.year}
        </p>
      </header>
      <main>
        <Others checklist={checklist} take={setChecklist} />
        <Due checklist={checklist} />
        <State checklist={checklist} />
        <Progress
          label="Số liệu đã nhập"
          done={unit.filled}
          all={unit.asked}
          text={`Đã nhập ${unit.filled}/${unit.asked} số liệu`}
        />
        {unit.state === "approved" ? (
          <Section title="Để trống" note={String(left.length)}>
            <Items items={left} />
          </Section>
        ) : (
          <ToDo left={left} issues={issues} />
        )}
        <Section title="Đã nhập" note={String(filled.length)}>
          <Items items={filled} />
        </Section>
        {unit.state !== "approved" && <Submit key={unit.unit} checklist={checklist} take={setChecklist} />}
      </main>
    </>
  );
}

/** Keeps the unit that was chosen: what is read again is a mailbox's first unit. */
function useChecklist(first: Checklist): readonly [Checklist, (checklist: Checklist) => void] {
  const { rpc, tell } = useServer();
  const [checklist, setChecklist] = useState(first);
  const shown = useRef(first.unit.unit);
  shown.current = checklist.unit.unit;
  useLayoutEffect(() => {
    const chosen = shown.current;
    if (chosen === first.unit.unit) return setChecklist(first);
    rpc("getChecklist", { unit: chosen }).then(
      (read) => shown.current === chosen && setChecklist(read),
      (thrown: unknown) => {
        setChecklist(first);
        tell({ tone: "fault", message: messageOf(thrown) });
      },
    );
  }, [first, rpc, tell]);
  return [checklist, setChecklist];
}

/** How long there is left; who has handed in is not pressed any more. */
function Due({ checklist: { unit, deadline } }: { readonly checklist: Checklist }) {
  if (unit.state === "submitted" || unit.state === "approved") {
    return <p class="deadline calm">Hạn nộp: {deadline.lastMoment}</p>;
  }
  return (
    <p class={`deadline ${deadline.daysLeft < 0 ? "bad" : deadline.daysLeft <= 7 ? "near" : "calm"}`}>
      <strong>{deadline.text}</strong>
      <span>Nộp muộn nhất {deadline.lastMoment}</span>
    </p>
  );
}

/** What the unit must still do, and what it may; once its report is approved, there is nothing. */
function ToDo({ left, issues }: { readonly left: readonly ChecklistItem[]; readonly issues: Checklist["issues"] }) {
  const required = left.filter(({ isRequired }) => isRequired);
  const optional = left.filter(({ isRequired }) => !isRequired);
  return (
    <>
      <h2>Còn phải làm</h2>
      {required.length === 0 && issues.length === 0 ? (
        <Empty>Không còn mục nào thiếu hay sai.</Empty>
      ) : (
        <>
          <Items items={required} />
          <IssueList issues={issues} />
        </>
      )}
      {optional.length > 0 && (
        <>
          <h2>Nên báo cáo thêm, không bắt buộc</h2>
          <Items items={optional} />
        </>
      )}
    </>
  );
}

function State({ checklist: { unit } }: { readonly checklist: Checklist }) {
  return (
    <div class="state">
      <p class="row">
        <Chip tone={toneOfState(unit.state)} word={unit.stateName} />
        {unit.submittedAt !== "" && (
          <span>
            {unit.state === "submitted" ? unit.submittedAt : `nộp lúc ${unit.submittedAt}`}
            {unit.late && ` (${LATE_NAME.toLowerCase()})`}
          </span>
        )}
      </p>
      {unit.doubtText !== "" && <p class="wrong">{unit.doubtText}. Nộp lại thì sổ ghi đúng.</p>}
      {unit.changedText !== "" && <p>{unit.changedText}</p>}
      {unit.reason !== "" && (
        <div class="box near">
          <p>
            <b>Người tổng hợp ghi:</b> {unit.reason}
          </p>
          <p>Sửa xong thì nộp lại ở mục Nộp báo cáo bên dưới.</p>
        </div>
      )}
      {unit.state === "approved" && (
        <p class="quiet">Số liệu đã duyệt nên ô nhập đang khóa. Cần sửa thì nhờ người tổng hợp mở lại.</p>
      )}
    </div>
  );
}

const ITEM_STATES: Readonly<Record<ChecklistItem["state"], string>> = {
  filled: "Đã nhập",
  blank: "Chưa nhập",
  faulty: "Có lỗi",
};

function Items({ items }: { readonly items: readonly ChecklistItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul class="items">
      {items.map((item) => (
        <li key={item.key}>
          <span class="name">{item.name}</span>
          <span class={item.state === "faulty" ? "wrong" : "quiet"}>
            {ITEM_STATES[item.state]}
            {item.state === "blank" && !item.isRequired && " (không bắt buộc)"}
          </span>
          <GoTo link={item.link} about={`${item.name}, ${item.link.cell}`} />
        </li>
      ))}
    </ul>
  );
}

/** Lets a mailbox that answers for several units choose which one it sees; nothing if there is one unit. */
function Others({ checklist, take }: { readonly checklist: Checklist; readonly take: (checklist: Checklist) => void }) {
  const { rpc } = useServer();
  const id = useId();
  const { act, busy } = useAct(async (unit: string) => take(await rpc("getChecklist", { unit })));
  const { unit, others } = checklist;
  if (others.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>Đơn vị của bạn</label>
      {/* Never off: what has the focus would lose it. A further choice is passed over until the first is there. */}
      <select
        id={id}
        value={unit.unit}
        aria-busy={busy}
        onChange={({ currentTarget }) => void act(currentTarget.value)}
      >
        <option value={unit.unit}>{unit.name}</option>
        {others.map((other) => (
          <option key={other.unit} value={other.unit}>
            {other.name}
          </option>
        ))}
      </select>
    </div>
  );
}
