/** A question between a click and what it does: with words, where words are needed; Escape takes it back. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.tsx";

type Props = {
  readonly question: string;
  /** The caption of the field for the reason; absent: no reason is asked. */
  readonly reason?: string;
  readonly yes: string;
  readonly busyText: string;
  readonly onYes: (reason: string) => Promise<void>;
  readonly onNo: () => void;
};

/** Shows the question where the click was. */
export function Ask({ question, reason, yes, busyText, onYes, onNo }: Props) {
  const [text, setText] = useState("");
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>("textarea, button")?.focus();
  }, []);
  return (
    <fieldset
      class="box ask"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onNo();
      }}
    >
      <legend class="unseen">{yes}</legend>
      <p>{question}</p>
      {reason !== undefined && (
        <>
          <label for={id}>{reason}</label>
          <textarea
            id={id}
            rows={3}
            maxLength={1000}
            value={text}
            required
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${id}-missing` : undefined}
            onInput={({ currentTarget }) => {
              setText(currentTarget.value);
              setMissing(false);
            }}
          />
          {isMissing && (
            <p class="wrong" id={`${id}-missing`} role="alert">
              Cần ghi lý do để đơn vị biết phải sửa gì.
            </p>
          )}
        </>
      )}
      <div class="row">
        <Button
          look="main"
          busyText={busyText}
          onAct={async () => {
            if (reason !== undefined && text.trim() === "") return setMissing(true);
            await onYes(text.trim());
          }}
        >
          {yes}
        </Button>
        <Button onAct={onNo}>Thôi</Button>
      </div>
    </fieldset>
  );
}
