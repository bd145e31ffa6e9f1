/** Kiểm tra: what is missing, wrong or doubtful, unit by unit, each with its cell. */
import { useId, useState } from "preact/hooks";
import type { SidebarIssue, UnitRow } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { IssueList } from "../parts/issue-list.tsx";
import { Section } from "../parts/section.tsx";
import { Empty, Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";

/** More units than this are shown folded. */
const MOST_OPEN = 3;

type Group = { readonly unit: string; readonly name: string; readonly issues: readonly SidebarIssue[] };

/** Groups the issues by unit, in the order in which they come; those of the commune have no unit. */
function groupByUnit(issues: readonly SidebarIssue[], units: readonly UnitRow[]): readonly Group[] {
  const names = new Map(units.map(({ unit, name }) => [unit, name]));
  return [...new Set(issues.map(({ unit }) => unit))].map((unit) => ({
    unit,
    name: unit === "" ? "Chung cho cả xã" : (names.get(unit) ?? unit),
    issues: issues.filter((issue) => issue.unit === unit),
  }));
}

function countText(issues: readonly SidebarIssue[]): string {
  const errors = issues.filter(({ severity }) => severity === "error").length;
  const rest = issues.length - errors;
  return [errors > 0 ? `${errors} lỗi` : "", rest > 0 ? `${rest} lưu ý` : ""].filter((text) => text !== "").join(", ");
}

/** Shows the issues. */
export function Issues({ units }: { readonly units: readonly UnitRow[] }) {
  const { rpc } = useServer();
  const { state, again } = useLoaded(() => rpc("listIssues"));
  return (
    <>
      <h2 class="unseen">Kiểm tra</h2>
      <Show state={state} again={again}>
        {(issues) => <Grouped issues={issues} units={units} />}
      </Show>
    </>
  );
}

type GroupedProps = { readonly issues: readonly SidebarIssue[]; readonly units: readonly UnitRow[] };

function Grouped({ issues, units }: GroupedProps) {
  const [onlyErrors, setOnlyErrors] = useState(false);
  const id = useId();
  if (issues.length === 0) return <Empty>Không có chỗ nào thiếu hay sai.</Empty>;
  const shown = onlyErrors ? issues.filter(({ severity }) => severity === "error") : issues;
  const groups = groupByUnit(shown, units);
  return (
    <>
      <p role="status">
        <strong>{countText(issues)}</strong>
      </p>
      <p class="check">
        <input
          id={id}
          type="checkbox"
          checked={onlyErrors}
          onChange={({ currentTarget }) => setOnlyErrors(currentTarget.checked)}
        />
        <label for={id}>Chỉ hiện lỗi</label>
      </p>
      {groups.length === 0 && <Empty>Không có lỗi nào; chỉ còn chỗ cần lưu ý.</Empty>}
      {groups.map(({ unit, name, issues: own }) => (
        <Section key={unit} title={name} note={countText(own)} isOpen={groups.length <= MOST_OPEN}>
          <IssueList issues={own} />
        </Section>
      ))}
    </>
  );
}
