/** What was typed and not sent yet outlives the view that it was typed into, for as long as the sidebar is open. */
import { useState } from "preact/hooks";
import { type Typed, useServer } from "../server.ts";

/** Keeps typed texts under a name; set to none, they are forgotten. */
export function useTyped(name: string): readonly [typed: Typed, setTyped: (typed: Typed) => void] {
  const { kept } = useServer();
  const [typed, setTyped] = useState<Typed>(kept.get(name) ?? {});
  return [
    typed,
    (now) => {
      if (Object.keys(now).length === 0) kept.delete(name);
      else kept.set(name, now);
      setTyped(now);
    },
  ];
}
