/**
 * A service as a discrete-event queue, first come first served.
 *
 *   start[i]  = the earliest time at which i is next, a server is free and the service works
 *   finish[i] = start[i] + service time; with one server: start[i] = max(arrival[i], finish[i − 1])  (Lindley 1952)
 *
 * `servers` work in parallel; the one that has been free longest (then the lowest index) takes the next batch. A server
 * takes up to `batch.size` waiting requests at once, as soon as that many wait or the first of them has waited
 * `batch.maxWait`. `capacity` bounds the requests in the system, those in service included: more are dropped on arrival.
 * A departure and an arrival at the same moment count in that order.
 *
 * @example simulateQueue({ arrivals: [0, 1], service: [3, 3], servers: 1 }).finish // Float64Array [3, 6]
 */
import { checkNotNegative, checkSameLength, checkWholeNumber, type Numbers } from "../check";
import { availableTime, checkOutages, type Outage } from "./outages";
import type { BatchDuration } from "./workload";

export const SERVED = 0;
export const DROPPED = 1;
export const FAILED = 2;

export interface QueueOptions {
  /** Arrival times in rising order, from time 0 on. */
  readonly arrivals: Numbers;
  /** One time per request (a batch takes its first request's), or the time of a batch. Must give equal results for equal arguments. */
  readonly service: Numbers | BatchDuration;
  readonly servers?: number;
  /** Most requests in the system at once; no bound when left out. */
  readonly capacity?: number;
  readonly batch?: { readonly size: number; readonly maxWait: number };
  /** In order of time, not overlapping. */
  readonly outages?: readonly Outage[];
}

export interface QueueTrace {
  readonly arrival: Float64Array;
  /** NaN for a request that was never started. */
  readonly start: Float64Array;
  /** When the answer (or the failure) came; NaN for a dropped request. */
  readonly finish: Float64Array;
  /** SERVED, DROPPED or FAILED. */
  readonly outcome: Uint8Array;
  /** Which server took it, −1 for none. */
  readonly server: Int32Array;
  /** Number of its batch, counted from 0 in order of start, −1 for none. */
  readonly batch: Int32Array;
  readonly batches: number;
  readonly servers: number;
  readonly capacity: number;
  /** Time worked, summed over servers. */
  readonly busyTime: number;
  /** Work that arrives, in full batches, over what the servers can do in the same time. At least 1: no steady state. */
  readonly offeredLoad: number;
}

/** @throws RangeError when arrivals fall, a time is negative or not finite, or a count is out of range. */
export function simulateQueue(options: QueueOptions): QueueTrace {
  const { arrivals, servers = 1, capacity = Number.POSITIVE_INFINITY, outages = [] } = options;
  const { size: batchSize, maxWait } = options.batch ?? { size: 1, maxWait: 0 };
  const service = options.service;
  checkWholeNumber("servers", servers, 1);
  if (capacity !== Number.POSITIVE_INFINITY) checkWholeNumber("capacity", capacity, 1);
  checkWholeNumber("batch.size", batchSize, 1);
  checkNotNegative("batch.maxWait", maxWait);
  checkOutages(outages);
  checkArrivals(arrivals);
  if (typeof service !== "function") checkSameLength("arrivals", arrivals, "service", service);
  const duration: BatchDuration = typeof service === "function" ? service : (_size, first) => service[first]!;

  const n = arrivals.length;
  const arrival = Float64Array.from(arrivals);
  const start = new Float64Array(n).fill(Number.NaN);
  const finish = new Float64Array(n).fill(Number.NaN);
  const outcome = new Uint8Array(n);
  const server = new Int32Array(n).fill(-1);
  const batch = new Int32Array(n).fill(-1);
  const freeAt = new Float64Array(servers);
  const inService = new Int32Array(servers);
  const waiting = new Int32Array(n);
  let head = 0;
  let tail = 0;
  let next = 0;
  let batches = 0;
  let busyTime = 0;
  let arrivalOutage = 0;
  let startOutage = 0;

  const admit = (i: number): void => {
    const time = arrival[i]!;
    while (arrivalOutage < outages.length && outages[arrivalOutage]!.to <= time) arrivalOutage++;
    const outage = outages[arrivalOutage];
    if (outage && outage.effect === "fail" && outage.from <= time) {
      outcome[i] = FAILED;
      finish[i] = time;
      return;
    }
    if (capacity !== Number.POSITIVE_INFINITY) {
      let present = tail - head;
      for (let s = 0; s < servers; s++) if (freeAt[s]! > time) present += inService[s]!;
      if (present >= capacity) {
        outcome[i] = DROPPED;
        return;
      }
    }
    waiting[tail++] = i;
  };

  // The moment the requests now waiting would start on a server that is free at `free`.
  const startTime = (free: number): number => {
    // #region excerpt: queue
    let ready = arrival[waiting[head]!]! + maxWait;
    if (tail - head >= batchSize) ready = Math.min(ready, arrival[waiting[head + batchSize - 1]!]!);
    let time = Math.max(free, ready);
    // #endregion
    // Batches start in order of time, so outages that are over need not be looked at again.
    while (startOutage < outages.length && outages[startOutage]!.to <= Math.max(free, arrival[waiting[head]!]!))
      startOutage++;
    for (let k = startOutage; k < outages.length && outages[k]!.from <= time; k++)
      time = Math.max(time, outages[k]!.to);
    return time;
  };

  for (;;) {
    while (head === tail && next < n) admit(next++);
    if (head === tail) break;
    // #region excerpt: queue
    let chosen = 0;
    for (let s = 1; s < servers; s++) if (freeAt[s]! < freeAt[chosen]!) chosen = s;
    let from = startTime(freeAt[chosen]!);
    // #endregion
    while (next < n && arrival[next]! <= from) {
      admit(next++);
      if (tail - head === batchSize) from = startTime(freeAt[chosen]!);
    }

    // #region excerpt: queue
    const size = Math.min(batchSize, tail - head);
    const work = duration(size, waiting[head]!);
    checkNotNegative(`service time of request ${waiting[head]!}`, work);
    let to = from + work;
    // #endregion
    let free = to;
    let failed = false;
    busyTime += work;
    for (let k = startOutage; k < outages.length && outages[k]!.from < to; k++) {
      const outage = outages[k]!;
      if (outage.to <= from) continue;
      if (outage.effect === "fail") {
        busyTime -= to - outage.from;
        to = outage.from;
        free = outage.to;
        failed = true;
        break;
      }
      to += outage.to - outage.from;
      free = to;
    }
    for (let k = 0; k < size; k++) {
      const i = waiting[head++]!;
      start[i] = from;
      finish[i] = to;
      server[i] = chosen;
      batch[i] = batches;
      if (failed) outcome[i] = FAILED;
    }
    batches++;
    freeAt[chosen] = free;
    inService[chosen] = size;
  }
  const offeredLoad = estimateOfferedLoad(arrival, duration, batchSize, servers, outages);
  return { arrival, start, finish, outcome, server, batch, batches, servers, capacity, busyTime, offeredLoad };
}

function checkArrivals(arrivals: Numbers): void {
  let before = 0;
  for (let i = 0; i < arrivals.length; i++) {
    const time = arrivals[i]!;
    if (!(time >= before && time < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`arrivals[${i}] must be finite and at least ${before} (they rise from 0), got ${time}`);
    }
    before = time;
  }
}

function estimateOfferedLoad(
  arrival: Float64Array,
  duration: BatchDuration,
  batchSize: number,
  servers: number,
  outages: readonly Outage[],
): number {
  const n = arrival.length;
  if (n < 2) return 0;
  let work = 0;
  // n arrivals span n − 1 gaps: the last one closes the span it is measured over, so its work does not count.
  const counted = n - 1;
  for (let i = 0; i < counted; i += batchSize)
    work += duration(batchSize, i) * (Math.min(batchSize, counted - i) / batchSize);
  const available = (availableTime(outages, arrival[n - 1]!) - availableTime(outages, arrival[0]!)) * servers;
  return available > 0 ? work / available : Number.POSITIVE_INFINITY;
}
