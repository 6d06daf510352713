"use client";
/**
 * A part that the page shows before its code is there: a form in a lesson, written into the page when the site is built. Its
 * code loads when the reader comes near, or at once where the reader has left something in it. A button that is pressed before is pressed again once the code is there.
 */
import { type ComponentType, Suspense, useEffect, useLayoutEffect, useRef } from "react";
import { useCell } from "./cell-context";
import { whenNear } from "./near";
import { lazyPart } from "./part-boundary";

/**
 * The button pressed last, unless a part has heard the press. React drops presses on what it cannot bring to life yet, and what is
 * round the part may not live yet either: so the window listens from the start, before React.
 */
let pressed: Element | null = null;
if (typeof window !== "undefined")
  addEventListener(
    "click",
    ({ target }) => {
      pressed = target instanceof Element ? target.closest("button") : null;
    },
    true,
  );

function useEarlyPress() {
  const place = useRef<HTMLDivElement>(null);
  const there = useRef(false);
  useLayoutEffect(() => {
    const element = place.current;
    // What React drops does not come as far as this.
    const hear = () => {
      if (there.current) pressed = null;
    };
    element?.addEventListener("click", hear);
    return () => element?.removeEventListener("click", hear);
  }, []);
  const arrived = useRef(() => {
    there.current = true;
    // The press may be on its way: it has brought the part to life itself.
    setTimeout(() => {
      const button = pressed;
      if (!(button instanceof HTMLButtonElement) || !place.current?.contains(button)) return;
      pressed = null;
      button.click();
    });
  });
  return { place, arrived: arrived.current };
}

function Arrived({ then }: { readonly then: () => void }) {
  useLayoutEffect(then, [then]);
  return null;
}

export function nearPart(load: () => Promise<{ default: ComponentType }>): ComponentType {
  let come = () => {};
  const asked = new Promise<void>((resolve) => {
    come = resolve;
  });
  const Part = lazyPart(async () => {
    // Nobody comes near while the site is built.
    if (typeof window !== "undefined") await asked;
    return load();
  });
  // biome-ignore lint/correctness/noComponentHookFactories: like React.lazy, called once a module
  return function NearPart() {
    const { saved } = useCell();
    const { place, arrived } = useEarlyPress();
    const kept = saved !== undefined;
    useEffect(() => (kept ? come() : whenNear(place.current, come)), [kept, place]);
    return (
      <div ref={place}>
        <Suspense>
          <Part />
          <Arrived then={arrived} />
        </Suspense>
      </div>
    );
  };
}
