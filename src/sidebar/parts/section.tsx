/** A part of a view that opens and closes. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

type Props = {
  readonly title: string;
  /** Said beside the title, closed or open. */
  readonly note?: string;
  readonly isOpen?: boolean;
  readonly children: ComponentChildren;
};

/** Shows a part; what is inside is made when it is first opened, so that nothing is asked of the server before. */
export function Section({ title, note, isOpen = false, children }: Props) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  return (
    <details
      class="section"
      open={isOpen}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setWasOpen(true);
      }}
    >
      <summary>
        <span>{title}</span>
        {note !== undefined && <span class="quiet">{note}</span>}
      </summary>
      {wasOpen && <div class="inside">{children}</div>}
    </details>
  );
}
