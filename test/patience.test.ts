/** Tests in a real browser wait for what they read: what is read once, at once, fails on a busy machine. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = new URL("browser/", import.meta.url);

/** What asks a page for what it shows at this moment. */
const READS =
  /\.(?:innerText|allInnerTexts|textContent|allTextContents|inputValue|getAttribute|count|isVisible|isHidden|isChecked|isDisabled|isEnabled|title)\(\)/;

/** Returns the lines that expect something of what a page shows at this moment, without waiting for it. */
function hasty(text: string): readonly string[] {
  return text.split("\n").filter((line) => /expect\(\(?await /.test(line) && READS.test(line));
}

describe("a test in the browser", () => {
  it("is found hasty where it reads once", () => {
    expect(hasty('  expect(await page.locator("p").innerText()).toBe("a");')).toHaveLength(1);
    expect(hasty('  expect((await page.getByRole("alert").count()) > 0).toBe(true);')).toHaveLength(1);
    expect(hasty('  await expect.poll(() => page.locator("p").innerText()).toBe("a");')).toEqual([]);
  });

  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".ts")))("of %s waits for what it reads", (name) => {
    expect(hasty(readFileSync(new URL(name, FOLDER), "utf8"))).toEqual([]);
  });
});
