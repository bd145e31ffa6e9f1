/**
 * The default template of the report, in the form of Nghị định 30/2020/NĐ-CP, with the tags of `TEMPLATE_TAGS`.
 * Build time only: `docx` and its Node types stay out of the add-on.
 */
import { Document, type ISectionOptions, Packer } from "docx";
import PizZip from "pizzip";
import { annexFive, annexFour, annexOne, annexThree, annexTwo } from "./annexes.ts";
import { closing, opening, sections } from "./body.ts";
import { page, STYLES } from "./page.ts";
import { tagPages } from "./tag-pages.ts";

/**
 * Builds the template. Its last pages explain the tags to people who edit a copy of it, and reach no report. Returns the
 * bytes of a .docx, the same ones every time.
 */
export function buildDefaultTemplate(): Promise<Uint8Array> {
  return build([...reportParts(), { ...page("notes"), children: tagPages() }]);
}

/** Builds the template without those pages: what reports are made of. */
export function buildBareTemplate(): Promise<Uint8Array> {
  return build(reportParts());
}

function reportParts(): readonly ISectionOptions[] {
  return [
    { ...page("main"), children: [...opening(), ...sections(), ...closing()] },
    { ...page("annex-across"), children: annexOne() },
    { ...page("annex-across"), children: annexTwo() },
    { ...page("annex-across"), children: annexThree() },
    { ...page("annex"), children: annexFour() },
    { ...page("annex-across"), children: annexFive() },
  ];
}

async function build(parts: readonly ISectionOptions[]): Promise<Uint8Array> {
  const document = new Document({
    creator: "Sổ 2282",
    lastModifiedBy: "Sổ 2282",
    title: "Báo cáo",
    styles: STYLES,
    sections: parts,
  });
  return withoutTime(await Packer.toBuffer(document));
}

/** Takes the time of the build out of the file, so that the bundle changes only when the template does. */
function withoutTime(file: Uint8Array): Uint8Array {
  const built = new PizZip(file);
  const zip = new PizZip();
  const date = new Date(1980, 0, 1);
  for (const path of Object.keys(built.files).sort()) {
    const text = built.file(path)?.asText() ?? "";
    const timeless = text.replace(
      /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
      (_, tag: string) => `${tag}1980-01-01T00:00:00Z`,
    );
    zip.file(path, timeless, { date, createFolders: false });
  }
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}
