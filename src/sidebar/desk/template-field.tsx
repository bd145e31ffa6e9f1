/** Which template: the workbook's, the commune's own, or a .docx from this machine, read here and sent with the request. */
import { useId, useRef, useState } from "preact/hooks";
import type { OwnTemplate } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";

export type TemplateFile = { readonly name: string; readonly base64: string };

type TemplateKind = "default" | "own" | "file";

/** Which template, and the file that was chosen last, whether it is the one or not. */
export type TemplateChoice = { readonly kind: TemplateKind; readonly file: TemplateFile | undefined };

type Chosen = {
  readonly choice: TemplateChoice;
  readonly setKind: (kind: TemplateKind) => void;
  readonly setFile: (file: TemplateFile | undefined) => void;
};

/**
 * Keeps the choice for as long as the sidebar is open, the file with it: in memory, nowhere else. A file that was long to
 * read changes nothing of what was chosen meanwhile. `own`: the commune's own template, which is chosen where there is one.
 */
export function useTemplateChoice(own: OwnTemplate | null): Chosen {
  const [{ kind: chosen }, setChosen] = useUnsentTexts("template");
  const [{ name, base64 }, setRead] = useUnsentTexts("template file");
  const usual = own ? "own" : "default";
  // An own template that was forgotten meanwhile does not count.
  const isThere = chosen === "default" || chosen === "file" || (chosen === "own" && own !== null);
  return {
    choice: {
      kind: isThere ? chosen : usual,
      file: name === undefined || base64 === undefined ? undefined : { name, base64 },
    },
    setKind: (kind) => setChosen({ kind }),
    setFile: (file) => setRead(file ?? {}),
  };
}

/** What one call takes without the platform turning it away. */
const LARGEST = 5 * 1024 * 1024;

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

type Props = Chosen & {
  /** Null: the commune has none of its own. */
  readonly own: OwnTemplate | null;
};

/** Shows the field. */
export function TemplateField({ own, choice, setKind, setFile }: Props) {
  const id = useId();
  const kinds: readonly (readonly [TemplateKind, string])[] = [
    ["default", "Mẫu chuẩn của sổ"],
    ...(own ? [["own", `Mẫu riêng: ${own.name}`] as const] : []),
    ["file", "Tệp .docx của cấp trên"],
  ];
  return (
    <fieldset>
      <legend>Mẫu báo cáo</legend>
      {kinds.map(([kind, name]) => (
        <p class="check" key={kind}>
          <input
            id={`${id}-${kind}`}
            type="radio"
            name={`${id}-template`}
            checked={choice.kind === kind}
            onChange={() => setKind(kind)}
          />
          <label for={`${id}-${kind}`}>{name}</label>
        </p>
      ))}
      {choice.kind === "file" && <FileField file={choice.file} onFile={setFile} />}
    </fieldset>
  );
}

type FileProps = {
  readonly file: TemplateFile | undefined;
  readonly onFile: (file: TemplateFile | undefined) => void;
};

function FileField({ file, onFile }: FileProps) {
  const chooser = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState("");
  /** The file that was chosen last: an earlier one that is longer to read is not taken for it. */
  const latest = useRef<File | undefined>(undefined);
  const take = async (chosen: File | undefined): Promise<void> => {
    // Closing the dialog without a choice leaves the file that was chosen before.
    if (!chosen) return;
    latest.current = chosen;
    setWrong("");
    onFile(undefined);
    if (!/\.docx$/i.test(chosen.name)) return setWrong(`Cần tệp .docx; thấy “${chosen.name}”. Hãy chọn tệp khác.`);
    if (chosen.size > LARGEST) return setWrong("Tệp lớn quá 5 MB. Hãy bỏ bớt ảnh trong mẫu rồi chọn lại.");
    try {
      const base64 = await readBase64(chosen);
      if (latest.current === chosen) onFile({ name: chosen.name, base64 });
    } catch {
      if (latest.current === chosen)
        setWrong(`Không đọc được “${chosen.name}”. Hãy đóng tệp ở chương trình khác rồi chọn lại.`);
    }
  };
  return (
    <>
      <p class="quiet">{file ? `Dùng mẫu ${file.name}.` : "Chưa chọn tệp."}</p>
      {/* The browser's own button speaks the browser's language; ours stands in for it. */}
      <input
        ref={chooser}
        class="unseen"
        type="file"
        accept=".docx"
        tabIndex={-1}
        aria-label="Tệp mẫu .docx"
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      <Button onAct={() => chooser.current?.click()}>Chọn tệp…</Button>
      {wrong !== "" && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}
