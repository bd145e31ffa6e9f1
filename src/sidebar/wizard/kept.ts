/** What is typed into the wizard is kept at the server a moment later: closed and opened again, it is there. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SetupDraft } from "../../addon/rpc.ts";
import { useServer, wordsOf } from "../server.ts";

/** Milliseconds without typing until it is sent. */
const PAUSE = 700;

/** Keeps a draft whenever it has changed; returns what to say about it. `null`: there is nothing to keep any more. */
export function useKept(draft: SetupDraft | null): string {
  const { rpc } = useServer();
  const [said, setSaid] = useState("");
  const text = draft === null ? "" : JSON.stringify(draft);
  const kept = useRef(text);
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    if (text === kept.current || text === "") return;
    let isOver = false;
    const timer = setTimeout(() => {
      const sent = latest.current;
      if (sent === null) return;
      kept.current = text;
      rpc("keepDraft", sent).then(
        ({ problem }) => !isOver && setSaid(problem === "" ? "Đã giữ những gì bạn nhập." : problem),
        (thrown: unknown) => {
          // Not kept: the next change sends it again.
          kept.current = "";
          if (!isOver) setSaid(`Chưa giữ được những gì bạn vừa nhập; hãy chưa đóng bảng bên. ${wordsOf(thrown)}`);
        },
      );
    }, PAUSE);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [rpc, text]);
  return said;
}
