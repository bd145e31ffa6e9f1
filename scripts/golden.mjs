/**
 * `npm run golden`: writes the words of the examples' reports, made through the shipped bundle, beside their figures.
 * A test holds the files against what the bundle writes; a change of the report's words shows as a diff to be read.
 */
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";
import PizZip from "pizzip";
import { prepare } from "./prepare.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * The examples, the kind of report that each shows, and the day on which it is made. `filed`: when the units submitted, one after another, and when the
 * coordinator approved, by the clock of Vietnam; where it is absent nobody has submitted, and the report is a draft.
 * @type {readonly Example[]}
 *
 * @typedef {{ readonly at: string, readonly units: readonly string[] }} Filing
 * @typedef {{ readonly folder: string, readonly kind: string, readonly today: string,
 *   readonly filed?: { readonly submitted: readonly Filing[], readonly approved: string } }} Example
 */
export const GOLDEN = [
  { folder: "examples/vinh-phong", kind: "year", today: "2026-11-14" },
  {
    folder: "examples/so-ket-2028",
    kind: "midterm",
    today: "2028-11-17",
    filed: {
      submitted: [
        { at: "2028-11-06T08:15:00", units: ["VPDU", "BXDD", "VHXH", "MTTQ", "LHPN"] },
        { at: "2028-11-10T14:40:00", units: ["TH1", "TYT", "AP1", "AP2"] },
        { at: "2028-11-16T09:05:00", units: ["CAX"] },
      ],
      approved: "2028-11-17T10:30:00",
    },
  },
  {
    folder: "examples/tong-ket-2030",
    kind: "final",
    today: "2030-11-15",
    filed: {
      submitted: [
        { at: "2030-11-04T09:20:00", units: ["VPDU", "BXDD", "VHXH", "CAX", "MTTQ", "LHPN"] },
        { at: "2030-11-12T15:10:00", units: ["TH1", "TYT", "AP1", "AP2"] },
      ],
      approved: "2030-11-15T08:45:00",
    },
  },
];

/** The file in which an example's report is kept. @param {string} folder */
export function goldenFile(folder) {
  return join(root, folder, "bao-cao.txt");
}

/**
 * Makes the report of an example, from folder to .docx, through the whole workflow where the example has one.
 * @param {Example} example
 * @returns {Promise<{ docx: Uint8Array, lint: string }>}
 */
export async function makeExample({ folder, kind, today, filed }) {
  const { loadWorkbook, openWorkbook, readBundle, runCommand, saveWorkbook } = await import(
    new URL("../.build/host.mjs", import.meta.url).href
  );
  const bundle = await readBundle(new URL("../dist/", import.meta.url));
  const work = await mkdtemp(join(tmpdir(), "so2282-golden-"));
  try {
    /** @param {string[]} args */
    const run = async (...args) => {
      /** @type {string[]} */
      const lines = [];
      const streams = { out: (/** @type {string} */ line) => lines.push(line), err: () => {} };
      await runCommand(args, bundle, streams);
      return lines.join("\n");
    };
    const book = join(work, "so.xlsx");
    await run("new", book, "--from", join(root, folder), "--today", today);
    if (filed) {
      const workbook = await loadWorkbook(book);
      let now = 0;
      const open = openWorkbook(workbook, bundle, workbook.owner, () => now);
      /** @param {string} unit */
      const unitOf = (unit) => open.run("getChecklist", [{ unit }]);
      for (const { at, units } of filed.submitted) {
        now = Date.parse(`${at}+07:00`);
        for (const unit of units) {
          const { unit: row, zeros } = unitOf(unit);
          const confirmed = zeros.map((/** @type {{ key: string }} */ { key }) => key);
          open.run("submit", [{ unit, digest: row.digest, role: "Thủ trưởng đơn vị", zeros: confirmed }]);
          now += 20 * 60_000;
        }
      }
      now = Date.parse(`${filed.approved}+07:00`);
      const named = filed.submitted.flatMap(({ units }) =>
        units.map((unit) => ({ unit, digest: unitOf(unit).unit.digest })),
      );
      open.run("approve", [{ units: named }]);
      await saveWorkbook(workbook, book, { overwrite: true });
    }
    await run("report", book, "--kind", kind, "--out", join(work, "out"), "--today", today);
    const path = join(work, "out", (await readdir(join(work, "out")))[0] ?? "");
    return { docx: new Uint8Array(await readFile(path)), lint: await run("lint", path, "--json") };
  } finally {
    await rm(work, { recursive: true });
  }
}

/** Reads the words of a report: a line for each paragraph, cells of a row joined by bars. @param {Uint8Array} docx */
export function wordsOf(docx) {
  const xml = new PizZip(docx).file("word/document.xml")?.asText() ?? "";
  return `${xml
    .replace(/<\/w:p><\/w:tc>(?=<w:tc>)/g, " | ")
    .replace(/<\/w:p><\/w:tc><\/w:tr>/g, "\n")
    .replace(/<\/w:p>|<w:br\/>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\u00a0/g, " ")
    .replace(/ +$/gm, "")
    .replace(/\n{2,}/g, "\n")
    .trim()}\n`;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  await prepare();
  for (const example of GOLDEN) {
    const { docx } = await makeExample(example);
    await writeFile(goldenFile(example.folder), wordsOf(docx));
    console.log(goldenFile(example.folder));
  }
}
