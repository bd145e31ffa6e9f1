/** HtmlService, as far as the bundle uses it: pages that were pushed with it, shown as they are. */
import { complete, fail, type HostContext } from "./context.ts";

type GoogleHtmlService = GoogleAppsScript.HTML.HtmlService;
type GoogleHtmlOutput = GoogleAppsScript.HTML.HtmlOutput;

/** A page that the script shows beside the grid. */
export type ShownPage = { readonly title: string; readonly html: string };

const pages = new WeakMap<object, () => ShownPage>();

function newHtmlOutput(context: HostContext, html: string): GoogleHtmlOutput {
  let title = "";
  const output: GoogleHtmlOutput = complete<GoogleHtmlOutput>(context, "HtmlOutput", {
    setTitle(text) {
      title = text;
      return output;
    },
    getTitle: () => title,
    getContent: () => html,
  });
  pages.set(output, () => ({ title, html }));
  return output;
}

/** Returns the page behind what a script holds. */
export function pageOf(context: HostContext, output: object): ShownPage {
  return (
    pages.get(output)?.() ??
    fail(context, "The parameters don't match the method signature: an HtmlOutput was expected.")
  );
}

/** Makes HtmlService over the bundle's HTML files. */
export function newHtmlService(context: HostContext): GoogleHtmlService {
  return complete<GoogleHtmlService>(context, "HtmlService", {
    createHtmlOutputFromFile(name) {
      const html = context.pages.get(name) ?? fail(context, `No HTML file named ${name} was found.`);
      return newHtmlOutput(context, html);
    },
  });
}
