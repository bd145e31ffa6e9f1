/** Protections of sheets, kept in the model so that every write can be held against them. */
import type { ProtectionModel, SheetModel } from "../model.ts";
import { requireEditor } from "./access.ts";
import { areaOf } from "./builders.ts";
import { complete, fail, type HostContext } from "./context.ts";

type GoogleProtection = GoogleAppsScript.Spreadsheet.Protection;
type GoogleUser = GoogleAppsScript.Base.User;

/** Presents a mailbox as a user. */
export function newUser(context: HostContext, mailbox: string): GoogleUser {
  return complete<GoogleUser>(context, "User", { getEmail: () => mailbox });
}

function mailboxOf(user: string | GoogleUser): string {
  return typeof user === "string" ? user : user.getEmail();
}

/**
 * Protects a sheet, or returns the protection that it has. As at Google, everyone who may edit the workbook still may,
 * until they are removed.
 */
export function protectSheet(context: HostContext, sheet: SheetModel): GoogleProtection {
  const { workbook } = context;
  requireEditor(context);
  const existing = sheet.protections.find(({ kind }) => kind === "sheet");
  if (existing) return presentProtection(context, sheet, existing);
  workbook.lastId++;
  const model: ProtectionModel = {
    id: workbook.lastId,
    kind: "sheet",
    description: "",
    editors: [workbook.owner, ...workbook.editors],
    domainEdit: false,
    warningOnly: false,
    unprotected: [],
  };
  sheet.protections.push(model);
  return presentProtection(context, sheet, model);
}

/** Returns the protections of a sheet of one kind: `SHEET` or `RANGE`. */
export function protectionsOf(context: HostContext, sheet: SheetModel, type: string): GoogleProtection[] {
  return sheet.protections
    .filter(({ kind }) => kind.toUpperCase() === type)
    .map((model) => presentProtection(context, sheet, model));
}

function presentProtection(context: HostContext, sheet: SheetModel, model: ProtectionModel): GoogleProtection {
  const { owner } = context.workbook;
  const canEdit = (): boolean => model.warningOnly || context.user === owner || model.editors.includes(context.user);
  const change = (apply: () => void): GoogleProtection => {
    if (!canEdit()) {
      return fail(context, "You do not have permission to edit this protection.");
    }
    apply();
    return protection;
  };
  const protection: GoogleProtection = complete<GoogleProtection>(context, "Protection", {
    setDescription: (text) =>
      change(() => {
        model.description = text;
      }),
    setUnprotectedRanges: (ranges) =>
      change(() => {
        const holes = ranges.map((range) => areaOf(context, range));
        if (holes.some((hole) => hole.sheet !== sheet)) {
          fail(context, "Unprotected ranges must be on the sheet that is protected.");
        }
        model.unprotected = holes.map(({ area }) => area);
      }),
    addEditor: (user: string | GoogleUser) =>
      change(() => {
        const mailbox = mailboxOf(user);
        if (mailbox !== "" && !model.editors.includes(mailbox)) model.editors.push(mailbox);
      }),
    getEditors: () => model.editors.map((mailbox) => newUser(context, mailbox)),
    /** Neither the owner nor the user who removes can be removed. */
    removeEditors: (users: readonly (string | GoogleUser)[]) =>
      change(() => {
        const removed = users.map(mailboxOf);
        model.editors = model.editors.filter(
          (mailbox) => mailbox === owner || mailbox === context.user || !removed.includes(mailbox),
        );
      }),
    canEdit,
    canDomainEdit: () => model.domainEdit,
    setDomainEdit: (allowed) =>
      change(() => {
        model.domainEdit = allowed;
      }),
  });
  return protection;
}
