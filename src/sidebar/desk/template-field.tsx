/** Which template: the workbook's, the commune's own, or a .docx from this machine, read here and sent with the request. */
import { useId, useRef, useState } from "preact/hooks";
import type { OwnTemplate } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";

export type TemplateFile = { readonly name: string; readonly base64: string };

export type TemplateChoice =
  | { readonly kind: "default" }
  | { readonly kind: "own" }
  | { readonly kind: "file"; readonly file: TemplateFile | undefined };

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

type Props = {
  /** Null: the commune has none of its own. */
  readonly own: OwnTemplate | null;
  readonly choice: TemplateChoice;
  readonly onChoice: (choice: TemplateChoice) => void;
};

/** Shows the field. */
export function TemplateField({ own, choice, onChoice }: Props) {
  const id = useId();
  const kinds: readonly (readonly [TemplateChoice, string])[] = [
    [{ kind: "default" }, "Mẫu chuẩn của sổ"],
    ...(own ? [[{ kind: "own" }, `Mẫu riêng: ${own.name}`] as const] : []),
    [{ kind: "file", file: undefined }, "Tệp .docx của cấp trên"],
  ];
  return (
    <fieldset>
      <legend>Mẫu báo cáo</legend>
      {kinds.map(([of, name]) => (
        <p class="check" key={of.kind}>
          <input
            id={`${id}-${of.kind}`}
            type="radio"
            name={`${id}-template`}
            checked={choice.kind === of.kind}
            onChange={() => onChoice(of)}
          />
          <label for={`${id}-${of.kind}`}>{name}</label>
        </p>
      ))}
      {choice.kind === "file" && <FileField file={choice.file} onFile={(file) => onChoice({ kind: "file", file })} />}
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
  const take = async (chosen: File | undefined): Promise<void> => {
    setWrong("");
    onFile(undefined);
    if (!chosen) return;
    if (!/\.docx$/i.test(chosen.name)) return setWrong(`Cần tệp .docx; thấy “${chosen.name}”. Hãy chọn tệp khác.`);
    if (chosen.size > LARGEST) return setWrong("Tệp lớn quá 5 MB. Hãy bỏ bớt ảnh trong mẫu rồi chọn lại.");
    try {
      onFile({ name: chosen.name, base64: await readBase64(chosen) });
    } catch {
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
