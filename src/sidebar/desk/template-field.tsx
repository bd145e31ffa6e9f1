/** A template of the user's own: a .docx from this machine, read here and sent with the request. */
import { useRef, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";

export type TemplateFile = { readonly name: string; readonly base64: string };

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
  readonly file: TemplateFile | undefined;
  readonly onFile: (file: TemplateFile | undefined) => void;
};

/** Shows the field. */
export function TemplateField({ file, onFile }: Props) {
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
    <fieldset>
      <legend>Mẫu của cấp trên (.docx)</legend>
      <p class="quiet">{file ? `Dùng mẫu ${file.name}.` : "Không chọn thì dùng mẫu của sổ."}</p>
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
      <div class="row">
        <Button onAct={() => chooser.current?.click()}>Chọn tệp…</Button>
        {file && <Button onAct={() => onFile(undefined)}>Bỏ mẫu này</Button>}
      </div>
      {wrong !== "" && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </fieldset>
  );
}
