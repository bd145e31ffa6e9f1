/** Properties of a .docx that no page shows (Tệp → Thông tin → Thuộc tính): by them a report is traced to its figures. */
import type Zip from "./zip.js";

const PART = "docProps/custom.xml";
const TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml";
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties";
const FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
const EMPTY = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"></Properties>`;

/** Property names and their values. */
export type DocumentProperties = Readonly<Record<string, string>>;

/** Sets properties of an opened document beside those that it has; one of the same name is replaced. */
export function setProperties(zip: Zip, properties: DocumentProperties): void {
  const wanted = Object.entries(properties);
  if (wanted.length === 0) return;
  const before = zip.file(PART)?.asText() ?? register(zip);
  const kept = entriesOf(before).filter((entry) => !wanted.some(([name]) => entry.includes(` name="${inXml(name)}"`)));
  const added = wanted.map(
    ([name, value]) =>
      `<property fmtid="${FORMAT}" pid="0" name="${inXml(name)}"><vt:lpwstr>${inXml(value)}</vt:lpwstr></property>`,
  );
  // Numbers are to begin at 2 and to be unique.
  const numbered = [...kept, ...added].map((entry, index) => entry.replace(/ pid="\d+"/, ` pid="${index + 2}"`));
  const head = /^[\s\S]*?<(?:\w+:)?Properties\b[^>]*?(?=\/?>)/.exec(before)?.[0];
  zip.file(PART, head === undefined ? before : `${head}>${numbered.join("")}</Properties>`);
}

/** Reads a property of an opened document; undefined if it has none. */
export function readProperty(zip: Zip, name: string): string | undefined {
  const entry = entriesOf(zip.file(PART)?.asText() ?? "").find((text) => text.includes(` name="${inXml(name)}"`));
  return entry === undefined ? undefined : /<vt:lpwstr>([^<]*)<\/vt:lpwstr>/.exec(entry)?.[1];
}

function entriesOf(xml: string): readonly string[] {
  return xml.match(/<property\b[\s\S]*?<\/property>/g) ?? [];
}

/** Announces the part in a document that has none. */
function register(zip: Zip): string {
  addTo(zip, "[Content_Types].xml", "Types", `<Override PartName="/${PART}" ContentType="${TYPE}"/>`);
  addTo(zip, "_rels/.rels", "Relationships", `<Relationship Id="rIdSo2282" Type="${RELATION}" Target="${PART}"/>`);
  return EMPTY;
}

function addTo(zip: Zip, path: string, root: string, entry: string): void {
  const xml = zip.file(path)?.asText();
  if (xml !== undefined) zip.file(path, xml.replace(`</${root}>`, `${entry}</${root}>`));
}

function inXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
