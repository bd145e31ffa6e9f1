/** PropertiesService: what a script keeps for the document, in the model, within Google's limits. */
import { complete, fail, type HostContext } from "./context.ts";

type Properties = GoogleAppsScript.Properties.Properties;

/** Bytes of one value, and of all keys and values together. */
const MOST_BYTES = 9 * 1024;
const MOST_BYTES_TOGETHER = 500 * 1024;

function bytesOf(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

/** Makes PropertiesService. Only the document's properties are kept. */
export function newPropertiesService(context: HostContext): GoogleAppsScript.Properties.PropertiesService {
  const kept = context.workbook.documentProperties;
  const properties: Properties = complete<Properties>(context, "Properties", {
    getProperty: (key) => kept.get(key) ?? null,
    getKeys: () => [...kept.keys()],
    setProperty(key, value) {
      if (bytesOf(value) > MOST_BYTES) fail(context, "Argument too large: value");
      const others = [...kept].filter(([other]) => other !== key);
      const together = [...others, [key, value]].flat().reduce((sum, text) => sum + bytesOf(text), 0);
      if (together > MOST_BYTES_TOGETHER) fail(context, "You have exceeded the property storage quota.");
      kept.set(key, value);
      return properties;
    },
    deleteProperty(key) {
      kept.delete(key);
      return properties;
    },
  });
  return complete<GoogleAppsScript.Properties.PropertiesService>(context, "PropertiesService", {
    getDocumentProperties: () => properties,
  });
}
