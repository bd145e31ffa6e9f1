/** Tùy chỉnh mẫu: the commune's own template, a Google Doc; what it may hold, whether it can be filled, and forgetting it. */
import { useState } from "preact/hooks";
import type { OwnTemplate as Known } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { Section } from "../parts/section.tsx";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";
import { DriveLink } from "./drive-links.tsx";

type Props = {
  readonly template: Known | null;
  /** False: no right to keep files in Drive. */
  readonly drive: boolean;
  readonly onTemplate: (template: Known | null) => void;
};

/** Shows the own template. */
export function OwnTemplateView({ template, drive, onTemplate }: Props) {
  const { rpc, tell } = useServer();
  return (
    <>
      {template ? (
        <Present
          template={template}
          onForget={async () => {
            await rpc("forgetOwnTemplate");
            onTemplate(null);
            tell({ tone: "done", message: "Từ nay báo cáo dùng mẫu chuẩn. Tệp mẫu riêng vẫn ở Drive." });
          }}
        />
      ) : (
        <>
          <p>
            Sổ chép mẫu chuẩn thành một Google Tài liệu để bạn sửa lời, đổi thứ tự, thêm bớt bảng. Chữ trong ngoặc nhọn
            như {"{nam}"} là thẻ: khi tạo báo cáo, sổ thay thẻ bằng số liệu. Cuối mẫu có phần giải thích từng thẻ, để
            chép ra dùng; phần đó không vào báo cáo.
          </p>
          <Button busyText="Đang làm mẫu…" isOff={!drive} onAct={async () => onTemplate(await rpc("makeOwnTemplate"))}>
            Tùy chỉnh mẫu
          </Button>
          {!drive && <p class="quiet">Cần quyền lưu vào Drive; cấp ở Thiết lập.</p>}
        </>
      )}
      <Section title="Các thẻ dùng được trong mẫu">
        <Tags />
      </Section>
    </>
  );
}

function Present({ template, onForget }: { readonly template: Known; readonly onForget: () => Promise<void> }) {
  const { rpc } = useServer();
  const [faults, setFaults] = useState<readonly string[] | undefined>(undefined);
  return (
    <>
      <p>
        <DriveLink to={template.url}>{template.name}</DriveLink>
      </p>
      <p class="quiet">Sửa xong không phải lưu: báo cáo tạo sau đó dùng mẫu như đang có.</p>
      <div class="row">
        <Button
          busyText="Đang kiểm tra…"
          onAct={async () => {
            setFaults(undefined);
            setFaults((await rpc("checkOwnTemplate")).faults);
          }}
        >
          Kiểm tra mẫu
        </Button>
        <Button busyText="Đang bỏ…" onAct={onForget}>
          Dùng lại mẫu chuẩn
        </Button>
      </div>
      {faults !== undefined && (
        <div class={faults.length === 0 ? "box good" : "box bad"} role="status">
          {faults.length === 0 ? (
            <p>Mẫu dùng được: thẻ nào cũng đúng.</p>
          ) : (
            <ul>
              {faults.map((fault) => (
                <li key={fault}>{fault}</li>
              ))}
            </ul>
          )}
        </div>
      )}
    </>
  );
}

function Tags() {
  const { rpc } = useServer();
  const { state, again } = useLoaded(() => rpc("listTags"));
  return (
    <Show state={state} again={again}>
      {(places) => (
        <>
          <p class="quiet">
            Thẻ có dấu # bao một đoạn hay một dòng bảng: phần bên trong lặp lại cho từng mục, hoặc chỉ có khi đúng.
            Trong đoạn lặp của danh sách, {"{.}"} là lời của mục.
          </p>
          {places.map(({ place, tags }) => (
            <section key={place}>
              <h3>{place}</h3>
              <dl class="review">
                {tags.map(({ tag, text }) => (
                  <div key={tag}>
                    <dt>
                      <code>{tag}</code>
                    </dt>
                    <dd>{text}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </>
      )}
    </Show>
  );
}
