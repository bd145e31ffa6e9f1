/** Drive as the add-on may use it: the files that it made for this user (`drive.file`), and what Drive's errors mean. */
import { WorkbookFault } from "../../workbook/grid.ts";

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
export function isNotFound(thrown: unknown): boolean {
  return /File not found|notFound|\b404\b/i.test(wordsOf(thrown));
}

function wordsOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** Says what Drive's refusal means, as the rest of a sentence; what is not known is quoted. */
export function sayDrive(thrown: unknown): string {
  if (thrown instanceof WorkbookFault) return thrown.message;
  const words = wordsOf(thrown);
  const known = MEANINGS.find(([pattern]) => pattern.test(words));
  return known ? `${known[1]}.` : `Drive báo: ${words.replace(/\.?$/, ".")}`;
}

/** Where a user opens what is in Drive. */
export function driveLinks(files: Readonly<Partial<Record<"docx" | "document" | "pdf", { readonly id: string }>>>): {
  readonly document: string;
  readonly docx: string;
  readonly pdf: string;
} {
  const stored = (id: string | undefined) => (id === undefined ? "" : `https://drive.google.com/file/d/${id}/view`);
  const { docx, document, pdf } = files;
  return {
    docx: stored(docx?.id),
    document: document === undefined ? "" : documentLink(document.id),
    pdf: stored(pdf?.id),
  };
}

/** Where a Google Doc is edited. */
export function documentLink(id: string): string {
  return `https://docs.google.com/document/d/${id}/edit`;
}

/** Where a folder is opened. */
export function folderLink(id: string): string {
  return `https://drive.google.com/drive/folders/${id}`;
}
