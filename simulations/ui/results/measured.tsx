/** A really trained model timed on this device, beside what a simulation assumes. */
import { Timer } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { Timing } from "../../runtime/timing";
import { formatNumber } from "../ink/format";
import { ScoreTable, type ScoreTableProps } from "./score-table";

/** Far beyond what the slowest device takes; then something is wrong. */
export const measuringLimitMs = 60_000;

interface Measurement {
  readonly timing: Timing;
  /** As the pool names it. */
  readonly backend: string | undefined;
}

type State =
  | { readonly is: "idle" }
  | { readonly is: "measuring" }
  | ({ readonly is: "done" } & Measurement)
  | { readonly is: "failed"; readonly message: string };

interface MeasuredProps extends Pick<ScoreTableProps, "caption" | "columns"> {
  /** Measures; read when it is needed: another model is another component, by its `key`. */
  readonly ask: (signal: AbortSignal) => Promise<Measurement>;
  /** Nothing else needs the device now: it measures once by itself. Otherwise only when it is told to. */
  readonly ready: boolean;
  readonly rows: (timing: Timing | undefined) => ScoreTableProps["rows"];
  /** Under the table, before anything was measured. */
  readonly idle: string;
  /** What the table's other column is; stands after the words on what was measured. */
  readonly beside: string;
}

/** "60 measurements with batches of 1, 40 measurements of 8 batches in a row with batches of 32" */
const howMeasured = ({ batches }: Timing): string =>
  batches
    .map(
      ({ size, measurements, row }) =>
        `${measurements} measurements ${row > 1 ? `of ${formatNumber(row, 0)} batches in a row ` : ""}with batches of ${size}`,
    )
    .join(", ");

function noteOf(state: State, idle: string, beside: string): string {
  if (state.is === "failed") return `It could not be measured: ${state.message}`;
  if (state.is === "measuring") return "A model is being trained and timed in the background …";
  if (state.is === "idle") return idle;
  const { timing, backend } = state;
  return `Measured here: ${timing.what}, trained in this browser a moment ago, on one core in ${backend === "wasm" ? "WebAssembly" : "plain JavaScript"}; ${howMeasured(timing)}. Another device or another minute gives other numbers, so these are not part of links and downloads. ${beside}`;
}

export function Measured({ ask, ready, caption, columns, rows, idle, beside }: MeasuredProps) {
  const [state, setState] = useState<State>({ is: "idle" });
  const asked = useRef<AbortController>(undefined);
  const newest = useRef(ask);
  useEffect(() => {
    newest.current = ask;
  });
  const measure = useCallback(async () => {
    const control = new AbortController();
    asked.current = control;
    setState({ is: "measuring" });
    const next = await newest.current(control.signal).then(
      (measurement): State => ({ is: "done", ...measurement }),
      (error: unknown): State => ({ is: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    if (!control.signal.aborted) setState(next);
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
  return (
    <div className="dl-measured" aria-busy={state.is === "measuring"}>
      <ScoreTable
        caption={caption}
        columns={columns}
        rows={rows(state.is === "done" ? state.timing : undefined)}
        note={noteOf(state, idle, beside)}
      />
      <button type="button" className="dl-quiet" disabled={state.is === "measuring"} onClick={() => void measure()}>
        <Timer aria-hidden="true" /> <span>{state.is === "done" ? "Measure again" : "Measure now"}</span>
      </button>
    </div>
  );
}
