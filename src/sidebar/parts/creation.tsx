/**
 * Making the forms, run by run, with what is done and what is left. The server keeps what each run has made, so that the
 * sidebar may be closed at any time: opened again, it goes on from there.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SetupRun } from "../../addon/rpc.ts";
import { messageOf, useServer } from "../server.ts";
import { Button } from "./button.tsx";
import { NotLetIn } from "./not-let-in.tsx";
import { Progress } from "./progress.tsx";

type CreationState =
  | { readonly kind: "running"; readonly made: number; readonly left: number | undefined }
  | { readonly kind: "stopped"; readonly made: number; readonly left: number | undefined; readonly message: string }
  | {
      readonly kind: "done";
      readonly made: number;
      readonly busy: readonly string[];
      readonly refused: readonly string[];
      readonly look: readonly string[];
    };

type Props = { readonly onDone: () => void | Promise<void> };

/** Runs the set-up until nothing is left, and says how far it is. */
export function Creation({ onDone }: Props) {
  const { rpc } = useServer();
  const [outcome, setOutcome] = useState<CreationState>({ kind: "running", made: 0, left: undefined });
  /** Counts up when the view goes or a new round begins; an older round then stops asking. */
  const round = useRef(0);
  /** What any run found to look at. */
  const look = useRef<string[]>([]);
  const run = async (made: number): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    let done = made;
    let left: number | undefined;
    const refused: string[] = [];
    setOutcome({ kind: "running", made: done, left });
    try {
      for (;;) {
        const step: SetupRun = await rpc("setUpWorkbook");
        if (mine !== round.current) return;
        const stuck = step.made === 0 && step.left > 0;
        done += step.made;
        look.current.push(...(step.look ?? []));
        left = step.left;
        refused.push(...(step.refused ?? []));
        if (step.left === 0) {
          return setOutcome({ kind: "done", made: done, busy: step.busy, refused, look: look.current });
        }
        if (stuck) {
          const message = `Lần chạy vừa rồi không lập thêm được tab nào${sayBusy(step.busy)}. Hãy đợi một phút rồi bấm Lập tiếp.`;
          return setOutcome({ kind: "stopped", made: done, left, message });
        }
        setOutcome({ kind: "running", made: done, left });
      }
    } catch (thrown) {
      if (mine === round.current) setOutcome({ kind: "stopped", made: done, left, message: messageOf(thrown) });
    }
  };
  const start = useRef(run);
  useEffect(() => {
    void start.current(0);
    return () => {
      round.current += 1;
    };
  }, []);
  if (outcome.kind === "done") {
    return (
      <div class="box good" role="status">
        <p>Đã lập xong{outcome.made > 0 ? ` ${outcome.made} tab` : ""}: mỗi đơn vị có một biểu để nhập.</p>
        {outcome.busy.length > 0 && (
          <p>Tab {outcome.busy.join(", ")} có người đang nhập nên để nguyên: hãy lập lại sau vài phút.</p>
        )}
        <NotLetIn refused={outcome.refused} />
        {outcome.look.length > 0 && (
          <>
            <p>Bảng tính trước đây đọc ngày theo cách của nước khác. Các ngày sau có thể bị đảo ngày với tháng:</p>
            <ul>
              {outcome.look.map((message) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          </>
        )}
        <Button look="main" onAct={onDone}>
          Mở sổ
        </Button>
      </div>
    );
  }
  const { made, left } = outcome;
  const text =
    left === undefined
      ? made > 0
        ? `Đã lập ${made} tab`
        : outcome.kind === "running"
          ? "Đang bắt đầu"
          : "Chưa lập được"
      : `${made}/${made + left} tab`;
  return (
    <section aria-label="Lập biểu">
      <Progress label="Lập biểu" done={made} all={left === undefined ? 0 : made + left} text={text} />
      {outcome.kind === "running" ? (
        <p class="quiet" role="status">
          Đang lập… Đóng bảng bên không mất gì: phần đã lập được giữ, mở lại là lập tiếp.
        </p>
      ) : (
        <div class="box bad" role="alert">
          <p>{outcome.message}</p>
          <p>Phần đã lập được giữ nguyên.</p>
          <Button look="main" onAct={() => run(made)}>
            Lập tiếp
          </Button>
        </div>
      )}
    </section>
  );
}

function sayBusy(busy: readonly string[]): string {
  return busy.length === 0 ? "" : `; tab ${busy.join(", ")} có người đang nhập`;
}
