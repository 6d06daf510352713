/** Runs of the drift injector for tests: each setting once, and what its frames say. */
import { quantile } from "@/simulations/core/statistics/quantile";
import { run } from "@/simulations/drift/engine";
import { type DriftFrame, type InputDistances, ksLevel } from "@/simulations/drift/frames";
import { type DriftValues, knobs, presets } from "@/simulations/drift/knobs";
import { psiLimit } from "@/simulations/drift/results";
import { type DriftSummary, summarize } from "@/simulations/drift/summary";
import { defaultsOf } from "@/simulations/runtime/knobs";
import { chunksOf } from "@/simulations/runtime/simulation";

export interface Watched {
  readonly values: DriftValues;
  readonly frames: readonly DriftFrame[];
  readonly summary: DriftSummary;
}

const watched = new Map<string, Watched>();

/** 16 replicas unless said otherwise: their medians are steady enough for every claim. */
export function watch(settings: Partial<DriftValues>): Watched {
  const values = { ...defaultsOf(knobs), replicas: 16, ...settings } as DriftValues;
  const name = JSON.stringify(values);
  const known = watched.get(name);
  if (known) return known;
  const frames = chunksOf(values.replicas).flatMap((range) => [...run(values, range)]);
  const made = { values, frames, summary: summarize(frames, values) };
  watched.set(name, made);
  return made;
}

export const preset = (name: keyof typeof presets) => presets[name].values as Partial<DriftValues>;

type Metric = (frame: DriftFrame) => ArrayLike<number>;

/** Every replica's value of the months from `from` to before `to`. */
export const valuesOf = ({ frames }: Watched, metric: Metric, from = 0, to = Number.POSITIVE_INFINITY): number[] =>
  frames.filter(({ moment }) => moment >= from && moment < to).flatMap((frame) => Array.from(metric(frame)));

const share = (values: readonly number[], is: (value: number) => boolean) => values.filter(is).length / values.length;

/** Share of replica-months with an alarm. */
export const ksAlarms = (seen: Watched, from: number, to?: number) =>
  share(
    valuesOf(seen, ({ inputs }) => inputs.ksPValue, from, to),
    (p) => p <= ksLevel,
  );
export const psiAlarms = (seen: Watched, from: number, to?: number) =>
  share(
    valuesOf(seen, ({ inputs }) => inputs.psi, from, to),
    (psi) => psi > psiLimit,
  );

export const medianError = (seen: Watched, from: number, to = from + 1) =>
  quantile(
    valuesOf(seen, ({ errors }) => errors, from, to),
    0.5,
  );

/** Share of replica-months from `from` on in which a distance lies above the 95th percentile of no drift. */
export function shareAboveBand(seen: Watched, from: number, name: keyof Omit<InputDistances, "ksPValue">): number {
  const limit = quantile(
    valuesOf(seen, ({ noDrift }) => noDrift[name]),
    0.95,
  );
  return share(
    valuesOf(seen, ({ inputs }) => inputs[name], from),
    (value) => value > limit,
  );
}

/** Share of replicas in which the detector raises an alarm within the months given. */
export function detectedShare({ frames }: Watched, name: string, from: number, to: number): number {
  const alarm = new Map<number, boolean>();
  for (const { moment, replicas, alarms } of frames) {
    const detector = alarms.find((each) => each.name === name)!;
    detector.rangAt.forEach((at, r) => {
      const replica = replicas.from + r;
      alarm.set(replica, (alarm.get(replica) ?? false) || (at >= 0 && moment >= from && moment < to));
    });
  }
  return share([...alarm.values()].map(Number), (each) => each === 1);
}
