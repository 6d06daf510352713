/**
 * Buttons that switch themselves off, or go, when they are pressed to the end ("Next step" after the last one): who uses the
 * keyboard is left on the button beside them instead of at the top of the page.
 */
import { type FocusEvent, type RefObject, useEffect, useRef } from "react";

const usable = "button:enabled, select:enabled, input:enabled";

const comesAfter = (each: Element, left: Element) =>
  (left.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** @returns for the element round the controls: its `ref`, and what hears where the focus is */
export function useFocusKept<E extends HTMLElement>(): {
  readonly ref: RefObject<E | null>;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
} {
  const ref = useRef<E>(null);
  const last = useRef<Element>(null);
  useEffect(() => {
    const left = last.current;
    if (!left) return;
    // Led elsewhere, or another control was chosen. A control that was switched off has the focus until the next redraw.
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== left) return;
    if (left.isConnected && !left.matches(":disabled")) return;
    last.current = null;
    const all = [...(ref.current?.querySelectorAll<HTMLElement>(usable) ?? [])];
    // A control that has gone stands nowhere any more: the last one is nearest to where it stood.
    const after = left.isConnected && all.find((each) => comesAfter(each, left));
    const next = after || all.at(-1);
    next?.focus({ preventScroll: true });
  });
  return {
    ref,
    onFocus: ({ target }) => {
      last.current = target;
    },
    onBlur: ({ target }) => {
      // A control that is switched off or taken away is not left by the reader.
      if (target.isConnected && !target.matches(":disabled")) last.current = null;
    },
  };
}
