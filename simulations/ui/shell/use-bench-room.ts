/** The room on the screen for eye and hand, as it changes. */
import { useMemo, useSyncExternalStore } from "react";
import { SETTLE_MS } from "../design/screen";
import type { Theme } from "../design/tokens";
import { type Band, widths } from "../design/type-scale";
import { type BenchRoom, benchRoom } from "./bench-room";

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
