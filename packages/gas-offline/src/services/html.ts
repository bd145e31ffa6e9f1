/** HtmlService: pages of the bundle, unchanged; no templates. */
import { complete, fail, type HostContext } from "./context.ts";

type HtmlOutput = GoogleAppsScript.HTML.HtmlOutput;
type HtmlService = GoogleAppsScript.HTML.HtmlService;

const contents = new WeakMap<object, { title: string; html: string }>();

function newHtmlOutput(context: HostContext, html: string): HtmlOutput {
  const page = { title: "", html };
  // The types promise numbers; a size that nobody has set is null.
  const size: { width: number; height: number } = {
    width: null as unknown as number,
    height: null as unknown as number,
  };
  const output: HtmlOutput = complete<HtmlOutput>(context, "HtmlOutput", {
    setTitle(title) {
      page.title = title;
      return output;
    },
    getTitle: () => page.title,
    setWidth(width) {
      size.width = width;
      return output;
    },
    getWidth: () => size.width,
    setHeight(height) {
      size.height = height;
      return output;
    },
    getHeight: () => size.height,
    getContent: () => page.html,
  });
  contents.set(output, page);
  return output;
}

/** Returns the page behind an output that this service made. */
export function pageOf(context: HostContext, output: object): { readonly title: string; readonly html: string } {
  return contents.get(output) ?? fail(context, "The argument is no HtmlOutput.");
}

/** Makes HtmlService for the pages that were pushed. */
export function newHtmlService(context: HostContext): HtmlService {
  return complete<HtmlService>(context, "HtmlService", {
    createHtmlOutputFromFile(name) {
      const html = context.pages.get(name) ?? fail(context, `No HTML file named ${name} was found.`);
      return newHtmlOutput(context, html);
    },
    createHtmlOutput: (html?: unknown) => newHtmlOutput(context, typeof html === "string" ? html : ""),
  });
}
