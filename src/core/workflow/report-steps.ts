/** The steps in which a report is made, in their order and in the words in which users follow them. */

export const REPORT_STEPS = ["folder", "write", "document", "pdf", "log"] as const;

/** A step; each is one call of the sidebar's. `write` keeps the .docx besides, where it is to be kept. */
export type ReportStep = (typeof REPORT_STEPS)[number];

export const REPORT_STEP_NAMES: Readonly<Record<ReportStep, string>> = {
  folder: "Mở thư mục trong Drive",
  write: "Viết báo cáo, lưu tệp .docx",
  document: "Chuyển sang Google Tài liệu",
  pdf: "Làm tệp PDF",
  log: "Ghi vào Nhật ký",
};

/** The files of a report that is kept. */
export const REPORT_FILES = ["docx", "document", "pdf"] as const;

export type ReportFile = (typeof REPORT_FILES)[number];

/** Those that a mail can bear. */
export const MAILED_FILES = ["docx", "pdf"] as const satisfies readonly ReportFile[];

export type MailedFile = (typeof MAILED_FILES)[number];

export const REPORT_FILE_NAMES: Readonly<Record<ReportFile, string>> = {
  docx: "tệp .docx",
  document: "Google Tài liệu",
  pdf: "tệp PDF",
};

/** Returns the steps of a report that is kept in Drive, or is handed over and noted only. */
export function stepsOf(isKept: boolean): readonly ReportStep[] {
  return isKept ? REPORT_STEPS : ["write", "log"];
}
