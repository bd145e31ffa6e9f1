/** Protections of sheets, kept in the model so that every write can be held against them. */
import type { Area, ProtectionModel, SheetModel } from "../model.ts";
import { requireEditor, wholeSheet } from "./access.ts";
import { areaOf } from "./builders.ts";
import { complete, fail, type HostContext, presentEnum } from "./context.ts";

type GoogleProtection = GoogleAppsScript.Spreadsheet.Protection;
type GoogleUser = GoogleAppsScript.Base.User;

/** Presents an area of the protected sheet as a range. `name`: what it is called instead of its address. */
type PresentRange = (area: Area, name?: string) => GoogleAppsScript.Spreadsheet.Range;

/** Presents the kinds of protections, as Google names them. */
export function protectionTypes(context: HostContext): GoogleAppsScript.Spreadsheet.SpreadsheetApp["ProtectionType"] {
  return presentEnum<GoogleAppsScript.Spreadsheet.SpreadsheetApp["ProtectionType"]>(
    context,
    "ProtectionType",
    "SHEET",
    "RANGE",
  );
}

/** Presents a mailbox as a user. */
export function newUser(context: HostContext, mailbox: string): GoogleUser {
  return complete<GoogleUser>(context, "User", { getEmail: () => mailbox });
}

const MAILBOX = /^[^\s@]+@[^\s@]+$/;

function mailboxOf(user: string | GoogleUser): string {
  return typeof user === "string" ? user : user.getEmail();
}

/**
 * Protects a sheet, or returns the protection that it has. As at Google, everyone who may edit the workbook still may,
 * until they are removed.
 */
export function protectSheet(context: HostContext, sheet: SheetModel, present: PresentRange): GoogleProtection {
  requireEditor(context);
  const existing = sheet.protections.find(({ kind }) => kind === "sheet");
  return presentProtection(context, sheet, existing ?? newProtection(context, sheet, "sheet"), present);
}

/** Protects a range. Where protections overlap, a cell's user needs the permission of all. */
export function protectRange(
  context: HostContext,
  sheet: SheetModel,
  area: Area,
  present: PresentRange,
): GoogleProtection {
  requireEditor(context);
  return presentProtection(context, sheet, newProtection(context, sheet, "range", area), present);
}

function newProtection(
  { workbook }: HostContext,
  sheet: SheetModel,
  kind: ProtectionModel["kind"],
  area?: Area,
): ProtectionModel {
  workbook.lastId++;
  const model: ProtectionModel = {
    id: workbook.lastId,
    kind,
    ...(area ? { area } : {}),
    description: "",
    editors: [workbook.owner, ...workbook.editors],
    domainEdit: false,
    warningOnly: false,
    unprotected: [],
  };
  sheet.protections.push(model);
  return model;
}

/** Returns the protections of a sheet of one kind: `SHEET` or `RANGE`. */
export function protectionsOf(
  context: HostContext,
  sheet: SheetModel,
  type: string,
  present: PresentRange,
): GoogleProtection[] {
  return sheet.protections
    .filter(({ kind }) => kind.toUpperCase() === type)
    .map((model) => presentProtection(context, sheet, model, present));
}

function presentProtection(
  context: HostContext,
  sheet: SheetModel,
  model: ProtectionModel,
  present: PresentRange,
): GoogleProtection {
  const { owner } = context.workbook;
  const canEdit = (): boolean => model.warningOnly || context.user === owner || model.editors.includes(context.user);
  /** Reading who may edit asks for the same right as changing it. */
  const permitted = <Result>(act: () => Result): Result =>
    canEdit() ? act() : fail(context, "You do not have permission to edit this protection.");
  const change = (apply: () => void): GoogleProtection =>
    permitted(() => {
      apply();
      return protection;
    });
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
        if (mailbox !== "" && !MAILBOX.test(mailbox)) fail(context, `Invalid email: ${mailbox}`);
        if (mailbox !== "" && !model.editors.includes(mailbox)) model.editors.push(mailbox);
      }),
    /** As at Google, this shares the workbook with nobody. */
    addEditors: (mailboxes: string[]) =>
      change(() => {
        if (mailboxes.some((mailbox) => !MAILBOX.test(mailbox))) fail(context, "Invalid argument: emailAddresses");
        model.editors.push(...mailboxes.filter((mailbox) => !model.editors.includes(mailbox)));
      }),
    getEditors: () =>
      permitted(() =>
        (model.warningOnly ? [] : model.editors)
          .filter((mailbox) => context.editorsIncludeOwner || mailbox !== owner)
          .map((mailbox) => newUser(context, mailbox)),
      ),
    /** Neither the owner nor the user who removes can be removed. */
    removeEditors: (users: readonly (string | GoogleUser)[]) =>
      change(() => {
        const removed = users.map(mailboxOf);
        model.editors = model.editors.filter(
          (mailbox) => mailbox === owner || mailbox === context.user || !removed.includes(mailbox),
        );
      }),
    canEdit,
    getDescription: () => model.description,
    getRange: () => (model.area ? present(model.area) : present(wholeSheet(sheet), "")),
    getProtectionType: () => protectionTypes(context)[model.kind === "sheet" ? "SHEET" : "RANGE"],
    setWarningOnly: (only) =>
      change(() => {
        model.warningOnly = only;
      }),
    getUnprotectedRanges: () => model.unprotected.map((hole) => present(hole)),
    isWarningOnly: () => model.warningOnly,
    remove: () => {
      change(() => {
        sheet.protections.splice(sheet.protections.indexOf(model), 1);
      });
    },
    canDomainEdit: () => permitted(() => model.domainEdit),
    setDomainEdit: (allowed) =>
      change(() => {
        model.domainEdit = allowed;
      }),
  });
  return protection;
}
