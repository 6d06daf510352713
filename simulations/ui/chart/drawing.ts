/** How a kind of chart is drawn, loaded once with the first chart of the kind. */
import { useEffect, useSyncExternalStore } from "react";
import type { Drawing } from "./kind";
import { kindOf } from "./kinds";
import type { Chart } from "./model";

type Kind = Chart["kind"];

const loaded = new Map<Kind, Drawing>();
const loading = new Map<Kind, Promise<void>>();
const failed = new Map<Kind, unknown>();
const waiting = new Set<() => void>();

/** Fetches what these charts need, so that none of them waits when its turn comes. */
export function loadDrawings(charts: readonly Chart[]): void {
  for (const chart of charts) {
    const { kind } = chart;
    if (loaded.has(kind) || loading.has(kind)) continue;
    failed.delete(kind);
    const done = kindOf(chart)
      .load()
      .then(
        (drawing) => void loaded.set(kind, drawing),
        (error: unknown) => {
          // The next chart may try again, e.g. after the connection is back.
          loading.delete(kind);
          failed.set(kind, error);
        },
      )
      .then(() => {
        for (const tell of waiting) tell();
      });
    loading.set(kind, done);
  }
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}

/** Undefined until it is there; what went wrong is thrown, for the boundary around the part. */
export function useDrawing(chart: Chart): Drawing | undefined {
  const { kind } = chart;
  const drawing = useSyncExternalStore(
    subscribe,
    () => loaded.get(kind) ?? failed.get(kind),
    () => undefined,
  );
  useEffect(() => {
    if (drawing === undefined) loadDrawings([chart]);
  }, [drawing, chart]);
  if (drawing !== undefined && drawing === failed.get(kind)) throw drawing;
  return drawing as Drawing | undefined;
}
