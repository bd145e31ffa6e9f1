/** A field of a form: caption, what to type, and what is wrong with it. */
import { useId } from "preact/hooks";

type Props = {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly help?: string;
  readonly wrong?: string;
  readonly type?: "text" | "search";
  readonly inputMode?: "numeric" | "text";
  readonly rows?: number;
  readonly maxLength?: number;
};

/** Shows a field for a line of text; with `rows`, for several. */
export function Field({ label, value, onInput, help, wrong, type = "text", inputMode, rows, maxLength = 300 }: Props) {
  const id = useId();
  const said = [help ? `${id}-help` : "", wrong ? `${id}-wrong` : ""].filter((part) => part !== "").join(" ");
  const shared = {
    id,
    value,
    "aria-describedby": said === "" ? undefined : said,
    "aria-invalid": wrong !== undefined && wrong !== "",
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Control {...shared} type={type} rows={rows} inputMode={inputMode} maxLength={maxLength} onInput={onInput} />
      {help && (
        <span class="quiet" id={`${id}-help`}>
          {help}
        </span>
      )}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`} role="alert">
          {wrong}
        </span>
      )}
    </div>
  );
}

type ControlProps = {
  readonly id: string;
  readonly value: string;
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": boolean;
  readonly type: "text" | "search";
  readonly rows: number | undefined;
  readonly inputMode: "numeric" | "text" | undefined;
  readonly maxLength: number;
  readonly onInput: (value: string) => void;
};

function Control({ type, rows, inputMode, maxLength, onInput, ...shared }: ControlProps) {
  const take = ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
    onInput(currentTarget.value);
  if (rows !== undefined) return <textarea {...shared} rows={rows} spellcheck={false} onInput={take} />;
  if (type === "search") return <input {...shared} type="search" maxLength={maxLength} onInput={take} />;
  return (
    <input {...shared} type="text" maxLength={maxLength} inputMode={inputMode} autocomplete="off" onInput={take} />
  );
}
