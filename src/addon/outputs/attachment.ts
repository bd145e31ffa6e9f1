/** The files of a mail, whole and as they were made, or not at all. */
import { fnv64 } from "../../core/workflow/digest.ts";
import type { MailedFile } from "../../core/workflow/report-steps.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import type { LoggedReport } from "../../workbook/workflow/report-log.ts";
import { DOCX, driveFiles, PDF, sayDrive } from "./drive.ts";

type Blob = GoogleAppsScript.Base.Blob;

const TYPES: Readonly<Record<MailedFile, string>> = { docx: DOCX, pdf: PDF };

/**
 * Gets a file for the mail, whole: the .docx as the sidebar still has it, else from Drive. What is not as it was made is
 * not sent. Where Drive's service gives a PDF as text, by which its bytes are lost, the PDF is rebuilt of the Doc.
 * @throws WorkbookFault where the file cannot be had so.
 */
export function fetchFile({ files, mark }: LoggedReport, file: MailedFile, held: string | null): Blob {
  const kept = files[file];
  if (!kept) throw new WorkbookFault(`Báo cáo này không có tệp .${file}.`);
  const blobOf = (bytes: number[]) => Utilities.newBlob(bytes, TYPES[file], kept.name);
  if (file === "docx" && held !== null && fnv64(held) === mark) return blobOf(Utilities.base64Decode(held));
  try {
    const bytes = bytesOf(driveFiles().get(kept.id, { alt: "media" }));
    if (bytes === undefined && file === "pdf" && files.document)
      return driveFiles().export(files.document.id, PDF, { alt: "media" }).setName(kept.name);
    if (bytes === undefined) throw new WorkbookFault("Google không trả lại tệp Word nguyên vẹn.");
    if (bytes.length === kept.size && (file === "pdf" || fnv64(Utilities.base64Encode(bytes)) === mark))
      return blobOf(bytes);
    throw new WorkbookFault("Tệp trong Drive không còn như lúc sổ làm ra.");
  } catch (thrown) {
    throw new WorkbookFault(
      `Chưa gửi thư: không lấy được “${kept.name}” từ Drive. ${capital(sayDrive(thrown))} Hãy bỏ chọn tệp đó, tạo lại báo cáo rồi gửi ngay, hoặc tự gửi tệp từ Drive.`,
    );
  }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Content comes back as a blob; where the service gives text instead, the file's bytes are lost. */
function bytesOf(content: unknown): number[] | undefined {
  if (typeof content !== "object" || content === null || !("getBytes" in content)) return undefined;
  const read: unknown = content.getBytes;
  const bytes: unknown = typeof read === "function" ? Reflect.apply(read, content, []) : undefined;
  return Array.isArray(bytes) ? bytes.map(Number) : undefined;
}
