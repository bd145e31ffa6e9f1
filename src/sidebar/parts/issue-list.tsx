/** Issues one below the other: how serious, what to do, and the way to the cell. */
import type { SidebarIssue } from "../../addon/rpc.ts";
import { GoTo } from "./cell-link.tsx";
import { Chip } from "./chip.tsx";

/** Shows issues. */
export function IssueList({ issues }: { readonly issues: readonly SidebarIssue[] }) {
  return (
    <ul class="issues">
      {issues.map((issue) => (
        <li key={`${issue.code} ${issue.link.tab} ${issue.link.cell} ${issue.message}`}>
          <Chip tone={issue.severity === "error" ? "bad" : "near"} word={issue.severityName} />
          <p>{issue.message}</p>
          <GoTo link={issue.link} />
        </li>
      ))}
    </ul>
  );
}
