/** The commune's plan: its settings, and the thresholds of its targets. Only what was changed is sent. */
import { useState } from "preact/hooks";
import type { SetupState } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { SettingFields } from "../parts/setting-fields.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { type TypedTexts, useServer } from "../server.ts";

type Props = { readonly setup: SetupState; readonly take: (setup: SetupState) => void };

const SAVED = "Đã lưu thiết lập.";

/** What the guide and the forms say at their top; set-up writes it again. */
const SHOWN_IN_FORMS = ["name", "kind", "province", "year", "deadline"];

function saidOf(changed: readonly { readonly key: string }[]): string {
  const isShown = changed.some(({ key }) => SHOWN_IN_FORMS.includes(key));
  return isShown ? `${SAVED} Chọn trình đơn Sổ 2282 → Lập sổ, lập biểu để đầu các biểu ghi theo.` : SAVED;
}

/** Shows the settings. */
export function Plan({ setup, take }: Props) {
  const { rpc, tell } = useServer();
  const [typed, setTyped] = useUnsentTexts("plan");
  const changed = setup.settings.filter(({ key, value }) => (typed[key] ?? value).trim() !== value);
  return (
    <>
      <SettingFields settings={setup.settings} typed={typed} onTyped={setTyped} />
      <Button
        look="main"
        busyText="Đang lưu…"
        isOff={changed.length === 0}
        onAct={async () => {
          const settings = Object.fromEntries(changed.map(({ key, value }) => [key, (typed[key] ?? value).trim()]));
          take(await rpc("saveSetup", { settings, targets: null, units: null }));
          setTyped({});
          tell({ tone: "done", message: saidOf(changed) });
        }}
      >
        Lưu
      </Button>
    </>
  );
}

/** Whole percents from 0 to 100; targets that count events, a whole number. */
function readThreshold(text: string): number | undefined {
  return /^\d{1,3}$/.test(text.trim()) && Number(text) <= 100 ? Number(text) : undefined;
}

/** Shows the thresholds; scope is changed in the tab itself, where its words are explained. */
export function Thresholds({ setup, take }: Props) {
  const { rpc, tell } = useServer();
  const [typed, setTyped] = useUnsentTexts("thresholds");
  const [wrong, setWrong] = useState<TypedTexts>({});
  const targets = setup.targets.filter(({ threshold }) => threshold !== null);
  const changed = targets.filter(
    ({ code, threshold }) => (typed[code] ?? String(threshold)).trim() !== String(threshold),
  );
  const save = async (): Promise<void> => {
    const faulty = changed.filter(({ code }) => readThreshold(typed[code] ?? "") === undefined);
    setWrong(
      Object.fromEntries(faulty.map(({ code }) => [code, `Cần số nguyên từ 0 đến 100; thấy “${typed[code] ?? ""}”.`])),
    );
    if (faulty.length > 0) return;
    const wanted = changed.map(({ code }) => ({ code, threshold: readThreshold(typed[code] ?? "") ?? null }));
    take(await rpc("saveSetup", { settings: null, targets: wanted, units: null }));
    setTyped({});
    tell({ tone: "done", message: SAVED });
  };
  return (
    <>
      {targets.map(({ code, name, threshold, scope }) => (
        <Field
          key={code}
          label={`${code}: ${name}`}
          value={typed[code] ?? String(threshold)}
          inputMode="numeric"
          maxLength={3}
          help={scope === "" ? "" : `Phạm vi: ${scope}`}
          wrong={wrong[code] ?? ""}
          onInput={(text) => setTyped({ ...typed, [code]: text })}
        />
      ))}
      <p class="quiet">Phạm vi sửa ở tab Chỉ tiêu.</p>
      <Button look="main" busyText="Đang lưu…" isOff={changed.length === 0} onAct={save}>
        Lưu
      </Button>
    </>
  );
}
