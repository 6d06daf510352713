/**
 * Paper is light and narrow, whatever the screen is: while the page is printed, charts are drawn for it. The browser takes the
 * page as it stands when the handlers of `beforeprint` are done, so nothing here may wait for a timer or a frame.
 */
import { useSyncExternalStore } from "react";

/** Inner width of an experiment on A4 and Letter paper, px; what `@page` in base.css leaves. */
export const PAPER_WIDTH = 640;

let printing = false;
const followers = new Set<() => void>();
let drawAll = () => {};

/** What draws all figures anew at once, before the browser takes the page. */
export function onPaperDraw(draw: () => void): void {
  drawAll = draw;
}

function set(now: boolean): void {
  if (printing === now) return;
  printing = now;
  for (const follow of followers) follow();
  // React draws at the end of this event; after it the figures are new.
  queueMicrotask(() => queueMicrotask(() => drawAll()));
}

function subscribe(onChange: () => void): () => void {
  if (followers.size === 0) {
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
  }
  followers.add(onChange);
  return () => {
    followers.delete(onChange);
    if (followers.size > 0) return;
    removeEventListener("beforeprint", begin);
    removeEventListener("afterprint", end);
  };
}

const begin = () => set(true);
const end = () => set(false);

export const usePrinting = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => printing,
    () => false,
  );
