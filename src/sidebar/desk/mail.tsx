/** The mail that takes a report to the province: typed, then shown as it would go out, then sent, once. */
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { MailPreview, MailWish } from "../../addon/rpc.ts";
import { useLoaded } from "../parts/act.ts";
import { Button } from "../parts/button.tsx";
import { Field } from "../parts/field.tsx";
import { useUnsentTexts } from "../parts/unsent-texts.ts";
import { Show } from "../parts/waiting.tsx";
import { useServer } from "../server.ts";

type Props = {
  readonly report: string;
  /** The .docx in base64, where the sidebar has just got it. */
  readonly held: string | null;
  readonly onSent: () => void;
  readonly onClose: () => void;
};

/** Shows the mail of a report. */
export function Mail(props: Props) {
  const { rpc } = useServer();
  const { report } = props;
  const { state, again } = useLoaded(() =>
    rpc("previewMail", { report, to: null, subject: null, body: null, files: null }),
  );
  return (
    <section aria-label="Gửi thư">
      <Show state={state} again={again}>
        {(proposed) => <Letter proposed={proposed} {...props} />}
      </Show>
    </section>
  );
}

/** Names one wish to send: what arrives twice under one name is sent once. */
function newWish(): string {
  const chance = Math.random().toString(36).slice(2, 12);
  return `${Date.now().toString(36)}-${chance}`;
}

type Stage =
  | { readonly kind: "typing"; readonly problems: readonly string[] }
  | { readonly kind: "review"; readonly preview: MailPreview; readonly wish: string }
  | { readonly kind: "sent"; readonly words: string };

function Letter({ proposed, report, held, onSent, onClose }: Props & { readonly proposed: MailPreview }) {
  const { rpc } = useServer();
  const [typed, setTyped] = useUnsentTexts(`mail ${report}`);
  const [files, setFiles] = useState(proposed.files);
  const { to = proposed.to.join(", "), subject = proposed.subject, body = proposed.body } = typed;
  const wanted: Required<MailWish> = { report, to, subject, body, files };
  const [stage, setStage] = useState<Stage>({ kind: "typing", problems: [] });
  if (stage.kind === "sent") return <Sent words={stage.words} onClose={onClose} />;
  if (stage.kind === "review") {
    const { preview, wish } = stage;
    return (
      <Review
        preview={preview}
        onBack={() => setStage({ kind: "typing", problems: [] })}
        onSend={async (draftAgreed) => {
          const { to, subject, body, files } = preview;
          const docx = files.includes("docx") ? held : null;
          const wanted = { id: wish, report, to, subject, body, files, docx, draftAgreed };
          const sent = await rpc("sendReport", wanted).catch((thrown: unknown) => {
            // A mail that was cut off is shown in the list of reports, where the person says what became of it.
            onSent();
            throw thrown;
          });
          setTyped({});
          setStage({
            kind: "sent",
            words: sent.again
              ? `Thư này đã gửi lúc ${sent.time}; không gửi lần nữa.`
              : `Đã gửi lúc ${sent.time} tới ${sent.to.join(", ")}.`,
          });
          onSent();
        }}
      />
    );
  }
  const look = async (): Promise<void> => {
    const preview = await rpc("previewMail", wanted);
    setStage(
      preview.problems.length > 0
        ? { kind: "typing", problems: preview.problems }
        : { kind: "review", preview, wish: newWish() },
    );
  };
  return (
    <>
      <h3>Thư gửi báo cáo</h3>
      <Field
        label="Gửi tới"
        value={to}
        rows={2}
        help="Hộp thư cơ quan; nhiều hộp thư cách nhau bằng dấu phẩy. Ghi sẵn ở Thiết lập, mục Hộp thư nhận báo cáo."
        onInput={(text) => setTyped({ ...typed, to: text })}
      />
      <Field
        label="Tiêu đề"
        value={subject}
        maxLength={250}
        onInput={(text) => setTyped({ ...typed, subject: text })}
      />
      <Field label="Lời thư" value={body} rows={7} onInput={(text) => setTyped({ ...typed, body: text })} />
      <Attached preview={proposed} files={files} onFiles={setFiles} />
      {stage.problems.length > 0 && (
        <div class="wrong" role="alert">
          <ul>
            {stage.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      <div class="row">
        <Button look="main" busyText="Đang xem…" onAct={look}>
          Xem lại trước khi gửi
        </Button>
        <Button onAct={onClose}>Thôi</Button>
      </div>
    </>
  );
}

type Files = MailPreview["files"];
type AttachedProps = {
  readonly preview: MailPreview;
  readonly files: Files;
  readonly onFiles: (files: Files) => void;
};

function Attached({ preview, files, onFiles }: AttachedProps) {
  const id = useId();
  return (
    <fieldset>
      <legend>Tệp kèm theo</legend>
      {preview.offered.map(({ file, name, size }) => (
        <p class="check" key={file}>
          <input
            id={`${id}-${file}`}
            type="checkbox"
            checked={files.includes(file)}
            onChange={({ currentTarget }) => {
              const others = files.filter((known) => known !== file);
              onFiles(currentTarget.checked ? [...others, file] : others);
            }}
          />
          <label for={`${id}-${file}`}>
            {name} ({size})
          </label>
        </p>
      ))}
    </fieldset>
  );
}

type ReviewProps = {
  readonly preview: MailPreview;
  readonly onBack: () => void;
  readonly onSend: (draftAgreed: boolean) => Promise<void>;
};

function Review({ preview, onBack, onSend }: ReviewProps) {
  const { to, subject, body, offered, files, draft, warnings } = preview;
  const [agreed, setAgreed] = useState(false);
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        Thư sẽ gửi đi như sau
      </h3>
      <dl class="review">
        <div>
          <dt>Gửi tới {to.length} hộp thư</dt>
          <dd>{to.join(", ")}</dd>
        </div>
        <div>
          <dt>Tiêu đề</dt>
          <dd>{subject}</dd>
        </div>
        <div>
          <dt>Lời thư</dt>
          <dd class="typed">{body}</dd>
        </div>
        <div>
          <dt>Kèm theo</dt>
          {offered
            .filter(({ file }) => files.includes(file))
            .map(({ file, name, size }) => (
              <dd key={file}>
                {name} ({size})
              </dd>
            ))}
        </div>
      </dl>
      {warnings.map((warning) => (
        <p class="box near" key={warning}>
          {warning}
        </p>
      ))}
      {draft && (
        <div class="box bad">
          <p>Báo cáo này mang chữ DỰ THẢO: số liệu chưa đủ hoặc chưa được duyệt hết.</p>
          <p class="check">
            <input
              id={id}
              type="checkbox"
              checked={agreed}
              onChange={({ currentTarget }) => setAgreed(currentTarget.checked)}
            />
            <label for={id}>Tôi đồng ý gửi bản dự thảo</label>
          </p>
        </div>
      )}
      <div class="row">
        <Button look="main" busyText="Đang gửi…" isOff={draft && !agreed} onAct={() => onSend(agreed)}>
          Gửi thư
        </Button>
        <Button onAct={onBack}>Sửa lại</Button>
      </div>
    </>
  );
}

function Sent({ words, onClose }: { readonly words: string; readonly onClose: () => void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <div class="box blue" ref={place} tabIndex={-1} role="status">
      <p>{words}</p>
      <Button onAct={onClose}>Đóng</Button>
    </div>
  );
}
