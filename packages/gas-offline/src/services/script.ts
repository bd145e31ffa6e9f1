/** ScriptApp: the script's triggers and its user's authorisation. Triggers fire only when the host fires them. */
import { complete, fail, type HostContext, presentEnum } from "./context.ts";
import type { DailyTrigger } from "./script-outputs.ts";

type ScriptApp = GoogleAppsScript.Script.ScriptApp;
type Trigger = GoogleAppsScript.Script.Trigger;
type TriggerBuilder = GoogleAppsScript.Script.TriggerBuilder;
type ClockBuilder = GoogleAppsScript.Script.ClockTriggerBuilder;

function presentTrigger(context: HostContext, { id, handler }: DailyTrigger): Trigger {
  return complete<Trigger>(context, "Trigger", { getHandlerFunction: () => handler, getUniqueId: () => id });
}

/** An add-on has one clock trigger for each user and document, and none while it is only tested. */
function addTrigger(context: HostContext, trigger: DailyTrigger): void {
  if (context.isTestDeployment) {
    fail(
      context,
      "The Add-on attempted an action that is not permitted in Test as Add-on mode. To use this action, you must deploy the Add-on",
    );
  }
  if (context.triggers.some(({ user, document }) => user === trigger.user && document === trigger.document)) {
    fail(context, "The Add-on has created too many time-based triggers in this document for this Google user account.");
  }
  context.triggers.push(trigger);
}

function newClockBuilder(context: HostContext, handler: string): ClockBuilder {
  const chosen = { hour: 0, zone: context.workbook.timeZone, days: 0 };
  const builder: ClockBuilder = complete<ClockBuilder>(context, "ClockTriggerBuilder", {
    everyDays(days) {
      chosen.days = days;
      return builder;
    },
    atHour(hour) {
      chosen.hour = hour;
      return builder;
    },
    inTimezone(zone) {
      chosen.zone = zone;
      return builder;
    },
    create() {
      if (context.noMail !== undefined) return fail(context, context.noMail);
      if (chosen.days !== 1) return fail(context, "not implemented in the offline host: triggers but daily ones");
      const { hour, zone } = chosen;
      const id = String(context.triggers.reduce((most, trigger) => Math.max(most, Number(trigger.id)), 0) + 1);
      const trigger = { id, document: context.workbook.id, handler, user: context.user, hour, zone };
      addTrigger(context, trigger);
      return presentTrigger(context, trigger);
    },
  });
  return builder;
}

function ownTriggers({ triggers, user }: HostContext): readonly DailyTrigger[] {
  return triggers.filter((trigger) => trigger.user === user);
}

/** Makes ScriptApp. */
export function newScriptApp(context: HostContext): ScriptApp {
  return complete<ScriptApp>(context, "ScriptApp", {
    AuthMode: presentEnum<ScriptApp["AuthMode"]>(context, "AuthMode", "NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL"),
    newTrigger: (handler) =>
      complete<TriggerBuilder>(context, "TriggerBuilder", { timeBased: () => newClockBuilder(context, handler) }),
    /** Those of the user who runs, in all the documents where they use the script. */
    getProjectTriggers: () => ownTriggers(context).map((trigger) => presentTrigger(context, trigger)),
    getUserTriggers: (presented) =>
      ownTriggers(context)
        .filter(({ document }) => context.userTriggersListClock && document === presented.getId())
        .map((trigger) => presentTrigger(context, trigger)),
    deleteTrigger(presented) {
      const id = presented.getUniqueId();
      const at = context.triggers.findIndex((trigger) => trigger.id === id);
      if (at >= 0) context.triggers.splice(at, 1);
    },
    getAuthorizationInfo: () =>
      complete<GoogleAppsScript.Script.AuthorizationInfo>(context, "AuthorizationInfo", {
        getAuthorizedScopes: () => [...context.scopes],
        getAuthorizationUrl: () => "https://accounts.google.com/o/oauth2/auth",
      }),
  });
}
