/** Thiết lập: what the commune decides, who is reminded, what Google has been allowed, and keeping the workbook whole. */
import type { Permissions, SetupState } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Section } from "../parts/section.tsx";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";
import { Forms } from "./forms.tsx";
import { Plan, Thresholds } from "./plan.tsx";
import { Reminders } from "./reminders.tsx";
import { RepairWorkbook } from "./repair.tsx";
import { CheckRights } from "./rights.tsx";

type SettingsProps = {
  readonly permissions: Permissions;
  /** Opens the overview, once forms are made. */
  readonly onMade: () => void;
};

/** Shows the settings. */
export function Settings({ permissions, onMade }: SettingsProps) {
  const { rpc } = useServer();
  const { state, again, put } = useLoaded(() => rpc("getSetup"));
  return (
    <>
      <h2 class="unseen">Thiết lập</h2>
      <Show state={state} again={again}>
        {(setup) => <OfWorkbook setup={setup} take={put} onMade={onMade} />}
      </Show>
      <Section title="Nhắc đơn vị">
        <Reminders />
      </Section>
      <Section title="Quyền đã cho Sổ 2282" note={hasAll(permissions) ? "đủ" : "thiếu"}>
        <Allowed permissions={permissions} />
      </Section>
      <Section title="Ai sửa được gì">
        <CheckRights />
      </Section>
      <Section title="Kiểm tra và sửa sổ">
        <RepairWorkbook />
      </Section>
    </>
  );
}

type OfWorkbookProps = {
  readonly setup: SetupState;
  readonly take: (setup: SetupState) => void;
  readonly onMade: () => void;
};

function OfWorkbook({ setup, take, onMade }: OfWorkbookProps) {
  return (
    <>
      <Section title="Đơn vị và biểu" note={`${setup.units.length}`} isOpen={setup.formless.length > 0}>
        <Forms setup={setup} take={take} onMade={onMade} />
      </Section>
      <Section title="Kế hoạch, năm, hạn nộp">
        <Plan setup={setup} take={take} />
      </Section>
      <Section title="Ngưỡng và phạm vi chỉ tiêu">
        <Thresholds setup={setup} take={take} />
      </Section>
    </>
  );
}

function hasAll({ mail, triggers, drive }: Permissions): boolean {
  return mail && triggers && drive;
}

function Allowed({ permissions }: { readonly permissions: Permissions }) {
  const rows = [
    ["Gửi thư nhắc", permissions.mail, "không gửi được thư nhắc"],
    ["Chạy hằng ngày", permissions.triggers, "không tự nhắc hằng ngày được"],
    ["Lưu tệp vào Drive", permissions.drive, "báo cáo chỉ tải được về máy"],
  ] as const;
  return (
    <>
      <ul>
        {rows.map(([name, isGiven, without]) => (
          <li key={name}>
            {name}: {isGiven ? "đã cho" : <b class="wrong">chưa cho, {without}</b>}
          </li>
        ))}
      </ul>
      {permissions.url.startsWith("https://") && (
        <p>
          <a href={permissions.url} target="_blank" rel="noopener noreferrer">
            Cho các quyền còn thiếu
          </a>
          , rồi bấm Tải lại.
        </p>
      )}
    </>
  );
}
