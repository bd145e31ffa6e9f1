/** Keeping a report in Drive, step by step; what a fault leaves behind is named. */
import { WorkbookFault } from "../workbook/grid.ts";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const GOOGLE_DOC = "application/vnd.google-apps.document";

/**
 * Keeps the .docx, which is the official copy, and a Google Doc of it to edit. Where the first fails, nothing is there,
 * and Drive's own error says why.
 * @throws WorkbookFault where only the .docx is there.
 */
export function keepInDrive(
  files: Pick<GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection, "create">,
  name: string,
  blob: GoogleAppsScript.Base.Blob,
): { readonly fileId: string; readonly documentId: string } {
  const file = files.create({ name: `${name}.docx`, mimeType: DOCX }, blob);
  try {
    const document = files.create({ name, mimeType: GOOGLE_DOC }, blob);
    return { fileId: file.id ?? "", documentId: document.id ?? "" };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    throw new WorkbookFault(
      `Đã lưu “${name}.docx” trong Drive, nhưng chưa chuyển được sang Google Tài liệu. Hãy dùng tệp .docx đó, hoặc xóa nó rồi lập lại báo cáo. Drive báo: ${said}`,
    );
  }
}
