/** The page's server over real HTTP: who gets in, and what is never served. */
import { request as httpRequest } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { bundleOf } from "../../../gas-offline/test/services/scripts.ts";
import { openBook, type PageBook } from "../../src/server/book.ts";
import { type PageFiles, type ServedPage, servePage } from "../../src/server/server.ts";
import { FORM, folderOfTest, OWNER, STATION, writeBook } from "./files.ts";

const folder = folderOfTest();
const HEAD = '<!doctype html><title></title><meta name="application-name" content="" />';
const FILES: PageFiles = new Map([["/", { type: "text/html; charset=utf-8", bytes: Buffer.from(HEAD) }]]);
const PRODUCT = { title: "Kho <một> & hai", program: "kho" };
const running: { readonly book: PageBook; readonly served: ServedPage }[] = [];
afterEach(async () => {
  for (const { book, served } of running.splice(0)) {
    await served.close();
    await book.close();
  }
});

type Answer = { readonly status: number; readonly text: string; readonly headers: Record<string, unknown> };

/** Asks with exactly these headers: a browser's fetch would not let a test set Host and Origin. */
function ask(address: string, headers: Record<string, string>, method = "GET", body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(address, { method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    request.on("error", reject);
    request.end(body);
  });
}

async function serve() {
  const book = await openBook(await writeBook(folder.path("so.xlsx")), bundleOf("function onOpen() {}"));
  const served = await servePage(book, FILES, { port: 0, user: OWNER, product: PRODUCT });
  running.push({ book, served });
  const { origin, searchParams } = new URL(served.address);
  const entered = await ask(served.address, {});
  const cookie = String(entered.headers["set-cookie"]).split(";")[0] ?? "";
  return { book, origin, token: searchParams.get("token") ?? "", cookie, entered };
}

const JSON_BODY = { "Content-Type": "application/json" };

describe("getting in", () => {
  it("exchanges the address's secret for a cookie that scripts and other sites do not get", async () => {
    const { entered, cookie, origin } = await serve();
    expect(entered.status).toBe(303);
    expect(entered.headers["location"]).toBe("/");
    expect(String(entered.headers["set-cookie"])).toMatch(/HttpOnly; SameSite=Strict; Path=\//);
    expect((await ask(`${origin}/`, { cookie })).status).toBe(200);
  });

  it("names the program that serves it, in the page's head, the cookie and what it refuses", async () => {
    const { origin, cookie } = await serve();
    const { text } = await ask(`${origin}/`, { cookie });
    expect(text).toContain("<title>Kho &lt;một> &amp; hai</title>");
    expect(text).toContain('<meta name="application-name" content="kho" />');
    expect(cookie).toMatch(/^kho_\d+=/);
    expect((await ask(`${origin}/`, {})).text).toContain("địa chỉ mà kho in ra");
  });

  it("keeps as whom the page is opened", async () => {
    const { origin, token } = await serve();
    const { headers } = await ask(`${origin}/?token=${token}&as=${STATION}`, {});
    expect(headers["location"]).toBe(`/?as=${encodeURIComponent(STATION)}`);
  });

  it("takes no wrong secret, no missing and no wrong cookie", async () => {
    const { origin, cookie } = await serve();
    const statuses = await Promise.all([
      ask(`${origin}/?token=x`, {}),
      ask(`${origin}/`, {}),
      ask(`${origin}/api/view`, {}),
      ask(`${origin}/`, { cookie: `${cookie.split("=")[0]}=x` }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });

  it("takes no name but its own, so that no other name can be made to point here", async () => {
    const { origin, cookie } = await serve();
    expect((await ask(`${origin}/`, { cookie, Host: "xau.example" })).status).toBe(421);
  });

  it.each([
    ["another origin", { Origin: "http://xau.example" }],
    ["another port of this machine", { Origin: "http://127.0.0.1:1" }],
    ["a page of another site, as the browser says", { "Sec-Fetch-Site": "cross-site" }],
    ["a page of another port, as the browser says", { "Sec-Fetch-Site": "same-site" }],
  ])("takes nothing from %s", async (_, headers) => {
    const { origin, cookie } = await serve();
    const answer = await ask(`${origin}/api/edit`, { cookie, ...JSON_BODY, ...headers }, "POST", '{"edits":[]}');
    expect(answer.status).toBe(403);
  });

  it("allows the page nothing from elsewhere and no inline script", async () => {
    const { origin, cookie } = await serve();
    const { headers } = await ask(`${origin}/`, { cookie });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

describe("serving", () => {
  it.each(["/../package.json", "/%2e%2e/package.json", "/page.css/../../x", "/etc/passwd"])(
    "has no file %s: no path comes from a request",
    async (path) => {
      const { origin, cookie } = await serve();
      expect((await ask(origin + path, { cookie })).status).toBe(404);
    },
  );

  it("shows the workbook to the user who is meant", async () => {
    const { origin, cookie } = await serve();
    const { text } = await ask(`${origin}/api/view?as=${STATION}`, { cookie });
    expect(JSON.parse(text)).toMatchObject({ user: { mailbox: STATION, label: "Trạm Y tế" }, fileName: "so.xlsx" });
  });

  it("does not know a stranger", async () => {
    const { origin, cookie } = await serve();
    const { status, text } = await ask(`${origin}/api/view?as=la@xa.example`, { cookie });
    expect([status, JSON.parse(text).message]).toEqual([404, expect.stringContaining("la@xa.example")]);
  });

  it.each([
    ["what is no JSON", "{", 400],
    ["an edit without a cell", '{"edits":[{"value":1}]}', 400],
    ["a value that is no cell's", `{"edits":[{"sheet":${FORM},"row":1,"column":1,"value":{}}]}`, 400],
    ["more than a sheet takes", JSON.stringify({ edits: Array(20_001).fill({}) }), 413],
  ])("refuses %s in one line", async (_, body, status) => {
    const { origin, cookie } = await serve();
    const answer = await ask(`${origin}/api/edit`, { cookie, ...JSON_BODY }, "POST", body);
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.text).message).not.toBe("");
  });

  it("says which port is taken", async () => {
    const { origin, book } = await serve();
    const port = Number(new URL(origin).port);
    await expect(servePage(book, FILES, { port, user: OWNER, product: PRODUCT })).rejects.toThrow(
      `Cổng ${port}: không mở được, đang có chương trình khác dùng. Hãy chọn cổng khác với --port N, hoặc bỏ --port để sổ tự chọn.`,
    );
  });
});
