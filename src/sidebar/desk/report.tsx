/** Báo cáo: what is missing before it goes out, making it, those that were made, and the commune's own template. */
import type { ReportState, OwnTemplate as Template } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { IssueList } from "../parts/issue-list.tsx";
import { Section } from "../parts/section.tsx";
import { Show } from "../parts/waiting.tsx";
import { messageOf, useServer } from "../server.ts";
import { DriveLink } from "./drive-links.tsx";
import { Made } from "./made.tsx";
import { MadeList, Unfinished } from "./made-list.tsx";
import { Running, Stopped, useMaking } from "./making.tsx";
import { OwnTemplateView } from "./own-template.tsx";
import { ReportForm } from "./report-form.tsx";

/** Shows the report's view. */
export function Report() {
  const { rpc, tell } = useServer();
  const { state, again, refresh: readAnew, put } = useLoaded(() => rpc("getReportState"));
  const refresh = async (): Promise<void> => {
    try {
      await readAnew();
    } catch (thrown) {
      tell({ tone: "fault", message: messageOf(thrown) });
    }
  };
  return (
    <>
      <h2 class="unseen">Báo cáo</h2>
      <Show state={state} again={again}>
        {(report) => (
          <Reports
            report={report}
            refresh={refresh}
            again={again}
            onTemplate={(template) => put({ ...report, template })}
          />
        )}
      </Show>
    </>
  );
}

type Props = {
  readonly report: ReportState;
  readonly refresh: () => Promise<void>;
  readonly again: () => void;
  readonly onTemplate: (template: Template | null) => void;
};

function Reports({ report, refresh, again, onTemplate }: Props) {
  const { making, make, goOn } = useMaking(() => void refresh());
  // What is being made here is shown as such, not as something that was left.
  const mine = making?.progress?.job;
  const left = report.unfinished.filter(({ job }) => job !== mine);
  return (
    <>
      <Unfinished reports={left} goOn={goOn} onDropped={refresh} />
      <Before report={report} />
      <ReportForm report={report} onMake={make} />
      {making && (
        <>
          <Running making={making} />
          <Stopped making={making} goOn={goOn} again={again} />
          <Made key={making.progress?.job ?? ""} making={making} onSent={() => void refresh()} />
        </>
      )}
      {report.made.length > 0 && (
        <Section title="Báo cáo đã tạo" note={String(report.made.length)} isOpen={changedOf(report)}>
          {report.folder !== "" && (
            <p>
              <DriveLink to={report.folder}>Mở thư mục báo cáo trong Drive</DriveLink>
            </p>
          )}
          <MadeList made={report.made} onSent={() => void refresh()} />
        </Section>
      )}
      <Section title="Tùy chỉnh mẫu" note={report.template ? "có mẫu riêng" : "mẫu chuẩn"}>
        <OwnTemplateView template={report.template} drive={report.drive} onTemplate={onTemplate} />
      </Section>
    </>
  );
}

/** The latest report is told of at once where its figures are no more those of the workbook. */
function changedOf({ made: [latest] }: ReportState): boolean {
  return latest !== undefined && latest.changed !== "";
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
