/** What is read from a run of the injector: every charted figure, who came true, and the summary. */
import { type Band, bandOf } from "../core/statistics/band";
import { type Lead, leadOf, type Tally, tallyWinners } from "../core/statistics/lead";
import type { Run } from "../runtime/experiment-state";
import { type Columns, columns, meansOver } from "../runtime/frames";
import { type Results, readRun } from "../runtime/results";
import { type Evidence, evidenceOf, options } from "./evidence";
import { type DriftFrame, ksLevel, type Shown } from "./frames";
import type { DriftValues } from "./knobs";
import { changeMonth, type DriftSummary, summarize } from "./summary";

/** Above this the index is usually said to show a major shift (Siddiqi 2006). */
export const psiLimit = 0.25;

/** A metric that can raise an alarm, and the share of replicas in which it does, month by month. */
export interface AlarmRow {
  readonly label: string;
  readonly months: readonly number[];
  readonly shares: readonly number[];
}

export interface DriftResults extends Results<DriftFrame, DriftValues> {
  readonly errors: Columns;
  /** How far the inputs moved, and how far they seem to move where nothing does. */
  readonly distances: Readonly<Record<"psi" | "wasserstein", { readonly now: Columns; readonly calm: Columns }>>;
  readonly alarms: readonly AlarmRow[];
  /** The mean error of each replica before the change and since; undefined where one of them has no months. */
  readonly beforeAndSince: { readonly before: Band; readonly since: Band } | undefined;
  /** What moved, replica by replica, and which answer came true most often. */
  readonly evidence: readonly Evidence[];
  readonly standing: Tally & Lead;
  /** The error that no model can avoid, where it is known. */
  readonly noiseFloor: number | undefined;
  /** Replica 0 at work, by month. */
  readonly shown: ReadonlyMap<number, Shown>;
  readonly summary: DriftSummary;
}

function alarmRows(frames: readonly DriftFrame[]): AlarmRow[] {
  const row = (label: string, metric: (frame: DriftFrame) => Float32Array, alarms: (value: number) => boolean) => {
    const found = columns(frames, metric);
    return {
      label,
      months: found.map(([month]) => month),
      shares: found.map(([, values]) => values.filter(alarms).length / values.length),
    };
  };
  const overLimit = (psi: number) => psi > psiLimit;
  return [
    row(
      "inputs: KS test",
      ({ inputs }) => inputs.ksPValue,
      (p) => p <= ksLevel,
    ),
    row("inputs: PSI", ({ inputs }) => inputs.psi, overLimit),
    row("predictions: PSI", ({ predictionShift }) => predictionShift, overLimit),
    ...(frames[0]?.alarms ?? []).map(({ name }, i) =>
      row(
        `errors: ${name}`,
        ({ alarms }) => alarms[i]!.rangAt,
        (at) => at >= 0,
      ),
    ),
  ];
}

export function resultsOf(run: Run<DriftFrame>): DriftResults {
  const { frames } = run;
  const values = run.values as DriftValues;
  const distance = (name: "psi" | "wasserstein") => ({
    now: columns(frames, ({ inputs }) => inputs[name]),
    calm: columns(frames, ({ noDrift }) => noDrift[name]),
  });
  const results: DriftResults = readRun<DriftResults>(run, values, {
    errors: () => columns(frames, ({ errors }) => errors),
    distances: () => ({ psi: distance("psi"), wasserstein: distance("wasserstein") }),
    alarms: () => alarmRows(frames),
    beforeAndSince() {
      const change = changeMonth(values);
      const before = results.errors.filter(([month]) => month < change);
      const since = results.errors.filter(([month]) => month >= change);
      if (before.length === 0 || since.length === 0) return undefined;
      return { before: bandOf(meansOver(before)), since: bandOf(meansOver(since)) };
    },
    evidence: () => evidenceOf(frames, values),
    standing() {
      const counted = tallyWinners(
        results.evidence.map((id) => [options.findIndex((option) => option.id === id)]),
        options.length,
      );
      return { ...counted, ...leadOf(counted) };
    },
    noiseFloor: () => frames[0]?.noiseFloor,
    shown: () => new Map(frames.flatMap(({ moment, shown }) => (shown ? [[moment, shown] as const] : []))),
    summary: () => summarize(frames, values),
  });
  return results;
}
