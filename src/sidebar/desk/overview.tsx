/** Tổng quan: how long there is left, who has reported, where each target stands. */
import type { CoordinatorDesk, IndicatorRow, LogLine } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { Progress } from "../parts/progress.tsx";
import { Section } from "../parts/section.tsx";
import { Empty } from "../parts/waiting.tsx";
import { isReady } from "./ready.ts";
import { Target } from "./target.tsx";
import type { ViewName } from "./views.ts";

type Props = { readonly desk: CoordinatorDesk; readonly show: (view: ViewName) => void };

/** Shows the overview. */
export function Overview({ desk, show }: Props) {
  const { deadline, rates, units } = desk;
  const formless = units.filter(({ hasForm }) => !hasForm).length;
  const ready = units.filter(isReady).length;
  return (
    <>
      <h2 class="unseen">Tổng quan</h2>
      <p class={`deadline ${deadline.daysLeft < 0 ? "bad" : deadline.daysLeft <= 7 ? "near" : "calm"}`}>
        <strong>{deadline.text}</strong>
        <span>Nộp muộn nhất {deadline.lastMoment}</span>
      </p>
      {formless > 0 && (
        <div class="box near">
          <p>{formless} đơn vị chưa có biểu để nhập.</p>
          <Button onAct={() => show("settings")}>Lập biểu ở Thiết lập</Button>
        </div>
      )}
      {desk.reminderProblem !== "" && (
        <div class="box bad" role="alert">
          <p>{desk.reminderProblem}</p>
          <Button onAct={() => show("settings")}>Mở Nhắc đơn vị ở Thiết lập</Button>
        </div>
      )}
      {desk.rightsProblem !== "" && (
        <div class="box bad" role="alert">
          <p>{desk.rightsProblem}</p>
          <Button onAct={() => show("settings")}>Mở Ai sửa được gì ở Thiết lập</Button>
        </div>
      )}
      {ready > 0 && (
        <div class="box blue">
          <p>{ready} đơn vị đã nộp, không có lỗi, đang chờ duyệt.</p>
          <Button onAct={() => show("units")}>Xem và duyệt</Button>
        </div>
      )}
      <h3>Đơn vị</h3>
      {rates.units === 0 ? (
        <Empty>Chưa có đơn vị nào. Hãy thêm đơn vị ở Thiết lập.</Empty>
      ) : (
        <dl class="rates">
          <Rate name="Đủ số liệu" done={rates.complete} all={rates.units} />
          <Rate name="Nộp đúng hạn" done={rates.onTime} all={rates.units} />
          <Rate name="Nộp muộn" done={rates.late} all={rates.units} />
          <Rate name="Đã duyệt" done={rates.approved} all={rates.units} />
        </dl>
      )}
      <h3>Chỉ tiêu</h3>
      <Targets rows={desk.indicators} />
      <Log lines={desk.log} units={units} />
    </>
  );
}

function Rate({ name, done, all }: { readonly name: string; readonly done: number; readonly all: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Progress label={name} done={done} all={all} text={`${done}/${all}`} />
      </dd>
    </div>
  );
}

/** Parts of a target stand below it, folded away: `CT2.CUX` below `CT2`. */
function Targets({ rows }: { readonly rows: readonly IndicatorRow[] }) {
  if (rows.length === 0) return <Empty>Chưa có chỉ tiêu nào ở tab Chỉ tiêu.</Empty>;
  const codes = new Set(rows.map(({ code }) => code));
  const wholeOf = (code: string): string => code.split(".")[0] ?? code;
  const isPart = ({ code }: IndicatorRow): boolean => code !== wholeOf(code) && codes.has(wholeOf(code));
  return (
    <ul class="targets">
      {rows
        .filter((row) => !isPart(row))
        .map((row) => {
          const parts = rows.filter((other) => isPart(other) && wholeOf(other.code) === row.code);
          return (
            <li key={row.code}>
              <Target row={row} />
              {parts.length > 0 && (
                <Section title={`Các phần của ${row.code}`} note={String(parts.length)}>
                  <ul class="targets">
                    {parts.map((part) => (
                      <li key={part.code}>
                        <Target row={part} />
                      </li>
                    ))}
                  </ul>
                </Section>
              )}
            </li>
          );
        })}
    </ul>
  );
}

type LogProps = { readonly lines: readonly LogLine[]; readonly units: CoordinatorDesk["units"] };

function Log({ lines, units }: LogProps) {
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  return (
    <Section title="Nhật ký gần đây" note={String(lines.length)}>
      {lines.length === 0 ? (
        <Empty>Chưa có việc nào được ghi.</Empty>
      ) : (
        <ul class="log">
          {lines.map((line) => (
            <li key={`${line.time} ${line.unit} ${line.action}`}>
              <span class="quiet">{line.time}</span> {line.actionName}: {names.get(line.unit) ?? line.unit}, {line.role}
              {line.reason !== "" && <q>{line.reason}</q>}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
