/** The command line `so2282 <verb>`: arguments → a verb → lines and an exit code. No stack trace reaches a user. */
import { parseArgs } from "node:util";
import { type Bundle, ScriptFault, UnreadableFile, UnwritableFile } from "gas-offline";
import { UsageFault } from "gas-offline/internals";
import { NoWordFile } from "nd30-lint";
import { readPort, serveWorkbook, untilStopped } from "sheet-page";
import { check, type Host, importInto, lint, makeNew, type Outcome, repair, report, score } from "./commands.ts";
import { PAGE_PRODUCT } from "./product.ts";

const USAGE = `Cách dùng:
  so2282 new FILE.xlsx --from DIR [--year Y] [--force]     lập sổ từ thư mục số liệu
  so2282 import FILE.xlsx --from DIR                       nhập số liệu vào sổ đã có
  so2282 score FILE.xlsx [--json]                          bảng điểm
  so2282 check FILE.xlsx [--json]                          kiểm tra số liệu
  so2282 repair FILE.xlsx [--dry-run] [--json]             tìm và sửa cấu trúc sổ bị hỏng; giữ bản cũ bên cạnh
  so2282 report FILE.xlsx [--kind year|midterm|final] [--template T.docx] --out DIR [--pdf] [--force]
                [--individuals NAMES.txt]                  báo cáo .docx; --pdf: thêm bản PDF, cần LibreOffice;
                                                           --individuals: cá nhân đề nghị khen thưởng, mỗi dòng một người
  so2282 lint REPORT.docx [--json]                         soát thể thức báo cáo theo Nghị định 30/2020/NĐ-CP
  so2282 open FILE.xlsx [--port N] [--as HỘP_THƯ]          mở sổ thành trang trong trình duyệt
Lệnh nào cũng nhận --today yyyy-mm-dd: làm như đang ở ngày đó; không ghi thì theo đồng hồ của máy.`;

const OPTIONS = {
  from: { type: "string" },
  year: { type: "string" },
  out: { type: "string" },
  kind: { type: "string" },
  template: { type: "string" },
  individuals: { type: "string" },
  port: { type: "string" },
  as: { type: "string" },
  today: { type: "string" },
  json: { type: "boolean" },
  force: { type: "boolean" },
  pdf: { type: "boolean" },
  "dry-run": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** The verbs, each with the options that it takes besides `--today`, which all take. */
const VERBS: ReadonlyMap<string, readonly (keyof typeof OPTIONS)[]> = new Map([
  ["new", ["from", "year", "force"]],
  ["import", ["from"]],
  ["score", ["json"]],
  ["check", ["json"]],
  ["report", ["kind", "template", "individuals", "out", "pdf", "force"]],
  ["repair", ["dry-run", "json"]],
  ["lint", ["json"]],
  ["open", ["port", "as"]],
]);

const SEE_HELP = "Gõ so2282 --help để xem cách dùng.";

const KINDS: readonly string[] = ["year", "midterm", "final"];

/** Takes the lines of output. */
export type Streams = { readonly out: (line: string) => void; readonly err: (line: string) => void };

/**
 * Runs a command. Returns the exit code: 0 done, 1 the data has errors, 2 wrong usage or an unreadable file. `page` is
 * the folder of the built page.
 */
export async function runCommand(
  args: readonly string[],
  bundle: Bundle,
  streams: Streams,
  page = new URL("page/", import.meta.url),
): Promise<0 | 1 | 2> {
  try {
    const outcome = await dispatch(args, bundle, streams, page);
    for (const line of outcome.out) streams.out(line);
    for (const line of outcome.err) streams.err(line);
    return outcome.code;
  } catch (thrown) {
    streams.err(cutEchoes(sayFault(thrown)));
    return thrown instanceof ScriptFault && thrown.kind === "WorkbookFault" ? 1 : 2;
  }
}

const LONGEST_ECHO = 300;

/** Cuts what a message repeats of an argument: a person needs its beginning, not ten megabytes. */
function cutEchoes(message: string): string {
  const cut = (text: string) => (text.length > LONGEST_ECHO ? `${text.slice(0, LONGEST_ECHO)}…` : text);
  // Split, not matched: a pattern would keep a place on the stack for each of millions of letters.
  const parts = message.split(/([“”])/);
  return parts
    .map((part, index) => (parts[index - 1] === "“" ? cut(part) : part.split(/(\s)/).map(cut).join("")))
    .join("");
}

/** Errors that the bundle throws for its users. All other errors are defects. */
const USER_FAULTS: readonly string[] = ["WorkbookFault", "TemplateFault"];

/** Prints an error in one line. For an unexpected one it says how to see more. */
function sayFault(thrown: unknown): string {
  const known =
    thrown instanceof UsageFault ||
    thrown instanceof NoWordFile ||
    (thrown instanceof ScriptFault && USER_FAULTS.includes(thrown.kind)) ||
    thrown instanceof UnreadableFile ||
    thrown instanceof UnwritableFile;
  if (known) return thrown.message;
  if (process.env["SO2282_DEBUG"]) return thrown instanceof Error ? String(thrown.stack) : String(thrown);
  const what = thrown instanceof Error ? thrown.message : String(thrown);
  return `Lỗi ngoài dự kiến: ${what.split("\n")[0]}. Hãy báo người phát triển (chạy lại với SO2282_DEBUG=1 để thấy chi tiết).`;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    throw new UsageFault(`${sayWrongArgument(cause)} ${SEE_HELP}`, { cause });
  }
}

/** Says in Vietnamese what Node says of an argument in English. */
function sayWrongArgument(thrown: unknown): string {
  const message = thrown instanceof Error ? thrown.message : "";
  const option = /'(?:-\w, )?(-[^' ]+)/.exec(message)?.[1] ?? "";
  if (message.startsWith("Unknown option")) return `Không có tham số ${option}.`;
  if (message.includes("does not take an argument")) return `Tham số ${option} không nhận giá trị.`;
  return `Tham số ${option} cần một giá trị đứng sau.`;
}

async function dispatch(args: readonly string[], bundle: Bundle, streams: Streams, page: URL): Promise<Outcome> {
  const { values, positionals } = readArguments(args);
  const [verb, file, ...rest] = positionals;
  if (values.help) return { out: [USAGE], err: [], code: 0 };
  const allowed = VERBS.get(verb ?? "");
  if (!allowed) {
    const found = verb === undefined ? "không có lệnh" : `“${verb}”`;
    throw new UsageFault(`Cần một lệnh ${[...VERBS.keys()].join(", ")}; thấy ${found}. ${SEE_HELP}`);
  }
  if (file === undefined || rest.length > 0) {
    const what = verb === "lint" ? "tệp báo cáo .docx" : "tệp sổ .xlsx";
    throw new UsageFault(`Lệnh ${verb}: cần đúng một ${what}; thấy ${positionals.length - 1}. ${SEE_HELP}`);
  }
  const stray = Object.keys(values).find((name) => name !== "today" && !allowed.some((option) => option === name));
  if (stray !== undefined) throw new UsageFault(`Lệnh ${verb} không có tham số --${stray}. ${SEE_HELP}`);
  const need = (name: "from" | "out"): string => {
    const value = values[name];
    if (value) return value;
    throw new UsageFault(`Lệnh ${verb}: thiếu --${name} THƯ_MỤC. ${SEE_HELP}`);
  };
  const force = values.force ?? false;
  const json = values.json ?? false;
  const host: Host = { bundle, ...readToday(values.today) };
  switch (verb) {
    case "new": {
      const year = readYear(values.year);
      return makeNew(host, file, { from: need("from"), force, ...(year === undefined ? {} : { year }) });
    }
    case "import":
      return importInto(host, file, { from: need("from") });
    case "score":
      return score(host, file, { json });
    case "check":
      return check(host, file, { json });
    case "repair":
      return repair(host, file, { dryRun: values["dry-run"] ?? false, json });
    case "lint":
      return lint(file, { json });
    case "open": {
      const as = values.as === undefined ? {} : { as: values.as };
      const port = readPort(values.port);
      const serving = {
        port,
        page,
        product: PAGE_PRODUCT,
        end: untilStopped(),
        say: streams.out,
        now: host.now,
        ...as,
      };
      await serveWorkbook(file, bundle, serving);
      return { out: [], err: [], code: 0 };
    }
    default: {
      const kind = values.kind ?? "year";
      if (!KINDS.includes(kind)) throw new UsageFault(`Tham số --kind: cần ${KINDS.join(", ")}; thấy “${kind}”.`);
      const template = values.template === undefined ? {} : { template: values.template };
      const individuals = values.individuals === undefined ? {} : { individuals: values.individuals };
      const chosen = { ...template, ...individuals };
      return report(host, file, { kind, out: need("out"), force, pdf: values.pdf ?? false, ...chosen });
    }
  }
}

const DAY = 86_400_000;

/** Reads `--today` into a clock that runs on from that day, at the present time. Undefined without the option. */
function readToday(text: string | undefined): { readonly now?: () => number } {
  if (text === undefined) return {};
  const start = Date.parse(`${text}T00:00:00+07:00`);
  // A day that no calendar has, such as 2026-02-30, is read as another one.
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && dayInVietnam(start) === text;
  if (!isDay) throw new UsageFault(`Tham số --today: cần ngày có thật dạng yyyy-mm-dd; thấy “${text}”.`);
  const shift = start - Date.parse(`${dayInVietnam(Date.now())}T00:00:00+07:00`);
  return { now: () => Date.now() + shift };
}

function dayInVietnam(moment: number): string {
  return Number.isNaN(moment) ? "" : new Date(moment + (7 * DAY) / 24).toISOString().slice(0, 10);
}

function readYear(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const year = Number(text);
  if (/^\d{4}$/.test(text) && year >= 2020 && year <= 2100) return year;
  throw new UsageFault(`Tham số --year: cần năm từ 2020 đến 2100; thấy “${text}”.`);
}
