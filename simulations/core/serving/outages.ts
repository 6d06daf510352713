/**
 * Outages of a service: intervals [from, to) in which no work is done.
 *
 *   effect "wait": work stops and goes on where it stood when the outage ends; nobody is turned away
 *   effect "fail": requests that arrive during it, or are being served when it begins, fail at once
 *
 * Drawn as an alternating renewal process: working spells and outages are exponential, and the share of time spent in
 * outages is share = E[outage] / (E[working] + E[outage]) (Barlow and Proschan 1965).
 *
 * @example availableTime([{ from: 2, to: 5, effect: "wait" }], 10) // 7
 */
import { checkFinite, checkPositive } from "../check";
import type { Random } from "../random";

export interface Outage {
  readonly from: number;
  readonly to: number;
  readonly effect: "wait" | "fail";
}

/** @throws RangeError when outages are not finite, empty, out of order or overlapping. */
export function checkOutages(outages: readonly Outage[]): void {
  let end = Number.NEGATIVE_INFINITY;
  outages.forEach(({ from, to }, i) => {
    checkFinite(`outages[${i}].from`, from);
    checkFinite(`outages[${i}].to`, to);
    if (to <= from) throw new RangeError(`outages[${i}].to must be after its from (${from}), got ${to}`);
    if (from < end)
      throw new RangeError(`outages[${i}].from must not lie before the end of the one before (${end}), got ${from}`);
    end = to;
  });
}

/** Time out of [0, until] in which the service works. */
export function availableTime(outages: readonly Outage[], until: number): number {
  let time = until;
  for (const { from, to } of outages) time -= Math.max(0, Math.min(to, until) - Math.max(from, 0));
  return time;
}

export interface OutageOptions {
  /** Long-run share of time spent in outages, 0 … below 1. */
  readonly share: number;
  readonly meanDuration: number;
  /** Outages begin before this time. */
  readonly until: number;
  readonly effect: Outage["effect"];
}

export function drawOutages(random: Random, { share, meanDuration, until, effect }: OutageOptions): Outage[] {
  if (!(share >= 0 && share < 1)) throw new RangeError(`share must be at least 0 and below 1, got ${share}`);
  checkPositive("meanDuration", meanDuration);
  checkFinite("until", until);
  if (share === 0) return [];
  const outageRate = share / (meanDuration * (1 - share));
  const outages: Outage[] = [];
  for (let time = random.exponential(outageRate); time < until; time += random.exponential(outageRate)) {
    const to = time + random.exponential(1 / meanDuration);
    if (to > time) outages.push({ from: time, to, effect });
    time = to;
  }
  return outages;
}
