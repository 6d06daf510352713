/**
 * The serving bench: a period of requests through one service, as a discrete-event queue.
 *
 * Latency is network + wait + service. A batch of n takes (set-up + n · the rest) where one alone takes set-up + rest. The
 * service has been running for a while when the period begins, so that its figures are those of the steady state; where
 * there is none (load of 1 or more) or traffic follows the day, it begins empty.
 *
 * In the cloud and on a shared edge box all requests share one queue. A device of one's own has a queue for the requests of
 * its owner only.
 */
import { createRandom } from "../core/random";
import { simulateOwnQueues } from "../core/serving/own-queues";
import { FAILED, type QueueTrace, SERVED, simulateQueue } from "../core/serving/queue";
import { batchDuration, drawServiceTimes, poissonArrivals } from "../core/serving/workload";
import { quantileSorted } from "../core/statistics/quantile";
import { framesOnly } from "../core/steps";
import { drawPerson } from "../core/worlds/askers";
import { DAY_SECONDS, drawTraffic } from "../core/worlds/traffic";
import type { Engine, ReplicaRange } from "../runtime/simulation";
import { createRequestLog } from "./engine-log";
import { createSortedPool } from "./engine-sorted-pool";
import { latencyBins, outageFrom, periodParts, type ServingFrame } from "./frames";
import type { ServingValues } from "./knobs";
import { asServed, batchCosts, isUnstable, loadOf } from "./load";

/** Figures of one replica in one part, by the names they have in the frame. */
type Figures = Record<
  {
    [Name in keyof ServingFrame]: ServingFrame[Name] extends Float32Array ? Name : never;
  }[keyof ServingFrame],
  number
> & { histogram: never };
type PartFigures = Omit<Figures, "histogram"> & { readonly histogram: Float32Array };

/** A replica's requests: the first `first` of the trace came before the period. */
interface Period {
  readonly trace: Omit<QueueTrace, "offeredLoad">;
  readonly first: number;
  readonly from: number;
  readonly to: number;
}

function* simulate(values: ServingValues, replicas: ReplicaRange): Generator<ServingFrame | undefined> {
  const size = replicas.to - replicas.from;
  const parts: PartFigures[][] = [];
  for (let r = 0; r < size; r++) {
    parts.push(simulateReplica(values, replicas.from + r));
    yield;
  }
  const seconds = values.requests / values.qps;
  const load = loadOf(values);
  for (let part = 0; part < periodParts; part++) {
    const perReplica = parts.map((figures) => figures[part]!);
    const row = (name: keyof Omit<PartFigures, "histogram">) =>
      Float32Array.from(perReplica, (figures) => figures[name]);
    const histogram = new Float32Array(latencyBins * size);
    perReplica.forEach((figures, r) => {
      for (let bin = 0; bin < latencyBins; bin++) histogram[bin * size + r] = figures.histogram[bin]!;
    });
    yield {
      moment: part,
      replicas,
      fromSeconds: (part / periodParts) * seconds,
      toSeconds: ((part + 1) / periodParts) * seconds,
      answered: row("answered"),
      rejected: row("rejected"),
      lost: row("lost"),
      meanMs: row("meanMs"),
      p50Ms: row("p50Ms"),
      p95Ms: row("p95Ms"),
      p99Ms: row("p99Ms"),
      partP50Ms: row("partP50Ms"),
      partP99Ms: row("partP99Ms"),
      histogram,
      partUtilisation: row("partUtilisation"),
      utilisation: row("utilisation"),
      throughput: row("throughput"),
      inSystem: row("inSystem"),
      costPerMillion: row("costPerMillion"),
      logRows: row("logRows"),
      driftP: row("driftP"),
      calmP: row("calmP"),
      namedShare: row("namedShare"),
      singledOutShare: row("singledOutShare"),
      offeredLoad: load,
      unstable: isUnstable(values),
    };
  }
}

/** An engine of its own, with nothing remembered. */
export const createEngine = (): Engine<ServingValues, ServingFrame> => ({ run: simulate });

/** The frames of a run, without its breaths. */
export const run = (values: ServingValues, replicas: ReplicaRange): Generator<ServingFrame> =>
  framesOnly(simulate(values, replicas));

/** The replica's requests through the queue; times in ms. */
function simulatePeriod(values: ServingValues, replica: number): Period {
  const { seed, qps, requests, batchWaitMs, outageShare, place, arrivals: kind } = values;
  const { servers, batch, queueLimit } = asServed(values);
  const random = createRandom(seed, "serving arrivals", replica);
  const empty = kind === "day" || isUnstable(values);
  const first = empty ? 0 : 2000 + Math.ceil(requests / 10);
  const period = (1000 * requests) / qps;
  let arrivals: Float64Array;
  if (kind === "day") {
    const scale = period / DAY_SECONDS;
    arrivals = drawTraffic(random, { meanRate: requests / DAY_SECONDS }).time.map((time) => time * scale);
  } else arrivals = poissonArrivals(random, qps / 1000, first + requests);
  const from = first === 0 ? 0 : arrivals[first - 1]!;
  const to = kind === "day" ? period : arrivals[arrivals.length - 1]!;
  const { base, perItem } = batchCosts(values);
  const work = createRandom(seed, "serving work", replica);
  const factors =
    values.service === "exponential"
      ? drawServiceTimes(work, { kind: "exponential", mean: 1 }, arrivals.length)
      : undefined;
  const service = batchDuration(base, perItem, factors);
  if (place === "device") {
    const people = createRandom(seed, "serving devices", replica);
    const trace = simulateOwnQueues({
      arrivals,
      device: Int32Array.from(arrivals, () => drawPerson(people, servers)),
      devices: servers,
      service: Float64Array.from(arrivals, (_, i) => service(1, i)),
    });
    return { trace, first, from, to };
  }
  const outageAt = from + outageFrom * (to - from);
  const out = place === "cloud" && outageShare > 0;
  const trace = simulateQueue({
    arrivals,
    service,
    servers,
    ...(queueLimit > 0 && { capacity: queueLimit }),
    batch: { size: batch, maxWait: batch > 1 ? batchWaitMs : 0 },
    outages: out ? [{ from: outageAt, to: outageAt + outageShare * (to - from), effect: "fail" }] : [],
  });
  return { trace, first, from, to };
}

function simulateReplica(values: ServingValues, replica: number): PartFigures[] {
  const period = simulatePeriod(values, replica);
  const { trace, first, from, to } = period;
  const { arrival, finish, outcome, servers } = trace;
  // The devices are their owners': they cost the service nothing.
  const eurosAnHour = values.place === "device" ? 0 : servers * values.serverPrice;
  const partLength = (to - from) / periodParts;
  const flow = flowByPart(period, partLength);
  const network = values.place === "cloud" ? values.networkMs : 0;
  const log = createRequestLog(values, replica);
  const soFar = createSortedPool();
  const counts = [0, 0, 0];
  const histogram = new Float32Array(latencyBins);
  let sum = 0;
  let busy = 0;
  let finished = 0;
  let next = first;
  return Array.from({ length: periodParts }, (_, part) => {
    const end = part === periodParts - 1 ? Number.POSITIVE_INFINITY : from + (part + 1) * partLength;
    const began = next;
    while (next < arrival.length && arrival[next]! <= end) next++;
    const latencies = new Float64Array(next - began);
    let answered = 0;
    // #region excerpt: latency
    for (let i = began; i < next; i++) {
      counts[outcome[i]!]! += 1;
      if (outcome[i] !== SERVED) continue;
      const latency = finish[i]! - arrival[i]! + network;
      sum += latency;
      histogram[binOf(latency)]! += 1;
      latencies[answered++] = latency;
    }
    // #endregion
    const ofPart = latencies.subarray(0, answered);
    soFar.add(ofPart);
    const all = soFar.sorted();
    const quantileOf = (sorted: Float64Array, q: number) => (sorted.length > 0 ? quantileSorted(sorted, q) : -1);
    busy += flow.busy[part]!;
    finished += flow.finished[part]!;
    const elapsed = (part + 1) * partLength;
    const { rows, driftP, calmP, namedShare, singledOutShare } = log.add(answered);
    const hours = elapsed / 3_600_000;
    return {
      answered: counts[SERVED]!,
      rejected: counts[1]!,
      lost: counts[FAILED]!,
      meanMs: all.length > 0 ? sum / all.length : -1,
      p50Ms: quantileOf(all, 0.5),
      p95Ms: quantileOf(all, 0.95),
      p99Ms: quantileOf(all, 0.99),
      partP50Ms: quantileOf(ofPart, 0.5),
      partP99Ms: quantileOf(ofPart, 0.99),
      histogram: histogram.slice(),
      // Sums of times may exceed the whole by a rounding.
      partUtilisation: Math.min(1, flow.busy[part]! / (partLength * servers)),
      utilisation: Math.min(1, busy / (elapsed * servers)),
      throughput: (1000 * finished) / elapsed,
      inSystem: flow.inSystem[part]!,
      costPerMillion: finished > 0 ? (1e6 * eurosAnHour * hours) / finished : -1,
      logRows: rows,
      driftP,
      calmP,
      namedShare,
      singledOutShare,
    };
  });
}

function binOf(latencyMs: number): number {
  return Math.min(latencyBins - 1, Math.max(0, Math.floor(10 * Math.log10(latencyMs / 0.1))));
}

/** What flows through the servers, by when it happens: time worked and answers given in each part, requests inside at its end. */
function flowByPart({ trace, from, to }: Period, partLength: number) {
  const { arrival, start, finish, outcome, batch } = trace;
  const busy = new Float64Array(periodParts);
  const finished = new Float64Array(periodParts);
  const change = new Float64Array(periodParts + 1);
  const partOf = (time: number) => Math.max(0, Math.ceil((time - from) / partLength) - 1);
  let lastBatch = -1;
  for (let i = 0; i < arrival.length; i++) {
    const end = finish[i]!;
    if (batch[i]! < 0 || end <= from) continue;
    change[Math.min(periodParts, partOf(arrival[i]!))]! += 1;
    change[Math.min(periodParts, partOf(end))]! -= 1;
    if (outcome[i] === SERVED && end <= to) finished[Math.min(periodParts - 1, partOf(end))]! += 1;
    if (batch[i] === lastBatch) continue;
    lastBatch = batch[i]!;
    const begin = Math.max(from, start[i]!);
    for (let part = partOf(begin); part < periodParts && from + part * partLength < end; part++) {
      const overlap = Math.min(end, from + (part + 1) * partLength) - Math.max(begin, from + part * partLength);
      busy[part]! += Math.max(0, overlap);
    }
  }
  let inside = 0;
  const inSystem = Float64Array.from(busy, (_, part) => {
    inside += change[part]!;
    return inside;
  });
  return { busy, finished, inSystem };
}
