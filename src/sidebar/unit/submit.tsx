/** Handing in: who confirms, by post and never by name, and that each 0 is truly none. */
import { useId, useState } from "preact/hooks";
import type { Checklist } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { GoTo } from "../parts/cell-link.tsx";
import { Field } from "../parts/field.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { useServer } from "../server.ts";

type Props = { readonly checklist: Checklist; readonly take: (checklist: Checklist) => void };

/** The zeros that were confirmed of these very figures: others, read again, are to be confirmed again. */
function useConfirmed(
  digest: string,
): readonly [confirmed: ReadonlySet<string>, setConfirmed: (keys: ReadonlySet<string>) => void] {
  const [confirmed, setConfirmed] = useState<{ readonly of: string; readonly keys: ReadonlySet<string> }>({
    of: digest,
    keys: new Set(),
  });
  return [confirmed.of === digest ? confirmed.keys : new Set(), (keys) => setConfirmed({ of: digest, keys })];
}

/** Shows the form, or why there is nothing to hand in now. */
export function Submit({ checklist, take }: Props) {
  const { rpc, tell, acted } = useServer();
  const [typed, setTyped] = useUnsentTexts(`submit ${checklist.unit.unit}`);
  const { role = "" } = typed;
  const [confirmed, setConfirmed] = useConfirmed(checklist.unit.digest);
  const [wrong, setWrong] = useState("");
  const id = useId();
  const { unit, zeros, obstacle } = checklist;
  if (obstacle !== "") {
    return (
      <section aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>Nộp báo cáo</h2>
        <p class="box none">{obstacle}</p>
      </section>
    );
  }
  const unconfirmed = zeros.filter(({ key }) => !confirmed.has(key)).length;
  const submit = async (): Promise<void> => {
    setWrong("");
    if (role.trim() === "") return setWrong("Cần ghi chức vụ của người xác nhận, ví dụ: Phó Trưởng trạm.");
    if (unconfirmed > 0)
      return setWrong(
        `Còn ${unconfirmed} số 0 chưa xác nhận. Đánh dấu nếu đúng là không có ai; nếu chưa có số liệu, hãy xóa số 0.`,
      );
    const request = { unit: unit.unit, digest: unit.digest, role: role.trim(), zeros: zeros.map(({ key }) => key) };
    const submitted = await rpc("submit", request);
    acted();
    take({ ...submitted, others: checklist.others });
    tell({ tone: "done", message: "Đã nộp báo cáo. Người tổng hợp sẽ xem và duyệt." });
  };
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>Nộp báo cáo</h2>
      {checklist.deadline.daysLeft < 0 && <p>Đã quá hạn: vẫn nộp được, báo cáo mang chữ “Nộp muộn”.</p>}
      {unit.state === "submitted" && unit.changedText !== "" && (
        <p>Số liệu đã sửa sau khi nộp: hãy nộp lại để người tổng hợp duyệt đúng số mới.</p>
      )}
      {zeros.length > 0 && (
        <fieldset>
          <legend>Các số 0: đúng là không có?</legend>
          {zeros.map(({ key, name, link }) => (
            <p class="check" key={key}>
              <input
                id={`${id}-${key}`}
                type="checkbox"
                checked={confirmed.has(key)}
                onChange={({ currentTarget }) => {
                  const rest = [...confirmed].filter((other) => other !== key);
                  setConfirmed(new Set(currentTarget.checked ? [...rest, key] : rest));
                }}
              />
              <label for={`${id}-${key}`}>{name}: 0</label>
              <GoTo link={link} about={`${name}, ${link.cell}`} />
            </p>
          ))}
        </fieldset>
      )}
      <Field
        label="Chức vụ người xác nhận"
        value={role}
        onInput={(text) => setTyped({ role: text })}
        maxLength={80}
        help="Chỉ ghi chức vụ, không ghi họ tên."
        wrong={wrong}
      />
      <Button look="main" busyText="Đang nộp…" onAct={submit}>
        Nộp báo cáo
      </Button>
    </section>
  );
}
