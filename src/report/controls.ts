/**
 * Content controls that are bound to data: Word shows the data, not what the control holds. A control with a tag in
 * either is unbound, and shows what is filled in.
 */
import { attributeOf, tagsOf } from "./elements.ts";
import { unescapeXml } from "./paragraphs.ts";

const BINDING = /<w(?:\d+)?:dataBinding\b[^>]*?(?:\/>|>\s*<\/w(?:\d+)?:dataBinding>)/g;
const CONTROL = /<w:sdt(?:\s[^>]*)?>(?:(?!<w:sdt[\s>])[\s\S])*?<\/w:sdt>/g;
const TEXT = /(<w:t(?:\s[^>]*)?>)([^<]*)(<\/w:t>)/g;

/** Unbinds the controls of a part whose text or data has a tag. `read` reads another part of the file by its path. */
export function unbindControls(xml: string, read: (path: string) => string, paths: readonly string[]): string {
  if (!xml.includes(":dataBinding")) return xml;
  const data = paths.filter((path) => /^customXml\/[^/]*\.xml$|^docProps\/(?:core|app)\.xml$/.test(path)).map(read);
  return xml.replace(CONTROL, (control) => {
    const binding = control.match(BINDING)?.[0];
    if (binding === undefined) return control;
    const text = [...control.matchAll(TEXT)].map(([, , one = ""]) => one).join("");
    const path = unescapeXml(attributeOf({ attributes: binding }, "w:xpath") ?? "");
    const shown = data.map((one) => valueAt(one, path)).find((one) => one !== undefined);
    if (!/[{}]/.test(text) && !/[{}]/.test(shown ?? "")) return control;
    const unbound = control.replace(BINDING, "").replace(/<w:showingPlcHdr(?:\s[^>]*)?\/>/g, "");
    return /[{}]/.test(text) ? unbound : withText(unbound, shown ?? "");
  });
}

/** Gives a control another text, in its first run. */
function withText(control: string, text: string): string {
  let isFirst = true;
  return control.replace(TEXT, (_, open: string, _old: string, close: string) => {
    const written = isFirst ? text : "";
    isFirst = false;
    return open + written + close;
  });
}

/** Reads the text of the element that a path such as `/a:one[1]/a:two[2]` leads to, as it is written; prefixes are ignored. */
function valueAt(xml: string, path: string): string | undefined {
  const steps = [...path.matchAll(/\/(?:[\w.-]+:)?([\w.-]+)(?:\[(\d+)\])?/g)].map(([, name = "", index = "1"]) => ({
    name,
    index: Number(index),
  }));
  if (steps.length === 0) return undefined;
  let depth = 0;
  let matched = 0;
  let counts = 0;
  for (const tag of tagsOf(xml)) {
    if (tag.kind === "close") {
      depth -= 1;
      if (depth < matched) return undefined;
      continue;
    }
    const step = steps[matched];
    if (step && depth === matched && tag.name.replace(/^.*:/, "") === step.name) {
      counts += 1;
      if (counts === step.index) {
        matched += 1;
        counts = 0;
        if (matched === steps.length) {
          return tag.kind === "empty" ? "" : xml.slice(tag.end, xml.indexOf("<", tag.end));
        }
      }
    }
    if (tag.kind === "open") depth += 1;
  }
  return undefined;
}
