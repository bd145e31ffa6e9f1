/** The log's lines about reports: each that was made, and each that was sent. They name no unit; the workflow passes them over. */
import { foldText } from "../../core/text.ts";
import { REPORT_FILES, type ReportFile } from "../../core/workflow/report-steps.ts";
import { COORDINATOR_ROLE } from "../../core/workflow/words.ts";
import type { Cell, Grid } from "../grid.ts";
import { LOG_TAB } from "../schema.ts";
import { readTable } from "../table.ts";
import { logRow } from "./log.ts";

/** The words of the column Việc. */
const MADE = "Tạo báo cáo";
const SENT = "Gửi báo cáo";
const DROPPED = "Bỏ báo cáo dở";

/** What identifies these lines in the hidden column: `bao-cao|<id>|<JSON of the rest>`. */
const MARK = "bao-cao";

/** A file of a report in Drive. */
export type LoggedFile = {
  readonly id: string;
  /** Where it is opened; empty: nowhere. */
  readonly link: string;
  readonly name: string;
  readonly size: number;
};

/** A report that was made. */
export type LoggedReport = {
  readonly id: string;
  /** `25/11/2026 13:05:30`. */
  readonly time: string;
  readonly role: string;
  readonly year: number;
  readonly kind: string;
  /** Without an ending. */
  readonly name: string;
  /** True: it bears “DỰ THẢO”. */
  readonly draft: boolean;
  /** Of the figures that it tells. */
  readonly digest: string;
  /** Of the .docx itself. */
  readonly mark: string;
  /** Those that are in Drive, by what they are. */
  readonly files: Readonly<Partial<Record<ReportFile, LoggedFile>>>;
  /** What was sent, by the log's later lines. */
  readonly sent: readonly {
    readonly time: string;
    readonly words: string;
    /** Names the mail; absent: a line of an earlier version. */
    readonly mail: string | undefined;
  }[];
};

/** A line to write about a report: `words` are what a reader of the tab reads. */
export type ReportLine = Omit<LoggedReport, "sent" | "role"> & { readonly words: string };

/** Makes the cells of the line of a report that was made. */
export function reportRow(line: ReportLine): readonly Cell[] {
  const { kind, name, draft, mark, files } = line;
  return row(line, MADE, `${MARK}|${line.id}|${JSON.stringify({ kind, name, draft, mark, files })}`);
}

/** Makes the cells of the line of a report that was sent. */
export function sentRow(line: Parameters<typeof droppedRow>[0], mail = ""): readonly Cell[] {
  return row(line, SENT, [MARK, line.id, ...(mail === "" ? [] : [mail])].join("|"));
}

/** Makes the cells of the line of a report that was given up before it was done. */
export function droppedRow(line: Pick<ReportLine, "id" | "time" | "year" | "digest" | "words">): readonly Cell[] {
  return row(line, DROPPED, `${MARK}|${line.id}`);
}

function row(
  { time, year, digest, words }: Pick<ReportLine, "time" | "year" | "digest" | "words">,
  action: string,
  about: string,
): readonly Cell[] {
  return logRow({
    time,
    role: COORDINATOR_ROLE,
    unit: "",
    action,
    reason: words,
    words: "",
    year: String(year),
    about,
    digest,
  });
}

/** Reads the reports that were made, the latest last; lines that somebody changed so that they cannot be read are passed over. */
export function readReports(grid: Grid): readonly LoggedReport[] {
  const lines = readTable(LOG_TAB, grid).map((row) => ({
    time: row.text("time"),
    role: row.text("role"),
    action: foldText(row.text("action")),
    words: row.text("reason"),
    year: Number(row.text("year")),
    digest: row.text("digest"),
    about: row.text("about"),
  }));
  const sent = lines.filter(({ action }) => action === foldText(SENT));
  return lines
    .filter(({ action }) => action === foldText(MADE))
    .flatMap(({ time, role, year, digest, about }): readonly LoggedReport[] => {
      const [, id, json] = /^bao-cao\|([\w-]+)\|(\{.*\})$/s.exec(about) ?? [];
      const known = readKnown(json);
      if (id === undefined || known === undefined) return [];
      const later = sent.flatMap(({ time, words, about }) => {
        const [, of, mail] = about.split("|");
        return of === id ? [{ time, words, mail }] : [];
      });
      return [{ id, time, role, year, digest, ...known, sent: later }];
    });
}

type StoredReport = Pick<LoggedReport, "kind" | "name" | "draft" | "mark" | "files">;

function readKnown(json: string | undefined): StoredReport | undefined {
  const parsed = parseFields(json);
  const { kind, name, draft, mark } = parsed;
  if (typeof kind !== "string" || typeof name !== "string" || typeof draft !== "boolean") return undefined;
  return { kind, name, draft, mark: typeof mark === "string" ? mark : "", files: readFiles(parsed["files"]) };
}

/** Reads files as they were noted; anything else is passed over. */
export function readFiles(noted: unknown): LoggedReport["files"] {
  const fields = fieldsOf(noted);
  return Object.fromEntries(
    REPORT_FILES.flatMap((kind) => {
      const { id, link, name, size } = fieldsOf(fields[kind]);
      if (typeof id !== "string" || typeof name !== "string" || typeof size !== "number") return [];
      return [[kind, { id, link: typeof link === "string" ? link : "", name, size }]];
    }),
  );
}

/** Reads the fields of an object that was noted as JSON; none where it is no JSON, or no object. */
export function parseFields(json: string | undefined): Readonly<Record<string, unknown>> {
  try {
    return fieldsOf(JSON.parse(json ?? ""));
  } catch {
    return {};
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
