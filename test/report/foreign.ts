/** What other programs do to a Word file on its way through them, Google's editor among them; its words stay. */
import PizZip from "pizzip";

const PART = "word/document.xml";

/** Changes the body's XML of a Word file. */
export function editBody(file: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const zip = new PizZip(file);
  zip.file(PART, edit(zip.file(PART)?.asText() ?? ""));
  return zip.generate({ type: "uint8array" });
}

/**
 * Passes a file through another program: styles get other names, every run is split in the middle, bookmarks stand
 * around, paragraphs that someone has commented lie in content controls.
 */
export function throughAnotherProgram(file: Uint8Array, commented: readonly string[] = []): Uint8Array {
  return editBody(file, (xml) =>
    xml
      .replace(/w:pStyle w:val="(\w+)"/g, 'w:pStyle w:val="Kiu$1"')
      .replace(/<w:r>(<w:rPr>(?:(?!<w:r>).)*?<\/w:rPr>)?<w:t xml:space="preserve">([^<]{2,})<\/w:t><\/w:r>/g, splitRun)
      .replace(/<w:p>.*?<\/w:p>/g, (paragraph) =>
        commented.some((text) => holds(paragraph, text)) ? inControl(paragraph) : paragraph,
      )
      .replace(/<w:tbl>/g, '<w:bookmarkStart w:id="7" w:name="_x"/><w:bookmarkEnd w:id="7"/><w:tbl>'),
  );
}

function splitRun(_: string, look = "", text = ""): string {
  const middle = Math.floor(text.length / 2);
  return [text.slice(0, middle), text.slice(middle)]
    .map((half) => `<w:r>${look}<w:t xml:space="preserve">${half}</w:t></w:r>`)
    .join("");
}

function holds(paragraph: string, text: string): boolean {
  return paragraph.replace(/<[^>]*>/g, "").includes(text);
}

function inControl(paragraph: string): string {
  return `<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>${paragraph}</w:sdtContent></w:sdt>`;
}
