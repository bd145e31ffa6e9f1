/** The report that was made: the file itself, where it is in Drive, what could not be done, and the mail to the province. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { MadeReport } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";
import { isTyping } from "../parts/use-focus-return.ts";
import { DriveLinks } from "./drive-links.tsx";
import { Mail } from "./mail.tsx";
import type { Making } from "./making.tsx";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** Puts the file into the browser's downloads. */
function download({ fileName, base64 }: MadeReport): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: DOCX }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

type Props = { readonly making: Making; readonly onSent: () => void };

/** Shows what was made; once all is done it takes the focus, so that it is read, but from nobody who is typing. */
export function Made({ making, onSent }: Props) {
  const { made, progress, problems, step } = making;
  const [mailing, setMailing] = useState(false);
  const place = useRef<HTMLElement>(null);
  const isDone = step === undefined && progress?.next === null;
  useEffect(() => {
    if (isDone && !isTyping()) place.current?.focus();
  }, [isDone]);
  if (!progress || (!made && !isDone)) return null;
  return (
    <>
      <section
        class={problems.length > 0 ? "box near" : "box good"}
        ref={place}
        tabIndex={-1}
        aria-label="Báo cáo đã tạo"
      >
        {made ? (
          <p>
            Đã viết <b>{made.fileName}</b>
            {made.draft && ` (DỰ THẢO, vì ${made.reasons.join("; ")})`}.
          </p>
        ) : (
          <p>Đã làm xong báo cáo.</p>
        )}
        {problems.map((problem) => (
          <p key={problem}>{problem}</p>
        ))}
        <DriveLinks links={progress.links} />
        <div class="row">
          {made && <Button onAct={() => download(made)}>Tải .docx về máy</Button>}
          {isDone && progress.files.length > 0 && !mailing && <Button onAct={() => setMailing(true)}>Gửi thư…</Button>}
        </div>
      </section>
      {mailing && (
        <Mail report={progress.job} held={made?.base64 ?? null} onSent={onSent} onClose={() => setMailing(false)} />
      )}
    </>
  );
}
