/** The sidebar as a whole: one call for the first paint, then the view of whoever asks; one place for notices. */
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { Desk as DeskData } from "../addon/rpc.ts";
import { DeskView } from "./desk/desk.tsx";
import { RepairWorkbook } from "./desk/repair.tsx";
import { useLoaded } from "./parts/act.ts";
import { Button } from "./parts/button.tsx";
import { Section } from "./parts/section.tsx";
import { Empty, Failed, Waiting } from "./parts/waiting.tsx";
import type { FaultKind } from "./rpc/faults.ts";
import { type Notice, type Server, ServerContext, type TypedTexts, useServer } from "./server.ts";
import { UnitView } from "./unit/unit-view.tsx";
import { Wizard } from "./wizard/wizard.tsx";

/** Shows the sidebar. */
export function App() {
  const { rpc } = useServer();
  const { state, again, refresh } = useLoaded(() => rpc("getDesk"));
  const [notice, setNotice] = useState<Notice | undefined>(undefined);
  const [readings, setReadings] = useState(0);
  const [kept] = useState(() => new Map<string, TypedTexts>());
  const told = useRef(notice);
  told.current = notice;
  const acts = useRef(0);
  const acted = useCallback(() => {
    acts.current += 1;
  }, []);
  const isLoaded = state.kind === "loaded";
  const reload = useCallback(async () => {
    const before = told.current;
    if (isLoaded) {
      setReadings((count) => count + 1);
      for (let seen = -1; seen !== acts.current; ) {
        seen = acts.current;
        await refresh();
      }
    } else again();
    // What is told meanwhile stays.
    setNotice((now) => (now === before ? undefined : now));
  }, [again, refresh, isLoaded]);
  const server: Server = useMemo(
    () => ({ rpc, tell: setNotice, reload, acted, readings, kept }),
    [rpc, reload, acted, readings, kept],
  );
  return (
    <ServerContext.Provider value={server}>
      {state.kind !== "loaded" && (
        <main class="alone">
          <h1>Sổ 2282</h1>
          {state.kind === "loading" ? (
            <Waiting />
          ) : (
            <LoadError message={state.message} kind={state.fault} again={reload} />
          )}
        </main>
      )}
      {state.kind === "loaded" && <RoleView desk={state.value} />}
      <NoticeBar notice={notice} close={() => setNotice(undefined)} />
    </ServerContext.Provider>
  );
}

type LoadErrorProps = { readonly message: string; readonly kind: FaultKind; readonly again: () => void };

/** What the server says itself of a workbook that it cannot read is most often a structure that can be repaired. */
function LoadError({ message, kind, again }: LoadErrorProps) {
  return (
    <>
      <Failed message={message} again={again} />
      {kind === "said" && (
        <Section title="Kiểm tra và sửa sổ">
          <RepairWorkbook />
        </Section>
      )}
    </>
  );
}

function RoleView({ desk }: { readonly desk: DeskData }) {
  const { reload } = useServer();
  switch (desk.kind) {
    case "coordinator":
      return <DeskView first={desk} />;
    case "unit":
      return <UnitView first={desk.checklist} />;
    case "new":
      return desk.canSetUp ? (
        <Wizard />
      ) : (
        <main class="alone">
          <h1>Sổ 2282</h1>
          <Empty>Bảng tính này chưa lập sổ. Hãy nhờ chủ bảng tính mở Sổ 2282 để lập; bạn chưa phải làm gì.</Empty>
          <Button onAct={reload}>Tải lại</Button>
        </main>
      );
    case "visitor":
      return (
        <main class="alone">
          <h1>Sổ 2282</h1>
          <p>{desk.message}</p>
          {desk.mailbox !== "" && <p class="quiet">Bạn đang dùng hộp thư {desk.mailbox}.</p>}
          <Button onAct={reload}>Tải lại</Button>
        </main>
      );
  }
}

/** Over everything else, so that nothing moves; what went wrong stays until it is closed. */
function NoticeBar({ notice, close }: { readonly notice: Notice | undefined; readonly close: () => void }) {
  const { reload } = useServer();
  /** Where the focus was before it came here: there it goes on. */
  const before = useRef<Element | null>(null);
  return (
    <div
      class="told"
      role={notice?.tone === "fault" ? "alert" : "status"}
      onFocusIn={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Element && !currentTarget.contains(relatedTarget)) before.current = relatedTarget;
      }}
    >
      {notice && (
        <div class={`box ${notice.tone === "fault" ? "bad" : "good"}`}>
          <p>{notice.message}</p>
          <div class="row">
            <Button
              onAct={() => {
                close();
                if (before.current instanceof HTMLElement) before.current.focus();
              }}
            >
              Đóng
            </Button>
            {notice.tone === "fault" && (
              <Button busyText="Đang đọc…" onAct={reload}>
                Tải lại
              </Button>
            )}
          </div>
        </div>
      )}
    </div>
  );
}
