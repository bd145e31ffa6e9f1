/** The sidebar as a whole: one call for the first paint, then the view of whoever asks; one place for notices. */
import { useCallback, useMemo, useState } from "preact/hooks";
import type { Desk as DeskData } from "../addon/rpc.ts";
import { Desk } from "./desk/desk.tsx";
import { useLoaded } from "./parts/act.ts";
import { Button } from "./parts/button.tsx";
import { Empty, Failed, Waiting } from "./parts/waiting.tsx";
import { type Notice, type Server, ServerContext, useServer } from "./server.ts";
import { UnitView } from "./unit/unit-view.tsx";
import { Wizard } from "./wizard/wizard.tsx";

/** Shows the sidebar. */
export function App() {
  const { rpc } = useServer();
  const { state, again } = useLoaded(() => rpc("getDesk"));
  const [notice, setNotice] = useState<Notice | undefined>(undefined);
  const reload = useCallback(() => {
    setNotice(undefined);
    again();
  }, [again]);
  const server: Server = useMemo(() => ({ rpc, tell: setNotice, reload }), [rpc, reload]);
  return (
    <ServerContext.Provider value={server}>
      {state.kind !== "loaded" && (
        <main class="alone">
          <h1>Sổ 2282</h1>
          {state.kind === "loading" ? <Waiting /> : <Failed message={state.message} again={reload} />}
        </main>
      )}
      {state.kind === "loaded" && <Whose desk={state.value} />}
      <Told notice={notice} close={() => setNotice(undefined)} />
    </ServerContext.Provider>
  );
}

function Whose({ desk }: { readonly desk: DeskData }) {
  const { reload } = useServer();
  switch (desk.kind) {
    case "coordinator":
      return <Desk first={desk} />;
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
function Told({ notice, close }: { readonly notice: Notice | undefined; readonly close: () => void }) {
  const { reload } = useServer();
  return (
    <div class="told" role={notice?.tone === "fault" ? "alert" : "status"}>
      {notice && (
        <div class={`box ${notice.tone === "fault" ? "bad" : "good"}`}>
          <p>{notice.message}</p>
          <div class="row">
            <Button onAct={close}>Đóng</Button>
            {notice.tone === "fault" && <Button onAct={reload}>Tải lại</Button>}
          </div>
        </div>
      )}
    </div>
  );
}
