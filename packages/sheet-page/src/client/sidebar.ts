/** The frame at the right in which the add-on shows its page; makes the page's calls. */
import type { CallOutcome, FromFrame, ToFrame } from "../bridged.ts";
import type { RunAnswer } from "../protocol.ts";
import { callFunction } from "./server.ts";

/** The words that the platform has for a lost connection: the add-on's page knows them. */
const LOST = "NetworkError: Connection failure due to HTTP 0";

export type Sidebar = { readonly open: (title: string) => void };

/** Makes the frame's place. `heard` gets each answer, for what the page around must do. */
export function createSidebar(place: HTMLElement, heard: (answer: RunAnswer) => void): Sidebar {
  let frame: HTMLIFrameElement | undefined;
  const close = (): void => {
    place.replaceChildren();
    place.hidden = true;
    frame = undefined;
  };
  const answerCall = async (name: string, args: string): Promise<CallOutcome> => {
    try {
      const answer = await callFunction(name, JSON.parse(args));
      heard(answer);
      return answer.error === undefined ? { result: JSON.stringify(answer.result) } : { error: answer.error };
    } catch (thrown) {
      if (thrown instanceof TypeError) return { error: LOST };
      return { error: thrown instanceof Error ? thrown.message : String(thrown) };
    }
  };
  window.addEventListener("message", async ({ source, data }: MessageEvent<FromFrame>) => {
    const asking = frame?.contentWindow;
    if (!asking || source !== asking) return;
    if (data.kind === "close") return close();
    const answer = await answerCall(data.name, data.args);
    // The frame has no origin of its own that could be named.
    const message: ToFrame = { id: data.id, ...answer };
    asking.postMessage(message, "*");
  });
  return {
    open(title) {
      close();
      const heading = document.createElement("h2");
      heading.textContent = title;
      const button = document.createElement("button");
      button.type = "button";
      button.className = "control";
      button.textContent = "Đóng";
      button.onclick = close;
      const bar = document.createElement("div");
      bar.append(heading, button);
      frame = document.createElement("iframe");
      frame.title = title;
      // What may run in it is said by the policy that its document comes with.
      frame.src = "/sidebar";
      place.append(bar, frame);
      place.hidden = false;
    },
  };
}
