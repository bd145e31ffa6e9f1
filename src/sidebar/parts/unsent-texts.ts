/** What was typed and not sent yet outlives the view that it was typed into, for as long as the sidebar is open. */
import { useState } from "preact/hooks";
import { type TypedTexts, useServer } from "../server.ts";

/** Keeps typed texts under a name; set to none, they are forgotten. */
export function useUnsentTexts(name: string): readonly [typed: TypedTexts, setTyped: (typed: TypedTexts) => void] {
  const { kept } = useServer();
  const [typed, setTyped] = useState<TypedTexts>(kept.get(name) ?? {});
  return [
    typed,
    (now) => {
      if (Object.keys(now).length === 0) kept.delete(name);
      else kept.set(name, now);
      setTyped(now);
    },
  ];
}
