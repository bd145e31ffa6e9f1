/** Who may edit what: how many places are as they should be, and setting right those that are not. */
import { useLoaded } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";

/** Shows the check. */
export function CheckRights() {
  const { rpc, tell } = useServer();
  const { state, again, put } = useLoaded(() => rpc("showRights"));
  return (
    <Show state={state} again={again}>
      {({ checked, deviating, strays }) => (
        <>
          <p>
            {deviating === 0
              ? `Đã xem ${checked} vùng: quyền sửa đúng cả.`
              : `${deviating} trên ${checked} vùng lệch quyền sửa. Từng vùng ở tab Quyền sửa.`}
          </p>
          {strays > 0 && <p class="quiet">{strays} vùng khóa do người khác thêm, sổ để nguyên.</p>}
          {deviating > 0 && (
            <Button
              look="main"
              busyText="Đang đặt lại…"
              onAct={async () => {
                put(await rpc("mendRights"));
                tell({ tone: "done", message: "Đã đặt lại quyền sửa." });
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
