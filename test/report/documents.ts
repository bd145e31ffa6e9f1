/** Word files for the report's tests: made by hand as small as Word allows, and read back as text. */
import PizZip from "pizzip";

const MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
const HEADER = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml";
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** Makes a .docx of a body's XML, and of a header's if given. */
export function wordFile(body: string, header = "", mainType = MAIN): Uint8Array {
  const zip = new PizZip();
  zip.file(
    "[Content_Types].xml",
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${mainType}"/><Override PartName="/word/header1.xml" ContentType="${HEADER}"/></Types>`,
  );
  zip.file(
    "_rels/.rels",
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
  );
  zip.file("word/document.xml", `<?xml version="1.0"?><w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`);
  zip.file("word/header1.xml", `<?xml version="1.0"?><w:hdr ${NAMESPACE}>${header}</w:hdr>`);
  return zip.generate({ type: "uint8array" });
}

/** Adds a file to a Word file, packed. */
export function inFile(file: Uint8Array, path: string, content: string): Uint8Array {
  return new PizZip(file).file(path, content).generate({ type: "uint8array", compression: "DEFLATE" });
}

/** A paragraph of runs. */
export function paragraph(...runs: readonly string[]): string {
  return `<w:p>${runs.map((run) => `<w:r><w:t xml:space="preserve">${run}</w:t></w:r>`).join("")}</w:p>`;
}

/** Reads one file of a zip. */
export function partOf(file: Uint8Array, path = "word/document.xml"): string {
  return new PizZip(file).file(path)?.asText() ?? "";
}

/** Reads the text of a part, a line per paragraph or line break. */
export function textOf(file: Uint8Array, path = "word/document.xml"): string {
  return partOf(file, path)
    .replace(/<\/w:p>|<w:br\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .trim();
}
