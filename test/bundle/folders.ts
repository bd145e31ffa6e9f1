/** Data folders and workbooks in temporary places, and the command line run over them. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { CellContent, ErrorValue, WorkbookModel } from "gas-offline";
import { runCommand } from "so2282-cli";
import { afterAll } from "vitest";
import { bundle } from "./opened.ts";

export const SAMPLE = fileURLToPath(new URL("../../examples/vinh-phong", import.meta.url));

/** Makes a folder that is removed after the tests of a file. */
export async function makeTemporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "so2282-"));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** What a command printed, and its exit code. */
export type Ran = { readonly code: number; readonly out: string; readonly err: string };

/** The day on which commands run unless a test says another: nothing hangs on the machine's clock. */
export const TODAY = "2026-11-14";

/** Runs a command of `so2282` in this process. */
export async function run(...args: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runCommand([...args, ...(args.includes("--today") ? [] : ["--today", TODAY])], bundle, {
    out: (line) => out.push(line),
    err: (line) => err.push(line),
  });
  return { code, out: out.join("\n"), err: err.join("\n") };
}

/** The CSV files of a folder: text of one, or bytes where the encoding is the point. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes a data folder. */
export async function writeFolder(parent: string, name: string, files: Files): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder, { recursive: true });
  for (const [file, content] of Object.entries(files)) await writeFile(join(folder, file), content);
  return folder;
}

/** A commune of three: an office that keeps the quy hoạch totals, Hội LHPN and one ấp, all of them complete. */
export const SMALL: Files = {
  "commune.csv": "key,value\nname,Mẫu\nkind,xã\nprovince,An Giang\nyear,2026\ncustodian,VP\n",
  "units.csv":
    "code,name,type,email,ct1,elements\nVP,Văn phòng,co_quan,,,LD|CUX\nLHPN,Hội LHPN,ct_xh,,,\nAP1,Ấp Một,ap,,,CUA|THG\n",
  "values.csv": [
    "unit,element,total,women,note",
    "VP,LD,3,1,",
    "VP,CUX,20,8,",
    "VP,QH,40,18,",
    "VP,QHT,,6,",
    "VP,QHCM,,10,",
    "VP,QHS,,9,",
    "VP,QHC,,18,",
    "VP,DTN,,15,",
    "VP,LDX,,5,",
    "VP,THS,,5,",
    "LHPN,LD,2,2,",
    "LHPN,BCHX,11,11,",
    "AP1,CUA,5,2,",
    "AP1,THG,5,2,",
    "",
  ].join("\n"),
};

/** Makes a commune of so many units, two of three with forms and the others hamlets, with a figure for each. */
export function communeOf(units: number): Files {
  const offices = Math.round((units * 2) / 3);
  const codes = Array.from({ length: units }, (_, index) => (index < offices ? `DV${index + 1}` : `AP${index + 1}`));
  const register = codes.map((code) => `${code},Đơn vị ${code},${code.startsWith("DV") ? "co_quan" : "ap"},,,`);
  const values = codes.flatMap((code, index) =>
    code.startsWith("DV") ? [`${code},LD,3,${index % 4},`] : ["CUA", "BCHA", "THG"].map((one) => `${code},${one},7,3,`),
  );
  return {
    "commune.csv": "key,value\nname,Mẫu\nkind,xã\nyear,2026\ncustodian,DV1\n",
    "units.csv": ["code,name,type,email,ct1,elements", ...register, ""].join("\n"),
    "values.csv": ["unit,element,total,women,note", ...values, ""].join("\n"),
  };
}

/** Returns what a cell of a workbook shows: nothing for a blank. */
export function shown(
  workbook: WorkbookModel,
  tab: string,
  row: number,
  column: number,
): CellContent | ErrorValue | undefined {
  const sheet = workbook.sheets.find(({ name }) => name === tab);
  if (!sheet) throw new Error(`no tab ${tab}`);
  return sheet.cells[row]?.[column]?.value;
}
