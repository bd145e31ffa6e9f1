/** A report's .docx → PDF, by the LibreOffice of this machine. Judges nothing and needs no bundle. */
import { spawn } from "node:child_process";
import { access, constants, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { UsageFault } from "gas-offline/internals";

const PROGRAMS = ["soffice", "libreoffice", "soffice.exe"];
/** Where the installers of macOS and Windows put it. */
const USUAL_FOLDERS = ["/Applications/LibreOffice.app/Contents/MacOS", "C:\\Program Files\\LibreOffice\\program"];
const LONGEST = 120_000;

/**
 * Finds LibreOffice: `SOFFICE_PATH`, else in PATH, else where it is usually installed.
 * @throws UsageFault if it is not installed
 */
export async function findOffice(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const named = environment["SOFFICE_PATH"];
  const folders = [...(environment["PATH"] ?? "").split(delimiter).filter((folder) => folder !== ""), ...USUAL_FOLDERS];
  const candidates = named ? [named] : folders.flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  for (const candidate of candidates) {
    const runs = await access(candidate, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return candidate;
  }
  throw new UsageFault(
    "Tham số --pdf: cần LibreOffice trên máy này; không thấy. Hãy cài LibreOffice, hoặc đặt SOFFICE_PATH là đường dẫn của soffice, hoặc bỏ --pdf.",
  );
}

/**
 * Converts a document. It uses its own profile and folder, so that an open LibreOffice is not disturbed.
 * @throws UsageFault if LibreOffice makes no PDF
 */
export async function convertToPdf(office: string, document: string): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "so2282-pdf-"));
  try {
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    const code = await run(office, [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, document]);
    const made = join(folder, `${basename(document, extname(document))}.pdf`);
    return await readFile(made).catch((cause: unknown) => {
      throw new UsageFault(
        `Tệp “${document}” đã lập xong, nhưng LibreOffice không chuyển được sang PDF (mã ${code ?? "quá giờ"}). Hãy mở tệp bằng Word hoặc LibreOffice rồi xuất PDF.`,
        { cause },
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs a program to its end. Returns its exit code; null if it was stopped. */
function run(program: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], { stdio: "ignore", timeout: LONGEST });
    child.on("error", () => resolve(null));
    child.on("close", resolve);
  });
}
