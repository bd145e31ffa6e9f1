/**
 * Serves an open workbook's page on the loopback: files of its own and a small JSON interface. No path of the disk
 * comes from a request.
 */
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { systemWords, UsageFault } from "gas-offline/internals";
import type { PageEvent } from "../protocol.ts";
import type { PageBook } from "./book.ts";
import { createGuard, type Guard, HEADERS } from "./guard.ts";
import { BadRequest, readAsked, readBaseRevision, readBody, readCall, readEdits } from "./requests.ts";
import { frameSidebar } from "./sidebar.ts";

/** The built page, in memory. */
export type PageFiles = ReadonlyMap<string, { readonly type: string; readonly bytes: Buffer }>;

/** A page that is being served. */
export type ServedPage = {
  /** The address with the session's secret. */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** What the page says of the program that serves it. */
export type PageProduct = {
  /** The window's title until the workbook is loaded. */
  readonly title: string;
  /** The program's name in messages, in the session's cookie and of the page's hook (`window[program]`): a plain word. */
  readonly program: string;
  /** Hears of errors that a window is told of in general words only. */
  readonly onFault?: (error: unknown) => void;
};

export type PageOptions = {
  /** 0: any free port. */
  readonly port: number;
  /** The mailbox as whom the page opens unless the address names another. */
  readonly user: string;
  readonly product: PageProduct;
};

const BRIDGE = "/bridge.js";

const FILES = [
  ["/", "index.html", "text/html; charset=utf-8"],
  ["/page.js", "page.js", "text/javascript; charset=utf-8"],
  ["/early-keys.js", "early-keys.js", "text/javascript; charset=utf-8"],
  ["/events.js", "events.js", "text/javascript; charset=utf-8"],
  ["/style.css", "style.css", "text/css; charset=utf-8"],
  ["/third-party.txt", "third-party.txt", "text/plain; charset=utf-8"],
  [BRIDGE, "bridge.js", "text/javascript; charset=utf-8"],
] as const;

/** Milliseconds between comments on the event stream, which keep the connection open. */
const HEARTBEAT = 25_000;

/** Reads the built page from its folder. */
export async function readPageFiles(folder: URL): Promise<PageFiles> {
  const entries = FILES.map(async ([path, file, type]) => {
    const bytes = await readFile(new URL(file, folder)).catch((cause: unknown) => {
      throw new UsageFault("Trang sổ chưa được dựng. Hãy chạy npm run build rồi thử lại.", { cause });
    });
    return [path, { type, bytes }] as const;
  });
  return new Map(await Promise.all(entries));
}

/** Serves a workbook. */
export async function servePage(
  book: PageBook,
  builtFiles: PageFiles,
  { port, user, product }: PageOptions,
): Promise<ServedPage> {
  const files = nameProduct(builtFiles, product);
  const streams = new Set<ServerResponse>();
  let guard = createGuard(product.program, port);
  const server = createServer((request, response) => {
    answer(book, files, guard, user, product.program, streams, request, response).catch((error: unknown) => {
      const [status, message] =
        error instanceof BadRequest ? [error.status, error.message] : [500, "Máy chủ của trang gặp lỗi. Hãy thử lại."];
      if (status === 500) product.onFault?.(error);
      if (response.headersSent) response.destroy();
      else sendJson(response, status, { message });
    });
  });
  const taken = await listenOn(server, port);
  guard = createGuard(product.program, taken);
  const beat = setInterval(() => {
    for (const stream of streams) stream.write(": \n\n");
  }, HEARTBEAT);
  beat.unref();
  return {
    address: `http://127.0.0.1:${taken}/?token=${guard.token}`,
    close: () =>
      new Promise((resolve) => {
        clearInterval(beat);
        for (const stream of streams) stream.end();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Writes the product's names into the head of the page. */
function nameProduct(files: PageFiles, { title, program }: PageProduct): PageFiles {
  const index = files.get("/");
  if (!index) return files;
  const page = index.bytes
    .toString()
    .replace("<title>", () => `<title>${escapeHtml(title)}`)
    .replace('name="application-name" content="', (meta) => meta + escapeHtml(program));
  return new Map([...files, ["/", { ...index, bytes: Buffer.from(page) }]]);
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => {
      reject(
        new UsageFault(
          `Cổng ${port}: không mở được, ${systemWords(cause, "máy báo lỗi mạng")}. Hãy chọn cổng khác với --port N, hoặc bỏ --port để sổ tự chọn.`,
          {
            cause,
          },
        ),
      );
    });
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

async function answer(
  book: PageBook,
  files: PageFiles,
  guard: Guard,
  owner: string,
  program: string,
  streams: Set<ServerResponse>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { headers, method } = request;
  if (!guard.isOwnHost(headers)) throw new BadRequest(421, "Địa chỉ này không phải của trang sổ.");
  const { pathname, searchParams } = new URL(request.url ?? "/", `http://${headers.host}`);
  const token = searchParams.get("token");
  if (method === "GET" && pathname === "/" && token !== null) {
    if (!guard.isToken(token))
      throw new BadRequest(403, `Địa chỉ đã hết hạn. Hãy dùng địa chỉ mà ${program} vừa in ra.`);
    searchParams.delete("token");
    const rest = searchParams.size > 0 ? `?${searchParams}` : "";
    response.writeHead(303, { ...HEADERS, "Set-Cookie": guard.cookie, Location: `/${rest}` }).end();
    return;
  }
  if (!guard.hasSession(headers)) throw new BadRequest(403, `Hãy mở trang bằng địa chỉ mà ${program} in ra.`);
  if (method === "GET" && pathname === "/sidebar") {
    const page = frameSidebar(book.sidebar() ?? "", files.get(BRIDGE)?.bytes.toString() ?? "");
    response.writeHead(200, { ...HEADERS, ...page.headers }).end(page.html);
    return;
  }
  const file = files.get(pathname);
  if (method === "GET" && file) {
    response.writeHead(200, { ...HEADERS, "Content-Type": file.type, "Content-Length": file.bytes.length });
    response.end(file.bytes);
    return;
  }
  if (!guard.isOwnOrigin(headers)) throw new BadRequest(403, "Yêu cầu không đến từ trang sổ.");
  const as = searchParams.get("as") ?? owner;
  const user = book.userNamed(as);
  if (user === undefined) throw new BadRequest(404, `Sổ không biết hộp thư “${as}”. Hãy chọn lại vai ở đầu trang.`);
  switch (`${method} ${pathname}`) {
    case "GET /api/view":
      return sendJson(response, 200, book.view(user));
    case "POST /api/edit": {
      const body = await readBody(request);
      return sendJson(response, 200, await book.edit(user, readEdits(body), readBaseRevision(body)));
    }
    case "POST /api/act": {
      const body = await readBody(request);
      return sendJson(response, 200, await book.act(user, readAsked(body), readBaseRevision(body)));
    }
    case "POST /api/undo":
      return sendJson(
        response,
        200,
        await book.undoOrRedo("undo", user, readBaseRevision(await readBody(request)).window),
      );
    case "POST /api/redo":
      return sendJson(
        response,
        200,
        await book.undoOrRedo("redo", user, readBaseRevision(await readBody(request)).window),
      );
    case "POST /api/run": {
      const { name, args, consents } = readCall(await readBody(request));
      return sendJson(response, 200, await book.run(user, name, args, consents));
    }
    case "GET /api/events":
      return streamEvents(book, streams, response);
    default:
      throw new BadRequest(404, "Không có trang này.");
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...HEADERS, "Content-Type": "application/json; charset=utf-8" });
  response.end(text);
}

/** Sends events to a window until it closes. */
function streamEvents(book: PageBook, streams: Set<ServerResponse>, response: ServerResponse): void {
  response.writeHead(200, { ...HEADERS, "Content-Type": "text/event-stream; charset=utf-8" });
  const send = (event: PageEvent): void => void response.write(`data: ${JSON.stringify(event)}\n\n`);
  send({ kind: "hello", revision: book.revision() });
  streams.add(response);
  const stop = book.listen(send);
  response.on("close", () => {
    stop();
    streams.delete(response);
  });
}
