/** One target: its bar with the threshold's mark, the value, the status in words, what is needed, what may still come. */
import type { IndicatorRow } from "../../addon/rpc.ts";
import { showPercent } from "../../report/vietnamese.ts";
import { GoTo } from "../parts/cell-link.tsx";
import { Chip, toneOfStatus } from "../parts/chip.tsx";

/** What CT1, QG1 and CT6 count; all others count women. */
function counted({ code }: IndicatorRow): string {
  if (code === "CT1" || code === "QG1") return "đơn vị";
  return code === "CT6" ? "hoạt động" : "nữ";
}

/** The limits that a shown rate must not contradict. */
function limitsOf({ target, milestone }: IndicatorRow): readonly number[] {
  return [target, milestone].flatMap((limit) => (limit === null ? [] : [limit]));
}

function valueText(row: IndicatorRow): string {
  if (row.denominator === null) return `${row.numerator} ${counted(row)}`;
  // The status says that there are no figures.
  if (row.percent === null) return "";
  return `${showPercent(row.percent, limitsOf(row))} (${row.numerator}/${row.denominator})`;
}

function targetText(row: IndicatorRow): string {
  if (row.code === "QG1") return row.national === null ? "" : `Mục tiêu quốc gia đến năm 2030: ${row.national}%`;
  if (row.target === null) return "Mục tiêu: tăng dần so với năm trước";
  const unit = row.denominator === null ? ` ${counted(row)}` : "%";
  const step = row.milestone === null ? "" : `; mốc năm nay ${row.milestone}${unit}`;
  return `Mục tiêu từ ${row.target}${unit}${step}`;
}

/** Says how many are still needed: by changing who sits on the seats there are, or by adding seats. */
function neededText(row: IndicatorRow): string {
  const { neededFixed, neededAdded } = row;
  if (neededFixed === null || neededFixed === 0) return "";
  const what = counted(row);
  // Units have no seats to add.
  if (row.code === "CT1" || neededAdded === null || neededAdded === neededFixed)
    return `Còn thiếu ${neededFixed} ${what}`;
  return `Còn thiếu ${neededFixed} ${what} nếu giữ số ghế, ${neededAdded} nếu thêm ghế`;
}

function boundsText(row: IndicatorRow): string {
  const { low, high } = row;
  if (low === null || high === null || low === high) return "";
  const limits = limitsOf(row);
  return `Khi đủ số liệu: từ ${showPercent(low, limits)} đến ${showPercent(high, limits)}`;
}

function previousText({ previous }: IndicatorRow): string {
  return previous === null ? "" : `Năm trước: ${showPercent(previous)}`;
}

/** Shows a target. */
export function Target({ row }: { readonly row: IndicatorRow }) {
  const details = [neededText(row), boundsText(row), previousText(row)].filter((text) => text !== "");
  return (
    <div class="target">
      <p class="name">
        <b>{row.code}</b> {row.name.replace(/^–\s*/, "")}
      </p>
      <p class="row">
        <Chip tone={toneOfStatus(row.status)} word={row.statusName} />
        {valueText(row) !== "" && <strong>{valueText(row)}</strong>}
        <GoTo link={row.link} about={`${row.code} ở tab ${row.link.tab}`} />
      </p>
      <Bar row={row} />
      <p class="quiet">{targetText(row)}</p>
      {details.map((text) => (
        <p key={text}>{text}</p>
      ))}
    </div>
  );
}

/** The same figures as a picture; the words beside it say all of it. */
function Bar({ row }: { readonly row: IndicatorRow }) {
  const { percent, target, low, high, numerator, denominator } = row;
  // Events have no whole: the mark stands where there is room beyond it.
  const most = denominator === null ? Math.max(1.25 * (target ?? 1), numerator) : 100;
  const value = denominator === null ? numerator : percent;
  const at = (amount: number): string => `${Math.max(0, Math.min(100, (100 * amount) / most))}%`;
  return (
    <div class="track tall" aria-hidden="true">
      {value !== null && <span class={`fill ${toneOfStatus(row.status)}`} style={{ width: at(value) }} />}
      {low !== null && high !== null && high > low && denominator !== null && (
        <span class="range" style={{ left: at(low), width: at(high - low) }} />
      )}
      {target !== null && <span class="mark" style={{ left: at(target) }} />}
    </div>
  );
}
