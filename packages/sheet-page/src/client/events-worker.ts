/** The worker that all windows of a workbook share: it holds one connection and passes all events to them. */
import type { PageEvent } from "../protocol.ts";

const ports = new Set<MessagePort>();
let revision = 0;
let isLost = false;

function tell(message: PageEvent | { readonly lost: boolean }): void {
  for (const port of ports) port.postMessage(message);
}

function setLost(next: boolean): void {
  if (next !== isLost) tell({ lost: next });
  isLost = next;
}

const source = new EventSource("/api/events");
source.onopen = () => setLost(false);
source.onerror = () => setLost(true);
source.onmessage = ({ data }: MessageEvent<string>) => {
  const event: PageEvent = JSON.parse(data);
  if ("revision" in event) revision = event.revision;
  tell(event);
};

function add(port: MessagePort): void {
  ports.add(port);
  // The revision before this window opened: the window loads the workbook again if it is behind.
  if (revision > 0) port.postMessage({ kind: "hello", revision });
  if (isLost) port.postMessage({ lost: true });
}

addEventListener("connect", (event) => {
  if (!(event instanceof MessageEvent)) return;
  const [port] = event.ports;
  if (!port) return;
  port.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === "bye") ports.delete(port);
    if (data === "back") add(port);
  };
  add(port);
});
