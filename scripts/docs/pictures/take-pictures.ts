/** Takes every picture of the documentation from the real page, in one browser. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBundle } from "gas-offline";
import { chromium } from "playwright-core";
import { readPageFiles } from "sheet-page";
import { playNovember, playRepair, playSetUp, type Studio } from "./scenes.ts";

export type PictureOptions = {
  /** The browser's program and its arguments. */
  readonly executablePath: string;
  readonly args: readonly string[];
  /** The repository's folder, as a URL that ends in a slash. */
  readonly root: URL;
  readonly sample: string;
  /** The folder into which the pictures go. */
  readonly pictures: string;
};

/** Takes the pictures, over those that are there. Returns what could not be taken, and why. */
export async function takePictures(camera: PictureOptions): Promise<readonly string[]> {
  const { executablePath, args, root, sample, pictures } = camera;
  const problems: string[] = [];
  const attempt: Studio["attempt"] = async (part, play) => {
    await play().catch((thrown: unknown) => problems.push(`${part}: ${String(thrown)}`));
  };
  const scratch = await mkdtemp(join(tmpdir(), "so2282-pictures-"));
  const browser = await chromium.launch({ executablePath, args: [...args] });
  try {
    const bundle = await readBundle(new URL("dist/", root));
    const files = await readPageFiles(new URL(".build/page/", root));
    const studio: Studio = { browser, bundle, files, sample, scratch, pictures, attempt };
    await attempt("lập sổ", () => playSetUp(studio));
    await attempt("tháng 11", () => playNovember(studio));
    await attempt("sửa sổ", () => playRepair(studio));
    return problems;
  } finally {
    await browser.close();
    await rm(scratch, { recursive: true });
  }
}
