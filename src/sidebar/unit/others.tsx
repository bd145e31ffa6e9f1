/** A mailbox that answers for several units chooses which one it sees. */
import { useId } from "preact/hooks";
import type { Checklist } from "../../addon/rpc.ts";
import { useAct } from "../parts/act.ts";
import { useServer } from "../server.ts";

type Props = { readonly checklist: Checklist; readonly take: (checklist: Checklist) => void };

/** Shows the choice; nothing if there is one unit. */
export function Others({ checklist, take }: Props) {
  const { rpc } = useServer();
  const id = useId();
  const { act, busy } = useAct(async (unit: string) => take(await rpc("getChecklist", { unit })));
  const { unit, others } = checklist;
  if (others.length === 0) return null;
  return (
    <div class="field">
      <label for={id}>Đơn vị của bạn</label>
      {/* Never off: what has the focus would lose it. A further choice is passed over until the first is there. */}
      <select
        id={id}
        value={unit.unit}
        aria-busy={busy}
        onChange={({ currentTarget }) => void act(currentTarget.value)}
      >
        <option value={unit.unit}>{unit.name}</option>
        {others.map((other) => (
          <option key={other.unit} value={other.unit}>
            {other.name}
          </option>
        ))}
      </select>
    </div>
  );
}
