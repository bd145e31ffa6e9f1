/** The report that was made: where it is in Drive, and the file itself. */
import { useEffect, useRef } from "preact/hooks";
import type { MadeReport } from "../../addon/rpc.ts";
import { Button } from "../parts/button.tsx";

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

function Link({ to, children }: { readonly to: string; readonly children: string }) {
  // An address that is none of Drive's is not followed.
  if (!to.startsWith("https://")) return null;
  return (
    <li>
      <a href={to} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    </li>
  );
}

/** Shows what was made, and takes the focus so that it is read. */
export function Made({ made }: { readonly made: MadeReport }) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.focus(), []);
  return (
    <section class="box good" ref={place} tabIndex={-1} aria-label="Báo cáo đã tạo">
      <p>
        Đã tạo <b>{made.fileName}</b>
        {made.draft && " (bản dự thảo)"}.
      </p>
      {made.links && (
        <ul>
          <Link to={made.links.document}>Mở bằng Google Tài liệu</Link>
          <Link to={made.links.docx}>Tệp .docx trong Drive</Link>
          <Link to={made.links.pdf}>Tệp PDF trong Drive</Link>
        </ul>
      )}
      {made.problem !== "" && <p class="wrong">{made.problem}</p>}
      <Button onAct={() => download(made)}>Tải .docx về máy</Button>
    </section>
  );
}
