/** The reports that were made, by the log, and those that were left half-way. */
import { useState } from "preact/hooks";
import type { ReportListed, ReportUnfinished } from "../../addon/rpc.ts";
import { Ask } from "../parts/ask.tsx";
import { Button } from "../parts/button.tsx";
import { Chip } from "../parts/chip.tsx";
import { useServer } from "../server.ts";
import { DriveLinks } from "./drive-links.tsx";
import { Mail } from "./mail.tsx";
import type { useMaking } from "./making.tsx";
import { Unsure } from "./unsure.tsx";

type ListProps = { readonly made: readonly ReportListed[]; readonly onSent: () => void };

/** Shows the reports that were made, the latest first. */
export function MadeList({ made, onSent }: ListProps) {
  const { rpc, tell } = useServer();
  const [mailing, setMailing] = useState("");
  return (
    <ul class="issues">
      {made.map((report) => (
        <li key={report.id}>
          <p>
            <b>{report.title}</b> {report.draft && <Chip tone="near" word="Dự thảo" />}
          </p>
          <p class="quiet">
            {report.name}, {report.time}
          </p>
          {report.changed !== "" && <Chip tone="near" word={report.changed} />}
          <DriveLinks links={report.links} />
          {report.sent.map((line) => (
            <p class="quiet" key={line}>
              {line}
            </p>
          ))}
          {report.unsure?.map(({ mail, text }) => (
            <div class="box bad" key={mail} role="alert">
              <p>{text}</p>
              <Unsure
                name={report.name}
                onSettle={async (sent) => {
                  const { message } = await rpc("settleMail", { id: mail, sent });
                  tell({ tone: "done", message });
                  onSent();
                }}
              />
            </div>
          ))}
          {report.canSend && mailing !== report.id && (
            <Button label={`Gửi thư: ${report.name}`} onAct={() => setMailing(report.id)}>
              Gửi thư…
            </Button>
          )}
          {mailing === report.id && (
            <Mail report={report.id} held={null} onSent={onSent} onClose={() => setMailing("")} />
          )}
        </li>
      ))}
    </ul>
  );
}

type UnfinishedProps = {
  readonly reports: readonly ReportUnfinished[];
  readonly goOn: ReturnType<typeof useMaking>["goOn"];
  readonly onDropped: () => Promise<void>;
};

/** Shows the reports that were left half-way, with the two ways on: finish, or give up. */
export function Unfinished({ reports, goOn, onDropped }: UnfinishedProps) {
  const { rpc, tell } = useServer();
  const [asked, setAsked] = useState("");
  return (
    <>
      {reports.map(({ job, name, time, text, next, running, links }) => (
        <section class="box near" key={job} aria-label={`Báo cáo làm dở: ${name}`}>
          <p>
            <b>Báo cáo làm dở</b> (bắt đầu {time})
          </p>
          <p>{text}</p>
          <DriveLinks links={links} />
          {running ? (
            <p>Có cửa sổ đang làm báo cáo này. Hãy đợi vài phút rồi mở lại mục này.</p>
          ) : asked === job ? (
            <Ask
              question={`Bỏ báo cáo “${name}”? Các tệp của nó trong Drive vào thùng rác; Nhật ký ghi lại việc bỏ.`}
              yes="Bỏ báo cáo"
              busyText="Đang bỏ…"
              onNo={() => setAsked("")}
              onYes={async () => {
                const { message } = await rpc("dropReport", { job });
                tell({ tone: "done", message });
                await onDropped();
              }}
            />
          ) : (
            <div class="row">
              <Button
                look="main"
                busyText="Đang làm tiếp…"
                label={`Làm tiếp: ${name}`}
                onAct={() => goOn({ job, next, files: [], links, problem: "" })}
              >
                Làm tiếp
              </Button>
              <Button label={`Bỏ: ${name}`} onAct={() => setAsked(job)}>
                Bỏ…
              </Button>
            </div>
          )}
        </section>
      ))}
    </>
  );
}
