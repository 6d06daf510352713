/**
 * The period in a few figures: medians over replicas, with the 10th and 90th percentile.
 *
 * Latency is network + wait + service of the answered requests. `droppedShare` is the share of all requests that never had an
 * answer: rejected because the queue was full, or lost while the connection was out. An unstable queue has no latency to speak of (it
 * grows for as long as the queue runs), so those figures are null and `unstable` is true; its utilisation and throughput are
 * what the servers can do. `logging.driftPower` is the share of replicas whose log shows the drift at the 5 % level,
 * `falseAlarmShare` the same for inputs that did not drift. `closedForm` is the exact mean where queueing theory has one.
 */
import { type Mmc, mg1, mmc } from "../core/serving/closed-forms";
import { offeredLoad } from "../core/serving/queue-summary";
import { quantile } from "../core/statistics/quantile";
import { busiestShare } from "../core/worlds/askers";
import type { ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";

/** A p-value up to this counts as drift found. */
export const driftLevel = 0.05;

/** Inputs of training with which the logged ones are compared. */
export const trainingRows = 2000;

export interface LoggingSummary {
  readonly form: ServingValues["logForm"];
  readonly rows: number;
  readonly driftPower: number;
  readonly falseAlarmShare: number;
  readonly namedShare: number;
  readonly singledOutShare: number;
}

export interface ClosedForm {
  readonly name: "M/M/1" | "M/M/c" | "M/D/1";
  readonly meanMs: number;
  readonly utilisation: number;
}

type Spread<Name extends string, V> = { readonly [Key in Name | `${Name}P10` | `${Name}P90`]: V };

export interface ServingSummary
  extends Spread<"p50Ms" | "p95Ms" | "p99Ms" | "meanMs", number | null>,
    Spread<"utilisation" | "throughput" | "droppedShare", number> {
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

/** What serves, as set: a device of one's own is one for each person, and takes one request at a time without a limit. */
export function asServed({ place, servers, batch, queueLimit, users }: ServingValues) {
  return place === "device" ? { servers: users, batch: 1, queueLimit: 0 } : { servers, batch, queueLimit };
}

/** Time of a request that comes alone, in ms: longer on the smaller chips outside the cloud. */
const aloneMs = ({ serviceMs, place, edgeFactor }: ServingValues): number =>
  serviceMs * (place === "cloud" ? 1 : edgeFactor);

/** Time of a batch in ms: what is paid once, and for each request in it. Neither is below 0, whatever is rounded. */
export function batchCosts(values: ServingValues): { base: number; perItem: number } {
  const alone = aloneMs(values);
  const perItem = alone * (1 - values.setupShare / 100);
  return { base: alone - perItem, perItem };
}

/** Work that arrives over what the servers can do with full batches; of devices of one's own, the busiest person's. */
export function loadOf(values: ServingValues): number {
  const { qps, place, users } = values;
  if (place === "device") return (qps / 1000) * busiestShare(users) * aloneMs(values);
  const { base, perItem } = batchCosts(values);
  const { servers, batch } = values;
  return offeredLoad({ arrivalRate: qps / 1000, servers, duration: base + perItem * batch, batchSize: batch });
}

/** No limit on the queue and at least as much work as can be done: there is no steady state. */
export const isUnstable = (values: ServingValues): boolean => asServed(values).queueLimit === 0 && loadOf(values) >= 1;

/** The steady state in theory, where the settings have one. */
export function closedFormOf(values: ServingValues): ClosedForm | null {
  const { qps, servers, service, batch, queueLimit, outageShare, place, networkMs, arrivals } = values;
  if (place === "device") return null;
  if (batch > 1 || queueLimit > 0 || arrivals === "day" || (place === "cloud" && outageShare > 0)) return null;
  const time = aloneMs(values);
  const network = place === "cloud" ? networkMs : 0;
  if (service === "deterministic") {
    const exact = servers === 1 ? mg1(qps / 1000, time, 0) : null;
    return exact?.stable ? { name: "M/D/1", meanMs: exact.timeInSystem + network, utilisation: exact.rho } : null;
  }
  const exact = mmc(qps / 1000, 1 / time, servers);
  if (!exact.stable) return null;
  const { timeInSystem, rho } = exact satisfies Mmc;
  return { name: servers === 1 ? "M/M/1" : "M/M/c", meanMs: timeInSystem + network, utilisation: rho };
}

/** Each replica's figure at the end of the period. */
function collect(last: readonly ServingFrame[], figure: (frame: ServingFrame, r: number) => number): number[] {
  return last.flatMap((frame) => Array.from(frame.answered, (_, r) => figure(frame, r)));
}

function spread<Name extends string>(name: Name, values: readonly number[]): Spread<Name, number> {
  const entries = { [name]: 0.5, [`${name}P10`]: 0.1, [`${name}P90`]: 0.9 };
  return Object.fromEntries(Object.entries(entries).map(([key, q]) => [key, quantile(values, q)])) as never;
}

function latency<Name extends string>(name: Name, values: readonly number[], unstable: boolean) {
  const answered = values.filter((value) => value >= 0);
  if (unstable || answered.length === 0) {
    return { [name]: null, [`${name}P10`]: null, [`${name}P90`]: null } as unknown as Spread<Name, null>;
  }
  return spread(name, answered);
}

const shareOf = (values: readonly number[], holds: (value: number) => boolean): number =>
  values.filter(holds).length / values.length;

/** @throws RangeError without a frame */
export function summarize(frames: readonly ServingFrame[], values: ServingValues): ServingSummary {
  const end = Math.max(...frames.map(({ moment }) => moment));
  const last = frames.filter(({ moment }) => moment === end);
  if (last.length === 0) throw new RangeError("frames must hold at least one frame, got none");
  const { unstable, offeredLoad } = last[0]!;
  const median = (figure: (frame: ServingFrame, r: number) => number) => quantile(collect(last, figure), 0.5);
  const requests = (frame: ServingFrame, r: number) =>
    Math.max(1, frame.answered[r]! + frame.rejected[r]! + frame.lost[r]!);
  const at = (name: "p50Ms" | "p95Ms" | "p99Ms" | "meanMs") =>
    latency(
      name,
      collect(last, (frame, r) => frame[name][r]!),
      unstable,
    );
  const dropped = collect(last, (frame, r) => (frame.rejected[r]! + frame.lost[r]!) / requests(frame, r));
  const cost = collect(last, (frame, r) => frame.costPerMillion[r]!).filter((value) => value >= 0);
  const detects = (p: number) => p <= driftLevel;
  return {
    ...spread(
      "utilisation",
      collect(last, (frame, r) => frame.utilisation[r]!),
    ),
    ...spread(
      "throughput",
      collect(last, (frame, r) => frame.throughput[r]!),
    ),
    ...at("p50Ms"),
    ...at("p95Ms"),
    ...at("p99Ms"),
    ...at("meanMs"),
    ...spread("droppedShare", dropped),
    unstable,
    warning: unstable
      ? `Unstable: ${Math.round(100 * offeredLoad)} % of what ${values.place === "device" ? "the busiest device" : "the servers"} can do arrives, so the queue and every wait grow for as long as it runs. There is no latency to report.`
      : null,
    offeredLoad,
    rejectedShare: median((frame, r) => frame.rejected[r]! / requests(frame, r)),
    lostShare: median((frame, r) => frame.lost[r]! / requests(frame, r)),
    costPerMillion: cost.length > 0 ? quantile(cost, 0.5) : null,
    closedForm: closedFormOf(values),
    logging: {
      form: values.logForm,
      rows: median((frame, r) => frame.logRows[r]!),
      driftPower: shareOf(
        collect(last, (frame, r) => frame.driftP[r]!),
        detects,
      ),
      falseAlarmShare: shareOf(
        collect(last, (frame, r) => frame.calmP[r]!),
        detects,
      ),
      namedShare: median((frame, r) => frame.namedShare[r]!),
      singledOutShare: median((frame, r) => frame.singledOutShare[r]!),
    },
  };
}
