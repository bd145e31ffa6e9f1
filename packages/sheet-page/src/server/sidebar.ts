/**
 * The add-on's page beside the grid: a document that runs its own scripts and sends no requests. The bridge, its first
 * script, is its only way out.
 */
import { createHash } from "node:crypto";

/**
 * What a page in the frame may do. Without `allow-same-origin` it has no cookie and cannot reach the page around it.
 */
const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-downloads allow-forms allow-modals";

function hashesOf(html: string, element: "script" | "style"): string {
  const contents = html.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, "g"));
  return [...contents]
    .map(([, text = ""]) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`)
    .join(" ");
}

/** Puts the bridge into a page, and limits the page to the scripts and styles that it was built with. */
export function frameSidebar(
  html: string,
  bridge: string,
): { readonly html: string; readonly headers: Readonly<Record<string, string>> } {
  const script = `<script>${bridge.replaceAll("</script", "<\\/script")}</script>`;
  const framed = html.replace("<head>", () => `<head>${script}`);
  const policy = [
    "default-src 'none'",
    `script-src ${hashesOf(framed, "script")}`,
    `style-src ${hashesOf(framed, "style")}`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
    `sandbox ${SANDBOX}`,
  ];
  return {
    html: framed,
    headers: { "Content-Security-Policy": policy.join("; "), "Content-Type": "text/html; charset=utf-8" },
  };
}
