/** Protections of sheets, kept in the model so that every write can be held against them. */
import type { ProtectionModel, SheetModel } from "../model.ts";
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

/** Protects a sheet. As at Google, everyone who may edit the workbook still may, until they are removed. */
export function protectSheet(context: HostContext, sheet: SheetModel): GoogleProtection {
  const { workbook } = context;
  if (context.user !== workbook.owner && !workbook.editors.includes(context.user)) {
    return fail(context, "You do not have permission to perform that action.");
  }
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
  return presentProtection(context, model);
}

function presentProtection(context: HostContext, model: ProtectionModel): GoogleProtection {
  const { owner } = context.workbook;
  const protection: GoogleProtection = complete<GoogleProtection>(context, "Protection", {
    setDescription(text) {
      model.description = text;
      return protection;
    },
    setUnprotectedRanges(ranges) {
      model.unprotected = ranges.map((range) => areaOf(context, range).area);
      return protection;
    },
    addEditor(user: string | GoogleUser) {
      const mailbox = mailboxOf(user);
      if (mailbox !== "" && !model.editors.includes(mailbox)) model.editors.push(mailbox);
      return protection;
    },
    getEditors: () => model.editors.map((mailbox) => newUser(context, mailbox)),
    /** Neither the owner nor the user who removes can be removed. */
    removeEditors(users: string[] | GoogleUser[]) {
      const removed = new Set([...users].map(mailboxOf));
      model.editors = model.editors.filter(
        (mailbox) => mailbox === owner || mailbox === context.user || !removed.has(mailbox),
      );
      return protection;
    },
    canDomainEdit: () => model.domainEdit,
    setDomainEdit(allowed) {
      model.domainEdit = allowed;
      return protection;
    },
  });
  return protection;
}
