/** Menus and alerts: kept, for the command line and the page to show. */
import { complete, type HostContext } from "./context.ts";

type GoogleUi = GoogleAppsScript.Base.Ui;
type GoogleMenu = GoogleAppsScript.Base.Menu;

/** Makes the user interface of a spreadsheet. */
export function newUi(context: HostContext): GoogleUi {
  const buttonSets = { OK: "OK" };
  return complete<GoogleUi>(context, "Ui", {
    createAddonMenu: () => newMenu(context),
    alert(...texts: unknown[]) {
      context.messages.push(texts.filter((text) => typeof text === "string").join("\n"));
      return "OK" as unknown as GoogleAppsScript.Base.Button;
    },
    ButtonSet: complete<GoogleUi["ButtonSet"]>(
      context,
      "ButtonSet",
      buttonSets as unknown as Partial<GoogleUi["ButtonSet"]>,
    ),
  });
}

function newMenu(context: HostContext): GoogleMenu {
  const entries: [string, string][] = [];
  const menu: GoogleMenu = complete<GoogleMenu>(context, "Menu", {
    addItem(caption, functionName) {
      entries.push([caption, functionName]);
      return menu;
    },
    addToUi() {
      for (const [caption, functionName] of entries) context.menu.set(caption, functionName);
    },
  });
  return menu;
}
