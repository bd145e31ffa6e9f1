/**
 * The advanced Drive service as the scope `drive.file` has it: a user reaches only what this script made for them. Files
 * stay in memory beside the workbook; each that is made is handed to the host, to be written out. A Google Doc is kept as
 * the .docx that it was made from.
 */
import { randomUUID } from "node:crypto";
import type { WorkbookModel } from "../model.ts";
import { bytesOf, newBlob } from "./blobs.ts";
import { complete, fail, type HostContext } from "./context.ts";
import type { DriveCall } from "./script-outputs.ts";

type Blob = GoogleAppsScript.Base.Blob;
type Files = GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection;
type File = GoogleAppsScript.Drive_v3.Drive.V3.Schema.File;

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
export const GOOGLE_DOC = "application/vnd.google-apps.document";
export const FOLDER = "application/vnd.google-apps.folder";
export const PDF = "application/pdf";

/** What may be exported at once, by Google's documentation. */
const MOST_EXPORTED = 10 * 1024 * 1024;

/** A file or folder in somebody's Drive. */
export type DriveEntry = {
  readonly id: string;
  readonly name: string;
  readonly mimeType: string;
  readonly parents: readonly string[];
  readonly bytes: Uint8Array;
  readonly owner: string;
  trashed: boolean;
};

const drives = new WeakMap<WorkbookModel, Map<string, DriveEntry>>();

/** Returns what is in the Drives of a workbook's users. */
export function driveOf(workbook: WorkbookModel): Map<string, DriveEntry> {
  const known = drives.get(workbook) ?? new Map<string, DriveEntry>();
  drives.set(workbook, known);
  return known;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/** Fields that an answer has; without a wish they are few, as Google has it. */
const FEW_FIELDS = ["kind", "id", "name", "mimeType"];

function answer(entry: DriveEntry, options: unknown, hasLinks: boolean): File {
  const wished: unknown = typeof options === "object" && options !== null ? Reflect.get(options, "fields") : undefined;
  const fields = typeof wished === "string" ? wished.split(",").map((field) => field.trim()) : FEW_FIELDS;
  const isStored = entry.mimeType !== FOLDER && entry.mimeType !== GOOGLE_DOC;
  const whole: Readonly<Record<string, unknown>> = {
    kind: "drive#file",
    id: entry.id,
    name: entry.name,
    mimeType: entry.mimeType,
    trashed: entry.trashed,
    ownedByMe: true,
    ...(isStored ? { size: String(entry.bytes.length) } : {}),
    ...(hasLinks ? { webViewLink: linkOf(entry) } : {}),
  };
  return Object.fromEntries(Object.entries(whole).filter(([field]) => fields.includes(field)));
}

function linkOf({ id, mimeType }: DriveEntry): string {
  if (mimeType === FOLDER) return `https://drive.google.com/drive/folders/${id}`;
  return mimeType === GOOGLE_DOC
    ? `https://docs.google.com/document/d/${id}/edit`
    : `https://drive.google.com/file/d/${id}/view`;
}

/** Makes the advanced Drive service. */
export function newDrive(context: HostContext): GoogleAppsScript.Drive {
  const entries = driveOf(context.workbook);

  const call = (method: DriveCall["method"], about: string, mimeType: string): void => {
    const fault = context.driveFault({ method, about, mimeType });
    if (fault !== undefined) fail(context, `API call to drive.files.${method} failed with error: ${fault}`);
  };
  const told = (entry: DriveEntry, options: unknown) => answer(entry, options, context.driveHasLinks);
  const find = (method: DriveCall["method"], id: string): DriveEntry => {
    const entry = entries.get(id);
    if (entry && entry.owner === context.user) return entry;
    return fail(context, `API call to drive.files.${method} failed with error: File not found: ${id}.`);
  };
  const keep = (method: "create" | "copy", wanted: File, bytes: Uint8Array): DriveEntry => {
    const { name = "", mimeType = "", parents = [] } = wanted;
    for (const parent of parents) find(method, parent);
    if (mimeType === GOOGLE_DOC && !isZip(bytes))
      return fail(context, `API call to drive.files.${method} failed with error: Bad Request`);
    const entry = { id: randomUUID(), name, mimeType, parents, bytes, owner: context.user, trashed: false };
    entries.set(entry.id, entry);
    if (mimeType !== FOLDER) context.files.push(entry);
    return entry;
  };

  const files = {
    create(resource: File, media?: Blob, options?: unknown): File {
      call("create", resource.name ?? "", resource.mimeType ?? "");
      const bytes = media === undefined && resource.mimeType === FOLDER ? new Uint8Array() : bytesOf(media);
      if (!bytes) return fail(context, "API call to drive.files.create failed with error: a media blob was expected.");
      return told(keep("create", resource, bytes), options);
    },
    copy(resource: File, id: string, options?: unknown): File {
      call("copy", resource.name ?? id, resource.mimeType ?? "");
      const from = find("copy", id);
      return told(keep("copy", { name: from.name, mimeType: from.mimeType, ...resource }, from.bytes), options);
    },
    get(id: string, options?: unknown): unknown {
      const isContent = typeof options === "object" && options !== null && Reflect.get(options, "alt") === "media";
      call("get", id, isContent ? "media" : "");
      const entry = find("get", id);
      if (!isContent) return told(entry, options);
      if (entry.mimeType !== GOOGLE_DOC && entry.mimeType !== FOLDER && context.driveGivesText)
        return Buffer.from(entry.bytes).toString("utf8");
      if (entry.mimeType !== GOOGLE_DOC && entry.mimeType !== FOLDER)
        return newBlob(context, entry.bytes, entry.mimeType, entry.name);
      return fail(
        context,
        "API call to drive.files.get failed with error: Only files with binary content can be downloaded. Use Export with Docs Editors files.",
      );
    },
    update(resource: File, id: string): File {
      call("update", id, "");
      const entry = find("update", id);
      if (resource.trashed !== undefined) entry.trashed = resource.trashed;
      return told(entry, undefined);
    },
    export(id: string, mimeType: string, options?: { readonly alt: "media" }): Blob {
      call("export", id, mimeType);
      const entry = find("export", id);
      if (options?.alt !== "media") return fail(context, "Response Code: 200. Message: the content is no JSON.");
      const bytes = entry.mimeType === GOOGLE_DOC ? convert(entry.bytes, mimeType) : undefined;
      if (!bytes)
        return fail(
          context,
          "API call to drive.files.export failed with error: máy này không làm được PDF. Hãy mở tệp .docx bằng Word hoặc LibreOffice rồi xuất PDF.",
        );
      if (bytes.length > MOST_EXPORTED)
        return fail(
          context,
          "API call to drive.files.export failed with error: This file is too large to be exported.",
        );
      return newBlob(context, bytes, mimeType);
    },
  };
  const convert = (bytes: Uint8Array, mimeType: string): Uint8Array | undefined => {
    if (mimeType === DOCX) return bytes;
    return mimeType === PDF ? context.toPdf?.(bytes) : undefined;
  };
  // `get` returns a blob if content is requested; the published types say text.
  const presented = complete<Files>(context, "Drive.Files", files as Partial<Files>);
  return complete<GoogleAppsScript.Drive>(context, "Drive", { Files: presented });
}
