/** Báo cáo: which report, what is missing before it goes out, making it, and where it is then. */
import { useEffect, useId, useState } from "preact/hooks";
import type { MadeReport, MakeReportRequest, ReportState } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { IssueList } from "../parts/issue-list.tsx";
import { Section } from "../parts/section.tsx";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";
import { Made } from "./made.tsx";
import { TemplateField, type TemplateFile } from "./template-field.tsx";

/** Shows the report's view. */
export function Report() {
  const { rpc } = useServer();
  const { state, again } = useLoaded(() => rpc("getReportState"));
  return (
    <>
      <h2 class="unseen">Báo cáo</h2>
      <Show state={state} again={again}>
        {(report) => <ReportForm report={report} />}
      </Show>
    </>
  );
}

/** Reads `5/12/2026` as `2026-12-05`; nothing typed is null, what is no day of the calendar undefined. */
export function readDay(text: string): string | null | undefined {
  if (text.trim() === "") return null;
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? [];
  const at = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const isReal = new Date(`${at}T00:00:00Z`).toJSON()?.startsWith(at) === true;
  return isReal ? at : undefined;
}

function ReportForm({ report }: { readonly report: ReportState }) {
  const { rpc } = useServer();
  const [kind, setKind] = useState(report.kinds.find(({ suggested }) => suggested)?.kind ?? "year");
  const [number, setNumber] = useState("");
  const [date, setDate] = useState("");
  const [wrong, setWrong] = useState("");
  const [template, setTemplate] = useState<TemplateFile | undefined>(undefined);
  const [keep, setKeep] = useState(report.drive);
  const [made, setMade] = useState<MadeReport | undefined>(undefined);
  const [running, setRunning] = useState(false);
  const id = useId();
  const make = async (): Promise<void> => {
    const day = readDay(date);
    setWrong(day === undefined ? `Cần ngày có thật, ví dụ 05/12/2026; thấy “${date}”.` : "");
    if (day === undefined) return;
    const request: MakeReportRequest = {
      kind,
      number: number.trim() === "" ? null : number.trim(),
      date: day,
      template: template?.base64 ?? null,
      drive: keep && report.drive,
    };
    setRunning(true);
    setMade(undefined);
    try {
      setMade(await rpc("makeReport", request));
    } finally {
      setRunning(false);
    }
  };
  return (
    <>
      <Before report={report} />
      <fieldset>
        <legend>Loại báo cáo năm {report.year}</legend>
        {report.kinds.map(({ kind: of, name, suggested }) => (
          <p class="check" key={of}>
            <input
              id={`${id}-${of}`}
              type="radio"
              name={`${id}-kind`}
              checked={kind === of}
              onChange={() => setKind(of)}
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
        onInput={setNumber}
        maxLength={20}
        help="Để trống nếu văn thư cho số sau."
      />
      <Field
        label="Ngày ký"
        value={date}
        onInput={setDate}
        inputMode="numeric"
        maxLength={10}
        help="Ngày/tháng/năm, ví dụ 05/12/2026. Để trống nếu ghi khi ký."
        wrong={wrong}
      />
      <TemplateField file={template} onFile={setTemplate} />
      <p class="check">
        <input
          id={`${id}-drive`}
          type="checkbox"
          checked={keep && report.drive}
          disabled={!report.drive}
          onChange={({ currentTarget }) => setKeep(currentTarget.checked)}
        />
        <label for={`${id}-drive`}>Lưu vào Drive: Google Tài liệu, .docx và PDF</label>
      </p>
      {!report.drive && <p class="quiet">Chưa có quyền lưu vào Drive. Vẫn tải được tệp .docx về máy.</p>}
      <Button look="main" busyText="Đang tạo báo cáo…" onAct={make}>
        Tạo báo cáo
      </Button>
      {running && <Running />}
      {made && <Made made={made} />}
    </>
  );
}

function Before({ report }: { readonly report: ReportState }) {
  return (
    <>
      {report.draft && (
        <div class="box near">
          <p>Còn đơn vị chưa đủ số liệu hoặc chưa được duyệt: báo cáo sẽ mang chữ “DỰ THẢO” ở mỗi trang.</p>
        </div>
      )}
      {report.missing.length + report.errors.length === 0 && (
        <p class="box good">Không còn gì phải xem trước khi gửi.</p>
      )}
      {report.missing.length > 0 && (
        <section>
          <h3>Xem trước khi gửi</h3>
          <ul>
            {report.missing.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {report.errors.length > 0 && (
        <Section title="Các lỗi còn lại" note={String(report.errors.length)}>
          <IssueList issues={report.errors} />
        </Section>
      )}
    </>
  );
}

/** One call makes it all, so that what can be told truly is how long it has taken. */
function Running() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div class="running">
      <div class="track" role="progressbar" aria-label="Đang tạo báo cáo">
        <span class="moving" />
      </div>
      <p class="quiet">Đã {seconds} giây; thường dưới một phút. Đóng bảng bên không làm dừng việc này.</p>
    </div>
  );
}
