/** State at the pace of the screen. */
import { useEffect, useRef, useState } from "react";
import type { StoreApi } from "zustand/vanilla";

/** A frame of the screen, ms. */
const FRAME_MS = 16;

/**
 * A part of the store's state, `lag` ms after it changed and then at most once a frame of the screen: frames of a run come
 * in faster than they can be seen, and parts that follow with different lags do not add up to one long task. Without a lag,
 * the first change after a rest is followed at once. A page in the background has no frames; a timer stands in.
 */
export function useFramed<S, T>(store: StoreApi<S>, select: (state: S) => T, lag = 0): T {
  const [value, setValue] = useState(() => select(store.getState()));
  const latest = useRef(select);
  latest.current = select;
  useEffect(() => {
    let frame = 0;
    let wait: ReturnType<typeof setTimeout> | undefined;
    let late: ReturnType<typeof setTimeout> | undefined;
    let updated = Number.NEGATIVE_INFINITY;
    const stop = () => {
      cancelAnimationFrame(frame);
      clearTimeout(wait);
      clearTimeout(late);
      frame = 0;
      wait = undefined;
      late = undefined;
    };
    const update = () => {
      stop();
      updated = performance.now();
      setValue(() => latest.current(store.getState()));
    };
    const request = () => {
      if (late !== undefined) return;
      if (lag === 0 && performance.now() - updated > FRAME_MS) {
        update();
        return;
      }
      late = setTimeout(update, lag + 250);
      const onFrame = () => {
        frame = requestAnimationFrame(update);
      };
      if (lag > 0) wait = setTimeout(onFrame, lag);
      else onFrame();
    };
    request();
    const unsubscribe = store.subscribe(request);
    return () => {
      unsubscribe();
      stop();
    };
  }, [store, lag]);
  return value;
}
