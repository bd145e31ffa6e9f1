/** Mails that were cut off: nobody knows whether they went, and the person who has looked says so. */
import { Button } from "../parts/button.tsx";

type Props = {
  /** Which mail it is, for those who hear the buttons. */
  readonly name: string;
  readonly onSettle: (sent: boolean) => Promise<void>;
};

/** Shows the two answers. */
export function Unsure({ name, onSettle }: Props) {
  return (
    <div class="row">
      <Button label={`Thư đã đi: ${name}`} busyText="Đang ghi…" onAct={() => onSettle(true)}>
        Thư đã đi
      </Button>
      <Button label={`Thư chưa đi: ${name}`} busyText="Đang ghi…" onAct={() => onSettle(false)}>
        Thư chưa đi
      </Button>
    </div>
  );
}
