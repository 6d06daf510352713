/** The calendar in a few figures: thousand € over all months, medians over replicas with the 10th and 90th percentile. */
import { type Band, bandOf, type Named, namedBand } from "../core/statistics/band";
import { type PaceFrame, type PolicyName, policyNames } from "./frames";
import type { PaceValues } from "./knobs";
import { longestInterval, months } from "./plan";

export interface IntervalCost {
  readonly months: number;
  readonly staleness: Band;
  readonly bill: number;
  readonly total: Band;
}

/** Every replica's cost over all months, thousand €. */
export interface Totals {
  readonly policies: Readonly<Record<PolicyName, readonly number[]>>;
  /** [interval − 1][replica] */
  readonly byInterval: readonly (readonly number[])[];
}

/** New models that a schedule makes. */
export const modelsMade = (interval: number): number => Math.ceil(months / interval) - 1;

export function totalsOf(frames: readonly PaceFrame[], { retrainCost }: PaceValues): Totals {
  const replicas = Math.max(0, ...frames.map((frame) => frame.replicas.to));
  const policies = policyNames.map(() => new Array<number>(replicas).fill(0));
  const byInterval = Array.from({ length: longestInterval }, () => new Array<number>(replicas).fill(0));
  for (const { replicas: range, staleness, retrained, byInterval: some } of frames) {
    const size = range.to - range.from;
    for (let r = 0; r < size; r++) {
      policies.forEach((sums, p) => {
        sums[range.from + r]! += staleness[p * size + r]! + retrainCost * retrained[p * size + r]!;
      });
      if (some)
        byInterval.forEach((sums, k) => {
          sums[range.from + r] = some[k * size + r]! + retrainCost * modelsMade(k + 1);
        });
    }
  }
  return {
    policies: Object.fromEntries(policyNames.map((name, p) => [name, policies[p]!])) as unknown as Totals["policies"],
    byInterval,
  };
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The interval whose total is lowest on average over the replicas. */
export function bestIntervalOf(byInterval: readonly (readonly number[])[]): number {
  const means = byInterval.map(mean);
  return means.indexOf(Math.min(...means)) + 1;
}

export function intervalCosts({ byInterval }: Totals, { retrainCost }: PaceValues): IntervalCost[] {
  return byInterval.map((totals, k) => {
    const bill = retrainCost * modelsMade(k + 1);
    return { months: k + 1, staleness: bandOf(totals.map((all) => all - bill)), bill, total: bandOf(totals) };
  });
}

/**
 * How the best interval grows with the cost of retraining: the slope of log interval over log cost, by least squares over the
 * costs whose best interval is neither the shortest nor beyond a year.
 */
export function exponentOf({ byInterval }: Totals, { retrainCost }: PaceValues): number {
  const points: [number, number][] = [];
  for (let cost = 0.25; cost <= 2000; cost *= 1.25) {
    const moved = byInterval.map((totals, k) => totals.map((all) => all + (cost - retrainCost) * modelsMade(k + 1)));
    const best = bestIntervalOf(moved);
    if (best > 1 && best <= 12) points.push([Math.log(cost), Math.log(best)]);
  }
  if (points.length < 4) return Number.NaN;
  const [x, y] = [0, 1].map((side) => mean(points.map((point) => point[side]!))) as [number, number];
  const above = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return above / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

export type PaceSummary = {
  readonly intervals: readonly ({ readonly months: number; readonly bill: number } & Named<"staleness"> &
    Named<"total">)[];
  readonly bestInterval: number;
  /** null where too few costs have a best interval between 2 and 12 months. */
  readonly exponent: number | null;
} & Named<PolicyName>;

export function summarize(totals: Totals, values: PaceValues): PaceSummary {
  const exponent = exponentOf(totals, values);
  return {
    intervals: intervalCosts(totals, values).map(({ months: each, staleness, bill, total }) => ({
      months: each,
      bill,
      ...namedBand("staleness", staleness),
      ...namedBand("total", total),
    })),
    bestInterval: bestIntervalOf(totals.byInterval),
    exponent: Number.isNaN(exponent) ? null : exponent,
    ...(Object.assign(
      {},
      ...policyNames.map((name) => namedBand(name, bandOf(totals.policies[name]))),
    ) as Named<PolicyName>),
  };
}
