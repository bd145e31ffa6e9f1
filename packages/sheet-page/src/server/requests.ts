/** What a window sends, read without trusting it. */
import type { IncomingMessage } from "node:http";
import * as v from "valibot";
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

const EDIT = v.object({
  sheet: v.number(),
  row: v.number(),
  column: v.number(),
  value: v.nullable(v.union([v.string(), v.number(), v.boolean()])),
});

const EDITS = v.object({ edits: v.array(v.unknown()) });

/** Reads the edits that a window sends. */
export function readEdits(body: unknown): readonly Edit[] {
  const read = v.safeParse(EDITS, body);
  const edits = read.success ? read.output.edits : [];
  if (edits.length > MOST_EDITS)
    throw new BadRequest(413, `Một lần dán nhận tối đa ${MOST_EDITS} ô; thấy ${edits.length}. Hãy dán từng phần.`);
  return edits.map((edit) => {
    const { success, output, issues } = v.safeParse(EDIT, edit);
    if (success) return output;
    const ofValue = issues.every(({ path }) => path?.[0]?.key === "value");
    throw new BadRequest(400, ofValue ? "Giá trị của ô phải là chữ, số hoặc đúng/sai." : "Thiếu ô cần sửa.");
  });
}

const BASE_REVISION = v.object({
  window: v.fallback(v.string(), ""),
  revision: v.fallback(v.number(), Number.POSITIVE_INFINITY),
  shapes: v.fallback(v.record(v.string(), v.number()), {}),
});

/** Reads the sending window and its base revision. What a window does not say of it counts as up to date. */
export function readBaseRevision(body: unknown): BaseRevision {
  return v.parse(v.fallback(BASE_REVISION, v.parse(BASE_REVISION, {})), body);
}

/** Reads the action that a window asks for. */
export function readAsked(body: unknown): PageAction {
  const read = v.safeParse(v.object({ action: v.unknown() }), body);
  const action = read.success ? readAction(read.output.action) : undefined;
  if (!action) throw new BadRequest(400, "Trang sổ không biết việc này.");
  return action;
}

const CALL = v.object({
  name: v.fallback(v.string(), ""),
  args: v.fallback(v.array(v.unknown()), []),
  /** Whether the person has said yes to what the function asks. */
  consents: v.fallback(v.boolean(), false),
});

/** Reads which function a window calls. */
export function readCall(body: unknown): v.InferOutput<typeof CALL> {
  return v.parse(v.fallback(CALL, v.parse(CALL, {})), body);
}
