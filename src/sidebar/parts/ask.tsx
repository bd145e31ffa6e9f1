/** A question between a click and what it does: with words, where words are needed; Escape takes it back until it is done. */
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Button } from "./button.tsx";
import { useFocusReturn } from "./use-focus-return.ts";

type Reason = {
  readonly caption: string;
  readonly text: string;
  readonly onText: (text: string) => void;
  /** So many letters it may have. */
  readonly most: number;
};

type Props = {
  readonly question: string;
  /** The field for the reason, whose text its owner keeps; absent: no reason is asked. */
  readonly reason?: Reason | undefined;
  readonly yes: string;
  readonly busyText: string;
  readonly onYes: () => Promise<void>;
  readonly onNo: () => void;
};

/** Shows the question where the click was. */
export function Ask({ question, reason, yes, busyText, onYes, onNo }: Props) {
  const [isBusy, setBusy] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const id = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  useFocusReturn(box);
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
        if (!isBusy) onNo();
      }}
    >
      <legend class="unseen">{yes}</legend>
      <p>{question}</p>
      {reason !== undefined && (
        <>
          <label for={id}>{reason.caption}</label>
          <textarea
            id={id}
            rows={3}
            maxLength={reason.most}
            value={reason.text}
            required
            aria-invalid={isMissing}
            aria-describedby={isMissing ? `${id}-missing` : `${id}-left`}
            onInput={({ currentTarget }) => {
              reason.onText(currentTarget.value);
              setMissing(false);
            }}
          />
          <p class="quiet" id={`${id}-left`}>
            {reason.text.length}/{reason.most} chữ
          </p>
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
            if (reason?.text.trim() === "") return setMissing(true);
            setBusy(true);
            try {
              await onYes();
            } finally {
              setBusy(false);
            }
          }}
        >
          {yes}
        </Button>
        <Button isOff={isBusy} onAct={onNo}>
          Thôi
        </Button>
      </div>
    </fieldset>
  );
}
