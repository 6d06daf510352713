"use client";
/** A really trained model timed on this device, beside what the bench assumes of its servers. */
import { Timer } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { pagePool } from "../pool";
import type { Timing } from "../runtime/timing";
import { formatNumber } from "../ui/ink/format";
import { ScoreTable } from "../ui/results/score-table";
import type { ServingValues } from "./knobs";
import { measuredRows } from "./measured-rows";
import { serving } from "./simulation";

type State =
  | { readonly is: "idle" }
  | { readonly is: "measuring" }
  | { readonly is: "done"; readonly timing: Timing; readonly backend: string }
  | { readonly is: "failed"; readonly message: string };

/** Far beyond what the slowest device takes; then something is wrong. */
const timeLimitMs = 60_000;

/** Whether `ready`, measures once by itself; then whenever asked. */
function useMeasurement(ready: boolean) {
  const [state, setState] = useState<State>({ is: "idle" });
  const asked = useRef<AbortController>(undefined);
  const measure = useCallback(async () => {
    const control = new AbortController();
    const { signal } = control;
    asked.current = control;
    setState({ is: "measuring" });
    const next = await pagePool()
      .ask(serving, "measure", undefined, { timeLimitMs, quiet: true, signal })
      .then(
        (timing): State => ({ is: "done", timing, backend: pagePool().status().backend ?? "" }),
        (error: unknown): State => ({ is: "failed", message: error instanceof Error ? error.message : String(error) }),
      );
    if (!signal.aborted) setState(next);
  }, []);
  useEffect(
    () => () => {
      asked.current?.abort();
      asked.current = undefined;
    },
    [],
  );
  useEffect(() => {
    if (ready && !asked.current) void measure();
  }, [ready, measure]);
  return { state, measure };
}

function noteOf(state: State): string {
  if (state.is === "failed") return `It could not be measured: ${state.message}`;
  if (state.is === "measuring") return "A model is being trained and timed in the background …";
  if (state.is === "idle")
    return "A small model is trained and timed on this device when you run the bench, or when you press the button.";
  const { what, batches } = state.timing;
  const how = batches.map(
    ({ size, measurements, row }) =>
      `${measurements} measurements ${row > 1 ? `of ${formatNumber(row, 0)} batches in a row ` : ""}with batches of ${size}`,
  );
  const backend = state.backend === "wasm" ? "WebAssembly" : "plain JavaScript";
  return `Measured here: ${what}, trained in this browser a moment ago, on one core in ${backend}; ${how.join(", ")}. Another device or another minute gives other numbers, so these are not part of links and downloads. Simulated: one server of the bench, without waiting.`;
}

interface MeasuredProps {
  readonly values: ServingValues;
  /** The first run is there: nothing else needs the device now. */
  readonly ready: boolean;
}

export function Measured({ values, ready }: MeasuredProps) {
  const { state, measure } = useMeasurement(ready);
  return (
    <div className="dl-measured" aria-busy={state.is === "measuring"}>
      <ScoreTable
        caption="A real model, measured on this device"
        columns={[{ label: "" }, { label: "Simulated" }, { label: "Measured here" }]}
        rows={measuredRows(values, state.is === "done" ? state.timing : undefined)}
        note={noteOf(state)}
      />
      <button type="button" className="dl-quiet" disabled={state.is === "measuring"} onClick={() => void measure()}>
        <Timer aria-hidden="true" /> <span>{state.is === "done" ? "Measure again" : "Measure now"}</span>
      </button>
    </div>
  );
}
