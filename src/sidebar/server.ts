/** The sidebar's one line to the server, and what every view shares: who is told of faults and of what was done. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Rpc } from "../addon/rpc.ts";
import { createRpc, type RpcClient } from "./rpc/client.ts";
import { readFault } from "./rpc/faults.ts";

/** A word for the person: what was done, or what went wrong and what to do. */
export type Notice = { readonly tone: "done" | "fault"; readonly message: string };

/** Typed texts by the name of their field; what was not touched is not among them. */
export type TypedTexts = Readonly<Record<string, string>>;

export type Server = {
  readonly rpc: RpcClient<Rpc>;
  /** Shows a notice in the place that all views share. */
  readonly tell: (notice: Notice) => void;
  /** Reads everything again; what is shown and typed stays meanwhile. */
  readonly reload: () => Promise<void>;
  /** Says that an act has changed the workbook: what was being read meanwhile may be older, and is read once more. */
  readonly acted: () => void;
  /** How often everything was read again: views that read by themselves follow. */
  readonly readings: number;
  /** What was typed and not sent yet, by what it is for. */
  readonly kept: Map<string, TypedTexts>;
};

const client = createRpc<Rpc>(() => {
  const script = globalThis.google?.script;
  if (!script) throw new Error("Trang này chỉ chạy trong Google Sheets: hãy mở Sổ 2282 từ trình đơn của bảng tính.");
  return script.run;
});

export const ServerContext = createContext<Server>({
  rpc: client,
  tell: () => undefined,
  reload: async () => undefined,
  acted: () => undefined,
  readings: 0,
  kept: new Map(),
});

/** Returns what views need to talk to the server. */
export function useServer(): Server {
  return useContext(ServerContext);
}

/** Returns the words for whatever was thrown. */
export function messageOf(thrown: unknown): string {
  return readFault(thrown).message;
}
