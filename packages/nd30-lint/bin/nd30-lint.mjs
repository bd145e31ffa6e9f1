#!/usr/bin/env node
/** `nd30-lint REPORT.docx [--json]`: lists how a text deviates from the form; exit code 1 where it does, 2 where it is no Word file. */
import { readFile } from "node:fs/promises";
import { prepare } from "../../../scripts/prepare.mjs";

await prepare();
const { checkDocument } = await import(new URL("../../../.build/nd30-lint.mjs", import.meta.url).href);
const [file, ...options] = process.argv.slice(2);
try {
  if (file === undefined || options.some((one) => one !== "--json"))
    throw new Error("Cách dùng: nd30-lint REPORT.docx [--json]");
  const { lines, code } = checkDocument(await readFile(file), file, options.length > 0);
  console.log(lines.join("\n"));
  process.exitCode = code;
} catch (thrown) {
  const isAbsent = thrown instanceof Error && "syscall" in thrown;
  const said = `Tệp “${file}”: cần một tệp Word .docx; không mở được. Hãy kiểm tra đường dẫn.`;
  console.error(isAbsent ? said : thrown instanceof Error ? thrown.message : String(thrown));
  process.exitCode = 2;
}
