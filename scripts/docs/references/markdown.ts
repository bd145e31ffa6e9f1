/** The few pieces of Markdown that the references are made of. */

/** Says at the top of a page that it is made, and by what. */
export function generated(from: string): string {
  return `<!-- npm run docs: tệp này do máy sinh ra từ ${from}, đừng sửa tay. -->`;
}

/** Makes a table; a `|` in a cell is text, a line break a break. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(header), `|${"---|".repeat(header.length)}`, ...rows.map(line)].join("\n");
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/\s*\n\s*/g, "<br>");
}

/** Sets text as code; empty if there is none. */
export function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

/** Joins the parts of a page. */
export function page(...parts: readonly string[]): string {
  return `${parts.join("\n\n")}\n`;
}
