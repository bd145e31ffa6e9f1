/** What a view shows before its figures are there, when they do not come, and when there are none. */
import type { ComponentChildren } from "preact";
import type { Loaded } from "./act.ts";
import { Button } from "./button.tsx";

/** Shows grey lines where text will be. */
export function Waiting({ what = "Đang đọc sổ…" }: { readonly what?: string }) {
  return (
    <div class="waiting" role="status">
      <p>{what}</p>
      {[90, 70, 80, 60].map((width) => (
        <span key={width} class="ghost" style={{ width: `${width}%` }} aria-hidden="true" />
      ))}
    </div>
  );
}

/** Shows why something could not be read, and offers to try again. */
export function Failed({ message, again }: { readonly message: string; readonly again: () => void }) {
  return (
    <div class="box bad" role="alert">
      <p>{message}</p>
      <Button onAct={again}>Tải lại</Button>
    </div>
  );
}

/** Shows that there is nothing, and what that means. */
export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

type ShowProps<Value> = {
  readonly state: Loaded<Value>;
  readonly again: () => void;
  readonly children: (value: Value) => ComponentChildren;
};

/** Shows a value once it is loaded, and its waiting or failing before. */
export function Show<Value>({ state, again, children }: ShowProps<Value>) {
  if (state.kind === "loading") return <Waiting />;
  if (state.kind === "failed") return <Failed message={state.message} again={again} />;
  return <>{children(state.value)}</>;
}
