/** Doing and loading: one act at a time, however often somebody clicks; nothing is shown of a view that has gone. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { type FaultKind, readFault } from "../rpc/faults.ts";
import { messageOf, useServer } from "../server.ts";

/**
 * Makes an act of a function: while it runs, further clicks do nothing; what goes wrong is told in the shared place.
 */
export function useAct<Given extends readonly unknown[]>(
  action: (...given: Given) => void | Promise<void>,
): { readonly act: (...given: Given) => Promise<void>; readonly busy: boolean } {
  const { tell } = useServer();
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const act = async (...given: Given): Promise<void> => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    try {
      await action(...given);
    } catch (thrown) {
      tell({ tone: "fault", message: messageOf(thrown) });
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return { act, busy };
}

export type Loaded<Value> =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly message: string; readonly fault: FaultKind }
  | { readonly kind: "loaded"; readonly value: Value };

/**
 * Loads a value when the view opens, and with everything else that is read again. `again` loads again and says that it
 * waits; `refresh` leaves what is shown until the new value is there, and throws where none comes; `put` takes what an act
 * has returned.
 */
export function useLoaded<Value>(load: () => Promise<Value>): {
  readonly state: Loaded<Value>;
  readonly again: () => void;
  readonly refresh: () => Promise<void>;
  readonly put: (value: Value) => void;
} {
  const { readings, tell } = useServer();
  const [state, setState] = useState<Loaded<Value>>({ kind: "loading" });
  const round = useRef(0);
  const latest = useRef(load);
  latest.current = load;
  const again = useCallback(() => {
    round.current += 1;
    const mine = round.current;
    setState({ kind: "loading" });
    latest.current().then(
      (value) => mine === round.current && setState({ kind: "loaded", value }),
      (thrown: unknown) => {
        if (mine !== round.current) return;
        const { message, kind: fault } = readFault(thrown);
        setState({ kind: "failed", message, fault });
      },
    );
  }, []);
  useEffect(() => {
    again();
    return () => {
      round.current += 1;
    };
  }, [again]);
  const refresh = useCallback(async () => {
    round.current += 1;
    const mine = round.current;
    try {
      const value = await latest.current();
      if (mine === round.current) setState({ kind: "loaded", value });
    } catch (thrown) {
      if (mine !== round.current) return;
      const { message, kind: fault } = readFault(thrown);
      if (fault !== "said") throw thrown;
      // The server itself says that it cannot read this any more: what is shown is past.
      setState({ kind: "failed", message, fault });
    }
  }, []);
  const isLoaded = useRef(false);
  isLoaded.current = state.kind === "loaded";
  const read = useRef(readings);
  useEffect(() => {
    if (read.current === readings) return;
    read.current = readings;
    if (!isLoaded.current) return again();
    refresh().catch((thrown: unknown) => tell({ tone: "fault", message: messageOf(thrown) }));
  }, [readings, again, refresh, tell]);
  const put = useCallback((value: Value) => {
    round.current += 1;
    setState({ kind: "loaded", value });
  }, []);
  return { state, again, refresh, put };
}
