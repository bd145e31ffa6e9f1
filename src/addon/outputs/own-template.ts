/** The commune's own template: a Google Doc in the add-on's folder, made of the default one, edited by people. */

import { WorkbookFault } from "../../workbook/grid.ts";
import { templateName } from "../../workbook/workflow/report-name.ts";
import { openBook, readBookSettings } from "../book.ts";
import { requireCoordinator, withDocumentLock } from "../change.ts";
import { loadDefaultTemplate, loadFiller } from "../report.ts";
import type { OwnTemplate, TemplateCheck, TemplateTags } from "../rpc/report.ts";
import {
  DOCX,
  describeFile,
  driveFiles,
  findStanding,
  GOOGLE_DOC,
  parseStored,
  STORED_FIELDS,
  type Stored,
  sayDrive,
  showStored,
} from "./drive.ts";
import { openFolder } from "./folder.ts";

const KEY = "report.template";

const OR_DEFAULT =
  "Hãy bấm “Dùng lại mẫu chuẩn”, rồi tạo báo cáo; cần mẫu riêng thì bấm “Tùy chỉnh mẫu” để làm mẫu mới.";

type Noted = Stored & { readonly name: string };

function readNotedTemplate(): Noted | undefined {
  const text = PropertiesService.getDocumentProperties().getProperty(KEY);
  const stored = parseStored(text);
  return stored ? { ...stored, name: text?.split("|")[2] ?? "" } : undefined;
}

/** Shows the template that is noted; Drive is not asked. */
export function readOwnTemplate(): OwnTemplate | null {
  const noted = readNotedTemplate();
  return noted ? { name: noted.name, url: noted.link } : null;
}

/** Makes an editable Google Doc of the default template, its tags explained at its end, unless there is one that can be used. */
export function makeOwnTemplate(): OwnTemplate {
  return withDocumentLock(() => {
    const book = openBook();
    requireCoordinator(book);
    const known = readOwnTemplate();
    if (known && isThere()) return known;
    const settings = readBookSettings(book);
    const name = templateName(settings);
    try {
      const blob = Utilities.newBlob(Utilities.base64Decode(loadDefaultTemplate()), DOCX, `${name}.docx`);
      const wanted = { name, mimeType: GOOGLE_DOC, parents: [openFolder(settings).id] };
      const made = describeFile(driveFiles().create(wanted, blob, STORED_FIELDS));
      note(made, name);
      return { name, url: made.link };
    } catch (thrown) {
      throw new WorkbookFault(`Chưa làm được mẫu riêng; mẫu chuẩn vẫn dùng được như trước. Lý do: ${sayDrive(thrown)}`);
    }
  });
}

/** A Doc that nobody could find again is of no use: where it cannot be noted it goes to the bin. */
function note(made: Stored, name: string): void {
  try {
    PropertiesService.getDocumentProperties().setProperty(KEY, `${showStored(made)}|${name.replace(/\|/g, " ")}`);
  } catch (thrown) {
    driveFiles().update({ trashed: true }, made.id);
    throw thrown;
  }
}

function isThere(): boolean {
  const noted = readNotedTemplate();
  if (!noted) return false;
  try {
    const standing = findStanding(noted.id);
    return standing === "own" || standing === "foreign";
  } catch (thrown) {
    throw new WorkbookFault(`Chưa xem được mẫu riêng “${noted.name}”. Lý do: ${sayDrive(thrown)}`);
  }
}

/** Forgets the own template; its Doc stays where it is. */
export function forgetOwnTemplate(): { readonly forgotten: boolean } {
  requireCoordinator(openBook());
  const had = readNotedTemplate() !== undefined;
  PropertiesService.getDocumentProperties().deleteProperty(KEY);
  return { forgotten: had };
}

/**
 * Fetches the own template as a .docx.
 * @throws WorkbookFault where there is none, it is in the bin, cannot be opened, or is too large to be exported.
 */
export function exportOwnTemplate(): Uint8Array {
  const noted = readNotedTemplate();
  if (!noted) throw new WorkbookFault(`Sổ chưa có mẫu riêng. ${OR_DEFAULT}`);
  const { id, name } = noted;
  let bytes: readonly number[];
  try {
    if (findStanding(id) === "binned")
      throw new WorkbookFault(`Mẫu riêng “${name}” đang ở thùng rác của Drive. Hãy khôi phục nó, hoặc: ${OR_DEFAULT}`);
    // One that is gone is told of by the refusal to export it.
    bytes = driveFiles().export(id, DOCX, { alt: "media" }).getBytes();
  } catch (thrown) {
    if (thrown instanceof WorkbookFault) throw thrown;
    throw new WorkbookFault(`Chưa lấy được mẫu riêng “${name}”: ${sayDrive(thrown)} ${OR_DEFAULT}`);
  }
  return Uint8Array.from(bytes, (byte) => byte & 0xff);
}

/** Checks the own template as it is now; nothing is filled. */
export function checkOwnTemplate(): TemplateCheck {
  requireCoordinator(openBook());
  return { faults: loadFiller().checkTemplate(exportOwnTemplate()) };
}

/** Lists what a template may hold, for who edits one. */
export function listTags(): TemplateTags {
  const { groupTags, writeTag } = loadFiller();
  const { anywhere, loops } = groupTags();
  const list = (tags: typeof anywhere) =>
    tags.map(([tag, entry]) => ({ tag: showTagPair(writeTag(tag, entry)), text: entry.meaning }));
  return [
    { place: "Dùng ở mọi chỗ", tags: list(anywhere) },
    ...loops.map(({ loop, tags }) => ({ place: `Trong {#${loop}}…{/${loop}}`, tags: list(tags) })),
  ];
}

/** The opening and the closing tag, with dots for what stands between. */
function showTagPair(pieces: readonly string[]): string {
  return pieces.filter((piece) => piece !== "{.}").join("…");
}
