/** Who may edit what: how many places are as they should be, and setting right those that are not. */
import type { Rights } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { NotLetIn } from "../parts/not-let-in.tsx";
import { Show } from "../parts/waiting.tsx";
import { type Notice, useServer } from "../server.ts";

/** Shows the check. */
export function CheckRights() {
  const { rpc, tell } = useServer();
  const { state, again, put } = useLoaded(() => rpc("showRights"));
  return (
    <Show state={state} again={again}>
      {({ checked, deviating, strays, refused }) => (
        <>
          <p>
            {deviating === 0
              ? `Đã xem ${checked} vùng: quyền sửa đúng cả.`
              : `${deviating} trên ${checked} vùng lệch quyền sửa. Từng vùng ở tab Quyền sửa.`}
          </p>
          {strays > 0 && <p class="quiet">{strays} vùng khóa do người khác thêm, sổ để nguyên.</p>}
          <NotLetIn refused={refused} />
          {deviating > 0 && (
            <Button
              look="main"
              busyText="Đang đặt lại…"
              onAct={async () => {
                const after = await rpc("repairRights");
                put(after);
                tell(sayRepaired(after));
              }}
            >
              Đặt lại quyền
            </Button>
          )}
        </>
      )}
    </Show>
  );
}

function sayRepaired({ deviating }: Rights): Notice {
  return deviating === 0
    ? { tone: "done", message: "Đã đặt lại quyền sửa; mọi vùng đều đúng." }
    : { tone: "fault", message: `Còn ${deviating} vùng chưa đặt lại được. Từng vùng ở tab Quyền sửa.` };
}
