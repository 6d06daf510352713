"use client";
/**
 * A part that the page shows before its code is there: a form in a lesson, written into the page when the site is built. Its
 * code loads when the reader comes near, or at once where the reader has left something in it. A button that is pressed before is pressed again once the code is there.
 */
import { type ComponentType, Suspense, useEffect, useLayoutEffect, useRef } from "react";
import { useCell } from "./cell-context";
import { whenNear } from "./near";
import { lazyPart } from "./part-boundary";

/** React drops presses on what it cannot bring to life yet. */
function useEarlyPress() {
  const place = useRef<HTMLDivElement>(null);
  const early = useRef<HTMLButtonElement | null>(null);
  const there = useRef(false);
  useEffect(() => {
    const element = place.current;
    const press = ({ target }: MouseEvent) => {
      if (!there.current && target instanceof Element) early.current = target.closest("button");
    };
    element?.addEventListener("click", press);
    return () => element?.removeEventListener("click", press);
  }, []);
  const arrived = useRef(() => {
    there.current = true;
    const button = early.current;
    early.current = null;
    queueMicrotask(() => button?.isConnected && button.click());
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
