/** The verbs of the command line, each over an opened workbook. They return what to print and the exit code. */
import { realpath, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import {
  type Bundle,
  copyBeside,
  loadWorkbook,
  type OpenWorkbook,
  openWorkbook,
  saveBeside,
  saveWorkbook,
  type WorkbookModel,
} from "gas-offline";
import { isJson, type Json, listOf, numberOf, textOf, textsOf, UsageFault } from "gas-offline/internals";
import { checkDocument } from "nd30-lint";
import { requireSettled, takeLock } from "sheet-page";
import { type Refusal, readCsvFolder } from "./csv-folder.ts";
import { makeFolder, readDocx, readNames, readTemplate, writeWhole } from "./files.ts";
import { convertToPdf, findOffice } from "./pdf.ts";
import { newWorkbook } from "./product.ts";
import { layScorecard } from "./table.ts";

/** What verbs run with: the bundle, and another clock than the machine's. */
export type Host = { readonly bundle: Bundle; readonly now?: () => number };

async function openFile({ bundle, now }: Host, file: string, bare?: WorkbookModel): Promise<OpenWorkbook> {
  await requireSettled(file);
  const workbook = await loadWorkbook(file, bare);
  return openWorkbook(workbook, bundle, workbook.owner, now);
}

/** Opens a file and holds it while it is changed: the page cannot open it meanwhile. */
async function change<Result>(
  host: Host,
  file: string,
  act: (open: OpenWorkbook) => Promise<Result>,
  bare?: WorkbookModel,
): Promise<Result> {
  // What cannot be opened is not held either; opening it says why.
  const held = await realpath(file).catch(() => undefined);
  const lock = held !== undefined && (await stat(held)).isFile() ? await takeLock(held) : undefined;
  try {
    return await act(await openFile(host, file, bare));
  } finally {
    await lock?.release();
  }
}

/** What a verb did: lines for standard output, lines for standard error, exit code. */
export type Outcome = { readonly out: readonly string[]; readonly err: readonly string[]; readonly code: 0 | 1 };

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function readRefusals(result: Json): readonly Refusal[] {
  return listOf(result["refusals"]).map((row) => ({
    file: textOf(row["file"]),
    line: numberOf(row["line"]) ?? 0,
    message: textOf(row["message"]),
  }));
}

function sayRefusals(refusals: readonly Refusal[]): readonly string[] {
  if (refusals.length === 0) return [];
  const order = new Map([...new Set(refusals.map(({ file }) => file))].map((file, index) => [file, index]));
  const sorted = [...refusals].sort(
    (one, other) => (order.get(one.file) ?? 0) - (order.get(other.file) ?? 0) || one.line - other.line,
  );
  return [
    `Có ${sorted.length} chỗ cần xem lại; phần còn lại đã được ghi:`,
    ...sorted.map(({ file, line, message }) => `  ${file}${line > 0 ? `, dòng ${line}` : ""}: ${message}`),
  ];
}

function expectJson(result: unknown): Json {
  if (isJson(result)) return result;
  throw new Error("The bundle returned no object");
}

/** Refuses to write over a file before any work is done. */
async function requireFree(path: string, force: boolean): Promise<void> {
  if (force) return;
  const exists = await stat(path).then(
    () => true,
    () => false,
  );
  if (exists) throw new UsageFault(`Tệp “${path}” đã có; không ghi đè. Hãy chọn tên khác, hoặc thêm --force.`);
}

/** Does `new`: makes a workbook of a data folder through the bundle's own set-up. */
export async function makeNew(
  host: Host,
  file: string,
  options: { readonly from: string; readonly year?: number; readonly force: boolean },
): Promise<Outcome> {
  if (extname(file).toLowerCase() !== ".xlsx") throw new UsageFault(`Tên tệp “${file}”: cần đuôi .xlsx. Hãy đổi tên.`);
  await requireFree(file, options.force);
  await requireSettled(file);
  const { tables, refusals } = await readCsvFolder(options.from);
  const workbook = newWorkbook(basename(file, extname(file)));
  const open = openWorkbook(workbook, host.bundle, workbook.owner, host.now);
  const result = expectJson(open.run("createWorkbook", [tables, options.year ?? null]));
  await saveWorkbook(workbook, file, { overwrite: options.force });
  const all = [...refusals, ...readRefusals(result)];
  const done = `Đã lập sổ “${file}”: ${numberOf(result["units"]) ?? 0} đơn vị, nhập ${numberOf(result["placed"]) ?? 0} dòng số liệu.`;
  return { out: [done], err: sayRefusals(all), code: all.length > 0 ? 1 : 0 };
}

/** Does `import`: puts a data folder's figures into a workbook, after copying the file beside it. */
export async function importInto(host: Host, file: string, options: { readonly from: string }): Promise<Outcome> {
  const { tables, refusals } = await readCsvFolder(options.from);
  const { imported: result, copy } = await change(host, file, async (open) => {
    const imported = expectJson(open.run("importFolder", [tables]));
    const copy = await copyBeside(file, "bản trước khi nhập");
    await saveWorkbook(open.workbook, file, { overwrite: true });
    return { imported, copy };
  });
  const all = [...refusals, ...readRefusals(result)];
  const done = `Đã nhập ${numberOf(result["placed"]) ?? 0} dòng số liệu vào “${file}”.`;
  return { out: [done, `Bản trước khi nhập: “${copy}”.`], err: sayRefusals(all), code: all.length > 0 ? 1 : 0 };
}

/** Does `score`: tells the scorecard as a table or as JSON. */
export async function score(host: Host, file: string, options: { readonly json: boolean }): Promise<Outcome> {
  const open = await openFile(host, file);
  const scorecard = expectJson(open.run("getScorecard"));
  return { out: [options.json ? JSON.stringify(scorecard, null, 2) : layScorecard(scorecard)], err: [], code: 0 };
}

/** Does `check`: tells the issues, as lines or as JSON; exit code 1 when one of them is an error. */
export async function check(host: Host, file: string, options: { readonly json: boolean }): Promise<Outcome> {
  const open = await openFile(host, file);
  const issues = listOf(open.run("getIssues"));
  const errors = issues.filter((issue) => issue["severity"] === "error").length;
  const code = errors > 0 ? 1 : 0;
  if (options.json) return { out: [JSON.stringify(issues, null, 2)], err: [], code };
  const lines = issues.map(
    (issue) =>
      `${issue["severity"] === "error" ? "Lỗi  " : "Lưu ý"}  ${textOf(issue["unit"]) || "xã"}: ${textOf(issue["message"])}`,
  );
  const summary =
    issues.length === 0 ? "Không có chỗ nào thiếu hay sai." : `${errors} lỗi, ${issues.length - errors} lưu ý.`;
  return { out: [...lines, summary], err: [], code };
}

/**
 * Does `repair`: repairs a workbook's structure, after saving a copy beside the file. With `dryRun` it only lists what
 * is broken. Exit code 1 if something is left for a person.
 */
export async function repair(
  host: Host,
  file: string,
  options: { readonly dryRun: boolean; readonly json: boolean },
): Promise<Outcome> {
  const bare = newWorkbook(basename(file, extname(file)));
  const { result, copies } = options.dryRun
    ? { result: expectJson((await openFile(host, file, bare)).run("getRepairPlan", [{ closely: true }])), copies: [] }
    : await change(host, file, (open) => repairFile(open, file), bare);
  const findings = listOf(result["findings"]);
  const left = options.dryRun ? findings : listOf(result["left"]);
  const code = left.length > 0 ? 1 : 0;
  if (options.json) return { out: [JSON.stringify(result, null, 2)], err: [], code };
  const list = (found: readonly Json[]) => found.map((one) => `  ${textOf(one["message"])}`);
  if (findings.length === 0) return { out: ["Cấu trúc sổ nguyên vẹn, không có gì phải sửa."], err: [], code };
  if (options.dryRun) return { out: [`Có ${findings.length} chỗ lệch:`, ...list(findings)], err: [], code };
  const kept = copies.map((path) => `Bản trước khi sửa: “${path}”.`);
  const rest = left.length > 0 ? [`Còn ${left.length} chỗ cần người xem:`, ...list(left)] : [];
  return { out: [`Có ${findings.length} chỗ lệch; đã sửa:`, ...list(findings), ...kept], err: rest, code };
}

/** Repairs an open workbook: a copy of how it was, then the file. */
async function repairFile(
  open: OpenWorkbook,
  file: string,
): Promise<{ readonly result: Json; readonly copies: readonly string[] }> {
  const result = expectJson(open.run("repairWorkbook"));
  const copies: string[] = [];
  for (const copy of open.takeCopies()) copies.push(await saveBeside(copy, file));
  if (listOf(result["findings"]).length > 0) await saveWorkbook(open.workbook, file, { overwrite: true });
  return { result, copies };
}

function sayDraft(reasons: readonly string[]): string {
  return `Báo cáo ghi DỰ THẢO, vì ${reasons.join("; ")}.`;
}

/** Does `report`: writes the report as a .docx into a folder, and as a PDF beside it if wanted. */
export async function report(
  host: Host,
  file: string,
  options: {
    readonly kind: string;
    readonly template?: string;
    /** A file of names. */
    readonly individuals?: string;
    readonly out: string;
    readonly force: boolean;
    readonly pdf: boolean;
  },
): Promise<Outcome> {
  const office = options.pdf ? await findOffice() : undefined;
  const template = options.template === undefined ? undefined : await readTemplate(options.template);
  const open = await openFile(host, file);
  const individuals = options.individuals === undefined ? undefined : await readNames(options.individuals);
  const request = {
    kind: options.kind,
    ...(template === undefined ? {} : { template }),
    ...(individuals === undefined ? {} : { individuals }),
  };
  const result = expectJson(open.run("createReport", [request]));
  const document = open.takeFiles().find(({ mimeType }) => mimeType === DOCX);
  if (!document) throw new Error("The bundle stored no report");
  await makeFolder(options.out);
  const path = join(options.out, document.name);
  await writeWhole(path, document.bytes, options.force);
  const pdf = path.replace(/\.docx$/, ".pdf");
  if (office !== undefined) await writeWhole(pdf, await convertToPdf(office, path), options.force);
  const draft = result["draft"] === true ? [sayDraft(textsOf(result["reasons"]))] : [];
  return { out: office === undefined ? [path] : [path, pdf], err: draft, code: 0 };
}

/**
 * Does `lint`: lists how a report's layout deviates from Nghị định 30/2020/NĐ-CP, as lines or as JSON. Exit code 1 if
 * it does.
 */
export async function lint(file: string, options: { readonly json: boolean }): Promise<Outcome> {
  const { lines, code } = checkDocument(await readDocx(file), file, options.json);
  return { out: lines, err: [], code };
}
