/**
 * What a queue's trace says: load, throughput, latency, losses.
 *
 *   utilisation   = time worked / (servers · last departure)
 *   response time = finish − arrival;  wait = start − arrival
 *   mean in system · last departure = sum of response times   (Little 1961)
 *
 * A queue without a bound whose offered load is 1 or more has no steady state: its waits grow as long as it runs, and
 * the figures describe this run's length only. `unstable` says so. Close to 1 a short trace cannot tell the two apart;
 * a caller who knows the rates passes `offeredLoad`.
 *
 * @example offeredLoad({ arrivalRate: 80, servers: 1, duration: 0.01 }) // 0.8
 */
import { checkBetween, checkPositive, checkWholeNumber } from "../check";
import { quantileSorted } from "../statistics/quantile";
import { DROPPED, FAILED, type QueueTrace, SERVED } from "./queue";

export interface QueueSummary {
  readonly requests: number;
  readonly served: number;
  readonly droppedShare: number;
  readonly failedShare: number;
  readonly offeredLoad: number;
  readonly unstable: boolean;
  readonly utilisation: number;
  /** Served requests per unit of time. */
  readonly throughput: number;
  /** Time average of requests in the system. */
  readonly meanInSystem: number;
  readonly lastDeparture: number;
  /** Latency figures are over served requests, NaN when there are none. */
  readonly meanWait: number;
  readonly meanResponse: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface OfferedLoadOptions {
  readonly arrivalRate: number;
  readonly servers: number;
  /** Mean time of a full batch (of one request when there is no batching). */
  readonly duration: number;
  readonly batchSize?: number;
  /** Share of time in which the service works. */
  readonly availableShare?: number;
}

/** Work that arrives over what the servers can do: λ · duration / (batch size · servers · available share). */
export function offeredLoad(options: OfferedLoadOptions): number {
  const { arrivalRate, servers, duration, batchSize = 1, availableShare = 1 } = options;
  checkPositive("arrivalRate", arrivalRate);
  checkWholeNumber("servers", servers, 1);
  checkPositive("duration", duration);
  checkWholeNumber("batchSize", batchSize, 1);
  checkPositive("availableShare", availableShare);
  return (arrivalRate * duration) / (batchSize * servers * availableShare);
}

/** Response times of the served requests, in order of arrival. */
export function responseTimes(trace: QueueTrace): Float64Array {
  const times = new Float64Array(trace.arrival.length);
  let count = 0;
  for (let i = 0; i < times.length; i++) {
    if (trace.outcome[i] === SERVED) times[count++] = trace.finish[i]! - trace.arrival[i]!;
  }
  return times.slice(0, count);
}

export interface SummaryOptions {
  /** Share of the first requests left out of the latency figures, while the queue fills. */
  readonly warmUp?: number;
  /** The known load; the trace's own estimate when left out. */
  readonly offeredLoad?: number;
}

export function summariseQueue(trace: QueueTrace, options: SummaryOptions = {}): QueueSummary {
  const { warmUp = 0, offeredLoad: load = trace.offeredLoad } = options;
  checkBetween("warmUp", warmUp, 0, 0.99);
  const { arrival, start, finish, outcome } = trace;
  const requests = arrival.length;
  const first = Math.floor(warmUp * requests);
  const responses = new Float64Array(requests - first);
  let measured = 0;
  let served = 0;
  let dropped = 0;
  let failed = 0;
  let waits = 0;
  let responseSum = 0;
  let timeInSystem = 0;
  let lastDeparture = 0;
  for (let i = 0; i < requests; i++) {
    if (outcome[i] === DROPPED) {
      dropped++;
      continue;
    }
    const response = finish[i]! - arrival[i]!;
    timeInSystem += response;
    lastDeparture = Math.max(lastDeparture, finish[i]!);
    if (outcome[i] === FAILED) {
      failed++;
      continue;
    }
    served++;
    if (i < first) continue;
    responses[measured++] = response;
    responseSum += response;
    waits += start[i]! - arrival[i]!;
  }
  const sorted = responses.subarray(0, measured).sort();
  const quantile = (q: number) => (measured > 0 ? quantileSorted(sorted, q) : Number.NaN);
  const perTime = (amount: number) => (lastDeparture > 0 ? amount / lastDeparture : 0);
  const share = (count: number) => (requests > 0 ? count / requests : 0);
  return {
    requests,
    served,
    droppedShare: share(dropped),
    failedShare: share(failed),
    offeredLoad: load,
    unstable: load >= 1 && trace.capacity === Number.POSITIVE_INFINITY,
    utilisation: perTime(trace.busyTime) / trace.servers,
    throughput: perTime(served),
    meanInSystem: perTime(timeInSystem),
    lastDeparture,
    meanWait: measured > 0 ? waits / measured : Number.NaN,
    meanResponse: measured > 0 ? responseSum / measured : Number.NaN,
    p50: quantile(0.5),
    p95: quantile(0.95),
    p99: quantile(0.99),
  };
}
