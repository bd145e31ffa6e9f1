/** What is typed into the wizard is kept at the server a moment later: closed and opened again, it is there. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SetupDraft } from "../../addon/rpc.ts";
import { readFault } from "../rpc/faults.ts";
import { useServer } from "../server.ts";

/** Milliseconds without typing until it is sent. */
const PAUSE = 700;

const NOTHING: SaveNotice = { isKept: true, words: "" };
const KEPT: SaveNotice = { isKept: true, words: "Đã giữ những gì bạn nhập." };
const KEEPING: SaveNotice = { isKept: true, words: "Đang giữ những gì bạn nhập…" };

export type SaveNotice = { readonly isKept: boolean; readonly words: string };

/** Keeps a draft whenever it has changed; returns what to say about it. `null`: there is nothing to keep any more. */
export function useSavedDraft(draft: SetupDraft | null): SaveNotice {
  const { rpc } = useServer();
  const text = draft === null ? "" : JSON.stringify(draft);
  /** What was sent last, or what it was opened with. */
  const kept = useRef(text);
  /** What is to be said, and of which text. */
  const [told, setTold] = useState<{ readonly of: string; readonly said: SaveNotice }>({ of: text, said: NOTHING });
  const latest = useRef(draft);
  latest.current = draft;
  useEffect(() => {
    if (text === kept.current || text === "") return;
    const timer = setTimeout(() => {
      const sent = latest.current;
      if (sent === null) return;
      kept.current = text;
      // What comes after a later text was sent tells nothing any more.
      const tell = (said: SaveNotice) => kept.current === text && setTold({ of: text, said });
      rpc("keepDraft", sent).then(
        ({ problem }) => tell(problem === "" ? KEPT : { isKept: false, words: problem }),
        (thrown: unknown) => {
          tell({ isKept: false, words: `Chưa giữ được những gì bạn vừa nhập. ${whatToDo(thrown)}` });
          // Not kept: the next change sends it again.
          if (kept.current === text) kept.current = "";
        },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [rpc, text]);
  // Nobody is told of the last letters that they are kept before they are.
  return told.said.isKept && told.of !== text ? KEEPING : told.said;
}

/** The server says itself what to do; of the connection, reading again would lose what was typed. */
function whatToDo(thrown: unknown): string {
  const { kind, message } = readFault(thrown);
  return kind === "said" || kind === "permission"
    ? message
    : "Hãy xem mạng và đừng đóng bảng bên: gõ thêm hoặc bấm tiếp thì sổ giữ lại lần nữa.";
}
