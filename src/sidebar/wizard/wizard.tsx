/**
 * The first run: the plan, the units, a look at both, and the making. Nothing is written into the workbook before the third
 * step's end; until then what was typed is kept beside it.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { SetupState, UnitsPreview } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { Creation } from "../parts/creation.tsx";
import { SettingFields } from "../parts/setting-fields.tsx";
import { type Entry, FIRST_ENTRY, UnitsEntry, UnitsRead } from "../parts/units-entry.tsx";
import { Show } from "../parts/waiting.tsx";
import { type TypedTexts, useServer } from "../server.ts";
import { useSavedDraft } from "./saved-draft.ts";

const STEPS = ["Kế hoạch", "Đơn vị", "Xem lại", "Lập sổ"] as const;

type WizardStep = 0 | 1 | 2 | 3;

/** What a commune has to say before it starts; everything else has its place in the settings. */
const ASKED = ["name", "kind", "province", "plan_no", "plan_date", "year", "deadline"];

/** What cannot be left blank, and what is said where it is. */
const NEEDED: TypedTexts = {
  name: "Cần tên của xã, phường, ví dụ: Vĩnh Phong.",
  year: "Cần năm báo cáo, bốn chữ số.",
  deadline: "Cần hạn nộp, ngày/tháng/năm.",
};

/** This year and its usual deadline, where nothing is written yet. */
function proposed(settings: SetupState["settings"]): TypedTexts {
  const year = String(new Date().getFullYear());
  const proposals: TypedTexts = { year, deadline: `15/11/${year}` };
  const blank = settings.filter(({ key, value }) => value === "" && proposals[key] !== undefined);
  return Object.fromEntries(blank.map(({ key }) => [key, proposals[key] ?? ""]));
}

/** Shows the wizard. */
export function Wizard() {
  const { rpc } = useServer();
  const { state, again } = useLoaded(() => rpc("getSetup"));
  return (
    <main class="alone">
      <h1>Lập sổ cho xã</h1>
      <Show state={state} again={again}>
        {(setup) => <Steps setup={setup} />}
      </Show>
    </main>
  );
}

function Steps({ setup }: { readonly setup: SetupState }) {
  const { rpc, reload } = useServer();
  // An earlier run was closed after the units had been written: what is left is the making.
  const isUnderWay = setup.units.length > 0 && (setup.formless.length > 0 || !setup.isMade);
  const { draft } = setup;
  const [step, setStep] = useState<WizardStep>(isUnderWay ? 3 : draft?.step === 1 ? 1 : 0);
  const [typed, setTyped] = useState<TypedTexts>(() => draft?.settings ?? proposed(setup.settings));
  const [entry, setEntry] = useState<Entry>(draft ?? FIRST_ENTRY);
  const [wrong, setWrong] = useState<TypedTexts>({});
  const asked = setup.settings.filter(({ key }) => ASKED.includes(key));
  const answerTo = ({ key, value }: SetupState["settings"][number]): string => (typed[key] ?? value).trim();
  const [preview, setPreview] = useState<UnitsPreview | undefined>(undefined);
  const { way, text, hamlets } = entry;
  const said = useSavedDraft(step === 3 ? null : { settings: typed, step: Math.min(step, 1), way, text, hamlets });
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) heading.current?.focus();
    shown.current = step;
  }, [step]);
  const save = async (): Promise<void> => {
    const filled = asked.filter((setting) => answerTo(setting) !== "");
    const settings = Object.fromEntries(filled.map((setting) => [setting.key, answerTo(setting)]));
    await rpc("saveSetup", { settings, targets: null, units: preview?.units ?? null });
    setStep(3);
  };
  return (
    <>
      <ol class="steps" aria-label="Các bước">
        {STEPS.map((name, index) => (
          <li key={name} aria-current={index === step ? "step" : undefined} class={index < step ? "past" : ""}>
            {name}
          </li>
        ))}
      </ol>
      <h2 ref={heading} tabIndex={-1}>
        Bước {step + 1}: {STEPS[step]}
      </h2>
      {step < 2 && draft && <p class="quiet">Đã mở lại phần bạn nhập dở lần trước.</p>}
      {step === 0 && (
        <>
          <p>Ghi theo kế hoạch của xã. Mọi mục đều sửa được về sau.</p>
          <SettingFields settings={asked} typed={typed} onTyped={setTyped} wrong={wrong} />
          <Button
            look="main"
            onAct={() => {
              const blank = asked.filter((setting) => NEEDED[setting.key] !== undefined && answerTo(setting) === "");
              setWrong(Object.fromEntries(blank.map(({ key }) => [key, NEEDED[key] ?? ""])));
              if (blank.length === 0) setStep(1);
            }}
          >
            Tiếp: đơn vị
          </Button>
        </>
      )}
      {step === 1 && (
        <>
          <UnitsEntry
            types={setup.types}
            entry={entry}
            onEntry={setEntry}
            onPreview={(read) => {
              setPreview(read);
              setStep(2);
            }}
          />
          <Button onAct={() => setStep(0)}>Quay lại</Button>
        </>
      )}
      {step === 2 && preview && (
        <>
          <dl class="review">
            {asked.map((setting) => (
              <div key={setting.key}>
                <dt>{setting.name}</dt>
                <dd>{answerTo(setting) || "(để trống)"}</dd>
              </div>
            ))}
          </dl>
          <UnitsRead preview={preview} types={setup.types} />
          <Button look="main" busyText="Đang ghi…" isOff={preview.units.length === 0} onAct={save}>
            Lập sổ
          </Button>
          <Button onAct={() => setStep(1)}>Quay lại</Button>
        </>
      )}
      {step < 3 && (
        <p class={`kept ${said.isKept ? "quiet" : "wrong"}`} role="status">
          {said.words}
        </p>
      )}
      {step === 3 && <Creation onDone={reload} />}
    </>
  );
}
