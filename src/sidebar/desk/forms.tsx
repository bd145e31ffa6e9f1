/** Units and their forms: adding units to the register, and making the forms that are missing. */
import { useState } from "preact/hooks";
import type { SetupState, UnitsPreview } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { Creation } from "../parts/creation.tsx";
import { type Entry, FIRST_ENTRY, UnitsEntry, UnitsRead } from "../parts/units-entry.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { useServer } from "../server.ts";

type Props = {
  readonly setup: SetupState;
  readonly take: (setup: SetupState) => void;
  /** Opens the overview, once the forms are made. */
  readonly onMade: () => void;
};

/** Shows what there is, and the two things to do. */
export function Forms({ setup, take, onMade }: Props) {
  const { rpc, tell, reload } = useServer();
  const [mode, setMode] = useState<"look" | "add" | "make">("look");
  const [typed, setTyped] = useUnsentTexts("units-entry");
  const { text = FIRST_ENTRY.text, hamlets = FIRST_ENTRY.hamlets } = typed;
  const entry: Entry = { way: typed["way"] === "pasted" ? "pasted" : "standard", text, hamlets };
  const [preview, setPreview] = useState<UnitsPreview | undefined>(undefined);
  if (mode === "make") {
    const open = async (): Promise<void> => {
      await reload();
      onMade();
    };
    return <Creation onDone={open} />;
  }
  if (mode === "look") {
    const { units, formless } = setup;
    return (
      <>
        <p>
          {units.length} đơn vị.{" "}
          {formless.length === 0 ? "Đơn vị nào cũng có biểu." : `Chưa có biểu: ${formless.join(", ")}.`}
        </p>
        <div class="row">
          {formless.length > 0 && (
            <Button look="main" onAct={() => setMode("make")}>
              Lập {formless.length} biểu
            </Button>
          )}
          <Button onAct={() => setMode("add")}>Thêm đơn vị</Button>
        </div>
      </>
    );
  }
  const leave = (): void => {
    setMode("look");
    setPreview(undefined);
  };
  if (!preview) {
    return (
      <>
        <UnitsEntry types={setup.types} onPreview={setPreview} entry={entry} onEntry={(now) => setTyped({ ...now })} />
        <Button onAct={leave}>Thôi</Button>
      </>
    );
  }
  return (
    <>
      <UnitsRead preview={preview} types={setup.types} />
      <p class="quiet">Đơn vị đã có trong sổ được giữ nguyên.</p>
      <div class="row">
        <Button
          look="main"
          busyText="Đang ghi…"
          isOff={preview.units.length === 0}
          onAct={async () => {
            take(await rpc("saveSetup", { settings: null, targets: null, units: preview.units }));
            setTyped({});
            tell({ tone: "done", message: "Đã ghi danh sách. Đang lập biểu cho đơn vị mới." });
            setMode("make");
          }}
        >
          Ghi và lập biểu
        </Button>
        <Button onAct={() => setPreview(undefined)}>Quay lại</Button>
      </div>
    </>
  );
}
