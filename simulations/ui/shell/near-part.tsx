"use client";
/**
 * A part that the page shows before its code is there: a form in a lesson, written into the page when the site is built. Its
 * code loads when the reader comes near, or at once where the reader has left something in it.
 */
import { type ComponentType, Suspense, useEffect, useRef } from "react";
import { useCell } from "./cell-context";
import { whenNear } from "./near";
import { lazyPart } from "./part-boundary";

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
    const place = useRef<HTMLDivElement>(null);
    const kept = saved !== undefined;
    useEffect(() => (kept ? come() : whenNear(place.current, come)), [kept]);
    return (
      <div ref={place}>
        <Suspense>
          <Part />
        </Suspense>
      </div>
    );
  };
}
