/** A template of the user's own: a .docx from this machine, read here and sent with the request. */
import { useId, useState } from "preact/hooks";

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
  const id = useId();
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
    <div class="field">
      <label for={id}>Mẫu của cấp trên (.docx)</label>
      <input
        id={id}
        type="file"
        accept=".docx"
        aria-describedby={`${id}-help`}
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      <span class="quiet" id={`${id}-help`}>
        {file ? `Dùng mẫu ${file.name}.` : "Để trống thì dùng mẫu của sổ."}
      </span>
      {wrong !== "" && (
        <span class="wrong" role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}
