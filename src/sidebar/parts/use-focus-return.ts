/** The focus is never lost: what had it and goes leaves it to what stands in its place, or after, or around it. */
import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

const FOCUSABLE = "button, input, select, textarea, summary, a[href], [tabindex]";

/** Tells whether somebody has the focus in a field: an answer that comes late must not take it away. */
export function isTyping(): boolean {
  return document.activeElement?.matches("input[type=text], input[type=search], textarea, select") === true;
}

/** Gives the focus on when the element goes while it, or something in it, has the focus. */
export function useFocusReturn(ref: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = ref.current;
    return () => {
      if (!element?.contains(document.activeElement)) return;
      const places = placesOf(element);
      // By then the page shows what has come instead; whoever has taken the focus keeps it.
      void Promise.resolve().then(() => {
        if (document.activeElement === document.body) findHeir(places)?.focus();
      });
    };
  }, [ref]);
}

/** Where an element stands, and each one around it. */
type ElementPlace = { readonly parent: Element; readonly before: Element | null };

function placesOf(element: Element): readonly ElementPlace[] {
  const parent = element.parentElement;
  return parent ? [{ parent, before: element.previousElementSibling }, ...placesOf(parent)] : [];
}

function findHeir(places: readonly ElementPlace[]): HTMLElement | undefined {
  for (const { parent, before } of places) {
    if (!parent.isConnected) continue;
    let at = before?.isConnected ? before.nextElementSibling : parent.firstElementChild;
    for (; at; at = at.nextElementSibling) {
      const found = [at, ...at.querySelectorAll(FOCUSABLE)].find(isReachable);
      if (found) return found;
    }
  }
  return undefined;
}

function isReachable(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || !element.matches(FOCUSABLE)) return false;
  return !element.matches(":disabled") && element.getClientRects().length > 0;
}
