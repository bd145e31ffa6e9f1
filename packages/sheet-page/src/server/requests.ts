/** What a window sends, read without trusting it. */
import type { IncomingMessage } from "node:http";
import { isJson, listOf, numberOf, textOf } from "gas-offline/internals";
import type { BaseRevision, Edit, PageAction } from "../protocol.ts";
import { readAction } from "./read-action.ts";

/** Larger than any paste that a sheet takes. */
const LARGEST_BODY = 16 * 1024 * 1024;
const MOST_EDITS = 20_000;

/** A request that cannot be taken, with the status that says so. */
export class BadRequest extends Error {
  override readonly name = "BadRequest";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Reads a request's JSON body. */
export async function readBody(request: IncomingMessage): Promise<unknown> {
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) throw new BadRequest(415, "Cần JSON.");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    const bytes = Buffer.from(part);
    size += bytes.length;
    if (size > LARGEST_BODY)
      throw new BadRequest(413, "Quá nhiều dữ liệu trong một lần dán (trên 16 MB). Hãy dán từng phần.");
    parts.push(bytes);
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new BadRequest(400, "Không đọc được yêu cầu.");
  }
}

/** Reads the edits that a window sends. */
export function readEdits(body: unknown): readonly Edit[] {
  const given = listOf(isJson(body) ? body["edits"] : []);
  if (given.length > MOST_EDITS)
    throw new BadRequest(413, `Một lần dán nhận tối đa ${MOST_EDITS} ô; thấy ${given.length}. Hãy dán từng phần.`);
  return given.map((edit) => {
    const [sheet, row, column] = [numberOf(edit["sheet"]), numberOf(edit["row"]), numberOf(edit["column"])];
    const value = edit["value"];
    if (sheet === null || row === null || column === null) throw new BadRequest(400, "Thiếu ô cần sửa.");
    if (value !== null && typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean")
      throw new BadRequest(400, "Giá trị của ô phải là chữ, số hoặc đúng/sai.");
    return { sheet, row, column, value };
  });
}

/** Reads the sending window and its base revision. */
export function readBaseRevision(body: unknown): BaseRevision {
  const given = isJson(body) ? body : {};
  const shapes = isJson(given["shapes"]) ? given["shapes"] : {};
  return {
    window: textOf(given["window"]),
    revision: numberOf(given["revision"]) ?? Number.POSITIVE_INFINITY,
    shapes: Object.fromEntries(
      Object.entries(shapes).flatMap(([sheet, shape]) => (typeof shape === "number" ? [[sheet, shape]] : [])),
    ),
  };
}

/** Reads the action that a window asks for. */
export function readAsked(body: unknown): PageAction {
  const action = readAction(isJson(body) ? body["action"] : undefined);
  if (!action) throw new BadRequest(400, "Trang sổ không biết việc này.");
  return action;
}

/** Reads which function a window calls. */
export function readCall(body: unknown): {
  readonly name: string;
  readonly args: readonly unknown[];
  /** Whether the person has said yes to what the function asks. */
  readonly consents: boolean;
} {
  if (!isJson(body)) return { name: "", args: [], consents: false };
  const { args } = body;
  return { name: textOf(body["name"]), args: Array.isArray(args) ? args : [], consents: body["consents"] === true };
}
