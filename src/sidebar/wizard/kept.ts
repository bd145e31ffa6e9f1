/** What is typed into the wizard is kept at the server a moment later: closed and opened again, it is there. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SetupDraft } from "../../addon/rpc.ts";
import { readFault } from "../rpc/faults.ts";
import { useServer } from "../server.ts";

/** Milliseconds without typing until it is sent. */
const PAUSE = 700;

const KEPT: Said = { isKept: true, words: "Đã giữ những gì bạn nhập." };

export type Said = { readonly isKept: boolean; readonly words: string };

/** Keeps a draft whenever it has changed; returns what to say about it. `null`: there is nothing to keep any more. */
export function useKept(draft: SetupDraft | null): Said {
  const { rpc } = useServer();
  const [said, setSaid] = useState<Said>({ isKept: true, words: "" });
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
        ({ problem }) => !isOver && setSaid(problem === "" ? KEPT : { isKept: false, words: problem }),
        (thrown: unknown) => {
          // Not kept: the next change sends it again.
          kept.current = "";
          if (!isOver) setSaid({ isKept: false, words: `Chưa giữ được những gì bạn vừa nhập. ${whatToDo(thrown)}` });
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

/** The server says itself what to do; of the connection, reading anew would lose what was typed. */
function whatToDo(thrown: unknown): string {
  const { kind, message } = readFault(thrown);
  return kind === "said" || kind === "permission"
    ? message
    : "Hãy xem mạng và đừng đóng bảng bên: gõ thêm hoặc bấm tiếp thì sổ giữ lại lần nữa.";
}
