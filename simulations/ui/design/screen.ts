/** What the screen is like, for whoever draws on it: theme, layout band, width, motion. */
import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { PAPER_WIDTH, usePrinting } from "./printing";
import { type Theme, themes } from "./tokens";
import { type Band, widths } from "./type-scale";

/** A size counts once it has stood this long: while a page is resized or printed, charts are not drawn for every size between. */
export const SETTLE_MS = 50;

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
