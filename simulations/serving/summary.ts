/**
 * The period in a few figures: medians over replicas, with the 10th and 90th percentile.
 *
 * Latency is network + wait + service of the answered requests. `droppedShare` is the share of all requests that never had an
 * answer: rejected because the queue was full, or lost while the connection was out. An unstable queue has no latency to speak of (it
 * grows for as long as the queue runs), so those figures are null and `unstable` is true; its utilisation and throughput are
 * what the servers can do. `logging.driftPower` is the share of replicas whose log shows the drift at the 5 % level,
 * `falseAlarmShare` the same for inputs that did not drift. `closedForm` is the exact mean where queueing theory has one.
 */
import { type Named, namedBand } from "../core/statistics/band";
import type { ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { type ClosedForm, closedFormOf, isUnstable, loadOf } from "./load";
import { type PartResults, partOf } from "./results-part";

export interface LoggingSummary {
  readonly form: ServingValues["logForm"];
  readonly rows: number;
  readonly driftPower: number;
  readonly falseAlarmShare: number;
  readonly namedShare: number;
  readonly singledOutShare: number;
}

export interface ServingSummary
  extends Named<"p50Ms" | "p95Ms" | "p99Ms" | "meanMs", number | null>,
    Named<"utilisation" | "throughput" | "droppedShare"> {
  readonly unstable: boolean;
  /** What unstable means here, in words; null when the queue is stable. */
  readonly warning: string | null;
  readonly offeredLoad: number;
  readonly rejectedShare: number;
  readonly lostShare: number;
  /** €; null when nothing was answered. */
  readonly costPerMillion: number | null;
  readonly closedForm: ClosedForm | null;
  readonly logging: LoggingSummary;
}

const none = { low: null, middle: null, high: null };

/** @param end the whole period, of at least one replica */
export function summaryOf(end: PartResults, values: ServingValues): ServingSummary {
  const unstable = isUnstable(values);
  const load = loadOf(values);
  const median = (...[name]: Parameters<PartResults["band"]>) => end.band(name).middle;
  const orNull = (value: number) => (Number.isNaN(value) ? null : value);
  const latency = <Name extends "p50Ms" | "p95Ms" | "p99Ms" | "meanMs">(name: Name) =>
    namedBand<Name, number | null>(name, unstable || Number.isNaN(median(name)) ? none : end.band(name));
  return {
    ...namedBand("utilisation", end.band("utilisation")),
    ...namedBand("throughput", end.band("throughput")),
    ...latency("p50Ms"),
    ...latency("p95Ms"),
    ...latency("p99Ms"),
    ...latency("meanMs"),
    ...namedBand("droppedShare", end.band("unanswered")),
    unstable,
    warning: unstable
      ? `Unstable: ${Math.round(100 * load)} % of what ${values.place === "device" ? "the busiest device" : "the servers"} can do arrives, so the queue and every wait grow for as long as it runs. There is no latency to report.`
      : null,
    offeredLoad: load,
    rejectedShare: median("rejectedShare"),
    lostShare: median("lostShare"),
    costPerMillion: orNull(median("costPerMillion")),
    closedForm: closedFormOf(values),
    logging: {
      form: values.logForm,
      rows: median("logRows"),
      driftPower: end.found("driftP").share,
      falseAlarmShare: end.found("calmP").share,
      namedShare: median("namedShare"),
      singledOutShare: median("singledOutShare"),
    },
  };
}

/** @throws RangeError without a frame */
export function summarize(frames: readonly ServingFrame[], values: ServingValues): ServingSummary {
  if (frames.length === 0) throw new RangeError("frames must hold at least one frame, got none");
  const end = Math.max(...frames.map(({ moment }) => moment));
  return summaryOf(partOf(frames.filter(({ moment }) => moment === end)), values);
}
