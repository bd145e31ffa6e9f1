/** Menus and alerts: kept, for the command line and the page to show. */

import { complete, type HostContext, presentEnum } from "./context.ts";
import { pageOf } from "./html.ts";

/** A sidebar's width in pixels, whatever the page asks for. */
const SIDEBAR_WIDTH = 300;

type GoogleUi = GoogleAppsScript.Base.Ui;
type GoogleMenu = GoogleAppsScript.Base.Menu;

/** Makes the user interface of a spreadsheet. */
export function newUi(context: HostContext): GoogleUi {
  const buttons = presentEnum<GoogleUi["Button"]>(context, "Button", "OK", "CANCEL", "YES", "NO", "CLOSE");
  return complete<GoogleUi>(context, "Ui", {
    createAddonMenu: () => newMenu(context),
    createMenu: () => newMenu(context),
    /** `alert(prompt)`, `alert(prompt, buttons)` or `alert(title, prompt, buttons)`. */
    alert(...given: unknown[]) {
      const texts = given.length === 1 ? given : given.slice(0, -1);
      context.messages.push(texts.join("\n"));
      // Without a person, the offline host agrees to every question.
      const isQuestion = String(given[given.length - 1]).startsWith("YES_NO");
      if (isQuestion) context.asked = true;
      const agreement = isQuestion ? (context.withholdsConsent ? "NO" : "YES") : "OK";
      return buttons[context.answers.shift() ?? agreement];
    },
    /** In place of the one that is shown. */
    showSidebar(output) {
      context.sidebar = { ...pageOf(context, output), width: SIDEBAR_WIDTH };
    },
    Button: buttons,
    ButtonSet: presentEnum<GoogleUi["ButtonSet"]>(context, "ButtonSet", "OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"),
  });
}

function newMenu(context: HostContext): GoogleMenu {
  const entries: [string, string][] = [];
  const menu: GoogleMenu = complete<GoogleMenu>(context, "Menu", {
    addItem(caption, functionName) {
      entries.push([caption, functionName]);
      return menu;
    },
    addSeparator: () => menu,
    addToUi() {
      for (const [caption, functionName] of entries) context.menu.set(caption, functionName);
    },
  });
  return menu;
}
