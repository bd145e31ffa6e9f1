/** Links to what a report has in Drive. */
import type { ReportLinks } from "../../addon/rpc.ts";

/** Shows a link that opens in a tab of its own. An address outside Drive is not followed. */
export function DriveLink({ to, children }: { readonly to: string; readonly children: string }) {
  if (!to.startsWith("https://")) return null;
  return (
    <a href={to} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}

const NAMES: readonly (readonly [keyof ReportLinks, string])[] = [
  ["document", "Mở bằng Google Tài liệu"],
  ["docx", "Tệp .docx trong Drive"],
  ["pdf", "Tệp PDF trong Drive"],
];

/** Shows the links of those files that are there. */
export function DriveLinks({ links }: { readonly links: ReportLinks }) {
  const there = NAMES.filter(([file]) => links[file] !== "");
  if (there.length === 0) return null;
  return (
    <ul>
      {there.map(([file, name]) => (
        <li key={file}>
          <DriveLink to={links[file]}>{name}</DriveLink>
        </li>
      ))}
    </ul>
  );
}
