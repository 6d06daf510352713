/** How a kind of chart is drawn, loaded once with the first chart of the kind. */
import { useEffect, useSyncExternalStore } from "react";
import type { Drawing } from "./kind";
import { kindOf } from "./kinds";
import type { Chart } from "./model";

type Kind = Chart["kind"];

const found = new Map<Kind, Drawing | "failed">();
const loading = new Set<Kind>();
const waiting = new Set<() => void>();

/** Undefined until it is there. */
export const drawingOf = ({ kind }: Chart): Drawing | "failed" | undefined => found.get(kind);

/** Fetches what these charts need, so that none of them waits when its turn comes. What failed is tried again, e.g. after the connection is back. */
export async function loadDrawings(charts: readonly Chart[]): Promise<void> {
  const wanted = charts.filter(({ kind }, i) => charts.findIndex((chart) => chart.kind === kind) === i);
  await Promise.all(
    wanted.map(async (chart) => {
      const { kind } = chart;
      if (loading.has(kind) || (found.has(kind) && found.get(kind) !== "failed")) return;
      loading.add(kind);
      found.set(
        kind,
        await kindOf(chart)
          .load()
          .catch(() => "failed" as const),
      );
      loading.delete(kind);
      for (const tell of waiting) tell();
    }),
  );
}

function subscribe(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}

export function useDrawing(chart: Chart): Drawing | "failed" | undefined {
  const drawing = useSyncExternalStore(
    subscribe,
    () => drawingOf(chart),
    () => undefined,
  );
  useEffect(() => void loadDrawings([chart]), [chart]);
  return drawing;
}
