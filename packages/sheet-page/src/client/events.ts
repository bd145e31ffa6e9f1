/**
 * Listens to the workbook's events. A browser opens only six connections to one server, so a worker holds one for all
 * windows. Without shared workers, a visible window holds its own.
 */
import type { PageEvent } from "../protocol.ts";
import { PROGRAM } from "./program.ts";

const PATH = "/api/events";

/** Listens to events. `lost` is called when the connection breaks and returns. */
export function listen(hear: (event: PageEvent) => void, lost: (isLost: boolean) => void): void {
  if (typeof SharedWorker === "undefined") {
    listenAlone(hear, lost);
    return;
  }
  const { port } = new SharedWorker("/events.js", { name: PROGRAM, type: "module" });
  port.onmessage = ({ data }: MessageEvent<PageEvent | { readonly lost: boolean }>) => {
    if ("lost" in data) lost(data.lost);
    else hear(data);
  };
  port.start();
  // A closing window must say so: the worker cannot notice it.
  addEventListener("pagehide", () => port.postMessage("bye"));
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) port.postMessage("back");
  });
}

function listenAlone(hear: (event: PageEvent) => void, lost: (isLost: boolean) => void): void {
  let source: EventSource | undefined;
  const open = (): void => {
    if (document.hidden || source) return;
    source = new EventSource(PATH);
    source.onmessage = ({ data }: MessageEvent<string>) => hear(JSON.parse(data));
    source.onopen = () => lost(false);
    source.onerror = () => lost(true);
  };
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return open();
    source?.close();
    source = undefined;
  });
  open();
}
