/** The calendar in a few figures: thousand € over all months, medians over replicas with the 10th and 90th percentile. */
import { type Band, bandOf, type Named, namedBand } from "../core/statistics/band";
import { quantile } from "../core/statistics/quantile";
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

/** The interval whose total is lowest: the lowest point of the line drawn, the median of the replicas. */
export function bestIntervalOf(byInterval: readonly (readonly number[])[]): number {
  const medians = byInterval.map((totals) => quantile(totals, 0.5));
  return medians.indexOf(Math.min(...medians)) + 1;
}

export function intervalCosts({ byInterval }: Totals, { retrainCost }: PaceValues): IntervalCost[] {
  return byInterval.map((totals, k) => {
    const bill = retrainCost * modelsMade(k + 1);
    return { months: k + 1, staleness: bandOf(totals.map((all) => all - bill)), bill, total: bandOf(totals) };
  });
}

/** Costs of retraining at which the best interval is asked for. */
const costs: readonly number[] = Array.from({ length: 41 }, (_, i) => 0.25 * 1.25 ** i);

export interface BestInterval {
  readonly cost: number;
  readonly months: number;
}

/** The best interval at other costs of retraining, on the same draws: only the bill changes. */
export const bestByCost = ({ byInterval }: Totals, { retrainCost }: PaceValues): BestInterval[] =>
  costs.map((cost) => ({
    cost,
    months: bestIntervalOf(
      byInterval.map((totals, k) => totals.map((all) => all + (cost - retrainCost) * modelsMade(k + 1))),
    ),
  }));

/**
 * How the best interval grows with the cost of retraining, as a straight line of log interval over log cost: least squares over
 * the costs whose best interval is neither the shortest nor beyond a year. undefined with fewer than four of them.
 */
export function powerOf(best: readonly BestInterval[]): { exponent: number; at1: number } | undefined {
  const points = best
    .filter(({ months: each }) => each > 1 && each <= 12)
    .map(({ cost, months: each }) => [Math.log(cost), Math.log(each)] as const);
  if (points.length < 4) return undefined;
  const [x, y] = [mean(points.map(([at]) => at)), mean(points.map(([, at]) => at))];
  const exponent =
    points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return { exponent, at1: Math.exp(y - exponent * x) };
}

export type PaceSummary = {
  readonly intervals: readonly ({ readonly months: number; readonly bill: number } & Named<"staleness"> &
    Named<"total">)[];
  readonly bestInterval: number;
  /** null where too few costs have a best interval between 2 and 12 months. */
  readonly exponent: number | null;
} & Named<PolicyName>;

export function summarize(totals: Totals, values: PaceValues): PaceSummary {
  return {
    intervals: intervalCosts(totals, values).map(({ months: each, staleness, bill, total }) => ({
      months: each,
      bill,
      ...namedBand("staleness", staleness),
      ...namedBand("total", total),
    })),
    bestInterval: bestIntervalOf(totals.byInterval),
    exponent: powerOf(bestByCost(totals, values))?.exponent ?? null,
    ...(Object.assign(
      {},
      ...policyNames.map((name) => namedBand(name, bandOf(totals.policies[name]))),
    ) as Named<PolicyName>),
  };
}
