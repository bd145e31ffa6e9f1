/** “Đến ô”: shows a cell in the spreadsheet beside the sidebar. */
import type { CellLink } from "../../addon/rpc.ts";
import { useServer } from "../server.ts";
import { Button } from "./button.tsx";

type Props = { readonly link: CellLink; readonly caption?: string; readonly about?: string };

/** Shows the link; nothing if the place is not known. */
export function GoTo({ link, caption = "Đến ô", about }: Props) {
  const { rpc } = useServer();
  if (link.sheetId === null) return null;
  const place = about ?? `${link.cell}, tab ${link.tab}`;
  return (
    <Button
      look="link"
      label={`${caption}: ${place}`}
      busyText="Đang mở…"
      onAct={async () => {
        await rpc("activateCell", link);
      }}
    >
      {caption}
    </Button>
  );
}
