/** What a project's tests and programs use of the offline host. */
export type { Action } from "./edit/action.ts";
export * from "./model.ts";
export * from "./open.ts";
export { ANSWERS, type Answers } from "./open-questions.ts";
export * from "./project.ts";
export { DOCX, type DriveEntry, driveOf, FOLDER, GOOGLE_DOC, PDF } from "./services/drive.ts";
export * from "./tables.ts";
export * from "./xlsx/file.ts";
