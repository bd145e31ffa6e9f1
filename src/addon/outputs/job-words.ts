/** What is said of a report in the making: how far it is, what to do next, what the log has of it. */
import { REPORT_FILE_NAMES, REPORT_FILES } from "../../core/workflow/report-steps.ts";
import { KIND_NAMES } from "../report-kinds.ts";
import type { Job } from "./jobs.ts";

/** Says what to do where a step of Drive's was refused. */
export function adviceOn({ files }: Job): string {
  if (files.document) return "Cần PDF thì mở Google Tài liệu, chọn Tệp → Tải xuống → PDF.";
  return files.docx ? "Hãy dùng tệp .docx, hoặc tạo lại báo cáo khi Drive đã ổn." : "Hãy tạo lại báo cáo.";
}

/** Says how far a report is that was left. A step that was cut off may have made a file that nobody noted. */
export function sayUnfinished(job: Job): string {
  if (job.since === 0) return sayState(job);
  const wanted = job.at === "document" ? "Google Tài liệu" : job.at === "pdf" ? "tệp PDF" : "tệp .docx";
  const doubt =
    job.at === "log" ? "" : ` Bước đang làm bị dừng giữa chừng: trong thư mục có thể đã có ${wanted} cùng tên.`;
  return `${sayState(job)}${doubt}`;
}

/** Says which files are there, and which are not. */
export function sayState({ files, name }: Pick<Job, "files" | "name">): string {
  const there = REPORT_FILES.filter((file) => files[file]).map((file) => REPORT_FILE_NAMES[file]);
  const lacking = REPORT_FILES.filter((file) => !files[file]).map((file) => REPORT_FILE_NAMES[file]);
  const have =
    there.length > 0 ? `“${name}”: trong Drive có ${there.join(", ")}` : `“${name}”: chưa có tệp nào trong Drive`;
  return lacking.length > 0 && there.length > 0 ? `${have}; chưa có ${lacking.join(", ")}.` : `${have}.`;
}

/** Writes the words of the log's line: kind, year, whether it is a draft, where its files are. */
export function jobLine({ kind, year, draft, name, files }: Job): string {
  const there = REPORT_FILES.filter((file) => files[file]).map((file) => REPORT_FILE_NAMES[file]);
  const where = there.length > 0 ? `trong Drive: ${there.join(", ")}` : "không có tệp nào trong Drive";
  return `${KIND_NAMES[kind]} ${year}${draft ? ", bản DỰ THẢO" : ""}: ${name}; ${where}.`;
}
