/** Buttons: they do a thing once, say that they are at it, and keep the focus meanwhile. */
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { useAct } from "./act.ts";
import { useFocusReturn } from "./use-focus-return.ts";

type ButtonProps = {
  readonly children: ComponentChildren;
  readonly onAct: () => void | Promise<void>;
  readonly look?: "main" | "plain" | "link";
  /** Shown while the act runs. */
  readonly busyText?: string;
  readonly isOff?: boolean;
  /** What it does, where its caption does not tell by itself. */
  readonly label?: string;
  readonly expanded?: boolean;
};

/** Shows a button. One that is off can still be reached, so that its reason is read. */
export function Button({ children, onAct, look = "plain", busyText, isOff = false, label, expanded }: ButtonProps) {
  const { act, busy } = useAct(onAct);
  const off = isOff || busy;
  const self = useRef<HTMLButtonElement>(null);
  useFocusReturn(self);
  return (
    <button
      ref={self}
      type="button"
      class={`button ${look}`}
      aria-disabled={off}
      aria-busy={busy}
      aria-label={label}
      aria-expanded={expanded}
      onClick={() => {
        if (!off) void act();
      }}
    >
      {busy && busyText !== undefined ? busyText : children}
    </button>
  );
}
