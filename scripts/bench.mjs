/** `npm run bench`: what the operations cost, in service calls, in modelled live time, and in time on this machine. */

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createContext, Script } from "node:vm";
import { build } from "esbuild";
import { measurePage } from "./page-bench.mjs";
import { syntheticTables } from "./synthetic.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const host = await import(new URL("../.build/host.mjs", import.meta.url).href);
const { newWorkbook, openWorkbook, readBundle } = host;
const bundle = await readBundle(new URL("../dist/", import.meta.url));

/**
 * A rough model of what a call costs live, in milliseconds, by the kind of its method. Nobody could measure it here;
 * it weighs round trips against buffered writes so that changes can be compared, and promises no seconds.
 * @type {readonly (readonly [RegExp, number])[]}
 */
const LIVE_COST = [
  [/^Drive\.Files\./, 1500],
  [/\.(copyTo|insertSheet|deleteSheet)$/, 300],
  [/\.(protect|setUnprotectedRanges|addEditor|removeEditors|getEditors|setDomainEdit|canDomainEdit)$/, 100],
  [/\.(getValues|getDataRange|getLastRow|getDataValidations|getSheets|getMaxRows|getMaxColumns|flush|tryLock)$/, 60],
  [/\.(set|insert|delete|hide|show|merge|clear)/, 8],
  [/./, 1],
];

/** @param {ReadonlyMap<string, number>} calls */
function weigh(calls) {
  let count = 0;
  let milliseconds = 0;
  for (const [call, times] of calls) {
    const cost = LIVE_COST.find(([pattern]) => pattern.test(call))?.[1] ?? 0;
    count += times;
    milliseconds += times * cost;
  }
  return { calls: count, live: Math.round(milliseconds) / 1000 };
}

/** @template T @param {() => T} action @returns {{ milliseconds: number, result: T }} */
function time(action) {
  const start = performance.now();
  const result = action();
  return { milliseconds: performance.now() - start, result };
}

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

/** Units that are approved at once: as many at any size, so that the rows can be compared. */
const APPROVED = 4;

/**
 * Submits a few units more than are approved at once; returns what approves them.
 * @param {{ run: (name: string, args?: readonly unknown[]) => any }} open
 */
function submitAll(open) {
  const { units } = open.run("getDesk");
  const able = units.filter((/** @type {{ errors: number }} */ { errors }) => errors === 0).slice(0, APPROVED + 1);
  return able.map((/** @type {{ unit: string, digest: string }} */ { unit, digest }) => {
    const zeros = open.run("getChecklist", [{ unit }]).zeros.map((/** @type {{ key: string }} */ { key }) => key);
    open.run("submit", [{ unit, digest, role: "Thủ trưởng đơn vị", zeros }]);
    return { unit, digest };
  });
}

/**
 * Makes a report as the sidebar does: folder, .docx, Google Doc, log. This machine's Drive makes no PDF; that step is asked
 * for and refused.
 * @param {{ run: (name: string, args?: readonly unknown[]) => any }} open
 */
function makeInSteps(open) {
  open.run("openReportFolder");
  const request = { kind: "year", number: null, date: null, template: null, ownTemplate: false, drive: true };
  let progress = open.run("makeReport", [request]);
  while (progress.next !== null) progress = open.run("continueReport", [{ job: progress.job }]);
}

/** @param {number} units */
function measureOperations(units) {
  const open = openWorkbook(newWorkbook("bench"), bundle);
  open.takeCalls();
  /** @param {string} operation @param {() => unknown} action */
  const row = (operation, action) => {
    const { milliseconds } = time(action);
    return { operation, units, ...weigh(open.takeCalls()), host: Math.round(milliseconds) };
  };
  const rows = [row("set-up", () => open.run("createWorkbook", [syntheticTables(units)]))];
  const form = open.workbook.sheets.find((/** @type {{ name: string }} */ sheet) => sheet.name === "DV2");
  rows.push(row("edit", () => open.typeInto(form, 6, 4, 7)));
  rows.push(row("score", () => open.run("getScorecard")));
  rows.push(row("set-up again", () => open.run("setUpWorkbook")));
  rows.push(row("repair, nothing broken", () => open.run("getRepairPlan")));
  rows.push(row("report", () => open.run("createReport", [{ kind: "year" }])));
  rows.push(row("report, step by step", () => makeInSteps(open)));
  rows.push(row("report's view", () => open.run("getReportState")));
  rows.push(row("sidebar", () => open.run("getDesk")));
  const submitted = submitAll(open);
  open.takeCalls();
  rows.push(row("approve 1", () => open.run("approve", [{ units: submitted.slice(0, 1) }])));
  rows.push(row(`approve ${submitted.length - 1}`, () => open.run("approve", [{ units: submitted.slice(1) }])));
  return rows;
}

/** Milliseconds to evaluate the bundle's top level, in a fresh context each time. */
async function measureTopLevel() {
  const script = new Script(await readFile(join(root, "dist/Code.js"), "utf8"));
  const runs = Array.from({ length: 15 }, () => {
    const context = createContext(Object.create(null));
    return time(() => script.runInContext(context)).milliseconds;
  });
  return median(runs);
}

/** Loads a layer's source, bundled for Node. @param {string} entry */
async function loadLayer(entry) {
  const folder = await mkdtemp(join(tmpdir(), "so2282-bench-"));
  try {
    const outfile = join(folder, "layer.mjs");
    await build({
      entryPoints: [join(root, entry)],
      bundle: true,
      platform: "node",
      format: "esm",
      outfile,
      logLevel: "error",
      banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const UNIT_ELEMENTS = ["LD", "CUA", "BCHA", "THG"];

/** One commune of 100 units with this year's and last year's figures. @param {number} seed */
function figuresOfCommune(seed) {
  const units = [];
  const values = [];
  const history = [];
  for (let index = 0; index < 100; index++) {
    const unit = `U${seed}-${index}`;
    units.push({ code: unit, name: unit, type: "co_quan", mailboxes: [], inCt1: true, elements: UNIT_ELEMENTS });
    for (const element of UNIT_ELEMENTS) {
      values.push({ unit, element, total: 5 + ((seed + index) % 9), women: index % 6, note: "" });
      history.push({ year: 2025, unit, element, total: 5 + ((seed + index) % 9), women: index % 5 });
    }
  }
  return { year: 2026, units, values, history, activities: [] };
}

/** Values per second of the core over 200,000 unit-years: 1,000 communes of 100 units, two years, four elements. */
async function measureCore() {
  const { computeScorecard } = await loadLayer("src/core/scorecard.ts");
  const { DEFAULT_TARGETS } = await loadLayer("src/core/indicator.ts");
  const communes = Array.from({ length: 1000 }, (_, seed) => ({ ...figuresOfCommune(seed), targets: DEFAULT_TARGETS }));
  const count = communes.reduce((sum, { values, history }) => sum + values.length + history.length, 0);
  const runs = Array.from({ length: 3 }, () =>
    time(() => communes.forEach((commune) => void computeScorecard(commune))),
  );
  return (count / median(runs.map(({ milliseconds }) => milliseconds))) * 1000;
}

/** Rows of annex II that are filled per second, in the bundle's own document code. */
async function measureDocument() {
  const open = openWorkbook(newWorkbook("bench"), bundle);
  open.run("createWorkbook", [syntheticTables(240)]);
  const runs = Array.from({ length: 3 }, () => time(() => open.run("createReport", [{ kind: "year" }])).milliseconds);
  const scores = Array.from({ length: 3 }, () => time(() => open.run("getScorecard")).milliseconds);
  return (240 / Math.max(1, median(runs) - median(scores))) * 1000;
}

/** Processor milliseconds to fill the report at 240 units, beside docxtemplater alone on the same content. */
async function measureFill() {
  const { measureReport } = await loadLayer("scripts/report-bench.ts");
  const { model, fill, alone } = await measureReport(240);
  return {
    model: Math.round(model),
    fill: Math.round(fill),
    alone: Math.round(alone),
    ratio: Number((fill / alone).toFixed(2)),
  };
}

const operations = [6, 60, 240].flatMap(measureOperations);
const figures = {
  operations,
  topLevelMilliseconds: Number((await measureTopLevel()).toFixed(2)),
  coreRowsPerSecond: Math.round(await measureCore()),
  documentRowsPerSecond: Math.round(await measureDocument()),
  reportProcessorMilliseconds: await measureFill(),
  page: [await measurePage(60, host, bundle), await measurePage(240, host, bundle)],
};
if (process.argv.includes("--json")) {
  console.log(JSON.stringify(figures, null, 2));
} else {
  console.log("operation    units   service calls   live (modelled, s)   host (ms)");
  for (const { operation, units, calls, live, host } of operations) {
    console.log(
      `${operation.padEnd(11)} ${String(units).padStart(6)} ${String(calls).padStart(15)} ${live.toFixed(2).padStart(20)} ${String(host).padStart(11)}`,
    );
  }
  console.log(`\nbundle's top level: ${figures.topLevelMilliseconds} ms (median of 15)`);
  console.log(`core: ${figures.coreRowsPerSecond.toLocaleString("en")} values/s at 200,000 unit-years`);
  console.log(`document: ${figures.documentRowsPerSecond.toLocaleString("en")} unit rows/s`);
  const { model, fill, alone, ratio } = figures.reportProcessorMilliseconds;
  console.log(
    `report of 240 units, processor time: ${model} ms to write, ${fill} ms to fill; docxtemplater alone ${alone} ms (× ${ratio})`,
  );
  console.log(
    "\npage: open (ms)   interactive (ms)   a figure: host (ms)   processor (ms)   repainted (ms)   heap: host, window (MB)",
  );
  for (const { units, open, interactive, edit, processor, repaint, heap, windowHeap } of figures.page) {
    const cells = [open, interactive, edit, processor, repaint].map((value) => String(value ?? "–").padStart(15));
    console.log(`${String(units).padStart(3)} units ${cells.join("")} ${heap}, ${windowHeap ?? "–"}`);
  }
}
