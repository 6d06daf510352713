/** What follows from the settings alone: the work that arrives, what the servers can do, and the steady state in theory. */
import { type Mmc, mg1, mmc } from "../core/serving/closed-forms";
import { offeredLoad } from "../core/serving/queue-summary";
import { busiestShare } from "../core/worlds/askers";
import type { ServingValues } from "./knobs";

export interface ClosedForm {
  readonly name: "M/M/1" | "M/M/c" | "M/D/1";
  readonly meanMs: number;
  readonly utilisation: number;
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

/** Answers a second when no server ever rests: all its batches full. */
export function capacity(values: ServingValues): number {
  const { base, perItem } = batchCosts(values);
  const { servers, batch } = asServed(values);
  return (1000 * servers * batch) / (base + perItem * batch);
}
