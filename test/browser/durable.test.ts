/** What was acknowledged is there, whenever the program dies: the real command line, killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { copyFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { makeNew } from "../../src/host/commands.ts";
import { cellAt } from "../../src/host/model.ts";
import type { EditAnswer, WorkbookView } from "../../src/host/page/protocol.ts";
import { loadWorkbook } from "../../src/host/xlsx/file.ts";
import { browserOfTests } from "./window.ts";

const PROGRAM = fileURLToPath(new URL("../../scripts/so2282.mjs", import.meta.url));
const SAMPLE = fileURLToPath(new URL("../../examples/vinh-phong", import.meta.url));
const tests = browserOfTests();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

beforeAll(() => makeNew(tests.bundle(), tests.path("mau.xlsx"), { from: SAMPLE, year: 2026, force: false }));

type Program = { readonly said: () => string; readonly ended: Promise<number | null>; readonly child: ChildProcess };

function start(...args: readonly string[]): Program {
  const child = spawn(process.execPath, [PROGRAM, "open", ...args], { stdio: "pipe" });
  children.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => {
      text += String(part);
    });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { said: () => text, ended, child };
}

async function addressOf(program: Program): Promise<string> {
  for (let waited = 0; waited < 20_000; waited += 50) {
    const found = /http:\/\/127\.0\.0\.1:\d+\/\?token=\S+/.exec(program.said());
    if (found) return found[0];
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`No address was printed: ${program.said()}`);
}

async function figure(path: string, tab: string, row: number, column: number) {
  const sheet = (await loadWorkbook(path)).sheets.find(({ name }) => name === tab);
  return sheet && cellAt(sheet, row, column)?.value;
}

describe("the program's end", () => {
  it("by kill -9 loses nothing that the page showed as taken; the next start finds it", async () => {
    const path = tests.path("chet.xlsx");
    await copyFile(tests.path("mau.xlsx"), path);
    const first = start(path);
    const window = await tests.open(await addressOf(first));
    await window.type("VPDU", "E6", "2");
    await window.page.locator("#saved", { hasText: "Đã ghi" }).waitFor();
    first.child.kill("SIGKILL");
    await first.ended;
    expect(await figure(path, "VPDU", 6, 5)).toBe(1);
    const second = start(path);
    const again = await tests.open(await addressOf(second));
    expect(second.said()).toContain("khôi phục 1 lần gõ");
    expect((await again.read("VPDU", "E6")).text).toBe("2");
    second.child.kill("SIGINT");
    expect(await second.ended).toBe(0);
    expect(second.said()).toContain("Đã lưu vào");
    expect(await figure(path, "VPDU", 6, 5)).toBe(2);
  });

  it("by kill -9 at any moment keeps every figure that was acknowledged", async () => {
    const path = tests.path("luc-nao.xlsx");
    await copyFile(tests.path("mau.xlsx"), path);
    let last = 3;
    for (const moment of [30, 150, 400]) {
      const program = start(path);
      const address = new URL(await addressOf(program));
      const entered = await fetch(address, { redirect: "manual" });
      const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
      const headers = { cookie, "Content-Type": "application/json" };
      const view: WorkbookView = JSON.parse(await (await fetch(new URL("/api/view", address), { headers })).text());
      const form = view.sheets.find(({ name }) => name === "VPDU");
      /** Types a figure; nothing comes back once the program is dead. */
      const type = async (value: number): Promise<EditAnswer | undefined> => {
        const body = JSON.stringify({ edits: [{ sheet: form?.id, row: 6, column: 4, value }] });
        const request = { method: "POST", headers, body };
        const text = await fetch(new URL("/api/edit", address), request).then(
          (response) => response.text(),
          () => "",
        );
        return text === "" ? undefined : JSON.parse(text);
      };
      setTimeout(() => program.child.kill("SIGKILL"), moment);
      let acknowledged = last;
      for (let value = last + 1; ; value++) {
        const answer = await type(value);
        if (!answer) break;
        expect(answer.refusals).toEqual([]);
        acknowledged = value;
      }
      await program.ended;
      last = await keptAfter(path);
      // What was sent last may be kept, too, though nobody was told.
      expect([acknowledged, acknowledged + 1]).toContain(last);
    }
    expect(last).toBeGreaterThan(3);
  });

  /** Opens and closes the workbook in this process, and returns what it holds then. */
  async function keptAfter(path: string): Promise<number> {
    const program = start(path);
    await addressOf(program);
    program.child.kill("SIGTERM");
    expect(await program.ended).toBe(0);
    return Number(await figure(path, "VPDU", 6, 4));
  }
});

describe("a start that cannot be", () => {
  it("of a second program on the same file says so in one line, and leaves the first alone", async () => {
    const path = tests.path("mot.xlsx");
    await copyFile(tests.path("mau.xlsx"), path);
    const first = start(path);
    await addressOf(first);
    const second = start(path);
    expect(await second.ended).toBe(2);
    expect(second.said()).toMatch(/^Sổ “.*” đang mở ở tiến trình \d+/);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
  });

  it.each([
    ["a port that is none", ["--port", "99999"], /--port: cần số từ 1 đến 65535; thấy “99999”/],
    [
      "a user whom nobody knows",
      ["--as", "la@xa.example"],
      /--as: cần hộp thư có quyền trong sổ.*thấy “la@xa.example”/,
    ],
  ])("because of %s says so in one line, and the file is free again", async (_, args, words) => {
    const path = tests.path("mau.xlsx");
    const program = start(path, ...args);
    expect(await program.ended).toBe(2);
    expect(program.said()).toMatch(words);
    expect(program.said().trim().split("\n")).toHaveLength(1);
  });
});
