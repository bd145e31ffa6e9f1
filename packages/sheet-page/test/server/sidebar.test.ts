/** The add-on's page as it is served into its frame: the bridge first, and a policy that lets nothing else in or out. */
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { frameSidebar } from "../../src/server/sidebar.ts";

const PAGE = "<!doctype html><html><head><style>p{}</style></head><body><script>start()</script></body></html>";

function hash(text: string): string {
  return `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
}

describe("a page in the frame", () => {
  it("has the bridge before everything else", () => {
    expect(frameSidebar(PAGE, "bridge()").html).toContain("<head><script>bridge()</script><style>");
  });

  it("may run the bridge, its own script and its own style, and nothing else", () => {
    const policy = frameSidebar(PAGE, "bridge()").headers["Content-Security-Policy"] ?? "";
    expect(policy).toContain(`script-src ${hash("bridge()")} ${hash("start()")};`);
    expect(policy).toContain(`style-src ${hash("p{}")};`);
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|connect-src|allow-same-origin|https?:/);
  });

  it("keeps what a script says about dollars and closing tags", () => {
    const { html } = frameSidebar(PAGE, "say('$&</script>')");
    expect(html).toContain("say('$&<\\/script>')");
  });
});
