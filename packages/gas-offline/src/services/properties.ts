/** PropertiesService: what a script keeps for the document, in the model, and for its user, within Google's limits. */
import { complete, fail, type HostContext } from "./context.ts";

type Properties = GoogleAppsScript.Properties.Properties;

/** Bytes of one value, and of all keys and values together. */
const MOST_BYTES = 9 * 1024;
const MOST_BYTES_TOGETHER = 500 * 1024;

function propertyBytes(text: string): number {
  return Buffer.byteLength(text, "utf8");
}

function presentProperties(context: HostContext, kept: Map<string, string>): Properties {
  const properties: Properties = complete<Properties>(context, "Properties", {
    getProperty: (key) => kept.get(key) ?? null,
    getProperties: () => Object.fromEntries(kept),
    getKeys: () => [...kept.keys()],
    setProperty(key, value) {
      if (propertyBytes(value) > MOST_BYTES) fail(context, "Argument too large: value");
      const others = [...kept].filter(([other]) => other !== key);
      const together = [...others, [key, value]].flat().reduce((sum, text) => sum + propertyBytes(text), 0);
      if (together > MOST_BYTES_TOGETHER) fail(context, "You have exceeded the property storage quota.");
      kept.set(key, value);
      return properties;
    },
    deleteAllProperties() {
      kept.clear();
      return properties;
    },
    deleteProperty(key) {
      kept.delete(key);
      return properties;
    },
  });
  return properties;
}

/** Makes PropertiesService. The document's are kept with it, the user's as long as the workbook is open. */
export function newPropertiesService(context: HostContext): GoogleAppsScript.Properties.PropertiesService {
  const ofDocument = presentProperties(context, context.workbook.documentProperties);
  const ofUser = presentProperties(context, context.userProperties);
  return complete<GoogleAppsScript.Properties.PropertiesService>(context, "PropertiesService", {
    // The types promise properties, but outside a document Google returns null.
    getDocumentProperties: () => (context.hasActiveDocument ? ofDocument : (null as unknown as Properties)),
    getUserProperties: () => ofUser,
  });
}
