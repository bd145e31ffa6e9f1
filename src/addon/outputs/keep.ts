/** Keeping a report's file in Drive, and a Google Doc of it; what a fault leaves behind is named. */
import { WorkbookFault } from "../../workbook/grid.ts";
import { DOCX, type DriveFiles, GOOGLE_DOC, sayDrive } from "./drive.ts";

/**
 * Keeps the .docx, which is the official copy, and a Google Doc of it to edit. Where the first fails, nothing is there,
 * and Drive's own error says why.
 * @throws WorkbookFault where only the .docx is there.
 */
export function keepInDrive(
  files: Pick<DriveFiles, "create">,
  name: string,
  blob: GoogleAppsScript.Base.Blob,
): { readonly fileId: string; readonly documentId: string } {
  const file = files.create({ name: `${name}.docx`, mimeType: DOCX }, blob);
  try {
    const document = files.create({ name, mimeType: GOOGLE_DOC }, blob);
    return { fileId: file.id ?? "", documentId: document.id ?? "" };
  } catch (cause) {
    throw new WorkbookFault(
      `Đã lưu “${name}.docx” trong Drive, nhưng chưa chuyển được sang Google Tài liệu. Hãy dùng tệp .docx đó, hoặc xóa nó rồi lập lại báo cáo. Lý do: ${sayDrive(cause)}`,
    );
  }
}
