/** Units for the register: pasted from a spreadsheet, or the standard list; seen before anything is written. */
import { useId, useState } from "preact/hooks";
import type { SetupDraft, SetupState, SetupUnit, UnitsPreview } from "../../addon/rpc.ts";
import { useServer } from "../server.ts";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Section } from "./section.tsx";

/** More hamlets than any commune has. */
const MOST_HAMLETS = 99;

/** What was typed, and which of the two ways in was chosen. */
export type Entry = Pick<SetupDraft, "way" | "text" | "hamlets">;

export const FIRST_ENTRY: Entry = { way: "standard", text: "", hamlets: "10" };

type Props = {
  readonly types: SetupState["types"];
  readonly onPreview: (preview: UnitsPreview) => void;
  readonly entry: Entry;
  readonly onEntry: (entry: Entry) => void;
};

/** Shows the two ways in; hands over what the server made of it. */
export function UnitsEntry({ types, onPreview, entry, onEntry }: Props) {
  const { rpc } = useServer();
  const { way, text, hamlets } = entry;
  const [wrong, setWrong] = useState("");
  const id = useId();
  const preview = async (): Promise<void> => {
    setWrong("");
    if (way === "pasted") {
      if (text.trim() === "") return setWrong("Chưa có dòng nào. Hãy dán danh sách vào ô trên.");
      return onPreview(await rpc("previewUnits", { kind: "pasted", text }));
    }
    const count = Number(hamlets.trim());
    if (!/^\d+$/.test(hamlets.trim()) || count > MOST_HAMLETS) {
      return setWrong(`Cần số nguyên từ 0 đến ${MOST_HAMLETS}; thấy “${hamlets}”.`);
    }
    onPreview(await rpc("previewUnits", { kind: "standard", hamlets: count }));
  };
  return (
    <>
      <fieldset>
        <legend>Danh sách đơn vị lấy từ đâu?</legend>
        {(
          [
            ["standard", "Danh sách thường gặp của một xã"],
            ["pasted", "Dán từ bảng tính của bạn"],
          ] as const
        ).map(([kind, caption]) => (
          <p class="check" key={kind}>
            <input
              id={`${id}-${kind}`}
              type="radio"
              name={`${id}-way`}
              checked={way === kind}
              onChange={() => {
                onEntry({ ...entry, way: kind });
                setWrong("");
              }}
            />
            <label for={`${id}-${kind}`}>{caption}</label>
          </p>
        ))}
      </fieldset>
      {way === "pasted" ? (
        <Field
          label="Dán các dòng vào đây"
          value={text}
          onInput={(pasted) => {
            onEntry({ ...entry, text: pasted });
            setWrong("");
          }}
          rows={7}
          help={`Mỗi dòng một đơn vị, các cột: mã, tên, loại, hộp thư. Loại là một trong: ${types.map(({ name }) => name).join("; ")}.`}
          wrong={wrong}
        />
      ) : (
        <Field
          label="Số ấp"
          value={hamlets}
          onInput={(typed) => onEntry({ ...entry, hamlets: typed })}
          inputMode="numeric"
          maxLength={2}
          help="Tên và hộp thư sửa được sau, ở tab Đơn vị."
          wrong={wrong}
        />
      )}
      <Button look="main" busyText="Đang đọc…" onAct={preview}>
        Xem trước
      </Button>
    </>
  );
}

/** Shows what was read: the units by type, and the lines that cannot be used. */
export function UnitsRead({ preview, types }: { readonly preview: UnitsPreview; readonly types: SetupState["types"] }) {
  return (
    <>
      {preview.problems.length > 0 && (
        <div class="box bad" role="alert">
          <p>{preview.problems.length} dòng không dùng được:</p>
          <ul>
            {preview.problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Dòng {line}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p role="status">
        <strong>{preview.units.length} đơn vị</strong>
      </p>
      {types.map(({ type, name }) => (
        <OfType key={type} name={name} units={preview.units.filter((unit) => unit.type === type)} />
      ))}
    </>
  );
}

function OfType({ name, units }: { readonly name: string; readonly units: readonly SetupUnit[] }) {
  if (units.length === 0) return null;
  return (
    <Section title={name} note={String(units.length)} isOpen={units.length <= 6}>
      <ul>
        {units.map((unit) => (
          <li key={unit.code}>
            {unit.name} <span class="quiet">({unit.code})</span>
            {unit.mailboxes.length > 0 && <span class="quiet"> {unit.mailboxes.join(", ")}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
