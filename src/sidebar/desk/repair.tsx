/** Repair: what people broke in the workbook's structure, what will be repaired, and what was. */
import { useState } from "preact/hooks";
import type { Repair, RepairFinding } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Ask } from "../parts/ask.tsx";
import { Button } from "../parts/button.tsx";
import { NotLetIn } from "../parts/not-let-in.tsx";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";

/** Shows the repair. */
export function RepairWorkbook() {
  const { rpc } = useServer();
  const { state, again } = useLoaded(() => rpc("getRepairPlan"));
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState<Repair | undefined>(undefined);
  return (
    <>
      {done && <Mended repair={done} />}
      <Show state={state} again={again}>
        {({ findings }) => {
          if (findings.length === 0)
            return (
              <p>
                Xem nhanh cả sổ không thấy chỗ nào lệch. Muốn xem kỹ từng ô, hãy chọn trình đơn Sổ 2282 → Kiểm tra và
                sửa sổ.
              </p>
            );
          const canRepair = findings.some(({ remedy }) => remedy !== "look");
          return (
            <>
              <Findings findings={findings} />
              {!canRepair && <p class="quiet">Các chỗ này cần người xem; sổ không tự sửa.</p>}
              {canRepair && !asking && (
                <Button look="main" onAct={() => setAsking(true)}>
                  Sửa sổ…
                </Button>
              )}
              {asking && (
                <Ask
                  question="Sửa các chỗ này? Sổ giữ một bản sao của cả tệp trước khi sửa; số liệu đã nhập được giữ nguyên."
                  yes="Sửa sổ"
                  busyText="Đang sửa…"
                  onYes={async () => {
                    setDone(await rpc("repairWorkbook"));
                    setAsking(false);
                    again();
                  }}
                  onNo={() => setAsking(false)}
                />
              )}
            </>
          );
        }}
      </Show>
    </>
  );
}

function Findings({ findings }: { readonly findings: readonly RepairFinding[] }) {
  return (
    <>
      <p>{findings.length} chỗ lệch so với cấu trúc của sổ:</p>
      <ul>
        {findings.map(({ tab, cell, code, message }) => (
          <li key={`${tab} ${cell} ${code} ${message}`}>{message}</li>
        ))}
      </ul>
    </>
  );
}

function Mended({ repair: { copy, copyUrl, busy, refused, finished, left } }: { readonly repair: Repair }) {
  return (
    <div class={`box ${finished ? "good" : "near"}`} role="status">
      <p>{finished ? "Đã sửa sổ." : "Chưa sửa xong vì hết giờ. Hãy bấm Sửa sổ lần nữa để sửa tiếp."}</p>
      {left.length > 0 && <p>Còn {left.length} chỗ cần người xem.</p>}
      {busy.length > 0 && <p>Tab {busy.join(", ")} có người đang nhập nên để nguyên: hãy sửa lại sau vài phút.</p>}
      <NotLetIn refused={refused} />
      {copy !== "" && (
        <p>
          Bản trước khi sửa:{" "}
          {copyUrl.startsWith("https://") ? (
            <a href={copyUrl} target="_blank" rel="noopener noreferrer">
              {copy}
            </a>
          ) : (
            copy
          )}
        </p>
      )}
    </div>
  );
}
