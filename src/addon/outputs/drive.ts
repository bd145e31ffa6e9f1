/** Drive as the add-on may use it: the files that it made for this user (`drive.file`), and what Drive's errors mean. */
import type { ReportFile } from "../../core/workflow/report-steps.ts";
import { WorkbookFault } from "../../workbook/grid.ts";
import type { ReportLinks } from "../rpc/report.ts";
import { thrownMessage } from "../thrown.ts";

export type DriveFiles = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const GOOGLE_DOC = "application/vnd.google-apps.document";
export const FOLDER = "application/vnd.google-apps.folder";
export const PDF = "application/pdf";

/** Returns the advanced Drive service. Throws a WorkbookFault where the project has it switched off. */
export function driveFiles(): DriveFiles {
  const files = typeof Drive === "undefined" ? undefined : Drive.Files;
  if (!files)
    throw new WorkbookFault("Chưa bật dịch vụ Drive của dự án, nên chưa lưu được báo cáo. Hãy báo người cài đặt.");
  return files;
}

const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/storage ?quota|quota has been exceeded/i, "Drive của bạn đã đầy. Hãy xóa bớt tệp trong Drive rồi làm lại"],
  [
    /too large to be exported|exportSizeLimitExceeded/i,
    "tài liệu lớn hơn 10 MB, là mức Google cho chuyển. Hãy bỏ bớt hình ảnh",
  ],
  [/File not found/i, "không thấy tệp: tệp đã bị xóa hẳn, hoặc do người khác tạo nên tài khoản của bạn không mở được"],
  [
    /permissions? (are|is) not sufficient|do not have permission|insufficient.*permission|PERMISSION_DENIED/i,
    "bạn chưa cho phép sổ lưu tệp vào Drive. Hãy cấp quyền ở Thiết lập rồi làm lại",
  ],
];

/** Tells whether Drive says that there is no such file, or none that this user may know of. */
function isNotFound(thrown: unknown): boolean {
  return /File not found|notFound|\b404\b/i.test(thrownMessage(thrown));
}

/** What Google puts before Drive's own words. */
const CALL_NAME = /^API call to [\w.]+ failed with error: /;

/** Says what Drive's refusal means, as the rest of a sentence; what is not known is quoted. */
export function sayDrive(thrown: unknown): string {
  if (thrown instanceof WorkbookFault) return thrown.message;
  const words = thrownMessage(thrown);
  const known = MEANINGS.find(([pattern]) => pattern.test(words));
  return known ? `${known[1]}.` : `Drive báo: ${words.replace(CALL_NAME, "").replace(/\.?$/, ".")}`;
}

/** What is made is found again by its id, and opened by the address that Drive gives; empty: it gives none. */
export type Stored = { readonly id: string; readonly link: string };

/** Asks of what is made only what is kept of it. */
export const STORED_FIELDS = { fields: "id,webViewLink" } as const;

/** Reads what Drive says of a file that was made. */
export function describeFile({ id, webViewLink }: GoogleAppsScript.Drive_v3.Drive.V3.Schema.File): Stored {
  if (!id) throw new Error("Drive không cho biết số của tệp vừa tạo");
  return { id, link: webViewLink ?? "" };
}

/** How a file stands that was made earlier; `gone`: for good, or for this user. */
export type FileState = "own" | "foreign" | "binned" | "gone";

/** Asks how a file stands. Throws Drive's error where Drive does not answer: an outage does not mean that it is gone. */
export function findStanding(id: string): FileState {
  try {
    const { trashed, ownedByMe } = driveFiles().get(id, { fields: "id,trashed,ownedByMe" });
    if (trashed === true) return "binned";
    return ownedByMe === false ? "foreign" : "own";
  } catch (thrown) {
    if (isNotFound(thrown)) return "gone";
    throw thrown;
  }
}

/** Returns where a user opens what a report has in Drive. */
export function driveLinks(files: Readonly<Partial<Record<ReportFile, Pick<Stored, "link">>>>): ReportLinks {
  const { docx, document, pdf } = files;
  return { docx: docx?.link ?? "", document: document?.link ?? "", pdf: pdf?.link ?? "" };
}

/** Writes what is stored for a property of the document. */
export function showStored({ id, link }: Stored): string {
  return `${id}|${link}`;
}

/** Reads it back; undefined if nothing is noted. */
export function parseStored(text: string | null): Stored | undefined {
  const [id = "", link = ""] = (text ?? "").split("|");
  return id === "" ? undefined : { id, link };
}
