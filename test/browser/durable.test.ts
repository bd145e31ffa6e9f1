/** What was acknowledged is there, whenever the program dies: the real command line, killed. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { cellAt, loadWorkbook } from "gas-offline";
import { writeXlsx } from "hucre";
import type { EditAnswer, WorkbookView } from "sheet-page";
import { afterEach, describe, expect, it } from "vitest";
import { browserOfTests } from "./window.ts";

const PROGRAM = fileURLToPath(new URL("../../scripts/so2282.mjs", import.meta.url));
const tests = browserOfTests();
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});

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
  for (let waited = 0; waited < 90_000; waited += 50) {
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
    const path = await tests.copySample("chet.xlsx");
    const first = start(path);
    const window = await tests.open(await addressOf(first));
    await window.type("VPDU", "E6", "2");
    await window.saved();
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

  it("by kill -9 loses no row that was inserted, and brings back nothing that was undone", async () => {
    const path = await tests.copySample("chet-hang.xlsx");
    const first = start(path);
    const window = await tests.open(await addressOf(first));
    const line = (await window.read("Hướng dẫn", "A5")).text;
    await window.type("VPDU", "E6", "2");
    await window.saved();
    await window.press("Control+z");
    await window.shows("VPDU", "E6", "1");
    await window.menu("Hướng dẫn", "A5", "row", "dòng ở trên");
    await window.shows("Hướng dẫn", "A6", line);
    first.child.kill("SIGKILL");
    await first.ended;
    const second = start(path);
    const again = await tests.open(await addressOf(second));
    expect((await again.read("Hướng dẫn", "A6")).text).toBe(line);
    expect((await again.read("VPDU", "E6")).text).toBe("1");
    second.child.kill("SIGKILL");
    await second.ended;
  });

  it("by kill -9 at any moment keeps every figure that was acknowledged", { timeout: 600_000 }, async () => {
    const path = await tests.copySample("luc-nao.xlsx");
    let last = 3;
    // Right after the start, a little later, and in the middle of the work: milliseconds after so many acknowledged.
    for (const [taken, moment] of [
      [0, 30],
      [0, 150],
      [4, 40],
    ] as const) {
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
      let acknowledged = last;
      for (let value = last + 1; ; value++) {
        if (acknowledged === last + taken) setTimeout(() => program.child.kill("SIGKILL"), moment);
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
    const path = await tests.copySample("mot.xlsx");
    const first = start(path);
    await addressOf(first);
    const second = start(path);
    expect(await second.ended).toBe(2);
    expect(second.said()).toMatch(/^Sổ “.*” đang mở ở tiến trình \d+/);
    first.child.kill("SIGTERM");
    expect(await first.ended).toBe(0);
  });

  it("of a file that is no workbook of ours says what it is in one line, and touches nothing", async () => {
    const foreign = await writeXlsx({ sheets: [{ name: "A", rows: [[1]] }] });
    const sample = await readFile(await tests.copySample("nguyen.xlsx"));
    const files: readonly (readonly [string, Uint8Array, RegExp])[] = [
      ["chu.xlsx", Buffer.from("họ tên;giới tính\n"), /không phải tệp \.xlsx/],
      ["la.xlsx", foreign, /không phải sổ của chương trình này/],
      ["cut.xlsx", sample.subarray(0, Math.floor(sample.length / 2)), /hỏng/],
    ];
    for (const [name, bytes, words] of files) {
      await writeFile(tests.path(name), bytes);
      const program = start(tests.path(name));
      expect(await program.ended).toBe(2);
      expect(program.said()).toMatch(words);
      expect(program.said().trim().split("\n")).toHaveLength(1);
      expect(Buffer.compare(await readFile(tests.path(name)), bytes)).toBe(0);
      expect((await readdir(tests.path("."))).filter((file) => file.startsWith(name))).toEqual([name]);
    }
  });

  it("on a port that another program has says so in one line, and the file is free again", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const program = start(await tests.copySample("cong.xlsx"), "--port", String(port));
    expect(await program.ended).toBe(2);
    expect(program.said().trim()).toBe(
      `Cổng ${port}: không mở được, đang có chương trình khác dùng. Hãy chọn cổng khác với --port N, hoặc bỏ --port để sổ tự chọn.`,
    );
    expect((await readdir(tests.path("."))).filter((file) => file.startsWith("cong.xlsx"))).toEqual(["cong.xlsx"]);
    other.close();
  });

  it.each([
    ["a port that is none", ["--port", "99999"], /--port: cần số từ 1 đến 65535; thấy “99999”/],
    [
      "a user whom nobody knows",
      ["--as", "la@xa.example"],
      /--as: cần hộp thư có quyền trong sổ.*thấy “la@xa.example”/,
    ],
  ])("because of %s says so in one line, and the file is free again", async (_, args, words) => {
    const path = await tests.copySample("ai.xlsx");
    const program = start(path, ...args);
    expect(await program.ended).toBe(2);
    expect(program.said()).toMatch(words);
    expect(program.said().trim().split("\n")).toHaveLength(1);
  });
});
