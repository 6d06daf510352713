/** What the shell's parts need of the browser: theme, layout band, width, and state at the pace of the screen. */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { StoreApi } from "zustand/vanilla";
import { type BenchRoom, benchRoom } from "./bench-room";
import type { Band } from "./chart/frame";
import { PAPER_WIDTH, usePrinting } from "./printing";
import { type Theme, themes } from "./tokens";
import { widths } from "./type-scale";

function subscribeTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "data-scheme"] });
  return () => observer.disconnect();
}

function readTheme(): Theme {
  const { theme, scheme } = document.documentElement.dataset;
  const named = theme === "projector" && scheme === "dark" ? "projector-dark" : theme;
  return themes.find((each) => each === named) ?? "light";
}

/** The theme that :root[data-theme] and [data-scheme] name. */
export function useTheme(): Theme {
  const theme = useSyncExternalStore<Theme>(subscribeTheme, readTheme, () => "light");
  return usePrinting() ? "light" : theme;
}

const from = (px: number): string => `(min-width: ${px / 16}em)`;
/** Widest first. */
const BANDS = [
  ["huge", from(widths.huge)],
  ["wide", from(widths.wide)],
  ["middle", from(widths.middle)],
] as const;

/** A size counts once it has stood this long: while a page is resized or printed, charts are not drawn for every size between. */
const SETTLE_MS = 50;

function subscribeBand(onChange: () => void): () => void {
  const queries = BANDS.map(([, query]) => matchMedia(query));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  for (const query of queries) query.addEventListener("change", later);
  return () => {
    clearTimeout(timer);
    for (const query of queries) query.removeEventListener("change", later);
  };
}

const readBand = (): Band => BANDS.find(([, query]) => matchMedia(query).matches)?.[0] ?? "narrow";

export function useBand(): Band {
  const band = useSyncExternalStore<Band>(subscribeBand, readBand, () => "wide");
  return usePrinting() ? "middle" : band;
}

function subscribeSize(onChange: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLE_MS);
  };
  addEventListener("resize", later);
  return () => {
    clearTimeout(timer);
    removeEventListener("resize", later);
  };
}

/** What the screen leaves for eye and hand. In em as the bands are, so that a larger browser font size counts. */
export function useBenchRoom(theme: Theme, band: Band): BenchRoom {
  const em = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  const width = useSyncExternalStore(
    subscribeSize,
    () => innerWidth / em(),
    () => widths.wide,
  );
  // A phone's address bar that comes and goes is no other screen.
  const height = useSyncExternalStore(
    subscribeSize,
    () => Math.round(innerHeight / 40) * 40,
    () => 800,
  );
  return useMemo(() => benchRoom({ width, height }, theme, band), [width, height, theme, band]);
}

function subscribeMotion(onChange: () => void): () => void {
  const query = matchMedia("(prefers-reduced-motion: reduce)");
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

export function useReducedMotion(): boolean {
  return useSyncExternalStore(
    subscribeMotion,
    () => matchMedia("(prefers-reduced-motion: reduce)").matches,
    () => false,
  );
}

/** The element's inner width in whole px, 0 until it is laid out. */
export function useWidth(ref: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth));
    measure();
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(measure, SETTLE_MS);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [ref]);
  return usePrinting() ? Math.min(width, PAPER_WIDTH) : width;
}

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
