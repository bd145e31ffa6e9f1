/** The form of a report: which kind, what it bears, by which template, and whether it is kept in Drive. */
import { useId, useState } from "preact/hooks";
import type { MakeReportRequest, ReportState } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { TemplateField, useTemplateChoice } from "./template-field.tsx";

/** Reads `5/12/2026` as `2026-12-05`; nothing typed is null, what is no day of the calendar undefined. */
export function readDateField(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const at = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isReal = new Date(`${at}T00:00:00Z`).toJSON()?.startsWith(at) === true;
  return isReal ? at : undefined;
}

type Props = { readonly report: ReportState; readonly onMake: (request: MakeReportRequest) => Promise<void> };

/** Shows the form. */
export function ReportForm({ report, onMake }: Props) {
  const [typed, setTyped] = useUnsentTexts("report");
  const { number = "", date = "", individuals = "" } = typed;
  const wanted = report.kinds.find(({ kind: of }) => of === typed["kind"]);
  const kind = (wanted ?? report.kinds.find(({ suggested }) => suggested))?.kind ?? "year";
  const [wrong, setWrong] = useState("");
  const template = useTemplateChoice(report.template);
  const { choice } = template;
  const [keep, setKeep] = useState(report.drive);
  const id = useId();
  const make = async (): Promise<void> => {
    const day = readDateField(date);
    const isDay = day !== undefined;
    setWrong(isDay ? "" : `Cần ngày có thật, ví dụ 05/12/2026; thấy “${date}”.`);
    if (!isDay) return;
    await onMake({
      kind,
      number: number.trim() === "" ? null : number.trim(),
      date: day,
      template: choice.kind === "file" ? (choice.file?.base64 ?? null) : null,
      individuals: individuals
        .split("\n")
        .map((name) => name.trim())
        .filter((name) => name !== ""),
      ownTemplate: choice.kind === "own",
      drive: keep && report.drive,
    });
  };
  return (
    <>
      <fieldset>
        <legend>Loại báo cáo năm {report.year}</legend>
        {report.kinds.map(({ kind: of, name, suggested }) => (
          <p class="check" key={of}>
            <input
              id={`${id}-${of}`}
              type="radio"
              name={`${id}-kind`}
              checked={kind === of}
              onChange={() => setTyped({ ...typed, kind: of })}
            />
            <label for={`${id}-${of}`}>
              {name}
              {suggested && <span class="quiet"> (năm nay)</span>}
            </label>
          </p>
        ))}
      </fieldset>
      <Field
        label="Số văn bản"
        value={number}
        onInput={(text) => setTyped({ ...typed, number: text })}
        maxLength={20}
        help="Để trống nếu văn thư cho số sau."
      />
      <Field
        label="Ngày ký"
        value={date}
        onInput={(text) => setTyped({ ...typed, date: text })}
        inputMode="numeric"
        maxLength={10}
        help="Ngày/tháng/năm, ví dụ 05/12/2026. Để trống nếu ghi khi ký."
        wrong={wrong}
      />
      <Field
        label="Cá nhân đề nghị khen thưởng"
        value={individuals}
        rows={3}
        onInput={(text) => setTyped({ ...typed, individuals: text })}
        help="Mỗi người một dòng; có thể để trống. Tên chỉ ghi vào báo cáo này; sổ không lưu tên ai."
      />
      <TemplateField own={report.template} {...template} />
      <p class="check">
        <input
          id={`${id}-drive`}
          type="checkbox"
          checked={keep && report.drive}
          disabled={!report.drive}
          onChange={({ currentTarget }) => setKeep(currentTarget.checked)}
        />
        <label for={`${id}-drive`}>Lưu vào Drive: .docx, Google Tài liệu và PDF</label>
      </p>
      {!report.drive && <p class="quiet">Chưa có quyền lưu vào Drive. Vẫn tải được tệp .docx về máy.</p>}
      <Button look="main" busyText="Đang tạo báo cáo…" isOff={choice.kind === "file" && !choice.file} onAct={make}>
        Tạo báo cáo
      </Button>
    </>
  );
}
